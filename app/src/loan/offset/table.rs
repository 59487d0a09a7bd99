//! Where the money comes from: the schedule's table, with accounts and cash as its columns.

use std::fmt::Write;

use fund::{
    money::Fen,
    offset::{Month, Run},
};
use maud::Markup;

use super::answer::Words;
use crate::loan::answer::{
    parts::ready,
    schedule::{Opening, close_year},
};

/// The years of the loan as HTML. Only figures and words of the catalogue go in, so there is nothing to escape.
pub(super) fn years(run: &Run, words: &Words) -> Markup {
    let mut html = String::with_capacity(run.months.len() * 90);
    for (number, months) in (1..).zip(run.months.chunks(12)) {
        opening(number, months, words).write(&mut html, words.own.month_columns, &words.common);
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
        close_year(&mut html);
    }
    ready(format!("<div class=\"years\">{html}</div>"))
}

fn opening(number: u16, months: &[Month], words: &Words) -> Opening {
    let from_accounts: Fen = months.iter().map(Month::from_accounts).sum();
    let cash: Fen = months.iter().map(Month::cash).sum();
    let (accounts, owed) = months
        .last()
        .map_or((Fen::ZERO, Fen::ZERO), |last| (in_accounts(last), last.owed));
    Opening {
        number,
        paid: (words.own.year)(&words.format.yuan(from_accounts), &words.format.yuan(cash)),
        rest: (words.own.year_rest)(&words.format.yuan(accounts), &words.format.yuan(owed)),
    }
}

fn in_accounts(month: &Month) -> Fen {
    month.accounts.into_iter().sum()
}
