//! Small whole numbers as people type them.

/// Reads `20`, `２０`, ` 20 年`, `6个月`: digits, full-width ones too, with the unit if they wrote it.
pub(super) fn whole(text: &str) -> Option<u16> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(half_width)
        .collect();
    let digits = plain.trim_end_matches(['年', '个', '月', '人']);
    let sound = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if sound { digits.parse().ok() } else { None }
}

/// The ASCII character a full-width one stands for (the two blocks run in step).
pub(super) fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_type_them() {
        for text in ["20", "２０", " 20 年", "20年"] {
            assert_eq!(whole(text), Some(20), "{text}");
        }
        assert_eq!(whole("6个月"), Some(6));
        for text in ["", "年", "-1", "1.5", "1e3", "二十", "99999"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
