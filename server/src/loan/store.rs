//! What the loan room asks of the store: the read copy of loans and their ledgers.

use crate::{
    seal::PersonKey,
    store::{error::StoreError, page::Page},
};
use async_trait::async_trait;
use fund::records::{LoanAccount, LoanEntry};

/// The loan room's store. Each method is one unit of work.
#[async_trait]
pub trait LoanStore: Send + Sync {
    /// The person's loan; of several, one that runs before one that is settled, then the latest granted.
    async fn loan(&self, person: PersonKey) -> Result<Option<LoanAccount>, StoreError>;

    /// Lines of that loan's ledger before line `before` (or from the newest), newest first.
    async fn loan_entries(
        &self,
        person: PersonKey,
        before: Option<u32>,
        limit: u16,
    ) -> Result<Page<LoanEntry>, StoreError>;
}
