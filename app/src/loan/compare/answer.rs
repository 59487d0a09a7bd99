//! What comes out: which plan is cheaper, which is lighter, and each plan's figures beside the first one's.

use fund::{
    money::Fen,
    plan::{Compared, Plan, compare},
    repayment::{Loan, Method},
};
use maud::{Markup, html};

use super::form::{Field, Question, read};
use crate::{
    form::FormErrors,
    loan::{
        answer::{Answer, Live, parts::soft},
        form::Typed,
        paths,
    },
    text::{
        Lang,
        loan::{Text as Room, compare},
        sentence::Sentence,
    },
};

type Words = crate::loan::answer::Words<compare::Answer>;

/// Plans side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Each with its place on the form, 0 to 3.
    pub plans: Vec<(usize, Compared)>,
}

impl Comparison {
    fn new(question: Question) -> Self {
        let (places, plans): (Vec<usize>, Vec<Plan>) = question.plans.into_iter().unzip();
        let compared = compare(&plans, question.granted);
        Self {
            plans: places.into_iter().zip(compared).collect(),
        }
    }

    /// The sentence that leads.
    fn verdict(&self, words: &Words) -> String {
        let Words { own, format, .. } = words;
        let found = |is: fn(&Compared) -> bool| self.plans.iter().find(|(_, plan)| is(plan));
        let cheapest = found(|plan| plan.cheapest);
        let lightest = found(|plan| plan.lightest);
        let interest = self.plans.iter().map(|(_, plan)| plan.schedule.total_interest);
        let dearest = interest.max().unwrap_or_default();
        let less = |plan: &Compared| format.yuan(dearest - plan.schedule.total_interest);
        let payment = |plan: &Compared| format.yuan(plan.schedule.first_payment());
        match (cheapest, lightest) {
            (Some((at, plan)), Some((other, _))) if at == other => {
                own.both.with([name(*at, own), &less(plan), &payment(plan)])
            }
            (cheapest, lightest) => {
                let cheapest = cheapest.map_or_else(
                    || own.same.to_owned(),
                    |(at, plan)| own.cheapest.with([name(*at, own), &less(plan)]),
                );
                let lightest = lightest.map(|(at, plan)| own.lightest.with([name(*at, own), &payment(plan)]));
                cheapest + &lightest.unwrap_or_default()
            }
        }
    }
}

fn plan(at: usize, plan: &Compared, words: &Words) -> Markup {
    let Words { own, format, .. } = words;
    let [first, last, interest, paid_off] = own.rows;
    let schedule = &plan.schedule;
    let end = plan.pays_off_on.map_or_else(
        || own.after.with([&format.term(plan.plan.months().get())]),
        |day| format.date(day),
    );
    let by = |more: Fen| {
        let amount = if more.is_negative() { -more } else { more };
        against_first(more.get(), &format.yuan(amount), own.difference)
    };
    let months = u16::try_from(plan.more_months.unsigned_abs()).unwrap_or(u16::MAX);
    let later = against_first(plan.more_months.into(), &format.term(months), own.sooner);
    let label = format.labelled.with([name(at, own), own.schedule]);
    html! {
        section.plan {
            h2 {
                (name(at, own))
                @if plan.cheapest { " " span.tag.good { (own.mark_cheapest) } }
                @if plan.lightest { " " span.tag.good { (own.mark_lightest) } }
            }
            (soft(&in_words(&plan.plan, words)))
            dl.summary-list {
                (row(first, &format.yuan(schedule.first_payment()), &by(plan.more_first_payment)))
                (row(last, &format.yuan(schedule.last_payment()), ""))
                (row(interest, &format.yuan(schedule.total_interest), &by(plan.more_interest)))
                (row(paid_off, &end, &later))
            }
            p.no-print { a href=(paths::repayment_of(&plan.plan)) aria-label=(label) { (own.schedule) } }
        }
    }
}

fn name(at: usize, words: &compare::Answer) -> &'static str {
    words.plans.get(at).copied().unwrap_or_default()
}

fn row(label: &str, figure: &str, difference: &str) -> Markup {
    html! {
        div {
            dt { (label) }
            dd { (figure) @if !difference.is_empty() { " " span.soft { (difference) } } }
        }
    }
}

/// How far something is from the first plan's; nothing when it is the same.
fn against_first(more: i64, difference: &str, [above, below]: [Sentence<1>; 2]) -> String {
    match more {
        0 => String::new(),
        1.. => above.with([difference]),
        _ => below.with([difference]),
    }
}

fn in_words(plan: &Plan, words: &Words) -> String {
    let Words {
        own, common, format, ..
    } = words;
    let [fund, bank] = own.lenders;
    let loan = |lender: &str, loan: &Loan| {
        own.loan
            .with([lender, &format.yuan(loan.principal), &loan.rate.to_string()])
    };
    let loans = match plan {
        Plan::Fund { fund: by_fund } => loan(fund, by_fund),
        Plan::Commercial { bank: by_bank } => loan(bank, by_bank),
        Plan::Combined {
            fund: by_fund,
            bank: by_bank,
        } => format.joined.with([&loan(fund, by_fund), &loan(bank, by_bank)]),
    };
    let method = plan
        .loans()
        .next()
        .map_or(Method::LevelPayment, |loan| loan.method);
    own.plan
        .with([&loans, &format.term(plan.months().get()), common.method(method)])
}

impl Answer for Comparison {
    type Words = compare::Answer;

    fn words(room: &'static Room) -> Self::Words {
        room.compare.answer
    }

    fn head(&self, words: &Words) -> Markup {
        html! {
            p.verdict { (self.verdict(words)) }
            @for (at, compared) in &self.plans { (plan(*at, compared, words)) }
            (soft(words.own.against))
        }
    }

    fn rest(&self, _: &Words) -> Markup {
        Markup::default()
    }
}

impl Live for Comparison {
    const PATH: &'static str = paths::COMPARE;

    type Field = Field;
    type Rules = ();

    fn of(typed: &Typed<Field>, (): &(), lang: Lang) -> Result<Self, FormErrors> {
        read(typed, lang).map(Self::new)
    }
}
