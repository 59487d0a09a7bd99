//! English.

use super::Text;

/// English.
pub const EN: Text = Text {
    skip: "Skip to the main part",
    to_home: "home page",
    large_on: ("Larger", "Larger text"),
    large_off: ("Standard", "Standard text size"),
    sign_in: "Sign in",
    mine: "My account",
    demo: "Demonstration: the people and figures here are invented",
    hotline: "Hotline",
    data_as_of: |day| format!("Data up to {day}"),
    footer_links: "More about this site",
    open: "Public information",
    help: "Help",
    accessibility: "Accessibility",
    privacy: "Privacy",
    licences: "Software licences",
    description: |centre| {
        format!("{centre}: see your balance, work out a loan, book a visit, find out what to bring.")
    },
    back: "Back",
    step: |step, of| format!("Step {step} of {of}"),
    pages: "Pages",
    older: "Older ›",
    unverified: "Example figure: what the centre publishes counts",
    binding: "This is what decides the result",
};
