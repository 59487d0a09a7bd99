//! A service as plain data.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::Value;
use super::condition::Condition;
use super::promise::Promise;

/// One service: who may apply, what is asked, what must be brought, when it will be done.
///
/// Whatever it holds, the engine answers without a panic; that it makes sense is checked by `Flow::from_toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// The service's code, as in addresses: `rent_withdrawal`.
    pub code: String,
    /// What people call it.
    pub title: String,
    /// Who may apply.
    pub audience: String,
    /// Minutes at the window; sizes the slot of a visit.
    pub minutes: u16,
    /// What it costs, in words.
    pub fee: String,
    /// How it can be done.
    pub channels: Vec<Channel>,
    /// The legal basis, one document and article each.
    pub basis: Vec<String>,
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
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// The document's name and number.
    pub document: String,
    /// Who issued it.
    pub issuer: String,
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

impl Channel {
    /// Its name for people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Window => "窗口办理",
            Self::Online => "网上办理",
            Self::OnSite => "上门办理",
            Self::AcrossProvinces => "跨省通办",
        }
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its name in addresses.
    pub code: String,
    /// The question itself.
    pub text: String,
    /// What helps to answer it.
    pub help: Option<String>,
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
        options: Vec<Choice>,
    },
    /// Yes or no.
    YesNo,
    /// A whole number.
    Number {
        /// The smallest.
        min: u32,
        /// The largest.
        max: u32,
        /// What is counted: `个月`.
        unit: String,
    },
    /// An amount in yuan.
    Money {
        /// The smallest.
        min: crate::money::Fen,
        /// The largest.
        max: crate::money::Fen,
    },
    /// A day.
    Date {
        /// The earliest.
        earliest: NaiveDate,
        /// The latest; without one, the day of asking.
        latest: Option<NaiveDate>,
    },
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its value in addresses.
    pub value: String,
    /// What people read.
    pub label: String,
}

impl Question {
    /// What may be chosen: the options of a choice, 是 and 否 for a yes or no, nothing for the other kinds.
    pub fn options(&self) -> Vec<Choice> {
        match &self.kind {
            Kind::Choice { options } => options.clone(),
            Kind::YesNo => [("yes", "是"), ("no", "否")]
                .map(|(value, label)| Choice {
                    value: value.to_owned(),
                    label: label.to_owned(),
                })
                .to_vec(),
            Kind::Number { .. } | Kind::Money { .. } | Kind::Date { .. } => Vec::new(),
        }
    }

    /// An answer in words: the option's label, `6 个月`, `12,000.00 元`, `2026年11月24日`.
    pub fn label(&self, value: &Value) -> String {
        match (value, &self.kind) {
            (Value::Option(value), _) => self
                .options()
                .into_iter()
                .find(|option| option.value == *value)
                .map_or_else(|| value.clone(), |option| option.label),
            (Value::Number(number), Kind::Number { unit, .. }) => format!("{number} {unit}"),
            (Value::Number(number), _) => number.to_string(),
            (Value::Money(amount), _) => format!("{} 元", amount.grouped()),
            (Value::Date(date), _) => crate::calendar::zh_day(*date),
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
    pub ground: Ground,
}

/// Why the matter cannot be done, and what can.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    /// Its name in the interface.
    pub code: String,
    /// Why.
    pub reason: String,
    /// What would be allowed instead, or what to do first.
    pub instead: String,
    /// The rule behind it.
    pub basis: String,
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
    pub name: String,
    /// How many originals to bring.
    pub originals: u8,
    /// How many copies to bring.
    pub copies: u8,
    /// Written or signed at the window: nothing to bring.
    pub signed_on_site: bool,
    /// Who issues it.
    pub issuer: String,
    /// Where to get it.
    pub obtain: String,
    /// Why it is asked.
    pub why: String,
    /// How long it is good for, in words; `None` when it does not expire.
    pub validity: Option<String>,
}

/// Something to know that is no paper: who must come, what to do first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When it applies; always, without one.
    pub when: Option<Condition>,
    /// What to know.
    pub text: String,
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
}
