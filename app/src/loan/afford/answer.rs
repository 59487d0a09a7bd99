//! What comes out: the price, the loans, the cash it takes, and what other rates would do.

use fund::{
    afford::{Afforded, Offer, Wish, afford, afford_at},
    money::Fen,
    plan::{Plan, prime_plus},
    repayment::Loan,
};
use maud::{Markup, html};

use super::{form::Asked, terms::Terms};
use crate::{
    loan::{
        compare::address,
        live::Answer,
        parts::{details, figure, soft},
    },
    text::{format, loan::afford::ZH_CN as WORDS},
};

/// By how much the rates are moved, in hundredths of a percent.
pub const MOVES: [i32; 5] = [-50, -25, 0, 25, 50];

/// What can be bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affordable {
    /// The highest price, and how it is paid.
    pub found: Afforded,
    /// What was reckoned with: the budget may be lower than the one typed.
    pub wish: Wish,
    /// On which terms.
    pub offer: Offer,
    /// Where the income lowered the budget: the share of it, in percent.
    pub cut_to: Option<u16>,
}

impl Affordable {
    /// What this household can buy on these terms; `None` when the bank's rate would be none, or nobody lends for so long.
    pub fn new(asked: &Asked, terms: &Terms) -> Option<Self> {
        if asked.wish.months > terms.longest {
            return None;
        }
        let bank = match (asked.bank, terms.offer.bank) {
            (Some(points), Some(prime)) => Some(prime_plus(prime, points.0).ok()?),
            _ => None,
        };
        let offer = Offer {
            bank,
            ..terms.offer.clone()
        };
        let carried = asked.income.map(|income| terms.share.of(income));
        let cut = carried.filter(|carried| *carried < asked.wish.budget);
        let wish = Wish {
            budget: cut.unwrap_or(asked.wish.budget),
            ..asked.wish
        };
        Some(Self {
            found: afford(&wish, &offer),
            wish,
            offer,
            cut_to: cut.map(|_| terms.share.get()),
        })
    }

    /// The highest price at other rates, by how much they are moved; `None` where they would fall below zero.
    pub fn moved(&self) -> impl Iterator<Item = (i32, Option<Fen>)> + '_ {
        MOVES.into_iter().map(|points| {
            let price = afford_at(&self.wish, &self.offer, points).map(|found| found.price);
            (points, price)
        })
    }

    fn lead(&self) -> Markup {
        let Afforded { price, area, .. } = self.found;
        if price == Fen::ZERO {
            return html! { p.verdict { (const { WORDS.nothing }) } };
        }
        let area = (WORDS.area)(&area.to_string(), &format::yuan(self.wish.per_square_metre));
        html! {
            (figure(WORDS.highest, price))
            p { (area) }
            p { b { ((WORDS.binding)(self.found.binding)) } }
        }
    }

    fn rows(&self) -> [(&'static str, String); 6] {
        let found = &self.found;
        let loan = |loan: &Loan| {
            if loan.principal == Fen::ZERO {
                return WORDS.no_loan.to_owned();
            }
            (WORDS.loan)(&format::yuan(loan.principal), &loan.rate.to_string())
        };
        let [fund, bank, first, down, costs, cash] = const { WORDS.rows };
        [
            (fund, loan(&found.fund)),
            (bank, loan(&found.bank)),
            (first, format::yuan(found.first_payment())),
            (down, format::yuan(found.down_payment)),
            (costs, format::yuan(found.costs_total())),
            (cash, format::yuan(found.cash)),
        ]
    }

    fn schedule(&self) -> Option<String> {
        let Afforded { fund, bank, .. } = self.found;
        let plan = match (fund.principal > Fen::ZERO, bank.principal > Fen::ZERO) {
            (true, true) => Plan::Combined { fund, bank },
            (true, false) => Plan::Fund { fund },
            (false, true) => Plan::Commercial { bank },
            (false, false) => return None,
        };
        Some(address(&plan))
    }

    fn moves(&self) -> Markup {
        let [rates, price, difference] = const { WORDS.move_heads };
        html! {
            table {
                thead { tr { th scope="col" { (rates) } th.amount scope="col" { (price) } th.amount scope="col" { (difference) } } }
                tbody {
                    @for (points, moved) in self.moved() {
                        tr {
                            th scope="row" { ((WORDS.moved)(points)) }
                            td.amount { (moved.map_or_else(|| WORDS.no_rate.to_owned(), whole_yuan)) }
                            td.amount { (self.difference(moved)) }
                        }
                    }
                }
            }
        }
    }

    fn difference(&self, moved: Option<Fen>) -> String {
        let more = moved.map_or(Fen::ZERO, |price| price - self.found.price);
        match more.get() {
            0 => WORDS.no_difference.to_owned(),
            1.. => (WORDS.difference)(&whole_yuan(more), true),
            _ => (WORDS.difference)(&whole_yuan(-more), false),
        }
    }
}

/// A price, which is of whole yuan, without its fen.
fn whole_yuan(price: Fen) -> String {
    let grouped = price.grouped();
    grouped.strip_suffix(".00").unwrap_or(&grouped).to_owned()
}

impl Answer for Affordable {
    fn head(&self) -> String {
        let cut = self
            .cut_to
            .map(|share| (WORDS.budget_cut)(share, &format::yuan(self.wish.budget)));
        html! {
            (self.lead())
            (soft(&cut.unwrap_or_default()))
            dl.summary-list {
                @for (label, text) in self.rows() { div { dt { (label) } dd { (text) } } }
            }
        }
        .into_string()
    }

    fn rest(&self) -> String {
        let costs = html! {
            dl.summary-list {
                @for (label, amount) in &self.found.costs { div { dt { (label) } dd { (format::yuan(*amount)) } } }
            }
        };
        html! {
            (details("costs", WORDS.costs, &costs))
            (details("moves", WORDS.moves, &self.moves()))
            @if let Some(address) = self.schedule() { p.no-print { a href=(address) { (const { WORDS.schedule }) } } }
        }
        .into_string()
    }
}
