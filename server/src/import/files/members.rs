//! `members.csv`.

use super::Record;
use crate::import::{
    cells::{CellFault, Cells, Column},
    rows::{MemberRow, Paper, PaperKind, PersonName},
    seen::Seen,
    store::{Batch, Table},
};
use fund::identity::{IdNumber, IdentityError, Phone};

const GRZH: Column = Column::required(0, "GRZH");
const DWZH: Column = Column::required(1, "DWZH");
const XINGMING: Column = Column::personal(2, "XINGMING");
const ZJLX: Column = Column::required(3, "ZJLX");
const ZJHM: Column = Column::personal(4, "ZJHM");
const SJHM: Column = Column::personal(5, "SJHM");

impl Record for MemberRow {
    const TABLE: Table = Table::Member;
    const COLUMNS: &'static [Column] = &[GRZH, DWZH, XINGMING, ZJLX, ZJHM, SJHM];
    const PASSED_OVER: &'static [&'static str] = &["XINGBIE", "CSNY", "HYZK", "JTYSR", "JTZZ"];
    const TOTAL: Option<Column> = None;

    fn read(cells: &Cells<'_>) -> Result<Self, CellFault> {
        Ok(Self {
            account_no: cells.number(GRZH)?,
            employer_no: cells.number(DWZH)?,
            name: cells.read(
                XINGMING,
                PersonName::parse,
                "is longer than 60 characters or holds control characters",
            )?,
            paper: paper(cells)?,
            phone: cells.maybe(SJHM, |column| {
                cells.read(column, |text| Phone::parse(text).ok(), "is not a mobile number")
            })?,
        })
    }

    fn fit(&mut self, line: u64, seen: &mut Seen) -> Result<(), CellFault> {
        seen.member(self, line, GRZH, DWZH)
    }

    fn batch(rows: Vec<Self>) -> Batch {
        Batch::Members(rows)
    }
}

fn paper(cells: &Cells<'_>) -> Result<Paper, CellFault> {
    let kind = cells.code(ZJLX, PaperKind::from_code)?;
    let text = cells.text(ZJHM);
    if kind != PaperKind::IdentityCard {
        let fits = (4..=30).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"()-".contains(&byte));
        return if fits {
            Ok(Paper::Other(kind, text.to_owned()))
        } else {
            Err(cells.wrong(ZJHM, "is not 4 to 30 digits, Latin letters and ( ) -"))
        };
    }
    IdNumber::parse(text).map(Paper::Card).map_err(|error| {
        let is = match error {
            IdentityError::IdLength(_) | IdentityError::IdOldForm => "does not have 18 characters",
            IdentityError::IdBirth => "holds a birth date that does not exist",
            IdentityError::IdCheck => "has a wrong check digit",
            _ => "is not an identity-card number",
        };
        cells.wrong(ZJHM, is)
    })
}
