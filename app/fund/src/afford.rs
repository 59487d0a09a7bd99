//! What can I afford? The highest price that savings and a monthly budget carry, with the loans it takes.
//!
//! A home of price p takes loans L (the fund's first, a bank's for the rest) and the cash p − L + costs(p). Allowed is what
//! keeps four promises: the fund lends no more than its limit; both first payments together stay within the budget; the
//! loans leave the least down payment; the cash stays within the savings.
//!
//! The search is exact. For loans L the highest price P(L) follows from the cash alone, and it rises with L, by no more than
//! L does. So L ≤ (1 − down payment) × P(L), once false, stays false as L rises, and so do the budget and the limit: the
//! most that can be lent is found by halving, in steps of the fund's unit, and the price by halving again, to the yuan. Where
//! larger homes ask a larger down payment, each band of areas is searched by itself and the highest price counts. This rests
//! on what the loader of editions checks: no cost falls for a larger home.

mod financing;

pub use financing::{Financing, NotFinanced, financing};

use serde::{Deserialize, Serialize};

use crate::costs::Tariff;
use crate::money::Fen;
use crate::months::Months;
use crate::plan::prime_plus;
use crate::quota::{Area, DownPayment, Percent, TermRates};
use crate::rate::Rate;
use crate::repayment::{Loan, Method, first_payment};

const YUAN: i64 = 100;

/// What somebody has and wants. Negative amounts count as zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Means {
    /// What can be paid at once.
    pub savings: Fen,
    /// What can be paid each month.
    pub budget: Fen,
    /// The price of a square metre; above zero.
    pub per_square_metre: Fen,
    /// The term of the loans.
    pub months: Months,
    /// How they are repaid.
    pub method: Method,
}

/// On what terms homes are financed for this household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LendingTerms {
    /// The most the fund lends whatever the price: by household and balances.
    pub fund_most: Fen,
    /// Loans are multiples of this.
    pub unit: Fen,
    /// The least share of the price that is paid first.
    pub down_payment: DownPayment,
    /// The fund's rates.
    pub fund: TermRates,
    /// The bank's rate, if a bank may lend too.
    pub bank: Option<Rate>,
    /// Taxes and fees.
    pub costs: Vec<Tariff>,
}

/// What decides how much home can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// The monthly budget carries no larger loans.
    Budget,
    /// The savings allow no larger down payment, taxes and fees.
    Savings,
    /// The fund lends no more, and no bank does.
    FundLimit,
    /// A larger home asks a larger down payment.
    Area,
    /// Nothing is lent for a larger home.
    LargestArea,
}

/// The highest price, and how it is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afforded {
    /// The price, whole yuan; zero when nothing can be bought.
    pub price: Fen,
    /// The floor area at this price.
    pub area: Area,
    /// The fund's loan.
    pub fund: Loan,
    /// The bank's; its principal is zero when there is none.
    pub bank: Loan,
    /// The price less the loans.
    pub down_payment: Fen,
    /// Each tax and fee with its label.
    pub costs: Vec<(String, Fen)>,
    /// What is paid at once: down payment, taxes and fees.
    pub cash: Fen,
    /// What decides it.
    pub binding: Binding,
}

/// The highest price within reach.
pub fn afford(means: &Means, offer: &LendingTerms) -> Afforded {
    let bands = &offer.down_payment.bands;
    let ends = bands.iter().map(|band| Some(band.over)).chain([None]);
    let mut best: Option<Afforded> = None;
    for end in ends {
        let found = Search::new(means, offer, end).found();
        // Not found in this band but in another: that one has it.
        let sound = found.borrowed() <= offer.may_be_lent(found.price, found.area);
        if sound && best.as_ref().is_none_or(|best| best.price < found.price) {
            best = Some(found);
        }
    }
    best.unwrap_or_else(|| Search::new(means, offer, None).answer(Fen::ZERO, Binding::Savings))
}

/// The same at other rates: so many basis points (hundredths of a percent) more for both loans, less when negative. `None`
/// where that is no rate.
pub fn afford_at(means: &Means, offer: &LendingTerms, basis_points: i32) -> Option<Afforded> {
    let moved = |rate| prime_plus(rate, basis_points).ok();
    let offer = LendingTerms {
        fund: TermRates {
            le5y: moved(offer.fund.le5y)?,
            gt5y: moved(offer.fund.gt5y)?,
        },
        bank: match offer.bank {
            Some(rate) => Some(moved(rate)?),
            None => None,
        },
        ..offer.clone()
    };
    Some(afford(means, &offer))
}

impl Afforded {
    /// Both first payments together.
    pub fn first_payment(&self) -> Fen {
        first_payment(&self.fund) + first_payment(&self.bank)
    }

    /// Both loans together.
    pub fn borrowed(&self) -> Fen {
        self.fund.principal + self.bank.principal
    }

    /// Taxes and fees together.
    pub fn costs_total(&self) -> Fen {
        self.costs.iter().map(|(_, amount)| amount).sum()
    }
}

impl LendingTerms {
    /// The price less the least down payment.
    fn may_be_lent(&self, price: Fen, area: Area) -> Fen {
        self.down_payment.percent(Some(area)).rest().of(price)
    }

    /// Whether a home larger than this is lent for at all.
    fn lends_beyond(&self, end: Option<Area>) -> bool {
        let next = self.down_payment.bands.iter().find(|band| Some(band.over) == end);
        next.is_none_or(|band| band.percent != Percent::WHOLE)
    }

    /// The fund's limit in whole units.
    fn fund_limit(&self) -> Fen {
        self.fund_most.or_zero().rounded_down_to(self.unit)
    }
}

/// The search within one band of areas.
struct Search<'a> {
    means: &'a Means,
    offer: &'a LendingTerms,
    /// The highest price of the band, whole yuan.
    top: Fen,
    /// The share that may be lent in it.
    share: Percent,
    /// What a home beyond the band's top meets.
    beyond: Binding,
}

impl<'a> Search<'a> {
    /// In the band that ends with this area, or in the last one.
    fn new(means: &'a Means, offer: &'a LendingTerms, end: Option<Area>) -> Self {
        let per_square_metre = means.per_square_metre.get().max(1);
        // The last fen at which the area, rounded down to hundredths, does not exceed the end.
        let top = end.map_or(i64::MAX, |end| {
            (i64::from(end.hundredths() + 1).saturating_mul(per_square_metre) - 1) / 100
        });
        Self {
            means,
            offer,
            top: Fen::new(top).rounded_down_to(Fen::new(YUAN)),
            share: offer.down_payment.percent(Some(end.unwrap_or(Area::MAX))).rest(),
            beyond: if offer.lends_beyond(end) {
                Binding::Area
            } else {
                Binding::LargestArea
            },
        }
    }

    fn found(&self) -> Afforded {
        let unit = self.offer.unit.get().max(1);
        let loan = |units: i64| Fen::new(units.saturating_mul(unit));
        // More than every payment of the term together repays no loan.
        let payments = self
            .means
            .budget
            .or_zero()
            .times(u32::from(self.means.months.get()));
        let most = largest(payments.get() / unit, |units| {
            self.hindrance(loan(units)).is_none()
        });
        let price = self.price(loan(most));
        if price < self.top {
            let binding = self.hindrance(loan(most.saturating_add(1)));
            return self.answer(loan(most), binding.unwrap_or(Binding::Budget));
        }
        // Less than the most may do for the highest price of the band.
        let short = largest(most, |units| self.price(loan(units)) < price);
        let enough = if self.price(Fen::ZERO) < price {
            short + 1
        } else {
            0
        };
        self.answer(loan(enough), self.beyond)
    }

    /// Why these loans are too large, if they are.
    fn hindrance(&self, loans: Fen) -> Option<Binding> {
        if self.offer.bank.is_none() && loans > self.offer.fund_limit() {
            return Some(Binding::FundLimit);
        }
        let (fund, bank) = self.split(loans);
        if first_payment(&fund) + first_payment(&bank) > self.means.budget.or_zero() {
            return Some(Binding::Budget);
        }
        (loans > self.share.of(self.price(loans))).then_some(Binding::Savings)
    }

    /// The fund's loan and the bank's: the fund lends first.
    fn split(&self, loans: Fen) -> (Loan, Loan) {
        let Means { months, method, .. } = *self.means;
        let fund = loans.min(self.offer.fund_limit());
        let loan = |principal, rate| Loan {
            principal,
            months,
            rate,
            method,
        };
        let rate = self.offer.fund.of(months);
        (
            loan(fund, rate),
            loan(loans - fund, self.offer.bank.unwrap_or(rate)),
        )
    }

    /// The highest price of the band in whole yuan that these loans and the savings pay, with taxes and fees.
    fn price(&self, loans: Fen) -> Fen {
        let purse = self.means.savings.or_zero() + loans;
        let price = |yuan: i64| Fen::new(yuan.saturating_mul(YUAN));
        let yuan = largest(purse.min(self.top).get() / YUAN, |yuan| {
            price(yuan) + self.costs(price(yuan)) <= purse
        });
        price(yuan)
    }

    /// The floor area at a price, rounded down.
    fn area(&self, price: Fen) -> Area {
        let hundredths = i128::from(price.get()) * 100 / i128::from(self.means.per_square_metre.get().max(1));
        Area::from_hundredths(u32::try_from(hundredths).unwrap_or(u32::MAX))
    }

    fn costs(&self, price: Fen) -> Fen {
        let area = self.area(price);
        self.offer.costs.iter().map(|cost| cost.of(price, area)).sum()
    }

    fn answer(&self, loans: Fen, binding: Binding) -> Afforded {
        let price = self.price(loans);
        let area = self.area(price);
        // Nothing is bought, so nothing is charged for it.
        let costs = self.offer.costs.iter().filter(|_| price > Fen::ZERO);
        let costs: Vec<_> = costs
            .map(|cost| (cost.label.clone(), cost.of(price, area)))
            .collect();
        let (fund, bank) = self.split(loans);
        let down_payment = price - loans;
        Afforded {
            price,
            area,
            fund,
            bank,
            down_payment,
            cash: down_payment + costs.iter().map(|(_, amount)| amount).sum(),
            costs,
            binding,
        }
    }
}

/// The largest number up to `most` for which a property holds that, once lost, is not found again. Zero counts as held.
fn largest(most: i64, holds: impl Fn(i64) -> bool) -> i64 {
    let (mut held, mut beyond) = (0, most.max(0).saturating_add(1));
    while beyond - held > 1 {
        let middle = held + (beyond - held) / 2;
        if holds(middle) {
            held = middle;
        } else {
            beyond = middle;
        }
    }
    held
}

#[cfg(test)]
mod tests;
