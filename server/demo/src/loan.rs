//! The life of one loan: the fund's own replay of its terms, booked instalment by instalment.

use crate::DemoError;
use crate::centre::Centre;
use crate::story::{Borrowing, Turn};
use chrono::{Days, NaiveDate};
use fund::money::Fen;
use fund::overdue::penalty;
use fund::rate::Rate;
use fund::records::LoanEntryKind;
use fund::repayment::{Dated, Event, Instalment, January, Keep, Pay, replay};

/// Days between a late instalment's due day and its payment.
const LATE_DAYS: u32 = 12;

/// A line of the ledger.
pub(crate) struct Line {
    pub(crate) kind: LoanEntryKind,
    pub(crate) on: NaiveDate,
    pub(crate) principal: Fen,
    pub(crate) interest: Fen,
    pub(crate) penalty: Fen,
    pub(crate) period: Option<u16>,
}

impl Line {
    fn principal(kind: LoanEntryKind, on: NaiveDate, principal: Fen) -> Self {
        let (interest, penalty, period) = (Fen::ZERO, Fen::ZERO, None);
        Self {
            kind,
            on,
            principal,
            interest,
            penalty,
            period,
        }
    }

    /// Principal that belongs to no instalment.
    pub(crate) fn ahead(&self) -> Fen {
        self.period.map_or(self.principal, |_| Fen::ZERO)
    }

    pub(crate) fn amount(&self) -> Fen {
        self.principal + self.interest + self.penalty
    }
}

/// A loan as it stands at the close of the day, with its ledger.
pub(crate) struct Loan {
    pub(crate) plan: Borrowing,
    /// The rate in force now, and the next instalment; none when all is repaid.
    pub(crate) rate: Rate,
    pub(crate) next: Option<Dated>,
    pub(crate) unpaid: Vec<Dated>,
    /// The first of them grants the loan.
    pub(crate) lines: Vec<Line>,
}

impl Loan {
    /// Lives a loan up to the close of the day.
    pub(crate) fn live(plan: Borrowing, centre: &Centre<'_>) -> Result<Self, DemoError> {
        let ahead: Vec<_> = repaid_ahead(&plan, centre.as_of).into_iter().collect();
        let (rates, as_of) = (&centre.edition.loan_rates, centre.as_of);
        let replay = replay(&plan.terms, rates, &ahead, January::Whole, as_of)?;
        let due = replay.due_until(as_of);
        let overdue = match plan.turn {
            Turn::Overdue(instalments) => instalments.into(),
            _ => 0,
        };
        let (paid, unpaid) = due.split_at(due.len().saturating_sub(overdue));
        Ok(Self {
            rate: replay.rate_on(as_of),
            next: replay.next_after(as_of).copied(),
            unpaid: unpaid.to_vec(),
            lines: lines(&plan, paid, centre),
            plan,
        })
    }

    /// What was repaid so far, in all or of a part.
    pub(crate) fn repaid(&self, of: fn(&Line) -> Fen) -> Fen {
        self.lines.iter().skip(1).map(of).sum()
    }

    /// What is owed, with what is overdue.
    pub(crate) fn balance(&self) -> Fen {
        self.plan.terms.principal - self.repaid(|line| line.principal)
    }

    pub(crate) fn overdue(&self, of: fn(&Instalment) -> Fen) -> Fen {
        self.unpaid.iter().map(|dated| of(&dated.instalment)).sum()
    }

    pub(crate) fn settled_on(&self) -> Option<NaiveDate> {
        let last = self.lines.last().map(|line| line.on);
        last.filter(|_| self.balance() == Fen::ZERO)
    }
}

/// What has been repaid ahead by a day, on the day an instalment was due, so that no interest is owed beside it.
fn repaid_ahead(plan: &Borrowing, by: NaiveDate) -> Option<Event> {
    let (after, pay) = match plan.turn {
        Turn::Prepaid(after, amount) => (after, Pay::Amount(amount, Keep::Term)),
        Turn::Settled(after) => (after, Pay::Settle),
        _ => return None,
    };
    let due = plan.due_on(after)? <= by;
    due.then_some(Event { after, pay })
}

fn lines(plan: &Borrowing, paid: &[Dated], centre: &Centre<'_>) -> Vec<Line> {
    let terms = &plan.terms;
    let granted = Line::principal(LoanEntryKind::Granted, terms.granted_on, terms.principal);
    let mut lines = vec![granted];
    for dated in paid {
        let instalment = &dated.instalment;
        let late = matches!(plan.turn, Turn::Late(late) if late == instalment.number);
        let days = if late { LATE_DAYS } else { 0 };
        lines.push(Line {
            kind: match plan.turn {
                Turn::Late(_) if late => LoanEntryKind::OverdueRepayment,
                Turn::Offset => LoanEntryKind::Offset,
                _ => LoanEntryKind::Repayment,
            },
            on: dated.due_on + Days::new(days.into()),
            principal: instalment.principal,
            interest: instalment.interest,
            penalty: penalty(instalment.payment, dated.rate, days, &centre.edition.overdue),
            period: Some(instalment.number),
        });
        if dated.repaid_ahead > Fen::ZERO {
            let kind = match plan.turn {
                Turn::Settled(_) => LoanEntryKind::Settled,
                _ => LoanEntryKind::Prepayment,
            };
            lines.push(Line::principal(kind, dated.due_on, dated.repaid_ahead));
        }
    }
    lines
}
