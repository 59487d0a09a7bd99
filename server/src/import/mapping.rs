//! `mapping.toml`, optional: how this vendor's export differs from the default names of JGJ/T 320.
//!
//! ```toml
//! withdrawals = "positive"      # or "negative": how FSE of entries that take money out is written
//! rates = "percent"             # or "fraction": 3.25 or 0.0325
//!
//! [accounts]                    # one table per file
//! columns = { GRZH = "PERSON_ACCOUNT", GRZHYE = "BALANCE" }
//! ignore = ["REMARK"]           # columns of the file that are not wanted
//! ```

use super::{
    error::{Fault, ImportError},
    manifest::{from_toml, read_toml},
    names::{MAPPING, file_of},
    store::Table,
};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

/// Whether a file has a column for a field of the standard.
pub(super) type HasField = fn(Table, &str) -> bool;

/// How this vendor's export differs from the standard's names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// How amounts of entries that take money out are written.
    pub withdrawals: Withdrawals,
    /// How rates are written.
    pub rates: Rates,
    employers: Names,
    members: Names,
    accounts: Names,
    entries: Names,
    loans: Names,
    loan_entries: Names,
}

/// How amounts of entries that take money out are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withdrawals {
    /// As a positive amount; the kind says that it goes out.
    #[default]
    Positive,
    /// With a minus sign.
    Negative,
}

/// How rates are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rates {
    /// Percent a year: 3.25.
    #[default]
    Percent,
    /// Parts of one: 0.0325.
    Fraction,
}

/// Column names of one file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Names {
    columns: BTreeMap<String, String>,
    ignore: Vec<String>,
}

impl Names {
    /// The name the file uses for a field of the standard.
    pub(super) fn of<'a>(&'a self, field: &'a str) -> &'a str {
        self.columns.get(field).map_or(field, String::as_str)
    }

    /// Whether a column of the file is to be passed over.
    pub(super) fn ignores(&self, column: &str) -> bool {
        self.ignore.iter().any(|ignored| ignored == column)
    }
}

impl Mapping {
    /// Reads the folder's mapping, for files with these fields; without one the standard's names hold.
    pub(super) fn read(dir: &Path, has_field: HasField) -> Result<Self, ImportError> {
        if !dir.join(MAPPING).exists() {
            return Ok(Self::default());
        }
        Self::parse(&read_toml(dir, MAPPING)?, has_field)
    }

    fn parse(text: &str, has_field: HasField) -> Result<Self, ImportError> {
        let mapping: Self = from_toml(MAPPING, text)?;
        for table in Table::ALL {
            let fields = mapping.names(table).columns.keys();
            if let Some(field) = fields.into_iter().find(|field| !has_field(table, field)) {
                let reason = format!("{field:?} is no field of {}", file_of(table));
                return Err(Fault::of_file(MAPPING, reason).into());
            }
        }
        Ok(mapping)
    }

    pub(super) fn names(&self, table: Table) -> &Names {
        match table {
            Table::Employer => &self.employers,
            Table::Member => &self.members,
            Table::Account => &self.accounts,
            Table::Entry => &self.entries,
            Table::Loan => &self.loans,
            Table::LoanEntry => &self.loan_entries,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::files::has_field;

    #[test]
    fn maps_names_and_refuses_unknown_fields() {
        let mapping = Mapping::parse(
            "withdrawals = \"negative\"\n[accounts]\ncolumns = { GRZH = \"ACC\" }\nignore = [\"X\"]",
            has_field,
        )
        .unwrap();
        assert_eq!(mapping.withdrawals, Withdrawals::Negative);
        assert_eq!(mapping.names(Table::Account).of("GRZH"), "ACC");
        assert_eq!(mapping.names(Table::Account).of("GRZHYE"), "GRZHYE");
        assert!(mapping.names(Table::Account).ignores("X"));
        let refused = |text: &str| Mapping::parse(text, has_field).unwrap_err().to_string();
        insta::assert_snapshot!(
            [
                refused("[accounts]\ncolumns = { GRZHH = \"ACC\" }"),
                refused("[account]\n"),
                refused("\nrates = \"promille\""),
            ]
            .join("\n")
        );
    }
}
