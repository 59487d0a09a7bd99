//! A service as plain data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::Value;
use super::condition::Condition;
use super::promise::Promise;
use crate::bilingual::{Bilingual, Unit};
use crate::money::Fen;

/// One service: who may apply, what is asked, what must be brought, when it will be done.
///
/// Whatever it holds, the engine answers without a panic; that it makes sense is checked by `Flow::from_toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// The service's code, as in addresses: `rent_withdrawal`.
    pub code: String,
    /// What people call it.
    pub title: Bilingual,
    /// Who may apply.
    pub audience: Bilingual,
    /// Minutes at the window; sizes the slot of a visit.
    pub minutes: u16,
    /// What it costs, in words.
    pub fee: Bilingual,
    /// How it can be done.
    pub channels: Vec<Channel>,
    /// The legal basis, one document and article each.
    pub basis: Vec<Bilingual>,
    /// Where this flow comes from, and since when it holds.
    pub meta: Meta,
    /// When it will be done.
    pub promise: Promise,
    /// The questions, in the order a person meets them.
    pub questions: Vec<Question>,
    /// Why it may be refused.
    pub refusals: Vec<Refusal>,
    /// What may have to be brought.
    pub items: Vec<Item>,
    /// What else to know.
    pub notes: Vec<Note>,
}

/// Where a flow comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The document's name and number.
    pub document: Bilingual,
    /// Who issued it.
    pub issuer: Bilingual,
    /// The first day it holds.
    pub effective_from: NaiveDate,
    /// Whether the centre has confirmed it; a flow that is not is labelled wherever it shows.
    pub verified: bool,
}

/// A way to get a service done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// At a window of the centre.
    Window,
    /// On the internet.
    Online,
    /// The centre comes to the employer (上门办理).
    OnSite,
    /// At any centre of the country (跨省通办).
    AcrossProvinces,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its name in addresses.
    pub code: String,
    /// The question itself.
    pub text: Bilingual,
    /// What helps to answer it.
    pub help: Option<Bilingual>,
    /// What may be answered.
    #[serde(flatten)]
    pub kind: Kind,
    /// When it is asked; always, without one.
    pub ask_if: Option<Condition>,
}

/// What kind of answer a question takes, and its bounds (both included).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// One of several.
    Choice {
        /// What may be chosen.
        options: Vec<AnswerOption>,
    },
    /// Yes or no.
    YesNo,
    /// A whole number.
    Number {
        /// The smallest.
        min: u32,
        /// The largest.
        max: u32,
        /// What is counted.
        unit: Unit,
    },
    /// An amount in yuan.
    Money {
        /// The smallest.
        min: Fen,
        /// The largest.
        max: Fen,
    },
    /// A day.
    Date {
        /// The earliest.
        earliest: NaiveDate,
        /// The latest; without one, the day of asking.
        latest: Option<NaiveDate>,
    },
}

/// One option of a choice, or of a yes or no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerOption {
    /// Its value in addresses.
    pub value: String,
    /// What people read.
    pub label: AnswerText,
}

/// What an answer says. The edition has the words of options and units; of the others only the kind and the figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerText {
    /// Yes or no.
    YesNo(bool),
    /// An amount.
    Money(Fen),
    /// A day.
    Date(NaiveDate),
    /// An option, or a number with its unit; on slips of earlier releases, any answer.
    #[serde(untagged)]
    Words(Bilingual),
}

impl Question {
    /// What may be chosen: the options of a choice, both of a yes or no, nothing for the other kinds.
    pub fn options(&self) -> Vec<AnswerOption> {
        match &self.kind {
            Kind::Choice { options } => options.clone(),
            Kind::YesNo => [("yes", true), ("no", false)]
                .map(|(value, yes)| AnswerOption {
                    value: value.to_owned(),
                    label: AnswerText::YesNo(yes),
                })
                .to_vec(),
            Kind::Number { .. } | Kind::Money { .. } | Kind::Date { .. } => Vec::new(),
        }
    }

    /// What an answer says.
    pub fn label(&self, value: &Value) -> AnswerText {
        match (value, &self.kind) {
            (Value::Option(value), _) => self
                .options()
                .into_iter()
                .find(|option| option.value == *value)
                .map_or_else(|| AnswerText::Words(value.as_str().into()), |option| option.label),
            (Value::Number(number), Kind::Number { unit, .. }) => AnswerText::Words(unit.of(*number)),
            (Value::Number(number), _) => AnswerText::Words(number.to_string().as_str().into()),
            (Value::Money(amount), _) => AnswerText::Money(*amount),
            (Value::Date(date), _) => AnswerText::Date(*date),
        }
    }
}

/// A reason to refuse, and when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// When it holds.
    pub when: Condition,
    /// Whether the questions end as soon as it holds, because nothing can mend it. After other refusals those
    /// questions are still asked that could bring up a further reason.
    pub ends: bool,
    /// What the person is told.
    #[serde(flatten)]
    pub reason: RefusalReason,
}

/// Why the matter cannot be done, and what can.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalReason {
    /// Its name in the interface.
    pub code: String,
    /// Why.
    pub reason: Bilingual,
    /// What would be allowed instead, or what to do first.
    pub instead: Bilingual,
    /// The rule behind it.
    pub basis: Bilingual,
}

/// Something to bring, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// When it is needed; always, without one.
    pub when: Option<Condition>,
    /// The centre sees for itself: the person is told that it need *not* be brought.
    pub fetched_by_centre: bool,
    /// What it is.
    #[serde(flatten)]
    pub paper: Paper,
}

/// A paper, card or certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Its name in the interface.
    pub code: String,
    /// Its name for people.
    pub name: Bilingual,
    /// How many originals to bring.
    pub originals: u8,
    /// How many copies to bring.
    pub copies: u8,
    /// Written or signed at the window: nothing to bring.
    pub signed_on_site: bool,
    /// Who issues it.
    pub issuer: Bilingual,
    /// Where to get it.
    pub obtain: Bilingual,
    /// Why it is asked.
    pub why: Bilingual,
    /// How long it is good for, in words; `None` when it does not expire.
    pub validity: Option<Bilingual>,
}

/// Something to know that is no paper: who must come, what to do first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When it applies; always, without one.
    pub when: Option<Condition>,
    /// What to know.
    pub text: Bilingual,
}

impl Flow {
    /// The question named `code`.
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.code == code)
    }

    /// Every condition of the flow.
    pub(super) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let questions = self
            .questions
            .iter()
            .filter_map(|question| question.ask_if.as_ref());
        let refusals = self.refusals.iter().map(|refusal| &refusal.when);
        let items = self.items.iter().filter_map(|item| item.when.as_ref());
        let notes = self.notes.iter().filter_map(|note| note.when.as_ref());
        questions.chain(refusals).chain(items).chain(notes)
    }

    /// Every text of the flow that a person may read.
    pub fn texts(&self) -> Vec<&Bilingual> {
        let mut texts = vec![
            &self.title,
            &self.audience,
            &self.fee,
            &self.meta.document,
            &self.meta.issuer,
        ];
        texts.push(&self.promise.basis);
        texts.extend(&self.basis);
        for question in &self.questions {
            texts.push(&question.text);
            texts.extend(&question.help);
            if let Kind::Choice { options } = &question.kind {
                texts.extend(options.iter().filter_map(|option| match &option.label {
                    AnswerText::Words(words) => Some(words),
                    _ => None,
                }));
            }
        }
        for RefusalReason {
            reason,
            instead,
            basis,
            ..
        } in self.refusals.iter().map(|refusal| &refusal.reason)
        {
            texts.extend([reason, instead, basis]);
        }
        for Paper {
            name,
            issuer,
            obtain,
            why,
            validity,
            ..
        } in self.items.iter().map(|item| &item.paper)
        {
            texts.extend([name, issuer, obtain, why]);
            texts.extend(validity);
        }
        texts.extend(self.notes.iter().map(|note| &note.text));
        texts
    }
}
