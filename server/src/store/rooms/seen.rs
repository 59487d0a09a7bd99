//! When sessions were last used, written down in the background: a page a signed-in person asks for never waits for a
//! commit, and a disk that stalls does not sign anybody out, because what is yet to be written counts already.

use crate::{
    account::store::TokenHash,
    store::sql::{Database, Sql, values},
};
use chrono::{DateTime, Utc};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

/// How long uses are collected before they are written together.
const COLLECT: Duration = Duration::from_secs(5);
/// Sessions that may wait to be written; more are written with their next use.
const WAITING: usize = 100_000;

/// Never moves back: of two instances the later use wins.
const TOUCH: Sql = Sql::new(
    "writing down that a session is used",
    "UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2",
);

/// Uses not yet written down, one for each session.
#[derive(Debug, Default)]
pub(super) struct Seen(Mutex<HashMap<TokenHash, DateTime<Utc>>>);

impl Seen {
    /// Notes a use.
    pub(super) fn note(&self, token: TokenHash, at: DateTime<Utc>) {
        let mut waiting = self.waiting();
        if waiting.len() < WAITING || waiting.contains_key(&token) {
            let seen = waiting.entry(token).or_insert(at);
            *seen = (*seen).max(at);
        }
    }

    /// The use not yet written down.
    pub(super) fn of(&self, token: &TokenHash) -> Option<DateTime<Utc>> {
        self.waiting().get(token).copied()
    }

    /// Writes down what waits. What could not be written waits on.
    pub(super) async fn write_down<D: Database>(&self, database: &D) {
        let uses: Arc<Vec<_>> = Arc::new(self.waiting().iter().map(|(token, at)| (*token, *at)).collect());
        if uses.is_empty() {
            return;
        }
        let of_work = Arc::clone(&uses);
        let written = database
            .write(move |tx| {
                let uses = Arc::clone(&of_work);
                Box::pin(async move {
                    for (token, at) in &*uses {
                        tx.run(&TOUCH, values![&token.0[..], *at]).await?;
                    }
                    Ok(())
                })
            })
            .await;
        match written {
            Ok(()) => {
                let mut waiting = self.waiting();
                for (token, at) in &*uses {
                    if waiting.get(token) == Some(at) {
                        waiting.remove(token);
                    }
                }
            }
            Err(error) => tracing::warn!(%error, "the use of sessions was not written down yet"),
        }
    }

    /// Writes down what waits every [`COLLECT`], until the rooms or the database are gone.
    pub(super) fn write_down_in_the_background<D: Database>(self: &Arc<Self>, database: &Arc<D>) {
        let (seen, database) = (Arc::downgrade(self), Arc::downgrade(database));
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(COLLECT).await;
                let Some((seen, database)) = both(&seen, &database) else {
                    return;
                };
                seen.write_down(&*database).await;
            }
        });
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<TokenHash, DateTime<Utc>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn both<A, B>(a: &Weak<A>, b: &Weak<B>) -> Option<(Arc<A>, Arc<B>)> {
    a.upgrade().zip(b.upgrade())
}
