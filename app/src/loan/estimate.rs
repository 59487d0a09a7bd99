//! The page `/loan`: how much may be borrowed and what it costs, then the form it rests on.

use std::fmt::Write;

use chrono::NaiveDate;
use fund::{
    money::Fen,
    quota::{Assessment, Contributors, Gate, Home, LimitCode, Product, QuotaRules, Reach, TermRates},
    repayment::Method,
};
use leptos::{nonce::use_nonce, prelude::*};

use super::{
    answer::{Place, Shown, Slider, Wish, step_id},
    chart::chart,
    explorer::Explorer,
    form::{Field, Typed, Wanted},
    start::{START, Start},
    table,
};
use crate::{
    components::{
        Banner, BannerKind, Button, Choice, Details, ErrorSummary, Keypad, LinkItem, LinkList, Radios,
        Select, Tag, TagKind, TextField, Unverified,
    },
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{
        Lang, format,
        loan::{Answer as Words, Form as Labels, Page, Text},
        shell, text,
    },
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan";

/// The page's data.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// The fields as they were typed.
    pub typed: Typed,
    /// Where what was not typed comes from.
    pub origin: Origin,
    /// The answer, or what must be corrected first.
    pub outcome: Result<Answer, FormErrors>,
}

/// Where the figures in the form come from, as far as nobody typed them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An example: nothing was typed at all.
    Example,
    /// The person's own account.
    Account,
    /// The address.
    Address,
}

/// An answered estimate.
#[derive(Clone, Debug)]
pub struct Answer {
    wanted: Wanted,
    reach: Reach,
    assessment: Assessment,
    steps: Vec<Step>,
    rate_source: RateSource,
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
            steps: limits.chain([rounding]).collect(),
            wanted,
            assessment,
            rate_source,
        }
    }
}

#[cfg(test)]
impl Answer {
    pub(super) fn quota(&self) -> Fen {
        self.assessment.quota
    }
}

/// The page.
pub fn page(ctx: &PageContext, estimate: Estimate) -> impl IntoView + use<> {
    let words = &text(ctx.lang).loan;
    let Estimate {
        typed,
        origin,
        outcome,
    } = estimate;
    let errors = outcome.as_ref().err().cloned().unwrap_or_default();
    let head = Head::new(words.page.title).refused(!errors.is_empty());
    let head = if outcome.is_ok() { head.island() } else { head };
    let (top, below) = match outcome {
        Ok(answer) => {
            let below = beneath(&answer, words).into_any();
            (result(&answer, &typed, words).into_any(), below)
        }
        Err(_) => (two_fields(&typed, &errors, None, words).into_any(), ().into_any()),
    };
    let hint = match origin {
        Origin::Example => Some(words.page.example),
        Origin::Account => Some(words.page.filled_in),
        Origin::Address => None,
    };
    let body = view! {
        <ErrorSummary errors=errors.clone() lang=ctx.lang/>
        <h1>{words.page.title}</h1>
        <form class="estimate" method="get" action=PATH>
            {top}
            <h2>{words.page.form}</h2>
            {hint.map(|hint| view! { <p class="soft">{hint}</p> })}
            {fields(typed, errors, words)}
            <Button>{words.page.submit}</Button>
        </form>
        {below}
        <p class="soft">{words.page.share}</p>
        <LinkList items=vec![
            LinkItem::new("/loan/repayment", words.page.to_repayment),
            LinkItem::new("/loan/rates", words.page.to_rates),
        ]/>
    };
    document(ctx, head, body)
}

/// The answer: what stands in the way first, then the figures with the sliders between them.
fn result(answer: &Answer, typed: &Typed, words: &'static Text) -> impl IntoView + use<> {
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
    view! {
        {unmet(&answer.assessment.gates, &words.page)}
        // A slider that cannot move is no use to anybody without script.
        <noscript><style nonce=use_nonce()>".slider{display:none}"</style></noscript>
        <section class="card" aria-label=words.page.title>
            {headline(&shown, verified, &words.result)}
            <Explorer>
                <data id=START value=start.to_string()></data>
                {fields}
            </Explorer>
            {picture(&shown, &words.result)}
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
fn address(typed: &Typed) -> String {
    let mut address = format!("{PATH}?");
    for field in Field::ALL {
        if !matches!(field, Field::Amount | Field::Years) {
            let _ = write!(address, "{}={}&", field.name(), encoded(typed.get(field)));
        }
    }
    address
}

/// A text as it stands in a query string.
fn encoded(text: &str) -> String {
    text.bytes()
        .fold(String::with_capacity(text.len()), |mut out, byte| {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
                out.push(char::from(byte));
            } else {
                let _ = write!(out, "%{byte:02X}");
            }
            out
        })
}

/// The conditions that are not met, each with the day it will be where waiting is enough.
fn unmet(gates: &[Gate], words: &'static Page) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = gates
        .iter()
        .filter(|gate| !gate.met)
        .map(|gate| {
            let met_on = gate.met_on.map(|day| (words.met_on)(&format::date(day)));
            view! { <li>{gate.reason.clone()}{met_on.map(|day| view! { "。"<b>{day}</b> })}</li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! { <Banner kind=BannerKind::Caution title=words.unmet><ul>{rows}</ul></Banner> }
    })
}

/// What the answer rests on besides the limits: the conditions and the rates.
fn beneath(answer: &Answer, words: &'static Text) -> impl IntoView + use<> {
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
    view! {
        <Details summary=page.gates><ul class="gates">{rows}</ul></Details>
        <p class="soft">{source}{unverified}</p>
    }
}

/// Amount and term, with their sliders unless something must be corrected first.
fn two_fields(
    typed: &Typed,
    errors: &FormErrors,
    sliders: Option<[Slider; 2]>,
    words: &'static Text,
) -> impl IntoView + use<> {
    let answer = &words.result;
    let [amount, years] = sliders.map_or([None, None], |sliders| sliders.map(Some));
    let slider = |slider: Slider, label: &'static str| {
        view! {
            // Disabled until the island is alive.
            <input class="slider" type="range" id=slider.id aria-label=label min=slider.step.clone() step=slider.step
                max=slider.max value=slider.value aria-valuetext=slider.words disabled=true/>
        }
    };
    view! {
        <TextField name=Field::Amount.name() label=answer.amount hint=answer.amount_hint keypad=Keypad::Amount
            unit=answer.yuan maxlength=30 value=typed.get(Field::Amount) error=errors.of(Field::Amount.name())/>
        {amount.map(|amount| slider(amount, answer.amount_slider))}
        <TextField name=Field::Years.name() label=answer.years keypad=Keypad::Digits unit=answer.years_unit maxlength=10
            value=typed.get(Field::Years) error=errors.of(Field::Years.name())/>
        {years.map(|years| slider(years, answer.years_slider))}
    }
}

fn fields(typed: Typed, errors: FormErrors, words: &'static Text) -> impl IntoView + use<> {
    let labels = &words.form;
    let further_wrong = Field::FURTHER
        .iter()
        .any(|field| errors.of(field.name()).is_some());
    let value = move |field: Field| typed.get(field).to_owned();
    let error = move |field: Field| errors.of(field.name());
    view! {
        <TextField name=Field::Price.name() label=labels.price hint=labels.price_hint keypad=Keypad::Amount unit="元"
            maxlength=30 value=value(Field::Price) error=error(Field::Price)/>
        <Radios name=Field::Home.name() legend=labels.home side_by_side=true selected=value(Field::Home)
            choices=coded(Home::ALL, |home| (home.code(), home.label())) error=error(Field::Home)/>
        <Radios name=Field::Contributors.name() legend=labels.contributors side_by_side=true
            selected=value(Field::Contributors)
            choices=coded(Contributors::ALL, |number| (number.code(), number.label()))
            error=error(Field::Contributors)/>
        <TextField name=Field::Balances.name() label=labels.balances hint=labels.balances_hint keypad=Keypad::Amount
            unit="元" maxlength=30 value=value(Field::Balances) error=error(Field::Balances)/>
        <TextField name=Field::Income.name() label=labels.income hint=labels.income_hint keypad=Keypad::Amount unit="元"
            maxlength=30 value=value(Field::Income) error=error(Field::Income)/>
        <Radios name=Field::Method.name() legend=labels.method side_by_side=true selected=value(Field::Method)
            choices=methods(labels) error=error(Field::Method)/>
        <Details summary=words.page.further open=further_wrong>
            <Radios name=Field::Product.name() legend=labels.product side_by_side=true selected=value(Field::Product)
                choices=coded(Product::ALL, |product| (product.code(), product.label()))
                error=error(Field::Product)/>
            <Select name=Field::Children.name() label=labels.children selected=value(Field::Children)
                choices=children(labels) error=error(Field::Children)/>
            <TextField name=Field::MonthsContributed.name() label=labels.months_contributed keypad=Keypad::Digits
                unit=labels.months_unit maxlength=10 value=value(Field::MonthsContributed)
                error=error(Field::MonthsContributed)/>
            <TextField name=Field::Debts.name() label=labels.debts hint=labels.debts_hint keypad=Keypad::Amount unit="元"
                maxlength=30 value=value(Field::Debts) error=error(Field::Debts)/>
            <TextField name=Field::Area.name() label=labels.area hint=labels.area_hint keypad=Keypad::Digits
                unit=labels.area_unit maxlength=10 value=value(Field::Area) error=error(Field::Area)/>
        </Details>
    }
}

fn coded<T: Copy>(all: &[T], of: impl Fn(T) -> (&'static str, &'static str)) -> Vec<Choice> {
    let choice = |member: &T| {
        let (code, label) = of(*member);
        Choice::new(code, label)
    };
    all.iter().map(choice).collect()
}

pub(super) fn methods(labels: &Labels) -> Vec<Choice> {
    let choice = |method: Method| {
        let (plain, official) = match method {
            Method::LevelPayment => labels.level_payment,
            Method::LevelPrincipal => labels.level_principal,
        };
        Choice::new(method.code(), plain).hint(official)
    };
    Method::ALL.into_iter().map(choice).collect()
}

fn children(labels: &Labels) -> Vec<Choice> {
    let choice = |(number, label): (usize, &&str)| Choice::new(number.to_string(), *label);
    labels.children_choices.iter().enumerate().map(choice).collect()
}
