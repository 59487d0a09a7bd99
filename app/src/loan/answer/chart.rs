//! A loan as a picture: what each year repays, principal and interest, as columns.

use std::fmt::Write;

use fund::{money::Fen, repayment::Year};
use maud::{Markup, html};

use crate::text::{
    format::Format,
    loan::{Common, Schedule},
};

/// The drawing's width in its own units.
const WIDTH: usize = 3600;
/// The drawing's height in its own units.
const HEIGHT: i128 = 1000;

/// One column for each year, interest above principal, with a legend of what the whole loan pays. The picture itself is hidden
/// from screen readers: the sentence says what it shows, and the table of the same page has every figure.
pub(in crate::loan) fn years(
    years: &[Year],
    [principal, interest]: [Fen; 2],
    common: &Common,
    format: &Format,
) -> Markup {
    let words = &common.schedule;
    let columns = columns(years);
    let end = |year: Option<&Year>| {
        year.map(|year| words.year.with([&year.number.to_string()]))
            .unwrap_or_default()
    };
    let legend = [
        ("swatch part-1", words.principal, principal),
        ("swatch part-2", words.interest, interest),
    ];
    html! {
        figure.chart.columns {
            svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                path.part-1 d=(columns.0) {}
                path.part-2 d=(columns.1) {}
            }
            p.chart-ends aria-hidden="true" { span { (end(years.first())) } span { (end(years.last())) } }
            ul.legend {
                @for (class, label, amount) in legend {
                    li { span class=(class) {} (label) " " (format.yuan(amount)) }
                }
            }
            figcaption.soft { (in_words(years, words, format)) }
        }
    }
}

/// What the picture shows.
fn in_words(years: &[Year], words: &Schedule, format: &Format) -> String {
    let of = |year: Option<&Year>| format.yuan(year.map_or(Fen::ZERO, |year| year.interest));
    words.chart.with([&of(years.first()), &of(years.last())])
}

/// The columns of principal and those of interest, each as one path.
fn columns(years: &[Year]) -> (String, String) {
    let mut paths = (String::new(), String::new());
    let top = years.iter().map(|year| year.payment).max().unwrap_or_default();
    let slot = WIDTH / years.len().max(1);
    let width = slot * 4 / 5;
    for (at, year) in years.iter().enumerate() {
        let x = at * slot + (slot - width) / 2;
        let middle = HEIGHT - height_of(year.principal, top);
        let above = HEIGHT - height_of(year.payment, top);
        let _ = write!(paths.0, "M{x} {HEIGHT}V{middle}h{width}V{HEIGHT}");
        let _ = write!(paths.1, "M{x} {middle}V{above}h{width}V{middle}");
    }
    paths
}

fn height_of(amount: Fen, top: Fen) -> i128 {
    let top = i128::from(top.get()).max(1);
    i128::from(amount.or_zero().get()) * HEIGHT / top
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(number: u16, principal: i64, interest: i64) -> Year {
        Year {
            number,
            payment: Fen::new(principal + interest),
            principal: Fen::new(principal),
            interest: Fen::new(interest),
            balance: Fen::ZERO,
        }
    }

    #[test]
    fn interest_stands_on_principal() {
        let (principal, interest) = columns(&[year(1, 75, 25), year(2, 40, 10)]);
        assert_eq!(principal, "M180 1000V250h1440V1000M1980 1000V600h1440V1000");
        assert_eq!(interest, "M180 250V0h1440V250M1980 600V500h1440V600");
    }

    #[test]
    fn nothing_to_draw_divides_by_nothing() {
        assert_eq!(columns(&[]), (String::new(), String::new()));
        assert!(columns(&[year(1, 0, 0)]).0.starts_with("M360 1000V1000"));
    }
}
