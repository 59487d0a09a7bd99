//! Where the money comes from, a line for each year, which opens to its months; as the schedule's table.

use std::fmt::Write;

use fund::{
    money::Fen,
    offset::{Month, Run},
};

use crate::text::{
    format,
    loan::{RESULT_ZH_CN, offset::Text},
};

/// The years of the loan as HTML. Only figures and words of the catalogue go in.
pub(super) fn years(run: &Run, words: &Text) -> String {
    let mut html = String::with_capacity(run.months.len() * 90);
    for (number, months) in (1..).zip(run.months.chunks(12)) {
        open_year(&mut html, number, months, words);
        for month in months {
            let _ = write!(
                html,
                "<tr><th>{}<td>{}<td>{}<td>{}",
                month.instalment.number,
                month.from_accounts().grouped(),
                month.cash().grouped(),
                in_accounts(month).grouped(),
            );
        }
        html.push_str("</table></div></details>");
    }
    html
}

fn open_year(html: &mut String, number: u16, months: &[Month], words: &Text) {
    let from_accounts: Fen = months.iter().map(Month::from_accounts).sum();
    let cash: Fen = months.iter().map(Month::cash).sum();
    let (accounts, owed) = months
        .last()
        .map_or((Fen::ZERO, Fen::ZERO), |last| (in_accounts(last), last.owed));
    let [first, second, third, fourth] = words.month_columns;
    let _ = write!(
        html,
        "<details class=\"year\"><summary>{} <span class=\"num\">{}</span><span class=\"soft\">{}</span></summary>\
         <div class=\"months\"><table><thead><tr><th>{first}<th>{second}<th>{third}<th>{fourth}</thead><tbody>",
        (RESULT_ZH_CN.schedule.year)(number),
        (words.year)(&format::yuan(from_accounts), &format::yuan(cash)),
        (words.year_rest)(&format::yuan(accounts), &format::yuan(owed)),
    );
}

fn in_accounts(month: &Month) -> Fen {
    month.accounts.into_iter().sum()
}
