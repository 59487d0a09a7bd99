//! What the centre's files say of a person's own account and running loan, as the forms of the loan room want it.

use app::form::FormErrors;
use app::loan::estimate::Origin;
use app::loan::sheet::{FormField, Typed};
use chrono::NaiveDate;
use fund::money::Fen;
use fund::months::Months;
use fund::repayment::{DueDays, Loan, Method, Schedule, due_on, schedule};

use super::store::LoanSummary;
use crate::account::store::AccountSummary;
use crate::http::form::Fields;
use crate::http::visitor::Visitor;
use crate::import::rows::{LoanEntryKind, LoanMethod};
use crate::seal::PersonKey;
use crate::state::AppState;
use crate::store::StoreError;

/// Lines of a loan's ledger among which the last instalment that was paid is looked for: prepayments stand between.
const LINES: u16 = 100;

/// A person's account and running loan.
pub(super) struct Own {
    pub(super) account: Option<AccountSummary>,
    pub(super) loan: Option<LoanSummary>,
    /// The number of the last instalment of the loan that was paid.
    pub(super) paid: u16,
}

impl Own {
    /// The signed-in person's; nothing of somebody who has not signed in.
    pub(super) async fn of(state: &AppState, visitor: &Visitor) -> Result<Option<Self>, StoreError> {
        let Some(session) = visitor.signed_in else {
            return Ok(None);
        };
        let account = state.store.account(session.person).await?;
        let loan = state.store.loan(session.person).await?;
        let loan = loan.filter(|loan| loan.settled_on.is_none());
        if account.is_none() && loan.is_none() {
            return Ok(None);
        }
        let paid = if loan.is_some() {
            last_paid(state, session.person).await?
        } else {
            0
        };
        Ok(Some(Self { account, loan, paid }))
    }

    /// Principal is overdue by the centre's books.
    pub(super) fn late(&self) -> bool {
        self.loan
            .as_ref()
            .is_some_and(|loan| loan.overdue_principal > Fen::ZERO)
    }

    /// The loan from its next instalment on, with nothing overdue counted.
    pub(super) fn ahead(&self) -> Option<Rest> {
        let loan = self.loan.as_ref()?;
        let next = loan.next?;
        let rest = Rest::new(
            loan,
            loan.balance - loan.overdue_principal,
            next.number.checked_sub(1)?,
            next.due_on,
        )?;
        // A loan repaid ahead with its payment kept ends sooner than its contract says: what is left of it is not known here.
        about(rest.first_payment()?, next.payment).then_some(rest)
    }

    /// The loan from its first unpaid instalment on.
    pub(super) fn unpaid(&self) -> Option<Rest> {
        let loan = self.loan.as_ref()?;
        let first_due = due_on(loan.granted_on, loan.due_day, self.paid.checked_add(1)?)?;
        let rest = Rest::new(loan, loan.balance, self.paid, first_due)?;
        // An instalment paid in part is not one to begin with: the books' own figure tells.
        let late = loan.overdue_principal;
        let missed = rest.schedule()?.instalments.into_iter();
        let missed = missed
            .zip(self.paid + 1..)
            .take_while(|(_, number)| loan.next.is_some_and(|next| *number < next.number));
        about(missed.map(|(month, _)| month.principal).sum(), late).then_some(rest)
    }
}

/// The same but for the rounding of the instalments before.
fn about(one: Fen, other: Fen) -> bool {
    (one - other).get().abs() <= Fen::from_yuan(1).get()
}

async fn last_paid(state: &AppState, person: PersonKey) -> Result<u16, StoreError> {
    let lines = state.store.loan_entries(person, None, LINES).await?.lines;
    let pays = |kind| {
        matches!(
            kind,
            LoanEntryKind::Repayment | LoanEntryKind::Offset | LoanEntryKind::OverdueRepayment
        )
    };
    let periods = lines.iter().filter(|line| pays(line.kind));
    Ok(periods.filter_map(|line| line.period).max().unwrap_or(0))
}

/// The day after that of the centre's data: what stands in an account is known up to the close of that.
pub(super) fn first_day_to_come(state: &AppState) -> NaiveDate {
    let today = state.clock.today();
    let known = state.data_as_of().and_then(|day| day.succ_opt());
    known.unwrap_or(today)
}

/// What is left of a loan, as its form says it.
pub(super) struct Rest {
    pub(super) principal: Fen,
    pub(super) months: u16,
    pub(super) annual_rate: String,
    pub(super) method: Method,
    pub(super) due: DueDays,
}

impl Rest {
    fn schedule(&self) -> Option<Schedule> {
        Some(schedule(&Loan {
            principal: self.principal,
            months: Months::new(self.months.into()).ok()?,
            rate: self.annual_rate.parse().ok()?,
            method: self.method,
        }))
    }

    /// The loan in the four fields every form has for it: principal, months, rate and method.
    pub(super) fn fill<F: FormField>(&self, typed: Typed<F>, fields: [F; 4]) -> Typed<F> {
        let [principal, months, annual_rate, method] = fields;
        typed
            .with(principal, self.principal.to_string())
            .with(months, self.months.to_string())
            .with(annual_rate, self.annual_rate.as_str())
            .with(method, self.method.code())
    }

    /// The day of the month, where the next due day does not say it.
    pub(super) fn due_day(&self) -> String {
        let said = self.due == DueDays::from(self.due.first());
        if said {
            String::new()
        } else {
            self.due.day().to_string()
        }
    }

    fn first_payment(&self) -> Option<Fen> {
        Some(self.schedule()?.first_payment())
    }

    /// Nothing for a loan that is repaid by neither of our methods, or at its end.
    fn new(loan: &LoanSummary, principal: Fen, paid: u16, first_due: NaiveDate) -> Option<Self> {
        let due = DueDays::on(first_due, loan.due_day).ok()?;
        let method = match loan.method {
            LoanMethod::LevelPayment => Method::LevelPayment,
            LoanMethod::LevelPrincipal => Method::LevelPrincipal,
            _ => return None,
        };
        let months = loan.months.get().checked_sub(paid)?;
        (months > 0 && principal > Fen::ZERO).then(|| Self {
            principal,
            months,
            annual_rate: loan.rate.to_string(),
            method,
            due,
        })
    }
}

/// What stands in a form: what the address says, else how it starts; and where it comes from.
pub(super) fn typed<F: FormField>(start: Typed<F>, fields: &Fields) -> (Typed<F>, Origin) {
    let origin = if is_sent(fields, F::ALL) {
        Origin::Address
    } else {
        Origin::Example
    };
    (start.sent(|name| fields.find(name)), origin)
}

/// The same with the person's own loan where the address says nothing: all of it, or nothing when the form would refuse it. Half
/// of a loan and half of an example would be neither.
pub(super) fn filled<F: FormField>(
    start: Typed<F>,
    own: Option<Typed<F>>,
    fields: &Fields,
    refuses: impl Fn(&Typed<F>) -> bool,
) -> (Typed<F>, Origin) {
    match own.filter(|own| !refuses(own)) {
        Some(own) if is_sent(fields, F::ALL) => (own.sent(|name| fields.find(name)), Origin::Address),
        Some(own) => (own, Origin::Account),
        None => typed(start, fields),
    }
}

/// The same with what the person's account holds where the address says nothing. What the form would refuse although nobody
/// typed it gives way to how the form starts, and is named.
pub(super) fn filled_in_part<F: FormField>(
    start: &Typed<F>,
    own: Typed<F>,
    fields: &Fields,
    words: &'static F::Words,
    refused: impl Fn(&Typed<F>) -> Option<FormErrors>,
) -> (Typed<F>, Origin) {
    let mut typed = own.sent(|name| fields.find(name));
    let mut given_way: Vec<F> = Vec::new();
    // One may be refused because of another: so it is asked again each time one has given way.
    while let Some(errors) = refused(&typed) {
        let gives_way = |field: &&F| {
            let nobody_typed =
                fields.find(field.name()).is_none() && typed.get(**field) != start.get(**field);
            nobody_typed && errors.of(field.name()).is_some()
        };
        let Some(field) = F::ALL.iter().find(gives_way).copied() else {
            break;
        };
        typed = typed.with(field, start.get(field));
        given_way.push(field);
    }
    let origin = match (given_way.is_empty(), is_sent(fields, F::ALL)) {
        (false, _) => Origin::AccountBut(given_way.into_iter().map(|field| field.label(words)).collect()),
        (true, true) => Origin::Address,
        (true, false) => Origin::Account,
    };
    (typed, origin)
}

fn is_sent<F: FormField>(fields: &Fields, names: &[F]) -> bool {
    names.iter().any(|field| fields.find(field.name()).is_some())
}

/// A rule the figures rest on.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
#[expect(clippy::struct_field_names, reason = "the interface's own word")]
pub(crate) struct Source {
    rule: String,
    source: String,
    /// The first day it holds.
    effective_from: NaiveDate,
    /// Somebody has compared it with the document.
    verified: bool,
}

impl From<&fund::quota::Basis> for Source {
    fn from(basis: &fund::quota::Basis) -> Self {
        Self {
            rule: basis.rule.clone(),
            source: basis.source(),
            effective_from: basis.effective_from,
            verified: basis.verified,
        }
    }
}
