//! Three invented people with their accounts, imported through the store's own door.

use argon2::PasswordHasher as _;
use chrono::{DateTime, NaiveDate, Utc};
use fund::identity::IdNumber;
use fund::money::Fen;
use rand::SeedableRng as _;
use rust_decimal::Decimal;
use server::account::password;
use server::account::store::Credential;
use server::import::rows::{
    AccountNo, AccountRow, AccountStatus, ContractNo, EmployerNo, EmployerRow, EmployerStatus, EntryKind,
    EntryRow, Guarantee, LoanEntryKind, LoanEntryRow, LoanKind, LoanMethod, LoanNo, LoanRow, MemberRow,
    Paper, PersonName, RiskClass, Serial, YearMonth,
};
use server::import::store::{Batch, Expected};
use server::seal::Keys;
use server::store::Store;

/// One of the three.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TestPerson {
    /// The ID number without its check character; the region 990101 does not exist.
    pub(crate) seventeen: &'static str,
    pub(crate) name: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) password: &'static str,
    pub(crate) account_no: &'static str,
    pub(crate) status: AccountStatus,
    /// Of contributions in the ledger.
    pub(crate) months: u32,
}

/// A teacher with 30 months of contributions and a loan.
pub(crate) const WANG: TestPerson = TestPerson {
    seventeen: "99010119680315242",
    name: "王秀兰",
    phone: "13900000001",
    password: "kite-lamp-4821",
    account_no: "100000000001",
    status: AccountStatus::Normal,
    months: 30,
};

/// A worker with eight months of contributions and no loan.
pub(crate) const LI: TestPerson = TestPerson {
    seventeen: "99010119900712131",
    name: "李强",
    phone: "13900000002",
    password: "river-drum-0098",
    account_no: "100000000002",
    status: AccountStatus::Normal,
    months: 8,
};

/// Somebody whose account is sealed.
pub(crate) const CHEN: TestPerson = TestPerson {
    seventeen: "99010119851130364",
    name: "陈静",
    phone: "13900000003",
    password: "plum-gate-7313",
    account_no: "100000000003",
    status: AccountStatus::Sealed,
    months: 12,
};

const EVERYBODY: [TestPerson; 3] = [WANG, LI, CHEN];
const EMPLOYER: &str = "200001";
const BASE: Fen = Fen::new(600_000);
const MONTHLY: Fen = Fen::new(48_000);

impl TestPerson {
    /// The whole ID number.
    pub(crate) fn id_number(&self) -> String {
        with_check(self.seventeen)
    }

    /// Its last four characters.
    pub(crate) fn last_four(&self) -> String {
        self.id_number()[14..].to_owned()
    }

    fn balance(&self) -> Fen {
        Fen::new(MONTHLY.get() * 2 * i64::from(self.months))
    }
}

/// Seventeen digits of an ID number with their check character.
pub(crate) fn with_check(seventeen: &str) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let weigh = |(digit, weight): (char, u32)| digit.to_digit(10).unwrap() * weight;
    let sum: u32 = seventeen.chars().zip(WEIGHTS).map(weigh).sum();
    format!("{seventeen}{}", b"10X98765432"[(sum % 11) as usize] as char)
}

/// Randomness that is the same in every run.
pub(crate) fn rng() -> rand_chacha::ChaCha20Rng {
    rand_chacha::ChaCha20Rng::seed_from_u64(1)
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Imports the three, and sets their passwords.
pub(crate) async fn import(store: &dyn Store, keys: &Keys, now: DateTime<Utc>) {
    import_as_of(store, day(2026, 11, 23), now).await;
    let credentials: Vec<_> = EVERYBODY
        .iter()
        .map(|person| credential(person, keys, now))
        .collect();
    store.set_credentials(&credentials).await.unwrap();
}

/// Imports the three as they are, as of a day.
pub(crate) async fn import_as_of(store: &dyn Store, as_of: NaiveDate, now: DateTime<Utc>) {
    Books::usual(as_of).import(store, now).await;
}

/// What an import brings: accounts with whose they are, and one loan.
#[derive(Debug, Clone)]
pub(crate) struct Books {
    pub(crate) as_of: NaiveDate,
    pub(crate) accounts: Vec<(TestPerson, AccountRow)>,
    pub(crate) loan: LoanRow,
}

impl Books {
    /// The three with their accounts, and the teacher's loan.
    pub(crate) fn usual(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            accounts: EVERYBODY
                .into_iter()
                .map(|person| (person, account(&person)))
                .collect(),
            loan: loan(),
        }
    }

    /// In the place of what was imported before.
    pub(crate) async fn import(self, store: &dyn Store, now: DateTime<Utc>) {
        let people: Vec<TestPerson> = self.accounts.iter().map(|(person, _)| *person).collect();
        let accounts: Vec<AccountRow> = self.accounts.into_iter().map(|(_, account)| account).collect();
        let entries: Vec<EntryRow> = people.iter().flat_map(ledger).collect();
        let loan_entries = loan_ledger();
        let (members, lines) = (people.len() as u64, loan_entries.len() as u64);
        let expected = Expected {
            as_of: self.as_of,
            issuer: "test".to_owned(),
            rows: [1, members, members, entries.len() as u64, 1, lines],
            balance: accounts.iter().map(|account| account.balance).sum(),
            loan_balance: self.loan.balance,
            loan_entries: loan_entries.iter().map(|entry| entry.amount).sum(),
        };
        let mut stage = store.begin(expected).await.unwrap();
        for batch in [
            Batch::Employers(vec![employer()]),
            Batch::Members(people.iter().map(member).collect()),
            Batch::Accounts(accounts),
            Batch::Entries(entries),
            Batch::Loans(vec![self.loan]),
            Batch::LoanEntries(loan_entries),
        ] {
            stage.append(batch).await.unwrap();
        }
        assert_eq!(stage.check().await.unwrap(), []);
        stage.swap(now).await.unwrap();
    }
}

pub(crate) fn credential(person: &TestPerson, keys: &Keys, now: DateTime<Utc>) -> Credential {
    let hash = password::hasher()
        .unwrap()
        .hash_password(person.password.as_bytes())
        .unwrap();
    let number = IdNumber::parse(&person.id_number()).unwrap();
    Credential {
        person: keys.person(&number),
        password_hash: hash.to_string(),
        changed_at: now,
    }
}

fn employer() -> EmployerRow {
    EmployerRow {
        employer_no: EmployerNo::parse(EMPLOYER).unwrap(),
        name: "安居区实验小学（演示）".to_owned(),
        address: String::new(),
        credit_code: String::new(),
        branch: None,
        opened_on: day(2010, 1, 4),
        closed_on: None,
        status: EmployerStatus::Normal,
        member_ratio: Decimal::from(8),
        employer_ratio: Decimal::from(8),
        paying_members: 2,
        sealed_members: 1,
        paid_until: YearMonth::new(2026, 11),
        payday: Some(15),
    }
}

fn member(person: &TestPerson) -> MemberRow {
    MemberRow {
        account_no: AccountNo::parse(person.account_no).unwrap(),
        employer_no: EmployerNo::parse(EMPLOYER).unwrap(),
        name: PersonName::parse(person.name).unwrap(),
        paper: Paper::Card(IdNumber::parse(&person.id_number()).unwrap()),
        phone: Some(fund::identity::Phone::parse(person.phone).unwrap()),
    }
}

pub(crate) fn account(person: &TestPerson) -> AccountRow {
    let this_year = Fen::new(MONTHLY.get() * 2 * i64::from(person.months.min(5)));
    AccountRow {
        account_no: AccountNo::parse(person.account_no).unwrap(),
        status: person.status,
        base: BASE,
        member_monthly: MONTHLY,
        employer_monthly: MONTHLY,
        balance: person.balance(),
        carried_over: person.balance() - this_year,
        this_year,
        opened_on: day(2024, 1, 10),
        closed_on: None,
        paid_until: YearMonth::new(2026, 11),
    }
}

/// A remittance on the 15th of each of the last months, up to this November.
fn ledger(person: &TestPerson) -> Vec<EntryRow> {
    let mut balance = Fen::ZERO;
    let months = (0..person.months).rev();
    let line = |(number, back): (usize, u32)| {
        balance += Fen::new(MONTHLY.get() * 2);
        EntryRow {
            account_no: AccountNo::parse(person.account_no).unwrap(),
            serial: Serial::parse(&format!("R{number:06}")).unwrap(),
            booked_on: day(2026, 11, 15) - chrono::Months::new(back),
            kind: EntryKind::Remittance,
            amount: Fen::new(MONTHLY.get() * 2),
            interest: Fen::ZERO,
            balance,
            reason: None,
            way: None,
            reversal: false,
        }
    };
    months.enumerate().map(line).collect()
}

/// 300,000 yuan over 240 months at 2.6 %, granted in October; the first instalment is paid.
fn loan() -> LoanRow {
    let terms = fund::repayment::Loan {
        principal: Fen::from_yuan(300_000),
        months: fund::months::Months::new(240).unwrap(),
        rate: "2.6".parse().unwrap(),
        method: fund::repayment::Method::LevelPayment,
    };
    let schedule = fund::repayment::schedule(&terms);
    let (first, second) = (schedule.instalments[0], schedule.instalments[1]);
    LoanRow {
        loan_no: LoanNo::parse("300000000001").unwrap(),
        contract_no: ContractNo::parse("HT2026000001").unwrap(),
        account_no: AccountNo::parse(WANG.account_no).unwrap(),
        kind: LoanKind::Fund,
        product: String::new(),
        principal: terms.principal,
        granted_on: day(2026, 10, 20),
        matures_on: day(2046, 10, 20),
        months: terms.months,
        method: LoanMethod::LevelPayment,
        rate: terms.rate,
        rate_multiple: Decimal::ONE,
        guarantee: Guarantee::Mortgage,
        due_day: 20,
        balance: first.balance,
        next_number: Some(2),
        next_payment: second.payment,
        next_principal: second.principal,
        next_interest: second.interest,
        next_due_on: Some(day(2026, 12, 20)),
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

fn loan_ledger() -> Vec<LoanEntryRow> {
    let loan = loan();
    let line = |serial: &str, kind, on, amount, principal, interest, balance, period| LoanEntryRow {
        loan_no: loan.loan_no,
        serial: Serial::parse(serial).unwrap(),
        kind,
        occurred_on: on,
        booked_on: on,
        amount,
        principal,
        interest,
        penalty: Fen::ZERO,
        balance,
        period,
    };
    let paid = loan.principal_repaid + loan.interest_repaid;
    vec![
        line(
            "G1",
            LoanEntryKind::Granted,
            loan.granted_on,
            loan.principal,
            loan.principal,
            Fen::ZERO,
            loan.principal,
            None,
        ),
        line(
            "P1",
            LoanEntryKind::Repayment,
            day(2026, 11, 20),
            paid,
            loan.principal_repaid,
            loan.interest_repaid,
            loan.balance,
            Some(1),
        ),
    ]
}
