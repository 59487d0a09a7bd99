//! English.

use fund::notice::{AnswerError, Channel, PaidFrom};

use super::{Index, Outcome, Papers, Question, Slip, Text, Verify};
use crate::text::{
    format::EN as FORMAT,
    sentence::{Count, Sentence},
};

const WORKING_DAYS: Count = Count::new("{0} working day", "{0} working days");
const DAYS: Count = Count::new("{0} day", "{0} days");
const PAPERS: Count = Count::new("{0} paper", "these {0} papers");
const ORIGINALS: Count = Count::new("{0} original", "{0} originals");
const COPIES: Count = Count::new("{0} copy", "{0} copies");

/// English.
pub const EN: Text = Text {
    name: "What to bring",
    summary: "All the papers you need, said once",
    channel: |channel| match channel {
        Channel::Window => "at a window",
        Channel::Online => "online",
        Channel::OnSite => "at your employer's",
        Channel::AcrossProvinces => "at any centre in the country (跨省通办)",
    },
    answer_error: |error| match error {
        AnswerError::NothingChosen => "Please choose one".to_owned(),
        AnswerError::Empty => "Please fill this in".to_owned(),
        AnswerError::NotAnOption => "Please choose one of those listed".to_owned(),
        AnswerError::NotANumber { example } => {
            format!("Please type a whole number, digits only, such as {example}")
        }
        AnswerError::NumberOutOfBounds { min, max } => {
            format!("Please type a number from {min} to {max}")
        }
        AnswerError::NotAnAmount => "An amount is written in digits, such as 12000 or 12,000".to_owned(),
        AnswerError::TooManyPlaces => "An amount has two decimals at most".to_owned(),
        AnswerError::AmountOutOfBounds { min, max } => {
            format!(
                "Please type an amount from {} to {}",
                FORMAT.yuan(*min),
                FORMAT.yuan(*max)
            )
        }
        AnswerError::NotADate { example } => {
            format!("Please type year, month and day, such as {example}")
        }
        AnswerError::TooEarly { earliest } => {
            format!(
                "The date cannot be before {}; please check it",
                FORMAT.date(*earliest)
            )
        }
        AnswerError::TooLate { latest } => {
            format!(
                "The date cannot be after {}; please check it",
                FORMAT.date(*latest)
            )
        }
    },
    yes: "Yes",
    no: "No",
    end_of_graph: "List of papers",
    index: Index {
        title: "What to bring to the Housing Provident Fund (公积金)",
        intro: "Choose what you want to do and answer a few questions. You then see the papers you must bring: no more and no fewer.",
        search: "What do you want to do?",
        search_hint: "For example: rent, buy, loan",
        find: "Search",
        found: |count| Count::new("Found {0} service", "Found {0} services").of(count as u64),
        none: "No list of papers was found for this",
        none_help: |hotline| format!("Try other words, or call {hotline} and ask before you come."),
        show_all: "See all services",
        minutes: |minutes| format!("about {} at the window", FORMAT.minutes.of(minutes)),
        to_verify: "Verify a slip (告知单)",
    },
    question: Question {
        progress: |number, at_most| {
            if number >= at_most {
                format!("Question {number}, the last one")
            } else {
                format!("Question {number} of at most {at_most}")
            }
        },
        next: "Next",
        given: "Answered so far",
        change: "Change",
    },
    papers: Papers {
        bring: |bring, sign| match (bring, sign) {
            (0, _) => "Nothing to bring: you only sign at the window".to_owned(),
            (_, 0) => format!("Bring {}, and it is done in one visit", PAPERS.of(bring as u64)),
            _ => format!(
                "Bring {} and sign {sign} at the window, and it is done in one visit",
                PAPERS.of(bring as u64)
            ),
        },
        items: "Papers to bring",
        count: |originals, copies| match (originals, copies) {
            (0, copies) => COPIES.of(copies),
            (originals, 0) => ORIGINALS.of(originals),
            _ => format!("{}, {}", ORIGINALS.of(originals), COPIES.of(copies)),
        },
        signed_on_site: "signed at the window",
        why: Sentence::new("Why: {0}"),
        why_and_validity: Sentence::new("Why: {0}. Must be: {1}"),
        not_needed: (
            "Not needed (无需提供)",
            "Do not bring these: the centre checks them itself.",
        ),
        notes: "Good to know",
        promise: "When it will be done",
        window: "At the window",
        minutes_fee: Sentence::new("about {0}, {1}"),
        channels: "Where it can be done",
        decided: "Decided by",
        decided_by: |day, working_days| match working_days {
            0 => format!("{day}, on the same day"),
            days => format!("{day}, within {}", WORKING_DAYS.of(days)),
        },
        paid: "Paid by",
        paid_by: |day, working_days, from| {
            let days = WORKING_DAYS.of(working_days);
            match (day, from) {
                (Some(day), PaidFrom::Decision) => format!("{day}, within {days} of the decision"),
                (None, PaidFrom::Decision) => format!("within {days} of the decision"),
                (_, PaidFrom::Mortgage) => format!("within {days} of the registration of the mortgage"),
            }
        },
        statutory: "Limit by law",
        statutory_by: |day, days| format!("{day}, within {} of acceptance", DAYS.of(days)),
        assumes: |day| format!("If all papers are complete and accepted on {day}."),
        provisional: " Some of these dates lie in a year whose public holidays have not been announced, and may change.",
        basis: "Rules",
        document: "Source of the list",
        given: "Your answers",
    },
    outcome: Outcome {
        refused: "Not possible for now",
        reasons: "Reasons",
        instead: "What you can do",
        basis: "Rule",
        ask: |hotline| format!("Is this wrong, or is your case special? Call {hotline} before you come."),
        issue: "Get a slip (告知单)",
        issue_hint: |days| {
            format!(
                "The slip has a number and is valid for {}. You can print it or send it to your family, and the window takes papers by it. No sign-in, no name on it.",
                DAYS.of(days)
            )
        },
        book: "Book a visit first",
        other: "Ask about another service",
    },
    slip: Slip {
        kind: "Slip of papers to bring (一次性告知单)",
        dates: |issued, expires| format!("issued {issued}, valid until {expires}"),
        expired: (
            "This slip has expired",
            "The rules may have changed. Please answer the questions again and get a new one.",
        ),
        again: "Answer again",
        book: "Book a visit with this slip",
        print: "Print this slip",
        keep: "It prints on one page of A4. Without a print button, use “Print” in your browser's menu, or show a screenshot at the window. To send it to your family, send this page's address.",
        qr: "QR code for verifying the slip",
        qr_caption: "Scan to verify",
        complaint: |hotline| {
            format!("Does anybody ask for a paper that is not on it? Call {hotline} and tell us.")
        },
    },
    verify: Verify {
        title: "Verify a slip (告知单)",
        intro: "Type its number to see whether the slip is genuine and still valid.",
        number: "Number of the slip",
        number_hint: "Printed at the top, such as XN-2026-004182-K7Q2MF4B",
        ask: "Verify",
        missing: "Please type the number",
        malformed: "This is not the number of a slip. Please compare it with the slip",
        unknown: "No slip with this number has been issued. Please check what you typed",
        valid: "This slip is genuine and valid",
        expired: "This slip is genuine, but it has expired",
        service: "Service",
        issued: "Issued on",
        expires: "Valid until",
        issuer: "Issued by",
        privacy: "To protect privacy, what the slip says is not shown here.",
    },
};
