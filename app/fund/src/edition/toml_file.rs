//! Reading a TOML file piece by piece, so that one bad entry does not hide the others.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::problem::Problem;
use crate::bilingual::fault_of_english;

/// A value and the line it starts on.
#[derive(Debug, Clone)]
pub(super) struct Located<T> {
    pub(super) line: usize,
    pub(super) value: T,
}

/// A file whose top-level entries are taken one by one; what is left at the end is unknown.
pub(super) struct TomlFile<'a> {
    name: &'a str,
    text: &'a str,
    table: DeTable<'a>,
    problems: Vec<Problem>,
}

impl<'a> TomlFile<'a> {
    /// Reads the syntax, or says all that is wrong with it.
    pub(super) fn new(name: &'a str, text: &'a str) -> Result<Self, Vec<Problem>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut file = Self {
            name,
            text,
            table: table.into_inner(),
            problems: Vec::new(),
        };
        for error in errors {
            file.note(error.span(), error.message());
        }
        if file.problems.is_empty() {
            Ok(file)
        } else {
            Err(file.problems)
        }
    }

    /// The entry `key`, which must be there.
    pub(super) fn take<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        self.take_located(key).map(|located| located.value)
    }

    /// The entry `key`, which must be there, with its line.
    pub(super) fn take_located<T: DeserializeOwned>(&mut self, key: &str) -> Option<Located<T>> {
        if let Some(value) = self.table.remove(key) {
            self.read(value)
        } else {
            self.problems
                .push(Problem::of_file(self.name, format!("`{key}` is missing")));
            None
        }
    }

    /// The text `key`, which must be there and not be blank.
    pub(super) fn take_text(&mut self, key: &str) -> Option<String> {
        self.take_checked(key, "must not be empty", |text| !text.trim().is_empty())
    }

    /// The text `key` in English, which need not be there.
    pub(super) fn take_english(&mut self, key: &str) -> Option<String> {
        if !self.table.contains_key(key) {
            return None;
        }
        self.take_checked(key, "must be English, with Chinese only in brackets", |text| {
            fault_of_english([&Some(text.to_owned())]).is_none()
        })
    }

    /// The text `key`, which must be there and pass the check.
    pub(super) fn take_checked(
        &mut self,
        key: &str,
        rule: &str,
        holds: impl FnOnce(&str) -> bool,
    ) -> Option<String> {
        let span = self.table.get_key_value(key).map(|(key, _)| key.span());
        let text: String = self.take(key)?;
        if holds(&text) {
            return Some(text);
        }
        self.note(span, &format!("`{key}` {rule}"));
        None
    }

    /// The entries of the list `key`, which must be there; entries that can't be read are noted and left out.
    pub(super) fn take_list<T: DeserializeOwned>(&mut self, key: &str) -> Vec<Located<T>> {
        let Some(list) = self.table.remove(key) else {
            self.problems
                .push(Problem::of_file(self.name, format!("`[[{key}]]` is missing")));
            return Vec::new();
        };
        let span = list.span();
        let DeValue::Array(list) = list.into_inner() else {
            self.note(Some(span), &format!("`{key}` must be a list, written [[{key}]]"));
            return Vec::new();
        };
        list.into_iter().filter_map(|value| self.read(value)).collect()
    }

    /// The entry `key`, which must be there; what `fault` finds wrong with it is noted at its line.
    pub(super) fn take_sound<T: DeserializeOwned>(
        &mut self,
        key: &str,
        fault: impl FnOnce(&T) -> Option<&'static str>,
    ) -> Option<T> {
        let Located { line, value } = self.take_located(key)?;
        if let Some(fault) = fault(&value) {
            self.refuse(line, format!("{key}: {fault}"));
        }
        Some(value)
    }

    /// Says that something at a line is wrong.
    pub(super) fn refuse(&mut self, line: usize, reason: impl Into<String>) {
        self.problems.push(Problem::at(self.name, line, reason));
    }

    /// Says that something about the whole file is wrong.
    pub(super) fn refuse_all(&mut self, reason: impl Into<String>) {
        self.problems.push(Problem::of_file(self.name, reason));
    }

    /// Whether nothing wrong was found so far.
    pub(super) fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    /// Notes what nobody took, and hands over all that is wrong.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        let unknown: Vec<_> = self
            .table
            .keys()
            .map(|key| (key.span(), key.get_ref().to_string()))
            .collect();
        for (span, key) in unknown {
            self.note(Some(span), &format!("unknown key `{key}`"));
        }
        self.problems
    }

    fn read<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'a>>) -> Option<Located<T>> {
        let span = value.span();
        let line = line_at(self.text, span.start);
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => Some(Located { line, value }),
            Err(error) => {
                self.note(error.span().or(Some(span)), error.message());
                None
            }
        }
    }

    fn note(&mut self, span: Option<Range<usize>>, reason: &str) {
        let line = line_at(self.text, span.map_or(0, |span| span.start));
        self.refuse(line, reason.trim());
    }
}

/// The line, from 1, of a byte offset.
fn line_at(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or(text);
    before.matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Entry {
        number: u8,
    }

    fn problems(file: TomlFile<'_>) -> Vec<String> {
        file.finish().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_bad_piece_is_named_and_the_good_ones_are_kept() {
        let text = "\
title = 3
blank = ' '
[[entries]]
number = 1
[[entries]]
numbre = 2
[[entries]]
number = 256
[[entries]]
number = 4
[extra]
x = 1
";
        let mut file = TomlFile::new("x.toml", text).unwrap();
        assert_eq!(file.take_text("title"), None);
        assert_eq!(file.take_text("blank"), None);
        assert_eq!(file.take::<bool>("gone"), None);
        let entries = file.take_list::<Entry>("entries");
        let kept: Vec<_> = entries
            .iter()
            .map(|entry| (entry.line, entry.value.number))
            .collect();
        assert_eq!(kept, [(3, 1), (9, 4)]);
        assert_eq!(
            problems(file),
            [
                "x.toml:1: invalid type: integer `3`, expected a string",
                "x.toml:2: `blank` must not be empty",
                "x.toml: `gone` is missing",
                "x.toml:6: unknown field `numbre`, expected `number`",
                "x.toml:8: invalid value: integer `256`, expected u8",
                "x.toml:11: unknown key `extra`",
            ]
        );
    }

    #[test]
    fn syntax_errors_have_a_line() {
        let problems = TomlFile::new("x.toml", "a = 1\nb = \n").err().unwrap();
        assert_eq!(problems[0].line, Some(2), "{problems:?}");
    }
}
