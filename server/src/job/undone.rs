//! How a job fails.

/// Why a job was not done. The text holds no personal data.
#[derive(Debug, thiserror::Error)]
pub enum Undone {
    /// It may be done another time.
    #[error("{0}")]
    ForNow(String),
    /// It never will be.
    #[error("{0}")]
    ForGood(String),
}
