//! The mark of a database: written once, looked at whenever it is opened.

use super::rotation;
use crate::{
    seal::{Column, Keys},
    store::{
        error::{StoreError, known},
        mark::{DEMONSTRATION_ISSUER, Purpose},
        sql::{Database, Sql, Transaction, values},
    },
};
use std::sync::Arc;

const READ: Sql = Sql::new(
    "reading the database's mark",
    "SELECT purpose, index_check, index_version, seal_check FROM mark WHERE id = 1",
);
const WRITE: Sql = Sql::new(
    "marking the database",
    "INSERT INTO mark (id, purpose, index_check, index_version, seal_check) VALUES (1, $1, $2, $3, $4)",
);
/// Of a database from before it was marked: who wrote its last import, and whether anybody has a password.
const LAST_ISSUER: Sql = Sql::new(
    "looking what the database holds",
    "SELECT issuer FROM import WHERE state <> 'abandoned' ORDER BY generation DESC LIMIT 1",
);
const ANY_CREDENTIAL: Sql = Sql::new(
    "looking what the database holds",
    "SELECT 1 AS found FROM credential LIMIT 1",
);

/// One process at a time marks: on SQLite there is one writer anyhow. Of several that start together, the later ones find done what
/// the first did. (The number is ours alone in this database.)
const ALONE: Sql = Sql::apart(
    "waiting to mark the database",
    "SELECT 1",
    "SELECT pg_advisory_xact_lock(4120268801)",
);

/// What is sealed to see later whether it opens.
const SEALED: &str = "anju";

/// How a database is marked, beside the keys it is opened with.
enum Marked {
    NotYet,
    /// Of these keys, with the index of an older version of them.
    Older(usize),
    Now,
}

/// Marks a database that has no mark yet, and brings along one whose index is older than the keys.
pub(in crate::store) async fn mark<D: Database>(
    database: &D,
    keys: &Arc<Keys>,
    purpose: Purpose,
) -> Result<(), StoreError> {
    let keys = Arc::clone(keys);
    database
        .write(move |tx| {
            let keys = Arc::clone(&keys);
            Box::pin(async move {
                tx.row(&ALONE, values![], |_| Ok(())).await?;
                match check(tx, &keys, purpose).await? {
                    Marked::Now => Ok(()),
                    Marked::Older(version) => rotation::bring_along(tx, &keys, version).await,
                    Marked::NotYet => first_mark(tx, &keys, purpose).await,
                }
            })
        })
        .await
}

async fn first_mark(tx: &mut dyn Transaction, keys: &Keys, purpose: Purpose) -> Result<(), StoreError> {
    let found = purpose_of_unmarked(tx).await?.unwrap_or(purpose);
    let version = keys.index_version();
    let index_check = known(keys.index_check(version), "mark.index_version")?;
    let seal_check = keys.seal(Column::MARK, 1, SEALED)?;
    let values = values![found.name(), &index_check[..], number(version), seal_check];
    tx.run(&WRITE, values).await?;
    same(found, purpose)
}

/// Refuses a database that is for something else, belongs to other keys, has no mark, or an index older than the keys.
pub(in crate::store) async fn verify<D: Database>(
    database: &D,
    keys: &Arc<Keys>,
    purpose: Purpose,
) -> Result<(), StoreError> {
    let keys = Arc::clone(keys);
    let marked = database
        .read(move |tx| {
            let keys = Arc::clone(&keys);
            Box::pin(async move { check(tx, &keys, purpose).await })
        })
        .await?;
    match marked {
        Marked::Now => Ok(()),
        Marked::NotYet | Marked::Older(_) => Err(StoreError::NotMigrated),
    }
}

/// How it is marked; an error if the mark is another's.
async fn check(tx: &mut dyn Transaction, keys: &Keys, purpose: Purpose) -> Result<Marked, StoreError> {
    let mark = tx
        .row(&READ, values![], |row| {
            Ok((
                row.parsed("purpose", Purpose::from_name)?,
                row.bytes("index_check")?.into_owned(),
                row.int("index_version")?,
                row.bytes("seal_check")?.into_owned(),
            ))
        })
        .await?;
    let Some((found, index_check, version, seal_check)) = mark else {
        return Ok(Marked::NotYet);
    };
    same(found, purpose)?;
    let opens = keys
        .open(Column::MARK, 1, &seal_check)
        .is_ok_and(|text| *text == SEALED);
    let version = usize::try_from(version).unwrap_or(0);
    let is_ours = keys
        .index_check(version)
        .is_some_and(|ours| ours[..] == index_check[..]);
    match (opens && is_ours, version == keys.index_version()) {
        (true, true) => Ok(Marked::Now),
        (true, false) => Ok(Marked::Older(version)),
        (false, _) => Err(StoreError::OtherKeys),
    }
}

/// An index version as it stands in the table.
pub(super) fn number(version: usize) -> i64 {
    i64::try_from(version).unwrap_or(i64::MAX)
}

fn same(found: Purpose, asked: Purpose) -> Result<(), StoreError> {
    if found == asked {
        Ok(())
    } else {
        Err(StoreError::OtherPurpose { found, asked })
    }
}

/// What a database without a mark has been used for; none when it is empty.
async fn purpose_of_unmarked(tx: &mut dyn Transaction) -> Result<Option<Purpose>, StoreError> {
    let issuer = tx.row(&LAST_ISSUER, values![], |row| row.text("issuer")).await?;
    if let Some(issuer) = issuer {
        let demonstration = issuer == DEMONSTRATION_ISSUER;
        return Ok(Some(if demonstration {
            Purpose::Demonstration
        } else {
            Purpose::Centre
        }));
    }
    let used = tx.row(&ANY_CREDENTIAL, values![], |_| Ok(())).await?;
    Ok(used.map(|()| Purpose::Centre))
}
