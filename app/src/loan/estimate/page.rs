//! The page: the answer with amount and term in it, then the rest of the form.

use chrono::NaiveDate;
use fund::quota::{Assessment, Effect, Gate, QuotaRules, TermRates};
use leptos::prelude::*;

use super::{
    Bank, Estimate, Field, Question, Rules,
    changes::{bank, changes},
    fields::{amount_and_term, fields},
    unused::unused,
};
use crate::{
    components::{
        Banner, BannerKind, Button, Details, ErrorSummary, LinkItem, LinkList, Local, Tag, TagKind,
        Unverified,
    },
    form::FormErrors,
    loan::{
        answer::{self, Live},
        form::{FormField, Inputs, Typed},
        page::{
            Origin,
            frame::{live_card, live_head},
        },
        paths,
    },
    shell::{PageContext, document},
    text::{self, Lang, Worded as _, loan::estimate::Text, rules::basis::source, text},
};

/// The pages the page leads to, in the order of the words.
const LINKS: [&str; 9] = [
    paths::REPAYMENT,
    paths::AFFORD,
    paths::COMPARE,
    paths::PREPAYMENT,
    paths::EXISTING,
    paths::OFFSET,
    paths::CONTRIBUTION,
    paths::OVERDUE,
    paths::RATES,
];

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Page {
    /// The fields as they were typed.
    pub typed: Typed<Field>,
    pub origin: Origin,
    /// The answer with what it rests on, or what must be corrected first.
    pub outcome: Result<Found, FormErrors>,
}

/// The answer, and what it rests on.
#[derive(Clone, Debug)]
pub struct Found {
    pub answer: Estimate,
    pub gates: Vec<Gate>,
    pub rate_source: RateSource,
    /// What would change the quota.
    pub effects: Vec<Effect>,
    /// The bank's part of a combined loan.
    pub bank: Option<Bank>,
    /// What made no difference.
    pub unused: Vec<Field>,
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

impl Found {
    /// What the assessment of `question` by `rules` and `rates` means on the page.
    pub fn new(
        (typed, question): (&Typed<Field>, &Question),
        assessment: Assessment,
        rules: &QuotaRules,
        (rates, rate_source): (&TermRates, RateSource),
        lang: Lang,
    ) -> Result<Self, FormErrors> {
        let rates = (rates, rate_source.verified);
        let given = Rules::new((typed, question), &assessment, rules, rates, lang);
        Ok(Self {
            answer: Estimate::of(typed, &given, lang)?,
            gates: assessment.gates,
            rate_source,
            effects: Vec::new(),
            bank: None,
            unused: unused(&question.applicant, rules),
        })
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

/// The page.
pub fn page(ctx: &PageContext, page: Page) -> impl IntoView + use<> {
    let lang = ctx.lang;
    let room = &text(lang).loan;
    let words = &room.estimate;
    let errors = page.outcome.as_ref().err().cloned().unwrap_or_default();
    let inputs = Inputs::new(&page.typed, &errors, lang);
    let found = page.outcome.as_ref().ok();
    let top = match found {
        Some(found) => answered(found, &inputs, lang).into_any(),
        None => amount_and_term(&inputs, &[]).into_any(),
    };
    let links = LINKS.into_iter().zip(words.links);
    let links = links
        .map(|(path, label)| LinkItem::new(path, label))
        .collect::<Vec<_>>();
    let body = view! {
        <ErrorSummary errors=errors.clone() lang=lang/>
        <h1>{words.title}</h1>
        <form class="estimate" method="get" action=paths::ESTIMATE>
            {page.origin.note(words.filled_in, lang)}
            {top}
            <h2>{room.page.form}</h2>
            {fields(&inputs)}
            <Button>{room.page.submit}</Button>
        </form>
        {found.map(|found| beneath(found, lang))}
        <p class="soft">{room.page.share}</p>
        <LinkList items=links/>
    };
    document(ctx, live_head(words.title, &page.origin, found.is_some()), body)
}

/// What stands in the way, the answer with amount and term in it, the bank's part, and what would raise the quota.
fn answered(found: &Found, inputs: &Inputs<'_, Field>, lang: Lang) -> impl IntoView + use<> {
    let words = inputs.words;
    let sliders = found.answer.sliders(&answer::words::<Estimate>(lang));
    let between = amount_and_term(inputs, &sliders).into_any();
    let term = text(lang).format.term(found.answer.months().get());
    view! {
        {unmet(&found.gates, inputs.room.page.unmet, lang)}
        {live_card(&found.answer, found.answer.rules(), between, words.title, lang)}
        {found.bank.as_ref().map(|part| bank(part, lang))}
        {changes(&found.effects, &term, lang)}
    }
}

/// The conditions that are not met; the sentence names the day where waiting is enough.
fn unmet(gates: &[Gate], title: &'static str, lang: Lang) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = gates
        .iter()
        .filter(|gate| !gate.met)
        .map(|gate| view! { <li>{gate.worded(lang)}</li> })
        .collect();
    (!rows.is_empty()).then(|| {
        view! { <Banner kind=BannerKind::Caution title=title><ul>{rows}</ul></Banner> }
    })
}

/// What the answer rests on besides the limits: the conditions and the rates.
fn beneath(found: &Found, lang: Lang) -> impl IntoView + use<> {
    let (words, format) = (&text(lang).loan.estimate, &text(lang).format);
    let rows = found
        .gates
        .iter()
        .map(|gate| gate_row(gate, words, lang))
        .collect_view();
    let RateSource {
        effective_from,
        document,
        verified,
    } = &found.rate_source;
    let source = words.rate_source.with_local([
        format.date(*effective_from).into(),
        text::Local::chinese(lang, document),
    ]);
    let unverified = (!verified).then(|| view! { " "<Unverified lang/> });
    let unused: Vec<_> = found.unused.iter().map(|field| field.label(words)).collect();
    let unused = (!unused.is_empty()).then(|| {
        let sentence = (words.unused)(&format.list(&unused));
        view! { <p class="soft">{sentence}</p> }
    });
    view! {
        {unused}
        <Details summary=words.gates><ul class="gates">{rows}</ul></Details>
        <p class="soft"><Local text=source/>{unverified}</p>
    }
}

fn gate_row(gate: &Gate, words: &'static Text, lang: Lang) -> impl IntoView + use<> {
    let (kind, label) = match (gate.met, gate.assumed) {
        (false, _) => (TagKind::Caution, words.not_met),
        (true, true) => (TagKind::Plain, words.assumed),
        (true, false) => (TagKind::Good, words.met),
    };
    let unverified = (!gate.basis.verified).then(|| view! { " "<Unverified lang/> });
    view! {
        <li>
            <p><Tag kind>{label}</Tag>" "{gate.worded(lang)}</p>
            <p class="soft"><Local text=source(lang, &gate.basis)/>{unverified}</p>
        </li>
    }
}
