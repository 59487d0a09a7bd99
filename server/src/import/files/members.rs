//! `members.csv`.

use super::Record;
use crate::import::{
    cells::{CellFault, Cells, Column, spreadsheet},
    plausible::ruined_name,
    seen::Seen,
    store::{Batch, Table},
};
use fund::identity::{IdentityError, Phone};
use fund::records::{Member, Paper, PaperError, PaperKind, PersonName};

const GRZH: Column = Column::required(0, "GRZH");
const DWZH: Column = Column::required(1, "DWZH");
const XINGMING: Column = Column::personal(2, "XINGMING");
const ZJLX: Column = Column::required(3, "ZJLX");
const ZJHM: Column = Column::personal(4, "ZJHM");
const SJHM: Column = Column::personal(5, "SJHM");

impl Record for Member {
    const TABLE: Table = Table::Member;
    const COLUMNS: &'static [Column] = &[GRZH, DWZH, XINGMING, ZJLX, ZJHM, SJHM];
    const PASSED_OVER: &'static [&'static str] = &["XINGBIE", "CSNY", "HYZK", "JTYSR", "JTZZ"];
    const TOTAL: Option<Column> = None;

    fn read(cells: &Cells<'_>) -> Result<Self, CellFault> {
        Ok(Self {
            account_no: cells.number(GRZH)?,
            employer_no: cells.number(DWZH)?,
            name: name(cells)?,
            paper: paper(cells)?,
            phone: cells.maybe(SJHM, |column| phone(cells, column))?.flatten(),
        })
    }

    fn fit(self, line: u64, seen: &mut Seen, to: &mut Vec<Self>) -> Vec<CellFault> {
        let faults = seen.member(&self, line, [GRZH, DWZH, ZJHM]);
        to.push(self);
        faults
    }

    fn spoilt(cells: &Cells<'_>, line: u64, seen: &mut Seen) {
        if let Ok(account_no) = cells.number(GRZH) {
            seen.spoilt_member(&account_no, line);
        }
    }

    fn batch(rows: Vec<Self>) -> Batch {
        Batch::Members(rows)
    }
}

fn name(cells: &Cells<'_>) -> Result<PersonName, CellFault> {
    cells.sound(XINGMING, ruined_name)?;
    cells.read(XINGMING, PersonName::parse, "is longer than 60 characters")
}

fn paper(cells: &Cells<'_>) -> Result<Paper, CellFault> {
    let kind = cells.code(ZJLX, PaperKind::from_code)?;
    let text = cells.text(ZJHM);
    if let Some(is) = spreadsheet(text) {
        return Err(cells.wrong(ZJHM, is));
    }
    Paper::parse(kind, text).map_err(|error| {
        let is = match error {
            PaperError::Number(IdentityError::IdLength(_) | IdentityError::IdOldForm) => {
                "does not have 18 characters"
            }
            PaperError::Number(IdentityError::IdBirth) => "holds a birth date that does not exist",
            PaperError::Number(IdentityError::IdCheck) if text.ends_with("000") => {
                "has a wrong check digit and ends in 000: a spreadsheet keeps 15 digits only; export the column as text"
            }
            PaperError::Number(IdentityError::IdCheck) => "has a wrong check digit",
            PaperError::Number(_) => "is not an identity-card number",
            PaperError::Empty | PaperError::Form => {
                "is not 4 to 30 digits, letters, Chinese characters and ( ) -, with a digit among them"
            }
        };
        cells.wrong(ZJHM, is)
    })
}

/// A mobile number in any form that can mean no other; none for a fixed line, on which nobody gets a message.
fn phone(cells: &Cells<'_>, column: Column) -> Result<Option<Phone>, CellFault> {
    let text = cells.text(column);
    if let Some(is) = spreadsheet(text) {
        return Err(cells.wrong(column, is));
    }
    if let Some(phone) = mobile(text) {
        return Ok(Some(phone));
    }
    if is_fixed_line(text) {
        return Ok(None);
    }
    Err(cells.wrong(
        column,
        "is neither a mobile number nor a fixed line with its area code",
    ))
}

/// Eleven digits, behind China's code or a trunk zero or not.
fn mobile(text: &str) -> Option<Phone> {
    let text = text.strip_suffix(".0").unwrap_or(text);
    let (text, digits) = digits_of(text)?;
    let national = match digits.len() {
        11 if !text.starts_with('+') => digits.as_str(),
        12 if !text.starts_with('+') => digits.strip_prefix('0')?,
        13 => digits.strip_prefix("86")?,
        15 if !text.starts_with('+') => digits.strip_prefix("0086")?,
        _ => return None,
    };
    Phone::parse(national).ok()
}

/// An area code with its zero and seven or eight digits, an extension behind them or not: `0715-8235555`, `(010)62345678-801`.
fn is_fixed_line(text: &str) -> bool {
    let extended = text
        .rsplit_once(['-', '转', '*'])
        .is_some_and(|(line, extension)| {
            let digits = extension.bytes().all(|byte| byte.is_ascii_digit());
            digits && (1..=6).contains(&extension.len()) && is_line(line)
        });
    extended || is_line(text)
}

fn is_line(text: &str) -> bool {
    let Some((text, digits)) = digits_of(text) else {
        return false;
    };
    // China's code stands in the place of the zero.
    let national = match digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86")) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None if text.starts_with('+') => return false,
        None => digits,
    };
    match national.as_bytes() {
        [b'0', b'1' | b'2', ..] => (10..=11).contains(&national.len()),
        [b'0', b'3'..=b'9', ..] => (11..=12).contains(&national.len()),
        _ => false,
    }
}

/// The text, and its digits, when there is nothing but digits and what stands between them.
fn digits_of(text: &str) -> Option<(&str, String)> {
    let rest = text.strip_prefix('+').unwrap_or(text);
    let between = |c: char| matches!(c, ' ' | '-' | '(' | ')' | '（' | '）' | '－' | '—');
    let fits = rest.chars().all(|c| c.is_ascii_digit() || between(c));
    fits.then(|| (text, rest.chars().filter(char::is_ascii_digit).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobile_numbers_in_the_forms_of_exports() {
        for text in [
            "13800138000",
            "8613800138000",
            "+8613800138000",
            "+86 138 0013 8000",
            "86-13800138000",
            "008613800138000",
            "013800138000",
            "138-0013-8000",
            "13800138000.0",
        ] {
            assert_eq!(mobile(text).unwrap().as_str(), "13800138000", "{text}");
        }
        for text in [
            "",
            "1380013800",
            "138001380001",
            "12800138000",
            "8512800138000",
            "+13800138000",
            "0013800138000",
            "13800138000/13900139000",
            "1.38E+10",
            "无",
        ] {
            assert_eq!(mobile(text), None, "{text}");
        }
    }

    #[test]
    fn fixed_lines_are_known() {
        for text in [
            "0715-8235555",
            "07158235555",
            "(0715)8235555",
            "0715 8235555",
            "010-62345678",
            "021-62345678-801",
            "0715-8235555转8",
            "0715-8235555-12",
            "+86-715-8235555",
        ] {
            assert!(is_fixed_line(text) && mobile(text).is_none(), "{text}");
        }
        for text in [
            "",
            "8235555",
            "62345678",
            "138-0013",
            "0715",
            "0715-823555",
            "0715-82355555555",
            "0715-abc",
        ] {
            assert!(!is_fixed_line(text), "{text}");
        }
    }
}
