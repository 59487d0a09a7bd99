//! Slips: issuing one, showing one as it was issued, verifying one.

use std::sync::Arc;

use app::notice::Notice;
use app::notice::slip::{self as page, Issued};
use app::notice::verify::{self, NUMBER, Verdict};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{Days, NaiveDate, NaiveTime};
use fund::bilingual::Bilingual;
use fund::notice::{Answers, Flow, Outcome, Step};
use sha2::{Digest as _, Sha256};

use super::store::{NewSlip, Slip, SlipNumber};
use super::{given, pages};
use crate::clock::random_code;
use crate::http::failure::Failure;
use crate::http::form::{FormFields, QueryFields};
use crate::http::redirect::see_other;
use crate::http::render::render;
use crate::http::security::{self, Limit};
use crate::http::visitor::Visitor;
use crate::http::wait::Wait;
use crate::qr;
use crate::seal::PersonKey;
use crate::state::AppState;

/// Characters at a number's end that nobody can guess: 30⁸ of them, against guessing at the limit on reads.
const RANDOM_LENGTH: usize = 8;

/// Why no slip was issued.
pub(super) enum NotIssued {
    /// A question is open, or its answer was not understood.
    Open(Box<Step>),
    /// The matter cannot be done.
    Refused(Box<Outcome>),
    /// The caller asks too often.
    TooMany(Wait),
    /// The store did not answer, or something impossible.
    Failed(Failure),
}

impl From<Failure> for NotIssued {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Issues the slip that follows from these answers. They are followed anew: what the page said does not count.
pub(super) async fn issue_for(
    state: &AppState,
    visitor: &Visitor,
    flow: &Flow,
    answers: &Answers,
) -> Result<Slip, NotIssued> {
    let outcome = match flow.step(answers) {
        Step::Outcome(outcome) if outcome.eligible => outcome,
        Step::Outcome(outcome) => return Err(NotIssued::Refused(Box::new(outcome))),
        open @ Step::Question { .. } => return Err(NotIssued::Open(Box::new(open))),
    };
    let counted = state.limiter.slip(visitor.address);
    security::counted(state, visitor.address, Limit::Slip, counted).map_err(NotIssued::TooMany)?;
    let new = new_slip(state, visitor, flow, &flow.settled(answers), outcome)?;
    let slip = state.store.issue(&new).await.map_err(Failure::from)?;
    Ok(slip)
}

fn new_slip(
    state: &AppState,
    visitor: &Visitor,
    flow: &Flow,
    settled: &Answers,
    outcome: Outcome,
) -> Result<NewSlip, Failure> {
    let meta = &state.edition.meta;
    let issued_on = settled.on();
    let mut issued = Issued {
        centre: meta.centre.clone(),
        // Not yet: when it was issued does not make it another slip.
        at: issued_on.and_time(NaiveTime::MIN),
        unverified_label: meta.unverified_label.clone(),
        notice: Notice::new(flow, outcome, &state.edition.calendar, issued_on),
    };
    let person = visitor.signed_in.map(|session| session.person);
    let answers = json(settled)?;
    let fingerprint = fingerprint(&[
        meta.slip_prefix.as_bytes(),
        answers.as_bytes(),
        json(&issued)?.as_bytes(),
        person.as_ref().map_or(&[], PersonKey::as_bytes),
    ]);
    issued.at = state.clock.local();
    let days = Days::new(meta.slip_days.get().into());
    Ok(NewSlip {
        centre: meta.slip_prefix.clone(),
        random: random_code(state.random.as_ref(), RANDOM_LENGTH),
        service: flow.code.clone(),
        answers,
        content: json(&issued)?,
        issued_on,
        expires_on: issued_on.checked_add_days(days).unwrap_or(NaiveDate::MAX),
        person,
        fingerprint,
    })
}

/// SHA-256 over the parts, each with its length before it so that no two lists run together; the first 128 bits.
fn fingerprint(parts: &[&[u8]]) -> [u8; 16] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    let full = hash.finalize();
    std::array::from_fn(|at| full[at])
}

fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::Internal(format!("writing a slip: {error}")))
}

/// What a slip keeps.
fn issued(slip: &Slip) -> Result<Issued, Failure> {
    serde_json::from_str(&slip.content)
        // Not which slip, nor what stands in it: the number opens it, and this goes to the log.
        .map_err(|error| {
            Failure::Internal(format!(
                "reading a slip issued on {}: {:?} at column {}",
                slip.issued_on,
                error.classify(),
                error.column()
            ))
        })
}

/// `POST /notice/{service}/slips`
pub(crate) async fn issue(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    Path(service): Path<String>,
    FormFields(form): FormFields,
) -> Result<Response, Failure> {
    let flow = pages::flow(&state, &service)?;
    let answers = given::answers(flow, &form, state.clock.today());
    match issue_for(&state, &visitor, flow, &answers).await {
        Ok(slip) => Ok(see_other(&page::path(slip.number.as_str()))),
        // The form of an outcome page holds all answers; since then the rules may have changed.
        Err(NotIssued::Open(_)) => Ok(pages::ask(&state, &visitor, flow, &answers).await),
        Err(NotIssued::Refused(_)) => Ok(see_other(&given::address(flow, &flow.settled(&answers)))),
        Err(NotIssued::TooMany(wait)) => Err(wait.into()),
        Err(NotIssued::Failed(failure)) => Err(failure),
    }
}

/// `/notice/slip/{number}`
pub(crate) async fn show(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    Path(number): Path<String>,
) -> Result<Response, Failure> {
    let number = SlipNumber::parse(&number).ok_or(Failure::NotFound)?;
    let slip = state.store.slip(&number).await?.ok_or(Failure::NotFound)?;
    let data = page::Slip {
        issued: issued(&slip)?,
        expires_on: slip.expires_on,
        expired: is_expired(&slip, state.clock.today()),
        bookable: pages::bookable(&state, &slip.service),
        qr: qr::code(&verify_url(&state, &slip.number)),
        number: slip.number.to_string(),
    };
    let ctx = visitor.page(&state);
    Ok(render(StatusCode::OK, move || page::page(&ctx, data.clone())).await)
}

/// Whether the last day of a slip is over.
pub(super) fn is_expired(slip: &Slip, today: NaiveDate) -> bool {
    slip.expires_on < today
}

/// The full address that a slip's code leads to.
pub(super) fn verify_url(state: &AppState, number: &SlipNumber) -> String {
    let portal = state.config.public_url.trim_end_matches('/');
    format!("{portal}{}", verify::path(number.as_str()))
}

/// `/notice/verify`
pub(crate) async fn verify(
    State(state): State<Arc<AppState>>,
    visitor: Visitor,
    QueryFields(query): QueryFields,
) -> Result<Response, Failure> {
    let (status, verdict) = match query.find(NUMBER) {
        None => (StatusCode::OK, Verdict::NotAsked),
        Some("") => (StatusCode::UNPROCESSABLE_ENTITY, Verdict::Missing),
        Some(typed) => match SlipNumber::parse(typed) {
            None => (StatusCode::UNPROCESSABLE_ENTITY, Verdict::Malformed),
            Some(number) => match state.store.slip(&number).await? {
                None => (StatusCode::NOT_FOUND, Verdict::Unknown),
                Some(slip) => (StatusCode::OK, genuine(&slip, state.clock.today())?),
            },
        },
    };
    let typed = query.get(NUMBER).to_owned();
    let ctx = visitor.page(&state);
    Ok(render(status, move || verify::page(&ctx, typed.clone(), verdict.clone())).await)
}

fn genuine(slip: &Slip, today: NaiveDate) -> Result<Verdict, Failure> {
    Ok(Verdict::Genuine {
        service: title(slip)?,
        issued_on: slip.issued_on,
        expires_on: slip.expires_on,
        expired: is_expired(slip, today),
    })
}

/// The name of the service as it stands on the slip.
pub(super) fn title(slip: &Slip) -> Result<Bilingual, Failure> {
    Ok(issued(slip)?.notice.title)
}
