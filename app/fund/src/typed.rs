//! What people type, made plain: the same for amounts, rates, numbers and days, on every page.

use chrono::NaiveDate;

/// Without white space and what cannot be seen, and with ASCII for what a Chinese keyboard makes of it: full-width forms, `。` for a point, dashes
/// for a minus.
///
/// ```
/// assert_eq!(fund::typed::plain(" －２。６ ％"), "-2.6%");
/// ```
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace() && !is_invisible(*character))
        .map(half_width)
        .collect()
}

/// Marks that come along when a figure is copied: of direction, zero width, byte order.
fn is_invisible(character: char) -> bool {
    // General punctuation's spaces and marks of direction; dashes and quotation marks stand between them.
    matches!(u32::from(character), 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff)
}

fn half_width(character: char) -> char {
    match character {
        // U+FF01 to U+FF5E are ASCII shifted by 0xFEE0.
        '！'..='～' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '。' => '.',
        '￥' => '¥',
        '−' | '–' | '—' => '-',
        other => other,
    }
}

/// Without the unit behind it: the first of these that it ends with.
///
/// ```
/// assert_eq!(fund::typed::without_unit("36期", &["个月", "期"]), "36");
/// ```
pub fn without_unit<'a>(text: &'a str, units: &[&str]) -> &'a str {
    let unit = units.iter().find(|unit| text.ends_with(**unit));
    // The end of the text, so a boundary.
    unit.and_then(|unit| text.get(..text.len() - unit.len()))
        .unwrap_or(text)
}

/// A day as people write it: `2026-11-24`, `2026/1/5`, `2026.1.5`, `2026年1月5日`, `20261124`.
///
/// ```
/// assert_eq!(fund::typed::date("２０２８年２月２９日").unwrap().to_string(), "2028-02-29");
/// assert_eq!(fund::typed::date("28-2-29"), None);
/// ```
pub fn date(text: &str) -> Option<NaiveDate> {
    let plain = plain(text);
    let plain = without_unit(&plain, &["日", "号"]);
    if !plain
        .chars()
        .all(|c| matches!(c, '0'..='9' | '-' | '/' | '.' | '年' | '月'))
    {
        return None;
    }
    let mut parts = plain.split(|c: char| !c.is_ascii_digit());
    let year = parts.next()?;
    let (year, month, day) = match (parts.next(), parts.next(), parts.next()) {
        (Some(month), Some(day), None) if year.len() == 4 => (year, month, day),
        (None, ..) if year.len() == 8 => (&year[..4], &year[4..6], &year[6..]),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_write_them() {
        let leap_day = NaiveDate::from_ymd_opt(2028, 2, 29);
        for text in [
            "2028-02-29",
            "2028/2/29",
            "２０２８年２月２９日",
            "2028 年 2 月 29 号",
            " 2028.2.29 ",
            "2028。2。29",
            "20280229",
        ] {
            assert_eq!(date(text), leap_day, "{text}");
        }
        for text in [
            "",
            "2027-02-29",
            "2028-13-01",
            "2028-2",
            "28-2-29",
            "2028-2-29-1",
            "2028--2-29",
            "2028-+2-29",
            "2028a2b29",
            "2028:2:29",
            "+2028029",
            "明天",
            "9999999999-1-1",
            "2028022",
            "202802290",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
