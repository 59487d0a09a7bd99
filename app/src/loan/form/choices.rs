//! Choices that several forms offer.

use fund::repayment::Method;

use crate::{
    components::Choice,
    text::{Lang, Worded, loan::Form},
};

/// A choice for each member of a set.
pub(in crate::loan) fn worded<T: Worded>(
    all: &[T],
    code: impl Fn(&T) -> &'static str,
    lang: Lang,
) -> Vec<Choice> {
    all.iter()
        .map(|member| Choice::new(code(member), member.worded(lang)))
        .collect()
}

/// A choice for each code, by its place among the labels.
pub(in crate::loan) fn named<const N: usize>(
    codes: [&'static str; N],
    labels: [&'static str; N],
) -> Vec<Choice> {
    let pairs = codes.into_iter().zip(labels);
    pairs.map(|(code, label)| Choice::new(code, label)).collect()
}

/// The same with a line beneath each: the word of the contract.
pub(in crate::loan) fn explained<const N: usize>(
    codes: [&'static str; N],
    labels: [(&'static str, &'static str); N],
) -> Vec<Choice> {
    let pairs = codes.into_iter().zip(labels);
    pairs
        .map(|(code, (label, hint))| Choice::new(code, label).hint(hint))
        .collect()
}

/// The two ways to repay.
pub(in crate::loan) fn methods(words: &Form) -> Vec<Choice> {
    explained(
        Method::ALL.map(Method::code),
        [words.level_payment, words.level_principal],
    )
}

/// Choices that stand for 0, 1, 2 ….
pub(in crate::loan) fn numbered(labels: &[&'static str]) -> Vec<Choice> {
    let choice = |(number, label): (usize, &&'static str)| Choice::new(number.to_string(), *label);
    labels.iter().enumerate().map(choice).collect()
}
