//! The loan somebody has: what was typed, or the signed-in person's own beside its ledger. One function behind the page
//! and the JSON.

pub(super) mod api;
pub(super) mod page;

use app::form::FormErrors;
use app::loan::existing::{Asked, Field, Ledger, MyLoan, Origin, filled, is_sent, read};
use app::loan::sheet::Typed;
use chrono::NaiveDate;
use fund::edition::LoanRates;
use fund::quota::Home;
use fund::repayment::{Booked, Existing, Method};

use super::store::{LoanEntry, LoanSummary};
use crate::http::form::Fields;
use crate::http::visitor::Visitor;
use crate::import::rows::{LoanEntryKind, LoanMethod};
use crate::seal::PersonKey;
use crate::state::AppState;
use crate::store::StoreError;

/// Lines of a ledger read at a time.
const LINES: u16 = 500;
/// More than any ledger has: 360 instalments, each in several parts.
const MOST_LINES: usize = 10_000;

/// What was asked, where it came from, and what comes of it.
pub(super) struct Answered {
    pub(super) typed: Typed<Field>,
    pub(super) origin: Origin,
    pub(super) outcome: Result<MyLoan, FormErrors>,
}

/// The fields that were sent over `start`; when none was, the person's own loan. A loan that is the person's own, however
/// it came into the form, stands beside its ledger.
pub(super) async fn answer(
    state: &AppState,
    visitor: &Visitor,
    fields: &Fields,
    start: Typed<Field>,
) -> Result<Answered, StoreError> {
    let (rates, today) = (&state.edition.loan_rates, state.clock.today());
    let own = match visitor.signed_in {
        Some(session) => state
            .store
            .loan(session.person)
            .await?
            .map(|loan| (session.person, loan)),
        None => None,
    };
    let as_of = state.data_as_of().unwrap_or(today).min(today);
    let agreed = own.as_ref().and_then(|(_, loan)| terms(loan, rates));
    // What the form would refuse, nobody typed: a loan from before the first rate on record cannot be replayed.
    let replayable = |terms: &Existing| {
        let asked = read(&filled(terms), today);
        asked.is_ok_and(|asked| typed_loan(&asked, rates, today).is_ok())
    };
    let terms = agreed.filter(replayable);
    let (typed, mut origin) = if is_sent(|name| fields.find(name)) {
        (start.sent(|name| fields.find(name)), Origin::Address)
    } else {
        match (&terms, &own) {
            (Some(terms), _) => (filled(terms), Origin::Own),
            (None, Some((_, loan))) if agreed.is_none() => {
                (start, Origin::NoPlan(loan.method.label().to_owned()))
            }
            (None, _) => (start, Origin::Example),
        }
    };
    let asked = match read(&typed, today) {
        Ok(asked) => asked,
        Err(errors) => {
            return Ok(Answered {
                typed,
                origin,
                outcome: Err(errors),
            });
        }
    };
    let outcome = match own.filter(|_| terms == Some(asked.terms)) {
        Some((person, loan)) => {
            origin = Origin::Own;
            let ledger = ledger(state, person, &loan).await?;
            MyLoan::of(&asked, rates, Some(ledger), as_of, today)
        }
        None => typed_loan(&asked, rates, today),
    };
    Ok(Answered {
        typed,
        origin,
        outcome,
    })
}

fn typed_loan(asked: &Asked, rates: &LoanRates, today: NaiveDate) -> Result<MyLoan, FormErrors> {
    MyLoan::of(asked, rates, None, today, today)
}

/// What was agreed, as far as the books say; nothing for a loan that is repaid by no plan. They do not say whether it was
/// for a first home: that is the home whose rate they hold.
fn terms(loan: &LoanSummary, rates: &LoanRates) -> Option<Existing> {
    let method = match loan.method {
        LoanMethod::LevelPayment => Method::LevelPayment,
        LoanMethod::LevelPrincipal => Method::LevelPrincipal,
        LoanMethod::AllAtEnd | LoanMethod::Free | LoanMethod::Other => return None,
    };
    let decided_on = loan
        .next
        .map(|next| next.due_on)
        .or(loan.settled_on)
        .unwrap_or(loan.granted_on);
    let holds = |home: &Home| {
        let quote = rates.contract_quote(*home, loan.months, loan.granted_on, decided_on);
        quote.is_some_and(|quote| quote.rate == loan.rate)
    };
    let home = Home::ALL.iter().copied().find(holds).unwrap_or(Home::First);
    Some(Existing {
        granted_on: loan.granted_on,
        principal: loan.principal,
        months: loan.months,
        method,
        home,
        due_day: loan.due_day,
    })
}

/// The whole ledger of a person's loan.
async fn ledger(state: &AppState, person: PersonKey, loan: &LoanSummary) -> Result<Ledger, StoreError> {
    let mut lines: Vec<Booked> = Vec::new();
    let mut before = None;
    while lines.len() < MOST_LINES {
        let page = state.store.loan_entries(person, before, LINES).await?;
        lines.extend(page.lines.iter().filter_map(booked));
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    lines.reverse();
    Ok(Ledger {
        lines,
        balance: loan.balance,
        rate: loan.rate,
    })
}

/// A line as the comparison takes it: money that repays principal or interest.
fn booked(entry: &LoanEntry) -> Option<Booked> {
    let ahead = |settled| Booked::Ahead {
        on: entry.occurred_on,
        amount: entry.principal,
        settled,
    };
    match (entry.kind, entry.period) {
        (LoanEntryKind::Granted, _) => None,
        (LoanEntryKind::Prepayment, _) => Some(ahead(false)),
        (LoanEntryKind::Settled, _) => Some(ahead(true)),
        (_, Some(number)) => Some(Booked::Instalment {
            number,
            principal: entry.principal,
            interest: entry.interest,
            balance: entry.balance,
        }),
        // Extensions, write-offs: nothing the plan knows of.
        (_, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rows::Serial;
    use fund::money::Fen;

    fn entry(kind: LoanEntryKind, period: Option<u16>) -> LoanEntry {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        LoanEntry {
            line: 2,
            serial: Serial::parse("P1").unwrap(),
            kind,
            occurred_on: day,
            booked_on: day,
            amount: Fen::new(3),
            principal: Fen::new(2),
            interest: Fen::new(1),
            penalty: Fen::ZERO,
            balance: Fen::new(7),
            period,
        }
    }

    #[test]
    fn lines_of_the_ledger_are_instalments_or_repaid_ahead() {
        assert_eq!(booked(&entry(LoanEntryKind::Granted, None)), None);
        assert_eq!(booked(&entry(LoanEntryKind::WrittenOff, None)), None);
        for kind in [
            LoanEntryKind::Repayment,
            LoanEntryKind::Offset,
            LoanEntryKind::OverdueRepayment,
        ] {
            let line = booked(&entry(kind, Some(5)));
            assert!(
                matches!(line, Some(Booked::Instalment { number: 5, .. })),
                "{kind}"
            );
        }
        let settled = booked(&entry(LoanEntryKind::Settled, Some(5)));
        assert!(matches!(settled, Some(Booked::Ahead { settled: true, .. })));
    }
}
