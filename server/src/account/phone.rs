//! `/signin/code`: signing in with a one-time code that goes to the phone on file.
//!
//! Whoever asks with a number learns nothing by it: for a number that nobody here has, or whose person has no phone on file, the
//! same is written and the same is answered. Only no code is right. The end of the phone is shown on devices that the person has
//! signed in on before.

use std::sync::Arc;

use app::account::code::{self as page, Ask, AskProblem, Enter, EnterProblem, PhoneMessage};
use app::account::{password, signin};
use axum::extract::State;
use axum::http::header::{RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use chrono::TimeDelta;
use fund::records::{Paper, PaperKind};
use fund::typed::plain;

use super::code::{AwaitedCode, CODE_LIFE, CodeAsked, CodeId, CodeTried, NewCode};
use super::device;
use super::identity;
use super::signin::return_to;
use super::tell;
use crate::clock::random_bytes;
use crate::http::failure::Failure;
use crate::http::form::{FormFields, QueryFields};
use crate::http::redirect::see_other;
use crate::http::render::render;
use crate::http::security::{self, ByCode, Limit};
use crate::http::visitor::Visitor;
use crate::message::{FileProvider, Telling};
use crate::seal::PersonKey;
use crate::state::AppState;

/// Messages that the demonstration shows.
const MESSAGES_SHOWN: usize = 20;

/// The page that asks for the number.
pub(crate) async fn ask_form(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Response {
    let form = Ask {
        return_to: return_to(&query),
        ..Ask::default()
    };
    show_ask(&state, &visitor, StatusCode::OK, form).await
}

/// Sends a code, and goes on to where it is typed in.
pub(crate) async fn ask(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    headers: HeaderMap,
    FormFields(form): FormFields,
) -> Result<Response, Failure> {
    let mut shown = Ask {
        id_number: form.get(signin::ID_NUMBER).to_owned(),
        paper: PaperKind::from_name(form.get(signin::PAPER)),
        return_to: return_to(&form),
        problem: None,
    };
    let kind = shown.paper.unwrap_or(PaperKind::IdentityCard);
    let paper = match Paper::parse(kind, &shown.id_number) {
        Ok(paper) => paper,
        Err(error) => {
            shown.problem = Some(AskProblem::IdNumber(error));
            return Ok(show_ask(&state, &visitor, StatusCode::UNPROCESSABLE_ENTITY, shown).await);
        }
    };
    let counted = state.limiter.code(visitor.address);
    security::counted(&state, visitor.address, Limit::Code, counted)?;
    let person = state.keys.person_of(&paper);
    security::by_code(&state, visitor.address, person, ByCode::Asked);
    let code = new_code(&state, &visitor, &headers, person).await?;
    match state.store.ask_code(&code).await? {
        CodeAsked::Sent => {
            state.new_job.notify_one();
            Ok(see_other(&page::enter_address(
                &code.id.to_string(),
                &shown.return_to,
            )))
        }
        CodeAsked::NotBefore(next) => {
            let wait = next.signed_duration_since(code.sent_at) + TimeDelta::seconds(1);
            let seconds = u32::try_from(wait.num_seconds()).unwrap_or(1);
            shown.problem = Some(AskProblem::Wait(seconds));
            let mut response = show_ask(&state, &visitor, StatusCode::TOO_MANY_REQUESTS, shown).await;
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from(seconds));
            Ok(response)
        }
    }
}

/// A code for the person, with the message that carries it; of no use where there is no phone to send it to.
async fn new_code(
    state: &AppState,
    visitor: &Visitor,
    headers: &HeaderMap,
    person: PersonKey,
) -> Result<NewCode, Failure> {
    let phone = state
        .store
        .account(person)
        .await?
        .and_then(|held| held.member.phone);
    let id = CodeId(random_bytes(state.random.as_ref()));
    let number = u64::from_be_bytes(random_bytes(state.random.as_ref())) % 1_000_000;
    let code = format!("{number:06}");
    let now = state.clock.now();
    let proof = state.keys.code_proof(&id.0, &code);
    let message = tell::message(
        state,
        phone.as_ref(),
        visitor.lang,
        Telling::Code { code },
        CODE_LIFE,
    )?;
    let known_device = device::is_known(state, headers, person);
    let phone_end = phone.as_ref().filter(|_| known_device);
    let phone_end = phone_end.map(|phone| phone.as_str().chars().skip(9).collect());
    Ok(NewCode {
        id,
        person,
        browser: visitor.browser(),
        proof,
        known_device,
        deliverable: phone.is_some(),
        phone_end: phone_end.unwrap_or_default(),
        sent_at: now,
        message,
    })
}

/// The page that asks for the code.
pub(crate) async fn enter_form(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Result<Response, Failure> {
    let return_to = return_to(&query);
    let asked = CodeId::parse(query.get(page::ASKED));
    match awaited(&state, &visitor, asked).await? {
        Some((id, awaited)) => {
            let form = enter_of(id, awaited, return_to, None);
            Ok(show_enter(&state, &visitor, StatusCode::OK, form).await)
        }
        None => Ok(show_spent(&state, &visitor, return_to).await),
    }
}

/// Tries the code; the right one signs in.
pub(crate) async fn enter(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    headers: HeaderMap,
    FormFields(form): FormFields,
) -> Result<Response, Failure> {
    let return_to = return_to(&form);
    let asked = CodeId::parse(form.get(page::ASKED));
    let Some((id, awaited)) = awaited(&state, &visitor, asked).await? else {
        return Ok(show_spent(&state, &visitor, return_to).await);
    };
    let code = plain(form.get(page::CODE));
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        let form = enter_of(id, awaited, return_to, Some(EnterProblem::NotSixDigits));
        return Ok(show_enter(&state, &visitor, StatusCode::UNPROCESSABLE_ENTITY, form).await);
    }
    let counted = state.limiter.sign_in(visitor.address);
    security::counted(&state, visitor.address, Limit::SignIn, counted)?;
    let (proof, now) = (state.keys.code_proof(&id.0, &code), state.clock.now());
    match state.store.try_code(id, visitor.browser(), proof, now).await? {
        CodeTried::Right(person) => {
            let old = visitor.signed_in.map(|session| session.token);
            security::by_code(&state, visitor.address, person, ByCode::SignedIn);
            let opened = identity::open(&state, person, Some(now), old, &headers).await?;
            let first = state.store.credential(person).await?.is_none();
            // Who came to set a password goes there as it is.
            let sets_one = return_to.starts_with(password::PATH);
            let next = if first && !sets_one {
                password::address(&return_to)
            } else {
                return_to
            };
            let mut response = see_other(&next);
            for cookie in opened.cookies {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
            Ok(response)
        }
        CodeTried::Wrong(person, left) if left > 0 => {
            wrong(&state, &visitor, person);
            let form = enter_of(id, awaited, return_to, Some(EnterProblem::Wrong(left)));
            Ok(show_enter(&state, &visitor, StatusCode::UNPROCESSABLE_ENTITY, form).await)
        }
        CodeTried::Wrong(person, _) => {
            wrong(&state, &visitor, person);
            Ok(show_spent(&state, &visitor, return_to).await)
        }
        CodeTried::Spent => Ok(show_spent(&state, &visitor, return_to).await),
    }
}

/// A wrong code weighs on the address as a wrong password does.
fn wrong(state: &AppState, visitor: &Visitor, person: PersonKey) {
    state.limiter.code_wrong(visitor.address);
    security::by_code(state, visitor.address, person, ByCode::Wrong);
}

async fn awaited(
    state: &AppState,
    visitor: &Visitor,
    asked: Option<CodeId>,
) -> Result<Option<(CodeId, AwaitedCode)>, Failure> {
    let Some(id) = asked else { return Ok(None) };
    let awaited = state
        .store
        .awaited_code(id, visitor.browser(), state.clock.now())
        .await?;
    Ok(awaited.map(|awaited| (id, awaited)))
}

fn enter_of(id: CodeId, awaited: AwaitedCode, return_to: String, problem: Option<EnterProblem>) -> Enter {
    Enter {
        asked: id.to_string(),
        phone_end: Some(awaited.phone_end).filter(|end| !end.is_empty()),
        return_to,
        problem,
    }
}

/// What has arrived on the phones of the demonstration; anywhere else there is no such page.
pub(crate) async fn demo_messages(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
) -> Result<Response, Failure> {
    if !state.config.demo {
        return Err(Failure::NotFound);
    }
    let path = state.config.messages.file.clone();
    let told = tokio::task::spawn_blocking(move || FileProvider::told(&path, MESSAGES_SHOWN)).await;
    let told = told.map_err(|error| Failure::Internal(error.to_string()))?;
    let told = told.map_err(|error| Failure::Internal(error.to_string()))?;
    let messages: Vec<_> = told
        .into_iter()
        .map(|told| PhoneMessage {
            to: told.to,
            text: told.text,
            lang: told.lang,
        })
        .collect();
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || page::demo_page(&ctx, messages.clone())).await)
}

async fn show_ask(state: &AppState, visitor: &Visitor, status: StatusCode, form: Ask) -> Response {
    let ctx = visitor.page(state);
    render(status, move || page::ask_page(&ctx, form.clone())).await
}

async fn show_enter(state: &AppState, visitor: &Visitor, status: StatusCode, form: Enter) -> Response {
    let ctx = visitor.page(state);
    render(status, move || page::enter_page(&ctx, form.clone())).await
}

async fn show_spent(state: &AppState, visitor: &Visitor, return_to: String) -> Response {
    let form = Ask {
        return_to,
        problem: Some(AskProblem::Spent),
        ..Ask::default()
    };
    show_ask(state, visitor, StatusCode::UNPROCESSABLE_ENTITY, form).await
}
