//! The home page: the four errands with a live fact each, the next appointment, today at the branches.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use fund::{money::Fen, rate::Rate};
use leptos::prelude::*;

use crate::{
    components::{Local, Unverified},
    shell::{Head, PageContext, document},
    text::{self, Lang, text},
};

/// What the home page shows. Whatever is not known is left out.
#[derive(Clone, Debug)]
pub struct Home {
    /// Today, in the centre's calendar.
    pub today: NaiveDate,
    /// The next appointment of the person signed in.
    pub appointment: Option<NextAppointment>,
    /// The balance of the person signed in; of several accounts, of all of them.
    pub balance: Option<Fen>,
    /// What a first home over five years pays a year.
    pub rate: Option<Rate>,
    /// The earliest place that is free.
    pub earliest: Earliest,
    /// For how many services the portal knows the items.
    pub services: usize,
    /// Today at each branch.
    pub branches: Vec<BranchToday>,
    /// The centre has confirmed the branches and their hours.
    pub verified: bool,
}

/// The next appointment of the person signed in.
#[derive(Clone, Debug)]
pub struct NextAppointment {
    /// Its code, which is its address.
    pub code: String,
    /// When it starts.
    pub start: NaiveDateTime,
    /// The branch's name.
    pub branch: text::Local,
    /// The service's name.
    pub service: text::Local,
    /// The centre will be closed at that time, by a later plan.
    pub displaced: bool,
}

/// The earliest place that is free.
#[derive(Clone, Debug)]
pub enum Earliest {
    /// The capacity of the coming days is not known here.
    Unknown,
    /// Every place that can be booked is taken.
    None,
    /// There is one.
    Slot {
        /// When it starts.
        start: NaiveDateTime,
        /// The branch's name.
        branch: text::Local,
    },
}

/// Today at one branch.
#[derive(Clone, Debug)]
pub struct BranchToday {
    /// The branch's name.
    pub name: text::Local,
    /// When it is open, in order; empty when it is closed today.
    pub open: Vec<(NaiveTime, NaiveTime)>,
    /// The next day it opens, when it is closed today.
    pub opens: Option<NaiveDate>,
}

/// The home page.
pub fn page(ctx: &PageContext, home: Home) -> impl IntoView + use<> {
    let lang = ctx.lang;
    let body = view! {
        <h1>{text(lang).home.title}</h1>
        {home.appointment.as_ref().map(|appointment| next_appointment(lang, appointment))}
        {errands(lang, &home)}
        {(!home.branches.is_empty()).then(|| today(lang, home.today, home.branches, home.verified))}
    };
    document(ctx, Head::new(""), body)
}

fn next_appointment(lang: Lang, appointment: &NextAppointment) -> impl IntoView + use<> {
    let NextAppointment {
        code,
        start,
        branch,
        service,
        displaced,
    } = appointment.clone();
    let words = &text(lang).home;
    let (heading, class) = if displaced {
        (words.displaced, "next-appointment caution")
    } else {
        (words.next_appointment, "next-appointment")
    };
    view! {
        <a class=class href=crate::visit::paths::appointment(&code)>
            <span class="soft">{heading}</span>
            <b>{text(lang).format.day_and_time(start)}</b>
            <b><Local text=branch/></b>
            <span class="soft"><Local text=service/></span>
        </a>
    }
}

/// The four errands, each with a fact that makes the tap worth it.
fn errands(lang: Lang, home: &Home) -> impl IntoView + use<> {
    let (words, format) = (text(lang), &text(lang).format);
    let balance = home
        .balance
        .map(|amount| (words.home.balance)(&format.yuan(amount)));
    let rate = home.rate.map(|rate| (words.home.rate)(&rate.to_string()));
    let slot = match &home.earliest {
        Earliest::Unknown => None,
        Earliest::None => Some(words.home.no_slots.into()),
        Earliest::Slot { start, branch } => {
            let day = format.near_day(start.date());
            let when = format.day_and_time.with([&day, &format.clock(start.time())]);
            Some(words.home.earliest.with_local([when.into(), branch.clone()]))
        }
    };
    let services = (home.services > 0).then(|| (words.home.services)(home.services));
    let or_summary = |fact: Option<String>, summary: &str| text::Local::from(fact.unwrap_or(summary.into()));
    let rows = [
        (
            "/account",
            words.account.name,
            or_summary(balance, words.account.summary),
            PURSE,
        ),
        (
            "/loan",
            words.loan.name,
            or_summary(rate, words.loan.summary),
            HOUSE,
        ),
        (
            "/visit",
            words.visit.name,
            slot.unwrap_or_else(|| words.visit.summary.into()),
            CALENDAR,
        ),
        (
            "/notice",
            words.notice.name,
            or_summary(services, words.notice.summary),
            SHEET,
        ),
    ]
    .map(|(href, name, fact, icon)| {
        view! {
            <li>
                <a class="errand" href=href>
                    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=icon/></svg>
                    <span class="errand-text"><b>{name}</b>" "<span class="soft num"><Local text=fact/></span></span>
                </a>
            </li>
        }
    });
    view! { <ul class="errands">{rows}</ul> }
}

const PURSE: &str = "M5 6h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM3 10h18M14 15h3";
const HOUSE: &str = "M3 11 12 4l9 7M5 9.5V20h14V9.5M9 13l3 3 3-3M12 16v4M9.5 17.5h5";
const CALENDAR: &str = "M5 5h14a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3 10h18M8 3v4M16 3v4\
    M9 15l2 2 4-4";
const SHEET: &str = "M6 3h8l4 4v14H6zM14 3v4h4M9 12l1 1 2-2M14 12h1M9 17l1 1 2-2M14 17h1";

fn today(lang: Lang, today: NaiveDate, branches: Vec<BranchToday>, verified: bool) -> impl IntoView + use<> {
    let (home, format) = (&text(lang).home, &text(lang).format);
    let unverified = (!verified).then(|| view! { <p><Unverified lang/></p> });
    let rows = branches
        .into_iter()
        .map(|branch| {
            let hours: Vec<_> = branch
                .open
                .iter()
                .map(|&(from, to)| format.span(from, to))
                .collect();
            let closed = hours.is_empty().then(|| view! { <dd>{home.closed}</dd> });
            let hours = if hours.is_empty() {
                branch.opens.map(|day| (home.opens)(&format.near_day(day)))
            } else {
                Some(format.clauses(&hours))
            };
            view! {
                <div>
                    <dt><Local text=branch.name/></dt>
                    {closed}
                    {hours.map(|hours| view! { <dd class="hours num">{hours}</dd> })}
                </div>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="today">
            <h2 id="today">{home.today}" "<span class="soft">{format.near_day(today)}</span></h2>
            <dl class="summary-list today">{rows}</dl>
            {unverified}
        </section>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, date, html, in_each_language, time};

    fn empty() -> Home {
        Home {
            today: date(2026, 11, 24),
            appointment: None,
            balance: None,
            rate: None,
            earliest: Earliest::Unknown,
            services: 0,
            branches: Vec::new(),
            verified: true,
        }
    }

    fn appointment(lang: Lang, displaced: bool) -> NextAppointment {
        NextAppointment {
            code: "7K2M9Q".into(),
            start: date(2026, 11, 28).and_time(time(9, 30)),
            branch: text::Local::of(lang, "咸安营业部", Some("Xian’an branch (咸安营业部)")),
            service: text::Local::chinese(lang, "购房贷款"),
            displaced,
        }
    }

    fn of_a_member(lang: Lang) -> Home {
        let branch = |name: &str, open, opens| BranchToday {
            name: text::Local::chinese(lang, name),
            open,
            opens,
        };
        let NextAppointment {
            start, branch: there, ..
        } = appointment(lang, false);
        Home {
            appointment: Some(appointment(lang, false)),
            balance: Some(Fen::new(4_321_560)),
            earliest: Earliest::Slot { start, branch: there },
            services: 57,
            branches: vec![
                branch(
                    "市直营业部",
                    vec![(time(8, 30), time(12, 0)), (time(14, 30), time(17, 30))],
                    None,
                ),
                branch("咸安营业部", vec![(time(8, 30), time(17, 30))], None),
                branch("嘉鱼营业部", vec![], Some(date(2026, 11, 25))),
            ],
            ..empty()
        }
    }

    #[test]
    fn a_visitor_sees_four_errands_even_when_nothing_is_known() {
        let html = html(|| page(&context(), empty()));
        for href in ["/account", "/loan", "/visit", "/notice"] {
            assert!(
                html.contains(&format!("<a href=\"{href}\" class=\"errand\">")),
                "{href}"
            );
        }
        assert!(!html.contains("<script"));
    }

    #[test]
    fn a_member_sees_live_facts() {
        let [chinese, english] = in_each_language(|ctx| page(ctx, of_a_member(ctx.lang)));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("a_member_sees_live_facts_en", english);
    }

    #[test]
    fn an_appointment_that_the_centre_cannot_keep_stands_out() {
        let [chinese, english] = in_each_language(|ctx| {
            let home = Home {
                appointment: Some(appointment(ctx.lang, true)),
                ..empty()
            };
            page(ctx, home)
        });
        for html in [&chinese, &english] {
            assert!(html.contains("class=\"next-appointment caution\""), "{html}");
        }
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!(
            "an_appointment_that_the_centre_cannot_keep_stands_out_en",
            english
        );
    }

    #[test]
    fn each_fact_is_said_in_each_language() {
        let [chinese, english] = in_each_language(|ctx| {
            let home = Home {
                rate: "2.6".parse().ok(),
                earliest: Earliest::None,
                ..empty()
            };
            page(ctx, home)
        });
        assert!(chinese.contains("首套五年以上年利率 2.60%") && chinese.contains("近期的号已约满"));
        assert!(english.contains("First home, over five years: 2.60% a year"));
        assert!(english.contains("Fully booked for the coming days"));
    }
}
