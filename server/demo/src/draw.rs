//! Draws ordinary members so that the totals of the last twelve months keep the proportions of the centre's report.
//!
//! Each member is drawn with an eye on what the ones before added up to: one who contributes where contributions fall
//! short, borrows or withdraws where loans or withdrawals do. So the proportions hold for any number of members.

use crate::centre::Centre;
use crate::employer::{Kind, Pays};
use crate::identity;
use crate::report::{CITY, COLLECTED, COUNTIES, LENT, Totals, WITHDRAWN};
use crate::story::{Borrowing, Story, Turn, Withdrawal, rent};
use chrono::{Datelike, Days, Months, NaiveDate};
use fund::records::WithdrawalReason::{Build, Illness, MovedAway, Other, Purchase, RepayLoan, Retirement};
use fund::records::{AccountStatus, LoanKind};
use fund::repayment::{Existing, Method};
use fund::{identity::Sex, money::Fen, months, quota::Home};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rust_decimal::Decimal;

/// What the members so far add up to.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) totals: [Totals; 2],
    city_loans: u64,
}

impl Tally {
    pub(crate) fn add(&mut self, area: usize, more: Totals) {
        let totals = self.totals[area].iter_mut().zip(more);
        totals.for_each(|(total, more)| *total += more);
    }

    /// Counts one more loan of the city proper; true when it is the product's turn, so that every stretch of loans has
    /// the report's share of them.
    fn next_is_promoted(&mut self, share: Decimal) -> bool {
        let promoted = |loans: u64| (Decimal::from(loans) * share / Decimal::ONE_HUNDRED).trunc();
        self.city_loans += 1;
        promoted(self.city_loans) > promoted(self.city_loans - 1)
    }

    /// Whether the area has less of a figure, beside what it collected, than in the report.
    fn lacks(&self, centre: &Centre<'_>, area: usize, figure: usize) -> bool {
        let share = |totals: &[Totals; 2]| [figure, COLLECTED].map(|figure| totals[area][figure]);
        falls_short(share(&self.totals), share(&centre.reported))
    }

    fn area_that_lacks_members(&self, centre: &Centre<'_>) -> usize {
        let collected = |totals: &[Totals; 2]| {
            let [city, counties] = totals.map(|totals| totals[COLLECTED]);
            [city, city + counties]
        };
        let in_city = falls_short(collected(&self.totals), collected(&centre.reported));
        if in_city { CITY } else { COUNTIES }
    }
}

/// Whether `part` is a smaller share of `whole` than the report has it.
fn falls_short([part, whole]: [Fen; 2], [reported_part, reported_whole]: [Fen; 2]) -> bool {
    let product = |a: Fen, b: Fen| i128::from(a.get()) * i128::from(b.get());
    product(part, reported_whole) < product(reported_part, whole)
}

/// The story of an ordinary member.
pub(crate) fn story(centre: &Centre<'_>, rng: &mut ChaCha8Rng, tally: &mut Tally) -> Story {
    let area = tally.area_that_lacks_members(centre);
    let sex = if rng.random() { Sex::Male } else { Sex::Female };
    let age = rng.random_range(22 * 365..59 * 365);
    let opened = rng.random_range(40..=(age - 20 * 365).min(15 * 365));
    let days = [age, opened].map(|days| centre.days_ago(days));
    let employer = employer(centre, rng, area);
    let wage = wage(rng, centre.employers[employer].kind);
    let mut story = Story::ordinary(identity::name(rng, sex), sex, days, employer, wage);
    story.raise = rng.random_range(2..=7);
    happens(centre, rng, &mut story);
    story.loan = loan(centre, rng, tally, &story);
    let lacking = tally.lacks(centre, area, WITHDRAWN);
    story.withdrawals = withdrawals(centre, rng, lacking, &story);
    story
}

/// Of the area's employers, the first ones more often: some are large, many small.
fn employer(centre: &Centre<'_>, rng: &mut ChaCha8Rng, area: usize) -> usize {
    let count = centre.employers.len();
    loop {
        let at = rng.random_range(0..count).min(rng.random_range(0..count));
        if centre.employers[at].area == area {
            return at;
        }
    }
}

/// A monthly wage, in whole tens of yuan.
fn wage(rng: &mut ChaCha8Rng, kind: Kind) -> i64 {
    let (low, high) = match kind {
        Kind::School => (520, 1_050),
        Kind::PublicBody => (480, 1_120),
        Kind::Firm if rng.random_ratio(1, 15) => (900, 1_600),
        Kind::Firm => (240, 720),
    };
    10 * rng.random_range(low..=high)
}

/// What becomes of the account, within the days of its ledger.
fn happens(centre: &Centre<'_>, rng: &mut ChaCha8Rng, story: &mut Story) {
    let on = centre.days_ago(rng.random_range(10..700));
    let has_ledger = on > story.opened_on + Days::new(200) && on > centre.ledgers_from;
    let (status, word, reason) = match rng.random_range(0..100) {
        _ if !has_ledger => (AccountStatus::Normal, "正常", None),
        0..5 => (AccountStatus::Sealed, "封存", None),
        5 => (AccountStatus::Frozen, "冻结", None),
        6 => (AccountStatus::ClosedByWithdrawal, "提取销户", Some(Retirement)),
        7 => (AccountStatus::ClosedByWithdrawal, "提取销户", Some(MovedAway)),
        8 => (AccountStatus::TransferredOut, "外部转出销户", None),
        _ => (AccountStatus::Normal, "正常", None),
    };
    if status != AccountStatus::Normal {
        story.becomes(status, on);
    }
    story.closed_for = reason;
    story.told = format!("账户{word}");
}

/// A loan of the last twelve months where they fall short, or an older one now and then.
fn loan(centre: &Centre<'_>, rng: &mut ChaCha8Rng, tally: &mut Tally, story: &Story) -> Option<Borrowing> {
    let age = centre.as_of.years_since(story.born)?;
    let employer = &centre.employers[story.employer];
    let contributes = story.since.is_none() && employer.pays == Pays::Always;
    if !contributes || age > 55 || story.wage < 3_000 {
        return None;
    }
    // Six months of contributions come first.
    let earliest = story.opened_on + Months::new(7);
    let last_year = centre.months_ago(12) + Days::new(1);
    let (from, until) = if tally.lacks(centre, employer.area, LENT) && earliest < centre.as_of {
        (last_year, centre.as_of)
    } else if rng.random_range(0..100) < centre.old_loans {
        (last_year - Days::new(9 * 365), last_year - Days::new(1))
    } else {
        return None;
    };
    let span = until.signed_duration_since(earliest.max(from)).num_days();
    let granted_on = until - Days::new(rng.random_range(0..=u64::try_from(span).ok()?));
    let longest = (65 - age).min(30);
    let years = rng.random_range(longest.min(10)..=longest);
    let method = match rng.random_range(0..5) {
        0 => Method::LevelPrincipal,
        _ => Method::LevelPayment,
    };
    let terms = Existing {
        granted_on,
        principal: Fen::from_yuan(10_000 * rng.random_range(12..=36)),
        months: months::Months::new(years * 12).ok()?,
        method,
        home: Home::First,
        // A month after it was granted, so that the first instalment bears a month's interest.
        due_day: u8::try_from(granted_on.day().min(28)).ok()?,
    };
    let prepaid = Fen::from_yuan(10_000 * rng.random_range(1..=5));
    let turn = match rng.random_range(0..100) {
        _ if granted_on >= last_year => Turn::None,
        0..8 => Turn::Prepaid(rng.random_range(6..=12), prepaid),
        8..14 => Turn::Late(rng.random_range(2..=10)),
        14..17 => Turn::Overdue(rng.random_range(1..=5)),
        17..24 => Turn::Settled(rng.random_range(8..=40)),
        _ => Turn::None,
    };
    let kind = match rng.random_range(0..12) {
        0 => LoanKind::Combined,
        _ => LoanKind::Fund,
    };
    let promoted = employer.area == CITY && tally.next_is_promoted(centre.product.share_of_count?);
    Some(Borrowing {
        terms,
        kind,
        promoted,
        turn,
    })
}

/// A withdrawal in some of the earlier years, and in the last twelve months where they fall short.
fn withdrawals(centre: &Centre<'_>, rng: &mut ChaCha8Rng, lacking: bool, story: &Story) -> Vec<Withdrawal> {
    let years = centre.as_of.years_since(story.opened_on).unwrap_or(0).min(6);
    let overdue = |loan: &Borrowing| matches!(loan.turn, Turn::Overdue(_));
    let barred = story.status == AccountStatus::Frozen || story.loan.as_ref().is_some_and(overdue);
    let mut withdrawals = Vec::new();
    for year in (0..years).rev() {
        let withdraws = match year {
            0 => lacking && !barred,
            _ => rng.random_ratio(35, 100),
        };
        if withdraws {
            let on = centre.days_ago(year * 365 + rng.random_range(0..360));
            withdrawals.push(withdrawal(rng, on, story));
        }
    }
    withdrawals
}

fn withdrawal(rng: &mut ChaCha8Rng, on: NaiveDate, story: &Story) -> Withdrawal {
    let repays = story.loan.as_ref().is_some_and(|loan| loan.terms.granted_on < on);
    let (reason, thousands) = match rng.random_range(0..20) {
        _ if repays => (RepayLoan, rng.random_range(12..=26)),
        0..12 => return rent(on),
        12..17 => (Purchase, rng.random_range(20..=80)),
        17 => (Build, 40),
        18 => (Illness, 30),
        _ => (Other, 8),
    };
    (on, reason, Fen::from_yuan(1_000 * thousands))
}
