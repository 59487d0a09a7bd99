//! The page as people see it.

use fund::rate::Rate;

use super::{Day, Mine, Page, Prime, page};
use crate::testing::{date, in_each_language};

fn rate(percent: &str) -> Rate {
    percent.parse().unwrap_or_default()
}

fn shown(next: &str) -> [String; 2] {
    let (first, last) = (date(2024, 5, 18), date(2025, 5, 8));
    let columns = [Some(rate("2.10")), Some(rate("2.60")), None, Some(rate("3.075"))];
    let shown = Page {
        today: date(2026, 11, 24),
        now: columns,
        mine: Some(Mine {
            now: rate("2.60"),
            from: date(2027, 1, 1),
            next: rate(next),
        }),
        days: vec![Day {
            from: last,
            rates: columns,
            sources: vec!["中国人民银行".to_owned(), "咸宁市住房公积金管理中心".to_owned()],
            verified: false,
        }],
        lines: [
            vec![(first, rate("2.85")), (last, rate("2.60"))],
            vec![(first, rate("2.35")), (last, rate("2.10"))],
            vec![(first, rate("3.95"))],
        ],
        prime: vec![Prime {
            from: last,
            rate: rate("3.50"),
            source: "全国银行间同业拆借中心".to_owned(),
            verified: true,
        }],
        known_until: date(2025, 5, 20),
    };
    in_each_language(|ctx| page(ctx, shown.clone()))
}

#[test]
fn rates_stand_with_their_days_and_sources() {
    let [chinese, _] = shown("2.60");
    insta::assert_snapshot!(chinese);
}

#[test]
fn a_foreign_resident_is_told_the_same_in_english() {
    let [_, english] = shown("2.60");
    for said in [
        "Housing Provident Fund (公积金)",
        "it stays 2.60% from 1 January 2027",
        "Changes are recorded here up to 20 May 2025",
        "<span lang=\"zh-CN\">中国人民银行</span>",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
}

#[test]
fn a_rate_about_to_change_is_said() {
    let [chinese, english] = shown("2.35");
    assert!(chinese.contains("2027年1月1日起变为 2.35%"), "{chinese}");
    assert!(
        english.contains("2.60% a year now, and 2.35% from 1 January 2027"),
        "{english}"
    );
}
