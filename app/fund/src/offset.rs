//! Repaying a loan out of the account (冲还贷): account and loan simulated together, day by day where something happens.
//!
//! Contributions arrive on their day of every month; the account earns interest by [`crate::interest`], settled every 30 June
//! and usable from the next day; the loan runs by [`Course`]. On a due day contributions come first, then the instalment, then
//! what the way of offsetting does. Both borrowers' accounts are drawn in order, each down to the floor. Which ways there
//! are and the least floor are data of the edition ([`OffsetRules`]).
//!
//! The comparison is with the same loan paid in cash while the accounts keep everything, both up to the day the loan would
//! end by plan. What a household does with cash it keeps is not counted; so the difference of the two is the loan interest
//! saved less the deposit interest forgone, to the fen ([`Offset::gain`]).

mod rules;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub use self::rules::{OffsetRules, Way};
use crate::interest::{DatedRate, InterestError, Movement, settle, settlement_day};
use crate::money::Fen;
use crate::repayment::{Course, DueDays, Instalment, Keep, Loan, due_on};

/// An account and what comes into it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// What is in it at the beginning of the first day.
    pub balance: Fen,
    /// What is contributed every month, both shares.
    pub monthly: Fen,
}

/// A loan with the accounts of its borrowers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// What is owed now, the instalments still to come, rate and method.
    pub loan: Loan,
    /// The days its instalments are due, from the next one on.
    pub due: DueDays,
    /// The accounts in the order they are drawn; the second may be empty.
    pub accounts: [Account; 2],
    /// The first day, on or before the first due day.
    pub from: NaiveDate,
    /// The day of the month contributions arrive, 1–31; the last where a month has no such day.
    pub day: u8,
    /// What stays in each account.
    pub floor: Fen,
    /// How the loan is repaid out of them.
    pub way: Way,
    /// The month of the yearly ways, 1–12.
    pub month: u8,
    /// What stays as it is when principal is repaid ahead.
    pub keep: Keep,
}

/// A month of the loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    /// The day the instalment is due.
    pub due_on: NaiveDate,
    /// The instalment; its balance is before anything repaid ahead.
    pub instalment: Instalment,
    /// What each account pays of it.
    pub drawn: [Fen; 2],
    /// What each account pays back for earlier instalments.
    pub refunded: [Fen; 2],
    /// Principal each account repays ahead.
    pub ahead: [Fen; 2],
    /// What is in each account at the close of the day.
    pub accounts: [Fen; 2],
    /// What is still owed.
    pub owed: Fen,
}

/// The loan and the accounts up to the day the loan would end by plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Every month of the loan.
    pub months: Vec<Month>,
    /// All interest of the loan.
    pub loan_interest: Fen,
    /// All that was paid in cash, less what came back.
    pub cash: Fen,
    /// All interest the accounts earned.
    pub deposit_interest: Fen,
    /// What is in each account on the last day, with all interest up to it.
    pub accounts: [Fen; 2],
}

/// Repaying out of the accounts, against paying in cash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offset {
    /// Out of the accounts.
    pub offset: Run,
    /// In cash, the accounts untouched.
    pub in_cash: Run,
    /// The last day of both.
    pub until: NaiveDate,
}

/// Why it cannot be simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OffsetError {
    /// The interest cannot be computed.
    #[error("an account's interest cannot be computed: {0}")]
    Interest(#[from] InterestError),
    /// The next instalment is due before the first day.
    #[error("the next instalment is due before the first day")]
    DueBeforeStart,
    /// Beyond the calendar's end.
    #[error("a day lies beyond the calendar's end")]
    NoDate,
}

impl Month {
    /// What is paid in cash this month; negative when more comes back than is paid.
    pub fn cash(&self) -> Fen {
        self.instalment.payment - sum(self.drawn) - sum(self.refunded)
    }

    /// What the accounts give this month, for whatever.
    pub fn from_accounts(&self) -> Fen {
        sum(self.drawn) + sum(self.refunded) + sum(self.ahead)
    }
}

impl Run {
    /// What it costs in the end: the cash paid less what is in the accounts.
    pub fn net(&self) -> Fen {
        self.cash - sum(self.accounts)
    }
}

impl Offset {
    /// The first month in which the accounts no longer pay the whole instalment; only for [`Way::Monthly`].
    pub fn runs_dry(&self) -> Option<&Month> {
        self.offset
            .months
            .iter()
            .find(|month| sum(month.drawn) < month.instalment.payment)
    }

    /// What the household has more in the end than by paying in cash, cash and accounts together; negative when it has less.
    pub fn gain(&self) -> Fen {
        self.in_cash.net() - self.offset.net()
    }

    /// Loan interest saved.
    pub fn loan_interest_saved(&self) -> Fen {
        self.in_cash.loan_interest - self.offset.loan_interest
    }

    /// Deposit interest forgone.
    pub fn deposit_interest_forgone(&self) -> Fen {
        self.in_cash.deposit_interest - self.offset.deposit_interest
    }

    /// Instalments fewer than planned.
    pub fn months_saved(&self) -> usize {
        self.in_cash.months.len().saturating_sub(self.offset.months.len())
    }
}

/// Simulates a household's loan and accounts, out of the accounts and in cash.
///
/// # Errors
/// The first instalment before the first day, a day without a deposit rate or beyond the calendar.
pub fn offset(household: &Household, rates: &[DatedRate]) -> Result<Offset, OffsetError> {
    if household.due.first() < household.from {
        return Err(OffsetError::DueBeforeStart);
    }
    let last = household.loan.months.get().saturating_sub(1);
    let until = household.due.nth(last).ok_or(OffsetError::NoDate)?;
    Ok(Offset {
        offset: simulate(household, Some(household.way), rates, until)?,
        in_cash: simulate(household, None, rates, until)?,
        until,
    })
}

fn simulate(
    household: &Household,
    way: Option<Way>,
    rates: &[DatedRate],
    until: NaiveDate,
) -> Result<Run, OffsetError> {
    let mut life = Life {
        household,
        rates,
        course: Course::begin(&household.loan),
        accounts: household
            .accounts
            .map(|account| Ledger::open(account, household.from)),
        arrivals: 0,
        refundable: Fen::ZERO,
    };
    let mut months = Vec::with_capacity(usize::from(household.loan.months.get()));
    for at in 0..household.loan.months.get() {
        let due_on = household.due.nth(at).ok_or(OffsetError::NoDate)?;
        life.advance(due_on)?;
        match life.month(due_on, way) {
            Some(month) => months.push(month),
            None => break,
        }
    }
    life.advance(until)?;
    for ledger in &mut life.accounts {
        ledger.settle(until, rates)?;
    }
    let paid: Fen = months.iter().map(Month::cash).sum();
    Ok(Run {
        loan_interest: months.iter().map(|month| month.instalment.interest).sum(),
        cash: paid,
        deposit_interest: sum(life.accounts.each_ref().map(|ledger| ledger.interest)),
        accounts: life.accounts.each_ref().map(|ledger| ledger.balance),
        months,
    })
}

/// An account in its interest year.
struct Ledger {
    monthly: Fen,
    balance: Fen,
    /// The first day not yet settled, and what was carried into it.
    begins: NaiveDate,
    carried: Fen,
    movements: Vec<Movement>,
    interest: Fen,
}

impl Ledger {
    fn open(account: Account, from: NaiveDate) -> Self {
        let balance = account.balance.or_zero();
        Self {
            monthly: account.monthly.or_zero(),
            balance,
            begins: from,
            carried: balance,
            movements: Vec::new(),
            interest: Fen::ZERO,
        }
    }

    fn book(&mut self, date: NaiveDate, amount: Fen) {
        if amount != Fen::ZERO {
            self.balance += amount;
            self.movements.push(Movement { date, amount });
        }
    }

    /// Settles the interest up to the close of a day; it is in the account from the next.
    fn settle(&mut self, on: NaiveDate, rates: &[DatedRate]) -> Result<(), OffsetError> {
        if on < self.begins {
            return Ok(());
        }
        let settlement = settle(self.carried, &self.movements, rates, self.begins, on)?;
        self.interest += settlement.interest;
        self.balance += settlement.interest;
        self.carried = self.balance;
        self.begins = on.succ_opt().ok_or(OffsetError::NoDate)?;
        self.movements.clear();
        Ok(())
    }
}

/// Loan and accounts on their way.
struct Life<'a> {
    household: &'a Household,
    rates: &'a [DatedRate],
    course: Course,
    accounts: [Ledger; 2],
    /// Months of contributions looked at so far.
    arrivals: u16,
    /// Paid in cash since the last refund.
    refundable: Fen,
}

impl Life<'_> {
    /// Contributions up to and with a day, settlements before it, each on its day.
    fn advance(&mut self, until: NaiveDate) -> Result<(), OffsetError> {
        let Household { from, day, .. } = *self.household;
        loop {
            let arrives = due_on(from, day, self.arrivals).ok_or(OffsetError::NoDate)?;
            let settles = settlement_day(self.accounts[0].begins);
            if arrives <= until.min(settles) {
                self.arrivals = self.arrivals.saturating_add(1);
                for ledger in self.accounts.iter_mut().filter(|_| arrives >= from) {
                    let monthly = ledger.monthly;
                    ledger.book(arrives, monthly);
                }
            } else if settles < until {
                for ledger in &mut self.accounts {
                    ledger.settle(settles, self.rates)?;
                }
            } else {
                return Ok(());
            }
        }
    }

    /// The instalment of a due day and what the way does; nothing when the loan is repaid.
    fn month(&mut self, due_on: NaiveDate, way: Option<Way>) -> Option<Month> {
        let instalment = self.course.next()?;
        let nothing = [Fen::ZERO; 2];
        let (mut drawn, mut refunded, mut ahead) = (nothing, nothing, nothing);
        let its_month = due_on.month() == u32::from(self.household.month);
        let last = self.course.months_left() == 0;
        self.refundable += instalment.payment;
        match way {
            Some(Way::Monthly) => drawn = self.draw(due_on, instalment.payment),
            Some(Way::YearlyRefund) if its_month || last => {
                refunded = self.draw(due_on, self.refundable);
                self.refundable = Fen::ZERO;
            }
            Some(Way::YearlyPrincipal) if its_month => {
                ahead = self.draw(due_on, self.course.balance());
                if sum(ahead) > Fen::ZERO {
                    self.course.prepay(sum(ahead), self.household.keep);
                }
            }
            _ => {}
        }
        Some(Month {
            due_on,
            instalment,
            drawn,
            refunded,
            ahead,
            accounts: self.accounts.each_ref().map(|ledger| ledger.balance),
            owed: self.course.balance(),
        })
    }

    /// Takes up to `wanted` out of the accounts, in order, each down to the floor.
    fn draw(&mut self, on: NaiveDate, wanted: Fen) -> [Fen; 2] {
        let floor = self.household.floor.or_zero();
        let mut left = wanted.or_zero();
        self.accounts.each_mut().map(|ledger| {
            let taken = (ledger.balance - floor).or_zero().min(left);
            ledger.book(on, Fen::ZERO - taken);
            left -= taken;
            taken
        })
    }
}

fn sum(of_both: [Fen; 2]) -> Fen {
    of_both.into_iter().sum()
}

#[cfg(test)]
mod tests;
