//! Writes pages and components with made-up data as HTML files, in each language, to look at without a server:
//!
//! ```sh
//! cargo run -p app --features ssr --example gallery -- STYLE.css OUT_DIR
//! ```

use std::{error::Error, fs, path::Path, sync::Arc};

use app::{
    account::signin::{self, Problem, SignIn},
    components::{
        BackLink, Banner, BannerKind, BarPart, Button, ButtonKind, Checkbox, Choice, Details, EmptyState,
        ErrorSummary, Keypad, LinkButton, LinkItem, LinkList, Local, MoneyFigure, Pager, PostForm,
        PrintButton, Progress, Qr, QrMatrix, Radios, Select, StackedBar, SummaryList, SummaryRow, Tag,
        TagKind, TextField, Unverified,
    },
    error::{self, Trouble},
    form::FormErrors,
    home::{self, BranchToday, Earliest, Home, NextAppointment},
    pages,
    shell::{Assets, Centre, Head, PageContext, document},
    text::{self, Lang, text},
};
use chrono::{NaiveDate, NaiveTime};
use fund::{money::Fen, records::PaperError};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(css), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: gallery STYLE.css OUT_DIR".into());
    };
    let css = fs::read_to_string(css)?;
    fs::create_dir_all(&out)?;
    for lang in [Lang::ZhCn, Lang::En] {
        for large_type in [false, true] {
            let folder = Path::new(&out).join(lang.tag());
            let folder = if large_type { folder.join("large") } else { folder };
            fs::create_dir_all(&folder)?;
            let ctx = context(&css, lang, large_type);
            for (name, html) in all(&ctx) {
                fs::write(folder.join(format!("{name}.html")), html)?;
            }
        }
    }
    Ok(())
}

/// Every page of the gallery by its name.
fn all(visitor: &PageContext) -> Vec<(&'static str, String)> {
    let lang = visitor.lang;
    let member = &PageContext {
        signed_in: true,
        demo: false,
        ..visitor.clone()
    };
    let trouble = |trouble| html(|| error::page(member, trouble));
    let reference = "7F3A-19C2".to_owned();
    vec![
        ("home", html(|| home::page(visitor, a_day(lang)))),
        (
            "home-member",
            html(|| home::page(member, with_appointment(lang, false))),
        ),
        (
            "home-displaced",
            html(|| home::page(member, with_appointment(lang, true))),
        ),
        ("signin", html(|| signin::page(visitor, SignIn::default()))),
        ("signin-refused", html(|| signin::page(visitor, refused()))),
        ("error-404", trouble(Trouble::NotFound)),
        ("error-429", trouble(Trouble::TooManyRequests { seconds: 30 })),
        ("error-500", trouble(Trouble::Server { reference })),
        ("help", html(|| pages::help(member))),
        ("accessibility", html(|| pages::accessibility(member))),
        ("privacy", html(|| pages::privacy(member))),
        ("licences", html(|| pages::licences(member))),
        ("answer", html(|| answer(member))),
        ("form", html(|| form(member))),
        ("parts", html(|| parts(member))),
    ]
}

fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands()))).with(|| view().into_view().to_html())
}

fn context(css: &str, lang: Lang, large_type: bool) -> PageContext {
    PageContext {
        centre: Arc::new(Centre {
            name: "咸宁市住房公积金管理中心".into(),
            short_name: "咸宁公积金".into(),
            lang: Lang::ZhCn,
            hotline: "12329".into(),
        }),
        lang,
        path: "/".into(),
        signed_in: false,
        large_type,
        form_token: "token".into(),
        assets: Arc::new(Assets {
            css: css.into(),
            pkg_name: None,
        }),
        demo: true,
        data_as_of: NaiveDate::from_ymd_opt(2026, 11, 23),
    }
}

fn a_day(lang: Lang) -> Home {
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap_or_default();
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let hours = vec![(time(8, 30), time(12, 0)), (time(14, 30), time(17, 30))];
    let branch = |name: &str, open: &[_]| BranchToday {
        name: text::Local::chinese(lang, name),
        open: open.to_vec(),
        opens: open.is_empty().then(|| day(25)),
    };
    Home {
        today: day(24),
        appointment: None,
        balance: None,
        rate: "2.6".parse().ok(),
        earliest: Earliest::Slot {
            start: day(28).and_time(time(9, 30)),
            branch: text::Local::chinese(lang, "咸安营业部"),
        },
        services: 57,
        branches: vec![
            branch("市直营业部", &hours),
            branch("咸安营业部", &hours),
            branch("嘉鱼营业部", &[]),
        ],
        verified: false,
    }
}

fn with_appointment(lang: Lang, displaced: bool) -> Home {
    let start = NaiveDate::from_ymd_opt(2026, 11, 28).unwrap_or_default();
    Home {
        appointment: Some(NextAppointment {
            code: "7K2M9Q".into(),
            start: start.and_time(NaiveTime::from_hms_opt(9, 30, 0).unwrap_or_default()),
            branch: text::Local::chinese(lang, "咸安营业部"),
            service: text::Local::of(lang, "购房贷款", Some("Home loan (购房贷款)")),
            displaced,
        }),
        balance: Some(Fen::new(4_321_560)),
        ..a_day(lang)
    }
}

fn refused() -> SignIn {
    SignIn {
        id_number: "4212021970".into(),
        return_to: "/account".into(),
        problems: vec![Problem::IdNumber(PaperError::Form), Problem::PasswordMissing],
        ..SignIn::default()
    }
}

/// The parts that show an answer.
fn answer(ctx: &PageContext) -> impl IntoView + use<> {
    let (lang, words) = (ctx.lang, &text(ctx.lang).account.loan);
    let parts = [(words.repaid, 480_000), (words.outstanding, 136_076)]
        .map(|(label, yuan)| BarPart {
            label: label.into(),
            amount: Fen::from_yuan(yuan),
        })
        .into();
    let onward = vec![
        LinkItem::new("/loan", words.none_help).hint(words.to_replay),
        LinkItem::new("/account/ledger", words.ledger),
    ];
    let reason = words.overdue_help;
    let body = view! {
        <BackLink href="/" lang/>
        <h1>{words.title}</h1>
        <div class="card">
            <MoneyFigure label=words.balance amount=Fen::from_yuan(480_000) lang/>
            <StackedBar parts lang/>
            <p><Tag kind=TagKind::Caution>{(words.overdue)("1,604.35")}</Tag>" "<Unverified lang/></p>
            <Details summary=words.other_facts open=true><p>{reason}</p></Details>
            <Details summary=words.ledger><p>{reason}</p></Details>
        </div>
        <LinkList items=onward/>
    };
    document(ctx, Head::new(words.title), body)
}

/// Every kind of field and of button.
fn form(ctx: &PageContext) -> impl IntoView + use<> {
    let (lang, text) = (ctx.lang, text(ctx.lang));
    let (sign_in, ledger) = (&text.account.sign_in, &text.account.ledger);
    let mut errors = FormErrors::default();
    errors.add("id_number", text.account.codes.paper_form);
    let several = |hint: &str| {
        vec![
            Choice::new("1", ledger.year).hint(hint),
            Choice::new("2", ledger.kind).hint(hint),
        ]
    };
    let short = vec![Choice::new("1", ledger.year), Choice::new("2", ledger.kind)];
    let years = [2026, 2025].map(|year: i32| Choice::new(year.to_string(), (ledger.year_name)(year)));
    let body = view! {
        <BackLink href="/" lang/>
        <Progress step=2 of=4 lang/>
        <ErrorSummary errors=errors.clone() lang/>
        <PostForm action="/signin" token="token">
            <Radios name="one" legend=ledger.filter choices=several(sign_in.idle) selected="2" heading=true/>
            <TextField name="id_number" label=sign_in.id_number hint=sign_in.id_number_hint keypad=Keypad::IdNumber
                value="4212021970" error=errors.of("id_number")/>
            <TextField name="amount" label=text.account.account.base keypad=Keypad::Amount value="6000"
                unit=text.format.yuan_unit/>
            <TextField name="count" label=text.account.account.months keypad=Keypad::Digits value="30"/>
            <TextField name="day" label=text.account.account.opened_on keypad=Keypad::Date value="2026-11-28"/>
            <TextField name="password" label=sign_in.password keypad=Keypad::Password/>
            <TextField name="new_password" label=text.account.new_password.password keypad=Keypad::NewPassword/>
            <TextField name="code" label=text.account.code.code keypad=Keypad::Code/>
            <TextField name="text" label=text.account.me.name/>
            <Select name="year" label=ledger.year choices=Vec::from(years) selected="2026"/>
            <Radios name="two" legend=ledger.filter choices=short selected="1" side_by_side=true/>
            <Checkbox name="yes" label=ledger.all checked=true hint=sign_in.idle/>
            <Button>{sign_in.title}</Button>
            <Button kind=ButtonKind::Secondary>{text.account.account.sign_out}</Button>
            <Button kind=ButtonKind::Warning>{text.account.me.close_others}</Button>
        </PostForm>
    };
    document(ctx, Head::new(sign_in.title), body)
}

/// The other parts.
fn parts(ctx: &PageContext) -> impl IntoView + use<> {
    let (lang, text) = (ctx.lang, text(ctx.lang));
    let (account, ledger) = (&text.account.account, &text.account.ledger);
    let employer = text::Local::chinese(lang, "实验小学");
    let facts = vec![
        SummaryRow::new(account.employer, view! { <Local text=employer/> }).change("/visit", ledger.filter),
        SummaryRow::new(account.in_use, account.in_use_counts),
        SummaryRow::new(
            account.status,
            view! { <Tag kind=TagKind::Good>{text.account.me.this_one}</Tag> },
        ),
        SummaryRow::new(account.months, view! { <Tag>{ledger.all}</Tag> }),
    ];
    let qr = QrMatrix::new(25, (0..625).map(|cell| cell * cell % 7 < 3).collect());
    let [note, done, caution] = [account.closed, account.sealed, account.frozen];
    let body = view! {
        <h1>{account.title}</h1>
        <Banner kind=BannerKind::Done title=done.0><p>{done.1}</p></Banner>
        <Banner title=note.0/>
        <Banner kind=BannerKind::Caution title=caution.0/>
        <SummaryList rows=facts/>
        <Pager older="?b" lang/>
        <EmptyState title=ledger.none><p><a href="/account/ledger">{ledger.show_all}</a></p></EmptyState>
        {qr.map(|matrix| view! { <Qr matrix label=account.title caption=account.accounts/> })}
        <LinkButton href="/visit">{account.to_visit.0}</LinkButton>
        <PrintButton>{account.its_ledger}</PrintButton>
    };
    document(ctx, Head::new(account.title).print(), body)
}
