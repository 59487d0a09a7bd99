//! The page as people see it, its form with anything typed into it, and what the browser gets.
#![allow(
    clippy::unwrap_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use fund::{
    afford::{Financing, LendingTerms, financing},
    costs::{Charge, ChargeBand, Tariff},
    money::Fen,
    months::Months,
    quota::{AreaBand, Circumstances, DownPayment, Household, Percent, TermRates},
};
use proptest::prelude::*;

use super::{
    form::{Question, read},
    *,
};
use crate::{
    loan::{
        answer::{
            Live as _,
            testing::{both_sides, head, rest},
        },
        form::{FormField, Typed},
        page::Origin,
    },
    testing::{date, edition, in_each_language},
    text::Lang,
};

fn terms() -> Terms {
    let percent = |text: &str| Charge::Percent(text.parse().unwrap());
    Terms {
        offer: LendingTerms {
            fund_most: Fen::from_yuan(400_000),
            unit: Fen::from_yuan(1_000),
            down_payment: DownPayment {
                percent: Percent::new(20).unwrap(),
                bands: vec![AreaBand {
                    over: "144".parse().unwrap(),
                    percent: Percent::new(30).unwrap(),
                }],
            },
            fund: TermRates {
                le5y: "2.10".parse().unwrap(),
                gt5y: "2.60".parse().unwrap(),
            },
            bank: "3.50".parse().ok(),
            costs: vec![
                Tariff {
                    label: "契税".into(),
                    charge: percent("1"),
                    bands: vec![ChargeBand {
                        over: "140".parse().unwrap(),
                        charge: percent("1.5"),
                    }],
                },
                Tariff {
                    label: "住宅专项维修资金".into(),
                    charge: Charge::PerSquareMetre(Fen::from_yuan(80)),
                    bands: Vec::new(),
                },
                Tariff {
                    label: "不动产登记费".into(),
                    charge: Charge::Amount(Fen::from_yuan(80)),
                    bands: Vec::new(),
                },
            ],
        },
        share: Percent::new(60).unwrap(),
        longest: Months::MAX,
        household: household_of(&start(Months::MAX, Lang::ZhCn)),
    }
}

fn asked(typed: &Typed<Field>) -> Question {
    read(typed, Lang::ZhCn).unwrap()
}

fn answer_to(typed: &Typed<Field>) -> Affordable {
    Affordable::new(&asked(typed), &terms()).unwrap()
}

#[test]
fn the_browser_answers_as_the_server_does_until_the_household_changes() {
    let bare = Terms {
        offer: LendingTerms {
            costs: Vec::new(),
            ..terms().offer
        },
        ..terms()
    };
    for lang in [Lang::ZhCn, Lang::En] {
        for terms in [&terms(), &bare] {
            let typed = start(Months::MAX, Lang::ZhCn).with(Field::Savings, "30万");
            let [server, browser] = both_sides::<Affordable>(&typed, terms, lang);
            assert!(server.is_some());
            assert_eq!(server, browser);
            let other = typed.with(Field::Children, "2");
            assert_eq!(both_sides::<Affordable>(&other, terms, lang), [None, None]);
        }
    }
}

#[test]
fn the_answer_leads_and_the_rest_adds_up() {
    let answer = answer_to(&start(Months::MAX, Lang::ZhCn));
    insta::assert_snapshot!(format!("{}\n{}", head(&answer), rest(&answer)).replace("><", ">\n<"));
}

#[test]
fn an_english_page_is_english() {
    in_each_language(|ctx| {
        let typed = start(Months::MAX, ctx.lang);
        let question = read(&typed, ctx.lang).unwrap();
        let household = Household {
            home: question.household.home,
            contributors: question.household.contributors,
            children: 0,
            balances: Fen::from_yuan(20_000),
            months_contributed: 1,
            person: None,
            circumstances: Circumstances::default(),
        };
        let months = question.means.months;
        let Financing {
            mut offer,
            limit,
            unmet,
            bases,
        } = financing(
            &household,
            question.household.market,
            true,
            months,
            edition(),
            date(2026, 11, 25),
        )
        .unwrap();
        assert!(!unmet.is_empty() && !bases.is_empty() && !offer.costs.is_empty());
        name_costs(&mut offer, &edition().purchase_costs, ctx.lang);
        let terms = Terms {
            offer,
            household: household_of(&typed),
            ..terms()
        };
        let data = Page {
            outcome: Affordable::of(&typed, &terms, ctx.lang).map(|answer| Found {
                answer,
                terms,
                unmet,
                limit,
                bases,
            }),
            typed,
            origin: Origin::Example,
        };
        assert!(data.outcome.is_ok());
        page(ctx, data)
    });
}

#[test]
fn an_income_lowers_the_budget() {
    let answer = answer_to(&start(Months::MAX, Lang::ZhCn).with(Field::Income, "5000"));
    assert_eq!(answer.means.budget, Fen::from_yuan(3_000));
    assert!(head(&answer).contains("月供不能超过家庭月收入的 60%，按 3,000.00 元计算"));
    assert_eq!(
        answer_to(&start(Months::MAX, Lang::ZhCn).with(Field::Income, "6000")).cut_to,
        None
    );
}

#[test]
fn nothing_to_buy_is_said() {
    let answer = answer_to(&start(Months::MAX, Lang::ZhCn).with(Field::Savings, "0"));
    assert!(head(&answer).contains("还买不了房"));
}

#[test]
fn nothing_is_answered_for_a_term_nobody_lends_for() {
    let terms = Terms {
        longest: Months::new(240).unwrap(),
        ..terms()
    };
    let over = |years| asked(&start(Months::MAX, Lang::ZhCn).with(Field::Years, years));
    assert!(Affordable::new(&over("20年"), &terms).is_some());
    assert_eq!(Affordable::new(&over("21"), &terms), None);
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    for (field, text) in [
        (Field::Savings, "-1"),
        (Field::Budget, ""),
        (Field::PerSquareMetre, "0"),
        (Field::Years, "31"),
        (Field::Points, "九"),
        (Field::Bank, "perhaps"),
        (Field::Market, ""),
        (Field::MonthsContributed, "601"),
        (Field::Income, "0"),
    ] {
        let errors = read(&start(Months::MAX, Lang::ZhCn).with(field, text), Lang::ZhCn).unwrap_err();
        assert!(errors.of(field.name()).is_some(), "{field:?}");
    }
}

proptest! {
    #[test]
    fn anything_typed_is_answered(
        field in 0..Field::ALL.len(),
        text in "\\PC{0,12}|[-0-9.万亿]{0,12}",
    ) {
        let typed = start(Months::MAX, Lang::ZhCn).with(Field::ALL[field], text);
        if let Ok(question) = read(&typed, Lang::ZhCn)
            && let Some(answer) = Affordable::new(&question, &terms())
        {
            prop_assert!(!head(&answer).is_empty() && !rest(&answer).is_empty());
        }
    }
}
