//! What the books say of a loan, in the terms our own figures are reckoned in.

use super::{LoanAccount, LoanEntry, LoanEntryKind, LoanMethod};
use crate::{
    edition::LoanRates,
    money::Fen,
    months::Months,
    quota::Home,
    rate::Rate,
    repayment::{Booked, DueDays, Existing, Loan, Method, Schedule, due_on, schedule},
};
use chrono::NaiveDate;

impl LoanMethod {
    /// The plan such a loan is repaid by; none where it has none.
    pub const fn plan(self) -> Option<Method> {
        match self {
            Self::LevelPayment => Some(Method::LevelPayment),
            Self::LevelPrincipal => Some(Method::LevelPrincipal),
            Self::AllAtEnd | Self::Free | Self::Other => None,
        }
    }
}

impl LoanEntryKind {
    /// Whether such a line pays an instalment or a part of one.
    pub const fn pays_instalment(self) -> bool {
        matches!(self, Self::Repayment | Self::Offset | Self::OverdueRepayment)
    }
}

impl LoanEntry {
    /// The line as the comparison with our own replay takes it: money that repays principal or interest.
    pub fn booked(&self) -> Option<Booked> {
        let ahead = |settled| Booked::Ahead {
            on: self.occurred_on,
            amount: self.principal,
            settled,
        };
        match (self.kind, self.period) {
            (LoanEntryKind::Granted, _) => None,
            (LoanEntryKind::Prepayment, _) => Some(ahead(false)),
            (LoanEntryKind::Settled, _) => Some(ahead(true)),
            (_, Some(number)) => Some(Booked::Instalment {
                number,
                principal: self.principal,
                interest: self.interest,
                balance: self.balance,
            }),
            // Extensions, write-offs: nothing the plan knows of.
            (_, None) => None,
        }
    }
}

/// The number of the last instalment that was paid, by the lines of a ledger in any order.
pub fn last_paid<'e>(entries: impl IntoIterator<Item = &'e LoanEntry>) -> u16 {
    let pays = |entry: &&LoanEntry| entry.kind.pays_instalment();
    let periods = entries.into_iter().filter(pays).filter_map(|entry| entry.period);
    periods.max().unwrap_or(0)
}

/// What is left of a loan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RestOfLoan {
    /// What is owed.
    pub principal: Fen,
    /// In so many instalments.
    pub months: Months,
    /// The annual rate.
    pub rate: Rate,
    /// How it is repaid.
    pub method: Method,
    /// When instalments are due, from the first of these on.
    pub due: DueDays,
}

impl RestOfLoan {
    fn schedule(&self) -> Schedule {
        schedule(&Loan {
            principal: self.principal,
            months: self.months,
            rate: self.rate,
            method: self.method,
        })
    }
}

impl LoanAccount {
    /// The home whose published rate the loan bears on a day, first home before second; the books do not say which it was for.
    pub fn home(&self, rates: &LoanRates, day: NaiveDate) -> Option<Home> {
        let bears = |home: &Home| {
            let quote = rates.contract_quote(*home, self.months, self.granted_on, day);
            quote.is_some_and(|quote| quote.rate == self.rate)
        };
        Home::ALL.iter().copied().find(bears)
    }

    /// What was agreed when it was granted, as far as the books say; nothing for a loan that is repaid by no plan.
    pub fn agreed(&self, rates: &LoanRates) -> Option<Existing> {
        let decided_on = self
            .next
            .map(|next| next.due_on)
            .or(self.settled_on)
            .unwrap_or(self.granted_on);
        Some(Existing {
            granted_on: self.granted_on,
            principal: self.principal,
            months: self.months,
            method: self.method.plan()?,
            home: self.home(rates, decided_on).unwrap_or(Home::First),
            due_day: self.due_day,
        })
    }

    /// Principal is overdue.
    pub fn is_late(&self) -> bool {
        self.overdue_principal > Fen::ZERO
    }

    /// The loan from its next instalment on, with nothing overdue counted. Nothing for a loan that is repaid by no plan, or at
    /// its end; nor for one whose payment was kept when it was repaid ahead: it ends sooner than the contract says, and what is
    /// left of it is not known here.
    pub fn ahead(&self) -> Option<RestOfLoan> {
        let next = self.next?;
        let rest = self.rest(
            self.balance - self.overdue_principal,
            next.number.checked_sub(1)?,
            next.due_on,
        )?;
        about(rest.schedule().first_payment(), next.payment).then_some(rest)
    }

    /// The loan from its first unpaid instalment on, when `paid` is the last that was paid. Nothing where an instalment was paid
    /// in part, which the books' own figure of what is overdue tells.
    pub fn unpaid(&self, paid: u16) -> Option<RestOfLoan> {
        let first_due = due_on(self.granted_on, self.due_day, paid.checked_add(1)?)?;
        let rest = self.rest(self.balance, paid, first_due)?;
        let missed = rest
            .schedule()
            .instalments
            .into_iter()
            .zip(paid + 1..)
            .take_while(|(_, number)| self.next.is_some_and(|next| *number < next.number));
        let overdue = missed.map(|(month, _)| month.principal).sum();
        about(overdue, self.overdue_principal).then_some(rest)
    }

    fn rest(&self, principal: Fen, paid: u16, first_due: NaiveDate) -> Option<RestOfLoan> {
        let months = self.months.get().checked_sub(paid)?;
        (principal > Fen::ZERO).then_some(RestOfLoan {
            principal,
            months: Months::new(months.into()).ok()?,
            rate: self.rate,
            method: self.method.plan()?,
            due: DueDays::on(first_due, self.due_day).ok()?,
        })
    }
}

/// The same but for the rounding of the instalments before.
fn about(one: Fen, other: Fen) -> bool {
    (one - other).get().abs() <= Fen::from_yuan(1).get()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::samples::{self, day};

    #[test]
    fn lines_of_the_ledger_are_instalments_or_repaid_ahead() {
        let entry = |kind, period| LoanEntry {
            kind,
            period,
            ..samples::loan_entry(1, 1)
        };
        assert_eq!(entry(LoanEntryKind::Granted, None).booked(), None);
        assert_eq!(entry(LoanEntryKind::WrittenOff, None).booked(), None);
        for kind in [
            LoanEntryKind::Repayment,
            LoanEntryKind::Offset,
            LoanEntryKind::OverdueRepayment,
        ] {
            let line = entry(kind, Some(5)).booked();
            assert!(
                matches!(line, Some(Booked::Instalment { number: 5, .. })),
                "{kind}"
            );
        }
        let settled = entry(LoanEntryKind::Settled, Some(5)).booked();
        assert!(matches!(settled, Some(Booked::Ahead { settled: true, .. })));
    }

    #[test]
    fn the_last_instalment_paid_is_no_prepayment() {
        let entry = |kind, period| LoanEntry {
            kind,
            period,
            ..samples::loan_entry(1, 1)
        };
        let ledger = [
            entry(LoanEntryKind::Repayment, Some(1)),
            entry(LoanEntryKind::OverdueRepayment, Some(2)),
            entry(LoanEntryKind::Prepayment, Some(9)),
        ];
        assert_eq!(last_paid(&ledger), 2);
        assert_eq!(last_paid([]), 0);
    }

    #[test]
    fn what_is_left_begins_with_the_next_instalment() {
        let loan = samples::loan(1);
        let rest = loan.ahead().unwrap();
        let first = samples::loan_entry(1, 1);
        assert_eq!((rest.principal, rest.months.get()), (first.balance, 239));
        assert_eq!(rest.due.first(), day("2026-12-20"));
        for (said, other) in [
            (
                "no next instalment",
                LoanAccount {
                    next: None,
                    ..loan.clone()
                },
            ),
            (
                "repaid by no plan",
                LoanAccount {
                    method: LoanMethod::Free,
                    ..loan.clone()
                },
            ),
            (
                "a payment that was kept",
                LoanAccount {
                    balance: loan.balance - Fen::from_yuan(50_000),
                    ..loan.clone()
                },
            ),
        ] {
            assert_eq!(other.ahead(), None, "{said}");
        }
    }

    #[test]
    fn what_is_unpaid_begins_with_the_first_missed_instalment() {
        let loan = samples::loan(1);
        let missed = samples::loan_entry(1, 1).principal;
        let late = LoanAccount {
            balance: loan.principal,
            overdue_principal: missed,
            ..loan
        };
        assert!(late.is_late());
        let rest = late.unpaid(0).unwrap();
        assert_eq!((rest.principal, rest.months.get()), (late.principal, 240));
        assert_eq!(rest.due.first(), day("2026-11-20"));
        let in_part = LoanAccount {
            overdue_principal: missed - Fen::from_yuan(100),
            ..late
        };
        assert_eq!(in_part.unpaid(0), None);
    }
}
