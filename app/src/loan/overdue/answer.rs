//! What comes out: what makes the loan current, instalment by instalment, and what a payment is taken for.

use fund::{
    money::Fen,
    overdue::{Missed, OverdueRules, Parts, Standing, standing},
    quota::Basis,
    rate::Rate,
};
use maud::{Markup, html};

use super::form::{Asked, Field, read};
use crate::{
    form::FormErrors,
    loan::{
        live::Answer,
        parts::{details, figure, soft, unverified},
        sheet::{FormField, Typed},
        still::{all_verified, sources},
    },
    text::{
        format,
        loan::overdue::{Text, ZH_CN},
    },
};

const WORDS: &Text = &ZH_CN;

/// How an overdue loan stands.
#[derive(Clone, Debug)]
pub struct Arrears {
    /// On the day asked for, before anything is paid on it.
    pub before: Standing,
    /// After the payment of that day, if one was asked for.
    pub after: Option<Standing>,
    /// What came in.
    pub amount: Option<Fen>,
    rate: Rate,
    rules: OverdueRules,
}

impl Arrears {
    /// What the form as typed gives, or what to correct.
    pub fn of(typed: &Typed<Field>, rules: &OverdueRules) -> Result<Self, FormErrors> {
        let Asked { unpaid, on, payment } = read(typed)?;
        let stand = |payments: &[_]| {
            standing(&unpaid, rules, payments, on).map_err(|error| {
                let mut errors = FormErrors::default();
                errors.add(Field::FirstDue.name(), error.to_string());
                errors
            })
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

    fn needed(&self) -> Markup {
        let day = format::date(self.before.on);
        let needed = self.before.needed();
        if self.before.is_current() {
            return html! { p { ((WORDS.nothing)(&day)) } };
        }
        let consists = (WORDS.consists)(
            &format::yuan(needed.principal),
            &format::yuan(needed.interest),
            &format::yuan(needed.penalty),
        );
        let each_day = (WORDS.each_day)(&format::yuan(self.before.next_day.rounded()));
        html! {
            (figure(&(WORDS.needed)(&day), needed.sum()))
            p { (consists) (each_day) (unverified(all_verified(&self.bases()))) }
        }
    }

    fn paid(&self) -> Option<Markup> {
        let (after, amount) = (self.after.as_ref()?, self.amount?);
        let parts = self.listed(after.paid());
        let left = after.needed().sum();
        Some(html! {
            @if !parts.is_empty() {
                p { ((WORDS.paid)(&format::yuan(amount), &parts)) }
            }
            p {
                @if left > Fen::ZERO { ((WORDS.missing)(&format::yuan(left))) }
                @else { (WORDS.enough) }
                @if after.excess > Fen::ZERO { ((WORDS.excess)(&format::yuan(after.excess))) }
            }
        })
    }

    /// The parts that are not zero, in the order money is applied.
    fn listed(&self, paid: Parts) -> String {
        let named = self
            .rules
            .order
            .parts
            .into_iter()
            .filter(|part| paid.of(*part) > Fen::ZERO)
            .map(|part| (WORDS.part)(part, &format::yuan(paid.of(part))));
        named.collect::<Vec<_>>().join("，")
    }

    fn steps(&self) -> Markup {
        let standing = self.after.as_ref().unwrap_or(&self.before);
        let left = standing.needed().sum();
        html! {
            h2 { (WORDS.steps) }
            ol {
                @if left > Fen::ZERO {
                    li { ((WORDS.step_pay)(&format::date(standing.on), &format::yuan(left))) }
                    li { (WORDS.step_barred) }
                }
                @if let Some(next) = standing.next {
                    li {
                        ((WORDS.step_next)(&format::date(next.on), &format::yuan(next.amount)))
                        @if let Some(to_pay) = standing.next_to_pay().filter(|rest| *rest < next.amount) {
                            ((WORDS.step_rest)(&format::yuan(next.amount - to_pay), &format::yuan(to_pay)))
                        }
                    }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        let missed = &self.after.as_ref().unwrap_or(&self.before).missed;
        let columns = if self.after.is_some() { 6 } else { 5 };
        html! {
            @if !missed.is_empty() {
                table.stack {
                    caption { (WORDS.table) }
                    thead { tr {
                        @for (at, column) in WORDS.columns.iter().take(columns).enumerate() {
                            th.amount[at > 0] scope="col" { (column) }
                        }
                    } }
                    tbody { @for missed in missed { (row(missed, columns)) } }
                }
            }
        }
    }
}

fn row(missed: &Missed, columns: usize) -> Markup {
    let cells = [
        (WORDS.days)(missed.days),
        format::yuan(missed.charged.principal),
        format::yuan(missed.charged.interest),
        format::yuan(missed.charged.penalty),
        format::yuan(missed.paid.sum()),
    ];
    html! {
        tr {
            th scope="row" { (format::date(missed.due_on)) }
            @for (cell, label) in cells.iter().zip(&WORDS.columns[1..columns]) {
                td.amount data-label=(label) { (cell) }
            }
        }
    }
}

impl Answer for Arrears {
    fn head(&self) -> String {
        html! {
            (self.needed())
            @if let Some(paid) = self.paid() { (paid) }
        }
        .into_string()
    }

    fn rest(&self) -> String {
        let formula = (WORDS.formula)(
            &self.rate.to_string(),
            self.rules.penalty.more_percent.get(),
            &self.penalty_rate(),
        );
        let how = html! { p { (formula) } (soft(WORDS.rounding)) };
        html! {
            (self.table())
            (self.steps())
            (details("how", WORDS.how, &how))
            (sources("sources", WORDS.sources, &self.bases()))
        }
        .into_string()
    }
}
