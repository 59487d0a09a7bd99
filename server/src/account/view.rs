//! From the store's account to what pages and programs show: masked, labelled, and with what it means.

use app::account::overview::{Concern, OtherAccount, Overview};
use chrono::{Datelike as _, NaiveDate};
use fund::money::Fen;

use super::store::MemberAccount;
use fund::records::{Account, AccountStatus, Contributions, YearMonth};

/// The account page's data: of a person's accounts the one in use, with what was contributed to it, and the others beside it.
/// Of closed ones only those that still hold money.
pub fn overview(
    MemberAccount {
        account, employer, ..
    }: &MemberAccount,
    others: &[MemberAccount],
    contributions: &Contributions,
    today: NaiveDate,
) -> Overview {
    let new_year = NaiveDate::from_ymd_opt(today.year(), 1, 1).unwrap_or(today);
    let continuous = YearMonth::of(today).map_or(0, |month| contributions.continuous_until(month));
    Overview {
        account_no: account.account_no.to_string(),
        balance: account.balance,
        carried_over: account.carried_over,
        this_year: account.this_year,
        contributed: (today.year(), contributions.since(new_year)),
        member_monthly: account.member_monthly,
        employer_monthly: account.employer_monthly,
        base: account.base,
        status: account.status,
        concern: concern(account, today),
        employer: employer.clone(),
        paid_until: account.paid_until.map(YearMonth::first_day),
        months: (contributions.months(), continuous),
        opened_on: account.opened_on,
        others: others
            .iter()
            .filter(|held| held.account.counts())
            .map(other_account)
            .collect(),
    }
}

fn other_account(
    MemberAccount {
        account, employer, ..
    }: &MemberAccount,
) -> OtherAccount {
    OtherAccount {
        account_no: account.account_no.to_string(),
        balance: account.balance,
        status: account.status,
        employer: employer.clone(),
    }
}

/// What lies in all of a person's accounts.
pub fn together(accounts: &[MemberAccount]) -> Fen {
    accounts.iter().map(|held| held.account.balance).sum()
}

fn concern(account: &Account, today: NaiveDate) -> Option<Concern> {
    match account.status {
        AccountStatus::Normal => account.is_behind(today).then_some(Concern::EmployerBehind),
        AccountStatus::Sealed => Some(Concern::Sealed),
        AccountStatus::Frozen => Some(Concern::Frozen),
        AccountStatus::Merged | AccountStatus::TransferredOut | AccountStatus::ClosedByWithdrawal => {
            Some(Concern::Closed)
        }
        AccountStatus::Other => None,
    }
}
