//! The file as it is written. Everything here is turned into the types of `flow` by `read`.

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use crate::notice::flow::Channel;
use crate::notice::promise::PaidFrom;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Flow {
    pub(super) code: Spanned<String>,
    pub(super) title: Spanned<String>,
    pub(super) title_en: Option<String>,
    pub(super) audience: Spanned<String>,
    pub(super) audience_en: Option<String>,
    pub(super) minutes: Spanned<u16>,
    pub(super) fee: Spanned<String>,
    pub(super) fee_en: Option<String>,
    pub(super) channels: Spanned<Vec<Channel>>,
    pub(super) basis: Spanned<Vec<String>>,
    pub(super) basis_en: Option<Vec<String>>,
    pub(super) meta: Spanned<Meta>,
    pub(super) promise: Spanned<Promise>,
    pub(super) question: Vec<Spanned<Question>>,
    #[serde(default)]
    pub(super) refusal: Vec<Spanned<Refusal>>,
    pub(super) item: Vec<Spanned<Item>>,
    #[serde(default)]
    pub(super) note: Vec<Spanned<Note>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meta {
    pub(super) document: String,
    pub(super) document_en: Option<String>,
    pub(super) issuer: String,
    pub(super) issuer_en: Option<String>,
    pub(super) effective_from: NaiveDate,
    pub(super) verified: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Promise {
    pub(super) decided: u16,
    pub(super) paid: u16,
    pub(super) paid_from: PaidFrom,
    pub(super) statutory: u16,
    pub(super) basis: String,
    pub(super) basis_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) label_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    pub(super) code: String,
    pub(super) text: String,
    pub(super) text_en: Option<String>,
    pub(super) help: Option<String>,
    pub(super) help_en: Option<String>,
    pub(super) kind: Kind,
    pub(super) options: Option<Vec<Choice>>,
    pub(super) min: Option<Spanned<Bound>>,
    pub(super) max: Option<Spanned<Bound>>,
    pub(super) unit: Option<String>,
    pub(super) unit_en: Option<[String; 2]>,
    pub(super) earliest: Option<NaiveDate>,
    pub(super) latest: Option<NaiveDate>,
    pub(super) ask_if: Option<Spanned<Condition>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Choice,
    YesNo,
    Number,
    Money,
    Date,
}

/// A count, or an amount in yuan as a string.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Bound {
    Number(u32),
    Yuan(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Refusal {
    pub(super) code: String,
    pub(super) reason: String,
    pub(super) reason_en: Option<String>,
    pub(super) instead: String,
    pub(super) instead_en: Option<String>,
    pub(super) basis: String,
    pub(super) basis_en: Option<String>,
    pub(super) when: Spanned<Condition>,
    #[serde(default)]
    pub(super) ends: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) name_en: Option<String>,
    #[serde(default)]
    pub(super) originals: u8,
    #[serde(default)]
    pub(super) copies: u8,
    #[serde(default)]
    pub(super) signed_on_site: bool,
    pub(super) issuer: String,
    pub(super) issuer_en: Option<String>,
    pub(super) obtain: String,
    pub(super) obtain_en: Option<String>,
    pub(super) why: String,
    pub(super) why_en: Option<String>,
    pub(super) validity: Option<String>,
    pub(super) validity_en: Option<String>,
    pub(super) when: Option<Spanned<Condition>>,
    #[serde(default)]
    pub(super) fetched_by_centre: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    pub(super) text: String,
    pub(super) text_en: Option<String>,
    pub(super) when: Option<Spanned<Condition>>,
}

/// Either `all`, `any` or `not` alone, or `question` with one test.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Condition {
    pub(super) all: Option<Vec<Spanned<Condition>>>,
    pub(super) any: Option<Vec<Spanned<Condition>>>,
    pub(super) not: Option<Box<Spanned<Condition>>>,
    pub(super) question: Option<String>,
    pub(super) equals: Option<String>,
    pub(super) one_of: Option<Vec<String>>,
    pub(super) at_least: Option<Bound>,
    pub(super) at_most: Option<Bound>,
    pub(super) older_than_months: Option<u32>,
}
