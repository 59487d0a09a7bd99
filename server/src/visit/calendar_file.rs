//! An appointment as a calendar file (iCalendar, RFC 5545). Times stand in UTC, which every calendar understands.

use chrono::Duration;
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _, EventStatus};

use super::store::{Appointment, AppointmentState};

/// What the file says about an appointment.
pub(super) struct Entry<'a> {
    pub(super) appointment: &'a Appointment,
    /// The centre is closed at that time, by a later plan.
    pub(super) displaced: bool,
    /// Its page.
    pub(super) url: &'a str,
    pub(super) title: &'a str,
    pub(super) place: &'a str,
    pub(super) note: &'a str,
}

/// The file. The same appointment gives the same file, so that saving it twice does not make two entries.
pub(super) fn write(entry: &Entry<'_>) -> String {
    let Entry {
        appointment,
        displaced,
        url,
        title,
        place,
        note,
    } = entry;
    let status = match appointment.state {
        AppointmentState::Cancelled => EventStatus::Cancelled,
        // Whoever goes by the calendar must not go.
        AppointmentState::Booked if *displaced => EventStatus::Cancelled,
        AppointmentState::Booked | AppointmentState::Lapsed => EventStatus::Confirmed,
    };
    let event = Event::with_uid(&format!("{}@anju", appointment.code))
        .timestamp(appointment.cancelled_at.unwrap_or(appointment.booked_at))
        .starts(appointment.start)
        .ends(appointment.end)
        .summary(title)
        .location(place)
        .description(note)
        .url(url)
        .status(status)
        .alarm(reminder(entry, Duration::days(1)))
        .alarm(reminder(entry, Duration::hours(2)))
        .done();
    Calendar::new().push(event).done().to_string()
}

/// A reminder so long before it begins, with a name and a time of its own that do not change.
fn reminder(entry: &Entry<'_>, before: Duration) -> Alarm {
    let uid = format!("{}-{}@anju", entry.appointment.code, before.num_minutes());
    Alarm::display(entry.title, -before)
        .uid(&uid)
        .timestamp(entry.appointment.booked_at)
        .done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::PersonKey;
    use crate::visit::store::AppointmentCode;
    use chrono::{TimeZone as _, Utc};

    #[test]
    fn a_calendar_takes_it() {
        let at = |hour, minute| Utc.with_ymd_and_hms(2026, 11, 28, hour, minute, 0).unwrap();
        let appointment = Appointment {
            code: AppointmentCode::parse("K7Q2MF10").unwrap(),
            person: PersonKey::from_bytes(&[1; 16]).unwrap(),
            slot: "shizhi-20261128-0930".into(),
            branch: "shizhi".into(),
            service: "purchase_withdrawal".into(),
            start: at(1, 30),
            end: at(2, 0),
            units: 1,
            state: AppointmentState::Booked,
            slip: None,
            booked_at: at(0, 0),
            cancelled_at: None,
        };
        let file = write(&Entry {
            appointment: &appointment,
            displaced: false,
            url: "https://gjj.example.cn/visit/K7Q2MF10",
            title: "公积金：购房提取",
            place: "市直管理部 咸安区示例路 1 号",
            note: "预约码 K7Q2MF10。请带身份证和材料。",
        });
        insta::assert_snapshot!(file.replace("\r\n", "\n"));
    }
}
