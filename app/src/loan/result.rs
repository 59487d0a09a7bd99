//! The answer of an estimate on its page: the figures, the sliders between them, why, and the conditions.

use std::fmt::Write;

use chrono::NaiveDate;
use fund::{
    money::Fen,
    quota::{Assessment, Effect, Gate, LimitCode, QuotaRules, Reach, TermRates},
};
use leptos::prelude::*;

use super::{
    answer::{Place, Shown, Wish, step_id},
    chart::chart,
    estimate::{PATH, two_fields},
    explorer::Explorer,
    form::{Field, Wanted},
    more::{self, Bank},
    sheet::{FormField, Typed, encoded},
    start::{START, Start},
    table,
    unused::unused,
};
use crate::{
    components::{Banner, BannerKind, Details, Tag, TagKind, Unverified},
    form::FormErrors,
    text::{
        Lang, format,
        loan::{Answer as Words, Page, Text},
        shell,
    },
};

/// An answered estimate.
#[derive(Clone, Debug)]
pub struct Answer {
    wanted: Wanted,
    reach: Reach,
    assessment: Assessment,
    steps: Vec<Step>,
    rate_source: RateSource,
    effects: Vec<Effect>,
    bank: Option<Bank>,
    unused: Vec<Field>,
}

/// One step of the trace.
#[derive(Clone, Debug)]
struct Step {
    /// The limit; `None` is the rounding at the end.
    limit: Option<LimitCode>,
    /// Its figures in a sentence.
    working: String,
    /// What came out.
    amount: Fen,
    /// The rule's name, document and date.
    rule: String,
    /// Whether the centre has confirmed its parameters.
    verified: bool,
}

/// Where the rates come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateSource {
    /// The first day they hold.
    pub effective_from: NaiveDate,
    /// The document that sets them.
    pub document: String,
    /// Whether they have been compared with it.
    pub verified: bool,
}

impl Answer {
    /// What the assessment of `wanted` by `rules` and `rates` means on the page.
    pub fn new(
        wanted: Wanted,
        assessment: Assessment,
        rules: &QuotaRules,
        rates: &TermRates,
        rate_source: RateSource,
        words: &'static Text,
    ) -> Self {
        let rule = |rule: &str, source: &str, day| {
            format!("{rule}，{source}，{}", (words.result.since)(&format::date(day)))
        };
        let limits = assessment.limits.iter().map(|limit| Step {
            limit: Some(limit.code),
            working: limit.working.to_string(),
            amount: limit.amount,
            rule: rule(&limit.rule, &limit.source, limit.effective_from),
            verified: limit.verified,
        });
        let basis = &rules.rounding.basis;
        let rounding = Step {
            limit: None,
            working: (words.page.rounding)(&format::yuan(rules.rounding.unit)),
            amount: assessment.quota,
            rule: rule(&basis.rule, &basis.source(), basis.effective_from),
            verified: basis.verified,
        };
        Self {
            reach: Reach::new(&wanted.applicant, rules, rates, &assessment),
            unused: unused(&wanted.applicant, rules),
            steps: limits.chain([rounding]).collect(),
            wanted,
            assessment,
            rate_source,
            effects: Vec::new(),
            bank: None,
        }
    }

    /// The same with what would change it, and with a bank's part of it.
    #[must_use]
    pub fn with_more(self, effects: Vec<Effect>, bank: Option<Bank>) -> Self {
        Self {
            effects,
            bank,
            ..self
        }
    }
}

#[cfg(test)]
impl Answer {
    pub(super) fn quota(&self) -> Fen {
        self.assessment.quota
    }
}

/// The answer: what stands in the way first, then the figures with the sliders between them.
pub(super) fn result(answer: &Answer, typed: &Typed<Field>, words: &'static Text) -> impl IntoView + use<> {
    let wish = Wish {
        amount: answer.wanted.amount,
        asked: answer.wanted.applicant.months,
    };
    let start = Start {
        reach: answer.reach,
        wish,
        address: address(typed),
    };
    let shown = start.shown();
    let sliders = shown.sliders(&words.result);
    let fields = two_fields(typed, &FormErrors::default(), Some(sliders), words);
    let verified = answer.steps.iter().all(|step| step.verified) && answer.rate_source.verified;
    let term = (words.result.term)(shown.loan.months.get());
    view! {
        {unmet(&answer.assessment.gates, &words.page)}
        <section class="card" aria-label=words.page.title>
            {super::live::stale_note()}
            {headline(&shown, verified, &words.result)}
            <Explorer>
                <data id=START value=start.to_string()></data>
                {fields}
            </Explorer>
            {picture(&shown, &words.result)}
            {answer.bank.as_ref().map(|part| more::bank(part, &words.page))}
            {more::changes(&answer.effects, &term, &words.page)}
            {why(&shown, &answer.steps, &words.result)}
            {schedule_table(&shown, &words.result)}
        </section>
    }
}

/// The figures that matter most: the quota and what decides it, the payment, the interest.
fn headline(shown: &Shown, verified: bool, words: &'static Words) -> impl IntoView + use<> {
    let at = |place: Place| shown.text(place, words);
    let binding = at(Place::Binding);
    // Nothing at all when there is nothing to say, so that the style sheet can take the line away.
    let beyond = Some(at(Place::Beyond)).filter(|sentence| !sentence.is_empty());
    let unverified = (!verified).then(|| view! { " "<Unverified/> });
    view! {
        <p class="money">
            <span class="money-label">{words.quota}</span>
            " "
            <span class="money-number num" id=Place::Quota.id()>{at(Place::Quota)}</span>
            " "
            <span class="money-unit">{words.yuan}</span>
        </p>
        <p><span class="tag" id=Place::Binding.id()>{binding}</span>{unverified}</p>
        <p class="beyond" id=Place::Beyond.id()>{beyond}</p>
        <p class="payment">
            <span id=Place::Loan.id()>{at(Place::Loan)}</span>
            <br/>
            <span id=Place::PaymentLabel.id()>{at(Place::PaymentLabel)}</span>
            " "
            <b class="num" id=Place::Payment.id()>{at(Place::Payment)}</b>
        </p>
        <p class="soft" id=Place::Interest.id()>{at(Place::Interest)}</p>
    }
}

/// What each year repays.
fn picture(shown: &Shown, words: &'static Words) -> impl IntoView + use<> {
    let at = |place: Place| shown.text(place, words);
    let legend = view! {
        <ul class="legend">
            <li>
                <span class="swatch part-1"></span>{words.schedule.principal}" "
                <span id=Place::PrincipalPart.id()>{at(Place::PrincipalPart)}</span>
            </li>
            <li>
                <span class="swatch part-2"></span>{words.schedule.interest}" "
                <span id=Place::InterestPart.id()>{at(Place::InterestPart)}</span>
            </li>
        </ul>
    };
    let last = view! { <span id=Place::LastYear.id()>{at(Place::LastYear)}</span> };
    let sentence = view! { <span id=Place::ChartSentence.id()>{at(Place::ChartSentence)}</span> };
    chart(
        shown.columns(),
        legend,
        ((words.schedule.year)(1), last),
        sentence,
    )
}

/// Why the quota is this number, and what would raise it: as [`Trace`](crate::components::Trace), with the places that
/// follow the sliders.
fn why(shown: &Shown, steps: &[Step], words: &'static Words) -> impl IntoView + use<> {
    let more = shown.text(Place::More, words);
    let rows: Vec<_> = steps.iter().map(|step| step.row(shown)).collect();
    view! {
        <Details summary=words.why>
            <p id=Place::More.id()>{more}</p>
            <ol class="trace">{rows}</ol>
        </Details>
    }
}

impl Step {
    fn row(&self, shown: &Shown) -> impl IntoView + use<> {
        let (working_at, amount_at) = match self.limit {
            Some(LimitCode::Capacity) => (Some(Place::CapacityWorking), Some(Place::Capacity)),
            Some(LimitCode::Term) => (None, Some(Place::Term)),
            Some(_) => (None, None),
            None => (None, Some(Place::Rounded)),
        };
        let label = self.limit.map(|limit| format!("{}：", limit.label()));
        let decided = self
            .limit
            .map(|_| view! { <p class="trace-binding">{shell::words(Lang::ZhCn).binding}</p> });
        let unverified = (!self.verified).then(|| view! { " "<Unverified/> });
        view! {
            <li id=self.limit.map(step_id) class=self.limit.map(|limit| shown.class_of(limit))>
                <p class="trace-step">
                    <span>{label}<span id=working_at.map(Place::id)>{self.working.clone()}</span></span>
                    " "
                    <b class="num" id=amount_at.map(Place::id)>{format::yuan(self.amount)}</b>
                </p>
                {decided}
                <p class="soft">{self.rule.clone()}{unverified}</p>
            </li>
        }
    }
}

fn schedule_table(shown: &Shown, words: &'static Words) -> impl IntoView + use<> {
    let table = table::years(&shown.schedule, &words.schedule);
    view! {
        <Details summary=words.schedule.title>
            <p class="soft">{words.schedule.convention}</p>
            <div class="years" id=table::ID inner_html=table></div>
        </Details>
    }
}

/// The address of the page without amount and term, which the island adds.
fn address(typed: &Typed<Field>) -> String {
    let mut address = format!("{PATH}?");
    for &field in Field::ALL {
        if !matches!(field, Field::Amount | Field::Years) {
            let _ = write!(address, "{}={}&", field.name(), encoded(typed.get(field)));
        }
    }
    address
}

/// The conditions that are not met; the sentence names the day where waiting is enough.
fn unmet(gates: &[Gate], words: &'static Page) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = gates
        .iter()
        .filter(|gate| !gate.met)
        .map(|gate| view! { <li>{gate.reason.clone()}</li> })
        .collect();
    (!rows.is_empty()).then(|| {
        view! { <Banner kind=BannerKind::Caution title=words.unmet><ul>{rows}</ul></Banner> }
    })
}

/// What the answer rests on besides the limits: the conditions and the rates.
pub(super) fn beneath(answer: &Answer, words: &'static Text) -> impl IntoView + use<> {
    let page = &words.page;
    let rows = answer
        .assessment
        .gates
        .iter()
        .map(|gate| {
            let (kind, label) = match (gate.met, gate.assumed) {
                (false, _) => (TagKind::Caution, page.not_met),
                (true, true) => (TagKind::Plain, page.assumed),
                (true, false) => (TagKind::Good, page.met),
            };
            let unverified = (!gate.verified).then(|| view! { " "<Unverified/> });
            view! {
                <li>
                    <p><Tag kind>{label}</Tag>" "{gate.reason.clone()}</p>
                    <p class="soft">{gate.source.clone()}{unverified}</p>
                </li>
            }
        })
        .collect_view();
    let RateSource {
        effective_from,
        document,
        verified,
    } = &answer.rate_source;
    let source = (page.rate_source)(&format::date(*effective_from), document);
    let unverified = (!verified).then(|| view! { " "<Unverified/> });
    let unused: Vec<_> = answer.unused.iter().map(|field| field.label(words)).collect();
    let unused = (!unused.is_empty()).then(|| {
        let sentence = (page.unused)(&unused.join("、"));
        view! { <p class="soft">{sentence}</p> }
    });
    view! {
        {unused}
        <Details summary=page.gates><ul class="gates">{rows}</ul></Details>
        <p class="soft">{source}{unverified}</p>
    }
}
