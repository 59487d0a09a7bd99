//! The calculators filled in from a member's own account and loan, whatever stands in the books: nothing that nobody typed is
//! refused.

use axum::http::StatusCode;
use fund::money::Fen;
use fund::records::{Account, AccountStatus, LoanMethod, NextInstalment};
use rust_decimal::Decimal;
use server::clock::Clock as _;

use crate::support::centre::{Books, TestPerson, account, day};
use crate::support::{Browser, TestApp, WANG};

/// Every calculator.
const CALCULATORS: [&str; 9] = [
    "/loan",
    "/loan/afford",
    "/loan/contribution",
    "/loan/offset",
    "/loan/overdue",
    "/loan/prepayment",
    "/loan/existing",
    "/loan/repayment",
    "/loan/compare",
];

/// The note that names what could not be filled in.
const NOT_FILLED_IN: &str = "您的账户里没有这里能用的";

async fn import(app: &TestApp, change: impl FnOnce(&mut Books)) {
    let mut books = Books::usual(day(2026, 11, 23));
    change(&mut books);
    books.import(app.store.as_ref(), app.clock.now()).await;
}

/// Every calculator opens, as page and with what only an address can be wrong about as JSON.
async fn all_open(browser: &mut Browser, said: &str) {
    for path in CALCULATORS {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}, {said}: {}", answer.main());
        assert!(!answer.main().contains("error-summary"), "{path}, {said}");
    }
}

#[tokio::test]
async fn whatever_the_account_every_calculator_opens_without_an_error() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    let none: fn(&mut (TestPerson, Account)) = |(person, account)| {
        person.months = 0;
        account.base = Fen::ZERO;
        account.member_monthly = Fen::ZERO;
        account.employer_monthly = Fen::ZERO;
        account.balance = Fen::ZERO;
        account.carried_over = Fen::ZERO;
        account.this_year = Fen::ZERO;
        account.paid_until = None;
    };
    for status in [
        AccountStatus::Normal,
        AccountStatus::Sealed,
        AccountStatus::Frozen,
        AccountStatus::Merged,
        AccountStatus::TransferredOut,
        AccountStatus::ClosedByWithdrawal,
        AccountStatus::Other,
    ] {
        let of = |change: fn(&mut (TestPerson, Account))| {
            move |books: &mut Books| {
                books.accounts[0].1.status = status;
                change(&mut books.accounts[0]);
            }
        };
        for (said, change) in [
            ("as it is", (|_| {}) as fn(&mut _)),
            ("nothing in it", none),
            ("no base", |(_, account)| account.base = Fen::ZERO),
            ("nothing comes in", |(_, account)| {
                account.member_monthly = Fen::ZERO;
                account.employer_monthly = Fen::ZERO;
            }),
            ("one fen as base", |(_, account)| account.base = Fen::new(1)),
            ("more than the law allows", |(_, account)| {
                account.member_monthly = account.base;
            }),
            ("5.5 %", |(_, account)| {
                account.member_monthly = Fen::from_yuan(330);
            }),
        ] {
            import(&app, of(change)).await;
            all_open(&mut browser, &format!("{status:?}, {said}")).await;
        }
    }
}

#[tokio::test]
async fn what_could_not_be_filled_in_is_named_and_the_rest_is() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    import(&app, |books| books.accounts[0].1.base = Fen::ZERO).await;
    let page = browser.get("/loan").await;
    assert!(page.page(200).contains(NOT_FILLED_IN), "{}", page.main());
    assert_eq!(page.input("income").unwrap(), "8000", "the example's");
    assert_eq!(page.input("balances").unwrap(), "28800.00", "the member's own");
    let page = browser.get("/loan?price=60%E4%B8%87").await;
    assert!(
        page.page(200).contains(NOT_FILLED_IN),
        "nobody typed the income here either"
    );
    let page = browser.get("/loan/contribution").await;
    assert!(page.page(200).contains(NOT_FILLED_IN));
    assert_eq!(page.input("wage").unwrap(), "8000");
    assert_eq!(page.input("member_ratio").unwrap(), "8");
    assert_eq!(page.input("balance").unwrap(), "28800.00");
    // What somebody typed is refused as ever.
    let page = browser.get("/loan?income=0").await;
    page.page(422);
    assert_eq!(page.input("income").unwrap(), "0");
    // A program is told what is missing; an example is no answer for it.
    let refused = browser.get("/api/v1/loan/contribution").await.refused();
    assert_eq!(refused, ["wage", "member_ratio", "employer_ratio"]);

    import(&app, |_| {}).await;
    let page = browser.get("/loan").await;
    assert!(!page.page(200).contains(NOT_FILLED_IN));
}

/// 5.5 % of 6,000 yuan, as an employer may choose.
#[tokio::test]
async fn a_ratio_with_decimals_is_filled_in_as_it_is() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    for (member, employer, ratios, monthly) in [
        (33_000, 33_000, ["5.5", "5.5"], "660.00"),
        (31_500, 72_000, ["5.25", "12"], "1,035.00"),
    ] {
        import(&app, |books| {
            let account = &mut books.accounts[0].1;
            account.member_monthly = Fen::new(member);
            account.employer_monthly = Fen::new(employer);
        })
        .await;
        let page = browser.get("/loan/contribution").await;
        assert!(page.page(200).contains(monthly), "{}", page.main());
        assert_eq!(page.input("member_ratio").unwrap(), ratios[0]);
        assert_eq!(page.input("employer_ratio").unwrap(), ratios[1]);
        let json = browser.get("/api/v1/loan/contribution").await.json();
        assert_eq!(json["monthly"], monthly.replace(',', ""));
    }
}

#[tokio::test]
async fn a_retired_member_opens_every_calculator() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    // Ages 16, 58, 63, 65 and over a hundred: the account is the only thing that is the same.
    for seventeen in [
        "99010120100315241",
        "99010119681130242",
        "99010119630315241",
        "99010119610315242",
        "99010119200315241",
    ] {
        let person = TestPerson { seventeen, ..WANG };
        import(&app, |books| books.accounts[0] = (person, account(&person))).await;
        app.set_password(&person).await;
        browser.sign_in(person).await;
        all_open(&mut browser, seventeen).await;
    }
}

fn next(books: &mut Books) -> &mut NextInstalment {
    books.loan.next.as_mut().unwrap()
}

#[tokio::test]
async fn whatever_the_loan_every_calculator_opens_without_an_error() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    browser.sign_in(WANG).await;
    for (said, change) in [
        ("as it is", (|_| {}) as fn(&mut Books)),
        ("a fen left", |books| {
            books.loan.balance = Fen::new(1);
            next(books).payment = Fen::new(1);
        }),
        ("a yuan lent", |books| {
            books.loan.principal = Fen::from_yuan(1);
            books.loan.balance = Fen::new(99);
            next(books).payment = Fen::new(1);
        }),
        ("no next instalment", |books| books.loan.next = None),
        ("the last instalment", |books| next(books).number = 240),
        ("no interest", |books| books.loan.rate = "0".parse().unwrap()),
        ("the highest rate", |books| {
            books.loan.rate = "36".parse().unwrap();
        }),
        ("a multiple", |books| {
            books.loan.rate_multiple = Decimal::new(11, 1);
        }),
        ("granted before there were rates", |books| {
            books.loan.granted_on = day(1985, 1, 31);
            books.loan.matures_on = day(2015, 1, 31);
            books.loan.due_day = 31;
        }),
        ("granted tomorrow", |books| {
            books.loan.granted_on = day(2026, 12, 31);
            next(books).due_on = day(2027, 1, 31);
        }),
        ("repaid at the end", |books| {
            books.loan.method = LoanMethod::AllAtEnd;
        }),
        ("repaid freely", |books| books.loan.method = LoanMethod::Free),
        ("settled", |books| {
            books.loan.settled_on = Some(day(2026, 11, 21));
            books.loan.balance = Fen::ZERO;
        }),
        ("late", |books| {
            books.loan.overdue_principal = Fen::from_yuan(900);
            books.loan.overdue_interest = Fen::from_yuan(600);
        }),
        ("late with all of it", |books| {
            books.loan.overdue_principal = books.loan.balance;
        }),
    ] {
        import(&app, change).await;
        all_open(&mut browser, said).await;
    }
}
