//! The page `/loan/repayment`: what a given loan costs, whoever borrows it.

use fund::{
    months::Months,
    rate::Rate,
    repayment::{Loan, Method, Year, schedule, yearly},
};
use leptos::prelude::*;

use super::{
    chart::{chart, columns, interest_sentence},
    estimate::methods,
    form::positive,
    table,
};
use crate::{
    components::{BackLink, Button, Details, ErrorSummary, Keypad, MoneyFigure, Radios, TextField},
    form::FormErrors,
    shell::{Head, PageContext, document},
    text::{format, loan::Text, text},
};

/// Where the form is sent, by GET.
pub const PATH: &str = "/loan/repayment";
/// Name of the field for the amount lent.
pub const PRINCIPAL: &str = "principal";
/// Name of the field for the number of instalments.
pub const MONTHS: &str = "months";
/// Name of the field for the annual rate in percent.
pub const ANNUAL_RATE: &str = "annual_rate";
/// Name of the field for the method of repayment.
pub const METHOD: &str = "method";

/// What stands in each field, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Under [`PRINCIPAL`].
    pub principal: String,
    /// Under [`MONTHS`].
    pub months: String,
    /// Under [`ANNUAL_RATE`].
    pub annual_rate: String,
    /// Under [`METHOD`].
    pub method: String,
}

impl Typed {
    /// The loan, or what is wrong with each field.
    pub fn read(&self, words: &'static Text) -> Result<Loan, FormErrors> {
        let (form, refused) = (&words.form, &words.refused);
        let mut errors = FormErrors::default();
        let mut refuse =
            |field: &str, label: &str, reason: &str| errors.add(field, (refused.field)(label, reason));
        let principal =
            positive(&self.principal, refused).map_err(|reason| refuse(PRINCIPAL, form.principal, &reason));
        let months = self
            .months
            .trim()
            .parse::<Months>()
            .map_err(|error| refuse(MONTHS, form.months, &error.to_string()));
        let rate = self
            .annual_rate
            .trim()
            .parse::<Rate>()
            .map_err(|error| refuse(ANNUAL_RATE, form.annual_rate, &error.to_string()));
        let method = self
            .method
            .trim()
            .parse::<Method>()
            .map_err(|error| refuse(METHOD, form.method, &error.to_string()));
        match (principal, months, rate, method) {
            (Ok(principal), Ok(months), Ok(rate), Ok(method)) => Ok(Loan {
                principal,
                months,
                rate,
                method,
            }),
            _ => Err(errors),
        }
    }
}

/// The page, with the schedule or with what to correct.
pub fn page(ctx: &PageContext, typed: Typed) -> impl IntoView + use<> {
    let words = &text(ctx.lang).loan;
    let form = &words.form;
    let (loan, errors) = match typed.read(words) {
        Ok(loan) => (Some(loan), FormErrors::default()),
        Err(errors) => (None, errors),
    };
    let error = |field: &str| errors.of(field);
    let head = Head::new(words.page.repayment_title).refused(loan.is_none());
    let body = view! {
        <BackLink href=super::estimate::PATH/>
        <ErrorSummary errors=errors.clone() lang=ctx.lang/>
        <h1>{words.page.repayment_title}</h1>
        {loan.map(|loan| result(&loan, words))}
        <form method="get" action=PATH>
            <TextField name=PRINCIPAL label=form.principal hint=form.price_hint keypad=Keypad::Amount unit="元"
                maxlength=30 value=typed.principal error=error(PRINCIPAL)/>
            <TextField name=MONTHS label=form.months hint=form.months_hint keypad=Keypad::Digits unit=form.months_unit
                maxlength=10 value=typed.months error=error(MONTHS)/>
            <TextField name=ANNUAL_RATE label=form.annual_rate unit="%" maxlength=10 value=typed.annual_rate
                error=error(ANNUAL_RATE)/>
            <Radios name=METHOD legend=form.method side_by_side=true selected=typed.method choices=methods(form)
                error=error(METHOD)/>
            <Button>{words.page.submit}</Button>
        </form>
        <p class="soft">{words.page.share}</p>
    };
    document(ctx, head, body)
}

fn result(loan: &Loan, words: &'static Text) -> impl IntoView + use<> {
    let answer = &words.result;
    let schedule = schedule(loan);
    let (first, last) = (schedule.first_payment(), schedule.last_payment());
    let label = match loan.method {
        Method::LevelPayment => answer.monthly,
        Method::LevelPrincipal => answer.first_month,
    };
    let interest = (answer.interest)(&format::yuan(schedule.total_interest), &loan.rate.to_string());
    let last = (first != last).then(|| format!("，{}", (answer.last_month)(&format::yuan(last))));
    let part = |class, label: &str, amount| {
        view! { <li><span class=class></span>{format!("{label} {}", format::yuan(amount))}</li> }
    };
    let legend = view! {
        <ul class="legend">
            {part("swatch part-1", answer.schedule.principal, loan.principal)}
            {part("swatch part-2", answer.schedule.interest, schedule.total_interest)}
        </ul>
    };
    let years = yearly(&schedule);
    let end = |year: Option<&Year>| year.map(|year| (answer.schedule.year)(year.number));
    let ends = (end(years.first()), end(years.last()));
    let chart = chart(
        columns(&years),
        legend,
        ends,
        interest_sentence(&years, &answer.schedule),
    );
    let table = table::years(&schedule, &answer.schedule);
    view! {
        <section class="card" aria-label=words.page.repayment_title>
            <MoneyFigure label amount=first/>
            <p class="soft">{interest}{last}</p>
            {chart}
            <Details summary=answer.schedule.title>
                <p class="soft">{answer.schedule.convention}</p>
                <div class="years" inner_html=table></div>
            </Details>
        </section>
    }
}
