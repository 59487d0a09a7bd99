//! What comes out: the payment, the interest, each year.

use fund::repayment::{Loan, Method, Schedule, Year, schedule, yearly};
use maud::{Markup, html};

use crate::{
    loan::{
        chart,
        live::Answer,
        parts::{details, figure, ready, soft},
        table,
    },
    text::{
        format,
        loan::{Answer as Words, RESULT_ZH_CN},
    },
};

const WORDS: &Words = &RESULT_ZH_CN;

/// What a loan costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// The loan.
    pub loan: Loan,
    /// Its instalments.
    pub schedule: Schedule,
    years: Vec<Year>,
}

impl Costs {
    pub(super) fn new(loan: Loan) -> Self {
        let schedule = schedule(&loan);
        Self {
            loan,
            years: yearly(&schedule),
            schedule,
        }
    }

    fn payment(&self) -> Markup {
        let label = match self.loan.method {
            Method::LevelPayment => WORDS.monthly,
            Method::LevelPrincipal => WORDS.first_month,
        };
        let (first, last) = (self.schedule.first_payment(), self.schedule.last_payment());
        let interest = format::yuan(self.schedule.total_interest);
        let mut sentence = (WORDS.interest)(&interest, &self.loan.rate.to_string());
        if first != last {
            sentence = format!("{sentence}，{}", (WORDS.last_month)(&format::yuan(last)));
        }
        html! {
            (figure(label, first))
            (soft(&sentence))
        }
    }
}

impl Answer for Costs {
    fn head(&self) -> String {
        let parts = [
            (WORDS.schedule.principal, self.loan.principal),
            (WORDS.schedule.interest, self.schedule.total_interest),
        ];
        html! {
            (self.payment())
            (chart::years(&self.years, parts, &WORDS.schedule))
        }
        .into_string()
    }

    fn rest(&self) -> String {
        let table = html! {
            p.soft { (WORDS.schedule.convention) }
            div.years { (ready(table::years(&self.schedule, &WORDS.schedule))) }
        };
        details("schedule", WORDS.schedule.title, &table).into_string()
    }
}
