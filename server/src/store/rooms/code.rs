//! One-time codes: the account room's, apart because they are a mechanism of their own.

use super::{Rooms, job};
use crate::{
    account::code::{
        AwaitedCode, BETWEEN_CODES, BrowserHash, CODE_LIFE, CODE_TRIES, CODES_COUNTED, CodeAsked, CodeId,
        CodeTried, MOST_CODES, NewCode,
    },
    account::store::CLOCKS_DIFFER,
    seal::{Digest, Keys},
    store::{
        error::{StoreError, known},
        sql::{Database, Row, Sql, Transaction, values},
    },
};
use chrono::{DateTime, Utc};
use std::sync::Arc;
use subtle::ConstantTimeEq as _;

const SENT: Sql = Sql::new(
    "counting codes",
    "SELECT sent_at FROM one_time_code WHERE person = $1 AND known_device = $2 AND sent_at > $3 AND sent_at <= $4 \
     ORDER BY sent_at DESC",
);
/// Of several codes in one browser only the last is good.
const VOID: Sql = Sql::new(
    "voiding earlier codes",
    "UPDATE one_time_code SET tries_left = 0 WHERE person = $1 AND browser = $2 AND tries_left > 0",
);
const KEEP: Sql = Sql::new(
    "keeping a code",
    "INSERT INTO one_time_code (id, person, browser, proof, known_device, deliverable, phone_end, sent_at, expires_at, \
     tries_left) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
const AWAITED: Sql = Sql::new(
    "reading a code that is awaited",
    "SELECT phone_end, expires_at FROM one_time_code \
     WHERE id = $1 AND browser = $2 AND tries_left > 0 AND expires_at > $3 AND sent_at <= $4",
);
/// Counts before it looks: of tries at the same moment each takes one.
const COUNT_TRY: Sql = Sql::new(
    "counting a try",
    "UPDATE one_time_code SET tries_left = tries_left - 1 \
     WHERE id = $1 AND browser = $2 AND tries_left > 0 AND expires_at > $3 AND sent_at <= $4",
);
const TRIED: Sql = Sql::new(
    "reading a code that is tried",
    "SELECT person, proof, deliverable, tries_left FROM one_time_code WHERE id = $1",
);
const USE_UP: Sql = Sql::new(
    "using a code up",
    "UPDATE one_time_code SET tries_left = 0 WHERE id = $1",
);
/// Who asks for the same person at the same moment waits until the first is through; SQLite writes one at a time anyhow.
const ONE_BY_ONE: Sql = Sql::apart(
    "waiting for another who asks for the same person",
    "SELECT $1",
    "SELECT pg_advisory_xact_lock(hashtextextended(encode($1, 'hex'), 0))",
);

impl<D: Database> Rooms<D> {
    pub(super) async fn write_code(&self, code: &NewCode) -> Result<CodeAsked, StoreError> {
        let (code, keys) = (Arc::new(code.clone()), Arc::clone(&self.keys));
        self.database
            .write(move |tx| {
                let (code, keys) = (Arc::clone(&code), Arc::clone(&keys));
                Box::pin(async move { ask(tx, &keys, &code).await })
            })
            .await
    }

    pub(super) async fn read_code(
        &self,
        id: CodeId,
        browser: BrowserHash,
        now: DateTime<Utc>,
    ) -> Result<Option<AwaitedCode>, StoreError> {
        self.database
            .read(move |tx| {
                Box::pin(async move {
                    tx.row(
                        &AWAITED,
                        values![&id.0[..], &browser.0[..], now, now + CLOCKS_DIFFER],
                        |row| {
                            Ok(AwaitedCode {
                                phone_end: row.text("phone_end")?,
                                expires_at: row.instant("expires_at")?,
                            })
                        },
                    )
                    .await
                })
            })
            .await
    }

    pub(super) async fn judge_code(
        &self,
        id: CodeId,
        browser: BrowserHash,
        proof: Digest,
        now: DateTime<Utc>,
    ) -> Result<CodeTried, StoreError> {
        self.database
            .write(move |tx| Box::pin(async move { judge(tx, id, browser, proof, now).await }))
            .await
    }
}

async fn ask(tx: &mut dyn Transaction, keys: &Keys, code: &NewCode) -> Result<CodeAsked, StoreError> {
    let now = code.sent_at;
    let counted_from = now - CODES_COUNTED;
    tx.rows(&ONE_BY_ONE, values![&code.person], |_| Ok(())).await?;
    let sent = tx
        .rows(
            &SENT,
            values![&code.person, code.known_device, counted_from, now + CLOCKS_DIFFER],
            |row| row.instant("sent_at"),
        )
        .await?;
    if let Some(next) = next_code(&sent).filter(|next| *next > now) {
        return Ok(CodeAsked::NotBefore(next));
    }
    tx.run(&VOID, values![&code.person, &code.browser.0[..]]).await?;
    let values = values![
        &code.id.0[..],
        &code.person,
        &code.browser.0[..],
        &code.proof[..],
        code.known_device,
        code.deliverable,
        &code.phone_end,
        now,
        now + CODE_LIFE,
        CODE_TRIES
    ];
    tx.run(&KEEP, values).await?;
    job::write(tx, keys, &code.message, now).await?;
    Ok(CodeAsked::Sent)
}

/// From when on another code may be sent, after these, the latest first.
fn next_code(sent: &[DateTime<Utc>]) -> Option<DateTime<Utc>> {
    let latest = sent.first().map(|at| *at + BETWEEN_CODES);
    let full = sent.get(MOST_CODES - 1).map(|at| *at + CODES_COUNTED);
    latest.max(full)
}

async fn judge(
    tx: &mut dyn Transaction,
    id: CodeId,
    browser: BrowserHash,
    proof: Digest,
    now: DateTime<Utc>,
) -> Result<CodeTried, StoreError> {
    if tx
        .run(
            &COUNT_TRY,
            values![&id.0[..], &browser.0[..], now, now + CLOCKS_DIFFER],
        )
        .await?
        == 0
    {
        return Ok(CodeTried::Spent);
    }
    let found = tx
        .row(&TRIED, values![&id.0[..]], |row: &dyn Row| {
            let kept: Digest = known(
                row.bytes("proof")?.as_ref().try_into().ok(),
                "one_time_code.proof",
            )?;
            Ok((
                row.person("person")?,
                kept,
                known(row.maybe_flag("deliverable")?, "one_time_code.deliverable")?,
                row.small::<u8>("tries_left")?,
            ))
        })
        .await?;
    let Some((person, kept, deliverable, left)) = found else {
        return Ok(CodeTried::Spent);
    };
    if bool::from(kept.ct_eq(&proof)) && deliverable {
        tx.run(&USE_UP, values![&id.0[..]]).await?;
        return Ok(CodeTried::Right(person));
    }
    Ok(CodeTried::Wrong(person, left))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_minute_between_two_and_a_day_after_ten() {
        let at = |minute: i64| DateTime::UNIX_EPOCH + TimeDelta::minutes(minute);
        assert_eq!(next_code(&[]), None);
        assert_eq!(next_code(&[at(7)]), Some(at(8)));
        let ten: Vec<_> = (0..10).rev().map(|n| at(n * 2)).collect();
        assert_eq!(next_code(&ten[1..]), Some(at(17)));
        assert_eq!(next_code(&ten), Some(at(24 * 60)));
    }
}
