//! Members' accounts and their ledgers.

use super::{AccountNo, AccountStatus, EntryKind, Serial, WithdrawalReason, WithdrawalWay, YearMonth};
use crate::money::Fen;
use chrono::NaiveDate;

/// A member's account (个人账户): one for each member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// GRZH, the key.
    pub account_no: AccountNo,
    /// GRZHZT.
    pub status: AccountStatus,
    /// GRJCJS: contribution base, yuan a month.
    pub base: Fen,
    /// GRYJCE: the member's own monthly contribution.
    pub member_monthly: Fen,
    /// DWYJCE: the employer's monthly contribution.
    pub employer_monthly: Fen,
    /// GRZHYE, never negative; `carried_over + this_year`.
    pub balance: Fen,
    /// GRZHSNJZYE: the part carried over at the last 30 June.
    pub carried_over: Fen,
    /// GRZHDNGJYE: the part collected since (can be negative after a withdrawal).
    pub this_year: Fen,
    /// KHRQ.
    pub opened_on: NaiveDate,
    /// XHRQ.
    pub closed_on: Option<NaiveDate>,
    /// GRJZNY: the last month paid for; none before the first contribution.
    pub paid_until: Option<YearMonth>,
}

/// Contributions may be so many months behind the present one before it is worth a word: those of the present and the last
/// month may still be on their way.
const MONTHS_ON_THEIR_WAY: u32 = 2;

impl Account {
    /// What comes in each month from member and employer.
    pub fn monthly(&self) -> Fen {
        self.member_monthly + self.employer_monthly
    }

    /// Contributions to an account in use have not come in for longer than they may be on their way.
    pub fn is_behind(&self, today: NaiveDate) -> bool {
        let allowed = |paid: YearMonth| paid.plus(MONTHS_ON_THEIR_WAY + 1).first_day();
        let paid_until = self.paid_until.filter(|_| self.status == AccountStatus::Normal);
        paid_until.is_some_and(|paid| allowed(paid) <= today)
    }

    /// Whether its owner still has to do with it: it is open, or money lies in it.
    pub fn counts(&self) -> bool {
        !self.status.is_closed() || self.balance != Fen::ZERO
    }
}

/// One line of an account's ledger (账户明细).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountEntry {
    /// GRZH.
    pub account_no: AccountNo,
    /// YWLSH, unique within the account.
    pub serial: Serial,
    /// JZRQ.
    pub booked_on: NaiveDate,
    /// GJHTQYWLX.
    pub kind: EntryKind,
    /// FSE as its effect on the balance: money in is positive, money out negative, a reversal the opposite.
    pub amount: Fen,
    /// FSLXE: interest settled with this entry, never negative. Part of `amount`, except for a withdrawal that closes
    /// the account, where it says how much of the sum paid out was interest.
    pub interest: Fen,
    /// The balance after this entry, reckoned from the ledger's first line on.
    pub balance: Fen,
    /// TQYY, for withdrawals.
    pub reason: Option<WithdrawalReason>,
    /// TQFS, for withdrawals.
    pub way: Option<WithdrawalWay>,
    /// CZBZ: this entry undoes an earlier one.
    pub reversal: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::samples::{account, day};

    #[test]
    fn an_account_is_behind_when_two_months_and_more_are_missing() {
        let paid = |status, month| Account {
            status,
            paid_until: YearMonth::parse(month),
            ..account(1)
        };
        let today = day("2026-11-28");
        for (month, behind) in [("2026-11", false), ("2026-09", false), ("2026-08", true)] {
            assert_eq!(
                paid(AccountStatus::Normal, month).is_behind(today),
                behind,
                "{month}"
            );
        }
        assert!(!paid(AccountStatus::Sealed, "2026-01").is_behind(today));
        assert!(
            !paid(AccountStatus::Normal, "").is_behind(today),
            "nothing was paid yet"
        );
    }

    #[test]
    fn a_closed_account_counts_while_money_lies_in_it() {
        let closed = Account {
            status: AccountStatus::ClosedByWithdrawal,
            ..account(1)
        };
        assert!(!closed.counts());
        assert!(account(1).counts());
        assert!(
            Account {
                balance: Fen::new(1),
                ..closed
            }
            .counts()
        );
    }
}
