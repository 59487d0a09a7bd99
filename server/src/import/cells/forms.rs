//! The forms in which exports and spreadsheets write dates, months, amounts and numbers. What can mean one thing only is
//! read; what can mean two is not.

use chrono::{Datelike as _, NaiveDate};
use fund::money::Fen;
use fund::records::YearMonth;
use rust_decimal::Decimal;

/// Reads a date of the years 1900–2199: `20260105`, `2026-01-05`, `2026/1/5`, `2026.1.5`, `2026年1月5日`, with a time of day
/// behind it or not. A time with a zone other than China's is refused: the day may be another.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    if text.len() == 14 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let (day, time) = text.split_at(8);
        let [hour, minute, second] = [0..2, 2..4, 4..6].map(|range| time.get(range));
        return is_time(hour?, minute?, second?).then(|| compact(day)).flatten();
    }
    match text.split_once([' ', 'T']) {
        None => day(text),
        Some((before, time)) => clock(time.trim_start()).then(|| day(before)).flatten(),
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return compact(text);
    }
    let (year, rest, separator) = year_and_rest(text, &['-', '/', '.', '年'])?;
    let (month, day) = match separator {
        '年' => rest.strip_suffix('日')?.split_once('月')?,
        other => rest.split_once(other)?,
    };
    of(year, one_or_two(month)?, one_or_two(day)?)
}

fn compact(text: &str) -> Option<NaiveDate> {
    of(
        digits(text.get(..4)?)?,
        digits(text.get(4..6)?)?,
        digits(text.get(6..8)?)?,
    )
}

fn of(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let within = (1900..2200).contains(&year);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| within)
}

/// A four-digit year, what follows it, and the separator between.
fn year_and_rest<'a>(text: &'a str, separators: &[char]) -> Option<(u32, &'a str, char)> {
    let (year, rest) = text.split_at_checked(4)?;
    let separator = rest.chars().next().filter(|c| separators.contains(c))?;
    Some((digits(year)?, rest.strip_prefix(separator)?, separator))
}

/// `0:00`, `00:00:00`, `00:00:00.000`, with China's zone behind it or none.
fn clock(text: &str) -> bool {
    let text = ["+08:00", "+0800", "+08"]
        .iter()
        .find_map(|zone| text.strip_suffix(zone))
        .unwrap_or(text);
    let (text, fraction) = text.split_once('.').unwrap_or((text, "0"));
    if digits(fraction).is_none() || !(1..=9).contains(&fraction.len()) {
        return false;
    }
    let mut parts = text.split(':');
    let (Some(hour), Some(minute)) = (parts.next(), parts.next()) else {
        return false;
    };
    let second = parts.next().unwrap_or("00");
    parts.next().is_none() && is_time(hour, minute, second)
}

fn is_time(hour: &str, minute: &str, second: &str) -> bool {
    let below = |text: &str, limit| text.len() == 2 && digits(text).is_some_and(|value| value < limit);
    one_or_two(hour).is_some_and(|hour| hour < 24) && below(minute, 60) && below(second, 60)
}

fn one_or_two(text: &str) -> Option<u32> {
    (1..=2).contains(&text.len()).then(|| digits(text)).flatten()
}

/// A few ASCII digits as a number.
fn digits(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    text.bytes().try_fold(0, |sum, byte| {
        byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'))
    })
}

/// Reads a month: `202601`, `2026-1`, `2026/01`, `2026年1月`, or the date of its first day. `2026.1` is refused: it may be
/// October that lost its zero.
pub(super) fn month(text: &str) -> Option<YearMonth> {
    if let Some(month) = YearMonth::parse(text) {
        return Some(month);
    }
    let short = year_and_rest(text, &['-', '/', '年']).and_then(|(year, rest, separator)| {
        let month = if separator == '年' {
            rest.strip_suffix('月')?
        } else {
            rest
        };
        YearMonth::new(i32::try_from(year).ok()?, one_or_two(month)?)
    });
    short.or_else(|| date(text).filter(|day| day.day() == 1).and_then(YearMonth::of))
}

/// Reads an amount in yuan: `9800`, `.50`, `9800.0000`, `-9,800.00`, `¥9800.00`, `9800元`. Digits beyond the fen must be
/// zeros, commas must stand every three digits.
pub(super) fn yuan(text: &str) -> Option<Fen> {
    if let Ok(amount) = Fen::parse_yuan(text) {
        return Some(amount);
    }
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let rest = rest.strip_prefix(['¥', '￥']).unwrap_or(rest);
    let rest = rest.strip_suffix('元').unwrap_or(rest);
    let (whole, fraction) = plain(rest)?;
    let fraction = match fraction.split_at_checked(2) {
        Some((fen, beyond)) if beyond.bytes().all(|byte| byte == b'0') => fen,
        Some(_) => return None,
        None => fraction,
    };
    let sign = if negative { "-" } else { "" };
    Fen::parse_yuan(&format!("{sign}{whole}.{fraction:0<2}")).ok()
}

/// The digits before and after the point, of which one side may be missing; commas taken out.
fn plain(text: &str) -> Option<(String, &str)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let mut later = groups.clone().peekable();
    let grouped = later.peek().is_none() || (1..=3).contains(&first.len());
    if !grouped || !later.all(|group| group.len() == 3) {
        return None;
    }
    let digits: String = whole.split(',').collect();
    if !all_digits(&digits) || !all_digits(fraction) || digits.len() + fraction.len() == 0 {
        return None;
    }
    Some((if digits.is_empty() { "0".to_owned() } else { digits }, fraction))
}

/// Reads digits with an optional point, as NUMERIC columns are written: `3.25`, `.5`, `3.2500000`.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    if text.contains(',') {
        return None;
    }
    let (whole, fraction) = plain(text)?;
    let exact = |fraction: &str| match fraction {
        "" => Decimal::from_str_exact(&whole).ok(),
        fraction => Decimal::from_str_exact(&format!("{whole}.{fraction}")).ok(),
    };
    // More zeros than a decimal has room for are zeros all the same.
    exact(fraction).or_else(|| exact(fraction.trim_end_matches('0')))
}

/// A whole number's digits; `120.0` is one too.
pub(in crate::import) fn whole(text: &str) -> Option<&str> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let zeros = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
    (zeros && !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit())).then_some(whole)
}

/// What a spreadsheet did to a number, as the rest of a sentence.
pub(in crate::import) fn spreadsheet(text: &str) -> Option<&'static str> {
    if text.starts_with(['\'', '’', '‘', '`', '"', '=']) {
        return Some("bears a spreadsheet's mark for text (' or =\"…\"): export the bare number");
    }
    let (digits, exponent) = text.split_once(['e', 'E'])?;
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    let scientific = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && (digits.contains('.') || text.contains('+'))
        && (1..=2).contains(&exponent.len())
        && exponent.bytes().all(|byte| byte.is_ascii_digit());
    scientific.then_some(
        "was turned into scientific notation by a spreadsheet, and its last digits are lost: export the column as text",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_in_the_forms_of_exports() {
        let january = NaiveDate::from_ymd_opt(2026, 1, 5);
        for text in [
            "20260105",
            "2026-01-05",
            "2026/01/05",
            "2026/1/5",
            "2026-1-5",
            "2026.1.5",
            "2026年1月5日",
            "2026-01-05 00:00:00",
            "2026/1/5 0:00",
            "2026-01-05T00:00:00.000",
            "2026-01-05 13:59:59.123456",
            "2026-01-05T00:00:00+08:00",
            "20260105 00:00:00",
            "20260105000000",
        ] {
            assert_eq!(date(text), january, "{text}");
        }
        for bad in [
            "",
            "2026",
            "202601",
            "20230229",
            "2023-02-29",
            "18990101",
            "+0240229",
            "２０２４0229",
            "5/1/2026",
            "26-1-5",
            "2026-1/5",
            "2026-1-5-1",
            "2026-001-5",
            "2026-01-05 ",
            "2026-01-05 24:00:00",
            "2026-01-05 0",
            "2026-01-05 12:00:00 AM",
            "2026-01-04T16:00:00Z",
            "2026-01-05T00:00:00+09:00",
            "20260105240000",
            "46027",
            "2026年1月5",
            "Jan 5 2026",
        ] {
            assert_eq!(date(bad), None, "{bad}");
        }
    }

    #[test]
    fn months_in_the_forms_of_exports() {
        let october = YearMonth::new(2026, 10);
        for text in [
            "202610",
            "2026-10",
            "2026/10",
            "2026年10月",
            "20261001",
            "2026-10-01 00:00:00",
        ] {
            assert_eq!(month(text), october, "{text}");
        }
        assert_eq!(month("2026/1"), YearMonth::new(2026, 1));
        for bad in [
            "",
            "2026.1",
            "2026.10",
            "202613",
            "2026-10-02",
            "10/2026",
            "2026-0",
            "26-10",
        ] {
            assert_eq!(month(bad), None, "{bad}");
        }
    }

    #[test]
    fn amounts_in_the_forms_of_exports() {
        for (text, fen) in [
            (".50", 50),
            ("-.5", -50),
            ("9800.0000", 980_000),
            ("9800.", 980_000),
            ("9,800.00", 980_000),
            ("-1,234,567.8", -123_456_780),
            ("¥9800.00", 980_000),
            ("9800元", 980_000),
            ("+0.10", 10),
            ("0.00000", 0),
        ] {
            assert_eq!(yuan(text), Some(Fen::new(fen)), "{text}");
        }
        for bad in [
            "",
            ".",
            "-",
            "9800.001",
            "9800.005",
            "98,00",
            "1234,567",
            ",800",
            "9800,",
            "1e3",
            "9.8E+3",
            "(100)",
            "100-",
            "--1",
            "1 000",
            "９８００",
            "1.2.3",
            "9,800.000,0",
            "¥",
            "9800万",
        ] {
            assert_eq!(yuan(bad), None, "{bad}");
        }
    }

    #[test]
    fn decimals_and_whole_numbers() {
        assert_eq!(decimal("3.25"), Some(Decimal::new(325, 2)));
        assert_eq!(decimal(".5"), Some(Decimal::new(5, 1)));
        assert_eq!(
            decimal("3.2500000000000000000000000000000000"),
            Some(Decimal::new(325, 2))
        );
        assert_eq!(
            decimal("12.00").map(|ratio| ratio.to_string()),
            Some("12.00".to_owned())
        );
        assert_eq!(
            decimal(&format!("12.{}", "0".repeat(60))),
            Some(Decimal::from(12))
        );
        for bad in ["", ".", "-1", "1e3", "1_000", "1.2.3", "1,000"] {
            assert_eq!(decimal(bad), None, "{bad}");
        }
        assert_eq!((whole("120"), whole("120.00")), (Some("120"), Some("120")));
        for bad in ["", "120.5", "120.", ".0", "-1", "1e2"] {
            assert_eq!(whole(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_a_spreadsheet_did_is_named() {
        for text in ["4.21E+17", "4.21202E+17", "4e+17", "1.38e10"] {
            assert!(spreadsheet(text).unwrap().contains("scientific"), "{text}");
        }
        for text in ["'421202199001011234", "=\"421202199001011234\"", "’13800138000"] {
            assert!(spreadsheet(text).unwrap().contains("mark for text"), "{text}");
        }
        for text in ["E1234567", "4E12", "421200000017", "", "e", "HT-E+1"] {
            assert_eq!(spreadsheet(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,40}") {
            let _ = (date(&text), month(&text), yuan(&text), decimal(&text), whole(&text), spreadsheet(&text));
        }

        #[test]
        fn what_is_written_is_read(day in 0_i32..100_000, fen in any::<i64>()) {
            let day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(day.unsigned_abs().into());
            prop_assert_eq!(date(&day.format("%Y%m%d").to_string()), Some(day));
            prop_assert_eq!(date(&day.format("%Y/%-m/%-d 0:00").to_string()), Some(day));
            prop_assert_eq!(yuan(&Fen::new(fen).to_string()), Some(Fen::new(fen)));
        }
    }
}
