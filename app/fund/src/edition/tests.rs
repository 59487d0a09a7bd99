use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::*;
use crate::money::Fen;

/// The text of a file of the built-in edition; of its notices only one, so that others may be added and changed.
fn built_in(name: &str) -> Option<String> {
    let left_out = name.starts_with("notices/") && name != "notices/rent_withdrawal.toml";
    if left_out { None } else { file(name) }
}

fn file(name: &str) -> Option<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/editions/xianning");
    std::fs::read_to_string(format!("{folder}/{name}")).ok()
}

fn edition() -> Edition {
    Edition::load(&built_in).unwrap()
}

/// What is said of the built-in edition when `file` has `to` instead of the first `from`.
fn refused(file: &str, from: &str, to: &str) -> String {
    let files = |name: &str| {
        let text = built_in(name)?;
        if name == file {
            assert!(text.contains(from), "{file} has no {from}");
            return Some(text.replacen(from, to, 1));
        }
        Some(text)
    };
    Edition::load(&files).unwrap_err().to_string()
}

/// Each mistake (file, what stands there, what stands there instead) with what is said of it.
fn said_of(mistakes: &[(&str, &str, &str)]) -> String {
    let said: Vec<_> = mistakes
        .iter()
        .map(|(file, from, to)| format!("{from} → {to}\n{}\n", refused(file, from, to)))
        .collect();
    said.join("\n")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn percent(edition: &Edition, home: Home, months: u32, date: &str) -> String {
    let quote = edition.rate(home, Months::new(months).unwrap(), day(date));
    quote.map_or_else(|| "none".to_owned(), |quote| quote.rate.to_string())
}

#[test]
fn the_built_in_edition_says_what_it_holds() {
    insta::assert_snapshot!(edition().check_report("2026-11-20".parse().unwrap()));
}

#[test]
fn rates_follow_home_term_and_day() {
    let edition = edition();
    for (home, months, date, expected) in [
        (Home::First, 360, "2004-10-28", "none"),
        (Home::First, 360, "2004-10-29", "4.23"),
        (Home::First, 360, "2015-08-25", "3.50"),
        (Home::First, 360, "2015-08-26", "3.25"),
        (Home::First, 60, "2016-01-01", "2.75"),
        (Home::First, 61, "2016-01-01", "3.25"),
        (Home::Second, 360, "2010-11-01", "none"),
        (Home::Second, 360, "2010-11-02", "4.455"),
        (Home::Second, 61, "2022-09-30", "3.575"),
        (Home::Second, 60, "2022-09-30", "3.025"),
        (Home::Second, 60, "2024-05-18", "2.775"),
        (Home::First, 240, "2026-11-24", "2.60"),
        (Home::Second, 240, "2026-11-24", "3.075"),
    ] {
        assert_eq!(
            percent(&edition, home, months, date),
            expected,
            "{home} {months} {date}"
        );
    }
}

#[test]
fn a_derived_rate_says_what_it_rests_on() {
    let edition = edition();
    let quote = edition
        .rate(Home::Second, Months::MAX, day("2016-01-01"))
        .unwrap();
    assert_eq!(
        quote.effective_from,
        day("2015-08-26"),
        "the day the first home's rate changed"
    );
    assert_eq!(quote.source, "中国人民银行；建金〔2010〕179号");
    assert!(!quote.verified);
    let history = edition.rates_history();
    assert!(
        history.contains(&quote),
        "a change of the first home's rate changes the second's"
    );
    assert!(history.is_sorted_by_key(|quote| quote.effective_from));
}

#[test]
fn a_change_reaches_existing_loans_on_the_next_new_year() {
    let edition = edition();
    let on = |date| {
        let quote = edition
            .loan_rates
            .contract_quote(Home::First, Months::MAX, day("2024-06-01"), day(date));
        quote.unwrap().rate.to_string()
    };
    assert_eq!(on("2024-07-01"), "2.85", "granted under the rate of that day");
    assert_eq!(on("2025-12-31"), "2.85");
    assert_eq!(on("2026-01-01"), "2.60");
}

#[test]
fn other_rates_and_days() {
    let edition = edition();
    assert_eq!(
        edition.prime_rate(day("2026-11-24")).unwrap().rate.to_string(),
        "3.50"
    );
    assert!(edition.prime_rate(day("2019-08-19")).is_none());
    assert_eq!(
        edition.dated_deposit_rates(),
        [DatedRate {
            from: day("2016-02-21"),
            rate: "1.50".parse().unwrap(),
        }]
    );
    assert_eq!(edition.calendar.known_until(), Some(day("2026-12-31")));
}

#[test]
fn every_notice_in_the_folder_belongs_to_a_service() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/editions/xianning/notices");
    let files = std::fs::read_dir(folder).unwrap();
    let mut codes: Vec<_> = files
        .map(|file| file.unwrap().path().file_stem().unwrap().display().to_string())
        .collect();
    let edition = Edition::load(&file).unwrap();
    codes.retain(|code| edition.flow(code).is_none());
    assert_eq!(codes, Vec::<String>::new());
}

#[test]
fn an_empty_folder_lacks_every_file() {
    insta::assert_snapshot!(Edition::load(&|_| None).unwrap_err());
}

#[test]
fn a_forgotten_rate_is_named() {
    let without = |line: &str| refused("rates.csv", &format!("{line},,中国人民银行,true\n"), "");
    assert_eq!(
        without("2025-05-08,first,gt5y,2.60"),
        "rates.csv:64: 2025-05-08 first gt5y is missing beside this rate"
    );
    assert_eq!(
        without("2025-05-08,second,gt5y,3.075"),
        "rates.csv:65: 2025-05-08 second gt5y is missing: the first home's rate changes\n\
         rates.csv:66: 2025-05-08 second gt5y is missing beside this rate"
    );
    let header = "effective_from,home,term,annual_percent,times_first,source,verified\n";
    let first_only =
        format!("{header}2025-05-08,first,le5y,2.10,,x,true\n2025-05-08,first,gt5y,2.60,,x,true\n");
    let files = |name: &str| {
        if name == "rates.csv" {
            Some(first_only.clone())
        } else {
            built_in(name)
        }
    };
    let errors = Edition::load(&files).unwrap_err().to_string();
    assert_eq!(errors, "rates.csv: no rate for a second home");
}

#[test]
fn every_mistake_is_named_with_file_and_line() {
    let mistakes = [
        ("meta.toml", "hotline = \"12329\"", "hotline = \"12329 转 1\""),
        ("meta.toml", "slip_prefix = \"XN\"", "slip_prefix = \"xn\""),
        ("meta.toml", "slip_days = 30", "slip_days = 0"),
        ("meta.toml", "verified = false\n", ""),
        ("meta.toml", "verified = false\n", "verified = \"no\"\n"),
        (
            "meta.toml",
            "effective_from = \"2025-01-01\"",
            "effective_from = \"2025-02-30\"",
        ),
        ("meta.toml", "issuer =", "isuer ="),
        ("meta.toml", "name = ", "name = = "),
        ("rates.csv", "first,le5y,3.78", "third,le5y,3.78"),
        ("rates.csv", "first,le5y,3.78", "first,5y,3.78"),
        ("rates.csv", "first,le5y,3.78", "first,le5y,37.8"),
        ("rates.csv", "2005-03-17,first,le5y", "2004-10-29,first,le5y"),
        ("rates.csv", "2005-03-17,first,le5y", "2004-10-01,first,le5y"),
        ("rates.csv", "second,le5y,,1.1", "second,le5y,3.5,1.1"),
        ("rates.csv", "second,le5y,,1.1", "second,le5y,,"),
        ("rates.csv", "second,le5y,,1.1", "second,le5y,,0"),
        ("rates.csv", "first,le5y,3.78,", "second,le5y,,1.1"),
        ("rates.csv", "home,term", "home,months"),
        ("lpr.csv", "全国银行间同业拆借中心", ""),
        ("lpr.csv", "2019-11-20", "2019-08-20"),
        ("holidays.csv", "2016-02-06,make_up", "2016-02-05,make_up"),
        ("holidays.csv", "2016-02-06,make_up", "2016-02-06,workday"),
        ("holidays.csv", "2016-02-06,make_up", "2016-02-07,make_up"),
        ("holidays.csv", "元旦,true", "元旦,ja"),
        ("services.toml", "horizon_days = 30", "horizon_days = -1"),
        ("services.toml", "horizon_days = 30", "horizon_days = 367"),
        ("services.toml", "lead_minutes = 60\n", ""),
        ("services.toml", "cancellations = 2", "cancellations = 0"),
        ("retention.toml", "appointment_days = 730", "appointment_days = 0"),
        ("retention.toml", "slip_days = 365", "slip_days = -1"),
        ("services.toml", "minutes = 20", "minutes = 0"),
        ("services.toml", "minutes = 20", "minutes = 120"),
        (
            "services.toml",
            "code = \"rent_withdrawal\"",
            "code = \"purchase_withdrawal\"",
        ),
        (
            "services.toml",
            "code = \"rent_withdrawal\"",
            "code = \"rent-withdrawal\"",
        ),
        (
            "services.toml",
            "audience = \"member\"",
            "audience = \"everybody\"",
        ),
        ("services.toml", "saturday = true", "branches = [\"wuhan\"]"),
        ("services.toml", "saturday = true", "sunday = true"),
        ("services.toml", "minutes = 20\n", ""),
        ("services.toml", "channels = [\"window\"]", "channels = []"),
        ("notices/rent_withdrawal.toml", "minutes = 15", "minutes = 0"),
        (
            "branches.toml",
            "timetable = \"standard\"",
            "timetable = \"usual\"",
        ),
        ("branches.toml", "code = \"standard\"", "code = \"usual\""),
        ("branches.toml", "windows = 6", "windows = 0"),
        ("branches.toml", "slot_minutes = 30", "slot_minutes = 0"),
        ("branches.toml", "from = \"10-01\"", "from = \"10-02\""),
        ("branches.toml", "to = \"05-31\"", "to = \"06-31\""),
        ("branches.toml", "\"14:30-17:30\"", "\"11:30-17:30\""),
        ("branches.toml", "\"09:00-12:00\"", "\"12:00-09:00\""),
        ("branches.toml", "\"09:00-12:00\"", "\"9-12\""),
        ("meta.toml", "\"report_2016.toml\"", "\"report_2017.toml\""),
        ("report_2016.toml", "city_proper", "whole_city"),
        (
            "report_2016.toml",
            "amount = \"1058000000\"",
            "amount = \"10.58亿\"",
        ),
        (
            "report_2016.toml",
            "amount = \"1058000000\"",
            "growht = \"33.67\"",
        ),
        ("report_2016.toml", "task = \"1200000000\"", ""),
        ("report_2016.toml", "to = \"2016-09-30\"", "to = \"2015-09-30\""),
        ("quota.toml", "unit = \"1000\"", "unit = \"0\""),
        (
            "repayment.toml",
            "fees = []",
            "fees = [{ until = 12, percent = \"101\" }]",
        ),
        ("repayment.toml", "fees = []", "fee = []"),
        (
            "purchase_costs.toml",
            "charge = { percent = \"1.5\" } }]",
            "charge = { percent = \"0.5\" } }]",
        ),
        ("purchase_costs.toml", "home = \"first\"", "home = \"third\""),
    ];
    insta::assert_snapshot!(said_of(&mistakes));
}

#[test]
fn every_mistake_about_contributions_and_late_payments_is_named() {
    let mistakes = [
        (
            "overdue.toml",
            "\"interest\", \"principal\"]",
            "\"interest\", \"interest\"]",
        ),
        (
            "overdue.toml",
            "across = \"instalment\"\n[",
            "across = \"loan\"\n[",
        ),
        ("overdue.toml", "more_percent = 50", "more_percent = -50"),
        ("overdue.toml", "rule = \"逾期", "rul = \"逾期"),
        ("contribution.toml", "least = 5", "least = 13"),
        ("contribution.toml", "times_average = 3", "times_average = 0"),
        ("contribution.toml", "unit = \"0.01\"", "unit = \"0.05\""),
        (
            "contribution.toml",
            "from = \"2026-07-01\"",
            "from = \"2026-01-01\"",
        ),
        (
            "contribution.toml",
            "from = \"2026-07-01\"",
            "from = \"2025-07-01\"",
        ),
        (
            "contribution.toml",
            "minimum_wage = \"1950\"",
            "minimum_wage = \"21950\"",
        ),
        ("offset.toml", "ways = [\"monthly\"", "ways = [\"weekly\""),
        ("offset.toml", "ways = [\"monthly\"", "ways = [\"yearly_refund\""),
        ("offset.toml", "floor = \"0\"", "floor = \"-1\""),
    ];
    insta::assert_snapshot!(said_of(&mistakes));
}

#[test]
fn an_english_name_is_english_and_need_not_be_there() {
    let line = "centre_en = \"Xianning Housing Provident Fund Management Centre\"\n";
    let chinese = "centre_en = \"咸宁 Centre\"\n";
    assert_eq!(
        said_of(&[
            ("meta.toml", line, chinese),
            ("meta.toml", line, "centre_en = \" \"\n")
        ])
        .matches("`centre_en` must be English")
        .count(),
        2
    );
    let without = |name: &str| built_in(name).map(|text| text.replace(line, ""));
    assert_eq!(Edition::load(&without).unwrap().meta.centre_en, None);
}

#[test]
fn mistakes_in_one_file_do_not_hide_those_in_another() {
    let files = |name: &str| {
        let text = built_in(name)?;
        Some(match name {
            "services.toml" => text.replace("lead_minutes = 60\n", ""),
            "notices/rent_withdrawal.toml" => text.replace("minutes = 15", "minutes = 0"),
            "report_2016.toml" => text.replace("task = \"1200000000\"", ""),
            "lpr.csv" => text.replace("4.85", "4,85"),
            _ => text,
        })
    };
    insta::assert_snapshot!(Edition::load(&files).unwrap_err());
}

#[test]
fn the_report_agrees_with_itself() {
    let edition = edition();
    let [report] = edition.reports.as_slice() else {
        panic!("one report")
    };
    assert!(report.verified);
    let percent =
        |part: Fen, whole: Fen| Decimal::from(part.get()) * Decimal::ONE_HUNDRED / Decimal::from(whole.get());
    // The report rounds to one or two places.
    let near = |reported: Decimal, computed: Decimal| (reported - computed).abs() < Decimal::new(5, 2);
    for figure in &report.figures {
        let amount = figure.amount.unwrap();
        if let (Some(task), Some(done)) = (figure.task, figure.task_done) {
            assert!(near(done, percent(amount, task)), "{figure:?}");
        }
        if let (Some(before), Some(growth)) = (figure.year_before, figure.growth) {
            assert!(near(growth, percent(amount - before, before)), "{figure:?}");
        }
    }
    assert_eq!(report.figures[0].amount, Some(Fen::from_yuan(1_058_000_000)));
}
