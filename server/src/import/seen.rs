//! What the rows before say about the next one: keys that must be new, owners that must exist, people who must not be two,
//! ledgers that must add up to the balance beside them.
//!
//! Keys are remembered by a 64-bit hash, 30-odd bytes an account, so that a million of them fit any machine. Two of a
//! million numbers share a hash with a chance of one in thirty million; the import would be refused, not wrong.
//!
//! A row that is wrong in itself still counts as there, as far as its key can be read: one fault is reported once, not once
//! more for everything that refers to it.

use super::{
    cells::{CellFault, Column},
    ledger::{Columns, Ledgers, Owner, Owners, Posting, Stage},
};
use chrono::NaiveDate;
use fund::money::Fen;
use fund::records::{
    Account, AccountEntry, AccountNo, Employer, EmployerNo, LoanAccount, LoanEntry, LoanEntryKind, LoanNo,
    Member, PersonName, Serial,
};
use std::{
    collections::{HashMap, hash_map},
    hash::{DefaultHasher, Hash, Hasher},
};

/// What has been read so far.
#[derive(Default)]
pub(super) struct Seen {
    employers: HashMap<u64, u32>,
    people: HashMap<u64, Person>,
    accounts: Owners,
    loans: Owners,
    entries: Ledgers<AccountEntry>,
    loan_entries: Ledgers<LoanEntry>,
}

/// Whoever has a paper.
struct Person {
    line: u32,
    name: u64,
}

impl Seen {
    pub(super) fn employer(&mut self, row: &Employer, line: u64, key: Column) -> Vec<CellFault> {
        match self.employers.insert(hash(&row.employer_no), short(line)) {
            Some(first) => vec![repeated(key, first)],
            None => Vec::new(),
        }
    }

    pub(super) fn spoilt_employer(&mut self, employer_no: &EmployerNo, line: u64) {
        self.employers.entry(hash(employer_no)).or_insert(short(line));
    }

    pub(super) fn member(
        &mut self,
        row: &Member,
        line: u64,
        [key, employer, paper]: [Column; 3],
    ) -> Vec<CellFault> {
        let mut faults = Vec::new();
        if !self.employers.contains_key(&hash(&row.employer_no)) {
            faults.push(CellFault::of(
                employer,
                "names an employer that is not in employers.csv",
            ));
        }
        let owner = Owner {
            line: short(line),
            stage: Stage::Member,
            balance: Fen::ZERO,
            spoilt: false,
        };
        match self.accounts.entry(hash(&row.account_no)) {
            hash_map::Entry::Occupied(first) => faults.push(repeated(key, first.get().line)),
            hash_map::Entry::Vacant(place) => {
                place.insert(owner);
            }
        }
        faults.extend(self.person(row, line, paper));
        faults
    }

    /// Two accounts may be one person's; two people's they are if the names differ.
    fn person(&mut self, row: &Member, line: u64, paper: Column) -> Option<CellFault> {
        let name = hash_of_name(&row.name);
        let key = hash(&(row.paper.kind(), row.paper.as_str()));
        let first = self.people.entry(key).or_insert(Person {
            line: short(line),
            name,
        });
        (first.name != name).then(|| {
            let reason = format!(
                "is also the number of the person on line {}, who has another name",
                first.line
            );
            CellFault::of(paper, reason)
        })
    }

    pub(super) fn spoilt_member(&mut self, account_no: &AccountNo, line: u64) {
        spoil(&mut self.accounts, hash(account_no), line, Stage::Member);
    }

    pub(super) fn account(&mut self, row: &Account, line: u64, key: Column) -> Vec<CellFault> {
        let owner = match self.accounts.get_mut(&hash(&row.account_no)) {
            None => return vec![CellFault::of(key, "names an account that is not in members.csv")],
            Some(owner) if owner.stage != Stage::Member => return vec![repeated(key, owner.line)],
            Some(owner) => owner,
        };
        *owner = Owner {
            line: short(line),
            stage: Stage::Row,
            balance: row.balance,
            spoilt: false,
        };
        Vec::new()
    }

    pub(super) fn spoilt_account(&mut self, account_no: &AccountNo, line: u64) {
        spoil(&mut self.accounts, hash(account_no), line, Stage::Row);
    }

    /// Whether every member has an account.
    pub(super) fn accounts_end(&self) -> Vec<CellFault> {
        let missing = self
            .accounts
            .values()
            .filter(|owner| owner.stage == Stage::Member && !owner.spoilt);
        match missing.clone().map(|owner| owner.line).min() {
            Some(first) => vec![CellFault::whole(format!(
                "members of members.csv without an account here: {}, the first on line {first} there",
                missing.count()
            ))],
            None => Vec::new(),
        }
    }

    pub(super) fn entry(
        &mut self,
        row: AccountEntry,
        at: u64,
        columns: &Columns,
        to: &mut Vec<AccountEntry>,
    ) -> Vec<CellFault> {
        self.entries.take(row, at, &mut self.accounts, columns, to)
    }

    pub(super) fn spoilt_entry(&mut self, account_no: Option<AccountNo>) {
        let owner = account_no.map(|number| hash(&number));
        self.entries.spoilt(owner, &mut self.accounts);
    }

    pub(super) fn entries_end(&mut self, columns: &Columns, to: &mut Vec<AccountEntry>) -> Vec<CellFault> {
        self.entries.end(&mut self.accounts, columns, to)
    }

    pub(super) fn loan(
        &mut self,
        row: &LoanAccount,
        line: u64,
        key: Column,
        account: Column,
    ) -> Vec<CellFault> {
        let mut faults = Vec::new();
        if !self.accounts.contains_key(&hash(&row.account_no)) {
            faults.push(CellFault::of(
                account,
                "names an account that is not in accounts.csv",
            ));
        }
        let owner = Owner {
            line: short(line),
            stage: Stage::Row,
            balance: row.balance,
            spoilt: false,
        };
        match self.loans.entry(hash(&row.loan_no)) {
            hash_map::Entry::Occupied(first) => faults.push(repeated(key, first.get().line)),
            hash_map::Entry::Vacant(place) => {
                place.insert(owner);
            }
        }
        faults
    }

    pub(super) fn spoilt_loan(&mut self, loan_no: &LoanNo, line: u64) {
        spoil(&mut self.loans, hash(loan_no), line, Stage::Row);
    }

    pub(super) fn loan_entry(
        &mut self,
        row: LoanEntry,
        at: u64,
        columns: &Columns,
        to: &mut Vec<LoanEntry>,
    ) -> Vec<CellFault> {
        self.loan_entries.take(row, at, &mut self.loans, columns, to)
    }

    pub(super) fn spoilt_loan_entry(&mut self, loan_no: Option<LoanNo>) {
        let owner = loan_no.map(|number| hash(&number));
        self.loan_entries.spoilt(owner, &mut self.loans);
    }

    pub(super) fn loan_entries_end(&mut self, columns: &Columns, to: &mut Vec<LoanEntry>) -> Vec<CellFault> {
        self.loan_entries.end(&mut self.loans, columns, to)
    }
}

impl Posting for AccountEntry {
    fn owner(&self) -> u64 {
        hash(&self.account_no)
    }

    fn serial(&self) -> Serial {
        self.serial
    }

    fn booked_on(&self) -> NaiveDate {
        self.booked_on
    }

    fn change(&self) -> Fen {
        self.amount
    }

    fn set_balance(&mut self, balance: Fen) {
        self.balance = balance;
    }
}

impl Posting for LoanEntry {
    fn owner(&self) -> u64 {
        hash(&self.loan_no)
    }

    fn serial(&self) -> Serial {
        self.serial
    }

    fn booked_on(&self) -> NaiveDate {
        self.booked_on
    }

    fn change(&self) -> Fen {
        match self.kind {
            LoanEntryKind::Granted => self.principal,
            _ => -self.principal,
        }
    }

    fn set_balance(&mut self, balance: Fen) {
        self.balance = balance;
    }
}

/// Enters what a wrong row is about.
fn spoil(owners: &mut Owners, key: u64, line: u64, stage: Stage) {
    let owner = owners.entry(key).or_insert(Owner {
        line: short(line),
        stage,
        balance: Fen::ZERO,
        spoilt: true,
    });
    owner.spoilt = true;
    if owner.stage == Stage::Member {
        owner.stage = stage;
    }
}

fn repeated(key: Column, first: u32) -> CellFault {
    CellFault::of(key, format!("stands on line {first} already"))
}

/// A name without blanks, dots and case, which differ from file to file for the same person.
fn hash_of_name(name: &PersonName) -> u64 {
    let letters = name.as_str().chars().filter(|c| c.is_alphanumeric());
    let plain: String = letters.flat_map(char::to_lowercase).collect();
    hash(&plain)
}

fn hash(key: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

/// Line numbers are for messages only: beyond four thousand million they stop.
fn short(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}
