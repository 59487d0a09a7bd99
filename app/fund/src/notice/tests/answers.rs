//! What people type.

use proptest::prelude::*;

use super::*;
use crate::bilingual::Unit;
use crate::money::Fen;

fn question(kind: Kind) -> Question {
    Question {
        code: "q".to_owned(),
        text: "?".into(),
        help: None,
        kind,
        ask_if: None,
    }
}

fn number() -> Question {
    question(Kind::Number {
        min: 0,
        max: 480,
        unit: Unit {
            zh: "个月".to_owned(),
            en: Some(["month".to_owned(), "months".to_owned()]),
        },
    })
}

fn money() -> Question {
    question(Kind::Money {
        min: Fen::from_yuan(1),
        max: Fen::from_yuan(200_000),
    })
}

fn date() -> Question {
    question(Kind::Date {
        earliest: day("1999-04-03"),
        latest: None,
    })
}

#[test]
fn numbers_as_typed() {
    for text in [
        "12",
        " 12 ",
        "１２",
        "12个月",
        "12 个月",
        "012",
        "12 months",
        "12 Month",
    ] {
        assert_eq!(number().read(text, today()), Ok(Value::Number(12)), "{text}");
    }
    for text in ["十二", "-1", "1.5", "1e2", "个月", "12月"] {
        assert_eq!(
            number().read(text, today()),
            Err(AnswerError::NotANumber { example: 1 }),
            "{text}"
        );
    }
    for text in ["481", "99999999999999999999999"] {
        let error = AnswerError::NumberOutOfBounds { min: 0, max: 480 };
        assert_eq!(number().read(text, today()), Err(error), "{text}");
    }
    assert_eq!(number().read(" ", today()), Err(AnswerError::Empty));
}

#[test]
fn amounts_as_typed() {
    for text in ["12000", "1.2万", "１２，０００ 元", "¥12,000.00"] {
        assert_eq!(
            money().read(text, today()),
            Ok(Value::Money(Fen::from_yuan(12_000))),
            "{text}"
        );
    }
    let bounds = AnswerError::AmountOutOfBounds {
        min: Fen::from_yuan(1),
        max: Fen::from_yuan(200_000),
    };
    for text in ["0", "-5", "200000.01", "99999999999999999999"] {
        assert_eq!(money().read(text, today()), Err(bounds.clone()), "{text}");
    }
    assert_eq!(bounds.to_string(), "not between 1.00 and 200000.00 yuan");
    assert_eq!(money().read("很多", today()), Err(AnswerError::NotAnAmount));
    assert_eq!(money().read("1.234", today()), Err(AnswerError::TooManyPlaces));
    assert_eq!(money().read("", today()), Err(AnswerError::Empty));
}

#[test]
fn dates_as_typed() {
    for text in [
        "2025-03-09",
        "2025/3/9",
        "2025.3.9",
        "2025年3月9日",
        "2025 年 3 月 9 号",
        "20250309",
        "２０２５－０３－０９",
    ] {
        assert_eq!(
            date().read(text, today()),
            Ok(Value::Date(day("2025-03-09"))),
            "{text}"
        );
    }
    for text in [
        "2025-02-29",
        "昨天",
        "3-9",
        "25-3-9",
        "2025-3",
        "2025--9",
        "2025-3-9-1",
        "２",
    ] {
        assert_eq!(
            date().read(text, today()),
            Err(AnswerError::NotADate { example: today() }),
            "{text}"
        );
    }
    let early = AnswerError::TooEarly {
        earliest: day("1999-04-03"),
    };
    assert_eq!(date().read("1999-04-02", today()), Err(early));
    assert_eq!(
        date().read("2026-11-24", today()),
        Ok(Value::Date(today())),
        "today is not too late"
    );
    let late = date().read("2026-11-25", today()).unwrap_err();
    assert_eq!(late.to_string(), "later than 2026-11-24");
}

#[test]
fn options_are_exact() {
    let yes_no = question(Kind::YesNo);
    assert_eq!(yes_no.read(" yes ", today()), Ok(Value::Option("yes".to_owned())));
    assert_eq!(yes_no.read("是", today()), Err(AnswerError::NotAnOption));
    assert_eq!(yes_no.read("", today()), Err(AnswerError::NothingChosen));
}

#[test]
fn a_bad_answer_asks_again_and_keeps_what_was_typed() {
    let flow = built_in("rent_withdrawal");
    let step = flow.step(&answers("obstacle=none&months_contributed=很久&married=yes"));
    let Step::Question {
        question,
        number,
        error,
        typed,
        given,
        ..
    } = step
    else {
        panic!("{step:?}")
    };
    assert_eq!((question.code.as_str(), number), ("months_contributed", 2));
    assert_eq!(error, Some(AnswerError::NotANumber { example: 1 }));
    assert_eq!(typed.as_deref(), Some("很久"));
    assert_eq!(
        given.len(),
        1,
        "what came after the bad answer does not count yet"
    );
}

#[test]
fn of_two_answers_the_last_counts_and_unknown_names_do_no_harm() {
    let flow = built_in("rent_withdrawal");
    let settled = flow.settled(&answers("utm=1&obstacle=frozen&obstacle=none&spouse_too=yes"));
    assert_eq!(settled.pairs().collect::<Vec<_>>(), [("obstacle", "none")]);
    assert_eq!(settled.with("obstacle", "frozen").get("obstacle"), Some("frozen"));
    assert_eq!(settled.without("obstacle").pairs().count(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever an address holds: no panic, and what counts alone leads to the same place.
    #[test]
    fn any_address_is_answered(
        values in proptest::collection::vec("yes|no|none|self|agent|market|public|[0-9]{1,6}|20[0-3][0-9]-[0-9]{2}-[0-9]{2}|\\PC{0,12}", 10),
    ) {
        let flow = built_in("rent_withdrawal");
        let codes = flow.questions.iter().map(|question| question.code.clone());
        let typed = Answers::new(today(), codes.zip(values));
        let (all, alone) = (flow.step(&typed), flow.step(&flow.settled(&typed)));
        match (all, alone) {
            (Step::Question { question, given, .. }, Step::Question { question: same, given: kept, .. }) => {
                prop_assert_eq!((question, given), (same, kept));
            }
            (all, alone) => prop_assert_eq!(all, alone),
        }
    }
}
