//! What the rows before say about the next one: keys that must be new, owners that must exist, ledgers that must add
//! up to the balance beside them.
//!
//! Keys are remembered by a 64-bit hash, 30-odd bytes an account, so that a million of them fit any machine. Two of a
//! million numbers share a hash with a chance of one in thirty million; the import would be refused, not wrong.

use super::{
    cells::{CellFault, Column},
    rows::{AccountRow, EmployerRow, EntryRow, LoanEntryKind, LoanEntryRow, LoanRow, MemberRow, Serial},
};
use chrono::NaiveDate;
use fund::money::Fen;
use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
    mem,
};

/// What has been read so far.
#[derive(Default)]
pub(super) struct Seen {
    employers: HashMap<u64, u32>,
    accounts: HashMap<u64, Owner>,
    loans: HashMap<u64, Owner>,
    open: Option<Ledger>,
    serials: HashSet<Serial>,
}

/// An account or a loan.
struct Owner {
    /// Where its row stands.
    line: u32,
    stage: Stage,
    /// What its ledger must come to.
    balance: Fen,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// An account's member has been read.
    Member,
    /// The account, or loan, itself has.
    Row,
    /// So have the lines of its ledger.
    Ledger,
}

/// The ledger whose lines are being read.
struct Ledger {
    owner: u64,
    line: u64,
    day: NaiveDate,
    balance: Fen,
}

/// One line of a ledger, whichever it is.
struct Line {
    owner: u64,
    serial: Serial,
    day: NaiveDate,
    change: Fen,
    at: u64,
}

/// A ledger's columns: owner, serial, booking date, amount.
type Columns = [Column; 4];

impl Seen {
    pub(super) fn employer(&mut self, row: &EmployerRow, line: u64, key: Column) -> Result<(), CellFault> {
        match self.employers.insert(hash(&row.employer_no), short(line)) {
            Some(first) => Err(repeated(key, first)),
            None => Ok(()),
        }
    }

    pub(super) fn member(
        &mut self,
        row: &MemberRow,
        line: u64,
        key: Column,
        employer: Column,
    ) -> Result<(), CellFault> {
        if !self.employers.contains_key(&hash(&row.employer_no)) {
            return Err(CellFault::of(
                employer,
                "names an employer that is not in employers.csv",
            ));
        }
        let owner = Owner {
            line: short(line),
            stage: Stage::Member,
            balance: Fen::ZERO,
        };
        match self.accounts.insert(hash(&row.account_no), owner) {
            Some(first) => Err(repeated(key, first.line)),
            None => Ok(()),
        }
    }

    pub(super) fn account(&mut self, row: &AccountRow, line: u64, key: Column) -> Result<(), CellFault> {
        let Some(owner) = self.accounts.get_mut(&hash(&row.account_no)) else {
            return Err(CellFault::of(key, "names an account that is not in members.csv"));
        };
        if owner.stage != Stage::Member {
            return Err(repeated(key, owner.line));
        }
        *owner = Owner {
            line: short(line),
            stage: Stage::Row,
            balance: row.balance,
        };
        Ok(())
    }

    /// Whether every member has an account.
    pub(super) fn accounts_end(&self) -> Result<(), CellFault> {
        let missing = self
            .accounts
            .values()
            .filter(|owner| owner.stage == Stage::Member);
        match missing.clone().map(|owner| owner.line).min() {
            Some(first) => Err(CellFault::whole(format!(
                "members of members.csv without an account here: {}, the first on line {first} there",
                missing.count()
            ))),
            None => Ok(()),
        }
    }

    pub(super) fn entry(&mut self, row: &mut EntryRow, at: u64, columns: Columns) -> Result<(), CellFault> {
        let line = Line {
            owner: hash(&row.account_no),
            serial: row.serial,
            day: row.booked_on,
            change: row.amount,
            at,
        };
        let Self {
            accounts,
            open,
            serials,
            ..
        } = self;
        row.balance = next_line(accounts, open, serials, &line, columns, "accounts.csv")?;
        Ok(())
    }

    pub(super) fn entries_end(&mut self, key: Column) -> Result<(), CellFault> {
        close(&mut self.accounts, self.open.take(), key)?;
        without_ledger(&self.accounts, "accounts.csv")
    }

    pub(super) fn loan(
        &mut self,
        row: &LoanRow,
        line: u64,
        key: Column,
        account: Column,
    ) -> Result<(), CellFault> {
        if !self.accounts.contains_key(&hash(&row.account_no)) {
            return Err(CellFault::of(
                account,
                "names an account that is not in accounts.csv",
            ));
        }
        let owner = Owner {
            line: short(line),
            stage: Stage::Row,
            balance: row.balance,
        };
        match self.loans.insert(hash(&row.loan_no), owner) {
            Some(first) => Err(repeated(key, first.line)),
            None => Ok(()),
        }
    }

    pub(super) fn loan_entry(
        &mut self,
        row: &mut LoanEntryRow,
        at: u64,
        columns: Columns,
    ) -> Result<(), CellFault> {
        let change = match row.kind {
            LoanEntryKind::Granted => row.principal,
            _ => -row.principal,
        };
        let line = Line {
            owner: hash(&row.loan_no),
            serial: row.serial,
            day: row.booked_on,
            change,
            at,
        };
        let Self {
            loans, open, serials, ..
        } = self;
        row.balance = next_line(loans, open, serials, &line, columns, "loans.csv")?;
        Ok(())
    }

    pub(super) fn loan_entries_end(&mut self, key: Column) -> Result<(), CellFault> {
        close(&mut self.loans, self.open.take(), key)?;
        without_ledger(&self.loans, "loans.csv")
    }
}

/// Takes one line of a ledger and gives the balance after it.
fn next_line(
    owners: &mut HashMap<u64, Owner>,
    open: &mut Option<Ledger>,
    serials: &mut HashSet<Serial>,
    line: &Line,
    [key, serial, day, amount]: Columns,
    file: &str,
) -> Result<Fen, CellFault> {
    let ledger = match open {
        Some(ledger) if ledger.owner == line.owner => ledger,
        _ => {
            close(owners, open.take(), key)?;
            serials.clear();
            begin(owners, line, key, file)?;
            open.insert(Ledger {
                owner: line.owner,
                line: line.at,
                day: line.day,
                balance: Fen::ZERO,
            })
        }
    };
    if !serials.insert(line.serial) {
        return Err(CellFault::of(
            serial,
            "is the serial number of an earlier line of the same ledger",
        ));
    }
    if line.day < ledger.day {
        return Err(CellFault::of(
            day,
            "is earlier than on the line before: the oldest line comes first",
        ));
    }
    ledger.day = line.day;
    ledger.line = line.at;
    ledger.balance += line.change;
    if ledger.balance.is_negative() {
        return Err(CellFault::of(amount, "takes the ledger below zero"));
    }
    Ok(ledger.balance)
}

fn begin(owners: &mut HashMap<u64, Owner>, line: &Line, key: Column, file: &str) -> Result<(), CellFault> {
    let owner = owners.get_mut(&line.owner);
    let owner = owner.ok_or_else(|| CellFault::of(key, format!("is not in {file}")))?;
    match mem::replace(&mut owner.stage, Stage::Ledger) {
        Stage::Ledger => Err(CellFault::of(
            key,
            "had lines before, with another's between: the lines of one ledger stand together",
        )),
        Stage::Member | Stage::Row => Ok(()),
    }
}

/// Checks a ledger that has come to its end.
fn close(owners: &mut HashMap<u64, Owner>, ledger: Option<Ledger>, key: Column) -> Result<(), CellFault> {
    let Some(ledger) = ledger else { return Ok(()) };
    match owners.get(&ledger.owner) {
        Some(owner) if owner.balance != ledger.balance => Err(CellFault::on_line(
            ledger.line,
            key,
            "the ledger that ends here does not add up to its balance",
        )),
        _ => Ok(()),
    }
}

fn without_ledger(owners: &HashMap<u64, Owner>, file: &str) -> Result<(), CellFault> {
    let missing = owners
        .values()
        .filter(|owner| owner.stage != Stage::Ledger && owner.balance != Fen::ZERO);
    match missing.clone().map(|owner| owner.line).min() {
        Some(first) => Err(CellFault::whole(format!(
            "rows of {file} with a balance and no line here: {}, the first on line {first} there",
            missing.count()
        ))),
        None => Ok(()),
    }
}

fn repeated(key: Column, first: u32) -> CellFault {
    CellFault::of(key, format!("stands on line {first} already"))
}

fn hash(key: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

/// Line numbers are for messages only: beyond four thousand million they stop.
fn short(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}
