//! How long a loan may run: by the borrower's age and kind of work, and by the building's age.

use super::*;

#[test]
fn the_term_limits_who_retires_soon() {
    // Born in November 1966: 22 months after January 2025 he would have retired, so six months later, in May 2027.
    let person = Some(Person {
        birth: day("1966-11-20"),
        track: Some(Track::Man),
    });
    let answer = assess_today(&Applicant { person, ..couple() });
    assert_eq!(answer.months_max, Some(Months::new(66).unwrap()));
    assert_eq!(answer.months, answer.months_max);
    assert_eq!(answer.binding, LimitCode::Term);
    // 7,200 a month over 66 months at 2.60 %.
    assert_eq!(answer.quota, yuan(442_000));
    assert!(amount(&answer, LimitCode::Capacity) > answer.quota);
    let limit = &answer.limits[4];
    let documents: Vec<_> = limit.bases().map(|basis| basis.document.as_str()).collect();
    assert!(documents[1].contains("渐进式延迟法定退休年龄"), "{documents:?}");
    assert_eq!(
        limit.working,
        Working::Term {
            longest: LongestTerm {
                months: answer.months_max,
                bound: TermBound::Retirement,
                retires: Some(day("2027-05-20")),
                assumed: None,
                months_past_retirement: 60,
            }
        }
    );

    // Who asks for no more than that is limited by the income, not by age.
    let months = Months::new(60).unwrap();
    let shorter = assess_today(&Applicant {
        months,
        person,
        ..couple()
    });
    assert_eq!(shorter.binding, LimitCode::Capacity);
}

#[test]
fn nothing_is_lent_past_the_age_limit() {
    let person = Some(Person {
        birth: day("1955-01-01"),
        track: Some(Track::WomanWorker),
    });
    let answer = assess_today(&Applicant { person, ..couple() });
    assert_eq!(
        (answer.quota, answer.months, answer.months_max),
        (Fen::ZERO, None, None)
    );
    assert_eq!(answer.binding, LimitCode::Term);
    assert!(!gate(&answer, GateCode::Term).met);
    assert!(!answer.possible());
}

#[test]
fn without_a_track_it_is_the_earliest_that_has_not_come() {
    let term = |birth, track| {
        let person = Some(Person {
            birth: day(birth),
            track,
        });
        let answer = assess_today(&Applicant { person, ..couple() });
        let Condition::Term { longest } = gate(&answer, GateCode::Term).condition else {
            panic!("the gate of the term is about the term")
        };
        assert_eq!(longest.months, answer.months_max);
        longest
    };
    for (birth, taken) in [
        ("1990-05-05", Track::WomanWorker),
        ("1972-06-15", Track::WomanCadre),
        ("1968-02-29", Track::Man),
    ] {
        let longest = term(birth, None);
        assert_eq!(longest.months, term(birth, Some(taken)).months, "{birth}");
        assert_eq!(longest.assumed, Some(taken), "{birth}");
    }
    // Past every age: nothing is lent, and the reason says by which it was reckoned.
    let longest = term("1950-01-01", None);
    assert_eq!(longest.months, None);
    assert!(longest.assumed.is_some());
}

#[test]
fn an_old_building_shortens_the_term() {
    let mut rules = rules();
    rules.term.building_years = Some(50);
    let old = |age| Applicant {
        building_age: Some(age),
        ..couple()
    };
    let answer = assess(&old(42), &rules, &rates(), today());
    assert_eq!(answer.months_max, Some(Months::new(96).unwrap()));
    assert!(matches!(
        working(&answer, LimitCode::Term),
        Working::Term { longest } if longest.bound == TermBound::Building
    ));
    assert_eq!(
        assess(&old(20), &rules, &rates(), today()).months_max,
        Some(Months::MAX)
    );
    assert_eq!(assess(&old(51), &rules, &rates(), today()).months_max, None);
}
