//! The loan room.

use super::{Rooms, account::before_line};
use crate::{
    loan::store::LoanStore,
    seal::PersonKey,
    store::{
        decode,
        error::StoreError,
        imported::Stored as _,
        page::Page,
        sql::{Database, Sql, concatenated, values},
    },
};
use async_trait::async_trait;
use fund::records::{LoanAccount, LoanEntry};
use std::sync::Arc;

/// The key of a person's loan: one that runs before one that is settled, then the latest granted.
macro_rules! loan_in_use {
    () => {
        "(SELECT l.key FROM imported.member m JOIN imported.loan l ON l.account = m.account WHERE m.person = $1 \
          ORDER BY l.settled_on IS NOT NULL, l.granted_on DESC, l.key LIMIT 1)"
    };
}

const LOAN: Sql = Sql::new(
    "reading a loan",
    concatenated!(
        "SELECT ",
        LoanAccount::SELECT,
        ", m.account_no FROM imported.loan l JOIN imported.member m ON m.account = l.account WHERE l.key = ",
        loan_in_use!()
    ),
);
const ENTRIES: Sql = Sql::new(
    "reading a loan's entries",
    concatenated!(
        "SELECT r.line, l.loan_no, ",
        LoanEntry::SELECT,
        " FROM imported.loan_entry r JOIN imported.loan l ON l.key = r.loan WHERE r.loan = ",
        loan_in_use!(),
        " AND r.line < $2 ORDER BY r.line DESC LIMIT $3"
    ),
);

#[async_trait]
impl<D: Database> LoanStore for Rooms<D> {
    async fn loan(&self, person: PersonKey) -> Result<Option<LoanAccount>, StoreError> {
        let keys = Arc::clone(&self.keys);
        self.database
            .read(move |tx| {
                let keys = Arc::clone(&keys);
                Box::pin(async move {
                    tx.row(&LOAN, values![&person], |row| LoanAccount::take(row, &keys))
                        .await
                })
            })
            .await
    }

    async fn loan_entries(
        &self,
        person: PersonKey,
        before: Option<u32>,
        limit: u16,
    ) -> Result<Page<LoanEntry>, StoreError> {
        let keys = Arc::clone(&self.keys);
        let found = self
            .database
            .read(move |tx| {
                let keys = Arc::clone(&keys);
                Box::pin(async move {
                    let values = values![&person, before_line(before), i64::from(limit) + 1];
                    tx.rows(&ENTRIES, values, |row| decode::line(row, &keys)).await
                })
            })
            .await?;
        Ok(Page::cut(found, limit))
    }
}
