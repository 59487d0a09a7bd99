//! The loan somebody has: what was typed, or the signed-in person's own beside its ledger. One function behind the page
//! and the JSON.

pub(super) mod api;
pub(super) mod page;

use app::loan::existing::{Field, Ledger, Page, ReplayedLoan, filled, read};
use app::loan::form::Typed;
use app::loan::page::Origin;
use app::text::{Lang, Worded as _};
use fund::repayment::{Booked, Existing};

use super::own_records::typed;
use crate::http::form::Fields;
use crate::http::visitor::Visitor;
use crate::seal::PersonKey;
use crate::state::AppState;
use crate::store::error::StoreError;
use fund::records::{LoanAccount, LoanEntry};

/// Lines of a ledger read at a time.
const LINES: u16 = 500;
/// More than any ledger has: 360 instalments, each in several parts.
const MOST_LINES: usize = 10_000;

/// The fields that were sent over `start`; when none was, the person's own loan. A loan that is the person's own, however
/// it came into the form, stands beside its ledger.
pub(super) async fn answer(
    state: &AppState,
    visitor: &Visitor,
    fields: &Fields,
    start: Typed<Field>,
    lang: Lang,
) -> Result<Page, StoreError> {
    let (rates, today) = (&state.edition.loan_rates, state.clock.today());
    let own = match visitor.signed_in {
        Some(session) => state
            .store
            .loan(session.person)
            .await?
            .map(|loan| (session.person, loan)),
        None => None,
    };
    let agreed = own.as_ref().and_then(|(_, loan)| loan.agreed(rates));
    // What the form would refuse, nobody typed: a loan from before the first rate on record cannot be replayed.
    let replayable = |terms: &Existing| ReplayedLoan::of(&filled(terms), rates, None, today, lang).is_ok();
    let terms = agreed.filter(replayable);
    let (typed, origin) = match (typed(start, fields), &terms) {
        ((_, Origin::Example), Some(terms)) => (filled(terms), Origin::Account),
        (sent, _) => sent,
    };
    let without_plan = own
        .as_ref()
        .filter(|_| origin == Origin::Example && agreed.is_none())
        .map(|(_, loan)| loan.method.worded(lang));
    let is_own = read(&typed, today, lang).is_ok_and(|question| terms == Some(question.terms));
    let (origin, ledger) = match own.filter(|_| is_own) {
        Some((person, loan)) => (Origin::Account, Some(ledger(state, person, &loan).await?)),
        None => (origin, None),
    };
    let outcome = ReplayedLoan::of(&typed, rates, ledger, today, lang);
    Ok(Page {
        typed,
        origin,
        without_plan,
        outcome,
    })
}

/// The whole ledger of a person's loan.
async fn ledger(state: &AppState, person: PersonKey, loan: &LoanAccount) -> Result<Ledger, StoreError> {
    let mut lines: Vec<Booked> = Vec::new();
    let mut before = None;
    while lines.len() < MOST_LINES {
        let page = state.store.loan_entries(person, before, LINES).await?;
        lines.extend(page.lines.iter().filter_map(LoanEntry::booked));
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    lines.reverse();
    let today = state.clock.today();
    Ok(Ledger {
        lines,
        balance: loan.balance,
        rate: loan.rate,
        as_of: state.data_as_of().unwrap_or(today).min(today),
    })
}
