//! Reading the parameters from TOML, and saying where they are wrong.

use std::fmt;
use std::ops::Range;

use super::rules::{Basis, Ceiling, DownPayment, QuotaRules, Raise, TrackRule};
use super::value::Percent;
use crate::bilingual::fault_of_english;
use crate::money::Fen;

/// Why a file of parameters is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct QuotaRulesError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: String,
}

/// A value that its type allows and good sense does not: the table it stands in, its key, and why.
struct Problem {
    table: String,
    key: &'static str,
    reason: String,
}

impl QuotaRules {
    /// Reads and checks the parameters.
    ///
    /// The file in `editions/xianning/quota.toml` is an example of every key.
    pub fn from_toml(text: &str) -> Result<Self, QuotaRulesError> {
        let rules: Self = toml::from_str(text).map_err(|error| QuotaRulesError {
            line: line_at(text, error.span()),
            reason: error.message().to_owned(),
        })?;
        let mut check = Check { first: None };
        check.rules(&rules);
        match check.first {
            None => Ok(rules),
            Some(problem) => Err(QuotaRulesError {
                line: line_of(text, &problem.table, problem.key),
                reason: format!("{}.{}: {}", problem.table, problem.key, problem.reason),
            }),
        }
    }
}

/// Goes through the rules and keeps the first problem.
struct Check {
    first: Option<Problem>,
}

impl Check {
    fn that(&mut self, holds: bool, table: &str, key: &'static str, reason: impl fmt::Display) {
        if !holds && self.first.is_none() {
            self.first = Some(Problem {
                table: table.to_owned(),
                key,
                reason: reason.to_string(),
            });
        }
    }

    fn rules(&mut self, rules: &QuotaRules) {
        self.basis("rounding", &rules.rounding.basis);
        self.that(
            rules.rounding.unit > Fen::ZERO,
            "rounding",
            "unit",
            "must be above zero",
        );
        self.basis("eligibility", &rules.eligibility.basis);
        self.basis("ceiling", &rules.ceiling.basis);
        for (product, ceiling) in rules.ceiling.amounts.given() {
            self.ceiling(&format!("ceiling.amounts.{product}"), ceiling);
        }
        self.balance(rules);
        self.basis("down_payment", &rules.down_payment.basis);
        for (product, homes) in rules.down_payment.least.given() {
            let table = format!("down_payment.least.{product}");
            self.down_payment(&table, "first", &homes.first);
            if let Some(second) = &homes.second {
                self.down_payment(&table, "second", second);
            }
        }
        self.basis("capacity", &rules.capacity.basis);
        self.share("capacity", "share", rules.capacity.share);
        self.basis("term", &rules.term.basis);
        self.that(
            rules.term.building_years != Some(0),
            "term",
            "building_years",
            "must be above zero",
        );
        self.basis("retirement", &rules.retirement.basis);
        self.track("man", rules.retirement.man);
        self.track("woman_cadre", rules.retirement.woman_cadre);
        self.track("woman_worker", rules.retirement.woman_worker);
    }

    fn basis(&mut self, table: &str, basis: &Basis) {
        let table = format!("{table}.basis");
        for (key, text) in [("rule", &basis.rule), ("document", &basis.document)] {
            let reason = format_args!("must name the {key}");
            self.that(!text.trim().is_empty(), &table, key, reason);
        }
        for (key, text) in [("rule_en", &basis.rule_en), ("document_en", &basis.document_en)] {
            let fault = fault_of_english([text]);
            self.that(fault.is_none(), &table, key, fault.unwrap_or_default());
        }
    }

    fn ceiling(&mut self, table: &str, ceiling: &Ceiling) {
        self.that(ceiling.one > Fen::ZERO, table, "one", "must be above zero");
        self.that(
            ceiling.two >= ceiling.one,
            table,
            "two",
            "must not be below `one`",
        );
        for (index, uplift) in ceiling.uplifts.iter().enumerate() {
            let again = ceiling.uplifts[..index]
                .iter()
                .any(|earlier| earlier.reason == uplift.reason);
            self.that(
                !again,
                table,
                "uplifts",
                format_args!("{} stands twice", uplift.reason),
            );
            let sane = !matches!(uplift.raise, Raise::Amount(amount) if amount.is_negative());
            self.that(
                sane,
                table,
                "uplifts",
                format_args!("{} lowers the ceiling", uplift.reason),
            );
        }
    }

    fn balance(&mut self, rules: &QuotaRules) {
        let balance = &rules.balance;
        self.basis("balance", &balance.basis);
        self.that(balance.multiple > 0, "balance", "multiple", "must be above zero");
        self.that(
            !balance.floor.is_negative(),
            "balance",
            "floor",
            "must not be negative",
        );
        let rising = balance.bands.windows(2).all(|pair| pair[0].from < pair[1].from);
        self.that(rising, "balance", "bands", "`from` must rise from band to band");
    }

    fn down_payment(&mut self, table: &str, key: &'static str, down_payment: &DownPayment) {
        self.share(table, key, down_payment.percent);
        for band in &down_payment.bands {
            self.share(table, key, band.percent);
        }
        let rising = down_payment
            .bands
            .windows(2)
            .all(|pair| pair[0].over < pair[1].over);
        self.that(rising, table, key, "`over` must rise from band to band");
    }

    fn share(&mut self, table: &str, key: &'static str, share: Percent) {
        self.that(share <= Percent::WHOLE, table, key, "more than 100 percent");
    }

    fn track(&mut self, key: &'static str, track: TrackRule) {
        self.that(
            track.final_age >= track.former_age,
            "retirement",
            key,
            "the age must not fall",
        );
        self.that(
            track.months_per_step > 0,
            "retirement",
            key,
            "`months_per_step` must be above zero",
        );
    }
}

/// The line of a byte range, from 1.
fn line_at(text: &str, span: Option<Range<usize>>) -> usize {
    let start = span.map_or(0, |span| span.start);
    text.char_indices()
        .take_while(|(at, _)| *at < start)
        .filter(|(_, character)| *character == '\n')
        .count()
        + 1
}

/// The line of a key in a table, or else of the table's header, or else the first.
fn line_of(text: &str, table: &str, key: &str) -> usize {
    let header = format!("[{table}]");
    let mut lines = text
        .lines()
        .map(str::trim)
        .zip(1..)
        .skip_while(|(line, _)| !line.starts_with(&header));
    let Some((_, header_line)) = lines.next() else {
        return 1;
    };
    let is_key = |line: &str| {
        line.strip_prefix(key)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    lines
        .take_while(|(line, _)| !line.starts_with('['))
        .find(|(line, _)| is_key(line))
        .map_or(header_line, |(_, line)| line)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEMONSTRATION: &str = include_str!("../../editions/xianning/quota.toml");

    /// The demonstration with the first `from` replaced, its line, and the refusal.
    fn refused(from: &str, to: &str) -> (usize, QuotaRulesError) {
        let at = DEMONSTRATION.find(from).unwrap();
        let text = DEMONSTRATION.replacen(from, to, 1);
        (
            line_at(DEMONSTRATION, Some(at..at)),
            QuotaRules::from_toml(&text).unwrap_err(),
        )
    }

    #[test]
    fn the_demonstration_is_sound_and_says_it_is_not_verified() {
        let rules = QuotaRules::from_toml(DEMONSTRATION).unwrap();
        assert_eq!(rules.ceiling.amounts.ordinary.two, Fen::from_yuan(700_000));
        assert!(!rules.ceiling.basis.verified);
    }

    #[test]
    fn every_slip_is_named_with_its_line() {
        for (from, to, reason) in [
            ("unit = \"1000\"", "unit = 1000", "invalid type"),
            (
                "unit = \"1000\"",
                "unit = \"0\"",
                "rounding.unit: must be above zero",
            ),
            ("unit = \"1000\"", "unite = \"1000\"", "unknown field `unite`"),
            (
                "effective_from = \"2025-01-01\"",
                "effective_from = \"2025-01-39\"",
                "input is out of range",
            ),
            (
                "one = \"500000\"",
                "one = \"-1\"",
                "ceiling.amounts.ordinary.one: must be above zero",
            ),
            ("two = \"700000\"", "two = \"70000\"", "must not be below `one`"),
            (
                "uplifts = [",
                "uplifts = [ { reason = \"two_children\", raise = { percent = 5 } },",
                "two_children stands twice",
            ),
            (
                "uplifts = [",
                "uplifts = [ { reason = \"talent\", raise = { amount = \"-5\" } },",
                "talent lowers",
            ),
            (
                "multiple = 20",
                "multiple = 0",
                "balance.multiple: must be above zero",
            ),
            (
                "first = { percent = 20 }\nsecond",
                "first = { percent = 120 }\nsecond",
                "more than 100 percent",
            ),
            ("share = 60", "share = 1001", "a percent lies between 0 and 1000"),
            ("longest = 360", "longest = 361", "360"),
            (
                "largest_area = { entrepreneurship_housing = \"144\" }",
                "largest_area = { ordinary = \"x\" }",
                "square metres",
            ),
            (
                "rule_en = \"Rounding of the quota\"",
                "rule_en = \"Rounding 取整\"",
                "rounding.basis.rule_en: Chinese stands in English only in brackets",
            ),
            (
                "rule = \"法定退休年龄\"",
                "rule = \" \"",
                "retirement.basis.rule: must name the rule",
            ),
            (
                "man = { former_age = 60",
                "man = { former_age = 70",
                "retirement.man: the age must not fall",
            ),
        ] {
            let (line, error) = refused(from, to);
            assert_eq!(error.line, line, "{to}: {error}");
            assert!(error.reason.contains(reason), "{to}: {error}");
        }
    }

    #[test]
    fn a_missing_product_is_named() {
        let (_, error) = refused("entrepreneurship_housing = 3", "");
        assert!(error.reason.contains("entrepreneurship_housing"), "{error}");
    }
}
