//! What the notice room's JSON consists of: a question, or an outcome.

use app::notice::Notice;
use chrono::NaiveDate;
use fund::notice::{Given, Ground, Kind, PaidFrom, Paper, Question};
use serde::Serialize;
use utoipa::ToSchema;

/// The next question, or the outcome.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Next {
    /// Something is open.
    Question(Asked),
    /// Nothing is open.
    Outcome(Box<Concluded>),
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Asked {
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

impl Asked {
    pub(super) fn new(question: Question, number: usize, at_most: usize, today: NaiveDate) -> Self {
        let options = question.options().into_iter().map(|option| AnswerOption {
            value: option.value,
            label: option.label,
        });
        let options = options.collect();
        let (kind, min, max, unit) = match question.kind {
            Kind::Choice { .. } => ("choice", None, None, None),
            Kind::YesNo => ("yes_no", None, None, None),
            Kind::Number { min, max, unit } => {
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
            text: question.text,
            help: question.help,
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
    pub(super) fn new(notice: Notice, eligible: bool, refusals: Vec<Ground>) -> Self {
        let dates = notice.dates;
        Self {
            eligible,
            reasons: refusals.into_iter().map(Refusal::from).collect(),
            items: notice
                .items
                .into_iter()
                .map(|item| Item::new(item.number, item.paper))
                .collect(),
            not_needed: notice.not_needed.into_iter().map(NotNeeded::from).collect(),
            notes: notice.notes,
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
                basis: notice.promise.basis,
                provisional: dates.provisional,
            },
            minutes: notice.minutes,
            fee: notice.fee,
            basis: notice.basis,
            given: notice.given.into_iter().map(Settled::from).collect(),
            verified: notice.meta.verified,
        }
    }
}

impl From<Ground> for Refusal {
    fn from(ground: Ground) -> Self {
        Self {
            code: ground.code,
            reason: ground.reason,
            instead: ground.instead,
            basis: ground.basis,
        }
    }
}

impl Item {
    fn new(number: usize, paper: Paper) -> Self {
        Self {
            number,
            code: paper.code,
            name: paper.name,
            originals: paper.originals,
            copies: paper.copies,
            signed_on_site: paper.signed_on_site,
            issuer: paper.issuer,
            obtain: paper.obtain,
            why: paper.why,
            validity: paper.validity,
        }
    }
}

impl From<Paper> for NotNeeded {
    fn from(paper: Paper) -> Self {
        Self {
            code: paper.code,
            name: paper.name,
            obtain: paper.obtain,
        }
    }
}

impl From<Given> for Settled {
    fn from(given: Given) -> Self {
        Self {
            question: given.code,
            text: given.text,
            answer: given.value,
            label: given.label,
        }
    }
}
