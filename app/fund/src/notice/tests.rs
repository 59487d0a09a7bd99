use chrono::NaiveDate;

use super::*;
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn smoke() {
    let text = std::fs::read_to_string("editions/xianning/notices/rent_withdrawal.toml").unwrap();
    let flow = Flow::from_toml("rent_withdrawal.toml", &text).unwrap_or_else(|e| panic!("{e:#?}"));
    println!("{}", flow.to_mermaid());
    println!(
        "{:#?}",
        flow.step(&Answers::new(day("2026-11-24"), [("obstacle", "none")]))
    );
}
