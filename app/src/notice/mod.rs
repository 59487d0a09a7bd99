//! The notice room: what must I bring? One question per page, then the list, then the slip (一次性告知单).

pub mod index;
pub mod outcome;
mod papers;
pub mod question;
pub mod slip;
pub mod verify;

use chrono::NaiveDate;
use fund::bilingual::Bilingual;
use fund::calendar::Calendar;
use fund::notice::{
    AnswerText, Channel, Flow, GivenAnswer, Meta, NumberedPaper, Outcome, Paper, Promise, PromiseDates,
};
use serde::{Deserialize, Serialize};

/// The room's first page, under which all its addresses lie.
pub const PATH: &str = "/notice";

/// What a notice says to a person who may go ahead. The outcome page shows it, and a slip keeps it as issued:
/// slips of earlier releases must still be read, so a member added here takes `#[serde(default)]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Code of the service.
    pub service: String,
    /// What the service is called.
    pub title: Bilingual,
    /// The answers it follows from.
    pub given: Vec<GivenAnswer>,
    /// What to bring, or to sign at the window.
    pub items: Vec<NumberedPaper>,
    /// What need not be brought.
    pub not_needed: Vec<Paper>,
    /// What else to know.
    pub notes: Vec<Bilingual>,
    /// How long it takes.
    pub promise: Promise,
    /// What that means for a case accepted on the day of asking.
    pub dates: PromiseDates,
    /// Minutes at the window.
    pub minutes: u16,
    /// What it costs, in words.
    pub fee: Bilingual,
    /// How it can be done.
    pub channels: Vec<Channel>,
    /// The legal basis, one document and article each.
    pub basis: Vec<Bilingual>,
    /// Where the list comes from.
    pub meta: Meta,
}

impl Notice {
    /// What `flow` says after these answers, for a case accepted on the day `on`.
    pub fn new(flow: &Flow, outcome: Outcome, calendar: &Calendar, on: NaiveDate) -> Self {
        Self {
            service: flow.code.clone(),
            title: flow.title.clone(),
            dates: outcome.promise.dates(calendar, on),
            given: outcome.given,
            items: outcome.items,
            not_needed: outcome.not_needed,
            notes: outcome.notes,
            promise: outcome.promise,
            minutes: flow.minutes,
            fee: flow.fee.clone(),
            channels: flow.channels.clone(),
            basis: flow.basis.clone(),
            meta: flow.meta.clone(),
        }
    }

    /// How many papers must be brought, and how many are signed at the window.
    pub fn counts(&self) -> (usize, usize) {
        let signed = self.items.iter().filter(|item| item.paper.signed_on_site).count();
        (self.items.len() - signed, signed)
    }
}

/// An answered question and where it can be answered anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeableAnswer {
    /// The question.
    pub question: Bilingual,
    /// What the answer says.
    pub answer: AnswerText,
    /// Where this question is asked again, the others' answers kept.
    pub change: String,
}
