//! The account room's pages for a signed-in person.

use std::sync::Arc;

use app::account::{ledger, loan as my_loan, me, overview};
use app::address::with_query;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::Datelike as _;

use super::identity::BETWEEN_NAMES;
use super::store::{EntryFilter, MemberAccount, Session};
use super::view;
use crate::clock::local;
use crate::http::failure::Failure;
use crate::http::form::{Fields, QueryFields};
use crate::http::redirect::see_other;
use crate::http::render::render;
use crate::http::security;
use crate::http::visitor::{SESSION_IDLE, Visitor};
use crate::state::AppState;
use fund::records::{AccountEntry, EntryKind, LoanAccount, LoanEntry};

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
    let kind = asked.filter.kind.map(EntryKind::name).unwrap_or_default();
    let older = page.next.map(|before| {
        let account = match asked.filter.account {
            0 => None,
            place => Some(("account", (u16::from(place) + 1).to_string())),
        };
        let year = asked.filter.year.map(|year| year.to_string()).unwrap_or_default();
        let rest = [
            ("year", year),
            ("kind", kind.to_owned()),
            ("before", before.to_string()),
        ];
        with_query("/account/ledger", account.into_iter().chain(rest))
    });
    let data = ledger::Ledger {
        lines: page.lines.iter().map(line).collect(),
        year: asked.filter.year,
        kind: asked.filter.kind,
        years: years(account, state.clock.today().year()),
        accounts: accounts
            .iter()
            .map(|held| held.account.account_no.to_string())
            .collect(),
        account: asked.filter.account.into(),
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

fn years(account: Option<&MemberAccount>, this_year: i32) -> Vec<i32> {
    let first = account.map_or(this_year, |held| held.account.opened_on.year());
    (first.min(this_year)..=this_year).rev().collect()
}

fn line(entry: &AccountEntry) -> ledger::LedgerLine {
    ledger::LedgerLine {
        date: entry.booked_on,
        kind: entry.kind,
        amount: entry.amount,
        balance: entry.balance,
        reason: entry.reason,
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
            let older = page
                .next
                .map(|before| with_query("/account/loan", [("before", before.to_string())]));
            Some(my_loan(&loan, &page.lines, older))
        }
        None => None,
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || my_loan::page(&ctx, data.clone())).await)
}

fn my_loan(loan: &LoanAccount, lines: &[LoanEntry], older: Option<String>) -> my_loan::MyLoan {
    my_loan::MyLoan {
        balance: loan.balance,
        principal: loan.principal,
        repaid: loan.principal_repaid,
        prepaid: loan.prepaid,
        interest_paid: loan.interest_repaid,
        next: loan.next.map(|next| my_loan::NextInstalment {
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
        method: loan.method,
        contract_no: loan.contract_no.to_string(),
        lines: lines.iter().map(loan_line).collect(),
        older,
    }
}

fn loan_line(entry: &LoanEntry) -> my_loan::LoanLedgerLine {
    my_loan::LoanLedgerLine {
        date: entry.booked_on,
        kind: entry.kind,
        amount: entry.amount,
        principal: entry.principal,
        interest: entry.interest,
        penalty: entry.penalty,
    }
}

/// `/account/me`
pub(crate) async fn me(State(state): State<Arc<AppState>>, visitor: Visitor) -> Result<Response, Failure> {
    let person = visitor.person()?;
    let Some(MemberAccount { member, .. }) = state.store.account(person).await? else {
        return Ok(see_other("/account"));
    };
    let sessions = state
        .store
        .sessions(person, state.clock.now(), SESSION_IDLE)
        .await?;
    let here = visitor.signed_in.map(|session| session.token);
    let data = me::Me {
        name: member.name.masked(),
        id_number: member.paper.masked(),
        phone: member.phone.as_ref().map(fund::identity::Phone::masked),
        devices: sessions
            .iter()
            .map(|session| device(session, Some(session.token) == here))
            .collect(),
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || me::page(&ctx, data.clone())).await)
}

fn device(session: &Session, this_one: bool) -> me::Device {
    let named = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
    let (browser, system) = session
        .device
        .split_once(BETWEEN_NAMES)
        .unwrap_or((&session.device, ""));
    me::Device {
        browser: named(browser),
        system: named(system),
        since: local(session.opened_at),
        this_one,
    }
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
