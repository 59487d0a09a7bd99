//! A small export of the core system: two employers, four members, their ledgers, two loans.

use chrono::{Datelike as _, NaiveDate};
use fund::{
    identity::{IdNumber, Phone},
    money::Fen,
    months::Months,
};
use rust_decimal::Decimal;
use server::{
    import::{
        rows::{
            AccountNo, AccountRow, AccountStatus, BranchCode, ContractNo, EmployerNo, EmployerRow,
            EmployerStatus, EntryKind, EntryRow, Guarantee, LoanEntryKind, LoanEntryRow, LoanKind,
            LoanMethod, LoanNo, LoanRow, MemberRow, Paper, PersonName, RiskClass, Serial, WithdrawalReason,
            WithdrawalWay, YearMonth,
        },
        store::{Batch, Defect, Expected, ImportRecord},
    },
    seal::PersonKey,
    store::{Store, StoreError},
};

/// The rows, to be changed at will before they are staged.
#[derive(Clone)]
pub(crate) struct Export {
    pub(crate) as_of: NaiveDate,
    pub(crate) employers: Vec<EmployerRow>,
    pub(crate) members: Vec<MemberRow>,
    pub(crate) accounts: Vec<AccountRow>,
    pub(crate) entries: Vec<EntryRow>,
    pub(crate) loans: Vec<LoanRow>,
    pub(crate) loan_entries: Vec<LoanEntryRow>,
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An identity number nobody has: region 990000 does not exist.
pub(crate) fn id_number(n: u32) -> IdNumber {
    let stem = format!("99000019880{:03}{:03}", 301 + n / 1000, n % 1000);
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = stem
        .chars()
        .zip(weights)
        .map(|(c, weight)| c.to_digit(10).unwrap() * weight)
        .sum();
    let check = "10X98765432".as_bytes()[(sum % 11) as usize] as char;
    IdNumber::parse(&format!("{stem}{check}")).unwrap()
}

pub(crate) fn key_of(n: u32) -> PersonKey {
    crate::bench::keys().person(&id_number(n))
}

fn account_no(n: u32) -> AccountNo {
    AccountNo::parse(&format!("4212{n:08}")).unwrap()
}

impl Export {
    /// Members 1–4. Of member 1 the ledger has a year of contributions, a withdrawal and interest, and there is a loan.
    pub(crate) fn sample() -> Self {
        let mut export = Self {
            as_of: day("2026-11-27"),
            employers: vec![employer(1, "咸宁市实验小学"), employer(2, "咸宁市温泉机械厂")],
            members: (1..=4).map(|n| member(n, 1 + n % 2)).collect(),
            accounts: (1..=4).map(account).collect(),
            entries: Vec::new(),
            loans: vec![loan(1)],
            loan_entries: (0..30).map(|n| loan_entry(1, n)).collect(),
        };
        export.ledger(1);
        export.accounts[1].status = AccountStatus::Sealed;
        export
    }

    /// A year of contributions from 2025-12 on, booked on the 10th; 2026-03 is missing, and paid back in April.
    fn ledger(&mut self, n: u32) {
        let mut balance = Fen::ZERO;
        let mut add = |booked_on: NaiveDate, kind, amount: Fen| {
            balance += amount;
            let withdrawn = kind == EntryKind::PartialWithdrawal;
            self.entries.push(EntryRow {
                account_no: account_no(n),
                serial: Serial::parse(&format!("S{:06}", self.entries.len())).unwrap(),
                booked_on,
                kind,
                amount,
                interest: if kind == EntryKind::Interest {
                    amount
                } else {
                    Fen::ZERO
                },
                balance,
                reason: withdrawn.then_some(WithdrawalReason::Rent),
                way: withdrawn.then_some(WithdrawalWay::Transfer),
                reversal: false,
            });
        };
        let first = YearMonth::parse("2025-12").unwrap();
        for month in (0..12).map(|count| first.plus(count).first_day()) {
            let tenth = month.with_day(10).unwrap();
            if (month.year(), month.month()) != (2026, 3) {
                add(tenth, EntryKind::Remittance, Fen::new(200_000));
            }
            if month.month() == 4 {
                add(tenth, EntryKind::BackPayment, Fen::new(150_050));
            }
            if month.month() == 6 {
                add(day("2026-06-30"), EntryKind::Interest, Fen::new(8_123));
            }
        }
        add(
            day("2026-11-20"),
            EntryKind::PartialWithdrawal,
            Fen::new(-300_000),
        );
        self.accounts[0].balance = balance;
        self.accounts[0].carried_over = Fen::new(1_000_000);
        self.accounts[0].this_year = balance - Fen::new(1_000_000);
    }

    /// What a right manifest would say.
    pub(crate) fn expected(&self) -> Expected {
        Expected {
            as_of: self.as_of,
            issuer: "核心业务系统".to_owned(),
            rows: [
                self.employers.len(),
                self.members.len(),
                self.accounts.len(),
                self.entries.len(),
                self.loans.len(),
                self.loan_entries.len(),
            ]
            .map(|rows| rows as u64),
            balance: self.accounts.iter().map(|account| account.balance).sum(),
            loan_balance: self.loans.iter().map(|loan| loan.balance).sum(),
            loan_entries: self.loan_entries.iter().map(|entry| entry.amount).sum(),
        }
    }

    /// The rows in batches, big files in more than one.
    pub(crate) fn batches(&self) -> Vec<Batch> {
        let mut batches = vec![
            Batch::Employers(self.employers.clone()),
            Batch::Members(self.members.clone()),
            Batch::Accounts(self.accounts.clone()),
        ];
        batches.extend(self.entries.chunks(5).map(|rows| Batch::Entries(rows.to_vec())));
        batches.push(Batch::Loans(self.loans.clone()));
        batches.extend(
            self.loan_entries
                .chunks(7)
                .map(|rows| Batch::LoanEntries(rows.to_vec())),
        );
        batches
    }

    /// Stages and checks; what is wrong.
    pub(crate) async fn defects(
        &self,
        store: &dyn Store,
        expected: Expected,
    ) -> Result<Vec<Defect>, StoreError> {
        let mut stage = store.begin(expected).await?;
        for batch in self.batches() {
            stage.append(batch).await?;
        }
        let defects = stage.check().await?;
        stage.abandon().await?;
        Ok(defects)
    }

    /// Stages, checks and swaps in.
    pub(crate) async fn import(&self, store: &dyn Store) -> ImportRecord {
        let mut stage = store.begin(self.expected()).await.unwrap();
        for batch in self.batches() {
            stage.append(batch).await.unwrap();
        }
        assert_eq!(stage.check().await.unwrap(), []);
        stage.swap(crate::bench::now()).await.unwrap()
    }
}

fn employer(n: u32, name: &str) -> EmployerRow {
    EmployerRow {
        employer_no: EmployerNo::parse(&format!("D{n:04}")).unwrap(),
        name: name.to_owned(),
        address: "咸宁大道 1 号\t温泉".to_owned(),
        credit_code: String::new(),
        branch: (n == 1).then(|| BranchCode::parse("wenquan").unwrap()),
        opened_on: day("2003-05-06"),
        closed_on: None,
        status: EmployerStatus::Normal,
        member_ratio: Decimal::new(12, 0),
        employer_ratio: Decimal::new(85, 1),
        paying_members: 2,
        sealed_members: 0,
        paid_until: YearMonth::parse("2026-11"),
        payday: Some(10),
    }
}

pub(crate) fn member(n: u32, employer: u32) -> MemberRow {
    MemberRow {
        account_no: account_no(n),
        employer_no: EmployerNo::parse(&format!("D{employer:04}")).unwrap(),
        name: PersonName::parse(&format!("王小明\\{n}")).unwrap(),
        paper: Paper::Card(id_number(n)),
        phone: (n != 3).then(|| Phone::parse(&format!("139{n:08}")).unwrap()),
    }
}

pub(crate) fn account(n: u32) -> AccountRow {
    AccountRow {
        account_no: account_no(n),
        status: AccountStatus::Normal,
        base: Fen::new(833_333),
        member_monthly: Fen::new(100_000),
        employer_monthly: Fen::new(70_833),
        balance: Fen::new(50_001),
        carried_over: Fen::new(50_000),
        this_year: Fen::new(1),
        opened_on: day("2015-08-01"),
        closed_on: None,
        paid_until: YearMonth::parse("2026-11"),
    }
}

pub(crate) fn loan(n: u32) -> LoanRow {
    LoanRow {
        loan_no: LoanNo::parse(&format!("L{n:04}")).unwrap(),
        contract_no: ContractNo::parse(&format!("咸公积金贷字〔2020〕第{n}号")).unwrap(),
        account_no: account_no(n),
        kind: LoanKind::Combined,
        product: "人才贷".to_owned(),
        principal: Fen::from_yuan(300_000),
        granted_on: day("2024-05-20"),
        matures_on: day("2044-05-20"),
        months: Months::new(240).unwrap(),
        method: LoanMethod::LevelPayment,
        rate: "2.85".parse().unwrap(),
        rate_multiple: Decimal::new(11, 1),
        guarantee: Guarantee::Mortgage,
        due_day: 20,
        balance: Fen::from_yuan(280_000),
        next_number: Some(31),
        next_payment: Fen::new(163_801),
        next_principal: Fen::new(97_301),
        next_interest: Fen::new(66_500),
        next_due_on: Some(day("2026-12-20")),
        principal_repaid: Fen::from_yuan(20_000),
        interest_repaid: Fen::new(2_000_003),
        penalty_repaid: Fen::new(1_011),
        prepaid: Fen::new(500_002),
        overdue_principal: Fen::new(97_303),
        overdue_interest: Fen::new(66_404),
        overdue_periods: 3,
        risk: RiskClass::SpecialMention,
        settled_on: None,
    }
}

pub(crate) fn loan_entry(loan: u32, n: u32) -> LoanEntryRow {
    let due = day("2024-06-20")
        .checked_add_months(chrono::Months::new(n))
        .unwrap();
    LoanEntryRow {
        loan_no: LoanNo::parse(&format!("L{loan:04}")).unwrap(),
        serial: Serial::parse(&format!("R{n:06}")).unwrap(),
        kind: if n == 29 {
            LoanEntryKind::Offset
        } else {
            LoanEntryKind::Repayment
        },
        occurred_on: due,
        booked_on: due.succ_opt().unwrap(),
        amount: Fen::new(163_808),
        principal: Fen::new(97_300),
        interest: Fen::new(66_501),
        penalty: Fen::new(7),
        balance: Fen::from_yuan(300_000) - Fen::new(97_300).times(n + 1),
        period: u16::try_from(n + 1).ok(),
    }
}
