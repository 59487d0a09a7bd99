//! From the file's form to the flow's, with every check that needs one place only.

use std::collections::HashSet;
use std::mem::take;

use toml::Spanned;

use super::condition::Scope;
use super::{Problems, raw};
use crate::bilingual::{Bilingual, Unit};
use crate::money::Fen;
use crate::notice::flow::{
    AnswerOption, AnswerText, Flow, Item, Kind, Meta, Note, Paper, Question, Refusal, RefusalReason,
};
use crate::notice::promise::Promise;

/// Where things stand in the file, in the order of the flow's lists.
pub(super) struct Places {
    pub(super) questions: Vec<usize>,
    pub(super) refusals: Vec<usize>,
    pub(super) items: Vec<usize>,
    pub(super) notes: Vec<usize>,
}

/// Turns the whole file. What is wrong is reported and read as well as it can be, so that one run finds all.
pub(super) fn flow(raw: raw::Flow, problems: &mut Problems<'_>) -> (Flow, Places) {
    let start = raw.code.span().start;
    let stem = problems
        .file
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".toml");
    let named = stem == raw.code.get_ref();
    problems.check(named, start, || {
        format!("code `{}` is not the file's name", raw.code.get_ref())
    });
    check_code(problems, start, raw.code.get_ref());
    let title = head(problems, "title", raw.title, raw.title_en);
    let audience = head(problems, "audience", raw.audience, raw.audience_en);
    let fee = head(problems, "fee", raw.fee, raw.fee_en);
    let minutes = &raw.minutes;
    problems.check(
        (1..=480).contains(minutes.get_ref()),
        minutes.span().start,
        || "minutes must be 1 to 480".to_owned(),
    );
    problems.check(
        !raw.channels.get_ref().is_empty(),
        raw.channels.span().start,
        || "channels must name at least one".to_owned(),
    );
    problems.check(!raw.basis.get_ref().is_empty(), raw.basis.span().start, || {
        "basis must name at least one document".to_owned()
    });
    let basis = basis(raw.basis, raw.basis_en, problems);
    let meta = meta(raw.meta, problems);
    let promise = promise(raw.promise, problems);

    let places = Places {
        questions: starts(&raw.question),
        refusals: starts(&raw.refusal),
        items: starts(&raw.item),
        notes: starts(&raw.note),
    };
    for list in [
        codes(&raw.question, |question| &question.code),
        codes(&raw.refusal, |refusal| &refusal.code),
        codes(&raw.item, |item| &item.code),
    ] {
        check_codes(problems, &list);
    }
    let questions = questions(raw.question, problems);
    let mut scope = Scope {
        earlier: &questions,
        all: &questions,
        problems,
    };
    let refusals = raw
        .refusal
        .into_iter()
        .map(|refusal| scope.refusal(refusal))
        .collect();
    let items = raw.item.into_iter().map(|item| scope.item(item)).collect();
    let notes = raw.note.into_iter().map(|note| scope.note(note)).collect();
    let flow = Flow {
        code: raw.code.into_inner(),
        title,
        audience,
        minutes: raw.minutes.into_inner(),
        fee,
        channels: raw.channels.into_inner(),
        basis,
        meta,
        promise,
        questions,
        refusals,
        items,
        notes,
    };
    (flow, places)
}

fn head(problems: &mut Problems<'_>, name: &str, zh: Spanned<String>, en: Option<String>) -> Bilingual {
    problems.text(zh.span().start, name, zh.into_inner(), en)
}

/// The documents; the English, if any is given, of each of them.
fn basis(zh: Spanned<Vec<String>>, en: Option<Vec<String>>, problems: &mut Problems<'_>) -> Vec<Bilingual> {
    let at = zh.span().start;
    let zh = zh.into_inner();
    let en = en.map_or_else(|| vec![None; zh.len()], |en| en.into_iter().map(Some).collect());
    problems.check(en.len() == zh.len(), at, || {
        "basis_en must have as many lines as basis".to_owned()
    });
    let pairs = zh.into_iter().zip(en);
    pairs.map(|(zh, en)| problems.text(at, "basis", zh, en)).collect()
}

fn meta(raw: Spanned<raw::Meta>, problems: &mut Problems<'_>) -> Meta {
    let at = raw.span().start;
    let raw = raw.into_inner();
    Meta {
        document: problems.text(at, "document", raw.document, raw.document_en),
        issuer: problems.text(at, "issuer", raw.issuer, raw.issuer_en),
        effective_from: raw.effective_from,
        verified: raw.verified,
    }
}

fn promise(raw: Spanned<raw::Promise>, problems: &mut Problems<'_>) -> Promise {
    let at = raw.span().start;
    let raw = raw.into_inner();
    Promise {
        decided: raw.decided,
        paid: raw.paid,
        paid_from: raw.paid_from,
        statutory: raw.statutory,
        basis: problems.text(at, "basis", raw.basis, raw.basis_en),
    }
}

fn starts<T>(list: &[Spanned<T>]) -> Vec<usize> {
    list.iter().map(|entry| entry.span().start).collect()
}

fn codes<T>(list: &[Spanned<T>], code: impl Fn(&T) -> &String) -> Vec<(usize, String)> {
    list.iter()
        .map(|entry| (entry.span().start, code(entry.get_ref()).clone()))
        .collect()
}

/// Every code is well formed and used once.
fn check_codes(problems: &mut Problems<'_>, codes: &[(usize, String)]) {
    let mut seen = HashSet::new();
    for (at, code) in codes {
        check_code(problems, *at, code);
        problems.check(seen.insert(code), *at, || format!("code `{code}` is used twice"));
    }
}

/// Codes stand in addresses and interfaces: `^[a-z][a-z0-9_]*$`.
fn check_code(problems: &mut Problems<'_>, at: usize, code: &str) {
    let formed = code.starts_with(|c: char| c.is_ascii_lowercase())
        && code
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    problems.check(formed, at, || format!("code `{code}` is not snake_case"));
}

/// The questions in order; each condition sees the questions before its own.
fn questions(raw: Vec<Spanned<raw::Question>>, problems: &mut Problems<'_>) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::with_capacity(raw.len());
    let mut conditions = Vec::with_capacity(raw.len());
    for question in raw {
        let at = question.span().start;
        let mut question = question.into_inner();
        let text = problems.text(at, "text", take(&mut question.text), question.text_en.take());
        let help = problems.optional_text(at, "help", question.help.take(), question.help_en.take());
        conditions.push(question.ask_if.take());
        let kind = kind(&mut question, at, problems);
        questions.push(Question {
            code: question.code,
            text,
            help,
            kind,
            ask_if: None,
        });
    }
    let asked_if: Vec<_> = conditions
        .into_iter()
        .enumerate()
        .map(|(index, condition)| {
            let (earlier, _) = questions.split_at(index);
            let mut scope = Scope {
                earlier,
                all: &questions,
                problems,
            };
            condition.map(|condition| scope.condition(condition))
        })
        .collect();
    for (question, condition) in questions.iter_mut().zip(asked_if) {
        question.ask_if = condition;
    }
    questions
}

/// The kind with its keys; keys of other kinds are refused.
fn kind(raw: &mut raw::Question, at: usize, problems: &mut Problems<'_>) -> Kind {
    let kind = match raw.kind {
        raw::Kind::Choice => Kind::Choice {
            options: options(raw.options.take(), at, problems),
        },
        raw::Kind::YesNo => Kind::YesNo,
        raw::Kind::Number => {
            let min = raw.min.take().and_then(|bound| number(&bound, problems));
            let max = raw.max.take().and_then(|bound| number(&bound, problems));
            let unit = unit(raw, at, problems);
            let (min, max) = bounds(min, max, at, problems);
            Kind::Number { min, max, unit }
        }
        raw::Kind::Money => {
            let min = raw.min.take().and_then(|bound| yuan(&bound, problems));
            let max = raw.max.take().and_then(|bound| yuan(&bound, problems));
            let (min, max) = bounds(min, max, at, problems);
            Kind::Money { min, max }
        }
        raw::Kind::Date => {
            let (earliest, latest) = (raw.earliest.take(), raw.latest.take());
            problems.check(earliest.is_some(), at, || "a date needs `earliest`".to_owned());
            Kind::Date {
                earliest: earliest.unwrap_or_default(),
                latest,
            }
        }
    };
    let left = raw.options.is_some()
        || raw.min.is_some()
        || raw.max.is_some()
        || raw.unit.is_some()
        || raw.unit_en.is_some()
        || raw.earliest.is_some()
        || raw.latest.is_some();
    problems.check(!left, at, || {
        format!("question `{}` has keys of another kind", raw.code)
    });
    kind
}

fn unit(raw: &mut raw::Question, at: usize, problems: &mut Problems<'_>) -> Unit {
    let unit = Unit {
        zh: raw.unit.take().unwrap_or_default(),
        en: raw.unit_en.take(),
    };
    let one = unit.en.as_ref().map(|[one, _]| one.clone());
    problems.text(at, "unit", unit.zh.clone(), one);
    problems.text(at, "unit", unit.zh.clone(), unit.name().en().map(str::to_owned));
    unit
}

fn options(raw: Option<Vec<raw::Choice>>, at: usize, problems: &mut Problems<'_>) -> Vec<AnswerOption> {
    let options = raw.unwrap_or_default();
    problems.check(options.len() >= 2, at, || {
        "a choice needs at least two options".to_owned()
    });
    let values: Vec<_> = options.iter().map(|option| (at, option.value.clone())).collect();
    check_codes(problems, &values);
    let options = options.into_iter().map(|option| AnswerOption {
        label: AnswerText::Words(problems.text(at, "label", option.label, option.label_en)),
        value: option.value,
    });
    options.collect()
}

fn bounds<T: Ord + Copy + Default>(
    min: Option<T>,
    max: Option<T>,
    at: usize,
    problems: &mut Problems<'_>,
) -> (T, T) {
    let ordered = matches!((min, max), (Some(min), Some(max)) if min < max);
    problems.check(ordered, at, || {
        "`min` and `max` are needed, min below max".to_owned()
    });
    (min.unwrap_or_default(), max.unwrap_or_default())
}

fn number(bound: &Spanned<raw::Bound>, problems: &mut Problems<'_>) -> Option<u32> {
    match bound.get_ref() {
        raw::Bound::Number(number) => Some(*number),
        raw::Bound::Yuan(_) => {
            problems.add(bound.span().start, "a number's bound is a whole number");
            None
        }
    }
}

fn yuan(bound: &Spanned<raw::Bound>, problems: &mut Problems<'_>) -> Option<Fen> {
    let amount = yuan_of(bound.get_ref());
    problems.check(amount.is_some(), bound.span().start, || {
        "an amount's bound is a string of yuan, such as \"10000\"".to_owned()
    });
    amount
}

pub(super) fn yuan_of(bound: &raw::Bound) -> Option<Fen> {
    match bound {
        raw::Bound::Yuan(text) => Fen::parse_yuan(text).ok(),
        raw::Bound::Number(_) => None,
    }
}

impl Scope<'_, '_, '_> {
    fn refusal(&mut self, raw: Spanned<raw::Refusal>) -> Refusal {
        let at = raw.span().start;
        let raw = raw.into_inner();
        let reason = RefusalReason {
            code: raw.code,
            reason: self.problems.text(at, "reason", raw.reason, raw.reason_en),
            instead: self.problems.text(at, "instead", raw.instead, raw.instead_en),
            basis: self.problems.text(at, "basis", raw.basis, raw.basis_en),
        };
        Refusal {
            when: self.condition(raw.when),
            ends: raw.ends,
            reason,
        }
    }

    fn item(&mut self, raw: Spanned<raw::Item>) -> Item {
        let at = raw.span().start;
        let raw = raw.into_inner();
        let brought = raw.originals > 0 || raw.copies > 0;
        let ways = [brought, raw.signed_on_site, raw.fetched_by_centre];
        self.problems.check(ways.into_iter().filter(|way| *way).count() == 1, at, || {
            format!(
                "item `{}` must be one of: brought (originals, copies), signed_on_site, fetched_by_centre",
                raw.code
            )
        });
        let problems = &mut *self.problems;
        let paper = Paper {
            code: raw.code,
            name: problems.text(at, "name", raw.name, raw.name_en),
            originals: raw.originals,
            copies: raw.copies,
            signed_on_site: raw.signed_on_site,
            issuer: problems.text(at, "issuer", raw.issuer, raw.issuer_en),
            obtain: problems.text(at, "obtain", raw.obtain, raw.obtain_en),
            why: problems.text(at, "why", raw.why, raw.why_en),
            validity: problems.optional_text(at, "validity", raw.validity, raw.validity_en),
        };
        Item {
            when: raw.when.map(|when| self.condition(when)),
            fetched_by_centre: raw.fetched_by_centre,
            paper,
        }
    }

    fn note(&mut self, raw: Spanned<raw::Note>) -> Note {
        let at = raw.span().start;
        let raw = raw.into_inner();
        let text = self.problems.text(at, "text", raw.text, raw.text_en);
        Note {
            when: raw.when.map(|when| self.condition(when)),
            text,
        }
    }
}
