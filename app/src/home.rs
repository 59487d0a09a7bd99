//! The home page: the four errands with a live fact each, the next appointment, today at the branches.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use fund::{money::Fen, rate::Rate};
use leptos::prelude::*;

use crate::{
    components::Unverified,
    shell::{Head, PageContext, document},
    text::{Text, format, text},
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
    /// The one notice from the centre.
    pub notice: Option<CentreNotice>,
}

/// The next appointment of the person signed in.
#[derive(Clone, Debug)]
pub struct NextAppointment {
    /// Its code, which is its address.
    pub code: String,
    /// When it starts.
    pub start: NaiveDateTime,
    /// The branch's name.
    pub branch: String,
    /// The service's name.
    pub service: String,
    /// The centre will be closed at that time, by a later plan.
    pub displaced: bool,
    /// How many items it needs and how many are ready, when it has a notice.
    pub items: Option<(usize, usize)>,
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
        branch: String,
    },
}

/// Today at one branch.
#[derive(Clone, Debug)]
pub struct BranchToday {
    /// The branch's name.
    pub name: String,
    /// When it is open, in order; empty when it is closed today.
    pub open: Vec<(NaiveTime, NaiveTime)>,
    /// The next day it opens, when it is closed today.
    pub opens: Option<NaiveDate>,
    /// How many minutes one waits just now, when that is known.
    pub wait: Option<u16>,
}

/// A notice from the centre.
#[derive(Clone, Debug)]
pub struct CentreNotice {
    /// Where it can be read.
    pub href: String,
    /// What it is about.
    pub title: String,
    /// When it was issued.
    pub date: NaiveDate,
}

/// The home page.
pub fn page(ctx: &PageContext, home: Home) -> impl IntoView + use<> {
    let words = text(ctx.lang);
    let body = view! {
        <h1>{words.home.title}</h1>
        {home.appointment.as_ref().map(|appointment| next_appointment(words, appointment))}
        {errands(words, &home)}
        {home.notice.map(|notice| notice_line(words, notice))}
        {(!home.branches.is_empty()).then(|| today(ctx, home.today, home.branches, home.verified))}
    };
    document(ctx, Head::new(""), body)
}

fn next_appointment(words: &Text, appointment: &NextAppointment) -> impl IntoView + use<> {
    let NextAppointment {
        code,
        start,
        branch,
        service,
        displaced,
        items,
    } = appointment;
    let (heading, class) = if *displaced {
        (words.home.displaced, "next-appointment caution")
    } else {
        (words.home.next_appointment, "next-appointment")
    };
    let when = format!(
        "{}{}",
        format::near_day(start.date()),
        format::spoken_time(start.time())
    );
    let items = items.map(|(all, ready)| (words.home.items_ready)(all, ready));
    let about = [Some(service.clone()), items]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    view! {
        <a class=class href=format!("/visit/{code}")>
            <span class="soft">{heading}</span>
            <b>{when}</b>
            <b>{branch.clone()}</b>
            <span class="soft">{about}</span>
        </a>
    }
}

/// The four errands, each with a fact that makes the tap worth it.
fn errands(words: &Text, home: &Home) -> impl IntoView + use<> {
    let balance = home
        .balance
        .map(|amount| (words.home.balance)(&format::yuan(amount)));
    let rate = home.rate.map(|rate| (words.home.rate)(&rate.to_string()));
    let slot = match &home.earliest {
        Earliest::Unknown => None,
        Earliest::None => Some(words.home.no_slots.to_owned()),
        Earliest::Slot { start, branch } => {
            let when = format!(
                "{}{}",
                format::near_day(start.date()),
                format::clock(start.time())
            );
            Some((words.home.earliest)(&when, branch))
        }
    };
    let services = (home.services > 0).then(|| (words.home.services)(home.services));
    let rows = [
        (
            "/account",
            words.account.name,
            balance.unwrap_or_else(|| words.account.summary.into()),
            PURSE,
        ),
        (
            "/loan",
            words.loan.name,
            rate.unwrap_or_else(|| words.loan.summary.into()),
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
            services.unwrap_or_else(|| words.notice.summary.into()),
            SHEET,
        ),
    ]
    .map(|(href, name, fact, icon)| {
        view! {
            <li>
                <a class="errand" href=href>
                    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=icon/></svg>
                    <span class="errand-text"><b>{name}</b>" "<span class="soft num">{fact}</span></span>
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

fn notice_line(words: &Text, notice: CentreNotice) -> impl IntoView + use<> {
    let CentreNotice { href, title, date } = notice;
    view! {
        <p class="notice-line">
            <span class="tag">{words.home.notice}</span>
            " "
            <a href=href>{title}</a>
            " "
            <span class="soft nowrap">{format::near_day(date)}</span>
        </p>
    }
}

fn today(
    ctx: &PageContext,
    today: NaiveDate,
    branches: Vec<BranchToday>,
    verified: bool,
) -> impl IntoView + use<> {
    let home = &text(ctx.lang).home;
    let unverified = (!verified).then(|| view! { <p><Unverified lang=ctx.lang/></p> });
    let (no_wait, closed, wait, opens) = (home.no_wait, home.closed, home.wait, home.opens);
    let rows = branches
        .into_iter()
        .map(|branch| {
            let hours: Vec<_> = branch
                .open
                .iter()
                .map(|&(from, to)| format::span(from, to))
                .collect();
            let (state, hours) = if hours.is_empty() {
                (
                    Some(closed.to_owned()),
                    branch.opens.map(|day| opens(&format::near_day(day))),
                )
            } else {
                let waiting = branch.wait.map(|minutes| match minutes {
                    0 => no_wait.to_owned(),
                    minutes => wait(minutes),
                });
                (waiting, Some(hours.join("，")))
            };
            view! {
                <div>
                    <dt>{branch.name}</dt>
                    {state.map(|state| view! { <dd>{state}</dd> })}
                    {hours.map(|hours| view! { <dd class="hours num">{hours}</dd> })}
                </div>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="today">
            <h2 id="today">{home.today}" "<span class="soft">{format::near_day(today)}</span></h2>
            <dl class="summary-list today">{rows}</dl>
            {unverified}
        </section>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, date, html, main_of, time};

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
            notice: None,
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
        let start = date(2026, 11, 28).and_time(time(9, 30));
        let branch = |name: &str, open, opens, wait| BranchToday {
            name: name.into(),
            open,
            opens,
            wait,
        };
        let home = Home {
            appointment: Some(NextAppointment {
                code: "7K2M9Q".into(),
                start,
                branch: "咸安营业部".into(),
                service: "购房贷款".into(),
                displaced: false,
                items: Some((6, 4)),
            }),
            balance: Some(Fen::new(4_321_560)),
            earliest: Earliest::Slot {
                start,
                branch: "咸安营业部".into(),
            },
            services: 57,
            branches: vec![
                branch(
                    "市直营业部",
                    vec![(time(8, 30), time(12, 0)), (time(14, 30), time(17, 30))],
                    None,
                    Some(12),
                ),
                branch("咸安营业部", vec![(time(8, 30), time(17, 30))], None, Some(0)),
                branch("嘉鱼营业部", vec![], Some(date(2026, 11, 25)), None),
            ],
            notice: Some(CentreNotice {
                href: "/open".into(),
                title: "年度缴存基数调整".into(),
                date: date(2026, 11, 20),
            }),
            ..empty()
        };
        insta::assert_snapshot!(main_of(&html(|| page(&context(), home))));
    }
}
