//! What comes out: the price, the loans, the cash it takes, and what other rates would do.

use fund::{
    afford::{Afforded, LendingTerms, Means, afford, afford_at},
    money::Fen,
    plan::{Plan, prime_plus},
    repayment::Loan,
};
use maud::{Markup, html};

use super::{
    form::{Field, Question, read},
    terms::{Terms, household_of},
};
use crate::{
    form::FormErrors,
    loan::{
        answer::{
            Answer, Live,
            parts::{details, figure, soft, summary, table_head},
        },
        form::{Reader, Typed},
        paths,
    },
    text::{
        Lang,
        loan::{Text as Room, afford},
        text,
    },
};

type Words = crate::loan::answer::Words<afford::Answer>;

/// By how much the rates are moved, in hundredths of a percent.
pub const MOVES: [i32; 5] = [-50, -25, 0, 25, 50];

/// What can be bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affordable {
    /// The highest price, and how it is paid.
    pub found: Afforded,
    /// What was reckoned with: the budget may be lower than the one typed.
    pub means: Means,
    /// On which terms.
    pub offer: LendingTerms,
    /// Where the income lowered the budget: the share of it, in percent.
    pub cut_to: Option<u16>,
}

impl Affordable {
    /// What this household can buy on these terms; `None` when the bank's rate would be none, or nobody lends for so long.
    pub fn new(question: &Question, terms: &Terms) -> Option<Self> {
        if question.means.months > terms.longest {
            return None;
        }
        let bank = match (question.bank, terms.offer.bank) {
            (Some(points), Some(prime)) => Some(prime_plus(prime, points.0).ok()?),
            _ => None,
        };
        let offer = LendingTerms {
            bank,
            ..terms.offer.clone()
        };
        let carried = question.income.map(|income| terms.share.of(income));
        let cut = carried.filter(|carried| *carried < question.means.budget);
        let means = Means {
            budget: cut.unwrap_or(question.means.budget),
            ..question.means
        };
        Some(Self {
            found: afford(&means, &offer),
            means,
            offer,
            cut_to: cut.map(|_| terms.share.get()),
        })
    }

    /// The highest price at other rates, by how much they are moved; `None` where they would fall below zero.
    pub fn moved(&self) -> impl Iterator<Item = (i32, Option<Fen>)> + '_ {
        MOVES.into_iter().map(|points| {
            let price = afford_at(&self.means, &self.offer, points).map(|found| found.price);
            (points, price)
        })
    }

    fn lead(&self, words: &Words) -> Markup {
        let Afforded {
            price, area, binding, ..
        } = self.found;
        if price == Fen::ZERO {
            return html! { p.verdict { (words.own.nothing) } };
        }
        let per = words.format.yuan(self.means.per_square_metre);
        html! {
            (figure(words.own.highest, price, &words.format))
            p { (words.own.area.with([&area.to_string(), &per])) }
            p { b { (words.own.binding(binding)) } }
        }
    }

    fn rows(&self, words: &Words) -> [(&'static str, String); 6] {
        let found = &self.found;
        let yuan = |amount| words.format.yuan(amount);
        let loan = |loan: &Loan| {
            if loan.principal == Fen::ZERO {
                return words.own.no_loan.to_owned();
            }
            words
                .own
                .loan
                .with([&yuan(loan.principal), &loan.rate.to_string()])
        };
        let [fund, bank, first, down, costs, cash] = words.own.rows;
        [
            (fund, loan(&found.fund)),
            (bank, loan(&found.bank)),
            (first, yuan(found.first_payment())),
            (down, yuan(found.down_payment)),
            (costs, yuan(found.costs_total())),
            (cash, yuan(found.cash)),
        ]
    }

    /// The page of the loans.
    fn schedule(&self) -> Option<String> {
        let Afforded { fund, bank, .. } = self.found;
        let plan = match (fund.principal > Fen::ZERO, bank.principal > Fen::ZERO) {
            (true, true) => Plan::Combined { fund, bank },
            (true, false) => Plan::Fund { fund },
            (false, true) => Plan::Commercial { bank },
            (false, false) => return None,
        };
        Some(paths::repayment_of(&plan))
    }

    fn moves(&self, words: &Words) -> Markup {
        html! {
            table {
                (table_head(&words.own.move_heads))
                tbody {
                    @for (points, moved) in self.moved() {
                        tr {
                            th scope="row" { (rates_moved(points, &words.own)) }
                            td.amount { (moved.map_or_else(|| words.own.no_rate.to_owned(), whole_yuan)) }
                            td.amount { (self.difference(moved, &words.own)) }
                        }
                    }
                }
            }
        }
    }

    fn difference(&self, moved: Option<Fen>, words: &afford::Answer) -> String {
        let more = moved.map_or(Fen::ZERO, |price| price - self.found.price);
        let [higher, lower] = words.difference;
        match more.get() {
            0 => words.no_difference.to_owned(),
            1.. => higher.with([&whole_yuan(more)]),
            _ => lower.with([&whole_yuan(-more)]),
        }
    }
}

/// By how much both rates are moved.
fn rates_moved(points: i32, words: &afford::Answer) -> String {
    let size = points.unsigned_abs();
    let percent = format!("{}.{:02}", size / 100, size % 100);
    let [higher, lower] = words.moved;
    match points {
        0 => words.not_moved.to_owned(),
        1.. => higher.with([&percent]),
        _ => lower.with([&percent]),
    }
}

/// A price, which is of whole yuan, without its fen.
fn whole_yuan(price: Fen) -> String {
    let grouped = price.grouped();
    grouped.strip_suffix(".00").unwrap_or(&grouped).to_owned()
}

impl Answer for Affordable {
    type Words = afford::Answer;

    fn words(room: &'static Room) -> Self::Words {
        room.afford.answer
    }

    fn head(&self, words: &Words) -> Markup {
        let cut = self.cut_to.map(|share| {
            words
                .own
                .budget_cut
                .with([&share.to_string(), &words.format.yuan(self.means.budget)])
        });
        html! {
            (self.lead(words))
            (soft(&cut.unwrap_or_default()))
            (summary(self.rows(words)))
        }
    }

    fn rest(&self, words: &Words) -> Markup {
        let costs = self.found.costs.iter();
        let costs = summary(costs.map(|(label, amount)| (label, words.format.yuan(*amount))));
        html! {
            (details("costs", words.own.costs, &costs))
            (details("moves", words.own.moves, &self.moves(words)))
            @if let Some(address) = self.schedule() { p.no-print { a href=(address) { (words.own.schedule) } } }
        }
    }
}

impl Live for Affordable {
    const PATH: &'static str = paths::AFFORD;

    type Field = Field;
    type Rules = Terms;

    /// Not where the household has changed: its terms are others.
    fn of(typed: &Typed<Field>, terms: &Terms, lang: Lang) -> Result<Self, FormErrors> {
        if terms.household != household_of(typed) {
            return Err(FormErrors::none());
        }
        Self::new(&read(typed, lang)?, terms).ok_or_else(|| {
            let mut reader = Reader::new(typed, lang);
            reader.refuse(Field::Points, |_| text(lang).loan.compare.points_no_rate);
            reader.into_errors()
        })
    }
}
