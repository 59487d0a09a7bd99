//! What the centre's files say of a person's own account and running loan, as the forms of the loan room want it.

use app::form::FormErrors;
use app::loan::form::{FormField, Typed};
use app::loan::page::Origin;
use app::text::rules::basis;
use app::text::{Lang, text};
use chrono::NaiveDate;
use fund::quota::Basis;
use fund::repayment::DueDays;

use crate::http::form::Fields;
use crate::http::visitor::Visitor;
use crate::state::AppState;
use crate::store::error::StoreError;
use fund::records::{Account, LoanAccount, RestOfLoan, last_paid};

/// Lines of a loan's ledger among which the last instalment that was paid is looked for: prepayments stand between.
const LINES: u16 = 100;

/// A person's account and running loan.
pub(super) struct OwnRecords {
    pub(super) account: Option<Account>,
    pub(super) loan: Option<LoanAccount>,
    /// The number of the last instalment of the loan that was paid.
    pub(super) paid: u16,
}

impl OwnRecords {
    /// The signed-in person's; nothing of somebody who has not signed in.
    pub(super) async fn of(state: &AppState, visitor: &Visitor) -> Result<Option<Self>, StoreError> {
        let Some(session) = visitor.signed_in else {
            return Ok(None);
        };
        let account = state
            .store
            .account(session.person)
            .await?
            .map(|held| held.account);
        let loan = state.store.loan(session.person).await?;
        let loan = loan.filter(|loan| loan.settled_on.is_none());
        if account.is_none() && loan.is_none() {
            return Ok(None);
        }
        let paid = if loan.is_some() {
            let lines = state.store.loan_entries(session.person, None, LINES).await?.lines;
            last_paid(&lines)
        } else {
            0
        };
        Ok(Some(Self { account, loan, paid }))
    }

    /// Principal is overdue by the centre's books.
    pub(super) fn is_late(&self) -> bool {
        self.loan.as_ref().is_some_and(LoanAccount::is_late)
    }

    /// The loan from its next instalment on, with nothing overdue counted.
    pub(super) fn ahead(&self) -> Option<RestOfLoan> {
        self.loan.as_ref()?.ahead()
    }

    /// The loan from its first unpaid instalment on.
    pub(super) fn unpaid(&self) -> Option<RestOfLoan> {
        self.loan.as_ref()?.unpaid(self.paid)
    }
}

/// The day after that of the centre's data: what stands in an account is known up to the close of that.
pub(super) fn first_day_to_come(state: &AppState) -> NaiveDate {
    let today = state.clock.today();
    let known = state.data_as_of().and_then(|day| day.succ_opt());
    known.unwrap_or(today)
}

/// A loan in the four fields every form has for it: principal, months, rate and method.
pub(super) fn fill_rest<F: FormField>(typed: Typed<F>, rest: &RestOfLoan, fields: [F; 4]) -> Typed<F> {
    let [principal, months, annual_rate, method] = fields;
    typed
        .with(principal, rest.principal.to_string())
        .with(months, rest.months.get().to_string())
        .with(annual_rate, rest.rate.to_string())
        .with(method, rest.method.code())
}

/// The day of the month, where the next due day does not say it.
pub(super) fn due_day_unless_said(due: DueDays) -> String {
    if due == DueDays::from(due.first()) {
        String::new()
    } else {
        due.day().to_string()
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
    lang: Lang,
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
        (false, _) => {
            let words = F::words(&text(lang).loan);
            Origin::AccountBut(given_way.into_iter().map(|field| field.label(words)).collect())
        }
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

impl Source {
    /// A rule as it is cited in a language.
    pub(super) fn new(rests_on: &Basis, lang: Lang) -> Self {
        Self {
            rule: basis::rule(lang, rests_on).text(),
            source: basis::source(lang, rests_on).text(),
            effective_from: rests_on.effective_from,
            verified: rests_on.verified,
        }
    }
}
