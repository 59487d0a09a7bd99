//! The words of the notice room.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::notice::{AnswerError, AnswerText, Channel, Flow, PaidFrom};

use super::{Lang, Local, Worded, sentence::Sentence, text};

#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
    /// A way to get a service done.
    pub channel: fn(Channel) -> &'static str,
    /// Why an answer was not understood.
    pub answer_error: fn(&AnswerError) -> String,
    /// The answers to a question of yes or no.
    pub yes: &'static str,
    pub no: &'static str,
    /// Where all questions of a flow lead, in its drawing.
    pub end_of_graph: &'static str,
    /// The list of services.
    pub index: Index,
    /// One question.
    pub question: Question,
    /// The list of papers and the promise, on the outcome page and on a slip.
    pub papers: Papers,
    /// The outcome.
    pub outcome: Outcome,
    /// A slip.
    pub slip: Slip,
    /// Verifying a slip.
    pub verify: Verify,
}

impl Worded for Channel {
    fn worded(&self, lang: Lang) -> String {
        (text(lang).notice.channel)(*self).to_owned()
    }
}

impl Worded for AnswerError {
    fn worded(&self, lang: Lang) -> String {
        (text(lang).notice.answer_error)(self)
    }
}

/// An answer as a person reads it.
pub fn answer(lang: Lang, answer: &AnswerText) -> Local {
    let words = text(lang);
    match answer {
        AnswerText::YesNo(true) => words.notice.yes.into(),
        AnswerText::YesNo(false) => words.notice.no.into(),
        AnswerText::Money(amount) => words.format.yuan(*amount).into(),
        AnswerText::Date(day) => words.format.date(*day).into(),
        AnswerText::Words(said) => Local::edition(lang, said),
    }
}

/// A flow drawn as a graph in Mermaid's language, in Chinese: for whoever wrote it.
pub fn graph(flow: &Flow) -> String {
    let lang = Lang::ZhCn;
    flow.to_mermaid(text(lang).notice.end_of_graph, |said| answer(lang, said).text())
}

#[derive(Debug)]
pub struct Index {
    pub title: &'static str,
    /// What happens here.
    pub intro: &'static str,
    /// Label of the search field.
    pub search: &'static str,
    /// Example beneath it.
    pub search_hint: &'static str,
    /// The search button.
    pub find: &'static str,
    /// How many services were found.
    pub found: fn(count: usize) -> String,
    /// Nothing was found.
    pub none: &'static str,
    /// What to do then, before the hotline's number.
    pub none_help: fn(hotline: &str) -> String,
    /// Shows all services again.
    pub show_all: &'static str,
    /// Before the minutes of a service.
    pub minutes: fn(minutes: u16) -> String,
    /// Link to verifying a slip.
    pub to_verify: &'static str,
}

#[derive(Debug)]
pub struct Question {
    /// How far along: the number of this question and how many there can be.
    pub progress: fn(number: usize, at_most: usize) -> String,
    /// Sends the answer.
    pub next: &'static str,
    /// Heading of the answers so far.
    pub given: &'static str,
    /// Link to change an answer.
    pub change: &'static str,
}

#[derive(Debug)]
pub struct Papers {
    /// The papers to bring, and those to sign at the window.
    pub bring: fn(bring: usize, sign: usize) -> String,
    /// Heading of the papers, for a screen reader.
    pub items: &'static str,
    /// Originals and copies.
    pub count: fn(originals: u8, copies: u8) -> String,
    /// Written or signed at the window.
    pub signed_on_site: &'static str,
    /// Why a paper is asked.
    pub why: Sentence<1>,
    /// The same, and what it must be.
    pub why_and_validity: Sentence<2>,
    /// Heading of what need not be brought, and a line about it.
    pub not_needed: (&'static str, &'static str),
    /// Heading of what else to know.
    pub notes: &'static str,
    /// Heading of when it is done.
    pub promise: &'static str,
    /// At the window.
    pub window: &'static str,
    /// How long at the window and what it costs.
    pub minutes_fee: Sentence<2>,
    /// How it can be done.
    pub channels: &'static str,
    /// The decision.
    pub decided: &'static str,
    /// Decided by this day, after so many working days.
    pub decided_by: fn(day: &str, working_days: u16) -> String,
    /// The payment.
    pub paid: &'static str,
    /// Paid by this day if it is known, within so many working days from what.
    pub paid_by: fn(day: Option<&str>, working_days: u16, from: PaidFrom) -> String,
    /// The law's limit.
    pub statutory: &'static str,
    /// The law's last day, so many days after acceptance.
    pub statutory_by: fn(day: &str, days: u16) -> String,
    /// What the dates assume.
    pub assumes: fn(day: &str) -> String,
    /// A date may move, because a year's holidays are not announced.
    pub provisional: &'static str,
    /// The legal basis.
    pub basis: &'static str,
    /// Where the list comes from.
    pub document: &'static str,
    /// Heading of the answers.
    pub given: &'static str,
}

#[derive(Debug)]
pub struct Outcome {
    /// Heading when it is refused.
    pub refused: &'static str,
    /// Heading of the reasons.
    pub reasons: &'static str,
    /// What can be done instead.
    pub instead: &'static str,
    /// The rule behind it.
    pub basis: &'static str,
    /// After the reasons: whom to ask.
    pub ask: fn(hotline: &str) -> String,
    /// Issues the slip.
    pub issue: &'static str,
    /// What a slip is for.
    pub issue_hint: fn(days: u16) -> String,
    /// Books a visit without a slip.
    pub book: &'static str,
    /// Another service.
    pub other: &'static str,
}

#[derive(Debug)]
pub struct Slip {
    /// What it is.
    pub kind: &'static str,
    /// When it was issued and until when it holds.
    pub dates: fn(issued: &str, expires: &str) -> String,
    /// It has expired: what happened and what to do.
    pub expired: (&'static str, &'static str),
    /// Answers the same questions again.
    pub again: &'static str,
    /// Books a visit with it.
    pub book: &'static str,
    pub print: &'static str,
    /// How to print and share it.
    pub keep: &'static str,
    /// Name of the code for a screen reader.
    pub qr: &'static str,
    /// Beneath the code.
    pub qr_caption: &'static str,
    /// Somebody asks for a paper that is not on it.
    pub complaint: fn(hotline: &str) -> String,
}

#[derive(Debug)]
pub struct Verify {
    pub title: &'static str,
    /// What happens here.
    pub intro: &'static str,
    /// Label of the number.
    pub number: &'static str,
    /// Where to find it.
    pub number_hint: &'static str,
    pub ask: &'static str,
    /// Nothing was typed.
    pub missing: &'static str,
    /// What was typed cannot be a number.
    pub malformed: &'static str,
    /// No slip has this number.
    pub unknown: &'static str,
    /// It is genuine and holds.
    pub valid: &'static str,
    /// It is genuine and does not hold any more.
    pub expired: &'static str,
    pub service: &'static str,
    /// The day of issue.
    pub issued: &'static str,
    /// The last day it holds.
    pub expires: &'static str,
    /// Who issued it.
    pub issuer: &'static str,
    /// The list itself is not shown here.
    pub privacy: &'static str,
}
