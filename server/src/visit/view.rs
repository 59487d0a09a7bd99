//! From appointments and slots to what pages show: with the names the edition gives them.

use app::visit::{self, AppointmentLine, AppointmentStatus, BookingDraft, FreePlace};
use fund::bilingual::Bilingual;
use fund::edition::Edition;
use fund::visit::{Branch, Service};

use super::capacity::SlotVacancy;
use super::store::{Appointment, AppointmentState};
use crate::clock::local;
use crate::notice::store::SlipNumber;
use crate::state::AppState;

pub(crate) fn choice(service: &Service, slip: Option<&SlipNumber>) -> BookingDraft {
    BookingDraft {
        service: service.code.clone(),
        label: service.label.clone(),
        minutes: service.minutes,
        slip: slip.map(ToString::to_string),
    }
}

pub(crate) fn branch(branch: &Branch) -> visit::Branch {
    visit::Branch {
        code: branch.code.clone(),
        name: branch.name.clone(),
        address: branch.address.clone(),
        phone: branch.phone.clone(),
    }
}

pub(crate) fn free_place(branch: &Branch, place: &SlotVacancy) -> FreePlace {
    FreePlace {
        slot: place.slot.id.clone(),
        start: place.slot.start,
        branch: branch.name.clone(),
        free: place.free,
    }
}

/// How it stands. A place held counts until the slot has ended: who is at the counter still needs the code.
pub(crate) fn standing(appointment: &Appointment, state: &AppState) -> AppointmentStatus {
    match appointment.state {
        AppointmentState::Booked | AppointmentState::Lapsed if appointment.end <= state.clock.now() => {
            AppointmentStatus::Past
        }
        // Lapsed: another appointment took its place.
        AppointmentState::Cancelled | AppointmentState::Lapsed => AppointmentStatus::Cancelled,
        AppointmentState::Booked if !state.crowded.keeps(&state.edition, appointment) => {
            AppointmentStatus::Displaced
        }
        AppointmentState::Booked => AppointmentStatus::Booked,
    }
}

/// Whether it is still to come, in a year whose holidays are not announced: the day may turn out to be one.
pub(crate) fn is_provisional(appointment: &Appointment, state: &AppState) -> bool {
    let to_come = appointment.state == AppointmentState::Booked && appointment.end > state.clock.now();
    to_come
        && !state
            .edition
            .calendar
            .is_announced(local(appointment.start).date())
}

/// The appointment in a list. What the edition no longer knows shows its code.
pub(crate) fn line(appointment: &Appointment, state: &AppState) -> AppointmentLine {
    AppointmentLine {
        code: appointment.code.to_string(),
        service: service_label(&state.edition, &appointment.service),
        branch: branch_of(&state.edition, &appointment.branch).name,
        start: local(appointment.start),
        standing: standing(appointment, state),
    }
}

pub(crate) fn service_label(edition: &Edition, code: &str) -> Bilingual {
    edition
        .service(code)
        .map_or_else(|| by_code(code), |service| service.label.clone())
}

/// What the edition no longer knows is shown by its code, in every language.
fn by_code(code: &str) -> Bilingual {
    Bilingual::new(code.to_owned(), Some(code.to_owned()))
}

/// The branch with this code; one that has been closed since is known by its code only.
pub(crate) fn branch_of(edition: &Edition, code: &str) -> visit::Branch {
    edition.branch(code).map_or_else(
        || visit::Branch {
            code: code.to_owned(),
            name: by_code(code),
            address: by_code(""),
            phone: edition.meta.hotline.clone(),
        },
        branch,
    )
}
