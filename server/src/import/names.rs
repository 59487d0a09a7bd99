//! The names of the files in an export's folder.

use super::store::Table;

/// The manifest's name within the folder.
pub(super) const MANIFEST: &str = "manifest.toml";

/// The mapping's name within the folder.
pub(super) const MAPPING: &str = "mapping.toml";

/// The file a table is read from; without its `.csv` also the name in manifest and mapping.
pub(super) const fn file_of(table: Table) -> &'static str {
    match table {
        Table::Employer => "employers.csv",
        Table::Member => "members.csv",
        Table::Account => "accounts.csv",
        Table::Entry => "entries.csv",
        Table::Loan => "loans.csv",
        Table::LoanEntry => "loan_entries.csv",
    }
}
