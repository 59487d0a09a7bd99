//! The loan room on PostgreSQL.

use super::PostgresStore;
use crate::{
    account::store::Page,
    loan::store::{LoanEntry, LoanStore, LoanSummary},
    seal::PersonKey,
    store::{
        decode,
        error::{Doing as _, StoreError},
    },
};
use async_trait::async_trait;
use sqlx::postgres::PgRow;

/// The key of a person's loan: one that runs before one that is settled, then the latest granted.
macro_rules! loan_in_use {
    () => {
        "(SELECT l.key FROM imported.member m JOIN imported.loan l ON l.account = m.account WHERE m.person = $1 \
          ORDER BY l.settled_on IS NOT NULL, l.granted_on DESC, l.key LIMIT 1)"
    };
}

#[async_trait]
impl LoanStore for PostgresStore {
    async fn loan(&self, person: PersonKey) -> Result<Option<LoanSummary>, StoreError> {
        let row = sqlx::query(concat!(
            "SELECT loan_no, contract_no, kind, product, principal, granted_on, matures_on, months, method, rate, \
             rate_multiple, guarantee, due_day, balance, next_number, next_payment, next_principal, next_interest, \
             next_due_on, principal_repaid, interest_repaid, penalty_repaid, prepaid, overdue_principal, \
             overdue_interest, overdue_periods, risk, settled_on FROM imported.loan WHERE key = ",
            loan_in_use!()
        ))
        .bind(person.as_bytes())
        .fetch_optional(&self.pool)
        .await
        .doing("reading a loan")?;
        row.as_ref().map(decode::loan).transpose()
    }

    async fn loan_entries(
        &self,
        person: PersonKey,
        before: Option<u32>,
        limit: u16,
    ) -> Result<Page<LoanEntry>, StoreError> {
        let rows: Vec<PgRow> = sqlx::query(concat!(
            "SELECT line, serial, kind, occurred_on, booked_on, amount, principal, interest, penalty, balance, period \
             FROM imported.loan_entry WHERE loan = ",
            loan_in_use!(),
            " AND line < $2 ORDER BY line DESC LIMIT $3"
        ))
        .bind(person.as_bytes())
        .bind(before.map_or(i32::MAX, |line| i32::try_from(line).unwrap_or(i32::MAX)))
        .bind(i64::from(limit) + 1)
        .fetch_all(&self.pool)
        .await
        .doing("reading a loan's entries")?;
        let lines = rows.iter().map(decode::loan_entry).collect::<Result<_, _>>()?;
        Ok(Page::cut(lines, limit, |entry: &LoanEntry| entry.line))
    }
}
