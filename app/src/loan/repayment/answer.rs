//! What comes out: the payment, the interest, each year, and the files to keep it in.

use chrono::NaiveDate;
use fund::{
    money::Fen,
    repayment::{
        DatedSchedule, Dates, FirstPeriod, Loan, Method, Schedule, Year, dated, schedule, together, yearly,
    },
};
use maud::{Markup, html};

use super::form::Wanted;
use crate::{
    loan::{
        chart,
        live::Answer,
        parts::{details, figure, ready, soft},
        table,
    },
    text::{
        format,
        loan::{Answer as Room, RESULT_ZH_CN, SCHEDULE_ZH_CN, repayment::ZH_CN as WORDS},
    },
};

const ROOM: &Room = &RESULT_ZH_CN;

/// Where the files and the page to print are, in the order of [`WORDS`]`.files`.
pub const FILES: [&str; 4] = [
    "/api/v1/loan/repayment.csv",
    "/api/v1/loan/repayment.xlsx",
    "/api/v1/loan/repayment.ics",
    "/loan/repayment/print",
];

/// What a loan costs, or two together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// What was asked for.
    pub wanted: Wanted,
    /// All instalments; of both loans together.
    pub schedule: Schedule,
    /// Those of each loan: the first, and the bank's if there is one.
    pub parts: Vec<Schedule>,
    /// The day each instalment is due; empty when days do not matter.
    pub due: Vec<NaiveDate>,
    /// The first period: how many days it has, and how much more it costs than a month; nothing by whole months.
    pub first_period: Option<(u32, Fen)>,
    years: Vec<Year>,
    /// The form again: `?principal=…`.
    query: String,
}

impl Costs {
    pub(super) fn new(wanted: Wanted, query: String) -> Self {
        let loans: Vec<&Loan> = std::iter::once(&wanted.loan).chain(&wanted.bank).collect();
        let dated = wanted.dates.and_then(|dates| by_days(&loans, dates));
        let (parts, due, first_period) = match dated {
            Some(dated) => dated,
            None => (
                loans.iter().map(|loan| schedule(loan)).collect(),
                Vec::new(),
                None,
            ),
        };
        let schedule = together(&parts.iter().collect::<Vec<_>>());
        Self {
            wanted,
            years: yearly(&schedule),
            schedule,
            parts,
            due,
            first_period,
            query,
        }
    }

    /// The form again, as the end of an address: `?principal=…`.
    pub fn query(&self) -> &str {
        &self.query
    }

    fn payment(&self) -> Markup {
        let first = self.schedule.first_payment();
        html! {
            (figure(self.first_label(), first))
            (soft(&self.interest()))
            (soft(&self.days()))
        }
    }

    fn first_label(&self) -> &'static str {
        // By days the first payment is no longer that of every month.
        let level = self.wanted.loan.method == Method::LevelPayment && self.first_period.is_none();
        match (&self.wanted.bank, level) {
            (Some(_), _) => WORDS.both_first,
            (None, true) => ROOM.monthly,
            (None, false) => ROOM.first_month,
        }
    }

    fn interest(&self) -> String {
        let total = format::yuan(self.schedule.total_interest);
        if let [fund, bank] = self.parts.as_slice() {
            let first = (WORDS.both_parts)(
                &format::yuan(fund.first_payment()),
                &format::yuan(bank.first_payment()),
            );
            let (fund, bank) = (
                format::yuan(fund.total_interest),
                format::yuan(bank.total_interest),
            );
            return format!("{first}。{}", (WORDS.both_interest)(&total, &fund, &bank));
        }
        let sentence = (ROOM.interest)(&total, &self.wanted.loan.rate.to_string());
        let (first, last) = (self.schedule.first_payment(), self.schedule.last_payment());
        if first == last {
            return sentence;
        }
        format!("{sentence}，{}", (ROOM.last_month)(&format::yuan(last)))
    }

    /// From when to when instalments are due, and how the first one's interest is counted; empty without dates.
    pub(super) fn days(&self) -> String {
        let (Some(first), Some(last)) = (self.due.first(), self.due.last()) else {
            return String::new();
        };
        let mut sentence = (WORDS.from_to)(&format::date(*first), &format::date(*last));
        if let (Some((days, more)), Some(month)) = (self.first_period, self.schedule.instalments.first()) {
            let positive = !more.is_negative();
            let difference = format::yuan(if positive { more } else { -more });
            let counted = (WORDS.first_by_days)(days, &format::yuan(month.interest), &difference, positive);
            sentence = format!("{sentence}。{counted}");
        }
        sentence
    }

    fn files(&self) -> Markup {
        let calendar = !self.due.is_empty();
        let links = FILES.into_iter().zip(const { WORDS.files });
        let links = links.filter(|(path, _)| calendar || !has_extension(path, "ics"));
        html! {
            p.files.no-print {
                (const { WORDS.keep })
                @for (path, label) in links { " " a href={ (path) (self.query) } { (label) } }
            }
            @if !calendar { p.soft.no-print { (const { WORDS.no_calendar }) } }
        }
    }
}

fn has_extension(path: &str, extension: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| end == extension)
}

type ByDays = (Vec<Schedule>, Vec<NaiveDate>, Option<(u32, Fen)>);

/// The loans by the calendar; nothing beyond its end.
fn by_days(loans: &[&Loan], dates: Dates) -> Option<ByDays> {
    let dated: Vec<DatedSchedule> = loans
        .iter()
        .map(|loan| dated(loan, &dates))
        .collect::<Option<_>>()?;
    let first_days = dated.first().map_or(0, |first| first.first_days);
    let difference = dated.iter().map(|part| part.difference).sum();
    let due = dated
        .iter()
        .map(|part| &part.due)
        .max_by_key(|due| due.len())?
        .clone();
    let first_period = (dates.first_period == FirstPeriod::ByDays).then_some((first_days, difference));
    Some((
        dated.into_iter().map(|part| part.schedule).collect(),
        due,
        first_period,
    ))
}

impl Answer for Costs {
    fn head(&self) -> String {
        let principal = self.schedule.total_paid - self.schedule.total_interest;
        let parts = [
            (SCHEDULE_ZH_CN.principal, principal),
            (SCHEDULE_ZH_CN.interest, self.schedule.total_interest),
        ];
        html! {
            (self.payment())
            (chart::years(&self.years, parts, &SCHEDULE_ZH_CN))
        }
        .into_string()
    }

    fn rest(&self) -> String {
        let table = html! {
            p.soft { (const { SCHEDULE_ZH_CN.convention }) }
            div.years { (ready(table::dated_years(&self.schedule, &self.due, &SCHEDULE_ZH_CN))) }
        };
        html! {
            (details("schedule", SCHEDULE_ZH_CN.title, &table))
            (self.files())
        }
        .into_string()
    }
}
