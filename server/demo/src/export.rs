//! Writes the files as the core system would export them: the standard's field names, amounts in yuan, dates YYYYMMDD.

use crate::centre::Centre;
use crate::employer::{Employer, Kind, Pays};
use crate::life::Life;
use crate::{ISSUER, account, identity, loan, story::Turn};
use chrono::{Datelike, NaiveDate};
use csv::Result;
use fund::money::Fen;
use fund::records::{
    EmployerStatus, EntryKind, Guarantee, LoanMethod, PaperKind, RiskClass, WithdrawalReason, WithdrawalWay,
    YearMonth,
};
use fund::repayment::Method;
use std::fmt::{self, Display, Write as _};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// One function for each file: its columns by the standard's names, what stands there, and what the manifest totals.
macro_rules! files {
    ($($place:literal fn $file:ident($($row:ident: $type:ty),+) {
        $($name:ident = $cell:expr),+ $(,)?
    } $(total $total:expr)?;)+) => {
        const FILES: [&str; 6] = [$(stringify!($file)),+];
        impl Export {$(
            pub(crate) fn $file(&mut self, $($row: $type),+) -> Result<()> {
                let sheet = &mut self.sheets[$place];
                if sheet.rows == 0 {
                    sheet.csv.write_record([$(stringify!($name)),+])?;
                }
                $(sheet.cell($cell)?;)+
                sheet.csv.write_record(None::<&[u8]>)?;
                sheet.rows += 1;
                $(*sheet.total.get_or_insert_default() += $total;)?
                Ok(())
            }
        )+}
    };
}

files! {
    0 fn employers(index: usize, row: &Employer, as_of: NaiveDate) {
        DWZH = employer_no(index), DWMC = &row.name, DWDZ = &row.address,
        ZZJGDM = maybe(identity::credit_code(index, row.kind != Kind::Firm)), YWWD = &row.branch,
        DWKHRQ = day(row.opened_on), DWXHRQ = "", DWZHZT = match row.pays {
            Pays::Deferred(_) => EmployerStatus::Deferred.code(),
            _ => EmployerStatus::Normal.code(),
        },
        GRJCBL = row.ratio, DWJCBL = row.ratio, DWJCRS = row.paying, DWFCRS = row.sealed,
        JZNY = maybe(YearMonth::of(as_of - chrono::Months::new(row.behind)).map(month)), DWFXR = row.remits_on - 3,
    };
    1 fn members(life: &Life) {
        GRZH = account_no(life.index), DWZH = employer_no(life.story.employer), XINGMING = &life.story.name,
        ZJLX = PaperKind::IdentityCard.code(), ZJHM = &life.id_number, SJHM = identity::phone(life.index),
    };
    2 fn accounts(life: &Life) {
        GRZH = account_no(life.index), GRZHZT = life.story.status.code(),
        GRJCJS = or_zero(life.account.monthly, |monthly| monthly.base),
        GRYJCE = or_zero(life.account.monthly, |monthly| monthly.member),
        DWYJCE = or_zero(life.account.monthly, |monthly| monthly.employer),
        GRZHYE = life.account.balance(), GRZHSNJZYE = life.account.carried_over,
        GRZHDNGJYE = life.account.balance() - life.account.carried_over, KHRQ = day(life.story.opened_on),
        XHRQ = maybe(life.story.since.filter(|_| life.story.status.is_closed()).map(day)),
        GRJZNY = maybe(life.account.paid_until.map(month)),
    } total life.account.balance();
    3 fn entries(index: u32, number: usize, line: &account::Line) {
        GRZH = account_no(index), YWLSH = format_args!("{}{index:08}{number:03}", day(line.on)), JZRQ = day(line.on),
        GJHTQYWLX = line.kind.code(), FSE = written(line), FSLXE = line.interest,
        TQYY = maybe(line.reason.map(WithdrawalReason::code)),
        TQFS = maybe(line.reason.map(|_| WithdrawalWay::Transfer.code())), CZBZ = "01",
    } total written(line);
    4 fn loans(centre: &Centre<'_>, index: u32, row: &loan::Loan) {
        DKZH = loan_no(index), JKHTBH = format_args!("GJJ-{}-{index:08}", row.plan.terms.granted_on.year()),
        JKRGJJZH = account_no(index), DKLX = row.plan.kind.code(),
        DKCP = if row.plan.promoted { &centre.product.label } else { "" }, DKFFE = row.plan.terms.principal,
        DKFFRQ = day(row.plan.terms.granted_on), YDDQRQ = maybe(row.plan.due_on(row.plan.terms.months.get()).map(day)),
        DKQS = row.plan.terms.months.get(), DKHKFS = match row.plan.terms.method {
            Method::LevelPayment => LoanMethod::LevelPayment.code(),
            Method::LevelPrincipal => LoanMethod::LevelPrincipal.code(),
        },
        DKLL = row.rate, LLFDBL = 1, DKDBLX = Guarantee::Mortgage.code(),
        YDHKR = row.plan.terms.due_day, DKYE = row.balance(),
        DQQC = maybe(row.next.map(|next| next.instalment.number)), DQYHRQ = maybe(row.next.map(|next| day(next.due_on))),
        DQJHHKJE = or_zero(row.next, |next| next.instalment.payment),
        DQJHGHBJ = or_zero(row.next, |next| next.instalment.principal),
        DQJHGHLX = or_zero(row.next, |next| next.instalment.interest),
        HSBJZE = row.repaid(|line| line.principal), HSLXZE = row.repaid(|line| line.interest),
        FXZE = row.repaid(|line| line.penalty), TQGHBJZE = row.repaid(loan::Line::ahead),
        YQBJZE = row.overdue(|unpaid| unpaid.principal), YQLXZE = row.overdue(|unpaid| unpaid.interest),
        LJYQQS = row.unpaid.len() + usize::from(matches!(row.plan.turn, Turn::Late(_))),
        DKFXDJ = match row.unpaid.len() {
            0 => RiskClass::Normal.code(),
            1..=3 => RiskClass::SpecialMention.code(),
            _ => RiskClass::Substandard.code(),
        },
        DKJQRQ = maybe(row.settled_on().map(day)),
    } total row.balance();
    5 fn loan_entries(index: u32, number: usize, line: &loan::Line) {
        DKZH = loan_no(index), YWLSH = format_args!("L{}{index:08}{number:03}", day(line.on)),
        DKYWMXLX = line.kind.code(), YWFSRQ = day(line.on), JZRQ = day(line.on), FSE = line.amount(),
        BJJE = line.principal, LXJE = line.interest, FXJE = line.penalty, DQQC = maybe(line.period),
    } total line.amount();
}

fn employer_no(index: usize) -> impl Display {
    fmt::from_fn(move |f| write!(f, "4212{:06}", index + 1))
}

fn account_no(index: u32) -> impl Display {
    fmt::from_fn(move |f| write!(f, "4212{index:08}"))
}

fn loan_no(index: u32) -> impl Display {
    fmt::from_fn(move |f| write!(f, "4212D{index:08}"))
}

fn day(day: NaiveDate) -> impl Display {
    day.format("%Y%m%d")
}

fn month(month: YearMonth) -> impl Display {
    month.first_day().format("%Y%m")
}

fn or_zero<T>(of: Option<T>, amount: fn(T) -> Fen) -> Fen {
    of.map_or(Fen::ZERO, amount)
}

/// Nothing is an empty cell.
fn maybe(value: Option<impl Display>) -> impl Display {
    fmt::from_fn(move |f| value.as_ref().map_or(Ok(()), |value| value.fmt(f)))
}

/// Withdrawals are written without a sign; what a closing one pays out includes its interest.
fn written(line: &account::Line) -> Fen {
    let moved = line.amount.max(-line.amount);
    if line.kind == EntryKind::ClosingWithdrawal {
        moved + line.interest
    } else {
        moved
    }
}

/// The files of an export being written.
pub(crate) struct Export {
    dir: PathBuf,
    sheets: Vec<Sheet>,
}

/// One file, and what it adds up to.
struct Sheet {
    csv: csv::Writer<File>,
    /// Reused for every cell.
    cell: String,
    rows: usize,
    total: Option<Fen>,
}

impl Export {
    pub(crate) fn create(dir: &Path) -> Result<Self> {
        fs::create_dir_all(dir)?;
        let sheet = |name: &&str| {
            let file = File::create(dir.join(name).with_extension("csv"))?;
            let csv = csv::Writer::from_writer(file);
            let (cell, rows, total) = (String::new(), 0, None);
            Ok(Sheet {
                csv,
                cell,
                rows,
                total,
            })
        };
        let sheets: Result<_> = FILES.iter().map(sheet).collect();
        Ok(Self {
            dir: dir.to_owned(),
            sheets: sheets?,
        })
    }

    pub(crate) fn life(&mut self, life: &Life, centre: &Centre<'_>) -> Result<()> {
        self.members(life)?;
        self.accounts(life)?;
        for (number, line) in (1..).zip(&life.account.lines) {
            self.entries(life.index, number, line)?;
        }
        if let Some(loan) = &life.loan {
            self.loans(centre, life.index, loan)?;
            for (number, line) in (1..).zip(&loan.lines) {
                self.loan_entries(life.index, number, line)?;
            }
        }
        Ok(())
    }

    /// Writes the employers, whose heads are counted now, and the manifest with each file's rows and total.
    pub(crate) fn finish(mut self, centre: &Centre<'_>) -> Result<()> {
        for (index, employer) in centre.employers.iter().enumerate() {
            self.employers(index, employer, centre.as_of)?;
        }
        // Writing to a String cannot fail.
        let as_of = centre.as_of;
        let mut manifest = format!("as_of = {as_of}\nissuer = \"{ISSUER}\"\nencoding = \"UTF-8\"\n");
        for (file, mut sheet) in FILES.into_iter().zip(self.sheets) {
            sheet.csv.flush()?;
            let _ = write!(manifest, "\n[{file}]\nrows = {}\n", sheet.rows);
            if let Some(total) = sheet.total {
                let _ = writeln!(manifest, "total = \"{total}\"");
            }
        }
        Ok(fs::write(self.dir.join("manifest.toml"), manifest)?)
    }
}

impl Sheet {
    fn cell(&mut self, value: impl Display) -> Result<()> {
        self.cell.clear();
        let _ = write!(self.cell, "{value}");
        self.csv.write_field(&self.cell)
    }
}
