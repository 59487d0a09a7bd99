//! A loan on its way, instalment by instalment, while rates change and parts of it are repaid ahead.
//!
//! [`schedule`](super::schedule) is a course nothing happens to. What happens changes what is to come, never what was:
//!
//! | event | level payment | level principal |
//! | --- | --- | --- |
//! | a new rate | M anew from the balance and the months left | the principal of each month stays |
//! | prepaid, payment kept | M stays, the loan ends sooner | the principal of each month stays, the loan ends sooner |
//! | prepaid, term kept | M anew from the balance and the months left | balance / months left |
//!
//! "Months left" are those the loan then has: after it was shortened, the shorter rest. Whatever happens, the last month clears
//! the balance, and once it is cleared the loan is over.

use super::{Instalment, Level, Loan, Method, interest_at};
use crate::code::coded;
use crate::money::{Fen, quotient_half_up};
use crate::months::Months;
use crate::rate::Rate;

coded! {
    /// What stays as it is when part of a loan is repaid ahead; the one that saves more first.
    #[derive(Default)]
    Keep {
        /// 缩短期限: the same payment (or principal) every month, so the loan ends sooner.
        #[default]
        Payment = "payment",
        /// 减少月供: the same last month, so each month costs less.
        Term = "term",
    }
}

/// Where a loan stands between two instalments. As an iterator it gives the instalments to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    method: Method,
    rate: Rate,
    level: Level,
    balance: Fen,
    /// Number of the next instalment.
    next: u16,
    /// Number of the last one.
    last: u16,
}

impl Course {
    /// The loan on the day it is granted.
    pub fn begin(loan: &Loan) -> Self {
        Self {
            method: loan.method,
            rate: loan.rate,
            level: Level::of(loan),
            balance: loan.principal.or_zero(),
            next: 1,
            last: loan.months.get(),
        }
    }

    /// What is owed.
    pub const fn balance(&self) -> Fen {
        self.balance
    }

    /// The annual rate in force.
    pub const fn rate(&self) -> Rate {
        self.rate
    }

    /// Instalments still to come.
    pub const fn months_left(&self) -> u16 {
        (self.last + 1).saturating_sub(self.next)
    }

    /// The rate is another from the next instalment on.
    pub fn reprice(&mut self, rate: Rate) {
        self.rate = rate;
        if self.method == Method::LevelPayment {
            self.recompute();
        }
    }

    /// Principal is repaid ahead, between two instalments; at most the balance is taken. What is repaid in full is over.
    pub fn prepay(&mut self, amount: Fen, keep: Keep) {
        self.balance -= amount.or_zero().min(self.balance);
        match keep {
            Keep::Term => self.recompute(),
            Keep::Payment => self.end_when_cleared(),
        }
    }

    /// The next instalment with a month's interest at two rates: `before` for `days.0` days of it, the rate in force for
    /// the other `days.1`. Without any days it is the plain next instalment.
    pub fn split_instalment(&mut self, before: Rate, days: (u16, u16)) -> Option<Instalment> {
        let whole = i128::from(days.0) + i128::from(days.1);
        if whole == 0 {
            return self.next();
        }
        let weighed = i128::from(before.units()) * i128::from(days.0)
            + i128::from(self.rate.units()) * i128::from(days.1);
        let interest = quotient_half_up(
            i128::from(self.balance.get()) * weighed,
            i128::from(super::MONTHLY_DENOMINATOR) * whole,
        );
        self.pay(Fen::new(i64::try_from(interest).unwrap_or(i64::MAX)))
    }

    /// The plan anew from the balance, the months left and the rate.
    fn recompute(&mut self) {
        let Ok(months) = Months::new(self.months_left().into()) else {
            return;
        };
        self.level = Level::of(&Loan {
            principal: self.balance,
            months,
            rate: self.rate,
            method: self.method,
        });
        self.end_when_cleared();
    }

    /// The loan is over with the instalment that clears the balance at the present level. Of a rest so small that a month's
    /// part of it rounds to nothing, a fen is repaid each month: no month passes with nothing paid, before the end or after.
    fn end_when_cleared(&mut self) {
        let (Level::Payment(level) | Level::Principal(level)) = &mut self.level;
        *level = (*level).max(Fen::new(1));
        let mut ahead = self.clone();
        while ahead.balance > Fen::ZERO && ahead.next().is_some() {}
        self.last = ahead.next.saturating_sub(1);
    }

    fn pay(&mut self, interest: Fen) -> Option<Instalment> {
        if self.next > self.last {
            return None;
        }
        let number = self.next;
        let principal = if number == self.last {
            self.balance
        } else {
            self.level.principal(interest).min(self.balance)
        };
        self.balance -= principal;
        self.next += 1;
        Some(Instalment {
            number,
            payment: principal + interest,
            principal,
            interest,
            balance: self.balance,
        })
    }
}

impl Iterator for Course {
    type Item = Instalment;

    fn next(&mut self) -> Option<Instalment> {
        self.pay(interest_at(self.balance, self.rate.units()))
    }
}
