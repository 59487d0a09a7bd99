//! A newer blind index: every person's key, and what proves the end of an ID number, hashed once more under the key that was
//! added. No ID number is needed for it, so it reaches also those whom the last import no longer names.

use super::mark::number;
use crate::{
    seal::Keys,
    store::{
        error::{StoreError, known},
        sql::{Sql, Transaction, values},
    },
};

const DOING: &str = "bringing the blind index along";

/// Where persons stand: the keys there are, and the change of one into another.
const PERSONS: [(Sql, Sql); 5] = [
    (
        Sql::new(DOING, "SELECT person FROM credential"),
        Sql::new(DOING, "UPDATE credential SET person = $2 WHERE person = $1"),
    ),
    (
        Sql::new(DOING, "SELECT DISTINCT person FROM session"),
        Sql::new(DOING, "UPDATE session SET person = $2 WHERE person = $1"),
    ),
    (
        Sql::new(DOING, "SELECT DISTINCT person FROM one_time_code"),
        Sql::new(DOING, "UPDATE one_time_code SET person = $2 WHERE person = $1"),
    ),
    (
        Sql::new(DOING, "SELECT DISTINCT person FROM appointment"),
        Sql::new(DOING, "UPDATE appointment SET person = $2 WHERE person = $1"),
    ),
    (
        Sql::new(DOING, "SELECT DISTINCT person FROM slip WHERE person IS NOT NULL"),
        Sql::new(DOING, "UPDATE slip SET person = $2 WHERE person = $1"),
    ),
];
const PROOFS: Sql = Sql::new(DOING, "SELECT code, last_four FROM appointment");
const CHANGE_PROOF: Sql = Sql::new(DOING, "UPDATE appointment SET last_four = $2 WHERE code = $1");
/// A slip's fingerprint is made with the person's key: without it, the same slip asked for once more the same day gets a new number.
const FORGET_FINGERPRINTS: Sql = Sql::new(
    DOING,
    "UPDATE slip SET fingerprint = NULL WHERE person IS NOT NULL",
);
/// The read copies hold the older keys, and never change: the next import brings the newer ones.
const RETIRE_READ_COPIES: Sql = Sql::new(
    DOING,
    "UPDATE import SET state = 'abandoned' WHERE state IN ('current', 'past', 'staging')",
);
const MARK: Sql = Sql::new(
    DOING,
    "UPDATE mark SET index_check = $1, index_version = $2 WHERE id = 1",
);

/// Brings everything from an index version to that of the keys.
pub(super) async fn bring_along(
    tx: &mut dyn Transaction,
    keys: &Keys,
    version: usize,
) -> Result<(), StoreError> {
    for (found, change) in &PERSONS {
        let persons = tx.rows(found, values![], |row| row.person("person")).await?;
        for old in persons {
            let new = keys.brought_along(version, old.digest());
            tx.run(change, values![&old, &new[..]]).await?;
        }
    }
    let proofs = tx
        .rows(&PROOFS, values![], |row| {
            Ok((row.text("code")?, row.bytes("last_four")?.into_owned()))
        })
        .await?;
    for (code, old) in proofs {
        let old = known(old.try_into().ok(), "appointment.last_four")?;
        let new = keys.brought_along(version, old);
        tx.run(&CHANGE_PROOF, values![&code, &new[..]]).await?;
    }
    tx.run(&FORGET_FINGERPRINTS, values![]).await?;
    tx.run(&RETIRE_READ_COPIES, values![]).await?;
    let now = keys.index_version();
    let check = known(keys.index_check(now), "mark.index_version")?;
    tx.run(&MARK, values![&check[..], number(now)]).await?;
    Ok(())
}
