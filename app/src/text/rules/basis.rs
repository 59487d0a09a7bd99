//! The rule behind a figure and its document, as pages cite them.

use fund::quota::Basis;

use crate::text::{Lang, Local, format, text};

/// The name of the rule.
pub fn rule(lang: Lang, basis: &Basis) -> Local {
    Local::of(lang, &basis.rule, basis.rule_en.as_deref())
}

/// The document that sets the rule, with its number. On an English page the official title stands behind what it means.
pub fn source(lang: Lang, basis: &Basis) -> Local {
    let official = if basis.number.is_empty() {
        basis.document.clone()
    } else {
        format::ZH_CN.bracketed.with([&basis.document, &basis.number])
    };
    let official = Local::chinese(lang, &official);
    match (lang, &basis.document_en) {
        (Lang::ZhCn, _) | (_, None) => official,
        (Lang::En, Some(meaning)) => Local::from(format!("{meaning} (")).then(official).then(")"),
    }
}

/// The documents of several rules.
pub fn sources<'a>(lang: Lang, bases: impl IntoIterator<Item = &'a Basis>) -> Local {
    let mut documents = bases.into_iter().map(|basis| source(lang, basis));
    let first = documents.next().unwrap_or_default();
    let between = text(lang).format.between_clauses;
    documents.fold(first, |all, next| all.then(between).then(next))
}
