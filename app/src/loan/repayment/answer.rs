//! What comes out: the payment, the interest, each year, and the files to keep it in.

use chrono::NaiveDate;
use fund::{
    money::Fen,
    repayment::{
        self as rules, DatedSchedule, Dates, FirstPeriod, Loan, Method, Schedule, Year, dated, together,
        yearly,
    },
};
use maud::{Markup, html};

use super::form::{Field, Loans, read};
use crate::{
    form::FormErrors,
    loan::{
        answer::{
            Answer, Live, chart,
            parts::{details, figure, soft},
            schedule,
        },
        form::Typed,
        paths,
    },
    text::{
        Lang,
        loan::{Text as Room, repayment},
    },
};

/// The words of the answer.
pub(super) type Words = crate::loan::answer::Words<repayment::Answer>;

/// What a loan costs, or two together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// What is repaid.
    pub loans: Loans,
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
    fn new(asked: Loans, query: String) -> Self {
        let loans: Vec<&Loan> = std::iter::once(&asked.loan).chain(&asked.bank).collect();
        let dated = asked.dates.and_then(|dates| by_days(&loans, dates));
        let (parts, due, first_period) = match dated {
            Some(dated) => dated,
            None => (
                loans.iter().map(|loan| rules::schedule(loan)).collect(),
                Vec::new(),
                None,
            ),
        };
        let schedule = together(&parts.iter().collect::<Vec<_>>());
        Self {
            loans: asked,
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

    fn first_label(&self, words: &Words) -> &'static str {
        // By days the first payment is no longer that of every month.
        let level = self.loans.loan.method == Method::LevelPayment && self.first_period.is_none();
        match (&self.loans.bank, level) {
            (Some(_), _) => words.own.both_first,
            (None, true) => words.common.monthly,
            (None, false) => words.common.first_month,
        }
    }

    fn interest(&self, words: &Words) -> String {
        let Words {
            own, common, format, ..
        } = words;
        let total = format.yuan(self.schedule.total_interest);
        if let [fund, bank] = self.parts.as_slice() {
            let first = |part: &Schedule| format.yuan(part.first_payment());
            let interest = |part: &Schedule| format.yuan(part.total_interest);
            return own.both.with([
                &first(fund),
                &first(bank),
                &total,
                &interest(fund),
                &interest(bank),
            ]);
        }
        let sentence = common.interest.with([&total, &self.loans.loan.rate.to_string()]);
        let (first, last) = (self.schedule.first_payment(), self.schedule.last_payment());
        if first == last {
            return sentence;
        }
        format
            .joined
            .with([&sentence, &common.last_month.with([&format.yuan(last)])])
    }

    /// From when to when instalments are due, and how the first one's interest is counted; empty without dates.
    pub(super) fn days(&self, words: &Words) -> String {
        let Words { own, format, .. } = words;
        let (Some(first), Some(last)) = (self.due.first(), self.due.last()) else {
            return String::new();
        };
        let sentence = own.from_to.with([&format.date(*first), &format.date(*last)]);
        let (Some((days, more)), Some(month)) = (self.first_period, self.schedule.instalments.first()) else {
            return sentence;
        };
        let [above, below] = own.first_by_days;
        let (counted, difference) = if more.is_negative() {
            (below, -more)
        } else {
            (above, more)
        };
        let counted = counted.with([
            &days.to_string(),
            &format.yuan(month.interest),
            &format.yuan(difference),
        ]);
        sentence + format.full_stop + &counted
    }

    fn files(&self, words: &Words) -> Markup {
        let [table, workbook, calendar] = paths::REPAYMENT_FILES;
        let dated = !self.due.is_empty();
        let files = [
            (true, table),
            (true, workbook),
            (dated, calendar),
            (true, paths::REPAYMENT_PRINT),
        ];
        html! {
            p.files.no-print {
                (words.own.keep)
                @for ((is_there, path), label) in files.into_iter().zip(words.own.files) {
                    @if is_there { " " a href={ (path) (self.query) } { (label) } }
                }
            }
            @if !dated { p.soft.no-print { (words.own.no_calendar) } }
        }
    }
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
    type Words = repayment::Answer;

    fn words(room: &'static Room) -> Self::Words {
        room.repayment.answer
    }

    fn head(&self, words: &Words) -> Markup {
        let interest = self.schedule.total_interest;
        let parts = [self.schedule.total_paid - interest, interest];
        html! {
            (figure(self.first_label(words), self.schedule.first_payment(), &words.format))
            (soft(&self.interest(words)))
            (soft(&self.days(words)))
            (chart::years(&self.years, parts, &words.common, &words.format))
        }
    }

    fn rest(&self, words: &Words) -> Markup {
        let table = html! {
            p.soft { (words.common.schedule.convention) }
            (schedule::years(&self.schedule, &self.due, &words.common, &words.format))
        };
        html! {
            (details("schedule", words.common.schedule.title, &table))
            (self.files(words))
        }
    }
}

impl Live for Costs {
    const PATH: &'static str = paths::REPAYMENT;

    type Field = Field;
    type Rules = ();

    fn of(typed: &Typed<Field>, (): &(), lang: Lang) -> Result<Self, FormErrors> {
        read(typed, lang).map(|loans| Self::new(loans, typed.address("")))
    }
}
