//! The life of one member: from a plan to the rows of the export.

use super::{
    DemoError,
    account::{Event, Ledger, What},
    employers::{Employer, Paying},
    identity, loan,
    rules::{Rules, Totals},
    time::{Times, base_year},
};
use crate::import::rows::{
    AccountNo, AccountRow, AccountStatus, EntryKind, EntryRow, LoanEntryRow, MemberRow, Paper, PersonName,
    WithdrawalReason, YearMonth,
};
use chrono::{Datelike, NaiveDate};
use fund::{identity::IdNumber, money::Fen};

/// What a member's life is to be.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) name: String,
    pub(super) male: bool,
    pub(super) birth: NaiveDate,
    /// Place in the list of employers.
    pub(super) employer: usize,
    pub(super) opened_on: NaiveDate,
    /// Contribution base now, whole yuan a month.
    pub(super) base: i64,
    /// By how many percent it rose each 1 July.
    pub(super) raise: i64,
    /// Brought along from another city when the account was opened.
    pub(super) moved_in: Fen,
    pub(super) fate: Fate,
    pub(super) withdrawals: Vec<Event>,
    pub(super) loan: Option<loan::Plan>,
}

/// What becomes of the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Normal,
    Sealed(NaiveDate),
    Frozen(NaiveDate),
    /// Paid out and closed, for this reason.
    Closed(NaiveDate, WithdrawalReason),
    /// Moved to another city.
    TransferredOut(NaiveDate),
}

impl Fate {
    const fn status(self) -> AccountStatus {
        match self {
            Self::Normal => AccountStatus::Normal,
            Self::Sealed(_) => AccountStatus::Sealed,
            Self::Frozen(_) => AccountStatus::Frozen,
            Self::Closed(..) => AccountStatus::ClosedByWithdrawal,
            Self::TransferredOut(_) => AccountStatus::TransferredOut,
        }
    }

    /// The day after which nothing is paid in any more.
    const fn ends(self) -> Option<NaiveDate> {
        match self {
            Self::Normal | Self::Frozen(_) => None,
            Self::Sealed(day) | Self::Closed(day, _) | Self::TransferredOut(day) => Some(day),
        }
    }
}

/// A member's rows.
#[derive(Debug, Clone)]
pub(super) struct Life {
    pub(super) id_number: IdNumber,
    pub(super) member: MemberRow,
    pub(super) account: AccountRow,
    pub(super) entries: Vec<EntryRow>,
    pub(super) loan: Option<loan::Life>,
    /// What the last twelve months add to the centre's totals.
    pub(super) totals: Totals,
}

/// Lives a member's life up to the close of the day.
pub(super) fn live(
    plan: &Plan,
    index: u32,
    employers: &[Employer],
    rules: &Rules,
    times: Times,
) -> Result<Life, DemoError> {
    let employer = employers.get(plan.employer).ok_or(DemoError::Identity(index))?;
    let account_no = identity::account_no(index)?;
    let id_number = identity::id_number(index, plan.birth, plan.male)?;
    let loan = plan.loan.as_ref();
    let loan = loan
        .map(|loan| loan::live(loan, index, account_no, rules, times.as_of))
        .transpose()?;

    let mut script = Script::of(plan, employer, times);
    script.write();
    if let (Some(plan), Some(life)) = (&plan.loan, &loan) {
        script.offset(plan, life);
    }
    let Script {
        mut events,
        paid_until,
        first_day,
        ..
    } = script;
    events.sort_by_key(|event| event.day);
    let mut ledger = Ledger::begin(&rules.deposit_rates, account_no, index, first_day);
    ledger.live(&events, times.as_of)?;

    Ok(Life {
        member: MemberRow {
            account_no,
            employer_no: employer.row.employer_no,
            name: PersonName::parse(&plan.name).ok_or(DemoError::Identity(index))?,
            paper: Paper::Card(id_number.clone()),
            phone: identity::phone(index),
        },
        account: account(plan, employer, account_no, &ledger, paid_until),
        totals: totals(&ledger.entries, plan.loan.as_ref(), times),
        entries: ledger.entries,
        loan,
        id_number,
    })
}

fn account(
    plan: &Plan,
    employer: &Employer,
    account_no: AccountNo,
    ledger: &Ledger<'_>,
    paid_until: Option<YearMonth>,
) -> AccountRow {
    let closed = plan.fate.status().is_closed();
    let base = if closed { 0 } else { plan.base };
    AccountRow {
        account_no,
        status: plan.fate.status(),
        base: Fen::from_yuan(base),
        member_monthly: employer.share(base),
        employer_monthly: employer.share(base),
        balance: ledger.balance,
        carried_over: ledger.carried_over,
        this_year: ledger.this_year,
        opened_on: plan.opened_on,
        closed_on: plan.fate.ends().filter(|_| closed),
        paid_until,
    }
}

fn totals(entries: &[EntryRow], loan: Option<&loan::Plan>, times: Times) -> Totals {
    let mut totals = Totals::default();
    for entry in entries.iter().filter(|entry| times.in_last_year(entry.booked_on)) {
        match entry.kind {
            EntryKind::Remittance | EntryKind::BackPayment => totals.collected += entry.amount,
            EntryKind::PartialWithdrawal | EntryKind::ClosingWithdrawal => {
                totals.withdrawn += entry.interest - entry.amount;
            }
            _ => {}
        }
    }
    totals.lent = loan
        .filter(|loan| times.in_last_year(loan.granted_on))
        .map_or(Fen::ZERO, |loan| loan.principal);
    totals
}

/// The events of an account being put together.
struct Script<'a> {
    plan: &'a Plan,
    employer: &'a Employer,
    times: Times,
    /// The first day of the ledger: when the account was opened, or when older lines were left behind.
    first_day: NaiveDate,
    events: Vec<Event>,
    paid_until: Option<YearMonth>,
}

impl<'a> Script<'a> {
    fn of(plan: &'a Plan, employer: &'a Employer, times: Times) -> Self {
        let first_day = plan.opened_on.max(times.ledgers_from);
        Self {
            plan,
            employer,
            times,
            first_day,
            events: Vec::new(),
            paid_until: None,
        }
    }

    fn add(&mut self, day: NaiveDate, what: What) {
        self.events.push(Event { day, what });
    }

    fn write(&mut self) {
        let plan = self.plan;
        let forward = self.brought_forward();
        let opening = if forward > Fen::ZERO {
            What::In(EntryKind::Opening, forward)
        } else {
            What::Note(EntryKind::Opening)
        };
        self.add(self.first_day, opening);
        if plan.moved_in > Fen::ZERO {
            self.add(self.first_day, What::In(EntryKind::TransferIn, plan.moved_in));
        }
        self.contributions();
        let first_day = self.first_day;
        let within =
            |event: &&Event| event.day > first_day && plan.fate.ends().is_none_or(|end| event.day < end);
        self.events
            .extend(plan.withdrawals.iter().filter(within).copied());
        match plan.fate {
            Fate::Normal => {}
            Fate::Sealed(day) => self.add(day, What::Note(EntryKind::Sealed)),
            Fate::Frozen(day) => self.add(day, What::Note(EntryKind::Frozen)),
            Fate::Closed(day, reason) => {
                self.add(day, What::Close(EntryKind::ClosingWithdrawal, Some(reason)));
            }
            Fate::TransferredOut(day) => self.add(day, What::Close(EntryKind::TransferOut, None)),
        }
    }

    /// What an older account had when its ledger begins: some three fifths of what was paid in until then.
    fn brought_forward(&self) -> Fen {
        let days = self
            .first_day
            .signed_duration_since(self.plan.opened_on)
            .num_days();
        let monthly = self.monthly(base_year(self.first_day));
        Fen::new(monthly.get().saturating_mul(days / 30) / 5 * 3)
    }

    /// Both monthly contributions in the base year that begins in July of `year`.
    fn monthly(&self, year: i32) -> Fen {
        let base = self.base_in(year);
        self.employer.share(base) + self.employer.share(base)
    }

    /// The contribution base of a base year, reckoned back from the present one.
    fn base_in(&self, year: i32) -> i64 {
        let back = base_year(self.times.as_of) - year;
        (0..back).fold(self.plan.base, |base, _| base * 100 / (100 + self.plan.raise))
    }

    fn contributions(&mut self) {
        let gap = self.employer.gap(self.times.as_of);
        let last = self.employer.row.paid_until;
        let mut missed = Fen::ZERO;
        let mut base = None;
        let mut month = YearMonth::of(self.first_day);
        while let Some(this) = month.filter(|this| last.is_some_and(|last| *this <= last)) {
            month = Some(this.plus(1));
            let booked = this
                .first_day()
                .with_day(self.employer.remits_on)
                .unwrap_or(this.first_day());
            if booked <= self.first_day {
                continue;
            }
            if self.plan.fate.ends().is_some_and(|end| booked >= end) {
                break;
            }
            let year = base_year(booked);
            let monthly = self.monthly(year);
            if base.replace(monthly).is_some_and(|before| before != monthly) {
                self.add(booked, What::Note(EntryKind::BaseChange));
            }
            match gap {
                Some((first, last, _)) if (first..=last).contains(&this) => missed += monthly,
                _ => self.add(booked, What::In(EntryKind::Remittance, monthly)),
            }
            self.paid_until = Some(this);
        }
        // Who left before their employer made good has nothing booked any more.
        let left_by = |day: NaiveDate| self.plan.fate.ends().is_some_and(|end| day >= end);
        if let Some((.., paid)) = gap.filter(|(.., paid)| missed > Fen::ZERO && !left_by(*paid)) {
            self.add(paid, What::In(EntryKind::BackPayment, missed));
        }
        if let (Paying::Deferred(_), Some(last)) = (self.employer.paying, last) {
            self.add(
                last.plus(1).first_day().max(self.first_day),
                What::Note(EntryKind::Deferral),
            );
        }
    }

    /// Instalments that come out of this account. What came out before its ledger begins is in the balance brought forward.
    fn offset(&mut self, plan: &loan::Plan, life: &loan::Life) {
        if plan.offset {
            let first_day = self.first_day;
            let in_ledger = |entry: &&LoanEntryRow| entry.period.is_some() && entry.booked_on > first_day;
            let paid = life.entries.iter().filter(in_ledger);
            self.events.extend(paid.map(loan::Life::offset));
        }
    }
}

impl Plan {
    /// Age in full years on a day.
    pub(super) fn age_on(&self, day: NaiveDate) -> i32 {
        day.year()
            - self.birth.year()
            - i32::from((day.month(), day.day()) < (self.birth.month(), self.birth.day()))
    }
}
