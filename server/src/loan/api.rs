//! The loan room for programs.

use std::sync::Arc;

use app::loan::estimate::blank;
use app::text::rules::basis;
use app::text::{Lang, Worded, text};
use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use fund::quota::{Effect, Gate, Limit};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use super::estimate::Filled;
use super::refusal::refused;
use crate::http::failure::Failure;
use crate::http::form::QueryFields;
use crate::http::problem::Problem;
use crate::http::visitor::Visitor;
use crate::state::AppState;

#[derive(OpenApi)]
#[openapi(paths(
    quota,
    super::repayment::json,
    super::repayment::csv,
    super::repayment::xlsx,
    super::repayment::ics,
    super::rates::json,
    super::prepayment::prepayment,
    super::existing::api::existing,
    super::compare::json,
    super::afford::json,
    super::overdue::json,
    super::contribution::json,
    super::offset::json
))]
pub(crate) struct Api;

#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the interface's own word")]
pub(crate) struct Quota {
    /// Yuan, as all amounts.
    quota: String,
    /// Code of the limit that decides it: `ceiling`, `balance`, `price`, `capacity`, `term`, `outstanding`.
    binding: &'static str,
    /// Every condition is met, as far as is known.
    possible: bool,
    gates: Vec<QuotaGate>,
    limits: Vec<QuotaLimit>,
    /// The term asked for in months, or the longest allowed; absent when there is none.
    months: Option<u16>,
    months_max: Option<u16>,
    /// Percent a year over that term.
    annual_rate: String,
    /// What is repaid first when the whole quota is borrowed.
    first_payment: String,
    /// What would raise it, the greatest gain first: each the same question with one thing different.
    changes: Vec<QuotaChange>,
    /// What a bank would lend beside the fund; for a combined loan.
    bank_part: Option<QuotaBankPart>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuotaChange {
    /// `second_contributor`, `months`, `balance`, `term`, `no_debts`, `child` or `least_down_payment`.
    code: &'static str,
    label: String,
    quota: String,
    gain: String,
    first_payment: String,
    binding: &'static str,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuotaBankPart {
    amount: String,
    /// Percent a year: the prime rate in force; the bank's own may differ.
    annual_rate: String,
    first_payment: String,
    /// Of both parts.
    first_payment_together: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuotaGate {
    code: &'static str,
    met: bool,
    /// Nobody has said; taken as met until the application.
    assumed: bool,
    reason: String,
    /// The day on which waiting alone will have met it.
    met_on: Option<NaiveDate>,
    source: String,
    verified: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QuotaLimit {
    code: &'static str,
    label: String,
    amount: String,
    /// The figures behind it, in a sentence.
    working: String,
    rule: String,
    source: String,
    effective_from: NaiveDate,
    verified: bool,
}

/// How much may be borrowed, and why. For a signed-in person, balances, months contributed and income may be left out: they
/// come from the account.
#[utoipa::path(get, path = "/quota", tag = "loan", params(
    ("price" = String, Query, description = "price of the home, yuan"),
    ("home" = String, Query, description = "`first` or `second`"),
    ("contributors" = String, Query, description = "`one` or `two`"),
    ("balances" = String, Query, description = "account balances together, yuan"),
    ("months_contributed" = u16, Query, description = "months of continuous contribution"),
    ("income" = String, Query, description = "household income a month, yuan"),
    ("years" = u16, Query, description = "term asked for, 1–30"),
    ("product" = Option<String>, Query, description = "`ordinary` (default), `entrepreneurship_housing`, `other_city`, \
        `combined` or `commercial_to_fund`"),
    ("amount" = Option<String>, Query, description = "amount wanted, yuan"),
    ("spouse_balances" = Option<String>, Query, description = "added to `balances`, yuan"),
    ("spouse_income" = Option<String>, Query, description = "added to `income`, yuan"),
    ("monthly" = Option<String>, Query, description = "contributed a month by all borrowers and employers, yuan"),
    ("outstanding" = Option<String>, Query, description = "owed on the bank loan to replace, yuan"),
    ("birth" = Option<String>, Query, description = "date of birth, YYYY-MM-DD: decides retirement"),
    ("track" = Option<String>, Query, description = "`man`, `woman_cadre` or `woman_worker`"),
    ("building_age" = Option<u16>, Query, description = "age of a second-hand building, years"),
    ("green_building" = Option<String>, Query, description = "`1` for a certified green building"),
    ("talent" = Option<String>, Query, description = "`1` for a recognised talent"),
    ("earlier_loans" = Option<u8>, Query, description = "fund loans the household has had"),
    ("good_credit" = Option<String>, Query, description = "`yes` or `no`"),
    ("method" = Option<String>, Query, description = "`level_payment` (default) or `level_principal`"),
    ("children" = Option<u8>, Query, description = "children in the household"),
    ("debts" = Option<String>, Query, description = "other debts a month, yuan"),
    ("area" = Option<String>, Query, description = "floor area, m²")
), responses((status = 200, body = Quota), (status = 422, body = Problem)))]
pub(crate) async fn quota(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Json<Quota>, Failure> {
    let lang = visitor.lang;
    let filled = Filled::new(&state, &visitor, &fields, blank()).await?;
    let assessed = filled.assess(&state)?.map_err(|errors| refused(&errors))?;
    let assessment = assessed.assessment;
    Ok(Json(Quota {
        quota: assessment.quota.to_string(),
        binding: assessment.binding.code(),
        possible: assessment.possible(),
        months: assessment.months.map(fund::months::Months::get),
        months_max: assessment.months_max.map(fund::months::Months::get),
        annual_rate: assessed.quote.rate.to_string(),
        first_payment: assessment.first_payment.to_string(),
        gates: assessment
            .gates
            .iter()
            .map(|gate| QuotaGate::new(gate, lang))
            .collect(),
        limits: assessment
            .limits
            .iter()
            .map(|limit| QuotaLimit::new(limit, lang))
            .collect(),
        changes: assessed
            .effects
            .iter()
            .map(|effect| QuotaChange::new(effect, lang))
            .collect(),
        bank_part: assessed.bank.map(|bank| QuotaBankPart {
            amount: bank.part.amount.to_string(),
            annual_rate: bank.part.rate.to_string(),
            first_payment: bank.part.first_payment.to_string(),
            first_payment_together: bank.part.together.to_string(),
        }),
    }))
}

impl QuotaChange {
    fn new(effect: &Effect, lang: Lang) -> Self {
        let words = text(lang);
        Self {
            code: effect.change.code(),
            label: (words.loan.estimate.change)(&effect.change, &words.format),
            quota: effect.amount.to_string(),
            gain: effect.gain.to_string(),
            first_payment: effect.first_payment.to_string(),
            binding: effect.binding.code(),
        }
    }
}

impl QuotaGate {
    pub(super) fn new(gate: &Gate, lang: Lang) -> Self {
        Self {
            code: gate.code.code(),
            met: gate.met,
            assumed: gate.assumed,
            reason: gate.worded(lang),
            met_on: gate.met_on,
            source: basis::source(lang, &gate.basis).text(),
            verified: gate.basis.verified,
        }
    }
}

impl QuotaLimit {
    fn new(limit: &Limit, lang: Lang) -> Self {
        Self {
            code: limit.code.code(),
            label: limit.code.worded(lang),
            amount: limit.amount.to_string(),
            working: limit.working.worded(lang),
            rule: basis::rule(lang, &limit.basis).text(),
            source: basis::sources(lang, limit.bases()).text(),
            effective_from: limit.effective_from(),
            verified: limit.verified(),
        }
    }
}
