//! What comes out: what is owed, the next payment, what each change of the rate brought, what settles it, and whether the
//! ledger says the same.

use chrono::NaiveDate;
use fund::{
    edition::LoanRates,
    money::Fen,
    rate::Rate,
    repayment::{Agreement, Booked, Replay, ReplayError, Settlement, Step, agreement, replay},
};
use maud::{Markup, html};

use super::{
    form::{Asked, Field, refused},
    tables,
};
use crate::{
    form::FormErrors,
    loan::parts::{details, figure, ready, soft},
    text::{format, loan::existing::ZH_CN as WORDS},
};

/// What the ledger of the person's own loan says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// Its lines, oldest first.
    pub lines: Vec<Booked>,
    /// The balance in the books, overdue principal included.
    pub balance: Fen,
    /// The rate in the books.
    pub rate: Rate,
}

/// A loan replayed, and compared with its ledger where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyLoan {
    /// The loan, past and future.
    pub replay: Replay,
    /// What the ledger says of it.
    pub ledger: Option<(Ledger, Agreement)>,
    /// The day all this is said for.
    pub as_of: NaiveDate,
    /// What settles the loan, and when; nothing once it is over.
    pub settlement: Option<(NaiveDate, Settlement)>,
}

impl MyLoan {
    /// Replays a loan by these rates up to the close of `as_of`, beside its ledger where there is one. Unless asked for
    /// another day, it is settled `today`.
    pub fn of(
        asked: &Asked,
        rates: &LoanRates,
        ledger: Option<Ledger>,
        as_of: NaiveDate,
        today: NaiveDate,
    ) -> Result<Self, FormErrors> {
        let Asked {
            terms,
            january,
            settle_on,
        } = asked;
        let no_rate = |error: ReplayError| match error {
            ReplayError::NoRate(day) => refused(Field::GrantedOn, &(WORDS.no_rate)(&format::date(day))),
            other => refused(Field::GrantedOn, &other.to_string()),
        };
        let compare = |ledger: Ledger| {
            let found = agreement(terms, rates, *january, &ledger.lines, as_of)?;
            Ok((ledger, found))
        };
        let ledger: Option<(Ledger, Agreement)> = ledger.map(compare).transpose().map_err(no_rate)?;
        let replay = match &ledger {
            Some((_, agreement)) => agreement.replay.clone(),
            None => replay(terms, rates, &[], *january, as_of).map_err(no_rate)?,
        };
        let settlement = settlement(&replay, terms.granted_on, *settle_on, today)?;
        Ok(Self {
            replay,
            ledger,
            as_of,
            settlement,
        })
    }

    /// What is owed: what the books say, or what the plan leaves.
    pub fn balance(&self) -> Fen {
        let books = self.ledger.as_ref().map(|(ledger, _)| ledger.balance);
        books.unwrap_or_else(|| self.replay.balance_on(self.as_of))
    }

    /// The answer as HTML.
    pub(super) fn html(&self) -> String {
        html! {
            (figure(&(WORDS.balance)(&format::date(self.as_of)), self.balance()))
            p { (self.next()) }
            (soft(&self.unknown()))
            @if let Some((ledger, agreement)) = &self.ledger { (self.compared(ledger, agreement)) }
            (self.steps())
            (self.settlement())
            (details("schedule", WORDS.schedule, &html! {
                p.soft { (WORDS.convention) }
                div.years { (ready(tables::years(&self.replay))) }
            }))
        }
        .into_string()
    }

    fn next(&self) -> String {
        let Some(next) = self.replay.next_after(self.as_of) else {
            let last = self.replay.instalments.last();
            return last.map_or_else(String::new, |last| (WORDS.over)(&format::date(last.due_on)));
        };
        (WORDS.next)(
            &format::date(next.due_on),
            &format::yuan(next.instalment.payment),
            next.instalment.number,
            self.replay.instalments.len(),
            &next.rate.to_string(),
        )
    }

    fn unknown(&self) -> String {
        let unknown = self.replay.instalments.iter().find(|dated| !dated.known);
        let known_until = format::date(self.replay.known_until);
        unknown.map_or_else(String::new, |dated| {
            (WORDS.unknown)(&known_until, &dated.rate.to_string())
        })
    }

    fn compared(&self, ledger: &Ledger, agreement: &Agreement) -> Markup {
        let (same, other, unpaid) = (
            agreement.same(),
            agreement.differing().count(),
            agreement.unpaid().count(),
        );
        let verdict = if other == 0 {
            (WORDS.agrees)(same)
        } else {
            (WORDS.differs)(same, other)
        };
        let (planned, rate) = (self.replay.balance_on(self.as_of), self.books_rate());
        let all_is_well =
            other + unpaid + agreement.beyond == 0 && ledger.balance == planned && ledger.rate == rate;
        html! {
            div class=(if all_is_well { "banner done" } else { "banner caution" }) {
                p.banner-title { (verdict) }
                @if other > 0 { p { (WORDS.differs_help) } }
                @if unpaid > 0 { p { ((WORDS.unpaid)(unpaid)) } }
                @if agreement.beyond > 0 { p { ((WORDS.beyond)(agreement.beyond)) } }
                @if ledger.balance != planned {
                    p { ((WORDS.other_balance)(&format::yuan(ledger.balance), &format::yuan(planned))) }
                }
                @if ledger.rate != rate { p { ((WORDS.other_rate)(&ledger.rate.to_string(), &rate.to_string())) } }
            }
            (details("compare", WORDS.compare, &ready(tables::comparison(agreement))))
        }
    }

    /// The rate the books should hold: that of the next instalment.
    fn books_rate(&self) -> Rate {
        let next = self.replay.next_after(self.as_of);
        next.map_or_else(|| self.replay.rate_on(self.as_of), |next| next.rate)
    }

    fn steps(&self) -> Markup {
        let steps = &self.replay.steps;
        let so_far: Fen = steps.iter().map(|step| step.saved_so_far).sum();
        let in_all: Fen = steps.iter().map(|step| step.saved).sum();
        html! {
            @if steps.is_empty() {
                (soft(WORDS.no_step))
            } @else {
                p { (either(in_all, WORDS.saved, WORDS.cost, so_far)) }
                (details("steps", WORDS.steps, &html! {
                    ul.trace { @for step in steps { (one_step(step)) } }
                    p.soft { (WORDS.step_how) }
                }))
            }
        }
    }

    fn settlement(&self) -> Markup {
        let Some((day, settlement)) = &self.settlement else {
            return html! {};
        };
        let [amount, principal, interest] =
            [settlement.amount(), settlement.principal, settlement.interest].map(format::yuan);
        let unpaid = self
            .ledger
            .as_ref()
            .map_or(0, |(_, found)| found.unpaid().count());
        html! {
            @if unpaid > 0 {
                p { b { ((WORDS.first_current)(unpaid)) } " " a href=(crate::loan::overdue::PATH) { (WORDS.how_current) } }
            }
            p { b { ((WORDS.settlement)(&format::date(*day), &amount)) } }
            (soft(&(WORDS.settlement_parts)(&principal, settlement.days, &interest)))
        }
    }
}

/// What settles a loan on the day asked for, or today; a day when nothing is owed is refused.
fn settlement(
    replay: &Replay,
    granted_on: NaiveDate,
    settle_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Option<(NaiveDate, Settlement)>, FormErrors> {
    let day = settle_on.unwrap_or(today);
    let owes = day >= granted_on && replay.balance_on(day) > Fen::ZERO;
    match (owes, settle_on) {
        (true, _) => Ok(Some((day, replay.settlement_on(day)))),
        (false, None) => Ok(None),
        (false, Some(_)) => Err(refused(Field::SettleOn, WORDS.settle_range)),
    }
}

/// A sentence about a saving, or about a cost when it is negative; amounts so far and in all.
fn either(
    in_all: Fen,
    saved: fn(&str, &str) -> String,
    cost: fn(&str, &str) -> String,
    so_far: Fen,
) -> String {
    let sentence = if in_all.is_negative() { cost } else { saved };
    let sign = |amount: Fen| format::yuan(if in_all.is_negative() { -amount } else { amount });
    sentence(&sign(so_far), &sign(in_all))
}

fn one_step(step: &Step) -> Markup {
    let day = format::date(step.due_on);
    let [before, after] = [step.payment_before, step.payment_after].map(format::yuan);
    html! {
        li {
            p { b { ((WORDS.step)(&day, &step.before.to_string(), &step.after.to_string())) } }
            p { ((WORDS.step_payment)(&before, &after)) }
            p { (either(step.saved, WORDS.step_saved, WORDS.step_cost, step.saved_so_far)) }
        }
    }
}
