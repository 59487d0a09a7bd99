//! The conditions for a loan, each in a sentence: what it asks, or what stands in the way.

use fund::quota::{Condition, Gate};

use crate::text::{
    Lang, Worded,
    sentence::{Count, Sentence},
    text,
};

#[derive(Debug)]
pub struct GateText {
    pub contribution: ContributionText,
    pub account: ConditionText,
    pub unsettled_loan: ConditionText,
    pub earlier_loans: EarlierLoansText,
    pub credit: ConditionText,
    pub dishonest: ConditionText,
    pub certificate: ConditionText,
    pub bank_loan: ConditionText,
    /// The product is, or is not, for a second home.
    pub second_home: SecondHomeText,
    pub area: AreaText,
    /// A condition nobody has spoken of, which an estimate takes as met.
    pub assumed: Sentence<1>,
}

/// A condition, and what is said when it is not met.
#[derive(Debug)]
pub struct ConditionText {
    pub asked: &'static str,
    pub not_met: &'static str,
}

/// Months of continuous contribution: how many are needed, how many there are.
#[derive(Debug)]
pub struct ContributionText {
    pub asked: Sentence<2>,
    /// What is asked, how many months are missing, and from which month one can apply.
    pub met_later: Sentence<3>,
    pub missing: Count,
}

/// How many earlier loans there may be.
#[derive(Debug)]
pub struct EarlierLoansText {
    pub asked: Count,
    pub not_met: Count,
}

/// The product's name in each.
#[derive(Debug)]
pub struct SecondHomeText {
    pub met: Sentence<1>,
    pub not_met: Sentence<1>,
}

/// The product's name, and the largest area in square metres.
#[derive(Debug)]
pub struct AreaText {
    pub asked: Sentence<2>,
    pub not_met: Sentence<2>,
}

impl ConditionText {
    const fn of(&self, met: bool) -> &'static str {
        if met { self.asked } else { self.not_met }
    }
}

impl Worded for Gate {
    fn worded(&self, lang: Lang) -> String {
        let words = &text(lang).rules.quota.gates;
        let condition = condition(self, words, lang);
        if self.assumed {
            words.assumed.with([&condition])
        } else {
            condition
        }
    }
}

fn condition(gate: &Gate, words: &GateText, lang: Lang) -> String {
    let met = gate.met;
    let said = match gate.condition {
        Condition::Contribution { needed, contributed } => {
            return contribution(gate, (needed, contributed), &words.contribution, lang);
        }
        Condition::EarlierLoans { most } => {
            let words = &words.earlier_loans;
            let words = if met { words.asked } else { words.not_met };
            return words.of(most);
        }
        Condition::SecondHome { product } => {
            let words = &words.second_home;
            let words = if met { words.met } else { words.not_met };
            return words.with([&product.worded(lang)]);
        }
        Condition::Area { product, largest } => {
            let words = if met { words.area.asked } else { words.area.not_met };
            return words.with([&product.worded(lang), &largest.to_string()]);
        }
        Condition::Term { longest } => return with_capital(&longest.worded(lang)),
        Condition::Account => &words.account,
        Condition::UnsettledLoan => &words.unsettled_loan,
        Condition::Credit => &words.credit,
        Condition::Dishonest => &words.dishonest,
        Condition::Certificate => &words.certificate,
        Condition::BankLoan => &words.bank_loan,
    };
    said.of(met).to_owned()
}

/// A sentence that stands by itself, where its words usually stand behind a label.
fn with_capital(words: &str) -> String {
    let mut characters = words.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

fn contribution(
    gate: &Gate,
    (needed, contributed): (u16, u16),
    words: &ContributionText,
    lang: Lang,
) -> String {
    let asked = words.asked.with([&needed.to_string(), &contributed.to_string()]);
    match gate.met_on {
        Some(day) => {
            let missing = words.missing.of(needed.saturating_sub(contributed));
            words
                .met_later
                .with([&asked, &missing, &text(lang).format.month(day)])
        }
        None => asked,
    }
}
