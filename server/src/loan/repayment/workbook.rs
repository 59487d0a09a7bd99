//! The schedule as a workbook of Excel: amounts are numbers that can be summed, days are days, heads stay in sight.

use app::loan::repayment::Costs;
use app::text::{Lang, text};
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::table::{Row, heads, rows};

/// A4, in Excel's list of papers.
const A4: u8 = 9;

/// The workbook. The same loan on the same day gives the same bytes.
pub(super) fn xlsx(costs: &Costs, today: NaiveDate, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&excel_day(today)?));
    let sheet = workbook.add_worksheet();
    sheet.set_name(text(lang).loan.repayment.print.title)?;
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    let bold = Format::new().set_bold();
    for (column, head) in (0..).zip(heads(costs, lang)) {
        // A string is never taken for a formula, whatever it begins with.
        sheet.write_string_with_format(0, column, head, &bold)?;
        sheet.set_column_width(column, 14)?;
    }
    let styles = Styles {
        day: Format::new().set_num_format("yyyy-mm-dd"),
        amount: Format::new().set_num_format("#,##0.00"),
    };
    for (line, row) in (1..).zip(rows(costs)) {
        styles.write(sheet, line, &row)?;
    }
    workbook.save_to_buffer()
}

struct Styles {
    day: Format,
    amount: Format,
}

impl Styles {
    fn write(&self, sheet: &mut Worksheet, line: u32, row: &Row) -> Result<(), XlsxError> {
        sheet.write(line, 0, row.number)?;
        let mut column = 1;
        if let Some(due) = row.due {
            sheet.write_datetime_with_format(line, column, excel_day(due)?, &self.day)?;
            column += 1;
        }
        for (column, amount) in (column..).zip(&row.amounts) {
            // The file itself holds the number as its decimal digits.
            sheet.write_with_format(line, column, Decimal::new(amount.get(), 2), &self.amount)?;
        }
        Ok(())
    }
}

fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or_default();
    let of_month = |number: u32| u8::try_from(number).unwrap_or_default();
    ExcelDateTime::from_ymd(year, of_month(day.month()), of_month(day.day()))
}
