//! The loan somebody has, for programs.

use std::sync::Arc;

use app::loan::existing::{Ledger, ReplayedLoan, blank};
use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use fund::repayment::{Agreement, Compared, Dated, InLedger, Step};
use serde::Serialize;
use utoipa::ToSchema;

use super::answer;
use crate::http::failure::Failure;
use crate::http::form::QueryFields;
use crate::http::problem::Problem;
use crate::http::visitor::Visitor;
use crate::loan::refusal::refused;
use crate::state::AppState;

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExistingLoan {
    /// The day all this is said for: today, or the last day whose data the core system sent.
    as_of: NaiveDate,
    /// What is owed: what the books say, or what the plan leaves.
    balance: String,
    /// The next instalment; absent when the loan is over.
    next: Option<ExistingInstalment>,
    /// Changes of the rates are known up to this day.
    known_until: NaiveDate,
    total_interest: String,
    /// Every change of its rate.
    steps: Vec<RateStep>,
    /// What settles it once everything due until then has been paid; absent when nothing is owed.
    settlement: Option<SettlementAmount>,
    /// What the ledger says of the person's own loan; absent for any other.
    ledger: Option<LedgerAgreement>,
    instalments: Vec<ExistingInstalment>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExistingInstalment {
    number: u16,
    due_on: NaiveDate,
    annual_rate: String,
    /// Whether the rate is known; else it is the last one on record.
    known: bool,
    payment: String,
    principal: String,
    interest: String,
    balance: String,
    /// Principal repaid ahead on the same day.
    repaid_ahead: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RateStep {
    /// The first instalment at the new rate.
    number: u16,
    due_on: NaiveDate,
    before: String,
    after: String,
    payment_before: String,
    payment_after: String,
    /// Interest saved up to `as_of`; negative when the rate rose.
    saved_so_far: String,
    /// Interest saved over the whole loan: without this change and any later one, against with this one alone.
    saved: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SettlementAmount {
    on: NaiveDate,
    principal: String,
    /// Days since the last due day.
    days: u32,
    /// Principal × annual rate / 360 × days.
    interest: String,
    amount: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LedgerAgreement {
    /// Instalments that are the same to the fen.
    same: usize,
    /// Instalments with other figures in the ledger.
    differing: Vec<Difference>,
    /// Instalments due that the ledger does not have.
    unpaid: Vec<u16>,
    /// Lines of instalments that the plan does not have.
    beyond: usize,
    balance: String,
    planned_balance: String,
    annual_rate: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Difference {
    number: u16,
    ours: DifferenceFigures,
    ledger: DifferenceFigures,
}

#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DifferenceFigures {
    principal: String,
    interest: String,
    balance: String,
}

/// A loan that runs, replayed from the day it was granted through every change of the rates; for a signed-in person and
/// without any parameter, their own beside its ledger.
#[utoipa::path(get, path = "/existing", tag = "loan", params(
    ("granted_on" = Option<String>, Query, description = "the day it was granted"),
    ("principal" = Option<String>, Query, description = "amount lent, yuan"),
    ("months" = Option<u16>, Query, description = "1–360"),
    ("method" = Option<String>, Query, description = "`level_payment` or `level_principal`"),
    ("home" = Option<String>, Query, description = "`first` (default) or `second`"),
    ("due_day" = Option<u8>, Query, description = "1–31; the day of granting unless given"),
    ("january" = Option<String>, Query, description = "interest of the first month at a new rate: `whole` (default) or `split` by days"),
    ("settle_on" = Option<String>, Query, description = "the day to settle on; today unless given")
), responses((status = 200, body = ExistingLoan), (status = 422, body = Problem)))]
pub(crate) async fn existing(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(fields): QueryFields,
) -> Result<Json<ExistingLoan>, Failure> {
    let answered = answer(&state, &visitor, &fields, blank(), visitor.lang).await?;
    let loan = answered.outcome.map_err(|errors| refused(&errors))?;
    Ok(Json(ExistingLoan::from(&loan)))
}

impl From<&ReplayedLoan> for ExistingLoan {
    fn from(loan: &ReplayedLoan) -> Self {
        let ReplayedLoan {
            replay,
            ledger,
            as_of,
            settlement,
        } = loan;
        Self {
            as_of: *as_of,
            balance: loan.balance().to_string(),
            next: replay.next_after(*as_of).map(ExistingInstalment::from),
            known_until: replay.known_until,
            total_interest: replay.total_interest().to_string(),
            steps: replay.steps.iter().map(RateStep::from).collect(),
            settlement: settlement.map(|(on, settlement)| SettlementAmount {
                on,
                principal: settlement.principal.to_string(),
                days: settlement.days,
                interest: settlement.interest.to_string(),
                amount: settlement.amount().to_string(),
            }),
            ledger: ledger
                .as_ref()
                .map(|(ledger, agreement)| compared(ledger, agreement, *as_of)),
            instalments: replay.instalments.iter().map(ExistingInstalment::from).collect(),
        }
    }
}

impl From<&Dated> for ExistingInstalment {
    fn from(dated: &Dated) -> Self {
        let month = dated.instalment;
        Self {
            number: month.number,
            due_on: dated.due_on,
            annual_rate: dated.rate.to_string(),
            known: dated.known,
            payment: month.payment.to_string(),
            principal: month.principal.to_string(),
            interest: month.interest.to_string(),
            balance: month.balance.to_string(),
            repaid_ahead: dated.repaid_ahead.to_string(),
        }
    }
}

impl From<&Step> for RateStep {
    fn from(step: &Step) -> Self {
        Self {
            number: step.number,
            due_on: step.due_on,
            before: step.before.to_string(),
            after: step.after.to_string(),
            payment_before: step.payment_before.to_string(),
            payment_after: step.payment_after.to_string(),
            saved_so_far: step.saved_so_far.to_string(),
            saved: step.saved.to_string(),
        }
    }
}

fn compared(ledger: &Ledger, agreement: &Agreement, as_of: NaiveDate) -> LedgerAgreement {
    LedgerAgreement {
        same: agreement.same(),
        differing: agreement.differing().filter_map(difference).collect(),
        unpaid: agreement
            .unpaid()
            .map(|line| line.ours.instalment.number)
            .collect(),
        beyond: agreement.beyond,
        balance: ledger.balance.to_string(),
        planned_balance: agreement.replay.balance_on(as_of).to_string(),
        annual_rate: ledger.rate.to_string(),
    }
}

fn difference(line: &Compared) -> Option<Difference> {
    let ours = line.ours.instalment;
    Some(Difference {
        number: ours.number,
        ours: figures(InLedger {
            principal: ours.principal,
            interest: ours.interest,
            balance: ours.balance,
        }),
        ledger: figures(line.booked?),
    })
}

fn figures(figures: InLedger) -> DifferenceFigures {
    DifferenceFigures {
        principal: figures.principal.to_string(),
        interest: figures.interest.to_string(),
        balance: figures.balance.to_string(),
    }
}
