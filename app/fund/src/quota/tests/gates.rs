//! The conditions: met, not yet met, or assumed.

use super::*;

#[test]
fn contribution_says_when_it_will_be_enough() {
    let waiting = assess_today(&Applicant {
        months_contributed: 4,
        ..couple()
    });
    let contribution = gate(&waiting, GateCode::Contribution);
    assert!(!contribution.met);
    assert_eq!(contribution.met_on, Some(day("2027-01-20")));
    assert_eq!(waiting.quota, yuan(640_000), "a gate does not change the quota");
    assert!(!waiting.possible());

    // The last day of a long month: two months later is the last of a short one.
    let newcomer = Applicant {
        months_contributed: 4,
        ..couple()
    };
    let late = assess(&newcomer, &rules(), &rates(), day("2026-12-31"));
    assert_eq!(
        gate(&late, GateCode::Contribution).met_on,
        Some(day("2027-02-28"))
    );

    let product = Product::EntrepreneurshipHousing;
    let sooner = assess_today(&Applicant {
        product,
        months_contributed: 4,
        ..couple()
    });
    assert!(gate(&sooner, GateCode::Contribution).met);
    assert_eq!(gate(&sooner, GateCode::Contribution).met_on, None);
}

#[test]
fn the_entrepreneurs_loan_is_for_a_first_home_of_middling_size() {
    let product = Product::EntrepreneurshipHousing;
    let ask = |home, area: Option<&str>| {
        assess_today(&Applicant {
            product,
            home,
            area: area.map(|area| area.parse().unwrap()),
            ..couple()
        })
    };
    let fitting = ask(Home::First, Some("144"));
    assert_eq!(
        (fitting.quota, fitting.binding),
        (yuan(400_000), LimitCode::Ceiling)
    );
    assert!(fitting.possible());
    assert!(!gate(&ask(Home::First, Some("144.01")), GateCode::Area).met);
    assert!(gate(&ask(Home::First, None), GateCode::Area).assumed);
    let second = ask(Home::Second, Some("100"));
    assert_eq!((second.quota, second.binding), (Fen::ZERO, LimitCode::Price));
    assert!(!gate(&second, GateCode::Home).met);
}

#[test]
fn what_nobody_said_is_assumed_and_what_was_said_counts() {
    let open = assess_today(&couple());
    assert!(open.gates.iter().filter(|gate| gate.assumed).count() == 5);
    assert!(gate(&open, GateCode::Credit).assumed);

    let circumstances = Circumstances {
        certificate: None,
        bank_agrees: None,
        account_normal: Some(false),
        unsettled_loan: Some(true),
        earlier_loans: Some(2),
        good_credit: Some(false),
        dishonest: Some(true),
    };
    let refused = assess_today(&Applicant {
        circumstances,
        ..couple()
    });
    assert_eq!(refused.gates.iter().filter(|gate| !gate.met).count(), 5);
    let once = Circumstances {
        earlier_loans: Some(1),
        ..Circumstances::default()
    };
    assert!(
        gate(
            &assess_today(&Applicant {
                circumstances: once,
                ..couple()
            }),
            GateCode::EarlierLoans
        )
        .met
    );
}

#[test]
fn other_products_ask_for_their_own_papers() {
    for (product, code) in [
        (Product::OtherCity, GateCode::Certificate),
        (Product::CommercialToFund, GateCode::BankLoan),
    ] {
        let applicant = Applicant { product, ..couple() };
        assert!(gate(&assess_today(&applicant), code).assumed);
        let circumstances = Circumstances {
            certificate: Some(false),
            bank_agrees: Some(false),
            ..Circumstances::default()
        };
        let refused = assess_today(&Applicant {
            circumstances,
            ..applicant
        });
        assert!(!gate(&refused, code).met);
    }
}

#[test]
fn a_bank_loan_is_replaced_up_to_what_is_owed_on_it() {
    let replaces = |outstanding| {
        assess_today(&Applicant {
            product: Product::CommercialToFund,
            outstanding,
            ..couple()
        })
    };
    let half = replaces(Some(yuan(320_500)));
    assert_eq!(
        (half.quota, half.binding),
        (yuan(320_000), LimitCode::Outstanding)
    );
    assert_eq!(replaces(None).quota, yuan(640_000), "unknown, it limits nothing");
}

#[test]
fn a_condition_that_is_not_met_says_what_stands_in_the_way() {
    let circumstances = Circumstances {
        account_normal: Some(false),
        unsettled_loan: Some(true),
        earlier_loans: Some(9),
        good_credit: Some(false),
        dishonest: Some(true),
        ..Circumstances::default()
    };
    let answer = assess_today(&Applicant {
        circumstances,
        ..couple()
    });
    let unmet = answer.gates.iter().filter(|gate| !gate.met);
    let unmet: Vec<_> = unmet.map(|gate| (gate.condition, gate.assumed)).collect();
    assert_eq!(
        unmet,
        [
            (Condition::Account, false),
            (Condition::UnsettledLoan, false),
            (Condition::EarlierLoans { most: 1 }, false),
            (Condition::Credit, false),
            (Condition::Dishonest, false),
        ]
    );
}
