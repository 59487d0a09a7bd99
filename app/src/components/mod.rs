//! The parts pages are made of: one file each, with what it is for, an example and a snapshot test.
//!
//! They know nothing of a page's layout or of each other, work without script, and take every word
//! they show from their caller or from the catalogue. The look of each is in `style/`, in the file of
//! the same name. No component may use a `style` attribute: the content security policy forbids it.

mod back_link;
mod banner;
mod bar;
mod button;
mod choices;
mod details;
mod empty;
mod error_summary;
mod field;
mod link_list;
mod local;
mod maybe;
mod money;
mod pager;
mod post_form;
mod progress;
mod qr;
mod select;
mod summary_list;
mod tag;
mod text_field;

pub use self::{
    back_link::BackLink,
    banner::{Banner, BannerKind},
    bar::{BarPart, StackedBar},
    button::{Button, ButtonKind, LinkButton, PrintButton},
    choices::{Checkbox, Choice, Radios},
    details::Details,
    empty::EmptyState,
    error_summary::ErrorSummary,
    link_list::{LinkItem, LinkList},
    local::Local,
    maybe::{Maybe, Words},
    money::MoneyFigure,
    pager::Pager,
    post_form::PostForm,
    progress::Progress,
    qr::{Qr, QrMatrix},
    select::Select,
    summary_list::{SummaryList, SummaryRow},
    tag::{Tag, TagKind, Unverified},
    text_field::{Keypad, TextField},
};

#[cfg(test)]
mod tests;
