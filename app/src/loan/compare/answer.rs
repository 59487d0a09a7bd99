//! What comes out: which plan is cheaper, which is lighter, and each plan's figures beside the first one's.

use fund::{
    money::Fen,
    plan::{Compared, Plan, compare},
    repayment::{Loan, Method},
};
use maud::{Markup, html};

use super::form::Wanted;
use crate::{
    loan::{live::Answer, parts::soft, repayment, sheet::encoded},
    text::{
        format,
        loan::{Answer as Room, RESULT_ZH_CN, compare::ZH_CN as WORDS, method_name},
    },
};

const ROOM: &Room = &RESULT_ZH_CN;

/// Plans side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Each with its place on the form, 0 to 3.
    pub plans: Vec<(usize, Compared)>,
}

impl Comparison {
    pub(super) fn new(wanted: Wanted) -> Self {
        let (places, plans): (Vec<usize>, Vec<Plan>) = wanted.plans.into_iter().unzip();
        let compared = compare(&plans, wanted.granted);
        Self {
            plans: places.into_iter().zip(compared).collect(),
        }
    }

    /// The sentence that leads.
    fn verdict(&self) -> String {
        let found = |is: fn(&Compared) -> bool| self.plans.iter().find(|(_, plan)| is(plan));
        let cheapest = found(|plan| plan.cheapest);
        let lightest = found(|plan| plan.lightest);
        let interest = self.plans.iter().map(|(_, plan)| plan.schedule.total_interest);
        let dearest = interest.max().unwrap_or_default();
        let less = |plan: &Compared| format::yuan(dearest - plan.schedule.total_interest);
        let payment = |plan: &Compared| format::yuan(plan.schedule.first_payment());
        match (cheapest, lightest) {
            (Some((at, plan)), Some((other, _))) if at == other => {
                (WORDS.both)(name(*at), &less(plan), &payment(plan))
            }
            (cheapest, lightest) => {
                let cheapest = cheapest.map_or_else(
                    || WORDS.same.to_owned(),
                    |(at, plan)| (WORDS.cheapest)(name(*at), &less(plan)),
                );
                let lightest = lightest.map(|(at, plan)| (WORDS.lightest)(name(*at), &payment(plan)));
                cheapest + &lightest.unwrap_or_default()
            }
        }
    }

    fn plan(at: usize, plan: &Compared) -> Markup {
        let [first, last, interest, paid_off] = const { WORDS.rows };
        let schedule = &plan.schedule;
        let months = ROOM.term;
        let end = plan
            .pays_off_on
            .map_or_else(|| (WORDS.after)(&months(plan.plan.months().get())), format::date);
        html! {
            section.plan {
                h2 {
                    (name(at))
                    @if plan.cheapest { " " span.tag.good { (const { WORDS.mark_cheapest }) } }
                    @if plan.lightest { " " span.tag.good { (const { WORDS.mark_lightest }) } }
                }
                (soft(&in_words(&plan.plan)))
                dl.summary-list {
                    (row(first, &format::yuan(schedule.first_payment()), &by(plan.more_first_payment)))
                    (row(last, &format::yuan(schedule.last_payment()), ""))
                    (row(interest, &format::yuan(schedule.total_interest), &by(plan.more_interest)))
                    (row(paid_off, &end, &by_months(plan.more_months)))
                }
                p.no-print { a href=(address(&plan.plan)) aria-label=(format!("{}：{}", name(at), const { WORDS.schedule })) {
                    (const { WORDS.schedule })
                } }
            }
        }
    }
}

fn name(at: usize) -> &'static str {
    const { WORDS.plans }.get(at).copied().unwrap_or_default()
}

fn row(label: &str, figure: &str, difference: &str) -> Markup {
    html! {
        div {
            dt { (label) }
            dd { (figure) @if !difference.is_empty() { " " span.soft { (difference) } } }
        }
    }
}

/// An amount more or less than in the first plan; nothing when it is the same.
fn by(more: Fen) -> String {
    match more.get() {
        0 => String::new(),
        1.. => (const { WORDS.more })(&format::yuan(more)),
        _ => (const { WORDS.less })(&format::yuan(-more)),
    }
}

fn by_months(more: i32) -> String {
    let term = (ROOM.term)(u16::try_from(more.unsigned_abs()).unwrap_or(u16::MAX));
    match more {
        0 => String::new(),
        1.. => (const { WORDS.later })(&term),
        _ => (const { WORDS.earlier })(&term),
    }
}

fn in_words(plan: &Plan) -> String {
    let [fund, bank] = const { WORDS.lenders };
    let loan = |lender: &str, loan: &Loan| {
        (WORDS.loan)(lender, &format::yuan(loan.principal), &loan.rate.to_string())
    };
    let loans = match plan {
        Plan::Fund { fund: by_fund } => loan(fund, by_fund),
        Plan::Commercial { bank: by_bank } => loan(bank, by_bank),
        Plan::Combined {
            fund: by_fund,
            bank: by_bank,
        } => format!("{}，{}", loan(fund, by_fund), loan(bank, by_bank)),
    };
    let method = plan
        .loans()
        .next()
        .map_or(Method::LevelPayment, |loan| loan.method);
    (WORDS.plan)(&loans, &(ROOM.term)(plan.months().get()), method_name(method))
}

/// The plan's own page.
pub(in crate::loan) fn address(plan: &Plan) -> String {
    let mut loans = plan.loans();
    let mut address = repayment::PATH.to_owned();
    let mut mark = '?';
    for prefix in ["", "bank_"] {
        let Some(loan) = loans.next() else { break };
        let fields = [
            ("principal", loan.principal.to_string()),
            ("months", loan.months.to_string()),
            ("annual_rate", loan.rate.to_string()),
            ("method", loan.method.to_string()),
        ];
        for (field, value) in fields {
            address = format!("{address}{mark}{prefix}{field}={}", encoded(&value));
            mark = '&';
        }
    }
    address
}

impl Answer for Comparison {
    fn head(&self) -> String {
        html! {
            p.verdict { (self.verdict()) }
            @for (at, plan) in &self.plans { (Self::plan(*at, plan)) }
            (soft(WORDS.against))
        }
        .into_string()
    }

    fn rest(&self) -> String {
        String::new()
    }
}
