//! How a limit came about, in one sentence that stands behind its label.

use fund::{
    money::Fen,
    quota::{Capacity, LongestTerm, Percent, Raise, TermBound, UpliftRule, Working},
};

use crate::handed::handed;
use crate::text::{
    Lang, Worded,
    format::Format,
    sentence::{Count, Sentence},
    text,
};

#[derive(Debug)]
pub struct WorkingText {
    /// Who contributes, and the ceiling for them.
    pub ceiling: Sentence<2>,
    /// The ceiling so far, why it is raised, by how many percent.
    pub raised_by_percent: Sentence<3>,
    /// The ceiling so far, why it is raised, by what amount.
    pub raised_by_amount: Sentence<3>,
    /// The balances together, and how many times they may be borrowed.
    pub balance: Sentence<2>,
    /// The product so far, and a factor in percent.
    pub factor: Sentence<2>,
    /// The product, and what comes out.
    pub product: Sentence<2>,
    /// What came out, and the floor that counts instead.
    pub floor: Sentence<2>,
    /// The price, and the least down payment in percent.
    pub price: Sentence<2>,
    pub not_for_second_homes: &'static str,
    pub capacity: CapacityText,
    /// What is owed on the loan that is replaced.
    pub outstanding: Sentence<1>,
    /// The longest term, when the income is counted over it.
    pub over_term: Sentence<1>,
}

handed! {
    /// What the income can repay; the browser says it while a slider moves.
    pub struct CapacityText {
        /// The income, and the share of it that may go into debts.
        pub share: Sentence<2>,
        /// The share so far, and what other debts take.
        pub debts: Sentence<2>,
        /// What is left each month, over how many months, at what rate.
        pub rest: Sentence<4>,
    }
}

impl CapacityText {
    /// The sentence.
    pub fn of(&self, capacity: &Capacity, format: &Format) -> String {
        let Capacity {
            income,
            share,
            debts,
            payment,
            months,
            rate,
        } = capacity;
        let mut of_income = self
            .share
            .with([&format.brief_yuan(*income), &share.get().to_string()]);
        if *debts > Fen::ZERO {
            of_income = self.debts.with([&of_income, &format.brief_yuan(*debts)]);
        }
        let payment = format.brief_yuan(*payment);
        self.rest
            .with([&of_income, &payment, &months.to_string(), &rate.to_string()])
    }
}

/// The longest term.
#[derive(Debug)]
pub struct TermText {
    /// So many months.
    pub longest: Count,
    pub none_left: &'static str,
    /// The month of retirement, how long after it a loan may run, and the longest term.
    pub retirement: Sentence<3>,
    /// The month of retirement, and whose age was taken because nobody said.
    pub assumed: Sentence<2>,
    /// The building is old; the longest term.
    pub building: Sentence<1>,
}

impl Worded for Working {
    fn worded(&self, lang: Lang) -> String {
        let words = &text(lang).rules.quota.working;
        let yuan = |amount: Fen| text(lang).format.brief_yuan(amount);
        match self {
            Self::Ceiling {
                contributors,
                base,
                uplifts,
            } => {
                let ceiling = words.ceiling.with([&contributors.worded(lang), &yuan(*base)]);
                uplifts
                    .iter()
                    .fold(ceiling, |said, uplift| raised(&said, uplift, lang))
            }
            Self::Balance {
                balances,
                multiple,
                factor,
                counted,
                floor,
            } => {
                let mut said = words.balance.with([&yuan(*balances), &multiple.to_string()]);
                if *factor != Percent::WHOLE {
                    said = words.factor.with([&said, &factor.get().to_string()]);
                }
                said = words.product.with([&said, &yuan(*counted)]);
                if counted < floor {
                    said = words.floor.with([&said, &yuan(*floor)]);
                }
                said
            }
            Self::Price {
                price,
                down_payment: Some(share),
            } => words.price.with([&yuan(*price), &share.get().to_string()]),
            Self::Price {
                down_payment: None, ..
            } => words.not_for_second_homes.to_owned(),
            Self::Capacity(capacity) => words.capacity.of(capacity, &text(lang).format),
            Self::Outstanding { owed } => words.outstanding.with([&yuan(*owed)]),
            Self::Term { longest } if longest.months.is_some() => {
                words.over_term.with([&longest.worded(lang)])
            }
            Self::Term { longest } => longest.worded(lang),
        }
    }
}

fn raised(said: &str, uplift: &UpliftRule, lang: Lang) -> String {
    let words = &text(lang).rules.quota.working;
    let reason = uplift.reason.worded(lang);
    match uplift.raise {
        Raise::Percent(percent) => {
            let percent = percent.get().to_string();
            words.raised_by_percent.with([said, &reason, &percent])
        }
        Raise::Amount(amount) => {
            let amount = text(lang).format.brief_yuan(amount);
            words.raised_by_amount.with([said, &reason, &amount])
        }
    }
}

impl Worded for LongestTerm {
    fn worded(&self, lang: Lang) -> String {
        let words = &text(lang).rules.quota.term;
        let format = &text(lang).format;
        let longest = match self.months {
            Some(months) => words.longest.of(months.get()),
            None => words.none_left.to_owned(),
        };
        match (self.bound, self.retires) {
            (TermBound::Retirement, Some(day)) => {
                let past = self.months_past_retirement;
                let past = if past.is_multiple_of(12) {
                    format.years.of(past / 12)
                } else {
                    format.month_count.of(past)
                };
                let month = match self.assumed {
                    Some(track) => words.assumed.with([&format.month(day), &track.worded(lang)]),
                    None => format.month(day),
                };
                words.retirement.with([&month, &past, &longest])
            }
            (TermBound::Building, _) => words.building.with([&longest]),
            _ => longest,
        }
    }
}
