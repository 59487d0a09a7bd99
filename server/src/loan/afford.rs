//! `/loan/afford`: the highest price that savings and a monthly budget carry; the page and the JSON.

use std::sync::Arc;

use app::form::FormErrors;
use app::loan::afford::{self, Afford, Affordable, Asked, Field, Found, Terms, household_of};
use app::loan::sheet::{FormField, Typed};
use app::text::loan::afford::ZH_CN as WORDS;
use app::text::loan::compare::ZH_CN as COMPARE;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use fund::afford::{Binding, Offer};
use fund::costs::paid_for;
use fund::money::Fen;
use fund::quota::{
    Applicant, AreaBand, DownPayment, Gate, GateCode, Home, Limit, LimitCode, Percent, Product, QuotaRules,
    assess, longest_term,
};
use fund::repayment::Loan;
use serde::Serialize;
use utoipa::ToSchema;

use super::api::{QuotaGate, refused};
use super::estimate::Known;
use super::own::{self, Source, filled_in_part};
use super::pages::status;
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::problem::Problem;
use crate::http::render::render;
use crate::http::visitor::Visitor;
use crate::state::AppState;

/// More than any home costs, and than anybody earns: what is asked for is what the fund lends at most.
const ANY_AMOUNT: Fen = Fen::from_yuan(1_000_000_000);

/// What stands in the form, and what it gives.
async fn asked(
    state: &AppState,
    visitor: &Visitor,
    fields: &Fields,
    start: Typed<Field>,
) -> Result<Afford, Failure> {
    let known = match visitor.signed_in {
        Some(session) => Known::of(state, session.person).await?,
        None => None,
    };
    let (typed, origin) = match &known {
        Some(known) => {
            let own = fill(start.clone(), known, years(state, known));
            filled_in_part(&start, own, fields, &WORDS, |typed| afford::read(typed).err())
        }
        None => own::typed(start, fields),
    };
    let outcome = match afford::read(&typed) {
        Ok(asked) => found(state, &typed, &asked, known.as_ref())?,
        Err(errors) => Err(errors),
    };
    Ok(Afford {
        typed,
        origin,
        outcome,
    })
}

/// The most years the fund lends to somebody of this age; none when it is not even one, which is a condition not met.
fn years(state: &AppState, known: &Known) -> Option<u16> {
    let longest = longest_term(known.person, None, &state.edition.quota, state.clock.today());
    Some(longest.months?.get() / 12).filter(|years| *years > 0)
}

fn fill(start: Typed<Field>, known: &Known, years: Option<u16>) -> Typed<Field> {
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
    typed: &Typed<Field>,
    asked: &Asked,
    known: Option<&Known>,
) -> Result<Result<Found, FormErrors>, Failure> {
    let (edition, today) = (&state.edition, state.clock.today());
    let (rules, home) = (&edition.quota, asked.household.home);
    let no_rate = || Failure::Internal(format!("the edition has no loan rate for {today}"));
    let fund = edition.term_rates(home, today).ok_or_else(no_rate)?;
    let prime = edition.prime_rate(today).ok_or_else(no_rate)?;
    if asked.wish.months > rules.term.longest {
        let most = rules.term.longest.get() / 12;
        return Ok(Err(refusal(Field::Years, &(WORDS.longest)(most))));
    }
    let applicant = applicant(asked, known);
    let Some(down_payment) = down_payment(rules, applicant.product, home) else {
        return Ok(Err(refusal(Field::Home, WORDS.home_not_lent)));
    };
    let assessment = assess(&applicant, rules, &fund, today);
    let limit = deciding(assessment.limits)
        .ok_or_else(|| Failure::Internal("an assessment without a ceiling".to_owned()))?;
    let costs: Vec<_> = paid_for(&edition.purchase_costs, home, asked.household.market).collect();
    let terms = Terms {
        offer: Offer {
            fund_most: limit.amount,
            unit: rules.rounding.unit,
            down_payment,
            fund,
            bank: Some(prime.rate),
            costs: costs.iter().map(|cost| cost.tariff()).collect(),
        },
        share: rules.capacity.share,
        longest: rules.term.longest,
        household: household_of(typed),
    };
    let Some(answer) = Affordable::new(asked, &terms) else {
        return Ok(Err(refusal(Field::Points, COMPARE.points_no_rate)));
    };
    // A loan for longer than somebody of this age gets is shown, with the condition beside it.
    let too_long = assessment.months_max.is_some_and(|most| asked.wish.months > most);
    let in_the_way = |gate: &Gate| !gate.met || (too_long && gate.code == GateCode::Term);
    let bases = std::iter::once(&rules.down_payment.basis).chain(costs.iter().map(|cost| &cost.basis));
    Ok(Ok(Found {
        bases: bases.cloned().collect(),
        unmet: assessment.gates.into_iter().filter(in_the_way).collect(),
        answer,
        terms,
        limit,
    }))
}

/// Somebody who could pay any price: only the household and its balances limit the loan.
fn applicant(asked: &Asked, known: Option<&Known>) -> Applicant {
    let Asked { wish, household, .. } = asked;
    Applicant {
        product: if asked.bank.is_some() {
            Product::Combined
        } else {
            Product::Ordinary
        },
        price: ANY_AMOUNT,
        home: household.home,
        area: None,
        building_age: None,
        green_building: false,
        contributors: household.contributors,
        children: household.children,
        talent: false,
        balances: household.balances,
        months_contributed: household.months_contributed,
        outstanding: None,
        income: ANY_AMOUNT,
        debts: Fen::ZERO,
        method: wish.method,
        months: wish.months,
        person: known.and_then(|known| known.person),
        standing: known.map(|known| known.standing).unwrap_or_default(),
    }
}

/// The least down payment, with the homes too large for the fund as those that are paid for without a loan. `None` where
/// nothing is lent for such a home.
fn down_payment(rules: &QuotaRules, product: Product, home: Home) -> Option<DownPayment> {
    let mut least = rules.down_payment.least.of(product).of(home)?.clone();
    if let Some(largest) = *rules.eligibility.largest_area.of(product) {
        least.bands.retain(|band| band.over < largest);
        least.bands.push(AreaBand {
            over: largest,
            percent: Percent::WHOLE,
        });
    }
    Some(least)
}

/// The smaller of the two limits that ask for neither price nor income.
fn deciding(limits: Vec<Limit>) -> Option<Limit> {
    let asks_nothing = |limit: &Limit| matches!(limit.code, LimitCode::Ceiling | LimitCode::Balance);
    limits
        .into_iter()
        .filter(asks_nothing)
        .min_by_key(|limit| limit.amount)
}

fn refusal(field: Field, message: &str) -> FormErrors {
    let mut errors = FormErrors::default();
    errors.add(field.name(), message);
    errors
}

/// The page; what was not typed is an example.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Response, Failure> {
    let data = asked(
        &state,
        &visitor,
        &fields,
        afford::start(state.edition.quota.term.longest),
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
) -> Result<Response, Failure> {
    let data = asked(&state, &visitor, &fields, Typed::blank()).await?;
    Ok(match data.outcome {
        Ok(found) => Json(AffordableHome::from(found)).into_response(),
        Err(errors) => refused(&errors),
    })
}

impl From<Found> for AffordableHome {
    fn from(found: Found) -> Self {
        let Affordable {
            found: home, wish, ..
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
            budget: wish.budget.to_string(),
            fund_most: found.terms.offer.fund_most.to_string(),
            moves: moves.collect(),
            sources: found.bases.iter().map(Source::from).collect(),
            unmet: found.unmet.into_iter().map(QuotaGate::from).collect(),
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
