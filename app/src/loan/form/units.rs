//! Small whole numbers as people type them, each in the unit its field asks for.

use fund::typed::plain;

/// What a field counts, by what people write behind the figure.
#[cfg_attr(
    feature = "hydrate",
    expect(dead_code, reason = "the browser does not convert")
)]
pub(in crate::loan) struct Unit {
    /// The field's own unit.
    own: &'static [&'static str],
    /// Another, of which one is so many of the field's own, or so many make one.
    other: &'static [&'static str],
    times: u16,
    of: u16,
}

const MONTHS: &[&str] = &["个月", "月", "期"];
const YEARS: &[&str] = &["年"];

impl Unit {
    /// A term in months, or an instalment of one.
    pub(in crate::loan) const MONTHS: Self = Self {
        other: YEARS,
        times: 12,
        ..Self::only(MONTHS)
    };
    /// Years.
    pub(in crate::loan) const YEARS: Self = Self {
        other: MONTHS,
        of: 12,
        ..Self::only(YEARS)
    };
    /// A day of the month.
    pub(in crate::loan) const DAY: Self = Self::only(&["号", "日"]);
    /// A month of the year.
    pub(in crate::loan) const MONTH_OF_YEAR: Self = Self::only(&["月"]);
    /// People.
    pub(in crate::loan) const PEOPLE: Self = Self::only(&["个人", "人", "个"]);
    /// Loans.
    pub(in crate::loan) const PIECES: Self = Self::only(&["次", "笔"]);

    const fn only(own: &'static [&'static str]) -> Self {
        Self {
            own,
            other: &[],
            times: 1,
            of: 1,
        }
    }
}

/// Reads `20`, `２０`, ` 20 年`, `6个月`, `36期`: digits, full-width ones too, with a unit if they wrote one. Another
/// unit than the field's is converted where that gives a whole number (`20年` is 240 months), and refused where not.
pub(in crate::loan) fn whole(text: &str, unit: &Unit) -> Option<u16> {
    let plain = plain(text);
    let end = plain.bytes().position(|byte| !byte.is_ascii_digit());
    let (digits, written) = plain.split_at_checked(end.unwrap_or(plain.len()))?;
    let number: u16 = digits.parse().ok()?;
    if written.is_empty() || unit.own.contains(&written) {
        return Some(number);
    }
    converted(number, written, unit)
}

/// The number in the field's own unit, from another.
#[cfg(not(feature = "hydrate"))]
fn converted(number: u16, written: &str, unit: &Unit) -> Option<u16> {
    if !unit.other.contains(&written) {
        return None;
    }
    let number = number.checked_mul(unit.times)?;
    (number % unit.of == 0).then_some(number / unit.of)
}

/// The browser leaves conversions to the server, for its size: there is no answer until the form is sent.
#[cfg(feature = "hydrate")]
fn converted(_: u16, _: &str, _: &Unit) -> Option<u16> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_type_them() {
        for text in [
            "20",
            "２０",
            " 20 年",
            "20年",
            "240个月",
            "240 期",
            "\u{202d}20\u{202c}年",
        ] {
            assert_eq!(whole(text, &Unit::YEARS), Some(20), "{text}");
        }
        assert_eq!(whole("6 号", &Unit::DAY), Some(6));
        assert_eq!(whole("3人", &Unit::PEOPLE), Some(3));
        for text in ["", "年", "-1", "1.5", "1e3", "二十", "99999", "1年6个月"] {
            assert_eq!(whole(text, &Unit::YEARS), None, "{text}");
        }
    }

    #[test]
    fn another_unit_is_converted_or_refused_never_taken_for_the_fields_own() {
        assert_eq!(whole("20年", &Unit::MONTHS), Some(240));
        assert_eq!(whole("36期", &Unit::MONTHS), Some(36));
        assert_eq!(whole("12月", &Unit::YEARS), Some(1));
        assert_eq!(whole("18个月", &Unit::YEARS), None, "one and a half");
        assert_eq!(whole("9999年", &Unit::MONTHS), None);
        for (text, unit) in [
            ("3年", &Unit::DAY),
            ("20%", &Unit::MONTHS),
            ("5人", &Unit::YEARS),
            ("3个月", &Unit::PEOPLE),
            ("12年", &Unit::MONTH_OF_YEAR),
        ] {
            assert_eq!(whole(text, unit), None, "{text}");
        }
    }
}
