//! A message to the phone of a person, as a job to be written with what it tells.

use app::text::Lang;
use chrono::TimeDelta;
use fund::identity::Phone;

use crate::clock::random_bytes;
use crate::http::failure::Failure;
use crate::job::store::{Job, JobId};
use crate::message::{Message, Telling};
use crate::state::AppState;

/// The message, due now and of no use after so long; it goes nowhere where there is no phone.
pub(super) fn message(
    state: &AppState,
    phone: Option<&Phone>,
    lang: Lang,
    telling: Telling,
    life: TimeDelta,
) -> Result<Job, Failure> {
    let (id, now) = (JobId(random_bytes(state.random.as_ref())), state.clock.now());
    let job = Message::new(phone, lang, telling).job(id, now, now + life);
    job.map_err(|error| Failure::Internal(error.to_string()))
}
