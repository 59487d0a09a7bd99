//! A repayment schedule as a table: a line for each year, which opens to its months.

use std::fmt::Write;

use chrono::NaiveDate;
use fund::repayment::{Schedule, Year, yearly};

use crate::text::{format, loan::Schedule as Words};

/// Id of the element that holds the years.
pub(super) const ID: &str = "schedule";

/// Attribute in which the months of a year wait until it is opened.
#[cfg(feature = "hydrate")]
pub(super) const ROWS: &str = "data-rows";

/// What stands before and behind the months of a year. The server sends them as they are, for those without script. An island
/// has to put a new table in place while a slider is let go, and no browser makes two thousand elements within a frame on a
/// slow phone: there the months are text until somebody opens their year. (They hold no quotation mark.)
#[cfg(not(feature = "hydrate"))]
const MONTHS: [&str; 2] = ["\">", ""];
#[cfg(feature = "hydrate")]
const MONTHS: [&str; 2] = ["\" data-rows=\"", "\">"];

/// The years of a schedule as HTML.
///
/// Text and not views: a long loan has 390 rows, and as views each would carry its markers to the browser and be diffed
/// there at every move of a slider. Only figures and words of the catalogue go in, so there is nothing to escape. The
/// closing tags that HTML lets one leave out are left out, and so is the principal, which is payment less interest: a phone
/// has no room for it, and a page of 360 months weighs a kilobyte less.
pub(super) fn years(schedule: &Schedule, words: &Words) -> String {
    dated_years(schedule, &[], words)
}

/// The same with the day each instalment is due, where days are known.
pub(super) fn dated_years(schedule: &Schedule, due: &[NaiveDate], words: &Words) -> String {
    let mut html = String::with_capacity(schedule.instalments.len() * 90);
    let mut due = due.iter();
    for (year, months) in yearly(schedule).iter().zip(schedule.instalments.chunks(12)) {
        open_year(&mut html, year, words);
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
        let _ = write!(html, "</table>{}</div></details>", MONTHS[1]);
    }
    html
}

fn open_year(html: &mut String, year: &Year, words: &Words) {
    let paid = (words.year_paid)(&format::yuan(year.payment));
    let rest = (words.year_rest)(&format::yuan(year.interest), &format::yuan(year.balance));
    let _ = write!(
        html,
        "<details class=\"year\" id=\"y{}\"><summary>{} <span class=\"num\">{paid}</span><span class=\"soft\">{rest}</span></summary>\
         <div class=\"months{}<table><thead><tr><th>{}<th>{}<th>{}<th>{}</thead><tbody>",
        year.number,
        (words.year)(year.number),
        MONTHS[0],
        words.number,
        words.payment,
        words.interest,
        words.balance,
    );
}

#[cfg(test)]
mod tests {
    use fund::{money::Fen, months::Months, repayment};

    use super::*;
    use crate::text::loan::RESULT_ZH_CN;

    fn fourteen_months() -> Schedule {
        repayment::schedule(&repayment::Loan {
            principal: Fen::from_yuan(10_000),
            months: Months::new(14).unwrap(),
            rate: "2.60".parse().unwrap(),
            method: repayment::Method::LevelPayment,
        })
    }

    #[test]
    fn every_month_has_its_day() {
        let due: Vec<NaiveDate> = (1..=14)
            .filter_map(|number| repayment::due_on(NaiveDate::from_ymd_opt(2027, 12, 31)?, 31, number))
            .collect();
        let html = dated_years(&fourteen_months(), &due, &RESULT_ZH_CN.schedule);
        assert_eq!(html.matches("<br>").count(), 14);
        assert!(
            html.contains("<th>2<br>2028-02-29<td>") && html.contains("<th>13<br>2029-01-31<td>"),
            "{html}"
        );
    }

    #[test]
    fn every_year_opens_to_its_months() {
        let html = years(&fourteen_months(), &RESULT_ZH_CN.schedule);
        insta::assert_snapshot!(html.replace("<tr>", "\n<tr>").replace("<details", "\n<details"));
    }
}
