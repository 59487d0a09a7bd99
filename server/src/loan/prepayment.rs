//! Prepayment: the page `/loan/prepayment` and the same as JSON.

use std::sync::Arc;

use app::loan::answer::Live as _;
use app::loan::form::Typed;
use app::loan::prepayment::{Beyond, Field, Page, Savings, fees_text, page, start};
use app::text::rules::basis;
use app::text::text;
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use fund::money::Fen;
use fund::repayment::{Done, Keep, Pay, Timing};
use serde::Serialize;
use utoipa::ToSchema;

use super::own_records::{OwnRecords, fill_rest, filled};
use super::pages::{status, todays_rate};
use super::refusal::refused;
use super::repayment::RepaymentMonth;
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::language::Language;
use crate::http::problem::Problem;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;

/// With the centre's fees, whatever was sent under their name.
fn with_fees(state: &AppState, typed: Typed<Field>) -> Typed<Field> {
    typed.with(Field::Fees, fees_text(&state.edition.prepayment.fees))
}

/// What was sent for rows that the form does not have.
fn beyond(fields: &Fields) -> Beyond {
    let pairs = fields.pairs().iter();
    Beyond::of(pairs.map(|(name, text)| (name.as_str(), text.as_str())))
}

/// The person's own loan, and as an example half of it, at most what the page's own example repays, after the next instalment.
fn fill(start: Typed<Field>, own: &OwnRecords) -> Option<Typed<Field>> {
    let rest = own.ahead()?;
    if rest.months.get() < 2 {
        return None;
    }
    let half = Fen::from_yuan(rest.principal.get() / 200);
    let example = Fen::parse_human(start.get(Field::Amount(0))).unwrap_or(half);
    let loan = [Field::Principal, Field::Months, Field::AnnualRate, Field::Method];
    let typed = fill_rest(start, &rest, loan)
        .with(Field::After(0), "1")
        .with(Field::Amount(0), half.min(example).to_string());
    Some(typed)
}

/// `/loan/prepayment`.
pub(crate) async fn prepayment_page(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Response, Failure> {
    let start = start(&todays_rate(&state).unwrap_or_default(), visitor.lang);
    let own = OwnRecords::of(&state, &visitor).await?;
    let own = own.and_then(|own| fill(start.clone(), &own));
    let (typed, origin) = filled(start, own, &fields, |own| {
        Savings::of(own, &(), visitor.lang).is_err()
    });
    let typed = with_fees(&state, typed);
    let beyond = beyond(&fields);
    let words = &text(visitor.lang).loan.prepayment;
    let outcome = beyond.check(Savings::of(&typed, &(), visitor.lang), words);
    let status = status(outcome.is_ok());
    let ctx = visitor.page(&state);
    let data = Page {
        typed,
        beyond,
        origin,
        outcome,
        basis: state.edition.prepayment.basis.clone(),
    };
    Ok(render(status, move || page(&ctx, data.clone())).await)
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Prepayment {
    /// Instalments still to come, right after the last repayment ahead.
    months_left: u16,
    /// The first of them; `0.00` when everything is repaid.
    next_payment: String,
    /// The loan's last instalment.
    last_payment: String,
    /// Interest of the plain schedule less that of this one.
    interest_saved: String,
    /// How many months sooner the loan is over.
    months_saved: u16,
    total_interest: String,
    /// Fees for repaying ahead, all together.
    fee: String,
    /// Interest saved less fees.
    net_saving: String,
    /// What is paid month by month. What is repaid ahead stands in `prepayments`: after that instalment the balance is
    /// lower by its amount.
    instalments: Vec<RepaymentMonth>,
    /// Everything repaid ahead, in its order; one that comes again as often as it does.
    prepayments: Vec<Ahead>,
    /// The first repayment ahead in each of the coming months, up to a year later.
    timings: Vec<PrepaymentTiming>,
    /// The instalment after which the first one saves most within twelve months, fees counted.
    best_after: Option<u16>,
    /// What fees, or that there are none, rest on.
    source: String,
    /// Whether somebody has compared that with the document.
    verified: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Ahead {
    after: u16,
    amount: String,
    /// `payment`, `term` or `settle`.
    keep: &'static str,
    fee: String,
    /// What is owed right afterwards.
    balance: String,
    months_left: u16,
    next_payment: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PrepaymentTiming {
    after: u16,
    interest_saved: String,
    fee: String,
    net_saving: String,
}

/// What repaying a loan ahead of time saves. Up to six times, in their order: the second is `after2`, `amount2`, `keep2`, and so
/// on; a seventh is refused. The first comes again with `every`. Several after one instalment are carried out in the order
/// given. `term` spreads what is owed over the instalments the loan then has: after an earlier one with `payment` had
/// shortened it, over the shorter rest. A rest of which a month's part rounds to nothing is repaid by a fen a month. Each falls
/// on a due day, after its instalment; on any other day, the last due day bears interest and the day the money arrives does not.
#[utoipa::path(get, path = "/prepayment", tag = "loan", params(
    ("principal" = String, Query, description = "amount lent, yuan"),
    ("months" = u16, Query, description = "1–360"),
    ("annual_rate" = String, Query, description = "percent a year, such as 3.25"),
    ("method" = String, Query, description = "`level_payment` or `level_principal`"),
    ("after" = u16, Query, description = "the instalment it follows, on the same day"),
    ("amount" = Option<String>, Query, description = "principal repaid ahead, yuan, at most what is owed then, which settles; not needed to settle"),
    ("keep" = String, Query, description = "`payment` (the loan ends sooner), `term` (each month costs less) or `settle` (everything is repaid)"),
    ("every" = Option<String>, Query, description = "the first comes again: `month` or `year` (every twelfth instalment), from `after` on until the loan is repaid, the last time with what is left; `once` unless given")
), responses((status = 200, body = Prepayment), (status = 422, body = Problem)))]
pub(crate) async fn prepayment(
    State(state): State<Arc<AppState>>,
    Language(lang): Language,
    QueryFields(fields): QueryFields,
) -> Result<Json<Prepayment>, Failure> {
    let typed = with_fees(&state, Typed::blank().sent(|name| fields.find(name)));
    let savings = beyond(&fields).check(Savings::of(&typed, &(), lang), &text(lang).loan.prepayment);
    let savings = savings.map_err(|errors| refused(&errors))?;
    let rests_on = &state.edition.prepayment.basis;
    let prepaid = &savings.prepaid;
    let last = prepaid.events.last();
    Ok(Json(Prepayment {
        months_left: last.map_or(0, |done| done.months_left),
        next_payment: last.map(|done| done.next_payment).unwrap_or_default().to_string(),
        last_payment: prepaid.schedule.last_payment().to_string(),
        interest_saved: prepaid.interest_saved().to_string(),
        months_saved: prepaid.months_saved(),
        total_interest: prepaid.schedule.total_interest.to_string(),
        fee: prepaid.fees().to_string(),
        net_saving: prepaid.net_saving().to_string(),
        instalments: prepaid
            .schedule
            .instalments
            .iter()
            .map(RepaymentMonth::from)
            .collect(),
        prepayments: prepaid.events.iter().map(Ahead::from).collect(),
        timings: savings.timings.iter().map(PrepaymentTiming::from).collect(),
        best_after: savings.best().map(|timing| timing.after),
        source: [
            basis::rule(lang, rests_on).text(),
            basis::source(lang, rests_on).text(),
        ]
        .join(text(lang).format.between_clauses),
        verified: rests_on.verified,
    }))
}

impl From<&Done> for Ahead {
    fn from(done: &Done) -> Self {
        Self {
            after: done.event.after,
            amount: done.amount.to_string(),
            keep: match done.event.pay {
                Pay::Amount(_, keep) => Keep::code(keep),
                Pay::Settle => "settle",
            },
            fee: done.fee.to_string(),
            balance: done.balance.to_string(),
            months_left: done.months_left,
            next_payment: done.next_payment.to_string(),
        }
    }
}

impl From<&Timing> for PrepaymentTiming {
    fn from(timing: &Timing) -> Self {
        Self {
            after: timing.after,
            interest_saved: timing.interest_saved.to_string(),
            fee: timing.fee.to_string(),
            net_saving: timing.net().to_string(),
        }
    }
}
