//! `/loan/contribution`: what is contributed, and what becomes of it; the page and the JSON.

use std::sync::Arc;

use app::loan::contribution::{self, Field, Page, Savings};
use app::loan::form::Typed;
use app::text::Lang;
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use fund::contribution::{Bound, Contributed, ContributionRules, Cost, Ratio};
use fund::interest::Settlement;
use fund::money::Fen;
use fund::records::Account;
use serde::Serialize;
use utoipa::ToSchema;

use super::own_records::{OwnRecords, Source, filled_in_part, first_day_to_come, typed};
use super::pages::status;
use super::refusal::refused;
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::problem::Problem;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;
use crate::store::error::StoreError;

/// What stands in the form, and what it gives.
async fn asked(
    state: &AppState,
    visitor: &Visitor,
    fields: &Fields,
    start: Typed<Field>,
) -> Result<Page, StoreError> {
    let edition = &state.edition;
    let own = OwnRecords::of(state, visitor).await?.and_then(|own| own.account);
    // A program says itself what it wants to know; what the person's file does not say starts as for everybody.
    let from = first_day_to_come(state);
    let rates = edition.dated_deposit_rates();
    let outcome = |typed: &_| Savings::of(typed, &edition.contribution, &rates, visitor.lang);
    let (typed, origin) = match own {
        Some(account) => {
            let own = fill(
                contribution::start(from, visitor.lang),
                &account,
                &edition.contribution,
            );
            filled_in_part(&start, own, fields, visitor.lang, |typed| outcome(typed).err())
        }
        None => typed(start, fields),
    };
    Ok(Page {
        outcome: outcome(&typed),
        typed,
        origin,
        ratio: edition.contribution.ratio.clone(),
    })
}

fn fill(start: Typed<Field>, account: &Account, rules: &ContributionRules) -> Typed<Field> {
    // The account holds amounts, not the ratios they came about by.
    let ratio = |share: Fen| {
        let ratio = Ratio::behind(share, account.base, rules.rounding.unit);
        ratio.map(|ratio| ratio.to_string()).unwrap_or_default()
    };
    // No base is no wage: nothing came in last month, and what comes from it is not known.
    let base = Some(account.base).filter(|base| *base > Fen::ZERO);
    start
        .with(Field::Wage, base.map(|base| base.to_string()).unwrap_or_default())
        .with(Field::MemberRatio, ratio(account.member_monthly))
        .with(Field::EmployerRatio, ratio(account.employer_monthly))
        .with(Field::Balance, account.balance.to_string())
}

/// The page.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Response, Failure> {
    let start = contribution::start(state.clock.today(), visitor.lang);
    let data = asked(&state, &visitor, &fields, start).await?;
    let status = status(data.outcome.is_ok());
    let ctx = visitor.page(&state);
    Ok(render(status, move || contribution::page(&ctx, data.clone())).await)
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ContributionAnswer {
    /// Both shares a month. Each is base × ratio, rounded half-up by itself to the unit of the edition.
    monthly: String,
    member: String,
    employer: String,
    /// The base they are counted from.
    base: String,
    /// `wage`, `cap` or `floor`.
    bound: &'static str,
    /// At the close of `until`, interest settled by then included.
    balance: String,
    contributed: String,
    /// Settled by then.
    interest: String,
    /// Since the last 30 June, settled on the next one.
    accrued: String,
    months: Vec<ContributionMonth>,
    settlements: Vec<ContributionSettlement>,
    /// What the employer pays for `headcount` people; absent without it.
    employer_cost: Option<EmployerCost>,
    /// The same at that ratio and at every whole percent an employer may choose, in their order.
    employer_costs: Vec<EmployerCost>,
    rules: Vec<Source>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ContributionMonth {
    on: NaiveDate,
    amount: String,
    base: String,
    /// The bounds of its base year are on record.
    known: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ContributionSettlement {
    on: NaiveDate,
    interest: String,
    /// With this interest.
    balance: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmployerCost {
    /// Percent, at most two decimals, such as `5.5`.
    ratio: String,
    monthly: String,
    yearly: String,
}

impl From<&Contributed> for ContributionMonth {
    fn from(month: &Contributed) -> Self {
        Self {
            on: month.on,
            amount: month.monthly.total().to_string(),
            base: month.monthly.base.to_string(),
            known: month.known,
        }
    }
}

impl From<&Settlement> for ContributionSettlement {
    fn from(settlement: &Settlement) -> Self {
        Self {
            on: settlement.on,
            interest: settlement.interest.to_string(),
            balance: (settlement.balance + settlement.interest).to_string(),
        }
    }
}

impl From<&Cost> for EmployerCost {
    fn from(cost: &Cost) -> Self {
        Self {
            ratio: cost.ratio.to_string(),
            monthly: cost.monthly.to_string(),
            yearly: cost.yearly.to_string(),
        }
    }
}

impl ContributionAnswer {
    fn new(savings: &Savings, lang: Lang) -> Self {
        let (monthly, projection) = (&savings.monthly, &savings.projection);
        let (cost, costs) = match &savings.employer {
            Some(employer) => (
                Some((&employer.cost).into()),
                employer.by_ratio.iter().map(Into::into).collect(),
            ),
            None => (None, Vec::new()),
        };
        Self {
            monthly: monthly.total().to_string(),
            member: monthly.member.to_string(),
            employer: monthly.employer.to_string(),
            base: monthly.base.to_string(),
            bound: match monthly.bound {
                Bound::Wage => "wage",
                Bound::Cap => "cap",
                Bound::Floor => "floor",
            },
            balance: projection.balance.to_string(),
            contributed: projection.contributed.to_string(),
            interest: projection.interest.to_string(),
            accrued: projection.accrued.to_string(),
            months: projection.months.iter().map(Into::into).collect(),
            settlements: projection.settled.iter().map(Into::into).collect(),
            employer_cost: cost,
            employer_costs: costs,
            rules: savings
                .bases()
                .iter()
                .map(|basis| Source::new(basis, lang))
                .collect(),
        }
    }
}

/// What is contributed each month, what is in the account on a day, and what it costs an employer. For a signed-in person
/// all may be left out: it comes from the account.
#[utoipa::path(get, path = "/contribution", tag = "loan", params(
    ("wage" = String, Query, description = "last year's average monthly wage, yuan"),
    ("member_ratio" = String, Query, description = "percent, at most two decimals, such as 5.5"),
    ("employer_ratio" = String, Query, description = "percent, at most two decimals, such as 5.5"),
    ("balance" = String, Query, description = "in the account at the beginning of `from`, yuan"),
    ("from" = NaiveDate, Query, description = "the first day"),
    ("until" = NaiveDate, Query, description = "the last day"),
    ("day" = u8, Query, description = "day of the month contributions arrive, 1–31; they bear interest from that day on, that day counted"),
    ("next_wage" = Option<String>, Query, description = "the wage from the next 1 July on, yuan"),
    ("headcount" = Option<u16>, Query, description = "people an employer contributes for")
), responses((status = 200, body = ContributionAnswer), (status = 422, body = Problem)))]
pub(crate) async fn json(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Json<ContributionAnswer>, Failure> {
    let data = asked(&state, &visitor, &fields, Typed::blank()).await?;
    let savings = data.outcome.map_err(|errors| refused(&errors))?;
    Ok(Json(ContributionAnswer::new(&savings, visitor.lang)))
}
