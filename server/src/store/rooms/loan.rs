//! The loan room.

use super::{Rooms, account::before_line};
use crate::{
    account::store::Page,
    loan::store::{LoanEntry, LoanStore, LoanSummary},
    seal::PersonKey,
    store::{
        StoreError, decode,
        sql::{Database, Sql, values},
    },
};
use async_trait::async_trait;

/// The key of a person's loan: one that runs before one that is settled, then the latest granted.
macro_rules! loan_in_use {
    () => {
        "(SELECT l.key FROM imported.member m JOIN imported.loan l ON l.account = m.account WHERE m.person = $1 \
          ORDER BY l.settled_on IS NOT NULL, l.granted_on DESC, l.key LIMIT 1)"
    };
}

const LOAN: Sql = Sql::new(
    "reading a loan",
    concat!(
        "SELECT loan_no, contract_no, kind, product, principal, granted_on, matures_on, months, method, rate, \
         rate_multiple, guarantee, due_day, balance, next_number, next_payment, next_principal, next_interest, \
         next_due_on, principal_repaid, interest_repaid, penalty_repaid, prepaid, overdue_principal, \
         overdue_interest, overdue_periods, risk, settled_on FROM imported.loan WHERE key = ",
        loan_in_use!()
    ),
);
const ENTRIES: Sql = Sql::new(
    "reading a loan's entries",
    concat!(
        "SELECT line, serial, kind, occurred_on, booked_on, amount, principal, interest, penalty, balance, period \
         FROM imported.loan_entry WHERE loan = ",
        loan_in_use!(),
        " AND line < $2 ORDER BY line DESC LIMIT $3"
    ),
);

#[async_trait]
impl<D: Database> LoanStore for Rooms<D> {
    async fn loan(&self, person: PersonKey) -> Result<Option<LoanSummary>, StoreError> {
        self.database
            .read(move |tx| Box::pin(async move { tx.row(&LOAN, values![&person], decode::loan).await }))
            .await
    }

    async fn loan_entries(
        &self,
        person: PersonKey,
        before: Option<u32>,
        limit: u16,
    ) -> Result<Page<LoanEntry>, StoreError> {
        let lines = self
            .database
            .read(move |tx| {
                Box::pin(async move {
                    let values = values![&person, before_line(before), i64::from(limit) + 1];
                    tx.rows(&ENTRIES, values, decode::loan_entry).await
                })
            })
            .await?;
        Ok(Page::cut(lines, limit, |entry: &LoanEntry| entry.line))
    }
}
