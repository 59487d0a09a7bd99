//! Small whole numbers as people type them.

use fund::typed::{plain, without_unit};

/// Of every small number that is asked for: `6个月` before `6月`.
const UNITS: &[&str] = &["年", "个月", "个", "月", "人", "期", "号", "日", "天", "%"];

/// Reads `20`, `２０`, ` 20 年`, `6个月`, `36期`, `8%`: digits, full-width ones too, with the unit if they wrote it.
pub(super) fn whole(text: &str) -> Option<u16> {
    let plain = plain(text);
    let digits = without_unit(&plain, UNITS);
    let sound = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if sound { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_type_them() {
        for text in ["20", "２０", " 20 年", "20年"] {
            assert_eq!(whole(text), Some(20), "{text}");
        }
        for text in ["6个月", "6期", "6 号", "６％", "6日"] {
            assert_eq!(whole(text), Some(6), "{text}");
        }
        for text in ["", "年", "-1", "1.5", "1e3", "二十", "99999"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
