//! `/notice/slip/{number}`: a slip as it was issued, on one page of A4.

use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Notice, PATH, papers};
use crate::{
    components::{Banner, BannerKind, LinkButton, Local, PrintButton, Qr, QrMatrix},
    shell::{Head, PageContext, document},
    text::{self, Lang, text},
    visit::paths::branches,
};

/// With more papers than this a slip is printed in smaller type, to stay on one page.
const ROOMY: usize = 9;

/// What a slip keeps: it says the same for ever, whatever becomes of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Full name of the centre.
    pub centre: String,
    /// When it was issued, in the centre's calendar.
    pub at: NaiveDateTime,
    /// What was shown beside a list that the centre has not confirmed.
    pub unverified_label: String,
    /// What it says.
    pub notice: Notice,
}

/// A slip.
#[derive(Clone, Debug)]
pub struct Slip {
    /// Its number.
    pub number: String,
    /// What it keeps.
    pub issued: Issued,
    /// The last day it holds.
    pub expires_on: NaiveDate,
    /// Whether that day is over.
    pub expired: bool,
    /// Whether a visit can be booked for the service.
    pub bookable: bool,
    /// Leads to [`super::verify`]; none when the address is too long for a code.
    pub qr: Option<QrMatrix>,
}

/// Where a slip is.
pub fn path(number: &str) -> String {
    format!("{PATH}/slip/{number}")
}

/// The slip's page.
pub fn page(ctx: &PageContext, slip: Slip) -> impl IntoView + use<> {
    let slip_words = &text(ctx.lang).notice.slip;
    let head = Head::new(format!("{} {}", slip_words.kind, slip.number))
        .noindex()
        .print();
    let expired = slip.expired.then(|| {
        let (title, help) = slip_words.expired;
        let again = format!("{PATH}/{}", slip.issued.notice.service);
        view! {
            <Banner kind=BannerKind::Caution title>
                <p>{help}" "<a href=again>{slip_words.again}</a></p>
            </Banner>
        }
    });
    let book = (slip.bookable && !slip.expired).then(|| {
        let href = branches(&slip.issued.notice.service, Some(&slip.number));
        view! { <LinkButton href>{slip_words.book}</LinkButton> }
    });
    let body = view! {
        {expired}
        {sheet(ctx.lang, &slip, &ctx.centre.hotline)}
        {book}
        <PrintButton>{slip_words.print}</PrintButton>
        <p class="soft no-print">{slip_words.keep}</p>
    };
    document(ctx, head, body)
}

fn sheet(lang: Lang, slip: &Slip, hotline: &str) -> impl IntoView + use<> {
    let words = text(lang);
    let slip_words = &words.notice.slip;
    let Issued {
        centre,
        at,
        unverified_label,
        notice,
    } = &slip.issued;
    let format = &words.format;
    let issued = format!("{} {}", format.date(at.date()), format.clock(at.time()));
    let dates = (slip_words.dates)(&issued, &format.full_day(slip.expires_on));
    // What the window reads stays in Chinese beside the English.
    let title = text::Local::beside_chinese(lang, &notice.title);
    let [centre, unverified] = [centre, unverified_label].map(|of| text::Local::chinese(lang, of));
    let (bring, sign) = notice.counts();
    let lead = (words.notice.papers.bring)(bring, sign);
    let qr = slip.qr.clone().map(|matrix| {
        view! { <Qr matrix label=slip_words.qr caption=slip_words.qr_caption/> }
    });
    let given = notice
        .given
        .iter()
        .map(|given| {
            let question = text::Local::edition(lang, &given.text);
            let answer = text::notice::answer(lang, &given.label);
            view! { <li><Local text=question/>" "<b><Local text=answer/></b></li> }
        })
        .collect_view();
    let class = if notice.items.len() > ROOMY {
        "card slip dense"
    } else {
        "card slip"
    };
    view! {
        <article class=class>
            <div class="slip-head">
                <div>
                    <p class="soft">{slip_words.kind}" "<b class="num nowrap">{slip.number.clone()}</b></p>
                    <h1><Local text=title/></h1>
                    <p class="soft"><Local text=centre/>" "{dates}</p>
                    <p class="slip-lead">{lead}</p>
                </div>
                {qr}
            </div>
            {papers::papers(lang, notice)}
            {papers::promise(lang, notice, unverified, at.date())}
            <h2>{words.notice.papers.given}</h2>
            <ul class="slip-given">{given}</ul>
            <p class="soft">{(slip_words.complaint)(hotline)}</p>
        </article>
    }
}

#[cfg(all(test, feature = "ssr"))]
pub(super) mod tests {
    use fund::{
        bilingual::Bilingual,
        notice::{
            AnswerText, Channel, GivenAnswer, Meta, NumberedPaper, PaidFrom, Paper, Promise, PromiseDates,
        },
    };

    use super::*;
    use crate::testing::{context, date, html, in_each_language, time};

    fn both(zh: &str, en: &str) -> Bilingual {
        Bilingual::new(zh.into(), Some(en.into()))
    }

    fn paper(zh: &str, en: &str, signed_on_site: bool) -> Paper {
        Paper {
            code: "id_card".into(),
            name: both(zh, en),
            originals: u8::from(!signed_on_site),
            copies: 0,
            signed_on_site,
            issuer: "公安机关".into(),
            obtain: both("随身带上", "Carry it with you"),
            why: both("核对是您本人的账户", "To check that the account is yours"),
            validity: (!signed_on_site).then(|| both("在有效期内", "not expired")),
        }
    }

    pub(in crate::notice) fn notice() -> Notice {
        let numbered = |(number, paper)| NumberedPaper { number, paper };
        Notice {
            service: "rent_withdrawal".into(),
            title: both("租房提取公积金", "Withdraw to pay rent"),
            given: vec![GivenAnswer {
                code: "married".into(),
                text: both("您现在已婚吗？", "Are you married now?"),
                value: "no".into(),
                label: AnswerText::YesNo(false),
            }],
            items: (1..)
                .zip([
                    paper("您的身份证", "Your ID card", false),
                    paper("无配偶声明书", "Declaration of having no spouse", true),
                ])
                .map(numbered)
                .collect(),
            not_needed: vec![Paper {
                obtain: "由中心在自己的系统里核验".into(),
                ..paper("缴存证明", "Certificate of contributions", false)
            }],
            notes: vec!["提取的钱不超过账户余额。".into()],
            promise: Promise {
                decided: 0,
                paid: 3,
                paid_from: PaidFrom::Decision,
                statutory: 3,
                basis: "《住房公积金管理条例》第二十五条".into(),
            },
            dates: PromiseDates {
                decided: date(2026, 11, 24),
                paid: Some(date(2026, 11, 27)),
                statutory: date(2026, 11, 27),
                provisional: false,
            },
            minutes: 15,
            fee: both("不收费", "free of charge"),
            channels: vec![Channel::Window, Channel::Online],
            basis: vec!["《住房公积金管理条例》第二十四条".into()],
            meta: Meta {
                document: "示例政策版本：租房提取办事指南".into(),
                issuer: "咸宁市住房公积金管理中心（示例）".into(),
                effective_from: date(2026, 1, 1),
                verified: false,
            },
        }
    }

    fn slip(expired: bool) -> Slip {
        Slip {
            number: "XN-2026-000001-K7Q2MF4B".into(),
            issued: Issued {
                centre: "咸宁市住房公积金管理中心".into(),
                at: date(2026, 11, 24).and_time(time(10, 5)),
                unverified_label: "示例参数，以中心公布为准".into(),
                notice: notice(),
            },
            expires_on: date(2026, 12, 24),
            expired,
            bookable: true,
            qr: QrMatrix::new(1, vec![true]),
        }
    }

    #[test]
    fn a_slip_says_all_that_was_decided() {
        let [chinese, english] = in_each_language(|ctx| page(ctx, slip(false)));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("a_slip_en", english);
    }

    #[test]
    fn an_expired_slip_says_so_and_books_nothing() {
        in_each_language(|ctx| page(ctx, slip(true)));
        let html = html(|| page(&context(), slip(true)));
        assert!(html.contains("已经过期") && html.contains("href=\"/notice/rent_withdrawal\""));
        assert!(!html.contains("/visit/branch"));
    }

    #[test]
    fn a_slip_of_an_earlier_release_is_read_as_it_was_issued() {
        let notice = include_str!("earlier_slip.json");
        let read: Notice = serde_json::from_str(notice).expect("a notice of an earlier release");
        assert_eq!(read.items.len(), 1);
        assert_eq!(read.given[0].label, AnswerText::Words("6 个月".into()));
        let issued = Issued {
            notice: read,
            ..slip(false).issued
        };
        let page = in_each_language(|ctx| {
            let slip = Slip {
                issued: issued.clone(),
                ..slip(false)
            };
            page(ctx, slip)
        });
        let [chinese, english] = page;
        assert!(
            chinese.replace("<!>", "").contains("<b>1 您的身份证</b>"),
            "{chinese}"
        );
        assert!(
            english.contains("<span lang=\"zh-CN\">您的身份证</span>"),
            "{english}"
        );
    }
}
