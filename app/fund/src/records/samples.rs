//! Ordinary records to build tests from: `Account { status, ..samples::account(1) }` says what the test is about, and nothing
//! else. Behind the feature `samples`, so that no program has them.

use super::{
    Account, AccountEntry, AccountNo, AccountStatus, ContractNo, Employer, EmployerNo, EmployerStatus,
    EntryKind, Guarantee, LoanAccount, LoanEntry, LoanEntryKind, LoanKind, LoanMethod, LoanNo, Member,
    NextInstalment, Paper, PersonName, RiskClass, Serial, YearMonth,
};
use crate::{
    identity::IdNumber,
    money::Fen,
    months::Months,
    repayment::{Instalment, Loan, Method, due_on, schedule},
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A day as `2026-11-20`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Seventeen digits of an ID number with their check character.
pub fn with_check(seventeen: &str) -> IdNumber {
    "0123456789X"
        .chars()
        .find_map(|check| IdNumber::parse(&format!("{seventeen}{check}")).ok())
        .unwrap()
}

/// The ID number of member `n`, which nobody has: region 990000 does not exist.
pub fn id_number(n: u32) -> IdNumber {
    with_check(&format!("99000019880{:03}{:03}", 301 + n / 1000, n % 1000))
}

/// The number of employer `n`.
pub fn employer_no(n: u32) -> EmployerNo {
    EmployerNo::parse(&format!("D{n:04}")).unwrap()
}

/// The number of member `n`'s account.
pub fn account_no(n: u32) -> AccountNo {
    AccountNo::parse(&format!("4212{n:08}")).unwrap()
}

/// The number of member `n`'s loan.
pub fn loan_no(n: u32) -> LoanNo {
    LoanNo::parse(&format!("L{n:04}")).unwrap()
}

/// An employer with two members, who pays.
pub fn employer(n: u32) -> Employer {
    Employer {
        employer_no: employer_no(n),
        name: "安居区实验小学（演示）".to_owned(),
        address: String::new(),
        credit_code: String::new(),
        branch: None,
        opened_on: day("2010-01-04"),
        closed_on: None,
        status: EmployerStatus::Normal,
        member_ratio: Decimal::from(8),
        employer_ratio: Decimal::from(8),
        paying_members: 2,
        sealed_members: 0,
        paid_until: YearMonth::new(2026, 11),
        payday: Some(15),
    }
}

/// A member of that employer, known by an identity card, without a phone.
pub fn member(n: u32, employer: u32) -> Member {
    Member {
        account_no: account_no(n),
        employer_no: employer_no(employer),
        name: PersonName::parse("王小明").unwrap(),
        paper: Paper::Card(id_number(n)),
        phone: None,
    }
}

/// An account in use with nothing in it yet; 480 yuan a month each come from member and employer.
pub fn account(n: u32) -> Account {
    Account {
        account_no: account_no(n),
        status: AccountStatus::Normal,
        base: Fen::from_yuan(6_000),
        member_monthly: Fen::from_yuan(480),
        employer_monthly: Fen::from_yuan(480),
        balance: Fen::ZERO,
        carried_over: Fen::ZERO,
        this_year: Fen::ZERO,
        opened_on: day("2024-01-10"),
        closed_on: None,
        paid_until: YearMonth::new(2026, 11),
    }
}

/// A remittance of a month to that account, on the 15th of November.
pub fn entry(n: u32, serial: usize) -> AccountEntry {
    AccountEntry {
        account_no: account_no(n),
        serial: Serial::parse(&format!("S{serial:06}")).unwrap(),
        booked_on: day("2026-11-15"),
        kind: EntryKind::Remittance,
        amount: Fen::from_yuan(960),
        interest: Fen::ZERO,
        balance: Fen::from_yuan(960),
        reason: None,
        way: None,
        reversal: false,
    }
}

/// 300,000 yuan over 240 months at 2.6 %, granted in October 2026; the first instalment is paid.
pub fn loan(n: u32) -> LoanAccount {
    let [first, second] = [instalment(1), instalment(2)];
    LoanAccount {
        loan_no: loan_no(n),
        contract_no: ContractNo::parse(&format!("HT{n:010}")).unwrap(),
        account_no: account_no(n),
        kind: LoanKind::Fund,
        product: String::new(),
        principal: TERMS.0,
        granted_on: day("2026-10-20"),
        matures_on: day("2046-10-20"),
        months: Months::new(TERMS.1).unwrap(),
        method: LoanMethod::LevelPayment,
        rate: TERMS.2.parse().unwrap(),
        rate_multiple: Decimal::ONE,
        guarantee: Guarantee::Mortgage,
        due_day: 20,
        balance: first.balance,
        next: Some(NextInstalment {
            number: 2,
            due_on: day("2026-12-20"),
            payment: second.payment,
            principal: second.principal,
            interest: second.interest,
        }),
        principal_repaid: first.principal,
        interest_repaid: first.interest,
        penalty_repaid: Fen::ZERO,
        prepaid: Fen::ZERO,
        overdue_principal: Fen::ZERO,
        overdue_interest: Fen::ZERO,
        overdue_periods: 0,
        risk: RiskClass::Normal,
        settled_on: None,
    }
}

/// An instalment of that loan, paid when it was due.
pub fn loan_entry(n: u32, number: u16) -> LoanEntry {
    let paid = instalment(number);
    let due = due_on(day("2026-10-20"), 20, number).unwrap();
    LoanEntry {
        loan_no: loan_no(n),
        serial: Serial::parse(&format!("R{number:06}")).unwrap(),
        kind: LoanEntryKind::Repayment,
        occurred_on: due,
        booked_on: due,
        amount: paid.payment,
        principal: paid.principal,
        interest: paid.interest,
        penalty: Fen::ZERO,
        balance: paid.balance,
        period: Some(number),
    }
}

/// Amount, months and rate of the loan.
const TERMS: (Fen, u32, &str) = (Fen::from_yuan(300_000), 240, "2.6");

fn instalment(number: u16) -> Instalment {
    let plan = schedule(&Loan {
        principal: TERMS.0,
        months: Months::new(TERMS.1).unwrap(),
        rate: TERMS.2.parse().unwrap(),
        method: Method::LevelPayment,
    });
    plan.instalments[usize::from(number) - 1]
}
