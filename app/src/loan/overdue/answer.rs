//! What comes out: what makes the loan current, instalment by instalment, and what a payment is taken for.

use fund::{
    money::Fen,
    overdue::{Breakdown, Missed, OverdueRules, OverdueState, standing},
    quota::Basis,
    rate::Rate,
};
use maud::{Markup, html};

use super::form::{Field, Question, read};
use crate::{
    form::FormErrors,
    loan::{
        answer::{
            Answer,
            parts::{details, figure, soft, unverified},
        },
        form::{FormField, Typed},
        page::sources::{all_verified, sources},
    },
    text::{
        Lang, Worded as _,
        loan::{Text as Room, overdue::Text},
    },
};

type Words = crate::loan::answer::Words<&'static Text>;

/// How an overdue loan stands.
#[derive(Clone, Debug)]
pub struct Arrears {
    /// On the day asked for, before anything is paid on it.
    pub before: OverdueState,
    /// After the payment of that day, if one was asked for.
    pub after: Option<OverdueState>,
    /// What came in.
    pub amount: Option<Fen>,
    rate: Rate,
    rules: OverdueRules,
}

impl Arrears {
    /// What the form as typed gives, or what to correct.
    pub fn of(typed: &Typed<Field>, rules: &OverdueRules, lang: Lang) -> Result<Self, FormErrors> {
        let Question { unpaid, on, payment } = read(typed, lang)?;
        let stand = |payments: &[_]| {
            standing(&unpaid, rules, payments, on)
                .map_err(|error| FormErrors::one(Field::FirstDue.name(), error.worded(lang)))
        };
        Ok(Self {
            before: stand(&[])?,
            after: match payment {
                Some(payment) => Some(stand(&[payment])?),
                None => None,
            },
            amount: payment.map(|payment| payment.amount),
            rate: unpaid.loan.rate,
            rules: rules.clone(),
        })
    }

    /// What the figures rest on.
    pub fn bases(&self) -> Vec<Basis> {
        self.rules.bases().map(Basis::clone).to_vec()
    }

    /// The yearly rate of the penalty, in percent.
    pub fn penalty_rate(&self) -> String {
        self.rules.penalty.percent(self.rate).to_string()
    }

    fn needed(&self, words: &Words) -> Markup {
        let day = words.format.date(self.before.on);
        let needed = self.before.needed();
        if self.before.is_current() {
            return html! { p { ((words.own.nothing)(&day)) } };
        }
        let consists = (words.own.consists)(
            &words.format.yuan(needed.principal),
            &words.format.yuan(needed.interest),
            &words.format.yuan(needed.penalty),
        );
        let each_day = (words.own.each_day)(&words.format.yuan(self.before.next_day.rounded()));
        html! {
            (figure(&(words.own.needed)(&day), needed.sum(), &words.format))
            p { (consists) (each_day) (unverified(all_verified(&self.bases()), &words.common)) }
        }
    }

    fn paid(&self, words: &Words) -> Option<Markup> {
        let (after, amount) = (self.after.as_ref()?, self.amount?);
        let parts = self.listed(after.paid(), words);
        let left = after.needed().sum();
        Some(html! {
            @if !parts.is_empty() {
                p { ((words.own.paid)(&words.format.yuan(amount), &parts)) }
            }
            p {
                @if left > Fen::ZERO { ((words.own.missing)(&words.format.yuan(left))) }
                @else { (words.own.enough) }
                @if after.excess > Fen::ZERO { ((words.own.excess)(&words.format.yuan(after.excess))) }
            }
        })
    }

    /// The parts that are not zero, in the order money is applied.
    fn listed(&self, paid: Breakdown, words: &Words) -> String {
        let named: Vec<_> = self
            .rules
            .order
            .parts
            .into_iter()
            .filter(|part| paid.of(*part) > Fen::ZERO)
            .map(|part| (words.own.part)(part, &words.format.yuan(paid.of(part))))
            .collect();
        named.join(words.own.between_parts)
    }

    fn steps(&self, words: &Words) -> Markup {
        let standing = self.after.as_ref().unwrap_or(&self.before);
        let left = standing.needed().sum();
        html! {
            h2 { (words.own.steps) }
            ol {
                @if left > Fen::ZERO {
                    li { ((words.own.step_pay)(&words.format.date(standing.on), &words.format.yuan(left))) }
                    li { (words.own.step_barred) }
                }
                @if let Some(next) = standing.next {
                    li {
                        ((words.own.step_next)(&words.format.date(next.on), &words.format.yuan(next.amount)))
                        @if let Some(to_pay) = standing.next_to_pay().filter(|rest| *rest < next.amount) {
                            ((words.own.step_rest)(&words.format.yuan(next.amount - to_pay), &words.format.yuan(to_pay)))
                        }
                    }
                }
            }
        }
    }

    fn table(&self, words: &Words) -> Markup {
        let missed = &self.after.as_ref().unwrap_or(&self.before).missed;
        let columns = if self.after.is_some() { 6 } else { 5 };
        html! {
            @if !missed.is_empty() {
                table.stack {
                    caption { (words.own.table) }
                    thead { tr {
                        @for (at, column) in words.own.columns.iter().take(columns).enumerate() {
                            th.amount[at > 0] scope="col" { (column) }
                        }
                    } }
                    tbody { @for missed in missed { (row(missed, columns, words)) } }
                }
            }
        }
    }
}

fn row(missed: &Missed, columns: usize, words: &Words) -> Markup {
    let cells = [
        (words.own.days)(missed.days),
        words.format.yuan(missed.charged.principal),
        words.format.yuan(missed.charged.interest),
        words.format.yuan(missed.charged.penalty),
        words.format.yuan(missed.paid.sum()),
    ];
    html! {
        tr {
            th scope="row" { (words.format.date(missed.due_on)) }
            @for (cell, label) in cells.iter().zip(&words.own.columns[1..columns]) {
                td.amount data-label=(label) { (cell) }
            }
        }
    }
}

impl Answer for Arrears {
    type Words = &'static Text;

    fn words(room: &'static Room) -> Self::Words {
        &room.overdue
    }

    fn head(&self, words: &Words) -> Markup {
        html! {
            (self.needed(words))
            @if let Some(paid) = self.paid(words) { (paid) }
        }
    }

    fn rest(&self, words: &Words) -> Markup {
        let formula = (words.own.formula)(
            &self.rate.to_string(),
            self.rules.penalty.more_percent.get(),
            &self.penalty_rate(),
        );
        let how = html! { p { (formula) } (soft(words.own.rounding)) };
        html! {
            (self.table(words))
            (self.steps(words))
            (details("how", words.own.how, &how))
            (sources("sources", words.own.sources, &self.bases(), words))
        }
    }
}
