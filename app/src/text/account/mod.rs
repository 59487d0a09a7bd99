//! The words of signing in and of the account room.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

/// The words of signing in and of the account room, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
    /// Signing in.
    pub sign_in: SignIn,
    /// The account itself.
    pub account: Account,
    /// The ledger.
    pub ledger: Ledger,
    /// The person's loan.
    pub loan: MyLoan,
    /// Who is signed in, and where.
    pub me: Me,
}

/// The words of the account page.
#[derive(Debug)]
pub struct Account {
    /// Heading.
    pub title: &'static str,
    /// Above the balance.
    pub balance: &'static str,
    /// Above the sum of several accounts' balances; how many there are is given.
    pub together: fn(accounts: usize) -> String,
    /// Heading of the list of several accounts.
    pub accounts: &'static str,
    /// What the one in use counts for.
    pub in_use: &'static str,
    /// What the others count for, and what to do with them.
    pub beside: &'static str,
    /// An account's number, status and employer.
    pub which: fn(number: &str, status: &str, employer: &str) -> String,
    /// To the ledger of one of several accounts.
    pub its_ledger: &'static str,
    /// Heading of what follows, which is of the one in use.
    pub of_in_use: &'static str,
    /// The part carried over at the last 30 June.
    pub carried_over: &'static str,
    /// The part collected since.
    pub this_year: &'static str,
    /// What was contributed in this calendar year.
    pub contributed: fn(year: i32) -> String,
    /// What comes in each month.
    pub monthly: &'static str,
    /// The member's and the employer's halves of it.
    pub halves: fn(member: &str, employer: &str) -> String,
    /// The base.
    pub base: &'static str,
    /// The status.
    pub status: &'static str,
    /// The employer.
    pub employer: &'static str,
    /// The last month paid for.
    pub paid_until: &'static str,
    /// Nothing was paid yet.
    pub never_paid: &'static str,
    /// How many months, and how many of them without a gap.
    pub months: &'static str,
    /// How many months, and how many of them without a gap.
    pub months_counted: fn(all: usize, continuous: usize) -> String,
    /// When the account was opened.
    pub opened_on: &'static str,
    /// The account's number.
    pub account_no: &'static str,
    /// Summary of the details.
    pub more: &'static str,
    /// A sealed account: what that means and what to do.
    pub sealed: (&'static str, &'static str),
    /// A frozen account: what that means and what to do.
    pub frozen: (&'static str, &'static str),
    /// A closed account.
    pub closed: (&'static str, &'static str),
    /// The employer is behind: what that means and what to do.
    pub behind: (&'static str, &'static str),
    /// The person has no account here: what to do.
    pub none: (&'static str, &'static str),
    /// To the ledger.
    pub to_ledger: (&'static str, &'static str),
    /// To the loan.
    pub to_loan: (&'static str, &'static str),
    /// To the estimate.
    pub to_estimate: (&'static str, &'static str),
    /// To the visits.
    pub to_visit: (&'static str, &'static str),
    /// To the person's own data.
    pub to_me: (&'static str, &'static str),
    /// Signs out.
    pub sign_out: &'static str,
}

/// The words of the ledger page.
#[derive(Debug)]
pub struct Ledger {
    /// Heading.
    pub title: &'static str,
    /// Label of the choice among several accounts.
    pub account: &'static str,
    /// Label of the filter by year.
    pub year: &'static str,
    /// Label of the filter by kind.
    pub kind: &'static str,
    /// Every year, every kind.
    pub all: &'static str,
    /// Applies the filter.
    pub filter: &'static str,
    /// A year.
    pub year_name: fn(year: i32) -> String,
    /// The balance after a line.
    pub balance_after: fn(balance: &str) -> String,
    /// Marks a line that undoes an earlier one.
    pub reversal: &'static str,
    /// No line fits the filter.
    pub none: &'static str,
    /// Shows all lines again.
    pub show_all: &'static str,
    /// The filter was not understood.
    pub bad_filter: &'static str,
}

/// The words of the loan page.
#[derive(Debug)]
pub struct MyLoan {
    /// Heading.
    pub title: &'static str,
    /// Above the balance.
    pub balance: &'static str,
    /// The next instalment: when and how much.
    pub next: fn(day: &str, amount: &str) -> String,
    /// What the next instalment consists of.
    pub next_parts: fn(principal: &str, interest: &str) -> String,
    /// Nothing more is owed.
    pub settled: fn(day: &str) -> String,
    /// Overdue: how much, and what to do.
    pub overdue: fn(amount: &str) -> String,
    /// What to do when overdue.
    pub overdue_help: &'static str,
    /// Principal repaid, in the bar.
    pub repaid: &'static str,
    /// Principal outstanding, in the bar.
    pub outstanding: &'static str,
    /// How far along.
    pub progress: fn(paid: u16, all: u16) -> String,
    /// The amount granted.
    pub principal: &'static str,
    /// When it was granted.
    pub granted_on: &'static str,
    /// When it ends.
    pub matures_on: &'static str,
    /// The rate.
    pub rate: &'static str,
    /// The way of repayment.
    pub method: &'static str,
    /// Interest paid so far.
    pub interest_paid: &'static str,
    /// Paid ahead of schedule.
    pub prepaid: &'static str,
    /// The contract.
    pub contract: &'static str,
    /// Summary of the loan's other facts.
    pub more: &'static str,
    /// Heading of the ledger.
    pub ledger: &'static str,
    /// A line's principal and interest.
    pub line_parts: fn(principal: &str, interest: &str) -> String,
    /// A line's penalty.
    pub penalty: fn(amount: &str) -> String,
    /// There is no loan.
    pub none: &'static str,
    /// What to do then.
    pub none_help: &'static str,
    /// Link to the loan replayed through the rates.
    pub to_replay: &'static str,
}

/// The words of the page about the person and their sessions.
#[derive(Debug)]
pub struct Me {
    /// Heading.
    pub title: &'static str,
    /// Name.
    pub name: &'static str,
    /// ID number.
    pub id_number: &'static str,
    /// Phone.
    pub phone: &'static str,
    /// There is no phone on file.
    pub no_phone: &'static str,
    /// How to correct them.
    pub correct: &'static str,
    /// Heading of the sessions.
    pub sessions: &'static str,
    /// The session of this browser.
    pub this_one: &'static str,
    /// When a session was opened.
    pub since: fn(when: &str) -> String,
    /// Closes all other sessions.
    pub close_others: &'static str,
}

/// The words of the sign-in page.
#[derive(Debug)]
pub struct SignIn {
    /// Heading and button.
    pub title: &'static str,
    /// Label of the ID number.
    pub id_number: &'static str,
    /// Beneath it.
    pub id_number_hint: &'static str,
    /// Label of the password.
    pub password: &'static str,
    /// What happens after a while without use.
    pub idle: &'static str,
    /// The summary of what to do when the password is forgotten.
    pub forgotten: &'static str,
    /// What to do then; the hotline's number is given.
    pub forgotten_help: fn(hotline: &str) -> String,
    /// On a demonstration centre: where the people who can sign in are listed.
    pub demo: &'static str,
    /// For those without an identity card.
    pub other_paper: &'static str,
    /// Which paper.
    pub paper: &'static str,
    /// The password is missing.
    pub password_missing: &'static str,
    /// The two do not belong together, or nobody here has this number: the answer is the same.
    pub wrong_pair: &'static str,
    /// Too many tries; how long to wait, already formatted.
    pub wait: fn(how_long: &str) -> String,
}
