use proptest::prelude::*;

use super::*;
use crate::months::Months as Term;
use crate::rate::Rate;
use crate::repayment::{Method, schedule};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn yuan(yuan: i64) -> Fen {
    Fen::from_yuan(yuan)
}

fn rates(percent: &str) -> [DatedRate; 1] {
    [DatedRate {
        from: day("2016-02-21"),
        rate: percent.parse().unwrap(),
    }]
}

fn account(balance: i64, monthly: i64) -> Account {
    Account {
        balance: yuan(balance),
        monthly: yuan(monthly),
    }
}

fn due(first: NaiveDate) -> DueDays {
    DueDays::from(first)
}

/// 12,000 without interest over a year, a thousand a month; an account with 2,500 and 400 a month.
fn small(way: Way) -> Household {
    Household {
        loan: Loan {
            principal: yuan(12_000),
            months: Term::new(12).unwrap(),
            rate: Rate::ZERO,
            method: Method::LevelPayment,
        },
        due: due(day("2026-07-20")),
        accounts: [account(2_500, 400), Account::default()],
        from: day("2026-07-01"),
        day: 15,
        floor: Fen::ZERO,
        way,
        month: 12,
        keep: Keep::Payment,
    }
}

fn cash(run: &Run) -> Vec<i64> {
    run.months.iter().map(|month| month.cash().get() / 100).collect()
}

#[test]
fn month_by_month_until_the_account_runs_dry() {
    let offset = offset(&small(Way::Monthly), &rates("0")).unwrap();
    assert_eq!(
        cash(&offset.offset),
        [0, 0, 0, 0, 500, 600, 600, 600, 600, 600, 600, 600]
    );
    assert_eq!(offset.runs_dry().unwrap().due_on, day("2026-11-20"));
    assert_eq!(offset.offset.cash, yuan(4_700));
    assert_eq!(cash(&offset.in_cash), [1_000; 12]);
    assert_eq!(offset.in_cash.accounts, [yuan(7_300), Fen::ZERO]);
    assert_eq!(offset.gain(), Fen::ZERO, "without interest it is the same money");
    assert_eq!(offset.until, day("2027-06-20"));
}

#[test]
fn the_floor_stays_and_the_second_account_pays_when_the_first_is_empty() {
    let household = Household {
        floor: yuan(100),
        accounts: [account(1_500, 0), account(1_000, 50)],
        ..small(Way::Monthly)
    };
    let offset = offset(&household, &rates("0")).unwrap();
    let drawn: Vec<_> = offset.offset.months[..4]
        .iter()
        .map(|month| month.drawn.map(|fen| fen.get() / 100))
        .collect();
    // The second account has 1,100 when it is first needed, and 100 of it stay.
    assert_eq!(drawn, [[1_000, 0], [400, 600], [0, 450], [0, 50]]);
    assert_eq!(offset.offset.accounts, [yuan(100), yuan(100)]);
}

#[test]
fn once_a_year_what_was_paid_comes_back() {
    let offset = offset(&small(Way::YearlyRefund), &rates("0")).unwrap();
    // By December 4,900 are in the account and 6,000 were paid; by June 2,400 more.
    assert_eq!(
        cash(&offset.offset),
        [
            1_000, 1_000, 1_000, 1_000, 1_000, -3_900, 1_000, 1_000, 1_000, 1_000, 1_000, -1_400
        ]
    );
    assert_eq!(offset.offset.cash, yuan(4_700));
}

#[test]
fn no_more_comes_back_than_was_paid() {
    let household = Household {
        accounts: [account(50_000, 400), Account::default()],
        ..small(Way::YearlyRefund)
    };
    let offset = offset(&household, &rates("0")).unwrap();
    let refunds: Vec<_> = offset
        .offset
        .months
        .iter()
        .map(|month| month.refunded[0].get() / 100)
        .filter(|refund| *refund > 0)
        .collect();
    assert_eq!(refunds, [6_000, 6_000]);
    assert_eq!(offset.offset.cash, Fen::ZERO);
}

#[test]
fn once_a_year_principal_is_repaid_ahead() {
    let early = offset(&small(Way::YearlyPrincipal), &rates("0")).unwrap();
    assert_eq!(
        cash(&early.offset),
        [1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 100]
    );
    assert_eq!(early.months_saved(), 4);
    assert_eq!(early.offset.months[5].ahead[0], yuan(4_900));
    assert_eq!(early.offset.months[5].owed, yuan(1_100));
    let lighter = Household {
        keep: Keep::Term,
        ..small(Way::YearlyPrincipal)
    };
    let lighter = offset(&lighter, &rates("0")).unwrap();
    // 1,100 over six months
    assert_eq!(lighter.offset.months[6].cash(), Fen::new(18_333));
    assert_eq!(lighter.months_saved(), 0);
}

#[test]
fn interest_of_the_account_by_hand() {
    // 36,000 lie from 1 July 2025 to 30 June 2027: 547.50, then 555.83 (as in the account's own interest).
    let household = Household {
        loan: Loan {
            months: Term::new(24).unwrap(),
            ..small(Way::Monthly).loan
        },
        due: due(day("2025-07-30")),
        from: day("2025-07-01"),
        accounts: [account(36_000, 0), Account::default()],
        ..small(Way::Monthly)
    };
    let offset = offset(&household, &rates("1.50")).unwrap();
    assert_eq!(offset.until, day("2027-06-30"));
    assert_eq!(
        offset.in_cash.deposit_interest,
        Fen::parse_yuan("1103.33").unwrap()
    );
}

#[test]
fn repaying_dear_principal_with_cheap_money_gains() {
    let household = Household {
        loan: Loan {
            principal: yuan(600_000),
            months: Term::new(240).unwrap(),
            rate: "2.60".parse().unwrap(),
            method: Method::LevelPayment,
        },
        accounts: [account(60_000, 1_280), account(20_000, 900)],
        ..small(Way::YearlyPrincipal)
    };
    let offset = offset(&household, &rates("1.50")).unwrap();
    assert!(offset.gain() > yuan(10_000), "{:?}", offset.gain());
    assert!(offset.months_saved() > 60);
}

#[test]
fn what_cannot_be_is_refused() {
    let household = Household {
        due: due(day("2026-06-30")),
        ..small(Way::Monthly)
    };
    assert_eq!(
        offset(&household, &rates("0")).unwrap_err(),
        OffsetError::DueBeforeStart
    );
    let household = Household {
        from: day("2010-01-01"),
        ..small(Way::Monthly)
    };
    let no_rate = InterestError::NoRate(day("2010-01-01"));
    assert_eq!(
        offset(&household, &rates("0")).unwrap_err(),
        OffsetError::Interest(no_rate)
    );
}

fn households() -> impl Strategy<Value = Household> {
    let loan = (
        1_i64..200_000_000,
        1_u32..=360,
        0_i64..=10_000_000,
        prop::bool::ANY,
    );
    let accounts = prop::array::uniform2((0_i64..20_000_000, 0_i64..600_000));
    let when = (0_u64..400, 0_u64..40, 1_u8..=31, 1_u8..=12);
    let how = (
        prop::sample::select(Way::ALL.to_vec()),
        0_i64..2_000_000,
        prop::bool::ANY,
    );
    (loan, accounts, when, how).prop_map(|(loan, accounts, when, how)| {
        let from = day("2026-01-01") + chrono::Days::new(when.0);
        Household {
            loan: Loan {
                principal: Fen::new(loan.0),
                months: Term::new(loan.1).unwrap(),
                rate: Rate::from_percent(rust_decimal::Decimal::new(loan.2, 6)).unwrap(),
                method: if loan.3 {
                    Method::LevelPayment
                } else {
                    Method::LevelPrincipal
                },
            },
            due: due(from + chrono::Days::new(when.1)),
            accounts: accounts.map(|(balance, monthly)| Account {
                balance: Fen::new(balance),
                monthly: Fen::new(monthly),
            }),
            from,
            day: when.2,
            floor: Fen::new(how.1),
            way: how.0,
            month: when.3,
            keep: if how.2 { Keep::Payment } else { Keep::Term },
        }
    })
}

/// Every contribution that arrives from the first day to the last.
fn contributed(household: &Household, until: NaiveDate) -> Fen {
    let both: Fen = household.accounts.iter().map(|account| account.monthly).sum();
    let first = household.from.with_day(1).unwrap();
    (0..500)
        .filter_map(|number| {
            let month = first.checked_add_months(chrono::Months::new(number))?;
            let last = month.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
            let on = month.with_day(u32::from(household.day)).unwrap_or(last);
            (household.from <= on && on <= until).then_some(both)
        })
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn money_is_conserved(household in households()) {
        let offset = offset(&household, &rates("1.50")).unwrap();
        let opening: Fen = household.accounts.iter().map(|account| account.balance).sum();
        let came_in = contributed(&household, offset.until);
        for run in [&offset.offset, &offset.in_cash] {
            // The accounts: what came in less what was taken is what is there.
            let taken: Fen = run.months.iter().map(Month::from_accounts).sum();
            prop_assert_eq!(opening + came_in + run.deposit_interest - taken, sum(run.accounts));
            // The loan: principal of the instalments and what was repaid ahead is what was lent.
            let principal: Fen = run.months.iter().map(|month| month.instalment.principal + sum(month.ahead)).sum();
            prop_assert_eq!(principal, household.loan.principal);
            prop_assert_eq!(run.months.last().unwrap().owed, Fen::ZERO);
            // The floor holds wherever money was taken.
            for month in &run.months {
                for at in 0..2 {
                    let took = month.drawn[at] + month.refunded[at] + month.ahead[at];
                    prop_assert!(took == Fen::ZERO || month.accounts[at] >= household.floor);
                }
                // The second account is only drawn once the first has nothing above the floor.
                let second = month.drawn[1] + month.refunded[1] + month.ahead[1];
                prop_assert!(second == Fen::ZERO || month.accounts[0] <= household.floor);
            }
        }
        // The two differ by interest alone.
        prop_assert_eq!(offset.gain(), offset.loan_interest_saved() - offset.deposit_interest_forgone());
        let plain = schedule(&household.loan);
        prop_assert_eq!(offset.in_cash.cash, plain.total_paid);
        prop_assert_eq!(offset.in_cash.months.len(), plain.instalments.len());
    }

    #[test]
    fn an_offset_never_takes_more_than_is_paid(household in households()) {
        let offset = offset(&household, &rates("1.50")).unwrap();
        prop_assert!(!offset.offset.cash.is_negative());
        prop_assert!(!offset.deposit_interest_forgone().is_negative());
        if household.way != Way::YearlyPrincipal {
            prop_assert_eq!(offset.loan_interest_saved(), Fen::ZERO);
        }
        if household.way == Way::Monthly {
            for month in &offset.offset.months {
                prop_assert!(!month.cash().is_negative());
            }
        }
    }
}
