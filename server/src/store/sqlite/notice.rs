//! The notice room on SQLite.

use super::{SqliteStore, number};
use crate::{
    notice::store::{NewSlip, NoticeStore, Slip, SlipNumber},
    seal::PersonKey,
    store::{
        decode,
        error::{Doing as _, StoreError},
    },
};
use async_trait::async_trait;
use chrono::Datelike as _;

#[async_trait]
impl NoticeStore for SqliteStore {
    async fn issue(&self, slip: &NewSlip) -> Result<Slip, StoreError> {
        let new = slip.clone();
        self.writer
            .run(move |connection| {
                Box::pin(async move {
                    let count: i64 = sqlx::query_scalar(
                        "INSERT INTO slip_counter (centre, year, last) VALUES ($1, $2, 1) \
                         ON CONFLICT (centre, year) DO UPDATE SET last = last + 1 RETURNING last",
                    )
                    .bind(&new.centre)
                    .bind(new.issued_on.year())
                    .fetch_one(&mut *connection)
                    .await
                    .doing("counting a slip")?;
                    let slip = new.numbered(count);
                    sqlx::query(
                        "INSERT INTO slip (number, service, answers, content, issued_on, expires_on, person) \
                         VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    )
                    .bind(slip.number.as_str())
                    .bind(&slip.service)
                    .bind(&slip.answers)
                    .bind(&slip.content)
                    .bind(number(slip.issued_on))
                    .bind(number(slip.expires_on))
                    .bind(slip.person.as_ref().map(PersonKey::as_bytes))
                    .execute(connection)
                    .await
                    .doing("issuing a slip")?;
                    Ok(slip)
                })
            })
            .await
    }

    async fn slip(&self, number: &SlipNumber) -> Result<Option<Slip>, StoreError> {
        let row = sqlx::query(
            "SELECT number, service, answers, content, issued_on, expires_on, person FROM slip WHERE number = $1",
        )
        .bind(number.as_str())
        .fetch_optional(&self.reads)
        .await
        .doing("reading a slip")?;
        row.as_ref().map(decode::slip).transpose()
    }
}
