//! Whether a loan's ledger and our own replay of it agree, instalment by instalment, to the fen.

use chrono::NaiveDate;

use super::{Dated, Event, Existing, January, Keep, Pay, Replay, ReplayError, due_on, replay};
use crate::edition::LoanRates;
use crate::money::Fen;

/// One line of the ledger, as far as the schedule is concerned. Penalties are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Booked {
    /// An instalment, or a part of one.
    Instalment {
        /// Its number.
        number: u16,
        /// Its principal.
        principal: Fen,
        /// Its interest.
        interest: Fen,
        /// What the ledger says is owed afterwards.
        balance: Fen,
    },
    /// Principal repaid ahead of time.
    Ahead {
        /// The day.
        on: NaiveDate,
        /// How much.
        amount: Fen,
        /// Everything that was left.
        settled: bool,
    },
}

/// What the ledger says of an instalment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InLedger {
    /// Principal, all parts together.
    pub principal: Fen,
    /// Interest, all parts together.
    pub interest: Fen,
    /// What is owed after the last part.
    pub balance: Fen,
}

/// An instalment as we reckon it, beside the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Ours.
    pub ours: Dated,
    /// The ledger's; `None` when it has no line for it.
    pub booked: Option<InLedger>,
}

impl Compared {
    /// Principal, interest and balance are the same to the fen.
    pub fn agrees(&self) -> bool {
        let ours = &self.ours.instalment;
        self.booked
            == Some(InLedger {
                principal: ours.principal,
                interest: ours.interest,
                balance: ours.balance,
            })
    }

    /// The ledger has it, with other figures.
    pub fn differs(&self) -> bool {
        self.booked.is_some() && !self.agrees()
    }
}

/// A replay beside the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Our replay, with what the ledger says was repaid ahead.
    pub replay: Replay,
    /// Each instalment due so far.
    pub instalments: Vec<Compared>,
    /// Lines of instalments that are not due yet, or that our schedule does not have.
    pub beyond: usize,
}

impl Agreement {
    /// How many instalments are the same in both.
    pub fn same(&self) -> usize {
        self.instalments
            .iter()
            .filter(|compared| compared.agrees())
            .count()
    }

    /// Those with other figures in the ledger.
    pub fn differing(&self) -> impl Iterator<Item = &Compared> {
        self.instalments.iter().filter(|compared| compared.differs())
    }

    /// Those due that the ledger does not have: not paid yet.
    pub fn unpaid(&self) -> impl Iterator<Item = &Compared> {
        self.instalments
            .iter()
            .filter(|compared| compared.booked.is_none())
    }
}

/// Replays a loan beside its ledger, lines oldest first, up to the close of `as_of`.
///
/// A ledger does not say whether term or payment was kept when something was repaid ahead: the one the following lines
/// agree with is taken, and the term where both do.
///
/// # Errors
/// As [`replay`].
pub fn agreement(
    terms: &Existing,
    rates: &LoanRates,
    january: January,
    ledger: &[Booked],
    as_of: NaiveDate,
) -> Result<Agreement, ReplayError> {
    let mut events = repaid_ahead(terms, ledger);
    let compare = |events: &[Event]| {
        let replay = replay(terms, rates, events, january, as_of)?;
        Ok(compared(replay, ledger, as_of))
    };
    for at in 0..events.len() {
        let Some(Event {
            pay: Pay::Amount(amount, _),
            ..
        }) = events.get(at).copied()
        else {
            continue;
        };
        let mut other = events.clone();
        if let Some(event) = other.get_mut(at) {
            event.pay = Pay::Amount(amount, Keep::Payment);
        }
        // An event that cannot have been leaves the other way, whose error is the answer.
        let Ok(shortened) = compare(&other) else { continue };
        let kept: Result<Agreement, ReplayError> = compare(&events);
        if kept.is_ok_and(|kept| kept.same() < shortened.same()) {
            events = other;
        }
    }
    compare(&events)
}

/// The ledger's repayments ahead of time: each follows the last instalment due up to its day.
fn repaid_ahead(terms: &Existing, ledger: &[Booked]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for line in ledger {
        let Booked::Ahead { on, amount, settled } = *line else {
            continue;
        };
        let due =
            |number: &u16| due_on(terms.granted_on, terms.due_day, *number).is_some_and(|day| day <= on);
        let after = (1..=terms.months.get()).take_while(due).last().unwrap_or(0);
        match events.last_mut().filter(|event| event.after == after) {
            // Two on the way to one due day count as one.
            Some(Event {
                pay: Pay::Amount(sum, _),
                ..
            }) if !settled => *sum += amount,
            Some(event) => event.pay = Pay::Settle,
            None if settled => events.push(Event {
                after,
                pay: Pay::Settle,
            }),
            None => events.push(Event {
                after,
                pay: Pay::Amount(amount, Keep::Term),
            }),
        }
    }
    events
}

fn compared(replay: Replay, ledger: &[Booked], as_of: NaiveDate) -> Agreement {
    let mut booked: Vec<Option<InLedger>> = vec![None; replay.due_until(as_of).len()];
    let mut beyond = 0;
    for line in ledger {
        let Booked::Instalment {
            number,
            principal,
            interest,
            balance,
        } = *line
        else {
            continue;
        };
        let at = usize::from(number).checked_sub(1);
        let Some(place) = at.and_then(|at| booked.get_mut(at)) else {
            beyond += 1;
            continue;
        };
        let sum = place.get_or_insert_default();
        sum.principal += principal;
        sum.interest += interest;
        sum.balance = balance;
    }
    let pairs = replay.due_until(as_of).iter().zip(booked);
    let instalments = pairs
        .map(|(ours, booked)| Compared { ours: *ours, booked })
        .collect();
    Agreement {
        replay,
        instalments,
        beyond,
    }
}
