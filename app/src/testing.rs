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
    html.replace("><", ">\n<")
}

/// A page context as the server would fill it for a visitor who has not signed in.
pub(crate) fn context() -> PageContext {
    PageContext {
        centre: Arc::new(Centre {
            name: "咸宁市住房公积金管理中心".into(),
            short_name: "咸宁公积金".into(),
            lang: Lang::ZhCn,
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

/// What a page shows between header and footer in Chinese and in English; in English no Chinese but what is marked so.
pub(crate) fn in_each_language<V: IntoView>(page: impl Fn(&PageContext) -> V) -> [String; 2] {
    [Lang::ZhCn, Lang::En].map(|lang| {
        let ctx = PageContext { lang, ..context() };
        let html = html(|| page(&ctx));
        let main = main_of(&html);
        if lang == Lang::En {
            assert_eq!(unmarked_chinese(main), Vec::<String>::new(), "{main}");
        }
        main.to_owned()
    })
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

/// The Chinese on an English page that nothing marks as Chinese: it stands in no element with `lang="zh-CN"`, nor in brackets
/// behind an English term. Also what a screen reader says of it (`aria-label`, `alt`), and what the page hands to an island.
pub(crate) fn unmarked_chinese(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    // For each open element: its name, and whether what stands in it is said to be Chinese.
    let mut open: Vec<(&str, bool)> = Vec::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        let marked = open.last().is_some_and(|(_, marked)| *marked);
        found.extend((!marked).then(|| chinese_outside_brackets(text)).flatten());
        let (tag, after) = tag.split_at(end_of_tag(tag));
        rest = after.strip_prefix('>').unwrap_or(after);
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.iter().rposition(|(known, _)| *known == name.trim());
            open.truncate(closed.unwrap_or(open.len()));
            continue;
        }
        let name = tag.split([' ', '\n', '/']).next().unwrap_or_default();
        let marked = attribute(tag, "lang").map_or(marked, |lang| lang == "zh-CN");
        let spoken = [
            "aria-label",
            "alt",
            "title",
            "placeholder",
            "data-label",
            "content",
        ];
        let spoken = spoken.into_iter().filter_map(|name| attribute(tag, name));
        found.extend(spoken.filter(|_| !marked).filter_map(chinese_outside_brackets));
        if matches!(name, "script" | "style") {
            let (inside, after) = rest.split_at(rest.find("</").unwrap_or(rest.len()));
            let handed = attribute(tag, "type") == Some("application/json");
            found.extend(handed.then(|| chinese_outside_brackets(inside)).flatten());
            rest = after;
        }
        let void = ["br", "hr", "img", "input", "link", "meta", "wbr"].contains(&name);
        if !void && !name.starts_with('!') && !tag.ends_with('/') {
            open.push((name, marked));
        }
    }
    found.extend(chinese_outside_brackets(rest));
    found
}

/// Where a tag ends: at the first `>` outside quotation marks.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    let end = tag.find(|character| {
        quoted ^= character == '"';
        character == '>' && !quoted
    });
    end.unwrap_or(tag.len())
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split('"').next()
}

/// The text, if there is Chinese in it that does not stand in brackets behind something.
fn chinese_outside_brackets(text: &str) -> Option<String> {
    let mut depth = 0_usize;
    let mut before = false;
    for character in text.chars() {
        match character {
            '(' | '（' if before => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' if depth == 0 => {
                return Some(text.trim().to_owned());
            }
            _ => before |= character.is_alphanumeric(),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::unmarked_chinese;

    #[test]
    fn chinese_is_found_wherever_nothing_marks_it() {
        for marked in [
            "<p>ID card (身份证)</p>",
            "<p>Notice（《通知》（2015）19号）</p>",
            "<p>In <span lang=\"zh-CN\">咸宁<b>市</b></span></p>",
            "<input value=\"咸宁\"><p>English</p>",
            "<script>\"中文\"</script>",
        ] {
            assert_eq!(unmarked_chinese(marked), [""; 0], "{marked}");
        }
        for unmarked in [
            "<p>身份证</p>",
            "<p>(身份证)</p>",
            "<p>ID card: <b>身份证</b></p>",
            "<p>ID card，please</p>",
            "<p lang=\"zh-CN\">一</p><p>二</p>",
            "<p lang=\"zh-CN\">一<span lang=\"en\">二</span></p>",
            "<ul aria-label=\"材料\"></ul>",
            "<p lang=\"zh-CN\"><br></p>三",
            "<script type=\"application/json\">[\"余 {0}\"]</script>",
        ] {
            assert_eq!(unmarked_chinese(unmarked).len(), 1, "{unmarked}");
        }
    }
}
