//! From the store's account to what pages and programs show: masked, labelled, and with what it means.

use app::account::overview::{Beside, Overview, Standing};
use chrono::{Datelike as _, NaiveDate};
use fund::money::Fen;

use super::store::{AccountSummary, Contributions};
use crate::import::rows::{AccountStatus, Paper, PersonName, YearMonth};

/// An employer this many months behind is worth a word: remittances of the present and the last month may
/// still be on their way.
const MONTHS_BEHIND: u32 = 2;

/// The first character of a name; the rest is hidden.
pub fn mask_name(name: &PersonName) -> String {
    let mut characters = name.as_str().chars();
    let first = characters.next().map(String::from).unwrap_or_default();
    first + &"*".repeat(characters.count())
}

/// The first and last four characters of an identity number; of other papers only the last two.
pub fn mask_paper(paper: &Paper) -> String {
    match paper {
        Paper::Card(number) => number.masked(),
        Paper::Other(_, number) => {
            let count = number.chars().count();
            let tail: String = number.chars().skip(count.saturating_sub(2)).collect();
            "*".repeat(count.saturating_sub(2)) + &tail
        }
    }
}

/// The account page's data: of a person's accounts the one in use, with what was contributed to it, and the others beside it.
/// Of closed ones only those that still hold money.
pub fn overview(
    account: &AccountSummary,
    others: &[AccountSummary],
    contributions: &Contributions,
    today: NaiveDate,
) -> Overview {
    let counts = |other: &&AccountSummary| !other.status.is_closed() || other.balance != Fen::ZERO;
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
        status: account.status.label().to_owned(),
        standing: standing(account, today),
        employer: account.employer.clone(),
        paid_until: account.paid_until.map(YearMonth::first_day),
        months: (contributions.months(), continuous),
        opened_on: account.opened_on,
        others: others.iter().filter(counts).map(beside).collect(),
    }
}

fn beside(account: &AccountSummary) -> Beside {
    Beside {
        account_no: account.account_no.to_string(),
        balance: account.balance,
        status: account.status.label().to_owned(),
        employer: account.employer.clone(),
    }
}

/// What lies in all of a person's accounts.
pub fn together(accounts: &[AccountSummary]) -> Fen {
    accounts.iter().map(|account| account.balance).sum()
}

fn standing(account: &AccountSummary, today: NaiveDate) -> Standing {
    match account.status {
        AccountStatus::Normal => {
            let behind = account.paid_until.and_then(|paid| {
                let allowed = paid
                    .first_day()
                    .checked_add_months(chrono::Months::new(MONTHS_BEHIND + 1))?;
                Some(allowed <= today)
            });
            if behind == Some(true) {
                Standing::Behind
            } else {
                Standing::InOrder
            }
        }
        AccountStatus::Sealed => Standing::Sealed,
        AccountStatus::Frozen => Standing::Frozen,
        AccountStatus::Merged | AccountStatus::TransferredOut | AccountStatus::ClosedByWithdrawal => {
            Standing::Closed
        }
        AccountStatus::Other => Standing::InOrder,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rows::PaperKind;

    #[test]
    fn names_and_papers_are_masked() {
        assert_eq!(mask_name(&PersonName::parse("欧阳小明").unwrap()), "欧***");
        assert_eq!(
            mask_paper(&Paper::Other(PaperKind::Passport, "E12345678".into())),
            "*******78"
        );
    }
}
