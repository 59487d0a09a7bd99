//! `/account/password`: setting a password, within minutes of proving to hold the phone on file.

use std::sync::Arc;

use app::account::code;
use app::account::password::{self as page, NewPassword, Weakness};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::TimeDelta;
use zxcvbn::{Score, zxcvbn};

use super::signin::{AFTER, return_to};
use super::store::{Credential, MemberAccount};
use super::tell;
use crate::http::failure::Failure;
use crate::http::form::{Fields, FormFields, QueryFields};
use crate::http::redirect::see_other;
use crate::http::render::render;
use crate::http::security::{self, ByCode};
use crate::http::visitor::{SignedIn, Visitor};
use crate::message::Telling;
use crate::state::AppState;

/// For how long it is tried to tell that a password was set.
const TELL_WITHIN: TimeDelta = TimeDelta::days(1);
/// The fewest characters of a password.
const LEAST: usize = 8;
/// The most: more would only cost time.
const MOST: usize = 128;
/// Words that people here are likely to build a password from, beside those that are common everywhere.
const LIKELY: [&str; 8] = [
    "woaini",
    "5201314",
    "1314520",
    "gongjijin",
    "zhufang",
    "xianning",
    "anju",
    "12329",
];

/// The form.
pub(crate) async fn form(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Result<Response, Failure> {
    let return_to = after(&query);
    if query.get(page::SAVED) == "1" {
        visitor.person()?;
        let ctx = visitor.page(&state);
        return Ok(render(StatusCode::OK, move || page::saved_page(&ctx, return_to.clone())).await);
    }
    confirmed(&visitor, &return_to)?;
    Ok(show(&state, &visitor, StatusCode::OK, return_to, None).await)
}

/// Sets the password, and signs the other devices out.
pub(crate) async fn submit(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    FormFields(form): FormFields,
) -> Result<Response, Failure> {
    let return_to = after(&form);
    let SignedIn { person, token, .. } = confirmed(&visitor, &return_to)?;
    let password = form.get(page::PASSWORD).to_owned();
    let held = state.store.account(person).await?;
    let own = held.as_ref().map(own_words).unwrap_or_default();
    let judged = password.clone();
    let weakness = state.password_checks.run(move || weakness(&judged, &own)).await?;
    if let Some(weakness) = weakness {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(show(&state, &visitor, status, return_to, Some(weakness)).await);
    }
    let credential = Credential {
        person,
        password_hash: state.password_checks.hash(password).await?,
        changed_at: state.clock.now(),
    };
    let phone = held.as_ref().and_then(|held| held.member.phone.as_ref());
    // Who did not do it learns that somebody did.
    let message = tell::message(&state, phone, visitor.lang, Telling::PasswordSet, TELL_WITHIN)?;
    let Some(closed) = state.store.change_password(&credential, &token, &message).await? else {
        return Err(Failure::SeeFirst(code::address(&page::address(&return_to))));
    };
    state.new_job.notify_one();
    security::by_code(&state, visitor.address, person, ByCode::PasswordSet);
    security::sessions_closed(&state, visitor.address, person, closed);
    Ok(see_other(&page::saved_address(&return_to)))
}

/// Who is signed in and has lately proved to hold the phone; a code comes first for anybody else.
fn confirmed(visitor: &Visitor, return_to: &str) -> Result<SignedIn, Failure> {
    let here = page::address(return_to);
    match visitor.signed_in {
        Some(session) if session.confirmed => Ok(session),
        Some(_) | None => Err(Failure::SeeFirst(code::address(&here))),
    }
}

/// Where to go on to: never to this page again.
fn after(fields: &Fields) -> String {
    let path = return_to(fields);
    if path.starts_with(page::PATH) {
        return AFTER.to_owned();
    }
    path
}

/// What a stranger would try first for this person: their number, their birthday, their phone.
fn own_words(held: &MemberAccount) -> Vec<String> {
    let paper = held.member.paper.as_str().to_owned();
    let inner = |from: usize, to: usize| paper.get(from..to).map(str::to_owned);
    let parts = [inner(6, 14), inner(8, 14), inner(12, 18), Some(paper.clone())];
    let phone = held.member.phone.as_ref().map(|phone| phone.as_str().to_owned());
    parts.into_iter().flatten().chain(phone).collect()
}

/// What is wrong with a password, if anything is.
fn weakness(password: &str, own: &[String]) -> Option<Weakness> {
    let characters = password.chars().count();
    if characters < LEAST {
        return Some(Weakness::TooShort(LEAST));
    }
    if characters > MOST {
        return Some(Weakness::TooLong(MOST));
    }
    let words: Vec<&str> = own.iter().map(String::as_str).chain(LIKELY).collect();
    (zxcvbn(password, &words).score() < Score::Two).then_some(Weakness::GuessedFirst)
}

async fn show(
    state: &AppState,
    visitor: &Visitor,
    status: StatusCode,
    return_to: String,
    weakness: Option<Weakness>,
) -> Response {
    let ctx = visitor.page(state);
    let form = NewPassword {
        least: LEAST,
        return_to,
        weakness,
    };
    render(status, move || page::page(&ctx, form.clone())).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guessed_first_is_refused() {
        let own = [
            "19710101".to_owned(),
            "13900001111".to_owned(),
            "42120219710101241X".to_owned(),
        ];
        for bad in [
            "12345678",
            "password",
            "qwertyuiop",
            "woaini1314",
            "5201314520",
            "88888888",
            "19710101",
            "13900001111",
            "42120219710101241X",
            "abcd1234",
            "gongjijin",
        ] {
            assert_eq!(weakness(bad, &own), Some(Weakness::GuessedFirst), "{bad}");
        }
        assert_eq!(weakness("kX9-vQ2", &own), Some(Weakness::TooShort(LEAST)));
        assert_eq!(weakness(&"长".repeat(129), &own), Some(Weakness::TooLong(MOST)));
        for good in ["kite-lamp-4821", "门前大桥下游过一群鸭", "tiezhu62maiyu"] {
            assert_eq!(weakness(good, &own), None, "{good}");
        }
    }
}
