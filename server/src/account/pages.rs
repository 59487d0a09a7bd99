//! The account room's pages for a signed-in person.

use std::sync::Arc;

use app::account::{ledger, loan as my_loan, me, overview};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::Datelike as _;

use super::store::{AccountSummary, Entry, EntryFilter};
use super::view;
use crate::clock::local;
use crate::home::see_other;
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::render::render;
use crate::http::security;
use crate::http::visitor::{SESSION_IDLE, Visitor};
use crate::import::rows::EntryKind;
use crate::loan::store::{LoanEntry, LoanSummary};
use crate::state::AppState;

/// Lines on one page of a ledger.
const PAGE: u16 = 20;

/// `/account`
pub(crate) async fn overview(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
) -> Result<Response, Failure> {
    let person = visitor.person()?;
    let today = state.clock.today();
    let data = match state.store.accounts(person).await?.split_first() {
        Some((account, others)) => Some(view::overview(
            account,
            others,
            &state.store.contributions(person).await?,
            today,
        )),
        None => None,
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || overview::page(&ctx, data.clone())).await)
}

/// What a ledger was asked for: of which account, by year and kind, before a line. What is not understood is left out and said.
pub(super) struct LedgerQuery {
    pub(super) filter: EntryFilter,
    pub(super) before: Option<u32>,
    pub(super) bad: Vec<&'static str>,
}

impl LedgerQuery {
    pub(super) fn parse(query: &Fields) -> Self {
        let mut bad = Vec::new();
        let read = |name: &'static str| {
            Some(query.get(name))
                .filter(|text| !text.is_empty())
                .map(|text| (name, text))
        };
        let (kind, year, before, account) = (read("kind"), read("year"), read("before"), read("account"));
        let kind = kind.and_then(|(name, text)| note(EntryKind::from_name(text), name, &mut bad));
        let plausible = |year: &i32| (1990..2100).contains(year);
        let year = year.and_then(|(name, text)| note(text.parse().ok().filter(plausible), name, &mut bad));
        let before = before.and_then(|(name, text)| note(text.parse().ok(), name, &mut bad));
        let place = |text: &str| text.parse::<u8>().ok()?.checked_sub(1);
        let account = account.and_then(|(name, text)| note(place(text), name, &mut bad));
        Self {
            filter: EntryFilter {
                kind,
                year,
                account: account.unwrap_or_default(),
            },
            before,
            bad,
        }
    }
}

fn note<T>(value: Option<T>, name: &'static str, bad: &mut Vec<&'static str>) -> Option<T> {
    if value.is_none() {
        bad.push(name);
    }
    value
}

/// `/account/ledger`
pub(crate) async fn ledger(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Result<Response, Failure> {
    let person = visitor.person()?;
    let mut asked = LedgerQuery::parse(&query);
    let accounts = state.store.accounts(person).await?;
    let account = accounts.get(usize::from(asked.filter.account));
    if account.is_none() && !accounts.is_empty() {
        asked.bad.push("account");
    }
    let page = state
        .store
        .entries(person, asked.filter, asked.before, PAGE)
        .await?;
    let kind = asked
        .filter
        .kind
        .map(|kind| kind.name().to_owned())
        .unwrap_or_default();
    let older = page.next.map(|before| {
        let year = asked.filter.year.map(|year| year.to_string()).unwrap_or_default();
        let account = match asked.filter.account {
            0 => String::new(),
            place => format!("account={}&", u16::from(place) + 1),
        };
        format!("/account/ledger?{account}year={year}&kind={kind}&before={before}")
    });
    let data = ledger::Ledger {
        lines: page.lines.iter().map(line).collect(),
        year: asked.filter.year,
        kind,
        years: years(account, state.clock.today().year()),
        accounts: accounts
            .iter()
            .map(|account| account.account_no.to_string())
            .collect(),
        account: asked.filter.account.into(),
        kinds: EntryKind::ALL
            .iter()
            .map(|kind| (kind.name().to_owned(), kind.label().to_owned()))
            .collect(),
        older,
        bad_filter: !asked.bad.is_empty(),
    };
    let ctx = visitor.page(&state);
    let status = if data.bad_filter {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(render(status, move || ledger::page(&ctx, data.clone())).await)
}

fn years(account: Option<&AccountSummary>, this_year: i32) -> Vec<i32> {
    let first = account.map_or(this_year, |account| account.opened_on.year());
    (first.min(this_year)..=this_year).rev().collect()
}

fn line(entry: &Entry) -> ledger::Line {
    ledger::Line {
        date: entry.booked_on,
        kind: entry.kind.label().to_owned(),
        amount: entry.amount,
        balance: entry.balance,
        note: entry.reason.map(|reason| reason.label().to_owned()),
        reversal: entry.reversal,
    }
}

/// `/account/loan`
pub(crate) async fn loan(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Result<Response, Failure> {
    let person = visitor.person()?;
    let before = query.get("before").parse().ok();
    let data = match state.store.loan(person).await? {
        Some(loan) => {
            let page = state.store.loan_entries(person, before, PAGE).await?;
            let older = page.next.map(|before| format!("/account/loan?before={before}"));
            Some(my_loan(&loan, &page.lines, older))
        }
        None => None,
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || my_loan::page(&ctx, data.clone())).await)
}

fn my_loan(loan: &LoanSummary, lines: &[LoanEntry], older: Option<String>) -> my_loan::MyLoan {
    my_loan::MyLoan {
        balance: loan.balance,
        principal: loan.principal,
        repaid: loan.principal_repaid,
        prepaid: loan.prepaid,
        interest_paid: loan.interest_repaid,
        next: loan.next.map(|next| my_loan::Next {
            number: next.number,
            due_on: next.due_on,
            principal: next.principal,
            interest: next.interest,
        }),
        settled_on: loan.settled_on,
        overdue: loan.overdue_principal + loan.overdue_interest,
        months: loan.months.get(),
        granted_on: loan.granted_on,
        matures_on: loan.matures_on,
        rate: loan.rate.to_string(),
        method: loan.method.label().to_owned(),
        contract_no: loan.contract_no.to_string(),
        lines: lines.iter().map(loan_line).collect(),
        older,
    }
}

fn loan_line(entry: &LoanEntry) -> my_loan::Line {
    my_loan::Line {
        date: entry.booked_on,
        kind: entry.kind.label().to_owned(),
        amount: entry.amount,
        principal: entry.principal,
        interest: entry.interest,
        penalty: entry.penalty,
    }
}

/// `/account/me`
pub(crate) async fn me(State(state): State<Arc<AppState>>, visitor: Visitor) -> Result<Response, Failure> {
    let person = visitor.person()?;
    let Some(account) = state.store.account(person).await? else {
        return Ok(see_other("/account"));
    };
    let sessions = state
        .store
        .sessions(person, state.clock.now(), SESSION_IDLE)
        .await?;
    let here = visitor.signed_in.map(|session| session.token);
    let data = me::Me {
        name: view::mask_name(&account.name),
        id_number: view::mask_paper(&account.paper),
        phone: account.phone.as_ref().map(fund::identity::Phone::masked),
        devices: sessions
            .iter()
            .map(|session| me::Device {
                label: session.device.clone(),
                since: local(session.opened_at),
                this_one: Some(session.token) == here,
            })
            .collect(),
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || me::page(&ctx, data.clone())).await)
}

/// Closes every session of the person but the one that asks.
pub(crate) async fn close_others(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
) -> Result<Response, Failure> {
    // What only takes a form cannot be come back to.
    let person = visitor
        .person()
        .map_err(|_| Failure::NotSignedIn("/account/me".to_owned()))?;
    let keep = visitor.signed_in.map(|session| session.token);
    let closed = state.store.close_sessions(person, keep.as_ref()).await?;
    security::sessions_closed(&state, visitor.address, person, closed);
    Ok(see_other("/account/me"))
}
