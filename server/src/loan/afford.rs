//! `/loan/afford`: the highest price that savings and a monthly budget carry; the page and the JSON.

use std::sync::Arc;

use app::form::FormErrors;
use app::loan::afford::{self, Affordable, Field, Found, Page, Question, Terms, household_of, name_costs};
use app::loan::answer::Live as _;
use app::loan::form::{FormField, Typed};
use app::text::{Lang, text};
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use fund::afford::{Binding, Financing, NotFinanced, financing};
use fund::quota::{Household, longest_term};
use fund::repayment::Loan;
use serde::Serialize;
use utoipa::ToSchema;

use super::api::QuotaGate;
use super::estimate::KnownApplicant;
use super::own_records::{self, Source, filled_in_part};
use super::pages::status;
use super::refusal::refused;
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::problem::Problem;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;

/// What stands in the form, and what it gives.
async fn filled(
    state: &AppState,
    visitor: &Visitor,
    fields: &Fields,
    start: Typed<Field>,
) -> Result<Page, Failure> {
    let lang = visitor.lang;
    let known = match visitor.signed_in {
        Some(session) => KnownApplicant::of(state, session.person).await?,
        None => None,
    };
    let (typed, origin) = match &known {
        Some(known) => {
            let own = fill(start.clone(), known, years(state, known));
            filled_in_part(&start, own, fields, lang, |typed| afford::read(typed, lang).err())
        }
        None => own_records::typed(start, fields),
    };
    let outcome = match afford::read(&typed, lang) {
        Ok(question) => found(state, (&typed, &question), known.as_ref(), lang)?,
        Err(errors) => Err(errors),
    };
    Ok(Page {
        typed,
        origin,
        outcome,
    })
}

/// The most years the fund lends to somebody of this age; none when it is not even one, which is a condition not met.
fn years(state: &AppState, known: &KnownApplicant) -> Option<u16> {
    let longest = longest_term(known.person, None, &state.edition.quota, state.clock.today());
    Some(longest.months?.get() / 12).filter(|years| *years > 0)
}

fn fill(start: Typed<Field>, known: &KnownApplicant, years: Option<u16>) -> Typed<Field> {
    let start = match years {
        Some(years) => start.with(Field::Years, years.to_string()),
        None => start,
    };
    start
        .with(Field::Balances, known.balance.as_str())
        .with(Field::MonthsContributed, known.months_contributed.to_string())
        .with(Field::Income, known.income.as_str())
}

fn found(
    state: &AppState,
    (typed, question): (&Typed<Field>, &Question),
    known: Option<&KnownApplicant>,
    lang: Lang,
) -> Result<Result<Found, FormErrors>, Failure> {
    let words = &text(lang).loan.afford;
    let (edition, today) = (&state.edition, state.clock.today());
    let longest = edition.quota.term.longest;
    if question.means.months > longest {
        let reason = (words.longest)(longest.get() / 12);
        return Ok(Err(FormErrors::one(Field::Years.name(), reason)));
    }
    let (household, bank) = (household(question, known), question.bank.is_some());
    let (market, months) = (question.household.market, question.means.months);
    let Financing {
        mut offer,
        limit,
        unmet,
        bases,
    } = match financing(&household, market, bank, months, edition, today) {
        Ok(financing) => financing,
        Err(NotFinanced::Home) => return Ok(Err(FormErrors::one(Field::Home.name(), words.home_not_lent))),
        Err(error @ NotFinanced::NoRate(_)) => return Err(Failure::Internal(error.to_string())),
    };
    name_costs(&mut offer, &edition.purchase_costs, lang);
    let terms = Terms {
        offer,
        share: edition.quota.capacity.share,
        longest,
        household: household_of(typed),
    };
    Ok(Affordable::of(typed, &terms, lang).map(|answer| Found {
        answer,
        terms,
        limit,
        unmet,
        bases,
    }))
}

fn household(question: &Question, known: Option<&KnownApplicant>) -> Household {
    let household = question.household;
    Household {
        home: household.home,
        contributors: household.contributors,
        children: household.children,
        balances: household.balances,
        months_contributed: household.months_contributed,
        person: known.and_then(|known| known.person),
        circumstances: known.map(|known| known.circumstances).unwrap_or_default(),
    }
}

/// The page; what was not typed is an example.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Response, Failure> {
    let data = filled(
        &state,
        &visitor,
        &fields,
        afford::start(state.edition.quota.term.longest, visitor.lang),
    )
    .await?;
    let status = status(data.outcome.is_ok());
    let ctx = visitor.page(&state);
    Ok(render(status, move || afford::page(&ctx, data.clone())).await)
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AffordableHome {
    /// The highest price, whole yuan; `0.00` when nothing can be bought.
    price: String,
    /// Floor area at that price, m².
    area: String,
    /// What decides it: `budget`, `savings`, `fund_limit`, `area` or `largest_area`.
    binding: &'static str,
    fund: AffordableLoan,
    bank: AffordableLoan,
    /// Of both loans together.
    first_payment: String,
    down_payment: String,
    costs: Vec<AffordableCost>,
    /// Down payment, taxes and fees together.
    cash: String,
    /// What was reckoned with a month: the budget, or less where the income carries less.
    budget: String,
    /// The most the fund lends this household.
    fund_most: String,
    /// The same at other rates.
    moves: Vec<AffordableMove>,
    /// Conditions for a fund loan that are not met.
    unmet: Vec<QuotaGate>,
    sources: Vec<Source>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AffordableLoan {
    principal: String,
    /// Percent a year.
    annual_rate: String,
    months: u16,
    method: &'static str,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AffordableCost {
    label: String,
    amount: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AffordableMove {
    /// Added to both rates, hundredths of a percent.
    basis_points: i32,
    /// Absent where a rate would fall below zero.
    price: Option<String>,
}

/// The highest price that savings and a monthly budget carry. For a signed-in person, balances, months contributed and income
/// may be left out: they come from the account.
#[utoipa::path(get, path = "/afford", tag = "loan", params(
    ("savings" = String, Query, description = "what can be paid at once, yuan"),
    ("budget" = String, Query, description = "what can be paid each month, yuan"),
    ("per_square_metre" = String, Query, description = "price of a square metre, yuan"),
    ("years" = u16, Query, description = "term of the loans, 1–30"),
    ("method" = String, Query, description = "`level_payment` or `level_principal`"),
    ("market" = String, Query, description = "`new` or `resale`"),
    ("bank" = String, Query, description = "`yes` where a bank may lend too, else `no`"),
    ("points" = Option<String>, Query, description = "basis points the bank adds to the prime rate"),
    ("home" = String, Query, description = "`first` or `second`"),
    ("contributors" = String, Query, description = "`one` or `two`"),
    ("balances" = String, Query, description = "account balances together, yuan"),
    ("children" = Option<u8>, Query, description = "children in the household"),
    ("months_contributed" = u16, Query, description = "months of continuous contribution"),
    ("income" = Option<String>, Query, description = "household income a month, yuan: lowers the budget to what it carries")
), responses((status = 200, body = AffordableHome), (status = 422, body = Problem)))]
pub(crate) async fn json(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Json<AffordableHome>, Failure> {
    let data = filled(&state, &visitor, &fields, Typed::blank()).await?;
    let found = data.outcome.map_err(|errors| refused(&errors))?;
    Ok(Json(AffordableHome::new(&found, visitor.lang)))
}

impl AffordableHome {
    fn new(found: &Found, lang: Lang) -> Self {
        let Affordable {
            found: home, means, ..
        } = &found.answer;
        let moves = found.answer.moved().map(|(basis_points, price)| AffordableMove {
            basis_points,
            price: price.map(|price| price.to_string()),
        });
        let costs = home.costs.iter().map(|(label, amount)| AffordableCost {
            label: label.clone(),
            amount: amount.to_string(),
        });
        Self {
            price: home.price.to_string(),
            area: home.area.to_string(),
            binding: match home.binding {
                Binding::Budget => "budget",
                Binding::Savings => "savings",
                Binding::FundLimit => "fund_limit",
                Binding::Area => "area",
                Binding::LargestArea => "largest_area",
            },
            fund: AffordableLoan::from(&home.fund),
            bank: AffordableLoan::from(&home.bank),
            first_payment: home.first_payment().to_string(),
            down_payment: home.down_payment.to_string(),
            costs: costs.collect(),
            cash: home.cash.to_string(),
            budget: means.budget.to_string(),
            fund_most: found.terms.offer.fund_most.to_string(),
            moves: moves.collect(),
            sources: found.bases.iter().map(|basis| Source::new(basis, lang)).collect(),
            unmet: found
                .unmet
                .iter()
                .map(|gate| QuotaGate::new(gate, lang))
                .collect(),
        }
    }
}

impl From<&Loan> for AffordableLoan {
    fn from(loan: &Loan) -> Self {
        Self {
            principal: loan.principal.to_string(),
            annual_rate: loan.rate.to_string(),
            months: loan.months.get(),
            method: loan.method.code(),
        }
    }
}
