//! What the notice room's JSON consists of: a question, or an outcome.

use app::notice::Notice;
use app::text::{Lang, Local, notice::answer};
use chrono::NaiveDate;
use fund::bilingual::Bilingual;
use fund::notice::{GivenAnswer, Kind, NumberedPaper, PaidFrom, Paper, Question, RefusalReason};
use serde::Serialize;
use utoipa::ToSchema;

/// The next question, or the outcome.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Next {
    /// Something is open.
    Question(QuestionBody),
    /// Nothing is open.
    Outcome(Box<Concluded>),
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuestionBody {
    code: String,
    /// `choice`, `yes_no`, `number`, `money` or `date`.
    kind: &'static str,
    text: String,
    help: Option<String>,
    /// What may be answered to a `choice` or `yes_no`; empty for the others.
    options: Vec<AnswerOption>,
    /// The smallest number or amount, or the earliest day.
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<String>,
    /// The largest number or amount, or the latest day.
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<String>,
    /// What is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    /// Its number on this way, from 1, and how many there can be.
    number: usize,
    at_most: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AnswerOption {
    value: String,
    label: String,
}

impl QuestionBody {
    pub(super) fn new(
        lang: Lang,
        question: Question,
        number: usize,
        at_most: usize,
        today: NaiveDate,
    ) -> Self {
        let options = question.options().into_iter().map(|option| AnswerOption {
            value: option.value,
            label: answer(lang, &option.label).text(),
        });
        let options = options.collect();
        let (kind, min, max, unit) = match question.kind {
            Kind::Choice { .. } => ("choice", None, None, None),
            Kind::YesNo => ("yes_no", None, None, None),
            Kind::Number { min, max, unit } => {
                let unit = said(lang, &unit.name());
                ("number", Some(min.to_string()), Some(max.to_string()), Some(unit))
            }
            Kind::Money { min, max } => ("money", Some(min.to_string()), Some(max.to_string()), None),
            Kind::Date { earliest, latest } => {
                let latest = latest.unwrap_or(today);
                ("date", Some(earliest.to_string()), Some(latest.to_string()), None)
            }
        };
        Self {
            code: question.code,
            kind,
            text: said(lang, &question.text),
            help: question.help.map(|help| said(lang, &help)),
            options,
            min,
            max,
            unit,
            number,
            at_most,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Concluded {
    eligible: bool,
    /// Why not; empty when eligible.
    reasons: Vec<Refusal>,
    /// What to bring; empty when not eligible.
    items: Vec<Item>,
    /// What need not be brought (无需提供).
    not_needed: Vec<NotNeeded>,
    notes: Vec<String>,
    promise: Promise,
    /// Minutes at the window.
    minutes: u16,
    fee: String,
    basis: Vec<String>,
    /// The answers that count.
    given: Vec<Settled>,
    verified: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Refusal {
    code: String,
    reason: String,
    /// What would be allowed, or what to do first.
    instead: String,
    basis: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Item {
    number: usize,
    code: String,
    name: String,
    originals: u8,
    copies: u8,
    /// Written or signed at the window: nothing to bring.
    signed_on_site: bool,
    issuer: String,
    /// Where to get it.
    obtain: String,
    why: String,
    validity: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NotNeeded {
    code: String,
    name: String,
    /// Who sees to it instead.
    obtain: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Promise {
    /// Working days until the decision, counted from acceptance.
    decided_working_days: u16,
    decided_by: NaiveDate,
    /// Working days until the payment.
    paid_working_days: u16,
    /// `decision`, or `mortgage`: the registration of the mortgage, whose day is not known yet.
    paid_from: &'static str,
    paid_by: Option<NaiveDate>,
    /// Days the law allows for the decision.
    statutory_days: u16,
    statutory_by: NaiveDate,
    basis: String,
    /// A date lies in a year whose holidays are not announced, and may move.
    provisional: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Settled {
    question: String,
    text: String,
    answer: String,
    label: String,
}

impl Concluded {
    pub(super) fn new(lang: Lang, notice: Notice, eligible: bool, refusals: Vec<RefusalReason>) -> Self {
        let said = |of: &Bilingual| said(lang, of);
        let dates = notice.dates;
        Self {
            eligible,
            reasons: refusals
                .into_iter()
                .map(|reason| Refusal::new(lang, reason))
                .collect(),
            items: notice
                .items
                .into_iter()
                .map(|item| Item::new(lang, item))
                .collect(),
            not_needed: notice
                .not_needed
                .into_iter()
                .map(|paper| NotNeeded::new(lang, paper))
                .collect(),
            notes: notice.notes.iter().map(said).collect(),
            promise: Promise {
                decided_working_days: notice.promise.decided,
                decided_by: dates.decided,
                paid_working_days: notice.promise.paid,
                paid_from: match notice.promise.paid_from {
                    PaidFrom::Decision => "decision",
                    PaidFrom::Mortgage => "mortgage",
                },
                paid_by: dates.paid,
                statutory_days: notice.promise.statutory,
                statutory_by: dates.statutory,
                basis: said(&notice.promise.basis),
                provisional: dates.provisional,
            },
            minutes: notice.minutes,
            fee: said(&notice.fee),
            basis: notice.basis.iter().map(said).collect(),
            given: notice
                .given
                .into_iter()
                .map(|given| Settled::new(lang, given))
                .collect(),
            verified: notice.meta.verified,
        }
    }
}

/// A text of the edition in the language of the answer.
fn said(lang: Lang, of: &Bilingual) -> String {
    Local::edition(lang, of).text()
}

impl Refusal {
    pub(super) fn new(lang: Lang, reason: RefusalReason) -> Self {
        Self {
            code: reason.code,
            reason: said(lang, &reason.reason),
            instead: said(lang, &reason.instead),
            basis: said(lang, &reason.basis),
        }
    }
}

impl Item {
    fn new(lang: Lang, item: NumberedPaper) -> Self {
        let NumberedPaper { number, paper } = item;
        Self {
            number,
            code: paper.code,
            name: said(lang, &paper.name),
            originals: paper.originals,
            copies: paper.copies,
            signed_on_site: paper.signed_on_site,
            issuer: said(lang, &paper.issuer),
            obtain: said(lang, &paper.obtain),
            why: said(lang, &paper.why),
            validity: paper.validity.map(|validity| said(lang, &validity)),
        }
    }
}

impl NotNeeded {
    fn new(lang: Lang, paper: Paper) -> Self {
        Self {
            code: paper.code,
            name: said(lang, &paper.name),
            obtain: said(lang, &paper.obtain),
        }
    }
}

impl Settled {
    fn new(lang: Lang, given: GivenAnswer) -> Self {
        Self {
            question: given.code,
            text: said(lang, &given.text),
            answer: given.value,
            label: answer(lang, &given.label).text(),
        }
    }
}
