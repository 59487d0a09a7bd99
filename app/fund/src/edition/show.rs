//! What an edition holds, for `anju check-policy`.

use std::fmt;

use chrono::{Days, NaiveDate};

use super::Edition;
use crate::bilingual::Bilingual;
use crate::notice::Flow;
use crate::quota::Basis;

impl Edition {
    /// What the edition holds, what of it nobody has verified, and what of it runs out soon after `today`, as lines of text.
    pub fn check_report(&self, today: NaiveDate) -> impl fmt::Display + '_ {
        CheckReport(self, today)
    }

    /// The first of the coming days whose holidays are not known: in time to enter them before anybody can book such a day.
    pub fn first_unannounced(&self, today: NaiveDate) -> Option<NaiveDate> {
        let ahead = WARNED_DAYS.max(self.booking.horizon_days);
        let last = today.checked_add_days(Days::new(ahead.into()))?;
        let mut coming = today.iter_days().take_while(|day| *day <= last);
        coming.find(|day| !self.calendar.is_announced(*day))
    }
}

/// How many days ahead it is said that holidays are not known; more where people book further ahead.
const WARNED_DAYS: u16 = 60;

struct CheckReport<'a>(&'a Edition, NaiveDate);

impl fmt::Display for CheckReport<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let edition = self.0;
        let meta = &edition.meta;
        writeln!(f, "{}", meta.name)?;
        writeln!(f, "{}", meta.centre)?;
        writeln!(
            f,
            "{} “{}”, in force from {}",
            meta.issuer, meta.document, meta.effective_from
        )?;
        writeln!(f)?;
        let unverified: Vec<_> = parts(edition)
            .into_iter()
            .filter(|part| part.unverified > 0)
            .collect();
        for part in parts(edition) {
            writeln!(f, "{:>5}  {}{}", part.count, part.name, part.remark)?;
        }
        writeln!(f)?;
        if unverified.is_empty() {
            writeln!(f, "everything is verified")?;
        } else {
            writeln!(f, "not verified, shown as “{}”:", meta.unverified_label)?;
        }
        for part in unverified {
            writeln!(f, "{:>5}  {}", part.unverified, part.name)?;
        }
        let texts = texts(edition);
        let missing = texts.iter().filter(|text| text.lacks_english()).count();
        if missing > 0 {
            writeln!(
                f,
                "\nwithout English, shown in Chinese: {missing} of {} texts",
                texts.len()
            )?;
        }
        let bare = edition
            .services
            .iter()
            .filter(|service| edition.flow(&service.code).is_none());
        let bare: Vec<_> = bare.map(|service| service.code.as_str()).collect();
        if !bare.is_empty() {
            writeln!(f, "\nwithout a notice: {}", bare.join(", "))?;
        }
        if let Some(day) = edition.first_unannounced(self.1) {
            writeln!(
                f,
                "\nWARNING: the holidays of {} are not announced here: from {day} on, slots and promised dates are provisional",
                day.format("%Y")
            )?;
        }
        Ok(())
    }
}

/// The texts that may have an English beside them.
fn texts(edition: &Edition) -> Vec<&Bilingual> {
    let services = edition.services.iter().map(|service| &service.label);
    let branches = edition
        .branches
        .iter()
        .flat_map(|branch| [&branch.name, &branch.address]);
    let notices = edition.flows.iter().flat_map(Flow::texts);
    services.chain(branches).chain(notices).collect()
}

/// A part of the edition: how many entries, and how many of them nobody verified.
struct Part {
    name: &'static str,
    count: usize,
    unverified: usize,
    remark: String,
}

fn part<T>(name: &'static str, entries: &[T], verified: impl Fn(&T) -> bool) -> Part {
    Part {
        name,
        count: entries.len(),
        unverified: entries.iter().filter(|entry| !verified(entry)).count(),
        remark: String::new(),
    }
}

impl Part {
    fn known_until(self, day: impl fmt::Display) -> Self {
        Self {
            remark: format!(", known until {day}"),
            ..self
        }
    }
}

fn quota_bases(edition: &Edition) -> [&Basis; 8] {
    let rules = &edition.quota;
    [
        &rules.rounding.basis,
        &rules.eligibility.basis,
        &rules.ceiling.basis,
        &rules.balance.basis,
        &rules.down_payment.basis,
        &rules.capacity.basis,
        &rules.term.basis,
        &rules.retirement.basis,
    ]
}

fn parts(edition: &Edition) -> Vec<Part> {
    let known_until = edition.meta.rates_known_until;
    let days = Vec::from(edition.calendar.clone());
    let announced = edition.calendar.known_until();
    vec![
        part("fund loan rates", edition.loan_rates.entries(), |rate| {
            rate.verified
        })
        .known_until(known_until),
        part("loan prime rates", &edition.prime_rates, |rate| rate.verified).known_until(known_until),
        part("deposit rates", &edition.deposit_rates, |rate| rate.verified).known_until(known_until),
        part("holidays and make-up days", &days, |day| day.verified)
            .known_until(announced.map_or_else(|| "nowhere".to_owned(), |day| day.to_string())),
        part("quota rules", &quota_bases(edition), |basis| basis.verified),
        part("prepayment rules", &[&edition.prepayment.basis], |basis| {
            basis.verified
        }),
        part("purchase costs", &edition.purchase_costs, |cost| {
            cost.basis.verified
        }),
        part("overdue rules", &edition.overdue.bases(), |basis| basis.verified),
        part("contribution rules", &edition.contribution.bases(), |basis| {
            basis.verified
        }),
        part("offset rules", &[&edition.offset.basis], |basis| basis.verified),
        part("retention rules", &[&edition.retention.basis], |basis| {
            basis.verified
        }),
        part("booking rules", &[edition.booking], |booking| booking.verified),
        part("services", &edition.services, |service| service.verified),
        part("branches", &edition.branches, |branch| branch.verified),
        part("notices", &edition.flows, |flow| flow.meta.verified),
        part("reports", &edition.reports, |report| report.verified),
    ]
}
