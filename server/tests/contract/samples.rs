//! A small export of the core system: two employers, four members, their ledgers, two loans.

use chrono::{Datelike as _, NaiveDate};
pub(crate) use fund::records::samples::{day, id_number};
use fund::records::{
    Account, AccountEntry, AccountStatus, BranchCode, ContractNo, Employer, EntryKind, LoanAccount,
    LoanEntry, LoanEntryKind, LoanKind, Member, NextInstalment, PersonName, RiskClass, Serial,
    WithdrawalReason, WithdrawalWay, YearMonth, samples,
};
use fund::{identity::Phone, money::Fen};
use rust_decimal::Decimal;
use server::{
    import::store::{Batch, Defect, Expected, ImportRecord},
    seal::PersonKey,
    store::{Store, error::StoreError},
};

/// The rows, to be changed at will before they are staged.
#[derive(Clone)]
pub(crate) struct Export {
    pub(crate) as_of: NaiveDate,
    pub(crate) employers: Vec<Employer>,
    pub(crate) members: Vec<Member>,
    pub(crate) accounts: Vec<Account>,
    pub(crate) entries: Vec<AccountEntry>,
    pub(crate) loans: Vec<LoanAccount>,
    pub(crate) loan_entries: Vec<LoanEntry>,
}

pub(crate) fn key_of(n: u32) -> PersonKey {
    crate::bench::keys().person(&samples::id_number(n))
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
            self.entries.push(AccountEntry {
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
                ..samples::entry(n, self.entries.len())
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

fn employer(n: u32, name: &str) -> Employer {
    Employer {
        name: name.to_owned(),
        address: "咸宁大道 1 号\t温泉".to_owned(),
        branch: (n == 1).then(|| BranchCode::parse("wenquan").unwrap()),
        ..samples::employer(n)
    }
}

pub(crate) fn member(n: u32, employer: u32) -> Member {
    Member {
        name: PersonName::parse(&format!("王小明\\{n}")).unwrap(),
        phone: (n != 3).then(|| Phone::parse(&format!("139{n:08}")).unwrap()),
        ..samples::member(n, employer)
    }
}

/// Every amount is one of its own: a column in another's place would show.
pub(crate) fn account(n: u32) -> Account {
    Account {
        base: Fen::new(833_333),
        member_monthly: Fen::new(100_000),
        employer_monthly: Fen::new(70_833),
        balance: Fen::new(50_001),
        carried_over: Fen::new(50_000),
        this_year: Fen::new(1),
        opened_on: day("2015-08-01"),
        ..samples::account(n)
    }
}

/// The same.
pub(crate) fn loan(n: u32) -> LoanAccount {
    LoanAccount {
        contract_no: ContractNo::parse(&format!("咸公积金贷字〔2020〕第{n}号")).unwrap(),
        kind: LoanKind::Combined,
        product: "人才贷".to_owned(),
        granted_on: day("2024-05-20"),
        matures_on: day("2044-05-20"),
        rate: "2.85".parse().unwrap(),
        rate_multiple: Decimal::new(11, 1),
        balance: Fen::from_yuan(280_000),
        next: Some(NextInstalment {
            number: 31,
            due_on: day("2026-12-20"),
            payment: Fen::new(163_801),
            principal: Fen::new(97_301),
            interest: Fen::new(66_500),
        }),
        principal_repaid: Fen::from_yuan(20_000),
        interest_repaid: Fen::new(2_000_003),
        penalty_repaid: Fen::new(1_011),
        prepaid: Fen::new(500_002),
        overdue_principal: Fen::new(97_303),
        overdue_interest: Fen::new(66_404),
        overdue_periods: 3,
        risk: RiskClass::SpecialMention,
        ..samples::loan(n)
    }
}

pub(crate) fn loan_entry(loan: u32, n: u32) -> LoanEntry {
    let due = day("2024-06-20")
        .checked_add_months(chrono::Months::new(n))
        .unwrap();
    LoanEntry {
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
        ..samples::loan_entry(loan, u16::try_from(n + 1).unwrap())
    }
}
