//! Helpers for the tests of pages and components.
#![allow(
    clippy::expect_used,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

use std::sync::{Arc, LazyLock};

use chrono::{NaiveDate, NaiveTime};
use fund::edition::Edition;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::{
    shell::{Assets, Centre, PageContext},
    text::Lang,
};

/// The HTML a view gives on the server, one tag per line so that a snapshot can be read and compared.
pub(crate) fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().into_view().to_html());
    without_hashes(&html).replace("><", ">\n<")
}

/// The HTML with islands by their plain names: the hash that leptos appends follows the folder of the checkout.
fn without_hashes(html: &str) -> String {
    let mark = "data-component=\"";
    let mut parts = html.split(mark);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').unwrap_or((part, ""));
        let name = name
            .trim_end_matches(|digit: char| digit.is_ascii_digit())
            .trim_end_matches('_');
        plain.extend([mark, name, "\"", rest]);
    }
    plain
}

/// A page context as the server would fill it for a visitor who has not signed in.
pub(crate) fn context() -> PageContext {
    PageContext {
        centre: Arc::new(Centre {
            name: "咸宁市住房公积金管理中心".into(),
            short_name: "咸宁公积金".into(),
            hotline: "12329".into(),
        }),
        lang: Lang::ZhCn,
        path: "/help?from=home".into(),
        signed_in: false,
        large_type: false,
        form_token: "a-signed-token".into(),
        assets: Arc::new(Assets {
            css: "body{margin:0}".into(),
            pkg_name: Some("anju.ab12cd".into()),
        }),
        demo: false,
        data_as_of: NaiveDate::from_ymd_opt(2026, 11, 23),
    }
}

/// What stands between the header and the footer of a page.
pub(crate) fn main_of(html: &str) -> &str {
    html.split_once("<main")
        .and_then(|(_, rest)| rest.split_once("</main>"))
        .map_or("", |(main, _)| main)
}

pub(crate) fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

pub(crate) fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
}

/// The built-in edition, read once.
pub(crate) fn edition() -> &'static Edition {
    static EDITION: LazyLock<Edition> = LazyLock::new(|| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fund/editions/xianning");
        let file = |name: &str| std::fs::read_to_string(format!("{folder}/{name}")).ok();
        Edition::load(&file).expect("the built-in edition")
    });
    &EDITION
}
