//! The notice room.

use super::Rooms;
use crate::{
    notice::store::{NewSlip, NoticeStore, Slip, SlipNumber},
    store::{
        decode,
        error::{StoreError, known},
        sql::{Database, Sql, Transaction, values},
    },
};
use async_trait::async_trait;
use chrono::Datelike as _;
use std::sync::Arc;

const COUNT: Sql = Sql::new(
    "counting a slip",
    "INSERT INTO slip_counter (centre, year, last) VALUES ($1, $2, 1) \
     ON CONFLICT (centre, year) DO UPDATE SET last = slip_counter.last + 1 RETURNING last",
);
const UNCOUNT: Sql = Sql::new(
    "taking back a count",
    "UPDATE slip_counter SET last = last - 1 WHERE centre = $1 AND year = $2 AND last > 1",
);
const ISSUE: Sql = Sql::new(
    "issuing a slip",
    "INSERT INTO slip (number, service, answers, content, issued_on, expires_on, person, fingerprint) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
     ON CONFLICT (fingerprint) WHERE fingerprint IS NOT NULL DO NOTHING",
);

/// A slip's columns, with what it is looked for by.
macro_rules! select_slip {
    ($condition:literal) => {
        concat!(
            "SELECT number, service, answers, content, issued_on, expires_on, person FROM slip WHERE ",
            $condition
        )
    };
}

const SLIP: Sql = Sql::new("reading a slip", select_slip!("number = $1"));
const SAME: Sql = Sql::new("looking for the same slip", select_slip!("fingerprint = $1"));

#[async_trait]
impl<D: Database> NoticeStore for Rooms<D> {
    async fn issue(&self, slip: &NewSlip) -> Result<Slip, StoreError> {
        let new = Arc::new(slip.clone());
        self.database
            .write(move |tx| {
                let new = Arc::clone(&new);
                Box::pin(async move { issue(tx, &new).await })
            })
            .await
    }

    async fn slip(&self, number: &SlipNumber) -> Result<Option<Slip>, StoreError> {
        let number = number.clone();
        self.database
            .read(move |tx| {
                let number = number.clone();
                Box::pin(async move { tx.row(&SLIP, values![number.as_str()], decode::slip).await })
            })
            .await
    }
}

async fn issue(tx: &mut dyn Transaction, new: &NewSlip) -> Result<Slip, StoreError> {
    if let Some(same) = same(tx, new).await? {
        return Ok(same);
    }
    let count = tx
        .row(&COUNT, values![&new.centre, new.issued_on.year()], |row| {
            row.int("last")
        })
        .await?;
    let slip = new.numbered(known(count, "last")?);
    let values = values![
        slip.number.as_str(),
        &slip.service,
        &slip.answers,
        &slip.content,
        slip.issued_on,
        slip.expires_on,
        slip.person.as_ref(),
        &new.fingerprint[..]
    ];
    if tx.run(&ISSUE, values).await? == 1 {
        return Ok(slip);
    }
    // Another instance issued it since we looked. The count is ours until this ends: taken back, no number is skipped.
    tx.run(&UNCOUNT, values![&new.centre, new.issued_on.year()])
        .await?;
    let same = same(tx, new).await?;
    known(same, "fingerprint")
}

async fn same(tx: &mut dyn Transaction, new: &NewSlip) -> Result<Option<Slip>, StoreError> {
    tx.row(&SAME, values![&new.fingerprint[..]], decode::slip).await
}
