//! The tables of a loan: every instalment by calendar year, and each one beside the ledger.

use std::fmt::Write;

use chrono::Datelike;
use fund::{
    money::Fen,
    repayment::{Agreement, Compared, Dated, InLedger, Replay},
};
use maud::html;

use crate::text::{
    format,
    loan::{RESULT_ZH_CN, Schedule as Common, existing::ZH_CN as WORDS},
};

const COMMON: &Common = &RESULT_ZH_CN.schedule;

/// A line for each calendar year, which opens to its instalments. Written as the other schedules are
/// ([`table`](crate::loan::table)): closing tags that can be left out are left out.
pub(super) fn years(replay: &Replay) -> String {
    let mut html = String::with_capacity(replay.instalments.len() * 110);
    for months in replay
        .instalments
        .chunk_by(|one, next| one.due_on.year() == next.due_on.year())
    {
        open_year(&mut html, months);
        for month in months {
            row(&mut html, month);
        }
        html.push_str("</table></div></details>");
    }
    html
}

fn open_year(html: &mut String, months: &[Dated]) {
    let (Some(first), Some(last)) = (months.first(), months.last()) else {
        return;
    };
    let sum = |part: fn(&Dated) -> Fen| format::yuan(months.iter().map(part).sum());
    let paid = (COMMON.year_paid)(&sum(|month| month.instalment.payment + month.repaid_ahead));
    let left = format::yuan(last.instalment.balance - last.repaid_ahead);
    let rest = (COMMON.year_rest)(&sum(|month| month.instalment.interest), &left);
    let unknown = if last.known {
        String::new()
    } else {
        format!("；{}", WORDS.year_unknown)
    };
    let [day, payment, interest, balance] = WORDS.heads;
    let _ = write!(
        html,
        "<details class=\"year\"><summary>{} <span class=\"num\">{paid}</span><span class=\"soft\">{rest}{unknown}\
         </span></summary><div class=\"months\"><table><thead><tr><th>{day}<th>{payment}<th>{interest}<th>{balance}\
         </thead><tbody>",
        (WORDS.year)(first.due_on.year(), &last.rate.to_string()),
    );
}

fn row(html: &mut String, month: &Dated) {
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
            WORDS.ahead,
            month.repaid_ahead.grouped(),
            (figures.balance - month.repaid_ahead).grouped(),
        );
    }
}

/// Each instalment due so far beside the ledger; where both agree the figures stand once.
pub(super) fn comparison(agreement: &Agreement) -> String {
    let [number, verdict, ours, booked] = WORDS.compare_heads;
    html! {
        div.months {
            table {
                thead { tr { th { (number) } th { (verdict) } th { (ours) } th { (booked) } } }
                tbody { @for line in agreement.instalments.iter().rev() { (compared(line)) } }
            }
        }
    }
    .into_string()
}

fn compared(line: &Compared) -> maud::Markup {
    let ours = line.ours.instalment;
    let mine = figures(&InLedger {
        principal: ours.principal,
        interest: ours.interest,
        balance: ours.balance,
    });
    let (verdict, booked) = match &line.booked {
        None => (WORDS.not_booked, String::new()),
        Some(_) if line.agrees() => (WORDS.same, "＝".to_owned()),
        Some(booked) => (WORDS.different, figures(booked)),
    };
    html! { tr { th { (ours.number) } td { (verdict) } td { (mine) } td { (booked) } } }
}

fn figures(figures: &InLedger) -> String {
    (WORDS.figures)(
        &figures.principal.grouped(),
        &figures.interest.grouped(),
        &figures.balance.grouped(),
    )
}
