//! The answer of an estimate: one amount, one term, and every figure that follows from them.
//!
//! The server writes each figure into its [`Place`] on the page; when a slider moves, the browser writes it there again.
//! Both take it from [`Shown`], and so from the same arithmetic. Texts in places, and not views that are diffed: the views
//! of this page would nearly double what the browser has to load.

use fund::{
    money::Fen,
    months::Months,
    quota::{LimitCode, Reach, Reached},
    repayment::{Loan, Method, Schedule, Year, schedule, yearly},
};

use super::chart::{columns, interest_sentence};
use super::form::MOST_YEARS;
use super::start::{AMOUNT_SLIDER, YEARS_SLIDER};
use crate::text::{format, loan::Answer as Words};

/// What a person may vary: everything else of an estimate stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wish {
    /// How much they would like; `None` means as much as they can get.
    pub(super) amount: Option<Fen>,
    /// The term they ask for.
    pub(super) asked: Months,
}

/// The estimate for one wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    reach: Reach,
    wish: Wish,
    pub(super) reached: Reached,
    pub(super) loan: Loan,
    pub(super) schedule: Schedule,
    years: Vec<Year>,
}

/// A place on the page whose text follows the sliders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The quota, without its unit.
    Quota,
    /// What decides it.
    Binding,
    /// That more was asked for, or for longer, than can be had; else empty.
    Beyond,
    /// Amount and term of the loan that the figures beneath are of.
    Loan,
    /// What the next figure is.
    PaymentLabel,
    /// The first payment.
    Payment,
    /// Interest, rate, and the last payment where it differs.
    Interest,
    /// What would raise the quota.
    More,
    /// How the capacity came about.
    CapacityWorking,
    /// The capacity.
    Capacity,
    /// What the longest term allows.
    Term,
    /// The quota again, at the end of the trace.
    Rounded,
    /// All principal, in the legend.
    PrincipalPart,
    /// All interest, in the legend.
    InterestPart,
    /// What stands under the right end of the chart.
    LastYear,
    /// The chart in words.
    ChartSentence,
}

impl Place {
    #[cfg(any(feature = "hydrate", test))]
    pub(super) const ALL: [Self; 16] = [
        Self::Quota,
        Self::Binding,
        Self::Beyond,
        Self::Loan,
        Self::PaymentLabel,
        Self::Payment,
        Self::Interest,
        Self::More,
        Self::CapacityWorking,
        Self::Capacity,
        Self::Term,
        Self::Rounded,
        Self::PrincipalPart,
        Self::InterestPart,
        Self::LastYear,
        Self::ChartSentence,
    ];

    /// The id of its element.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Quota => "at-quota",
            Self::Binding => "at-binding",
            Self::Beyond => "at-beyond",
            Self::Loan => "at-loan",
            Self::PaymentLabel => "at-payment-label",
            Self::Payment => "at-payment",
            Self::Interest => "at-interest",
            Self::More => "at-more",
            Self::CapacityWorking => "at-capacity-working",
            Self::Capacity => "at-capacity",
            Self::Term => "at-term",
            Self::Rounded => "at-rounded",
            Self::PrincipalPart => "at-principal",
            Self::InterestPart => "at-interest-part",
            Self::LastYear => "at-last-year",
            Self::ChartSentence => "at-chart",
        }
    }
}

impl Shown {
    pub(super) fn new(reach: Reach, wish: Wish) -> Self {
        let reached = reach.over(wish.asked);
        let months = reached.months.unwrap_or(wish.asked);
        let loan = Loan {
            principal: wish.amount.unwrap_or(reached.quota).min(reached.quota),
            months,
            rate: reach.means.rates.of(months),
            method: reach.means.method,
        };
        let schedule = schedule(&loan);
        Self {
            reach,
            wish,
            reached,
            loan,
            years: yearly(&schedule),
            schedule,
        }
    }

    /// What stands in a place.
    pub(super) fn text(&self, place: Place, words: &Words) -> String {
        let Self {
            reach,
            reached,
            loan,
            schedule,
            years,
            ..
        } = self;
        let asked = self.wish.asked;
        match place {
            Place::Quota => reached.quota.grouped(),
            Place::Binding => (words.binding)(reached.binding.label()),
            Place::Beyond => self.beyond(words),
            Place::Loan => (words.loan)(&format::yuan(loan.principal), &(words.term)(loan.months.get())),
            Place::PaymentLabel => match loan.method {
                Method::LevelPayment => words.monthly.to_owned(),
                Method::LevelPrincipal => words.first_month.to_owned(),
            },
            Place::Payment => format::yuan(schedule.first_payment()),
            Place::Interest => self.interest(words),
            Place::More => (words.more)(reached.binding).to_owned(),
            Place::CapacityWorking => reach.means.working(asked).to_string(),
            Place::Capacity => format::yuan(reach.means.capacity(asked)),
            Place::Term => format::yuan(reach.means.term(asked)),
            Place::Rounded => format::yuan(reached.quota),
            Place::PrincipalPart => format::yuan(loan.principal),
            Place::InterestPart => format::yuan(schedule.total_interest),
            Place::LastYear => years
                .last()
                .map(|year| (words.schedule.year)(year.number))
                .unwrap_or_default(),
            Place::ChartSentence => interest_sentence(years, &words.schedule),
        }
    }

    fn beyond(&self, words: &Words) -> String {
        let mut said = String::new();
        if let Some(asked) = self.wish.amount.filter(|asked| *asked > self.reached.quota) {
            said = (words.beyond)(&format::yuan(asked), &format::yuan(self.loan.principal));
        }
        let (asked, longest) = (self.wish.asked.get(), self.loan.months.get());
        if longest < asked {
            said.push_str(&(words.shorter)(&(words.term)(asked), &(words.term)(longest)));
        }
        said
    }

    fn interest(&self, words: &Words) -> String {
        let (first, last) = (self.schedule.first_payment(), self.schedule.last_payment());
        let interest = (words.interest)(
            &format::yuan(self.schedule.total_interest),
            &self.loan.rate.to_string(),
        );
        if first == last {
            interest
        } else {
            format!("{interest}，{}", (words.last_month)(&format::yuan(last)))
        }
    }

    /// The chart's columns: principal, interest.
    pub(super) fn columns(&self) -> (String, String) {
        columns(&self.years)
    }

    /// Whether this limit decides the quota, as a class of its step in the trace.
    pub(super) fn class_of(&self, limit: LimitCode) -> &'static str {
        if self.reached.binding == limit {
            "binding"
        } else {
            ""
        }
    }
}

/// A slider as it stands.
pub(super) struct Slider {
    pub(super) id: &'static str,
    pub(super) step: String,
    pub(super) max: String,
    pub(super) value: String,
    /// Its value for a screen reader.
    pub(super) words: String,
}

impl Shown {
    /// The sliders of amount (whole yuan) and term (years), each starting at its step.
    pub(super) fn sliders(&self, words: &Words) -> [Slider; 2] {
        let yuan = |amount: Fen| (amount.get() / 100).to_string();
        let most_years = self
            .reach
            .means
            .longest
            .map_or(MOST_YEARS, |longest| (longest.get() / 12).max(1));
        [
            Slider {
                id: AMOUNT_SLIDER,
                step: yuan(self.reach.unit),
                max: yuan(self.reached.quota),
                value: yuan(self.loan.principal),
                words: format::yuan(self.loan.principal),
            },
            Slider {
                id: YEARS_SLIDER,
                step: 1.to_string(),
                max: most_years.to_string(),
                value: self.loan.months.get().div_ceil(12).to_string(),
                words: (words.term)(self.loan.months.get()),
            },
        ]
    }
}

/// The id of a limit's step in the trace.
pub(super) fn step_id(limit: LimitCode) -> String {
    format!("limit-{}", limit.code())
}
