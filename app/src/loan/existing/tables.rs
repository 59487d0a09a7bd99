//! The tables of a loan: every instalment by calendar year, and each one beside the ledger.

use std::fmt::Write;

use chrono::Datelike;
use fund::{
    money::Fen,
    repayment::{Agreement, Compared, Dated, InLedger, Replay},
};
use maud::{Markup, html};

use super::answer::Words;
use crate::loan::answer::{
    parts::ready,
    schedule::{Opening, close_year},
};

/// A line for each calendar year, which opens to its instalments.
pub(super) fn years(replay: &Replay, words: &Words) -> Markup {
    let mut html = String::with_capacity(replay.instalments.len() * 110);
    for months in replay
        .instalments
        .chunk_by(|one, next| one.due_on.year() == next.due_on.year())
    {
        let (Some(first), Some(last)) = (months.first(), months.last()) else {
            continue;
        };
        let year = first.due_on.year();
        let name = (words.own.year)(year, &last.rate.to_string());
        opening(year, months, last, words).write_named(&mut html, &name, words.own.heads);
        for month in months {
            row(&mut html, month, words);
        }
        close_year(&mut html);
    }
    ready(html)
}

fn opening(year: i32, months: &[Dated], last: &Dated, words: &Words) -> Opening {
    let schedule = &words.common.schedule;
    let sum = |part: fn(&Dated) -> Fen| words.format.yuan(months.iter().map(part).sum());
    let left = words.format.yuan(last.instalment.balance - last.repaid_ahead);
    let rest = schedule
        .year_rest
        .with([&sum(|month| month.instalment.interest), &left]);
    Opening {
        number: u16::try_from(year).unwrap_or_default(),
        paid: schedule
            .year_paid
            .with([&sum(|month| month.instalment.payment + month.repaid_ahead)]),
        rest: if last.known {
            rest
        } else {
            (words.own.year_unknown)(&rest)
        },
    }
}

fn row(html: &mut String, month: &Dated, words: &Words) {
    let figures = month.instalment;
    let day = month.due_on;
    let _ = write!(
        html,
        "<tr><th>{}-{:02}<td>{}<td>{}<td>{}",
        day.month(),
        day.day(),
        figures.payment.grouped(),
        figures.interest.grouped(),
        figures.balance.grouped(),
    );
    if month.repaid_ahead > Fen::ZERO {
        let _ = write!(
            html,
            "<tr><th>{}<td>{}<td><td>{}",
            words.own.ahead,
            month.repaid_ahead.grouped(),
            (figures.balance - month.repaid_ahead).grouped(),
        );
    }
}

/// Each instalment due so far beside the ledger; where both agree the figures stand once.
pub(super) fn comparison(agreement: &Agreement, words: &Words) -> Markup {
    html! {
        div.months {
            table {
                thead { tr { @for head in words.own.compare_heads { th { (head) } } } }
                tbody { @for line in agreement.instalments.iter().rev() { (compared(line, words)) } }
            }
        }
    }
}

fn compared(line: &Compared, words: &Words) -> Markup {
    let ours = line.ours.instalment;
    let mine = figures(
        &InLedger {
            principal: ours.principal,
            interest: ours.interest,
            balance: ours.balance,
        },
        words,
    );
    let (verdict, booked) = match &line.booked {
        None => (words.own.not_booked, String::new()),
        Some(_) if line.agrees() => (words.own.same, words.own.ditto.to_owned()),
        Some(booked) => (words.own.different, figures(booked, words)),
    };
    html! { tr { th { (ours.number) } td { (verdict) } td { (mine) } td { (booked) } } }
}

fn figures(figures: &InLedger, words: &Words) -> String {
    (words.own.figures)(
        &figures.principal.grouped(),
        &figures.interest.grouped(),
        &figures.balance.grouped(),
    )
}
