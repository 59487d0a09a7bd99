//! Names, numbers and passwords of people who do not exist.
//!
//! Identity numbers have a right check character but a region code that no place has (99xxxx), phones begin with 154,
//! a range that no carrier was given, and employers' credit codes name that same region: none of them can be anybody's.

use chrono::NaiveDate;
use fund::identity::{CreditCode, IdNumber, Sex};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// The most members that get an identity number of their own.
pub(crate) const MOST_MEMBERS: u32 = 4_000_000;

const SURNAMES: &str = "王 李 张 刘 陈 杨 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 \
    袁 邓 许 傅 沈 曾 彭 吕 镇 余 汪";
const MEN: &str = "建国 志强 伟 明远 海涛 俊杰 文博 宏亮 子轩 光辉 永胜 家豪 立新 国庆 少华 振宇 江河 学文 春生 大勇 \
    平安 思源";
const WOMEN: &str = "秀英 桂兰 丽华 晓雨 静怡 雅琴 玉梅 美玲 雪芳 佳慧 欣然 红霞 淑珍 婷婷 月娥 春燕 梦洁 海燕 慧敏 \
    若溪 小红 思雨";
/// Short, plain words: a password is read off a screen and typed on a phone.
const WORDS: &str = "amber apple badge bamboo basil birch brook candle cedar clay cloud comet coral crane daisy delta \
    eagle ember fern field flute forest garden ginger grape harbor hazel honey ivory jade juniper kite lake lamp \
    lantern leaf lemon lily linen lotus maple meadow melon mint moon moss olive orchid otter paper peach pearl pine \
    plum pond quartz rain reed ribbon river robin sail silk silver snow spring stone summer swan thyme tiger tulip \
    valley velvet violet walnut willow winter wool";

/// One of the words that blanks separate.
pub(crate) fn pick<'a>(rng: &mut ChaCha8Rng, words: &'a str) -> &'a str {
    let words = words.split_ascii_whitespace();
    let at = rng.random_range(0..words.clone().count());
    words.into_iter().nth(at).unwrap_or_default()
}

/// A name somebody could have.
pub(crate) fn name(rng: &mut ChaCha8Rng, sex: Sex) -> String {
    let given = if sex == Sex::Male { MEN } else { WOMEN };
    format!("{}{}", pick(rng, SURNAMES), pick(rng, given))
}

/// A password such as `kite-lamp-4821`.
pub(crate) fn password(rng: &mut ChaCha8Rng) -> String {
    let (first, second) = (pick(rng, WORDS), pick(rng, WORDS));
    format!("{first}-{second}-{:04}", rng.random_range(0..10_000))
}

/// The identity number of member number `index`: nobody else's, in the demonstration or outside.
pub(crate) fn id_number(index: u32, born: NaiveDate, sex: Sex) -> Option<String> {
    let region = 990_000 + index % 10_000;
    let sequence = index / 10_000 * 2 + u32::from(sex == Sex::Male);
    let front = format!("{region:06}{}{sequence:03}", born.format("%Y%m%d"));
    checked(&front, "0123456789X", |text| IdNumber::parse(text).is_ok())
}

/// A phone that cannot ring.
pub(crate) fn phone(index: u32) -> String {
    // A step coprime to 10^8 scatters neighbours over the whole range, each number once.
    format!("154{:08}", u64::from(index) * 61_803_399 % 100_000_000)
}

/// The credit code of employer number `index`: a legal person of a region that does not exist.
pub(crate) fn credit_code(index: usize, public: bool) -> Option<String> {
    let front = format!("{}990000{index:09}", if public { "12" } else { "91" });
    checked(&front, "0123456789ABCDEFGHJKLMNPQRTUWXY", |text| {
        CreditCode::parse(text).is_ok()
    })
}

/// The number with whichever last character its own check accepts.
fn checked(front: &str, last: &str, accepts: impl Fn(&str) -> bool) -> Option<String> {
    let mut numbers = last.chars().map(|last| format!("{front}{last}"));
    numbers.find(|number| accepts(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::chance;
    use fund::identity::Phone;
    use std::collections::HashSet;

    #[test]
    fn numbers_are_valid_belong_to_no_place_and_are_used_once() {
        let born = NaiveDate::from_ymd_opt(1988, 2, 29).unwrap();
        let mut seen = HashSet::new();
        for index in (0..30_000).chain(MOST_MEMBERS - 10..MOST_MEMBERS) {
            for sex in [Sex::Male, Sex::Female] {
                let text = id_number(index, born, sex).unwrap();
                let number = IdNumber::parse(&text).unwrap();
                assert!(text.starts_with("99") && number.birth() == born && number.sex() == sex);
                assert!(seen.insert(text), "{index}");
            }
            let phone = phone(index);
            assert!(phone.starts_with("154") && Phone::parse(&phone).is_ok());
            assert!(seen.insert(phone), "{index}");
        }
        assert!(credit_code(7, true).unwrap().starts_with("12990000"));
        assert!(credit_code(123_456_789, false).is_some());
    }

    #[test]
    fn passwords_are_easy_to_type() {
        let mut rng = chance(1, 0);
        for _ in 0..200 {
            let password = password(&mut rng);
            assert!((12..=24).contains(&password.len()), "{password}");
            assert!(
                password
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            );
        }
    }
}
