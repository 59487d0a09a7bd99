//! English.

use fund::visit::ServiceGroup;

use super::{Appointment, Branch, Cancel, Confirm, Day, Find, Hours, Left, Mine, Service, Text, Time};
use crate::text::{format::EN as FORMAT, sentence::Sentence};

/// English.
pub const EN: Text = Text {
    name: "Book a visit",
    summary: "Choose a branch and a time, and do not queue",
    group: |group| match group {
        ServiceGroup::Loan => "Loans",
        ServiceGroup::Withdrawal => "Withdrawals",
        ServiceGroup::Account => "Account and certificates",
        ServiceGroup::Contribution => "Contributions (for employers)",
    },
    hours: Hours {
        working_days: Sentence::new("Working days {0}"),
        in_season: Sentence::new("Working days {0} ({1} to {2})"),
        saturday: Sentence::new("Saturdays {0} (some services)"),
        day_of_year: Sentence::new("{0} {1}"),
        between: ". ",
    },
    service: Service {
        title: "What do you need to do at the Housing Provident Fund (公积金)?",
        minutes: |minutes| format!("about {}", FORMAT.minutes.of(minutes)),
        notice: "with a list of papers",
        online: "also online",
        upcoming: "Your appointments",
        earlier: "Booked before",
        to_mine: "All appointments",
        to_find: (
            "Find an appointment by its code",
            "You need the booking code (预约码) and the last four characters of the ID number. No sign-in",
        ),
    },
    branch: Branch {
        title: "Which branch?",
        earliest: |when| format!("Earliest: {when}"),
        none: "Fully booked for now",
        saturday: "Saturdays too",
        change: "Choose another service",
    },
    day: Day {
        title: "Which day?",
        earliest: |when| format!("Earliest free time: {when}"),
        earliest_hint: "Follow this to book it",
        none: (
            "This branch is fully booked for now",
            "A new day opens each midnight. You can also look at other branches.",
        ),
        weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        around: |day| {
            (
                format!("{} ", FORMAT.weekday(day)),
                format!(" {}", FORMAT.month_name(day)),
            )
        },
        festival: |name| {
            Some(match name {
                "元旦" => "New Year",
                "春节" => "Spring Festival",
                "清明节" => "Tomb-Sweeping Day",
                "劳动节" => "Labour Day",
                "端午节" => "Dragon Boat Festival",
                "中秋节" => "Mid-Autumn Festival",
                "国庆节" => "National Day",
                _ => return None,
            })
        },
        left: |places| format!("{places} left"),
        full: "full",
        over: "over",
        closed: "closed",
        note: |days| {
            let days = if days == 1 {
                "1 day".to_owned()
            } else {
                format!("{days} days")
            };
            format!("“Left” says how many people can still book. You can book up to {days} from today.")
        },
        unannounced: "Some of these days lie in a year whose public holidays have not been announced. They may change: the centre's announcement counts.",
        unannounced_day: "This day lies in a year whose public holidays have not been announced. It may change: the centre's announcement counts.",
        change: "Choose another branch",
    },
    time: Time {
        title: "What time?",
        morning: "Morning",
        afternoon: "Afternoon",
        at: |time| FORMAT.clock(time),
        left: Left {
            places: Sentence::new("{0} left"),
            none: "full",
        },
        none: "Nothing can be booked on this day",
        change: "Choose another day",
    },
    confirm: Confirm {
        title: "Is this right?",
        service: "Service",
        branch: "Branch",
        address: "Address",
        when: "When",
        duration: "Takes",
        change: "Change",
        book: "Book this visit",
        rules: "Please come in person and on time. If you cannot come, cancel early so that somebody else can have the place.",
        full: (
            "This time has just been taken",
            "Nothing was booked, and no place is held for you. Please choose another time.",
        ),
        too_soon: ("This time can no longer be booked", |minutes| {
            format!(
                "It is over, or begins in less than {}. Nothing was booked; please choose another time.",
                FORMAT.minutes.of(minutes)
            )
        }),
        cooling_down: ("You have cancelled too often lately", |from| {
            format!(
                "So that places are not held again and again, you can book again from {from}. Nothing was booked, and no place is held for you. If it is urgent, call the hotline."
            )
        }),
        too_far: ("This day is not open for booking yet", |days| {
            let days = if days == 1 {
                "1 day".to_owned()
            } else {
                format!("{days} days")
            };
            format!("You can book up to {days} ahead. Nothing was booked; please choose another time.")
        }),
        alternatives: "These times are free",
        no_alternatives: "This branch has no free places for now. Please look at other branches.",
        to_days: "See all days",
        already: (
            "You already have an appointment for this service",
            "There can be one appointment for a service at a time. To change the time, cancel the old one first.",
        ),
        to_appointment: "See this appointment",
        no_account: ("You cannot book online for now", |hotline| {
            format!(
                "There is no fund account in your name, so nobody could check who comes. Nothing was booked; please call {hotline} to book."
            )
        }),
    },
    appointment: Appointment {
        booked: "Booked",
        past: "The time of this appointment has come",
        cancelled: "This appointment is cancelled",
        displaced: (
            "Closed at that time: please choose another",
            |when| {
                format!(
                    "The centre's opening hours have changed: it is closed on {when}. Please do not come then. When you have chosen another time, this appointment lapses by itself; you need not cancel it."
                )
            },
            "Choose another time",
        ),
        code: "Booking code (预约码)",
        code_hint: "Say this code or show the QR code when you take a number (取号) at the branch.",
        qr: "QR code of the appointment",
        qr_caption: "To be scanned when you take a number (取号)",
        phone: "Telephone",
        bring: "What to bring",
        to_notice: "See all the papers you need",
        to_slip: |number| format!("Slip (告知单) {number}"),
        ask: |hotline| {
            format!(
                "Bring your ID card (身份证). Please call {hotline} to ask for the other papers before you come."
            )
        },
        calendar: "Save it to your phone's calendar",
        print: "Print this page",
        keep: "Keep a screenshot on your phone, or print it. You can find it again by the booking code (预约码) and the last four characters of the ID number.",
        to_cancel: "Cancel the appointment",
        again: "Book another visit",
        calendar_note: |code, address| {
            format!(
                "Booking code (预约码) {code}. Bring your ID card (身份证) and your papers, and be on time: {address}"
            )
        },
        calendar_title: |service| format!("Housing Provident Fund (公积金): {service}"),
    },
    cancel: Cancel {
        title: "Cancel this appointment?",
        meaning: "The time is then free for somebody else. This cannot be undone, but you can book again.",
        cancel: "Cancel it",
        keep: "Keep it and go back",
        too_late: ("The time has come: it cannot be cancelled", |hotline| {
            format!("The appointment is unchanged. If you need anything, call {hotline}.")
        }),
    },
    find: Find {
        title: "Find an appointment",
        code: "Booking code (预约码)",
        code_hint: "8 characters; on the page of the appointment, in your screenshot or in your phone's calendar",
        last_four: "Last four characters of the ID number",
        last_four_hint: "Of the person who booked; an X at the end counts",
        find: "Find it",
        code_invalid: "A booking code has 8 digits and letters; please check it",
        last_four_invalid: "Please type the last 4 characters of the ID number",
        wrong_pair: "Not found: the booking code or the last four are wrong. Please check them",
        kept: "Once found, it can be seen and cancelled on this device for 15 minutes.",
    },
    mine: Mine {
        title: "My appointments",
        none: "No appointments yet",
        book: "Book a visit",
        booked: "to come",
        past: "over",
        cancelled: "cancelled",
        displaced: "choose another time",
    },
};
