//! Writes pages and components with made-up data as HTML files, to look at without a server:
//!
//! ```sh
//! cargo run -p app --features ssr --example gallery -- STYLE.css OUT_DIR
//! ```

use std::{error::Error, fs, path::Path, sync::Arc};

use app::{
    account::signin::{self, Problem, SignIn},
    components::{
        AreaChart, BackLink, Banner, BannerKind, BarPart, Button, ButtonKind, Checkbox, Choice, Details,
        EmptyState, ErrorSummary, Keypad, LinkButton, LinkItem, LinkList, MoneyFigure, Pager, Progress, Qr,
        QrMatrix, Radios, Select, StackedBar, SummaryList, SummaryRow, Tag, TagKind, TextField, Textarea,
        Trace, TraceStep, Unverified,
    },
    error::{self, Trouble},
    form::FormErrors,
    home::{self, BranchToday, CentreNotice, Earliest, Home, NextAppointment},
    pages,
    shell::{Assets, Centre, Head, PageContext, document},
    text::Lang,
};
use chrono::{NaiveDate, NaiveTime};
use fund::money::Fen;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(css), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: gallery STYLE.css OUT_DIR".into());
    };
    let css = fs::read_to_string(css)?;
    fs::create_dir_all(&out)?;
    for (suffix, large_type) in [("", false), ("-large", true)] {
        let visitor = context(&css, large_type);
        let member = PageContext {
            signed_in: true,
            demo: false,
            ..visitor.clone()
        };
        let write =
            |name: &str, html: String| fs::write(Path::new(&out).join(format!("{name}{suffix}.html")), html);
        write("home", html(|| home::page(&visitor, a_day(false))))?;
        write("home-member", html(|| home::page(&member, a_day(true))))?;
        write("signin", html(|| signin::page(&visitor, SignIn::default())))?;
        write("signin-refused", html(|| signin::page(&member, refused())))?;
        write("error-404", html(|| error::page(&member, Trouble::NotFound)))?;
        write(
            "error-429",
            html(|| error::page(&member, Trouble::TooManyRequests { seconds: 30 })),
        )?;
        write(
            "error-500",
            html(|| {
                error::page(
                    &member,
                    Trouble::Server {
                        reference: "7F3A-19C2".into(),
                    },
                )
            }),
        )?;
        write("help", html(|| pages::help(&member)))?;
        write("privacy", html(|| pages::privacy(&member)))?;
        write("result", html(|| result(&member)))?;
        write("form", html(|| form(&member)))?;
        write("parts", html(|| parts(&member)))?;
    }
    Ok(())
}

fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands()))).with(|| view().into_view().to_html())
}

fn context(css: &str, large_type: bool) -> PageContext {
    PageContext {
        centre: Arc::new(Centre {
            name: "咸宁市住房公积金管理中心".into(),
            short_name: "咸宁公积金".into(),
            hotline: "12329".into(),
        }),
        lang: Lang::ZhCn,
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

fn a_day(member: bool) -> Home {
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap_or_default();
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let start = day(28).and_time(time(9, 30));
    let hours = vec![(time(8, 30), time(12, 0)), (time(14, 30), time(17, 30))];
    let branch = |name: &str, open: &[_], wait| BranchToday {
        name: name.into(),
        open: open.to_vec(),
        opens: open.is_empty().then(|| day(25)),
        wait,
    };
    Home {
        today: day(24),
        appointment: member.then(|| NextAppointment {
            code: "7K2M9Q".into(),
            start,
            branch: "咸安营业部".into(),
            service: "购房贷款".into(),
            displaced: false,
            items: Some((6, 4)),
        }),
        balance: member.then_some(Fen::new(4_321_560)),
        rate: "2.6".parse().ok(),
        earliest: Earliest::Slot {
            start,
            branch: "咸安营业部".into(),
        },
        services: 57,
        branches: vec![
            branch("市直营业部", &hours, Some(12)),
            branch("咸安营业部", &hours, Some(0)),
            branch("嘉鱼营业部", &[], None),
        ],
        verified: false,
        notice: Some(CentreNotice {
            href: "/open".into(),
            title: "年度缴存基数开始调整".into(),
            date: day(20),
        }),
    }
}

fn refused() -> SignIn {
    SignIn {
        id_number: "42120219700101".into(),
        return_to: "/account".into(),
        problems: vec![
            Problem::IdNumber("身份证号码有一位填错了（校验位不符），请对照证件核对".into()),
            Problem::PasswordMissing,
        ],
        ..SignIn::default()
    }
}

/// An estimate's answer, as the loan room will show one.
fn result(ctx: &PageContext) -> impl IntoView + use<> {
    let step = |label: &str, figure: &str, binding, verified| TraceStep {
        label: label.into(),
        figure: figure.into(),
        rule: "示例政策版本 2026-01，2026年1月1日起".into(),
        binding,
        verified,
    };
    let steps = vec![
        step("最高额度（双人）", "700,000.00 元", false, false),
        step("余额 24,000.00 × 20", "480,000.00 元", true, false),
        step("房价 800,000.00，首付 20%", "640,000.00 元", false, true),
    ];
    let parts = vec![
        BarPart {
            label: "本金".into(),
            amount: Fen::from_yuan(480_000),
        },
        BarPart {
            label: "利息".into(),
            amount: Fen::new(13_607_606),
        },
    ];
    let values = (0..=240)
        .map(|month| Fen::from_yuan(480_000 - month * month * 480_000 / 57_600))
        .collect();
    let more = vec![
        LinkItem::new("/loan/compare", "和别的方案比一比").hint("等额本息、等额本金、组合贷"),
        LinkItem::new("/loan/repayment", "每年还款表"),
    ];
    let body = view! {
        <BackLink href="/"/>
        <h1>"能贷多少，每月还多少"</h1>
        <div class="card">
            <MoneyFigure label="最多可贷" amount=Fen::from_yuan(480_000)/>
            <p>"每月还 "<b class="num">"2,566.98 元"</b>"，20 年共付利息 136,076.06 元"</p>
            <StackedBar parts/>
            <p><Tag kind=TagKind::Caution>"卡在余额的 20 倍"</Tag>" "<Unverified/></p>
            <Details summary="为什么是这个数" open=true><Trace steps/></Details>
            <Details summary="怎样能多贷"><p>"多存几个月。"</p></Details>
        </div>
        <AreaChart values start="2026年" end="2046年" sentence="剩余本金从 480,000.00 元减到 0，20 年还清。"/>
        <LinkList items=more/>
    };
    document(ctx, Head::new("能贷多少"), body)
}

/// Every kind of field.
fn form(ctx: &PageContext) -> impl IntoView + use<> {
    let mut errors = FormErrors::default();
    errors.add("price", "房价要写数字，例如 80万");
    let methods = vec![
        Choice::new("level_payment", "每月一样多").hint("等额本息"),
        Choice::new("level_principal", "逐月减少").hint("等额本金"),
    ];
    let branches = vec![
        Choice::new("1", "市直营业部").hint("温泉路 1 号，平均等 12 分钟"),
        Choice::new("2", "咸安营业部").hint("永安大道 8 号，平均等 3 分钟"),
    ];
    let years = vec![Choice::new("20", "20 年"), Choice::new("30", "30 年")];
    let body = view! {
        <BackLink href="/"/>
        <Progress step=2 of=4/>
        <ErrorSummary errors=errors.clone()/>
        <Radios name="branch" legend="去哪个网点" choices=branches selected="2" heading=true/>
        <TextField name="price" label="房价" hint="可以写 80万 或 800000" keypad=Keypad::Amount value="八十" unit="元"
            error=errors.of("price")/>
        <Select name="years" label="贷多少年" choices=years selected="20"/>
        <Radios name="method" legend="还款方式" choices=methods selected="level_payment" side_by_side=true/>
        <TextField name="code" label="短信验证码" keypad=Keypad::OneTimeCode maxlength=6/>
        <TextField name="day" label="哪一天" keypad=Keypad::Date value="2026-11-28"/>
        <Textarea name="question" label="想问什么" hint="不要写身份证号"/>
        <Checkbox name="spouse" label="和配偶一起贷" checked=true hint="两个人的余额合起来算"/>
        <Button>"重新计算"</Button>
        <Button kind=ButtonKind::Secondary>"存下来"</Button>
        <Button kind=ButtonKind::Warning>"取消预约"</Button>
        <p><Button kind=ButtonKind::Plain>"退出"</Button></p>
    };
    document(ctx, Head::new("表单"), body)
}

/// The other parts.
fn parts(ctx: &PageContext) -> impl IntoView + use<> {
    let facts = vec![
        SummaryRow::new("网点", "咸安营业部").change("/visit", "改"),
        SummaryRow::new("地址", "湖北省咸宁市咸安区永安大道 8 号公积金大楼一楼"),
        SummaryRow::new("状态", view! { <Tag kind=TagKind::Good>"正常"</Tag> }),
    ];
    let qr = QrMatrix::new(25, (0..625).map(|cell| cell * cell % 7 < 3).collect());
    let rows = [
        ("2026年11月5日", "汇缴", "1,200.00"),
        ("2026年10月5日", "汇缴", "1,200.00"),
    ]
    .map(|(day, kind, amount)| {
        view! { <tr><th scope="row">{day}</th><td>{kind}</td><td class="amount">{amount}</td></tr> }
    });
    let body = view! {
        <h1>"其他部件"</h1>
        <Banner kind=BannerKind::Done title="已预约"><p>"预约码 7K2M9Q，请按时到。"</p></Banner>
        <Banner title="11月26日 22:00 到 24:00 系统维护"/>
        <Banner kind=BannerKind::Caution title="号只留到 9:45"/>
        <SummaryList rows=facts/>
        <table>
            <caption>"账户明细"</caption>
            <thead><tr><th>"日期"</th><th>"类型"</th><th class="amount">"金额（元）"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
        <Pager newer="?a" older="?b"/>
        <EmptyState title="还没有预约"><p><a href="/visit">"约个时间"</a></p></EmptyState>
        {qr.map(|matrix| view! { <Qr matrix label="核验二维码" caption="扫一扫核验真伪"/> })}
        <LinkButton href="/visit">"约个时间"</LinkButton>
    };
    document(ctx, Head::new("其他部件"), body)
}
