//! Ledgers: the lines of one account or loan stand together, by day, and add up to the balance beside them.
//!
//! Exports write the lines of one day in any order, as their index gives them. So a day is judged when all of it has been
//! read: only its close must not lie below zero, and its lines are put in an order in which none of them does.

use super::cells::{CellFault, Column};
use chrono::NaiveDate;
use fund::money::Fen;
use fund::records::Serial;
use std::collections::{HashMap, HashSet};

/// A row that is a line of a ledger.
pub(super) trait Posting {
    /// What the owner is known by in [`Owners`].
    fn owner(&self) -> u64;
    fn serial(&self) -> Serial;
    fn booked_on(&self) -> NaiveDate;
    /// What it does to the balance.
    fn change(&self) -> Fen;
    fn set_balance(&mut self, balance: Fen);
}

/// Accounts or loans by the hash of their number.
pub(super) type Owners = HashMap<u64, Owner>;

/// An account or a loan.
pub(super) struct Owner {
    /// Where its row stands.
    pub(super) line: u32,
    pub(super) stage: Stage,
    /// What its ledger must come to.
    pub(super) balance: Fen,
    /// A row of it was wrong: what would follow from that is not reported too.
    pub(super) spoilt: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// An account's member has been read.
    Member,
    /// The account, or loan, itself has.
    Row,
    /// So have lines of its ledger.
    Ledger,
}

/// A ledger's columns, and the file its owners stand in.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) key: Column,
    pub(super) serial: Column,
    pub(super) day: Column,
    pub(super) amount: Column,
    pub(super) owners: &'static str,
}

/// The ledgers of one file as they are read.
pub(super) struct Ledgers<R> {
    open: Option<Open>,
    /// The lines of the day being read, each with its line in the file.
    day: Vec<(u64, R)>,
    serials: HashSet<Serial>,
}

/// The ledger being read.
struct Open {
    owner: u64,
    /// Its latest line in the file.
    line: u64,
    day: NaiveDate,
    /// At the close of the day before.
    balance: Fen,
    spoilt: bool,
}

impl<R> Default for Ledgers<R> {
    fn default() -> Self {
        Self {
            open: None,
            day: Vec::new(),
            serials: HashSet::new(),
        }
    }
}

impl<R: Posting> Ledgers<R> {
    /// Takes the line at `at` of the file; gives the lines of a day that is over on to `to`.
    pub(super) fn take(
        &mut self,
        row: R,
        at: u64,
        owners: &mut Owners,
        columns: &Columns,
        to: &mut Vec<R>,
    ) -> Vec<CellFault> {
        let mut faults = Vec::new();
        if self.open.as_ref().is_none_or(|open| open.owner != row.owner()) {
            self.close(owners, columns, to, &mut faults);
            self.begin(&row, at, owners, columns, &mut faults);
        }
        let Some(mut open) = self.open.take() else {
            return faults;
        };
        if row.booked_on() > open.day {
            self.settle(&mut open, columns, to, &mut faults);
        }
        if let Some(fault) = self.out_of_place(&row, &open, columns) {
            faults.push(fault);
            open.spoilt = true;
        }
        open.line = at;
        open.day = open.day.max(row.booked_on());
        self.day.push((at, row));
        self.open = Some(open);
        faults
    }

    /// A line of this ledger could not be read: the rest of it will not add up. Without a readable owner it is taken for a
    /// line of the ledger it stands in.
    pub(super) fn spoilt(&mut self, owner: Option<u64>, owners: &mut Owners) {
        let open = self.open.as_mut();
        let Some(owner) = owner.or(open.as_ref().map(|open| open.owner)) else {
            return;
        };
        if let Some(owner) = owners.get_mut(&owner) {
            owner.spoilt = true;
        }
        if let Some(open) = open.filter(|open| open.owner == owner) {
            open.spoilt = true;
        }
    }

    /// The file is at its end.
    pub(super) fn end(&mut self, owners: &mut Owners, columns: &Columns, to: &mut Vec<R>) -> Vec<CellFault> {
        let mut faults = Vec::new();
        self.close(owners, columns, to, &mut faults);
        faults.extend(without_ledger(owners, columns.owners));
        faults
    }

    fn begin(
        &mut self,
        row: &R,
        at: u64,
        owners: &mut Owners,
        columns: &Columns,
        faults: &mut Vec<CellFault>,
    ) {
        let Columns {
            key, owners: file, ..
        } = *columns;
        let reason = match owners.get_mut(&row.owner()) {
            None => Some(format!("is not in {file}")),
            Some(owner) => {
                let before = std::mem::replace(&mut owner.stage, Stage::Ledger);
                let apart =
                    "had lines before, with another's between: the lines of one ledger stand together";
                (before == Stage::Ledger).then(|| apart.to_owned())
            }
        };
        let spoilt = reason.is_some() || owners.get(&row.owner()).is_some_and(|owner| owner.spoilt);
        faults.extend(reason.map(|reason| CellFault::of(key, reason)));
        self.serials.clear();
        self.open = Some(Open {
            owner: row.owner(),
            line: at,
            day: row.booked_on(),
            balance: Fen::ZERO,
            spoilt,
        });
    }

    fn out_of_place(&mut self, row: &R, open: &Open, columns: &Columns) -> Option<CellFault> {
        if !self.serials.insert(row.serial()) {
            return Some(CellFault::of(
                columns.serial,
                "is the serial number of an earlier line of the same ledger",
            ));
        }
        (row.booked_on() < open.day).then(|| {
            CellFault::of(
                columns.day,
                "is earlier than on the line before: the oldest day comes first",
            )
        })
    }

    /// The day is over.
    fn settle(&mut self, open: &mut Open, columns: &Columns, to: &mut Vec<R>, faults: &mut Vec<CellFault>) {
        if !put_in_order(&mut self.day, open.balance)
            && !open.spoilt
            && let Some((at, _)) = self.day.iter().rev().find(|(_, row)| row.change().is_negative())
        {
            let reason = "takes the ledger below zero at the close of the day";
            faults.push(CellFault::on_line(*at, columns.amount, reason));
            open.spoilt = true;
        }
        for (_, mut row) in self.day.drain(..) {
            open.balance += row.change();
            row.set_balance(open.balance);
            to.push(row);
        }
    }

    /// The ledger is over.
    fn close(
        &mut self,
        owners: &mut Owners,
        columns: &Columns,
        to: &mut Vec<R>,
        faults: &mut Vec<CellFault>,
    ) {
        let Some(mut open) = self.open.take() else { return };
        self.settle(&mut open, columns, to, faults);
        let Some(owner) = owners.get_mut(&open.owner) else {
            return;
        };
        owner.spoilt |= open.spoilt;
        if !owner.spoilt && owner.balance != open.balance {
            let reason = "the ledger that ends here does not add up to its balance";
            faults.push(CellFault::on_line(open.line, columns.key, reason));
        }
    }
}

/// Puts a day's lines in an order in which none takes the balance below zero: the file's if it will do, else that of the
/// serial numbers, else money in before money out. False if there is none.
fn put_in_order<R: Posting>(day: &mut [(u64, R)], opening: Fen) -> bool {
    if holds(day, opening) {
        return true;
    }
    day.sort_by_key(|(_, row)| {
        let serial = row.serial();
        (serial.as_str().len(), serial)
    });
    if holds(day, opening) {
        return true;
    }
    day.sort_by_key(|(at, row)| (row.change().is_negative(), *at));
    holds(day, opening)
}

fn holds<R: Posting>(day: &[(u64, R)], opening: Fen) -> bool {
    let mut balance = opening;
    day.iter().all(|(_, row)| {
        balance += row.change();
        !balance.is_negative()
    })
}

fn without_ledger(owners: &Owners, file: &str) -> Option<CellFault> {
    let missing = owners
        .values()
        .filter(|owner| owner.stage != Stage::Ledger && owner.balance != Fen::ZERO && !owner.spoilt);
    let first = missing.clone().map(|owner| owner.line).min()?;
    Some(CellFault::whole(format!(
        "rows of {file} with a balance and no line here: {}, the first on line {first} there",
        missing.count()
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    struct Line(u32, i64, Fen);

    impl Posting for Line {
        fn owner(&self) -> u64 {
            1
        }
        fn serial(&self) -> Serial {
            Serial::parse(&format!("S{}", self.0)).unwrap()
        }
        fn booked_on(&self) -> NaiveDate {
            NaiveDate::MIN
        }
        fn change(&self) -> Fen {
            Fen::new(self.1)
        }
        fn set_balance(&mut self, balance: Fen) {
            self.2 = balance;
        }
    }

    fn ordered(changes: &[(u32, i64)], opening: i64) -> Option<Vec<u32>> {
        let mut day: Vec<_> = (1..)
            .zip(changes)
            .map(|(at, (serial, change))| (at, Line(*serial, *change, Fen::ZERO)))
            .collect();
        put_in_order(&mut day, Fen::new(opening)).then(|| day.iter().map(|(_, line)| line.0).collect())
    }

    #[test]
    fn the_files_order_then_the_serials_then_money_in_first() {
        assert_eq!(ordered(&[(9, 5), (1, -5)], 0), Some(vec![9, 1]), "it will do");
        assert_eq!(
            ordered(&[(10, -5), (9, 5), (8, 0)], 0),
            Some(vec![8, 9, 10]),
            "S9 before S10"
        );
        assert_eq!(ordered(&[(1, -5), (2, 0), (3, 5)], 0), Some(vec![2, 3, 1]));
        assert_eq!(ordered(&[(1, -5), (2, 4)], 0), None);
        assert_eq!(ordered(&[], 0), Some(vec![]));
    }

    proptest! {
        #[test]
        fn a_day_that_closes_well_has_an_order(
            changes in proptest::collection::vec(-50_i64..50, 0..8),
            opening in 0_i64..60,
        ) {
            let lines: Vec<_> = (1_u32..).zip(changes.iter().copied()).collect();
            let closes = opening + changes.iter().sum::<i64>() >= 0;
            prop_assert_eq!(ordered(&lines, opening).is_some(), closes);
        }
    }
}
