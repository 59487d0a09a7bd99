//! `/account/me`: who is signed in (masked), and on which devices.

use chrono::NaiveDateTime;
use leptos::prelude::*;

use crate::{
    components::{BackLink, Button, ButtonKind, Local, PostForm, SummaryList, SummaryRow, Tag, TagKind},
    shell::{Head, PageContext, document},
    text::{self, text},
};

/// Where other sessions are closed.
pub const CLOSE_OTHERS: &str = "/account/me/close-others";

/// One signed-in device.
#[derive(Clone, Debug)]
pub struct Device {
    /// Name of its browser, where it is known.
    pub browser: Option<String>,
    /// Name of its system, where it is known.
    pub system: Option<String>,
    /// When it was signed in, in the centre's calendar.
    pub since: NaiveDateTime,
    /// The one this page was asked from.
    pub this_one: bool,
}

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct Me {
    /// Masked name.
    pub name: String,
    /// Masked ID number.
    pub id_number: String,
    /// Masked phone.
    pub phone: Option<String>,
    /// Signed-in devices, last used first.
    pub devices: Vec<Device>,
}

/// The page about the person and their sessions.
pub fn page(ctx: &PageContext, me: Me) -> impl IntoView + use<> {
    let words = &text(ctx.lang).account.me;
    let name = text::Local::chinese(ctx.lang, &me.name);
    let rows = vec![
        SummaryRow::new(words.name, view! { <Local text=name/> }),
        SummaryRow::new(words.id_number, me.id_number),
        SummaryRow::new(words.phone, me.phone.unwrap_or_else(|| words.no_phone.to_owned())),
    ];
    let others = me.devices.iter().any(|device| !device.this_one).then(|| {
        view! {
            <PostForm action=CLOSE_OTHERS token=ctx.form_token.clone()>
                <Button kind=ButtonKind::Warning>{words.close_others}</Button>
            </PostForm>
        }
    });
    let devices = me.devices.into_iter().map(|device| {
        let when = text(ctx.lang).format.day_and_time(device.since);
        let label = (words.device)(device.browser.as_deref(), device.system.as_deref());
        let here = device
            .this_one
            .then(|| view! { " "<Tag kind=TagKind::Good>{words.this_one}</Tag> });
        view! { <li><b>{label}</b>{here}<span class="soft block">{(words.since)(&when)}</span></li> }
    });
    let body = view! {
        <BackLink href="/account" lang=ctx.lang/>
        <h1>{words.title}</h1>
        <SummaryList rows/>
        <p class="soft">{words.correct}</p>
        <p><a href=super::password::PATH>{text(ctx.lang).account.new_password.title}</a></p>
        <h2>{words.devices}</h2>
        <ul class="plain">{devices.collect_view()}</ul>
        {others}
    };
    document(ctx, Head::new(words.title).noindex(), body)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{date, in_each_language, time};

    #[test]
    fn a_person_sees_their_devices_and_can_close_the_others() {
        let device = |browser: &str, system: &str, this_one| Device {
            browser: Some(browser.into()).filter(|name: &String| !name.is_empty()),
            system: Some(system.into()).filter(|name: &String| !name.is_empty()),
            since: date(2026, 11, 24).and_time(time(9, 5)),
            this_one,
        };
        let me = Me {
            name: "王**".into(),
            id_number: "9901**********2421".into(),
            phone: Some("139****0001".into()),
            devices: vec![
                device("WeChat", "Android", true),
                device("Chrome", "Windows", false),
            ],
        };
        let [chinese, english] = in_each_language(|ctx| page(ctx, me.clone()));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("a_person_sees_their_devices_and_can_close_the_others_en", english);
        let unknown = Me {
            devices: vec![device("", "", true)],
            phone: None,
            ..me
        };
        let [chinese, english] = in_each_language(|ctx| page(ctx, unknown.clone()));
        assert!(chinese.contains("浏览器 · 其他设备") && chinese.contains("没有登记"));
        assert!(english.contains("Browser · other device") && english.contains("None on record"));
    }
}
