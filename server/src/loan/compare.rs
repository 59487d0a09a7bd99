//! `/loan/compare`: up to four ways to borrow, side by side; the page and the JSON.

use std::sync::Arc;

use app::loan::answer::Live as _;
use app::loan::compare::{self, Comparison, Page, RatesToday};
use app::loan::form::Typed;
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use fund::plan::{Compared, Plan};
use serde::Serialize;
use utoipa::ToSchema;

use super::own_records::typed;
use super::pages::status;
use super::refusal::refused;
use super::repayment::rates_today;
use crate::http::failure::Failure;
use crate::http::form::QueryFields;
use crate::http::language::Language;
use crate::http::problem::Problem;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;

/// The page; what was not typed is an example at today's rates.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Response {
    let rates = rates_today(&state).map(|today| RatesToday {
        fund: today.first,
        prime: today.prime,
    });
    let (typed, origin) = typed(compare::start(rates, visitor.lang), &fields);
    let data = Page {
        outcome: Comparison::of(&typed, &(), visitor.lang),
        typed,
        origin,
    };
    let status = status(data.outcome.is_ok());
    let ctx = visitor.page(&state);
    render(status, move || compare::page(&ctx, data.clone())).await
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoanComparison {
    plans: Vec<ComparedPlan>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ComparedPlan {
    /// Which of the form's plans, from 1.
    number: usize,
    /// `fund`, `combined` or `commercial`.
    kind: &'static str,
    first_payment: String,
    last_payment: String,
    total_interest: String,
    months: usize,
    /// Where `granted_on` was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pays_off_on: Option<NaiveDate>,
    /// Total interest less that of the first plan; negative when it is less.
    more_interest: String,
    /// First payment less that of the first plan.
    more_first_payment: String,
    /// Months until it is repaid less those of the first plan.
    more_months: i32,
    /// No plan costs less interest, and some cost more.
    cheapest: bool,
    /// No plan has a smaller first payment, and some have a larger one.
    lightest: bool,
}

/// Up to four ways to borrow the same amount, side by side. Plan 1 is `kind_1`, `years_1`, `method_1`, `points_1`; the others
/// likewise.
#[utoipa::path(get, path = "/compare", tag = "loan", params(
    ("amount" = String, Query, description = "all that is borrowed, yuan"),
    ("fund_amount" = Option<String>, Query, description = "the fund's part of a combined plan, yuan"),
    ("granted_on" = Option<NaiveDate>, Query, description = "day of granting; gives the day each plan is repaid"),
    ("rate_le5y" = String, Query, description = "the fund's rate up to five years, percent a year"),
    ("rate_gt5y" = String, Query, description = "the fund's rate for longer"),
    ("prime" = String, Query, description = "the five-year loan prime rate"),
    ("kind_1" = String, Query, description = "`fund`, `combined` or `commercial`"),
    ("years_1" = Option<u16>, Query, description = "1–30"),
    ("method_1" = Option<String>, Query, description = "`level_payment` or `level_principal`"),
    ("points_1" = Option<String>, Query, description = "basis points the bank adds to the prime rate"),
    ("kind_2" = String, Query, description = "the second way, as the first"),
    ("years_2" = Option<u16>, Query),
    ("method_2" = Option<String>, Query),
    ("points_2" = Option<String>, Query),
    ("kind_3" = Option<String>, Query, description = "a third way, or `none`"),
    ("years_3" = Option<u16>, Query),
    ("method_3" = Option<String>, Query),
    ("points_3" = Option<String>, Query),
    ("kind_4" = Option<String>, Query, description = "a fourth way, or `none`"),
    ("years_4" = Option<u16>, Query),
    ("method_4" = Option<String>, Query),
    ("points_4" = Option<String>, Query)
), responses((status = 200, body = LoanComparison), (status = 422, body = Problem)))]
pub(crate) async fn json(
    Language(lang): Language,
    QueryFields(fields): QueryFields,
) -> Result<Json<LoanComparison>, Failure> {
    let typed = Typed::blank().sent(|name| fields.find(name));
    let comparison = Comparison::of(&typed, &(), lang).map_err(|errors| refused(&errors))?;
    let plans = comparison.plans.iter().map(|(at, plan)| compared(at + 1, plan));
    Ok(Json(LoanComparison {
        plans: plans.collect(),
    }))
}

fn compared(number: usize, compared: &Compared) -> ComparedPlan {
    ComparedPlan {
        number,
        kind: match compared.plan {
            Plan::Fund { .. } => "fund",
            Plan::Combined { .. } => "combined",
            Plan::Commercial { .. } => "commercial",
        },
        first_payment: compared.schedule.first_payment().to_string(),
        last_payment: compared.schedule.last_payment().to_string(),
        total_interest: compared.schedule.total_interest.to_string(),
        months: compared.schedule.instalments.len(),
        pays_off_on: compared.pays_off_on,
        more_interest: compared.more_interest.to_string(),
        more_first_payment: compared.more_first_payment.to_string(),
        more_months: compared.more_months,
        cheapest: compared.cheapest,
        lightest: compared.lightest,
    }
}
