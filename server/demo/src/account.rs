//! The life of one account: what is booked to it month by month, and the interest that the fund's rules settle.

use crate::centre::Centre;
use crate::{DemoError, employer::Pays, loan::Loan, story::Story};
use chrono::{Days, NaiveDate};
use fund::contribution::Monthly;
use fund::interest::{Movement, settle_yearly, settlement_day};
use fund::money::Fen;
use fund::records::{AccountStatus, EntryKind, LoanEntryKind, WithdrawalReason, YearMonth};
use fund::repayment::due_on;

/// A line of the ledger.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) on: NaiveDate,
    pub(crate) kind: EntryKind,
    /// What it does to the balance.
    pub(crate) amount: Fen,
    pub(crate) interest: Fen,
    pub(crate) reason: Option<WithdrawalReason>,
}

pub(crate) struct Account {
    /// When it was opened, or when older lines were left behind.
    first_day: NaiveDate,
    pub(crate) lines: Vec<Line>,
    pub(crate) paid_until: Option<YearMonth>,
    /// What is left of the balance of the last 30 June; withdrawals take that first.
    pub(crate) carried_over: Fen,
    /// Nothing for a closed account.
    pub(crate) monthly: Option<Monthly>,
}

impl Account {
    /// Lives an account up to the close of the day.
    pub(crate) fn live(story: &Story, loan: Option<&Loan>, centre: &Centre<'_>) -> Result<Self, DemoError> {
        let monthly = centre.monthly(story, centre.as_of)?;
        let mut account = Self {
            first_day: story.opened_on.max(centre.ledgers_from),
            lines: Vec::new(),
            paid_until: None,
            carried_over: Fen::ZERO,
            monthly: Some(monthly).filter(|_| !story.status.is_closed()),
        };
        account.open(story, centre)?;
        account.contribute(story, centre)?;
        account.withdraw(story, loan);
        account.settle(story, centre)?;
        Ok(account)
    }

    pub(crate) fn balance(&self) -> Fen {
        self.lines.iter().map(|line| line.amount).sum()
    }

    fn add(&mut self, on: NaiveDate, kind: EntryKind, amount: Fen, reason: Option<WithdrawalReason>) {
        let is_interest = kind == EntryKind::Interest;
        let interest = if is_interest { amount } else { Fen::ZERO };
        self.lines.push(Line {
            on,
            kind,
            amount,
            interest,
            reason,
        });
    }

    /// An older account has some three fifths of what was paid in before its ledger begins.
    fn open(&mut self, story: &Story, centre: &Centre<'_>) -> Result<(), DemoError> {
        let before = self.first_day.signed_duration_since(story.opened_on);
        let monthly = centre.monthly(story, self.first_day)?.total().get();
        let forward = Fen::new(monthly * (before.num_days() / 30) / 5 * 3);
        self.add(self.first_day, EntryKind::Opening, forward, None);
        if story.moved_in > Fen::ZERO {
            self.add(self.first_day, EntryKind::TransferIn, story.moved_in, None);
        }
        Ok(())
    }

    fn contribute(&mut self, story: &Story, centre: &Centre<'_>) -> Result<(), DemoError> {
        let employer = &centre.employers[story.employer];
        let years = centre.as_of.years_since(self.first_day).unwrap_or(0);
        let (mut missed, mut before) = (Fen::ZERO, None);
        for ago in (employer.behind..=years * 12 + 12).rev() {
            let on = due_on(centre.months_ago(ago), employer.remits_on, 0);
            let Some(on) = on.filter(|on| *on > self.first_day) else {
                continue;
            };
            if story.ends().is_some_and(|end| on >= end) {
                return Ok(());
            }
            let monthly = centre.monthly(story, on)?.total();
            if before.replace(monthly).is_some_and(|before| before != monthly) {
                self.add(on, EntryKind::BaseChange, Fen::ZERO, None);
            }
            if matches!(employer.pays, Pays::CaughtUp(until) if (until..until + 6).contains(&ago)) {
                missed += monthly;
                continue;
            }
            self.add(on, EntryKind::Remittance, monthly, None);
            if missed > Fen::ZERO {
                self.add(on, EntryKind::BackPayment, std::mem::take(&mut missed), None);
            }
            self.paid_until = YearMonth::of(on);
        }
        if let Pays::Deferred(months) = employer.pays {
            let on = centre.months_ago(months).max(self.first_day);
            if story.ends().is_none_or(|end| on < end) {
                self.add(on, EntryKind::Deferral, Fen::ZERO, None);
            }
        }
        Ok(())
    }

    /// Instalments that come out of this account, and what else was asked for, as far as it is there: a tenth stays.
    fn withdraw(&mut self, story: &Story, loan: Option<&Loan>) {
        let kind = EntryKind::PartialWithdrawal;
        let (first_day, end) = (self.first_day, story.ends());
        // What came out before the ledger begins is in the balance brought forward.
        let within = |on| on > first_day && end.is_none_or(|end| on < end);
        for line in loan.iter().flat_map(|loan| &loan.lines) {
            if line.kind == LoanEntryKind::Offset && within(line.on) {
                self.add(line.on, kind, -line.amount(), Some(WithdrawalReason::RepayLoan));
            }
        }
        for (on, reason, asked) in story.withdrawals.iter().filter(|(on, ..)| within(*on)) {
            let before = self.lines.iter().filter(|line| line.on <= *on);
            let held: Fen = before.map(|line| line.amount).sum();
            let most = Fen::new(held.get() / 10 * 9).rounded_down_to(Fen::from_yuan(100));
            if most > Fen::ZERO {
                self.add(*on, kind, -most.min(*asked), Some(*reason));
            }
        }
    }

    /// Puts the lines in order, settles the interest, and ends the account if it ended.
    fn settle(&mut self, story: &Story, centre: &Centre<'_>) -> Result<(), DemoError> {
        // The day money leaves earns nothing.
        let closed = story.since.filter(|_| story.status.is_closed());
        let until = closed.map_or(centre.as_of, |on| on - Days::new(1));
        let moved = self.lines.iter().filter(|line| line.amount != Fen::ZERO);
        let moved = moved.map(|line| (line.on, line.amount));
        let moved: Vec<_> = moved.map(|(date, amount)| Movement { date, amount }).collect();
        let mut years = settle_yearly(Fen::ZERO, &moved, &centre.deposit_rates, self.first_day, until)?;
        let accrued = years.pop_if(|last| settlement_day(last.on) != last.on);
        let accrued = accrued.map_or(Fen::ZERO, |accrued| accrued.interest);
        for year in years.iter().filter(|year| year.interest > Fen::ZERO) {
            self.add(year.on, EntryKind::Interest, year.interest, None);
        }
        if let Some(on) = story.since {
            self.end(story, on, accrued);
        }
        // Stable: on a 30 June the interest is booked last.
        self.lines.sort_by_key(|line| line.on);
        if let Some(last) = years.last() {
            let since = self.lines.iter().filter(|line| line.on > last.on);
            let withdrawn: Fen = since.map(|line| line.amount.min(Fen::ZERO)).sum();
            self.carried_over = (last.balance + last.interest + withdrawn).or_zero();
        }
        Ok(())
    }

    fn end(&mut self, story: &Story, on: NaiveDate, accrued: Fen) {
        match story.status {
            AccountStatus::Sealed => self.add(on, EntryKind::Sealed, Fen::ZERO, None),
            AccountStatus::Frozen => self.add(on, EntryKind::Frozen, Fen::ZERO, None),
            AccountStatus::TransferredOut => {
                self.add(on, EntryKind::Interest, accrued, None);
                self.add(on, EntryKind::TransferOut, -self.balance(), None);
            }
            _ => {
                self.add(
                    on,
                    EntryKind::ClosingWithdrawal,
                    -self.balance(),
                    story.closed_for,
                );
                self.lines
                    .last_mut()
                    .into_iter()
                    .for_each(|line| line.interest = accrued);
            }
        }
    }
}
