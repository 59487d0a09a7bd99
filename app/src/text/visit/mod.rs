//! The words of the visit room.

mod en;
mod hours;
mod zh_cn;

pub use self::{en::EN, hours::hours, zh_cn::ZH_CN};

use chrono::{NaiveDate, NaiveTime};
use fund::visit::ServiceGroup;

use crate::handed::handed;

use super::{Lang, Worded, sentence::Sentence, text};

#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
    /// What a service is about.
    pub group: fn(ServiceGroup) -> &'static str,
    /// When a branch is open.
    pub hours: Hours,
    /// Choosing what is to be done.
    pub service: Service,
    /// Choosing where.
    pub branch: Branch,
    /// Choosing the day.
    pub day: Day,
    /// Choosing the time.
    pub time: Time,
    /// Looking over all of it, and why it could not be booked.
    pub confirm: Confirm,
    /// The appointment.
    pub appointment: Appointment,
    /// Giving it back.
    pub cancel: Cancel,
    /// Finding it again.
    pub find: Find,
    /// All of a person's appointments.
    pub mine: Mine,
}

impl Worded for ServiceGroup {
    fn worded(&self, lang: Lang) -> String {
        (text(lang).visit.group)(*self).to_owned()
    }
}

#[derive(Debug)]
pub struct Hours {
    /// On working days all year round.
    pub working_days: Sentence<1>,
    /// On working days from one day of the year to another.
    pub in_season: Sentence<3>,
    /// On Saturdays, for some of the services.
    pub saturday: Sentence<1>,
    /// A day of every year: day, month.
    pub day_of_year: Sentence<2>,
    /// Between the seasons and the Saturday.
    pub between: &'static str,
}

handed! {
    /// What is left of a time. The browser says it anew when it changes.
    pub struct Left {
        /// So many places.
        pub places: Sentence<1>,
        pub none: &'static str,
    }
}

#[derive(Debug)]
pub struct Service {
    pub title: &'static str,
    /// How long it takes at the window.
    pub minutes: fn(minutes: u16) -> String,
    /// The portal has its notice.
    pub notice: &'static str,
    /// It can be done online as well.
    pub online: &'static str,
    /// Heading of the appointments to come.
    pub upcoming: &'static str,
    /// Heading of the ways to appointments made before.
    pub earlier: &'static str,
    /// To all appointments.
    pub to_mine: &'static str,
    /// To finding one by its code, and what that needs.
    pub to_find: (&'static str, &'static str),
}

#[derive(Debug)]
pub struct Branch {
    pub title: &'static str,
    /// The earliest free place.
    pub earliest: fn(when: &str) -> String,
    /// Nothing is free.
    pub none: &'static str,
    /// It keeps Saturday duty for the service.
    pub saturday: &'static str,
    /// Chooses another service.
    pub change: &'static str,
}

#[derive(Debug)]
pub struct Day {
    pub title: &'static str,
    /// The earliest free place.
    pub earliest: fn(when: &str) -> String,
    /// Under it.
    pub earliest_hint: &'static str,
    /// Nothing is free at this branch: what to do.
    pub none: (&'static str, &'static str),
    /// The days of the week, Monday first.
    pub weekdays: [&'static str; 7],
    /// Before and after the day's number, where there is room or somebody listens.
    pub around: fn(day: NaiveDate) -> (String, String),
    /// The name of a festival that is not Chinese.
    pub festival: fn(name: &str) -> Option<&'static str>,
    /// Places left.
    pub left: fn(places: u32) -> String,
    /// None left.
    pub full: &'static str,
    /// Today's hours are over, or nearly.
    pub over: &'static str,
    /// The branch is closed.
    pub closed: &'static str,
    /// What the colours and the horizon mean.
    pub note: fn(days: u16) -> String,
    /// That year's holidays have not been announced.
    pub unannounced: &'static str,
    /// The same of one day.
    pub unannounced_day: &'static str,
    /// Chooses another branch.
    pub change: &'static str,
}

#[derive(Debug)]
pub struct Time {
    pub title: &'static str,
    /// Heading of the times before noon.
    pub morning: &'static str,
    /// Heading of those after.
    pub afternoon: &'static str,
    /// A time, under the heading that says which half of the day it is in.
    pub at: fn(time: NaiveTime) -> String,
    pub left: Left,
    /// Nothing can be booked on this day.
    pub none: &'static str,
    /// Chooses another day.
    pub change: &'static str,
}

#[derive(Debug)]
pub struct Confirm {
    pub title: &'static str,
    /// What is done.
    pub service: &'static str,
    /// Where.
    pub branch: &'static str,
    /// Where exactly.
    pub address: &'static str,
    /// When.
    pub when: &'static str,
    /// How long it takes.
    pub duration: &'static str,
    /// Changes one of them.
    pub change: &'static str,
    pub book: &'static str,
    /// What a booking commits to.
    pub rules: &'static str,
    /// The place has just been taken.
    pub full: (&'static str, &'static str),
    /// The time has passed or is too near.
    pub too_soon: (&'static str, fn(minutes: u16) -> String),
    /// The person has cancelled too often lately; from when on they can book.
    pub cooling_down: (&'static str, fn(from: &str) -> String),
    /// The day is not open for booking yet.
    pub too_far: (&'static str, fn(days: u16) -> String),
    /// Above other times.
    pub alternatives: &'static str,
    pub no_alternatives: &'static str,
    /// To the calendar.
    pub to_days: &'static str,
    /// The person has an appointment for this service.
    pub already: (&'static str, &'static str),
    /// To that appointment.
    pub to_appointment: &'static str,
    /// The person has no account here.
    pub no_account: (&'static str, fn(hotline: &str) -> String),
}

#[derive(Debug)]
pub struct Appointment {
    /// It stands.
    pub booked: &'static str,
    /// Its time has come or passed.
    pub past: &'static str,
    /// It was given back.
    pub cancelled: &'static str,
    /// The centre will be closed at that time: a heading, what that means, and the way to another time.
    pub displaced: (&'static str, fn(when: &str) -> String, &'static str),
    pub code: &'static str,
    /// What the code is for.
    pub code_hint: &'static str,
    /// What the QR code is.
    pub qr: &'static str,
    /// What the QR code is for.
    pub qr_caption: &'static str,
    pub phone: &'static str,
    pub bring: &'static str,
    /// To the notice of the service.
    pub to_notice: &'static str,
    /// To the slip it was booked with.
    pub to_slip: fn(number: &str) -> String,
    /// The service has no notice here: whom to ask.
    pub ask: fn(hotline: &str) -> String,
    /// Saves it to the phone's calendar.
    pub calendar: &'static str,
    /// Prints it.
    pub print: &'static str,
    /// How to keep it.
    pub keep: &'static str,
    /// To giving it back.
    pub to_cancel: &'static str,
    /// Books the next one.
    pub again: &'static str,
    /// In the calendar file: code and what to do.
    pub calendar_note: fn(code: &str, address: &str) -> String,
    /// In the calendar file: what it is.
    pub calendar_title: fn(service: &str) -> String,
}

#[derive(Debug)]
pub struct Cancel {
    pub title: &'static str,
    /// What it means.
    pub meaning: &'static str,
    pub cancel: &'static str,
    /// Leaves it as it is.
    pub keep: &'static str,
    /// Its time has come.
    pub too_late: (&'static str, fn(hotline: &str) -> String),
}

#[derive(Debug)]
pub struct Find {
    pub title: &'static str,
    pub code: &'static str,
    /// Where the code stands.
    pub code_hint: &'static str,
    /// The last four of the ID number.
    pub last_four: &'static str,
    /// About them.
    pub last_four_hint: &'static str,
    pub find: &'static str,
    /// No code typed, or not one.
    pub code_invalid: &'static str,
    /// Not four characters.
    pub last_four_invalid: &'static str,
    /// They do not belong together, or there is no such code: the page says the same of both.
    pub wrong_pair: &'static str,
    /// How long the appointment stays visible on this device.
    pub kept: &'static str,
}

#[derive(Debug)]
pub struct Mine {
    pub title: &'static str,
    pub none: &'static str,
    /// Books one.
    pub book: &'static str,
    /// To come.
    pub booked: &'static str,
    /// Its time has passed.
    pub past: &'static str,
    /// Given back.
    pub cancelled: &'static str,
    /// The centre will be closed at that time.
    pub displaced: &'static str,
}
