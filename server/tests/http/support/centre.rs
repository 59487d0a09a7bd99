//! Three invented people with their accounts, imported through the store's own door.

use argon2::PasswordHasher as _;
use chrono::{DateTime, NaiveDate, Utc};
use fund::identity::IdNumber;
use fund::money::Fen;
use fund::records::{
    Account, AccountEntry, AccountNo, AccountStatus, ContractNo, Employer, EmployerNo, LoanAccount,
    LoanEntry, LoanEntryKind, LoanNo, Member, Paper, PersonName, Serial, samples,
};
use rand::SeedableRng as _;
use server::account::password;
use server::account::store::Credential;
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
    samples::with_check(seventeen).as_str().to_owned()
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
    pub(crate) accounts: Vec<(TestPerson, Account)>,
    pub(crate) loan: LoanAccount,
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
        let accounts: Vec<Account> = self.accounts.into_iter().map(|(_, account)| account).collect();
        let entries: Vec<AccountEntry> = people.iter().flat_map(ledger).collect();
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

fn employer() -> Employer {
    Employer {
        employer_no: EmployerNo::parse(EMPLOYER).unwrap(),
        sealed_members: 1,
        ..samples::employer(1)
    }
}

fn member(person: &TestPerson) -> Member {
    Member {
        account_no: AccountNo::parse(person.account_no).unwrap(),
        employer_no: EmployerNo::parse(EMPLOYER).unwrap(),
        name: PersonName::parse(person.name).unwrap(),
        paper: Paper::Card(samples::with_check(person.seventeen)),
        phone: Some(fund::identity::Phone::parse(person.phone).unwrap()),
    }
}

pub(crate) fn account(person: &TestPerson) -> Account {
    let this_year = Fen::new(MONTHLY.get() * 2 * i64::from(person.months.min(5)));
    Account {
        account_no: AccountNo::parse(person.account_no).unwrap(),
        status: person.status,
        member_monthly: MONTHLY,
        employer_monthly: MONTHLY,
        balance: person.balance(),
        carried_over: person.balance() - this_year,
        this_year,
        ..samples::account(1)
    }
}

/// A remittance on the 15th of each of the last months, up to this November.
fn ledger(person: &TestPerson) -> Vec<AccountEntry> {
    let mut balance = Fen::ZERO;
    let months = (0..person.months).rev();
    let line = |(number, back): (usize, u32)| {
        balance += Fen::new(MONTHLY.get() * 2);
        AccountEntry {
            account_no: AccountNo::parse(person.account_no).unwrap(),
            booked_on: day(2026, 11, 15) - chrono::Months::new(back),
            amount: Fen::new(MONTHLY.get() * 2),
            balance,
            ..samples::entry(1, number)
        }
    };
    months.enumerate().map(line).collect()
}

/// 300,000 yuan over 240 months at 2.6 %, granted in October; the first instalment is paid.
fn loan() -> LoanAccount {
    LoanAccount {
        loan_no: LoanNo::parse("300000000001").unwrap(),
        contract_no: ContractNo::parse("HT2026000001").unwrap(),
        account_no: AccountNo::parse(WANG.account_no).unwrap(),
        ..samples::loan(1)
    }
}

fn loan_ledger() -> Vec<LoanEntry> {
    let loan = loan();
    let first = LoanEntry {
        loan_no: loan.loan_no,
        ..samples::loan_entry(1, 1)
    };
    let granted = LoanEntry {
        serial: Serial::parse("G1").unwrap(),
        kind: LoanEntryKind::Granted,
        occurred_on: loan.granted_on,
        booked_on: loan.granted_on,
        amount: loan.principal,
        principal: loan.principal,
        interest: Fen::ZERO,
        balance: loan.principal,
        period: None,
        ..first.clone()
    };
    vec![granted, first]
}
