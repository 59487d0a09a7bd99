//! Numbers that are right, and each way of being wrong.

use proptest::prelude::*;

use super::*;

// Region 990101 does not exist: a number made with it belongs to nobody.
fn with_check(seventeen: &str) -> String {
    let sum: u32 = seventeen
        .chars()
        .zip(ID_WEIGHTS)
        .map(|(c, w)| c.to_digit(10).unwrap() * w)
        .sum();
    format!("{seventeen}{}", ID_CHECKS[(sum % 11) as usize])
}

#[test]
fn the_standards_own_examples_pass() {
    // Printed in GB 11643-1999 itself.
    let woman = IdNumber::parse("11010519491231002X").unwrap();
    assert_eq!(woman.birth(), NaiveDate::from_ymd_opt(1949, 12, 31).unwrap());
    assert_eq!(woman.sex(), Sex::Female);
    assert_eq!(woman.last_four(), "002X");
    let man = IdNumber::parse("440524188001010014").unwrap();
    assert_eq!(
        (man.birth(), man.sex()),
        (NaiveDate::from_ymd_opt(1880, 1, 1).unwrap(), Sex::Male)
    );
}

#[test]
fn what_people_type_is_accepted() {
    let plain = IdNumber::parse("11010519491231002X").unwrap();
    for typed in [
        "11010519491231002x",
        " 110105 19491231 002X ",
        "１１０１０５１９４９１２３１００２ｘ",
        "110105-19491231-002X",
        "\u{202A}11010519491231002X\u{202C}",
    ] {
        assert_eq!(IdNumber::parse(typed).as_ref(), Ok(&plain), "{typed}");
    }
}

#[test]
fn each_fault_has_its_own_reason() {
    let cases = [
        ("", IdentityError::IdEmpty),
        ("　", IdentityError::IdEmpty),
        ("110105491231002", IdentityError::IdOldForm),
        ("1101051949123100", IdentityError::IdLength(16)),
        ("11010519491231002XX", IdentityError::IdLength(19)),
        ("1101051949123100XX", IdentityError::IdCharacter(17)),
        ("11010519491231002A", IdentityError::IdCharacter(18)),
        ("110105194912310一2X", IdentityError::IdCharacter(16)),
        ("110105194902310026", IdentityError::IdBirth),
        ("110105194900000026", IdentityError::IdBirth),
        ("110105190002290026", IdentityError::IdBirth), // 1900 was no leap year
        ("110105194912310021", IdentityError::IdCheck),
    ];
    for (typed, reason) in cases {
        assert_eq!(IdNumber::parse(typed), Err(reason), "{typed}");
    }
}

#[test]
fn ages_are_full_years() {
    let teacher = IdNumber::parse(&with_check("99010119680315242")).unwrap();
    let on = |y, m, d| teacher.age_on(NaiveDate::from_ymd_opt(y, m, d).unwrap());
    assert_eq!(
        (on(2026, 3, 14), on(2026, 3, 15), on(1968, 3, 14)),
        (Some(57), Some(58), None)
    );
}

#[test]
fn nothing_personal_prints_itself() {
    let id = IdNumber::parse("11010519491231002X").unwrap();
    assert_eq!(format!("{id:?}"), "IdNumber(redacted)");
    assert_eq!(id.masked(), "1101**********002X");
    let phone = Phone::parse("13800138000").unwrap();
    assert_eq!(format!("{phone:?}"), "Phone(redacted)");
    assert_eq!(phone.masked(), "138****8000");
    assert_eq!(phone.last_four(), "8000");
}

#[test]
fn phones() {
    for typed in ["13800138000", "+86 138-0013-8000", "１３８００１３８０００"] {
        assert_eq!(Phone::parse(typed).unwrap().as_str(), "13800138000");
    }
    let cases = [
        ("", IdentityError::PhoneEmpty),
        ("1380013800", IdentityError::PhoneLength(10)),
        ("12800138000", IdentityError::PhonePrefix),
        ("03800138000", IdentityError::PhonePrefix),
        ("1380013800a", IdentityError::PhoneCharacter),
        ("１３８零0138000", IdentityError::PhoneCharacter),
    ];
    for (typed, reason) in cases {
        assert_eq!(Phone::parse(typed), Err(reason), "{typed}");
    }
}

#[test]
fn credit_codes() {
    // Two codes printed in public documents; the second again with one place wrong below.
    for code in ["91350100M000100Y43", "914403001922038216"] {
        assert_eq!(CreditCode::parse(code).unwrap().as_str(), code);
    }
    let cases = [
        ("", IdentityError::CreditEmpty),
        ("9144030019220382", IdentityError::CreditLength(16)),
        ("91440300192203821I", IdentityError::CreditCharacter(18)),
        ("914403001922038217", IdentityError::CreditCheck),
    ];
    for (typed, reason) in cases {
        assert_eq!(CreditCode::parse(typed), Err(reason), "{typed}");
    }
    assert!(serde_json::from_str::<CreditCode>("\"914403001922038217\"").is_err());
}

proptest! {
    #[test]
    fn parsing_never_panics(typed in "\\PC{0,24}") {
        let _ = (IdNumber::parse(&typed), Phone::parse(&typed), CreditCode::parse(&typed));
    }

    #[test]
    fn one_wrong_digit_is_always_found(region in 100_000u32..999_999, day in 0i64..40_000, seq in 0u32..1000, at in 0usize..17, add in 1u32..10) {
        let birth = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(day.unsigned_abs());
        let good = with_check(&format!("{region}{}{seq:03}", birth.format("%Y%m%d")));
        let id = IdNumber::parse(&good).unwrap();
        prop_assert_eq!(id.birth(), birth);
        prop_assert_eq!(id.sex() == Sex::Male, seq % 2 == 1);
        let bad: String = good.chars().enumerate().map(|(i, c)| if i == at {
            char::from_digit((c.to_digit(10).unwrap() + add) % 10, 10).unwrap()
        } else { c }).collect();
        prop_assert!(IdNumber::parse(&bad).is_err());
    }
}
