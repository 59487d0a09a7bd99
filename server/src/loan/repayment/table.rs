//! The schedule as rows and columns, and as CSV.

use app::loan::repayment::Costs;
use app::text::{Lang, text};
use chrono::NaiveDate;
use fund::money::Fen;

/// Byte order mark: without it, spreadsheets take the Chinese heads for another encoding.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// One instalment.
pub(super) struct Row {
    pub(super) number: u16,
    pub(super) due: Option<NaiveDate>,
    /// The parts' payments where there are two loans; then payment, principal, interest, balance.
    pub(super) amounts: Vec<Fen>,
}

/// The heads of the columns.
pub(super) fn heads(costs: &Costs, lang: Lang) -> Vec<&'static str> {
    let words = &text(lang).loan.repayment;
    let [number, due, payment, principal, interest, balance] = words.columns;
    let mut heads = vec![number];
    if !costs.due.is_empty() {
        heads.push(due);
    }
    if costs.parts.len() > 1 {
        heads.extend(words.part_columns);
    }
    heads.extend([payment, principal, interest, balance]);
    heads
}

/// The instalments in order.
pub(super) fn rows(costs: &Costs) -> impl Iterator<Item = Row> {
    costs.schedule.instalments.iter().enumerate().map(|(at, month)| {
        let parts = costs.parts.iter().filter(|_| costs.parts.len() > 1);
        let paid = parts.map(|part| part.instalments.get(at).map_or(Fen::ZERO, |month| month.payment));
        let amounts = paid.chain([month.payment, month.principal, month.interest, month.balance]);
        Row {
            number: month.number,
            due: costs.due.get(at).copied(),
            amounts: amounts.collect(),
        }
    })
}

/// The table as CSV.
pub(super) fn csv(costs: &Costs, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(MARK.to_vec());
    writer.write_record(heads(costs, lang).into_iter().map(harmless))?;
    for row in rows(costs) {
        let due = row.due.map(|due| due.to_string());
        let amounts = row.amounts.iter().map(ToString::to_string);
        let cells = std::iter::once(row.number.to_string()).chain(due).chain(amounts);
        writer.write_record(cells)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A text that no spreadsheet takes for a formula: what could begin one is preceded by an apostrophe.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        assert_eq!(harmless("还款"), "还款");
    }
}
