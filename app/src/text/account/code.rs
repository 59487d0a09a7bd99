//! The words of one-time codes and of setting a password.

/// Asking for a code and typing it in.
#[derive(Debug)]
pub struct Code {
    /// Link on the sign-in page, and heading of the page that asks for the number.
    pub title: &'static str,
    /// What it is for.
    pub intro: &'static str,
    pub send: &'static str,
    /// Another code was sent a moment ago, or too many were; how long to wait.
    pub wait: fn(how_long: &str) -> String,
    /// Heading of the page that asks for the code.
    pub enter: &'static str,
    /// Where it was sent, by the last two digits where they are shown. The same whether or not the number is known here.
    pub sent: fn(phone_end: Option<&str>) -> String,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub confirm: &'static str,
    pub again: &'static str,
    /// The phone is not theirs any more: summary, what to do, link.
    pub other_phone: (&'static str, &'static str, &'static str),
    pub not_six_digits: &'static str,
    pub wrong: fn(left: u8) -> String,
    /// Used, too old, or tried too often.
    pub spent: &'static str,
    /// What arrives on the phone.
    pub message: fn(code: &str) -> String,
    /// What arrives when a password was set.
    pub password_set: &'static str,
    /// On a demonstration centre: to the messages.
    pub demo: &'static str,
    /// Heading of the demonstration's messages, and what stands there when there is none.
    pub demo_messages: (&'static str, &'static str),
}

/// Setting a password.
#[derive(Debug)]
pub struct NewPassword {
    pub title: &'static str,
    pub intro: &'static str,
    pub password: &'static str,
    pub hint: fn(least: usize) -> String,
    pub save: &'static str,
    pub skip: &'static str,
    pub too_short: fn(least: usize) -> String,
    pub too_long: fn(most: usize) -> String,
    /// It is one of those that are guessed first.
    pub guessed_first: &'static str,
    /// It was set; the other devices are signed out.
    pub saved: (&'static str, &'static str),
    pub go_on: &'static str,
}
