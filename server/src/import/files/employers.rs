//! `employers.csv`.

use super::{Record, closing_fits};
use crate::import::{
    cells::{CellFault, Cells, Column, spreadsheet},
    seen::Seen,
    store::{Batch, Table},
};
use fund::identity::{CreditCode, IdentityError};
use fund::records::{Employer, EmployerStatus};

const DWZH: Column = Column::required(0, "DWZH");
const DWMC: Column = Column::required(1, "DWMC");
const DWDZ: Column = Column::optional(2, "DWDZ");
const ZZJGDM: Column = Column::optional(3, "ZZJGDM");
const YWWD: Column = Column::optional(4, "YWWD");
const DWKHRQ: Column = Column::required(5, "DWKHRQ");
const DWXHRQ: Column = Column::optional(6, "DWXHRQ");
const DWZHZT: Column = Column::required(7, "DWZHZT");
const GRJCBL: Column = Column::required(8, "GRJCBL");
const DWJCBL: Column = Column::required(9, "DWJCBL");
const DWJCRS: Column = Column::required(10, "DWJCRS");
const DWFCRS: Column = Column::required(11, "DWFCRS");
const JZNY: Column = Column::required(12, "JZNY");
const DWFXR: Column = Column::optional(13, "DWFXR");

impl Record for Employer {
    const TABLE: Table = Table::Employer;
    const COLUMNS: &'static [Column] = &[
        DWZH, DWMC, DWDZ, ZZJGDM, YWWD, DWKHRQ, DWXHRQ, DWZHZT, GRJCBL, DWJCBL, DWJCRS, DWFCRS, JZNY, DWFXR,
    ];
    const PASSED_OVER: &'static [&'static str] = &[
        "DWJJLX", "DWSSHY", "DWLSGX", "JBRXM", "JBRSJHM", "DWSLRQ", "DWZHYE", "DWXHYY",
    ];
    const TOTAL: Option<Column> = None;

    fn read(cells: &Cells<'_>) -> Result<Self, CellFault> {
        let row = Self {
            employer_no: cells.number(DWZH)?,
            name: cells
                .maybe(DWMC, |column| cells.words(column))?
                .ok_or_else(|| cells.wrong(DWMC, ""))?,
            address: cells
                .maybe(DWDZ, |column| cells.words(column))?
                .unwrap_or_default(),
            credit_code: cells
                .maybe(ZZJGDM, |column| credit_code(cells, column))?
                .unwrap_or_default(),
            branch: cells.maybe(YWWD, |column| cells.number(column))?,
            opened_on: cells.past_date(DWKHRQ)?,
            closed_on: cells.maybe(DWXHRQ, |column| cells.past_date(column))?,
            status: cells.code(DWZHZT, EmployerStatus::from_code)?,
            member_ratio: cells.ratio(GRJCBL)?,
            employer_ratio: cells.ratio(DWJCBL)?,
            paying_members: cells.count(DWJCRS)?,
            sealed_members: cells.count(DWFCRS)?,
            paid_until: cells.maybe(JZNY, |column| cells.month(column))?,
            payday: cells.maybe(DWFXR, |column| cells.day_of_month(column))?,
        };
        // An employer of status 99 may be anything.
        let closed = matches!(row.status, EmployerStatus::Closed | EmployerStatus::Other);
        closing_fits(row.opened_on, row.closed_on, closed, [DWKHRQ, DWXHRQ, DWZHZT])?;
        Ok(row)
    }

    fn fit(self, line: u64, seen: &mut Seen, to: &mut Vec<Self>) -> Vec<CellFault> {
        let faults = seen.employer(&self, line, DWZH);
        to.push(self);
        faults
    }

    fn spoilt(cells: &Cells<'_>, line: u64, seen: &mut Seen) {
        if let Ok(number) = cells.number(DWZH) {
            seen.spoilt_employer(&number, line);
        }
    }

    fn batch(rows: Vec<Self>) -> Batch {
        Batch::Employers(rows)
    }
}

/// A unified social credit code, or the organisation code (GB 11714) it replaced.
fn credit_code(cells: &Cells<'_>, column: Column) -> Result<String, CellFault> {
    let text = cells.text(column);
    if let Some(is) = spreadsheet(text) {
        return Err(cells.wrong(column, is));
    }
    if organisation_code(text) {
        return Ok(text.to_owned());
    }
    match CreditCode::parse(text) {
        Ok(code) => Ok(code.as_str().to_owned()),
        Err(IdentityError::CreditCheck) => Err(cells.wrong(column, "has a wrong check character")),
        Err(_) => Err(cells.wrong(column, "is neither a social credit code nor an organisation code")),
    }
}

/// Weights of the first eight characters (GB 11714).
const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// Whether the text is an organisation code with a fitting check character: eight characters, a hyphen or none, one more.
fn organisation_code(text: &str) -> bool {
    let plain = text.replace('-', "");
    let mut sum = 0;
    for (c, weight) in plain.chars().zip(WEIGHTS) {
        match c.to_digit(36).filter(|_| !c.is_ascii_lowercase()) {
            Some(value) => sum += value * weight,
            None => return false,
        }
    }
    let check = match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    };
    plain.len() == 9 && plain.ends_with(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisation_codes_have_a_check_character() {
        assert!(organisation_code("D2143569-X"), "the standard's own example");
        assert!(organisation_code("D2143569X"));
        for bad in ["D2143569-1", "D2143569", "", "d2143569-X", "咸宁咸"] {
            assert!(!organisation_code(bad), "{bad}");
        }
    }
}
