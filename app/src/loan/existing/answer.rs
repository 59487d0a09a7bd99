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
    form::{Field, Question, read, refused},
    tables,
};
use crate::{
    form::FormErrors,
    loan::{
        answer::{
            Answer,
            parts::{details, figure, soft},
        },
        form::Typed,
        paths,
    },
    text::{
        Lang, Worded as _,
        loan::{Text as Room, existing::Text},
    },
};

pub(super) type Words = crate::loan::answer::Words<&'static Text>;

/// What the ledger of the person's own loan says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// Its lines, oldest first.
    pub lines: Vec<Booked>,
    /// The balance in the books, overdue principal included.
    pub balance: Fen,
    /// The rate in the books.
    pub rate: Rate,
    /// The day up to whose close the books are known.
    pub as_of: NaiveDate,
}

/// A loan replayed, and compared with its ledger where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplayedLoan {
    /// The loan, past and future.
    pub replay: Replay,
    /// What the ledger says of it.
    pub ledger: Option<(Ledger, Agreement)>,
    /// The day all this is said for.
    pub as_of: NaiveDate,
    /// What settles the loan, and when; nothing once it is over.
    pub settlement: Option<(NaiveDate, Settlement)>,
}

impl ReplayedLoan {
    /// The loan as typed, replayed by these rates up to the close of `today`, or beside its ledger up to the day that is known
    /// to; or what to correct. Unless asked for another day, it is settled `today`.
    pub fn of(
        typed: &Typed<Field>,
        rates: &LoanRates,
        ledger: Option<Ledger>,
        today: NaiveDate,
        lang: Lang,
    ) -> Result<Self, FormErrors> {
        let Question {
            terms,
            january,
            settle_on,
        } = read(typed, today, lang)?;
        let as_of = ledger.as_ref().map_or(today, |ledger| ledger.as_of);
        let not_replayed = |error| not_replayed(error, lang);
        let compare = |ledger: Ledger| {
            let found = agreement(&terms, rates, january, &ledger.lines, as_of)?;
            Ok((ledger, found))
        };
        let ledger = ledger.map(compare).transpose().map_err(not_replayed)?;
        let replay = match &ledger {
            Some((_, agreement)) => agreement.replay.clone(),
            None => replay(&terms, rates, &[], january, as_of).map_err(not_replayed)?,
        };
        let settlement = settlement(&replay, terms.granted_on, settle_on, today, lang)?;
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

    fn next(&self, words: &Words) -> String {
        let Some(next) = self.replay.next_after(self.as_of) else {
            let last = self.replay.instalments.last();
            return last.map_or_else(String::new, |last| {
                (words.own.over)(&words.format.date(last.due_on))
            });
        };
        (words.own.next)(
            &words.format.date(next.due_on),
            &words.format.yuan(next.instalment.payment),
            next.instalment.number,
            self.replay.instalments.len(),
            &next.rate.to_string(),
        )
    }

    fn unknown(&self, words: &Words) -> String {
        let unknown = self.replay.instalments.iter().find(|dated| !dated.known);
        let known_until = words.format.date(self.replay.known_until);
        unknown.map_or_else(String::new, |dated| {
            (words.own.unknown)(&known_until, &dated.rate.to_string())
        })
    }

    fn compared(&self, ledger: &Ledger, agreement: &Agreement, words: &Words) -> Markup {
        let (same, other, unpaid) = (
            agreement.same(),
            agreement.differing().count(),
            agreement.unpaid().count(),
        );
        let verdict = if other == 0 {
            (words.own.agrees)(same)
        } else {
            (words.own.differs)(same, other)
        };
        let (planned, rate) = (self.replay.balance_on(self.as_of), self.books_rate());
        let all_is_well =
            other + unpaid + agreement.beyond == 0 && ledger.balance == planned && ledger.rate == rate;
        html! {
            div class=(if all_is_well { "banner done" } else { "banner caution" }) {
                p.banner-title { (verdict) }
                @if other > 0 { p { (words.own.differs_help) } }
                @if unpaid > 0 { p { ((words.own.unpaid)(unpaid)) } }
                @if agreement.beyond > 0 { p { ((words.own.beyond)(agreement.beyond)) } }
                @if ledger.balance != planned {
                    p { ((words.own.other_balance)(&words.format.yuan(ledger.balance), &words.format.yuan(planned))) }
                }
                @if ledger.rate != rate { p { ((words.own.other_rate)(&ledger.rate.to_string(), &rate.to_string())) } }
            }
            (details("compare", words.own.compare, &tables::comparison(agreement, words)))
        }
    }

    /// The rate the books should hold: that of the next instalment.
    fn books_rate(&self) -> Rate {
        let next = self.replay.next_after(self.as_of);
        next.map_or_else(|| self.replay.rate_on(self.as_of), |next| next.rate)
    }

    fn steps(&self, words: &Words) -> Markup {
        let steps = &self.replay.steps;
        let so_far: Fen = steps.iter().map(|step| step.saved_so_far).sum();
        let in_all: Fen = steps.iter().map(|step| step.saved).sum();
        html! {
            @if steps.is_empty() {
                (soft(words.own.no_step))
            } @else {
                p { (either([words.own.saved, words.own.cost], so_far, in_all, words)) }
                (details("steps", words.own.steps, &html! {
                    ul.trace { @for step in steps { (one_step(step, words)) } }
                    p.soft { (words.own.step_how) }
                }))
            }
        }
    }

    fn settlement(&self, words: &Words) -> Markup {
        let Some((day, settlement)) = &self.settlement else {
            return html! {};
        };
        let [amount, principal, interest] = [settlement.amount(), settlement.principal, settlement.interest]
            .map(|amount| words.format.yuan(amount));
        let unpaid = self
            .ledger
            .as_ref()
            .map_or(0, |(_, found)| found.unpaid().count());
        html! {
            @if unpaid > 0 {
                p { b { ((words.own.first_current)(unpaid)) } " " a href=(paths::OVERDUE) { (words.own.how_current) } }
            }
            p { b { ((words.own.settlement)(&words.format.date(*day), &amount)) } }
            (soft(&(words.own.settlement_parts)(&principal, settlement.days, &interest)))
        }
    }
}

/// Why a loan cannot be replayed, as it is said at its first day.
fn not_replayed(error: ReplayError, lang: Lang) -> FormErrors {
    refused(Field::GrantedOn, lang, |say| match error {
        ReplayError::NoRate(day) => (say.own.no_rate)(&say.format.date(day)),
        other => other.worded(lang),
    })
}

/// What settles a loan on the day asked for, or today; a day when nothing is owed is refused.
fn settlement(
    replay: &Replay,
    granted_on: NaiveDate,
    settle_on: Option<NaiveDate>,
    today: NaiveDate,
    lang: Lang,
) -> Result<Option<(NaiveDate, Settlement)>, FormErrors> {
    let day = settle_on.unwrap_or(today);
    let owes = day >= granted_on && replay.balance_on(day) > Fen::ZERO;
    match (owes, settle_on) {
        (true, _) => Ok(Some((day, replay.settlement_on(day)))),
        (false, None) => Ok(None),
        (false, Some(_)) => Err(refused(Field::SettleOn, lang, |say| say.own.settle_range)),
    }
}

/// A sentence about a saving, or about a cost when it is negative; amounts so far and in all.
fn either([saved, cost]: [fn(&str, &str) -> String; 2], so_far: Fen, in_all: Fen, words: &Words) -> String {
    let costs = in_all.is_negative();
    let sentence = if costs { cost } else { saved };
    let unsigned = |amount: Fen| words.format.yuan(if costs { -amount } else { amount });
    sentence(&unsigned(so_far), &unsigned(in_all))
}

fn one_step(step: &Step, words: &Words) -> Markup {
    let day = words.format.date(step.due_on);
    let [before, after] = [step.payment_before, step.payment_after].map(|amount| words.format.yuan(amount));
    html! {
        li {
            p { b { ((words.own.step)(&day, &step.before.to_string(), &step.after.to_string())) } }
            p { ((words.own.step_payment)(&before, &after)) }
            p { (either([words.own.step_saved, words.own.step_cost], step.saved_so_far, step.saved, words)) }
        }
    }
}

impl Answer for ReplayedLoan {
    type Words = &'static Text;

    fn words(room: &'static Room) -> Self::Words {
        &room.existing
    }

    fn head(&self, words: &Words) -> Markup {
        html! {
            (figure(&(words.own.balance)(&words.format.date(self.as_of)), self.balance(), &words.format))
            p { (self.next(words)) }
            (soft(&self.unknown(words)))
        }
    }

    fn rest(&self, words: &Words) -> Markup {
        let schedule = html! {
            p.soft { (words.own.convention) }
            div.years { (tables::years(&self.replay, words)) }
        };
        html! {
            @if let Some((ledger, agreement)) = &self.ledger { (self.compared(ledger, agreement, words)) }
            (self.steps(words))
            (self.settlement(words))
            (details("schedule", words.own.schedule, &schedule))
        }
    }
}
