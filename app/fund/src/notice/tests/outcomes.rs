//! A few people's notices, and the dates they are promised.

use std::fmt::Write;

use super::*;
use crate::calendar::{Calendar, DayKind, SpecialDay};

/// An answer in the words of a Chinese page.
fn said(answer: &AnswerText) -> String {
    match answer {
        AnswerText::YesNo(yes) => if *yes { "是" } else { "否" }.to_owned(),
        AnswerText::Money(amount) => format!("{} 元", amount.grouped()),
        AnswerText::Date(date) => date.format("%Y年%-m月%-d日").to_string(),
        AnswerText::Words(words) => words.zh().to_owned(),
    }
}

/// The notice as a person would read it.
fn notice(flow: &Flow, way: &str) -> String {
    let step = flow.step(&answers(way));
    let Step::Outcome(outcome) = step else {
        panic!("{step:#?}")
    };
    let mut out = format!("{}\n", flow.title.zh());
    for given in &outcome.given {
        writeln!(out, "  {} {}", given.text.zh(), said(&given.label)).unwrap();
    }
    for refusal in &outcome.refusals {
        writeln!(
            out,
            "× {}\n  {}\n  （{}）",
            refusal.reason.zh(),
            refusal.instead.zh(),
            refusal.basis.zh()
        )
        .unwrap();
    }
    for NumberedPaper { number, paper } in &outcome.items {
        let brought = match (paper.originals, paper.copies, paper.signed_on_site) {
            (_, _, true) => "现场签".to_owned(),
            (originals, 0, _) => format!("原件 {originals}"),
            (0, copies, _) => format!("复印件 {copies}"),
            (originals, copies, _) => format!("原件 {originals} 复印件 {copies}"),
        };
        let validity = paper
            .validity
            .as_ref()
            .map_or_else(String::new, |text| format!("；{}", text.zh()));
        writeln!(out, "{number}. {}（{brought}{validity}）", paper.name.zh()).unwrap();
        writeln!(out, "   {}。{}。", paper.why.zh(), paper.obtain.zh()).unwrap();
    }
    for paper in &outcome.not_needed {
        writeln!(out, "- 无需提供：{}。{}。", paper.name.zh(), paper.obtain.zh()).unwrap();
    }
    for note in &outcome.notes {
        writeln!(out, "* {}", note.zh()).unwrap();
    }
    out
}

#[test]
fn a_couple_buys_a_first_home() {
    insta::assert_snapshot!(notice(
        &built_in("new_home_loan"),
        "product=ordinary&obstacle=none&months_contributed=60&home=first&contract=filed_paid&marital=married\
         &spouse_contributes=elsewhere&children=2&income=base&guarantee=developer"
    ));
}

#[test]
fn a_founder_pledges_a_deposit_for_a_combined_loan() {
    insta::assert_snapshot!(notice(
        &built_in("new_home_loan"),
        "product=combined&obstacle=none&months_contributed=6&home=second&contract=filed_paid&marital=divorced\
         &children=1&income=proof&guarantee=pledge"
    ));
}

#[test]
fn all_reasons_at_once_and_nothing_asked_in_vain() {
    insta::assert_snapshot!(notice(
        &built_in("new_home_loan"),
        "product=entrepreneurship_housing&obstacle=sealed&months_contributed=2&home=second&floor_area=145\
         &contract=not_filed"
    ));
}

#[test]
fn a_single_tenant_below_the_cap() {
    insta::assert_snapshot!(notice(
        &built_in("rent_withdrawal"),
        "obstacle=none&months_contributed=3&married=no&own_home=no&rental=market&amount=1万&withdrawn_before=yes\
         &last_rent_withdrawal=2025年11月23日&who_comes=self"
    ));
}

#[test]
fn a_couple_above_the_cap_sends_an_agent() {
    insta::assert_snapshot!(notice(
        &built_in("rent_withdrawal"),
        "obstacle=none&months_contributed=30&married=yes&own_home=no&rental=market&amount=10000.01\
         &withdrawn_before=no&spouse_too=yes&who_comes=agent"
    ));
}

#[test]
fn a_second_hand_home_where_the_spouse_works() {
    insta::assert_snapshot!(notice(
        &built_in("purchase_withdrawal"),
        "obstacle=none&used_before=no&home_kind=second_hand&deal=whole&deed_date=2025-11-24&place=elsewhere&tie=none&spouse_tie=work\
         &married=yes&on_contract=no&spouse_on_contract=yes&payment=bank_loan&invoice=yes&spouse_too=no\
         &who_comes=self"
    ));
}

#[test]
fn within_the_year_means_to_its_last_day() {
    let flow = built_in("purchase_withdrawal");
    let way = "obstacle=none&used_before=no&home_kind=second_hand&deal=whole&married=no&place=here&on_contract=yes\
               &payment=cash&invoice=yes&who_comes=self&deed_date=";
    let refused = |date: &str| match flow.step(&answers(&format!("{way}{date}"))) {
        Step::Outcome(outcome) => outcome
            .refusals
            .into_iter()
            .map(|refusal| refusal.code)
            .collect::<Vec<_>>(),
        step @ Step::Question { .. } => panic!("{step:?}"),
    };
    assert_eq!(refused("2025-11-24"), Vec::<String>::new());
    assert_eq!(refused("2025-11-23"), ["second_hand_too_late"]);
}

#[test]
fn the_wire_form() {
    let flow = built_in("rent_withdrawal");
    let steps = [
        flow.step(&answers("obstacle=none&months_contributed=x")),
        flow.step(&answers(
            "obstacle=none&months_contributed=3&married=yes&own_home=yes",
        )),
    ];
    insta::assert_json_snapshot!(steps);
    let text = serde_json::to_string(&steps).unwrap();
    assert_eq!(serde_json::from_str::<[Step; 2]>(&text).unwrap(), steps);
    let text = serde_json::to_string(&flow).unwrap();
    assert_eq!(serde_json::from_str::<Flow>(&text).unwrap(), flow);
}

#[test]
fn a_drawing() {
    insta::assert_snapshot!(built_in("rent_withdrawal").to_mermaid("材料清单", said));
}

fn calendar(holidays: &[&str]) -> Calendar {
    Calendar::new(holidays.iter().map(|date| SpecialDay {
        date: day(date),
        kind: DayKind::Holiday,
        name: "假日".to_owned(),
        verified: true,
    }))
}

#[test]
fn promised_dates() {
    let calendar = calendar(&["2026-01-01"]);
    let dates = built_in("new_home_loan")
        .promise
        .dates(&calendar, day("2026-11-24"));
    assert_eq!(dates.decided, day("2026-12-08"), "ten working days");
    assert_eq!(dates.statutory, day("2026-12-09"), "fifteen days");
    assert_eq!((dates.paid, dates.provisional), (None, false));

    // Accepted on Wednesday, decided the same day; the law's third day is a Saturday.
    let dates = built_in("rent_withdrawal")
        .promise
        .dates(&calendar, day("2026-12-30"));
    assert_eq!(dates.decided, day("2026-12-30"));
    assert_eq!(dates.paid, Some(day("2027-01-04")));
    assert_eq!(dates.statutory, day("2027-01-04"));
    assert!(dates.provisional, "the holidays of 2027 are not known");
}

#[test]
fn the_promise_never_goes_past_the_law() {
    let week: Vec<_> = (1..=8).map(|day| format!("2026-10-{day:02}")).collect();
    let week: Vec<_> = week.iter().map(String::as_str).collect();
    let dates = built_in("new_home_loan")
        .promise
        .dates(&calendar(&week), day("2026-09-24"));
    assert_eq!(dates.statutory, day("2026-10-09"));
    assert_eq!(
        dates.decided,
        day("2026-10-09"),
        "not the tenth working day, 15 October"
    );
    let end = built_in("rent_withdrawal")
        .promise
        .dates(&calendar(&week), NaiveDate::MAX);
    assert_eq!(end.statutory, NaiveDate::MAX);
}
