//! What is to become of a member: told by `cast` and `draw`, carried out by `account` and `loan`.

use chrono::NaiveDate;
use fund::identity::Sex;
use fund::money::Fen;
use fund::records::{AccountStatus, LoanKind, WithdrawalReason};
use fund::repayment::{Existing, due_on};

pub(crate) struct Story {
    pub(crate) told: String,
    pub(crate) name: String,
    pub(crate) sex: Sex,
    pub(crate) born: NaiveDate,
    /// Place in the list of employers.
    pub(crate) employer: usize,
    pub(crate) opened_on: NaiveDate,
    /// Monthly wage now, whole yuan, and by how many percent it rose each 1 July.
    pub(crate) wage: i64,
    pub(crate) raise: i64,
    /// Brought along from another city when the account was opened.
    pub(crate) moved_in: Fen,
    /// Of the account, since this day, and why it was closed.
    pub(crate) status: AccountStatus,
    pub(crate) since: Option<NaiveDate>,
    pub(crate) closed_for: Option<WithdrawalReason>,
    /// Oldest first.
    pub(crate) withdrawals: Vec<Withdrawal>,
    pub(crate) loan: Option<Borrowing>,
}

impl Story {
    /// Somebody to whom nothing happens.
    pub(crate) fn ordinary(
        name: String,
        sex: Sex,
        [born, opened_on]: [NaiveDate; 2],
        employer: usize,
        wage: i64,
    ) -> Self {
        Self {
            told: String::new(),
            name,
            sex,
            born,
            employer,
            opened_on,
            wage,
            raise: 4,
            moved_in: Fen::ZERO,
            status: AccountStatus::Normal,
            since: None,
            closed_for: None,
            withdrawals: Vec::new(),
            loan: None,
        }
    }

    pub(crate) const fn becomes(&mut self, status: AccountStatus, on: NaiveDate) {
        self.status = status;
        self.since = Some(on);
    }

    /// The day from which nothing is paid in or out any more: contributions to a frozen account go on.
    pub(crate) fn ends(&self) -> Option<NaiveDate> {
        self.since.filter(|_| self.status != AccountStatus::Frozen)
    }
}

/// So much is asked for; what the account does not hold is not paid.
pub(crate) type Withdrawal = (NaiveDate, WithdrawalReason, Fen);

/// A year's rent, the usual way to use the fund without a home.
pub(crate) const fn rent(on: NaiveDate) -> Withdrawal {
    (on, WithdrawalReason::Rent, Fen::from_yuan(10_000))
}

pub(crate) struct Borrowing {
    pub(crate) terms: Existing,
    pub(crate) kind: LoanKind,
    /// Of the product that the centre's report counts apart.
    pub(crate) promoted: bool,
    pub(crate) turn: Turn,
}

impl Borrowing {
    pub(crate) fn due_on(&self, number: u16) -> Option<NaiveDate> {
        due_on(self.terms.granted_on, self.terms.due_day, number)
    }
}

/// What is particular about a loan's repayment.
#[derive(Clone, Copy)]
pub(crate) enum Turn {
    None,
    /// This instalment is paid some days late, with penalty.
    Late(u16),
    /// The last so many instalments due have not been paid.
    Overdue(u16),
    /// After this instalment so much is repaid ahead; the term stays.
    Prepaid(u16, Fen),
    /// With this instalment everything is repaid.
    Settled(u16),
    /// Instalments come out of the fund account (冲还贷).
    Offset,
}
