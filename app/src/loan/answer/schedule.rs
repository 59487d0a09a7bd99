//! A repayment schedule as a table: a line for each year, which opens to its months.

use std::fmt::Write;

use chrono::NaiveDate;
use fund::repayment::{Schedule, yearly};
use maud::Markup;

use super::parts::ready;

use crate::text::{format::Format, loan::Common};

/// Attribute in which the months of a year wait until it is opened.
#[cfg(feature = "hydrate")]
pub(in crate::loan) const ROWS: &str = "data-rows";

/// What stands before and behind the months of a year. The server sends them as they are, for those without script. An island
/// has to put a new table in place while a slider is let go, and no browser makes two thousand elements within a frame on a
/// slow phone: there the months are text until somebody opens their year. (They hold no quotation mark.)
#[cfg(not(feature = "hydrate"))]
const MONTHS: [&str; 2] = ["\">", ""];
#[cfg(feature = "hydrate")]
const MONTHS: [&str; 2] = ["\" data-rows=\"", "\">"];

/// The years of a schedule as HTML, with the day each instalment is due where days are known (else `due` is empty).
///
/// A long loan has 390 rows. Only figures and words of the catalogue go in, so there is nothing to escape. The
/// closing tags that HTML lets one leave out are left out, and so is the principal, which is payment less interest: a phone
/// has no room for it, and a page of 360 months weighs a kilobyte less.
pub(in crate::loan) fn years(
    schedule: &Schedule,
    due: &[NaiveDate],
    common: &Common,
    format: &Format,
) -> Markup {
    let words = &common.schedule;
    let columns = [words.number, words.payment, words.interest, words.balance];
    let mut html = String::with_capacity(schedule.instalments.len() * 90);
    let mut due = due.iter();
    for (year, months) in yearly(schedule).iter().zip(schedule.instalments.chunks(12)) {
        let opening = Opening {
            number: year.number,
            paid: words.year_paid.with([&format.yuan(year.payment)]),
            rest: words
                .year_rest
                .with([&format.yuan(year.interest), &format.yuan(year.balance)]),
        };
        opening.write(&mut html, columns, common);
        for month in months {
            let _ = write!(html, "<tr><th>{}", month.number);
            if let Some(due) = due.next() {
                let _ = write!(html, "<br>{due}");
            }
            for amount in [month.payment, month.interest, month.balance] {
                html.push_str("<td>");
                amount.push_grouped(&mut html);
            }
        }
        close_year(&mut html);
    }
    ready(format!("<div class=\"years\">{html}</div>"))
}

/// The line of a year, which opens to its months.
pub(in crate::loan) struct Opening {
    pub(in crate::loan) number: u16,
    /// What is paid in it.
    pub(in crate::loan) paid: String,
    /// What stands beneath that in small type.
    pub(in crate::loan) rest: String,
}

impl Opening {
    /// Opens the year and the table of its months; rows follow, then [`close_year`].
    pub(in crate::loan) fn write(&self, html: &mut String, columns: [&str; 4], common: &Common) {
        self.write_named(
            html,
            &common.schedule.year.with([&self.number.to_string()]),
            columns,
        );
    }

    /// The same for a year that is called otherwise than by its number.
    pub(in crate::loan) fn write_named(&self, html: &mut String, name: &str, columns: [&str; 4]) {
        let Self { number, paid, rest } = self;
        let [first, second, third, fourth] = columns;
        let _ = write!(
            html,
            "<details class=\"year\" id=\"y{number}\"><summary>{name} <span class=\"num\">{paid}</span>\
             <span class=\"soft\">{rest}</span></summary><div class=\"months{}<table><thead><tr><th>{first}<th>{second}<th>{third}\
             <th>{fourth}</thead><tbody>",
            MONTHS[0],
        );
    }
}

/// What ends a year.
pub(in crate::loan) fn close_year(html: &mut String) {
    html.push_str("</table>");
    html.push_str(MONTHS[1]);
    html.push_str("</div></details>");
}

#[cfg(test)]
mod tests {
    use fund::{money::Fen, months::Months, repayment};

    use super::*;
    use crate::text::{Lang, text};

    fn fourteen_months() -> Schedule {
        repayment::schedule(&repayment::Loan {
            principal: Fen::from_yuan(10_000),
            months: Months::new(14).unwrap(),
            rate: "2.60".parse().unwrap(),
            method: repayment::Method::LevelPayment,
        })
    }

    fn shown(due: &[NaiveDate]) -> String {
        let words = text(Lang::ZhCn);
        years(&fourteen_months(), due, &words.loan.common, &words.format).into_string()
    }

    #[test]
    fn every_month_has_its_day() {
        let due: Vec<NaiveDate> = (1..=14)
            .filter_map(|number| repayment::due_on(NaiveDate::from_ymd_opt(2027, 12, 31)?, 31, number))
            .collect();
        let html = shown(&due);
        assert_eq!(html.matches("<br>").count(), 14);
        assert!(
            html.contains("<th>2<br>2028-02-29<td>") && html.contains("<th>13<br>2029-01-31<td>"),
            "{html}"
        );
    }

    #[test]
    fn every_year_opens_to_its_months() {
        let html = shown(&[]);
        insta::assert_snapshot!(html.replace("<tr>", "\n<tr>").replace("<details", "\n<details"));
    }
}
