//! Names, numbers and passwords of people who do not exist.
//!
//! Identity numbers have a right check character but a region code that no place has (99xxxx), phones begin with 154,
//! a range that no carrier was given, and employers' credit codes name that same region: none of them can be anybody's.

use super::DemoError;
use crate::import::rows::AccountNo;
use chrono::NaiveDate;
use fund::identity::{CreditCode, IdNumber, Phone};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// The most members that get an identity number of their own.
pub(super) const MOST_MEMBERS: u32 = 4_000_000;

const SURNAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭",
    "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许",
    "傅", "沈", "曾", "彭", "吕", "镇", "余", "汪",
];
const MEN: &[&str] = &[
    "建国", "志强", "伟", "明远", "海涛", "俊杰", "文博", "宏亮", "子轩", "光辉", "永胜", "家豪", "立新",
    "国庆", "少华", "振宇", "江河", "学文", "春生", "大勇", "平安", "思源",
];
const WOMEN: &[&str] = &[
    "秀英", "桂兰", "丽华", "晓雨", "静怡", "雅琴", "玉梅", "美玲", "雪芳", "佳慧", "欣然", "红霞", "淑珍",
    "婷婷", "月娥", "春燕", "梦洁", "海燕", "慧敏", "若溪", "小红", "思雨",
];
/// Short, plain words: a password is read off a screen and typed on a phone.
const WORDS: &[&str] = &[
    "amber", "apple", "badge", "bamboo", "basil", "bell", "birch", "bowl", "brook", "candle", "cedar",
    "clay", "cloud", "comet", "coral", "crane", "daisy", "delta", "desk", "drum", "eagle", "ember", "fern",
    "field", "flute", "forest", "garden", "ginger", "grape", "harbor", "hazel", "hill", "honey", "ivory",
    "jade", "juniper", "kite", "lake", "lamp", "lantern", "leaf", "lemon", "lily", "linen", "lotus", "maple",
    "meadow", "melon", "mint", "moon", "moss", "olive", "orchid", "otter", "paper", "peach", "pearl",
    "pepper", "pine", "plum", "pond", "quartz", "rain", "reed", "ribbon", "river", "robin", "sail", "silk",
    "silver", "snow", "spring", "stone", "summer", "swan", "tea", "thyme", "tiger", "tulip", "valley",
    "velvet", "violet", "walnut", "willow", "winter", "wool",
];

/// A name somebody could have.
pub(super) fn name(rng: &mut ChaCha8Rng, male: bool) -> String {
    format!(
        "{}{}",
        pick(rng, SURNAMES),
        pick(rng, if male { MEN } else { WOMEN })
    )
}

/// One of the list, which must not be empty.
pub(super) fn pick<'a, T: ?Sized>(rng: &mut ChaCha8Rng, list: &[&'a T]) -> &'a T {
    list[rng.random_range(0..list.len())]
}

/// The identity number of member number `index`: nobody else's, in the demonstration or outside.
pub(super) fn id_number(index: u32, birth: NaiveDate, male: bool) -> Result<IdNumber, DemoError> {
    let region = 990_000 + index % 10_000;
    let sequence = index / 10_000 * 2 + u32::from(male);
    let front = format!("{region:06}{}{sequence:03}", birth.format("%Y%m%d"));
    checked(&front, b"0123456789X", |text| IdNumber::parse(text).ok()).ok_or(DemoError::Identity(index))
}

/// A phone that cannot ring.
pub(super) fn phone(index: u32) -> Option<Phone> {
    // A step coprime to 10^8 scatters neighbours over the whole range, each number once.
    let scattered = u64::from(index) * 61_803_399 % 100_000_000;
    Phone::parse(&format!("154{scattered:08}")).ok()
}

/// The credit code of employer number `index`: a legal person of a region that does not exist.
pub(super) fn credit_code(index: usize, public: bool) -> Option<CreditCode> {
    let kind = if public { "12" } else { "91" };
    let front = format!("{kind}990000{index:09}");
    checked(&front, b"0123456789ABCDEFGHJKLMNPQRTUWXY", |text| {
        CreditCode::parse(text).ok()
    })
}

/// The number with whichever last character its own check accepts.
fn checked<T>(front: &str, last: &[u8], parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    last.iter()
        .find_map(|&c| parse(&format!("{front}{}", char::from(c))))
}

/// The fund account's number of member number `index`.
pub(super) fn account_no(index: u32) -> Result<AccountNo, DemoError> {
    AccountNo::parse(&format!("4212{index:08}")).map_err(|_| DemoError::Identity(index))
}

/// A password such as `kite-lamp-4821`.
pub(super) fn password(rng: &mut ChaCha8Rng) -> String {
    format!(
        "{}-{}-{:04}",
        pick(rng, WORDS),
        pick(rng, WORDS),
        rng.random_range(0..10_000)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use std::collections::HashSet;

    #[test]
    fn numbers_are_valid_belong_to_no_place_and_are_used_once() {
        let birth = NaiveDate::from_ymd_opt(1988, 2, 29).unwrap();
        let mut seen = HashSet::new();
        for index in (0..30_000).chain(MOST_MEMBERS - 10..MOST_MEMBERS) {
            for male in [true, false] {
                let number = id_number(index, birth, male).unwrap();
                assert!(number.as_str().starts_with("99") && number.birth() == birth);
                assert!(seen.insert(number.as_str().to_owned()), "{index}");
            }
            assert!(phone(index).unwrap().as_str().starts_with("154"));
        }
        assert!(credit_code(7, true).unwrap().as_str().starts_with("12990000"));
        assert!(credit_code(123_456_789, false).is_some());
    }

    #[test]
    fn passwords_are_easy_to_type() {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
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
