//! The words of signing in and of the account room.

pub mod code;
pub mod codes;
mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
    pub sign_in: SignIn,
    pub code: code::Code,
    pub new_password: code::NewPassword,
    pub account: Account,
    pub ledger: Ledger,
    pub loan: MyLoan,
    pub me: Me,
    pub codes: codes::Codes,
}

#[derive(Debug)]
pub struct Account {
    pub title: &'static str,
    /// Above the balance.
    pub balance: &'static str,
    /// Above the sum of several accounts' balances.
    pub total_balance: fn(accounts: usize) -> String,
    /// Heading of the list of several accounts.
    pub accounts: &'static str,
    /// What the account in use counts for.
    pub in_use_counts: &'static str,
    /// What the others count for, and what to do with them.
    pub not_in_use_counts: &'static str,
    /// To the ledger of one of several accounts.
    pub its_ledger: &'static str,
    /// Heading of the facts that follow, which are of the account in use.
    pub in_use: &'static str,
    /// The part of the balance carried over at the last 30 June.
    pub carried_over: &'static str,
    /// The part collected since.
    pub this_year: &'static str,
    /// What was contributed in this calendar year.
    pub contributed: fn(year: i32) -> String,
    /// What comes in each month.
    pub monthly: &'static str,
    /// The member's and the employer's shares of it.
    pub monthly_shares: fn(member: &str, employer: &str) -> String,
    pub base: &'static str,
    pub status: &'static str,
    pub employer: &'static str,
    /// The last month paid for.
    pub paid_until: &'static str,
    pub never_paid: &'static str,
    pub months: &'static str,
    /// How many months, and how many of the latest without a gap.
    pub months_counted: fn(all: usize, continuous: usize) -> String,
    pub opened_on: &'static str,
    pub account_no: &'static str,
    /// Summary of the facts that are closed until asked for.
    pub other_facts: &'static str,
    /// A sealed account: what that means and what to do.
    pub sealed: (&'static str, &'static str),
    /// A frozen account: what that means and what to do.
    pub frozen: (&'static str, &'static str),
    /// A closed account: what that means and what to do.
    pub closed: (&'static str, &'static str),
    /// The employer has left months unpaid: what that means and what to do.
    pub employer_behind: (&'static str, &'static str),
    /// The person has no account here: what to do.
    pub none: (&'static str, &'static str),
    /// The ways onward: what is there, and a line about it.
    pub to_ledger: (&'static str, &'static str),
    pub to_loan: (&'static str, &'static str),
    pub to_estimate: (&'static str, &'static str),
    pub to_visit: (&'static str, &'static str),
    pub to_me: (&'static str, &'static str),
    pub sign_out: &'static str,
}

#[derive(Debug)]
pub struct Ledger {
    pub title: &'static str,
    /// Label of the choice among several accounts.
    pub account: &'static str,
    pub year: &'static str,
    pub kind: &'static str,
    /// Every year, every kind.
    pub all: &'static str,
    /// Applies the filter.
    pub filter: &'static str,
    pub year_name: fn(year: i32) -> String,
    pub balance_after: fn(balance: &str) -> String,
    /// A kind of entry, and why the money was withdrawn.
    pub with_reason: fn(kind: &str, reason: &str) -> String,
    /// A kind of entry that undoes an earlier one.
    pub reversed: fn(kind: &str) -> String,
    /// No entry fits the filter.
    pub none: &'static str,
    pub show_all: &'static str,
    /// The filter was not understood.
    pub bad_filter: &'static str,
}

#[derive(Debug)]
pub struct MyLoan {
    pub title: &'static str,
    /// Above the principal that is still owed.
    pub balance: &'static str,
    /// The next instalment: when and how much.
    pub next: fn(day: &str, amount: &str) -> String,
    /// What the next instalment consists of.
    pub next_parts: fn(principal: &str, interest: &str) -> String,
    /// Nothing more is owed.
    pub settled: fn(day: &str) -> String,
    pub overdue: fn(amount: &str) -> String,
    /// What to do when overdue.
    pub overdue_help: &'static str,
    /// Principal repaid, in the bar.
    pub repaid: &'static str,
    /// Principal outstanding, in the bar.
    pub outstanding: &'static str,
    /// How many instalments were paid, and how many there are.
    pub progress: fn(paid: u16, all: u16) -> String,
    /// The amount granted.
    pub principal: &'static str,
    pub granted_on: &'static str,
    pub matures_on: &'static str,
    pub rate: &'static str,
    pub method: &'static str,
    pub interest_paid: &'static str,
    /// The part of the repaid principal that was paid ahead of schedule.
    pub prepaid: &'static str,
    pub contract: &'static str,
    /// Summary of the facts that are closed until asked for.
    pub other_facts: &'static str,
    /// Heading of the loan's ledger.
    pub ledger: &'static str,
    /// What a payment consists of.
    pub entry_parts: fn(principal: &str, interest: &str) -> String,
    pub penalty: fn(amount: &str) -> String,
    /// The person has no loan.
    pub none: &'static str,
    /// Link to the estimate, for those without a loan.
    pub none_help: &'static str,
    /// Link to the loan worked out instalment by instalment through the changes of the rate.
    pub to_replay: &'static str,
}

/// The page about the person and the devices they are signed in on.
#[derive(Debug)]
pub struct Me {
    pub title: &'static str,
    pub name: &'static str,
    pub id_number: &'static str,
    pub phone: &'static str,
    /// There is no phone on file.
    pub no_phone: &'static str,
    /// How to correct name, number and phone.
    pub correct: &'static str,
    /// Heading of the devices.
    pub devices: &'static str,
    /// Marks the device in use.
    pub this_one: &'static str,
    /// A device by the names of its browser and its system, where they are known.
    pub device: fn(browser: Option<&str>, system: Option<&str>) -> String,
    /// When a device was signed in.
    pub since: fn(when: &str) -> String,
    pub close_others: &'static str,
}

#[derive(Debug)]
pub struct SignIn {
    /// Heading and button.
    pub title: &'static str,
    pub id_number: &'static str,
    /// Beneath the label of the number.
    pub id_number_hint: &'static str,
    pub password: &'static str,
    /// What happens after a while without use.
    pub idle: &'static str,
    /// Summary of what to do when the password is forgotten.
    pub forgotten: &'static str,
    pub forgotten_help: fn(hotline: &str) -> String,
    /// On a demonstration centre: where the people who can sign in are listed.
    pub demo: &'static str,
    /// Summary of the choice of a paper, for those without an identity card.
    pub other_paper: &'static str,
    /// Which paper.
    pub paper: &'static str,
    pub password_missing: &'static str,
    /// Number and password do not belong together, or nobody here has this number: the answer is the same.
    pub wrong_pair: &'static str,
    /// Too many tries; how long to wait, already formatted.
    pub wait: fn(how_long: &str) -> String,
}
