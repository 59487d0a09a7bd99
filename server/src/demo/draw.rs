//! Draws ordinary members so that the totals of the last twelve months keep the proportions of the centre's report.
//!
//! Each member is drawn with an eye on what the ones before added up to: who contributes where contributions fall
//! short, borrows or withdraws where loans or withdrawals do. So the proportions hold for any number of members.

use super::{
    account::{Ask, Event, What},
    cast::rent,
    employers::{Employer, Kind, Paying},
    identity, loan,
    member::{Fate, Plan},
    rules::{Area, PRODUCT, PRODUCT_PER_10_000, Totals, falls_short},
    time::Times,
};
use crate::import::rows::{LoanKind, WithdrawalReason};
use chrono::{Datelike, Days, Months, NaiveDate};
use fund::{money::Fen, months, repayment::Method};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// What the members drawn so far add up to.
#[derive(Debug, Default)]
pub(super) struct Tally {
    city: Totals,
    counties: Totals,
    city_loans: u64,
}

impl Tally {
    pub(super) fn totals(&self, area: Area) -> &Totals {
        match area {
            Area::City => &self.city,
            Area::Counties => &self.counties,
        }
    }

    pub(super) fn add(&mut self, area: Area, more: &Totals) {
        let totals = match area {
            Area::City => &mut self.city,
            Area::Counties => &mut self.counties,
        };
        totals.collected += more.collected;
        totals.lent += more.lent;
        totals.withdrawn += more.withdrawn;
    }

    /// Counts one more loan of the city proper; true when it is the product's turn, so that every stretch of loans
    /// has the report's share of them.
    pub(super) fn next_city_loan_is_product(&mut self) -> bool {
        let products = |loans| loans * PRODUCT_PER_10_000 / 10_000;
        self.city_loans += 1;
        products(self.city_loans) > products(self.city_loans - 1)
    }

    fn next_area(&self) -> Area {
        let all = self.city.collected + self.counties.collected;
        let (reported_city, reported_counties) = (Area::City.reported(), Area::Counties.reported());
        let reported_all = reported_city.collected + reported_counties.collected;
        // At the very beginning nothing is collected, and nothing falls short.
        if falls_short(self.city.collected, all, reported_city.collected, reported_all) {
            Area::City
        } else {
            Area::Counties
        }
    }

    fn lacks_loans(&self, area: Area) -> bool {
        let (totals, reported) = (self.totals(area), area.reported());
        falls_short(totals.lent, totals.collected, reported.lent, reported.collected)
    }

    fn lacks_withdrawals(&self, area: Area) -> bool {
        let (totals, reported) = (self.totals(area), area.reported());
        falls_short(
            totals.withdrawn,
            totals.collected,
            reported.withdrawn,
            reported.collected,
        )
    }
}

/// The source of everything random about one member: independent of all others.
pub(super) fn source(seed: u64, stream: u64) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(stream);
    rng
}

/// Draws members.
pub(super) struct Draw<'a> {
    pub(super) employers: &'a [Employer],
    pub(super) times: Times,
    /// Percent of members with a loan older than a year.
    pub(super) old_loans: u32,
    city: Vec<usize>,
    counties: Vec<usize>,
}

impl<'a> Draw<'a> {
    pub(super) fn new(employers: &'a [Employer], times: Times, old_loans: u32) -> Self {
        let of = |area| {
            employers
                .iter()
                .enumerate()
                .filter(move |(_, employer)| employer.area == area)
                .map(|(at, _)| at)
        };
        Self {
            employers,
            times,
            old_loans,
            city: of(Area::City).collect(),
            counties: of(Area::Counties).collect(),
        }
    }

    /// The plan of an ordinary member.
    pub(super) fn member(&self, rng: &mut ChaCha8Rng, tally: &mut Tally) -> Plan {
        let area = tally.next_area();
        let at = self.employer(rng, area);
        let kind = self
            .employers
            .get(at)
            .map_or(Kind::Firm, |employer| employer.kind);
        let male = rng.random();
        let age = rng.random_range(22 * 365..59 * 365);
        let longest = (age - 20 * 365).min(15 * 365);
        let opened_on = self.times.days_ago(rng.random_range(40..=longest));
        let fate = self.fate(rng, opened_on);
        let mut plan = Plan {
            name: identity::name(rng, male),
            male,
            birth: self.times.days_ago(age),
            employer: at,
            opened_on,
            base: base(rng, kind),
            raise: rng.random_range(2..=7),
            moved_in: Fen::ZERO,
            fate,
            withdrawals: Vec::new(),
            loan: None,
        };
        if matches!(fate, Fate::Normal) {
            plan.loan = self.loan(rng, tally, area, &plan);
        }
        plan.withdrawals = self.withdrawals(rng, tally.lacks_withdrawals(area), &plan);
        plan
    }

    /// Of the area's employers, the first ones more often: some are large, many small.
    fn employer(&self, rng: &mut ChaCha8Rng, area: Area) -> usize {
        let list = match area {
            Area::City => &self.city,
            Area::Counties => &self.counties,
        };
        let place = rng
            .random_range(0..list.len())
            .min(rng.random_range(0..list.len()));
        list[place]
    }

    fn fate(&self, rng: &mut ChaCha8Rng, opened_on: NaiveDate) -> Fate {
        let day = self.times.days_ago(rng.random_range(10..700));
        if day < opened_on + Days::new(200) {
            return Fate::Normal;
        }
        match rng.random_range(0..100) {
            0..=4 => Fate::Sealed(day),
            5 => Fate::Frozen(day),
            6 => Fate::Closed(day, WithdrawalReason::Retirement),
            7 => Fate::Closed(day, WithdrawalReason::MovedAway),
            8 => Fate::TransferredOut(day),
            _ => Fate::Normal,
        }
    }

    /// A loan of the last twelve months where they fall short, or an older one now and then.
    fn loan(&self, rng: &mut ChaCha8Rng, tally: &mut Tally, area: Area, plan: &Plan) -> Option<loan::Plan> {
        let pays = matches!(self.employers.get(plan.employer)?.paying, Paying::Always);
        // Six months of contributions come first, and the loan ends before the borrower is old.
        let earliest = plan.opened_on.checked_add_months(Months::new(7))?;
        let last_year = self.times.months_ago(12).succ_opt()?;
        let newest = self
            .times
            .as_of
            .signed_duration_since(last_year.max(earliest))
            .num_days();
        let age = plan.age_on(self.times.as_of);
        if !pays || age > 55 || plan.base < 3_000 {
            return None;
        }
        let granted_on = if tally.lacks_loans(area) && newest > 0 {
            self.times
                .days_ago(rng.random_range(0..u32::try_from(newest).ok()?))
        } else {
            let oldest = last_year.signed_duration_since(earliest).num_days().min(9 * 365);
            if oldest < 1 || rng.random_range(0..100) >= self.old_loans {
                return None;
            }
            last_year - Days::new(rng.random_range(1..=u64::try_from(oldest).ok()?))
        };
        let product = area == Area::City && tally.next_city_loan_is_product();
        Some(self.loan_plan(rng, granted_on, age, product))
    }

    fn loan_plan(&self, rng: &mut ChaCha8Rng, granted_on: NaiveDate, age: i32, product: bool) -> loan::Plan {
        let longest = u32::try_from(65 - age).unwrap_or(10).min(30);
        let years = rng.random_range(longest.min(10)..=longest);
        let chance = rng.random_range(0..100);
        let old = !self.times.in_last_year(granted_on);
        loan::Plan {
            granted_on,
            principal: Fen::from_yuan(10_000 * rng.random_range(12..=36)),
            // 10 to 30 years: a term there is.
            months: months::Months::new(years * 12).unwrap_or(months::Months::MAX),
            method: if rng.random_ratio(4, 5) {
                Method::LevelPayment
            } else {
                Method::LevelPrincipal
            },
            kind: if rng.random_ratio(1, 12) {
                LoanKind::Combined
            } else {
                LoanKind::Fund
            },
            product: if product { PRODUCT } else { "" },
            // A month after it was granted, so that the first instalment bears a month's interest.
            due_day: granted_on.day().min(28),
            prepaid: (old && chance < 8).then(|| {
                (
                    rng.random_range(6..=12),
                    Fen::from_yuan(10_000 * rng.random_range(1..=5)),
                )
            }),
            late: (old && (8..14).contains(&chance)).then(|| rng.random_range(2..=10)),
            overdue: if old && (14..17).contains(&chance) {
                rng.random_range(1..=5)
            } else {
                0
            },
            settled_with: (old && (17..24).contains(&chance)).then(|| rng.random_range(8..=40)),
            offset: false,
        }
    }

    /// A withdrawal in some of the earlier years, and in the last twelve months where they fall short.
    fn withdrawals(&self, rng: &mut ChaCha8Rng, lacking: bool, plan: &Plan) -> Vec<Event> {
        let mut withdrawals = Vec::new();
        let years = self.times.as_of.signed_duration_since(plan.opened_on).num_days() / 365;
        for year in (1..years.min(6)).rev() {
            if rng.random_ratio(35, 100) {
                let days = u32::try_from(year * 365).unwrap_or(0) + rng.random_range(5..360);
                withdrawals.push(withdrawal(rng, self.times.days_ago(days), plan));
            }
        }
        let overdue = plan.loan.as_ref().is_some_and(|loan| loan.overdue > 0);
        if lacking && years >= 1 && !overdue && !matches!(plan.fate, Fate::Frozen(_)) {
            let day = self.times.days_ago(rng.random_range(0..360));
            withdrawals.push(withdrawal(rng, day, plan));
        }
        withdrawals
    }
}

fn withdrawal(rng: &mut ChaCha8Rng, day: NaiveDate, plan: &Plan) -> Event {
    let what = |reason, ask| What::Withdraw(reason, ask);
    if plan.loan.as_ref().is_some_and(|loan| loan.granted_on < day) {
        let most = Fen::from_yuan(100 * rng.random_range(120..=260));
        return Event {
            day,
            what: what(WithdrawalReason::RepayLoan, Ask::UpTo(most)),
        };
    }
    match rng.random_range(0..20) {
        0..=11 => rent(day),
        12..=16 => Event {
            day,
            what: what(
                WithdrawalReason::Purchase,
                Ask::Percent(rng.random_range(50..=90)),
            ),
        },
        17 => Event {
            day,
            what: what(WithdrawalReason::Build, Ask::Percent(60)),
        },
        18 => Event {
            day,
            what: what(WithdrawalReason::Illness, Ask::Percent(70)),
        },
        _ => Event {
            day,
            what: what(WithdrawalReason::Other, Ask::UpTo(Fen::from_yuan(8_000))),
        },
    }
}

/// A contribution base, whole tens of yuan a month.
fn base(rng: &mut ChaCha8Rng, kind: Kind) -> i64 {
    let (low, high) = match kind {
        Kind::School => (520, 1_050),
        Kind::PublicBody => (480, 1_120),
        Kind::Firm if rng.random_ratio(1, 15) => (900, 1_600),
        Kind::Firm => (240, 720),
    };
    10 * rng.random_range(low..=high)
}
