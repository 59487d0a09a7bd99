//! `manifest.toml`: what the folder holds, by the word of whoever exported it.
//!
//! ```toml
//! as_of = 2026-11-23            # the business day whose close the data show
//! issuer = "核心业务系统"        # the system that wrote the files
//! encoding = "GB18030"          # or "UTF-8"; without it the files themselves are asked
//!
//! [employers]
//! rows = 24
//! [members]
//! rows = 2000
//! [accounts]
//! rows = 2000
//! total = "61250340.87"         # sum of GRZHYE, yuan
//! [entries]
//! rows = 118204
//! total = "148020773.10"        # sum of FSE as written in the file
//! [loans]
//! rows = 310
//! total = "70118022.45"         # sum of DKYE
//! [loan_entries]
//! rows = 14020
//! total = "120470010.33"        # sum of FSE
//! ```

use super::{
    encoding::Encoding,
    error::{Fault, ImportError},
    names::MANIFEST,
    store::{Expected, Table},
};
use chrono::NaiveDate;
use fund::money::Fen;
use serde::Deserialize;
use std::{fmt::Write, path::Path};

/// What the folder holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The business day whose close the data show.
    pub as_of: NaiveDate,
    /// The system that wrote the files.
    pub issuer: String,
    /// What the files are written in, if it says.
    pub encoding: Option<Encoding>,
    /// Control figures of each file.
    pub controls: Controls,
}

/// Control figures of each file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Controls {
    /// `employers.csv`; no amounts.
    pub employers: Control,
    /// `members.csv`; no amounts.
    pub members: Control,
    /// `accounts.csv`, total of GRZHYE.
    pub accounts: Control,
    /// `entries.csv`, total of FSE.
    pub entries: Control,
    /// `loans.csv`, total of DKYE.
    pub loans: Control,
    /// `loan_entries.csv`, total of FSE.
    pub loan_entries: Control,
}

/// Control figures of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Control {
    /// Data rows, the header not counted.
    pub rows: u64,
    /// Sum of the file's amount column; zero for a file without one.
    pub total: Fen,
}

impl Controls {
    /// Those of the file a table is read from.
    pub const fn of(&self, table: Table) -> &Control {
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    as_of: toml::value::Datetime,
    issuer: String,
    encoding: Option<String>,
    employers: RawRows,
    members: RawRows,
    accounts: RawControl,
    entries: RawControl,
    loans: RawControl,
    loan_entries: RawControl,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRows {
    rows: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawControl {
    rows: u64,
    total: Fen,
}

impl From<RawRows> for Control {
    fn from(raw: RawRows) -> Self {
        Self {
            rows: raw.rows,
            total: Fen::ZERO,
        }
    }
}

impl From<RawControl> for Control {
    fn from(raw: RawControl) -> Self {
        Self {
            rows: raw.rows,
            total: raw.total,
        }
    }
}

impl Manifest {
    /// Reads the manifest of a folder.
    pub fn read(dir: &Path) -> Result<Self, ImportError> {
        Self::parse(&read_toml(dir, MANIFEST)?)
    }

    fn parse(text: &str) -> Result<Self, ImportError> {
        let raw: Raw = from_toml(MANIFEST, text)?;
        let day = raw.as_of.date.filter(|_| raw.as_of.time.is_none());
        let day =
            day.and_then(|day| NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()));
        let as_of = day.ok_or_else(|| Fault::of_file(MANIFEST, "as_of must be a date, as in 2026-11-23"))?;
        if raw.issuer.trim().is_empty() {
            return Err(Fault::of_file(MANIFEST, "issuer must name the system that wrote the files").into());
        }
        let encoding = raw.encoding.as_deref().map(encoding).transpose()?;
        let controls = Controls {
            employers: raw.employers.into(),
            members: raw.members.into(),
            accounts: raw.accounts.into(),
            entries: raw.entries.into(),
            loans: raw.loans.into(),
            loan_entries: raw.loan_entries.into(),
        };
        Ok(Self {
            as_of,
            issuer: raw.issuer,
            encoding,
            controls,
        })
    }

    /// What the store is to expect.
    pub fn expected(&self) -> Expected {
        Expected {
            as_of: self.as_of,
            issuer: self.issuer.clone(),
            rows: Table::ALL.map(|table| self.controls.of(table).rows),
            balance: self.controls.accounts.total,
            loan_balance: self.controls.loans.total,
            loan_entries: self.controls.loan_entries.total,
        }
    }

    /// The manifest as TOML, for whoever writes such a folder.
    pub fn to_toml(&self) -> String {
        let issuer = toml::Value::String(self.issuer.clone());
        let mut text = format!("as_of = {}\nissuer = {issuer}\n", self.as_of);
        if let Some(encoding) = self.encoding {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "encoding = \"{encoding}\"");
        }
        let controls = &self.controls;
        for (file, rows) in [
            ("employers", controls.employers.rows),
            ("members", controls.members.rows),
        ] {
            let _ = write!(text, "\n[{file}]\nrows = {rows}\n");
        }
        for (file, control) in [
            ("accounts", controls.accounts),
            ("entries", controls.entries),
            ("loans", controls.loans),
            ("loan_entries", controls.loan_entries),
        ] {
            let _ = write!(
                text,
                "\n[{file}]\nrows = {}\ntotal = \"{}\"\n",
                control.rows, control.total
            );
        }
        text
    }
}

fn encoding(name: &str) -> Result<Encoding, ImportError> {
    Encoding::from_name(name)
        .ok_or_else(|| Fault::of_file(MANIFEST, "encoding must be \"UTF-8\" or \"GB18030\"").into())
}

/// Reads a small text file of the folder.
pub(super) fn read_toml(dir: &Path, name: &str) -> Result<String, ImportError> {
    let path = dir.join(name);
    std::fs::read_to_string(&path).map_err(|source| ImportError::Read { path, source })
}

/// Parses TOML; an error names file and line.
pub(super) fn from_toml<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> Result<T, ImportError> {
    toml::from_str(text).map_err(|error| {
        let start = error.span().and_then(|span| text.get(..span.start));
        let line = start.map(|before| before.matches('\n').count() as u64 + 1);
        Fault {
            line,
            ..Fault::of_file(name, error.message().to_owned())
        }
        .into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        let control = |rows, yuan| Control {
            rows,
            total: Fen::from_yuan(yuan),
        };
        Manifest {
            as_of: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            issuer: "核心\"系统\"".to_owned(),
            encoding: None,
            controls: Controls {
                employers: control(2, 0),
                members: control(3, 0),
                accounts: control(3, 120),
                entries: control(9, -7),
                loans: control(0, 0),
                loan_entries: control(0, 0),
            },
        }
    }

    #[test]
    fn reads_what_it_writes() {
        for encoding in [None, Some(Encoding::Utf8), Some(Encoding::Gb18030)] {
            let manifest = Manifest { encoding, ..sample() };
            assert_eq!(Manifest::parse(&manifest.to_toml()).unwrap(), manifest);
        }
    }

    #[test]
    fn refuses_with_a_line() {
        let refused = |from: &str, to: &str| {
            let text = sample().to_toml().replace(from, to);
            Manifest::parse(&text).unwrap_err().to_string()
        };
        let messages = [
            refused("as_of = 2026-11-23", "as_of = 2026-02-30"),
            refused("as_of = 2026-11-23", "as_of = 2026-11-23T10:00:00"),
            refused("rows = 3", "rows = -3"),
            refused("rows = 2", "rows = 2\ntotal = \"1.00\""),
            refused("\"120.00\"", "\"120.001\""),
            refused("\"120.00\"", "120.00"),
            refused("[loans]", "[lones]"),
            refused("issuer = ", "issuer = \"\" #"),
            refused("as_of", "encoding = \"latin1\"\nas_of"),
        ];
        insta::assert_snapshot!(messages.join("\n"));
    }
}
