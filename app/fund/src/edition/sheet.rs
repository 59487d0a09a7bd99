//! Reading a CSV file row by row, naming every field that is wrong.

use std::fmt::Display;
use std::str::FromStr;

use super::problem::Problem;

/// A table with a known header. Lines that begin with `#` are remarks.
pub(super) struct Sheet<'a> {
    name: &'a str,
    columns: &'static [&'static str],
    rows: Vec<(usize, csv::StringRecord)>,
    problems: Vec<Problem>,
}

impl<'a> Sheet<'a> {
    /// Reads the rows of a file whose header must be exactly `columns`.
    pub(super) fn new(name: &'a str, text: &str, columns: &'static [&'static str]) -> Self {
        let mut sheet = Self {
            name,
            columns,
            rows: Vec::new(),
            problems: Vec::new(),
        };
        let text = text.trim_start_matches('\u{feff}');
        let mut lines = (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let (line, header) = lines.next().unwrap_or((1, ""));
        if !fields(header).iter().eq(columns.iter().copied()) {
            sheet.refuse(line, format!("the header must be {}", columns.join(",")));
            return sheet;
        }
        for (line, text) in lines {
            let record = fields(text);
            if record.len() == columns.len() {
                sheet.rows.push((line, record));
            } else {
                let reason = format!("{} fields instead of {}", record.len(), columns.len());
                sheet.refuse(line, reason);
            }
        }
        if sheet.rows.is_empty() && sheet.problems.is_empty() {
            sheet.problems.push(Problem::of_file(name, "holds no data"));
        }
        sheet
    }

    /// Turns each row into a value with its line; rows with a bad field are noted and left out.
    pub(super) fn read<T>(&mut self, mut row: impl FnMut(&mut Row<'_>) -> Option<T>) -> Vec<(usize, T)> {
        let mut values = Vec::new();
        for (line, record) in std::mem::take(&mut self.rows) {
            let mut view = Row {
                file: self.name,
                line,
                columns: self.columns,
                record: &record,
                problems: &mut self.problems,
            };
            if let Some(value) = row(&mut view) {
                values.push((line, value));
            }
        }
        values
    }

    /// Refuses a value whose `key` an earlier line has already.
    pub(super) fn refuse_repeats<T, K: PartialEq + Display>(
        &mut self,
        rows: &[(usize, T)],
        key: impl Fn(&T) -> K,
    ) {
        for (index, (line, value)) in rows.iter().enumerate() {
            let key_here = key(value);
            if let Some((first, _)) = rows[..index].iter().find(|(_, earlier)| key(earlier) == key_here) {
                self.refuse(*line, format!("{key_here} stands on line {first} already"));
            }
        }
    }

    /// Says that something at a line is wrong.
    pub(super) fn refuse(&mut self, line: usize, reason: impl Into<String>) {
        self.problems.push(Problem::at(self.name, line, reason));
    }

    /// Says that something is wrong with the file as a whole.
    pub(super) fn refuse_all(&mut self, reason: impl Into<String>) {
        self.problems.push(Problem::of_file(self.name, reason));
    }

    /// Whether nothing wrong was found so far.
    pub(super) fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    /// Hands over all that is wrong.
    pub(super) fn finish(self) -> Vec<Problem> {
        self.problems
    }
}

/// One row being read.
pub(super) struct Row<'a> {
    file: &'a str,
    line: usize,
    columns: &'static [&'static str],
    record: &'a csv::StringRecord,
    problems: &'a mut Vec<Problem>,
}

impl Row<'_> {
    /// The text in a column; empty when there is none.
    pub(super) fn text(&self, column: &str) -> &str {
        let index = self.columns.iter().position(|name| *name == column);
        index.and_then(|index| self.record.get(index)).unwrap_or_default()
    }

    /// The text in a column, which must not be empty.
    pub(super) fn some_text(&mut self, column: &str) -> Option<String> {
        let text = self.text(column).to_owned();
        if text.is_empty() {
            self.refuse(format!("{column} must not be empty"));
            return None;
        }
        Some(text)
    }

    /// The value in a column.
    pub(super) fn value<T: FromStr<Err: Display>>(&mut self, column: &str) -> Option<T> {
        let text = self.text(column);
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(format!("{column} \"{text}\": {error}"));
                None
            }
        }
    }

    /// Says that the row is wrong.
    pub(super) fn refuse(&mut self, reason: impl Into<String>) {
        self.problems.push(Problem::at(self.file, self.line, reason));
    }
}

/// The fields of one line. Read line by line because the reader counts remarks to the row that follows; so a field can't
/// hold a line break.
fn fields(line: &str) -> csv::StringRecord {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .trim(csv::Trim::All)
        .buffer_capacity(line.len().max(1))
        .from_reader(line.as_bytes());
    let mut record = csv::StringRecord::new();
    // Reading text from memory can neither fail nor be of another encoding; an unread record has no fields.
    let _ = reader.read_record(&mut record);
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(sheet: Sheet<'_>) -> Vec<String> {
        sheet.finish().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn fields_that_are_wrong_are_named_with_their_line() {
        let text = "date,verified\n# a remark\n2026-01-01,true\n2026-13-01,maybe\n2026-01-02\n";
        let mut sheet = Sheet::new("x.csv", text, &["date", "verified"]);
        let rows = sheet.read(|row| {
            let (date, verified) = (
                row.value::<chrono::NaiveDate>("date"),
                row.value::<bool>("verified"),
            );
            Some((date?, verified?))
        });
        assert_eq!(
            rows,
            [(3, (chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(), true))]
        );
        assert_eq!(
            problems(sheet),
            [
                "x.csv:5: 1 fields instead of 2",
                "x.csv:4: date \"2026-13-01\": input is out of range",
                "x.csv:4: verified \"maybe\": provided string was not `true` or `false`",
            ]
        );
    }

    #[test]
    fn another_header_or_nothing_at_all_is_refused() {
        let sheet = Sheet::new("x.csv", "day,verified\n", &["date", "verified"]);
        assert_eq!(problems(sheet), ["x.csv:1: the header must be date,verified"]);
        let sheet = Sheet::new("x.csv", "", &["date", "verified"]);
        assert_eq!(problems(sheet), ["x.csv:1: the header must be date,verified"]);
        let sheet = Sheet::new("x.csv", "\u{feff}date,verified\n", &["date", "verified"]);
        assert_eq!(problems(sheet), ["x.csv: holds no data"]);
    }

    #[test]
    fn repeats_name_both_lines() {
        let mut sheet = Sheet::new("x.csv", "n\n1\n2\n1\n", &["n"]);
        let rows = sheet.read(|row| row.value::<u8>("n"));
        sheet.refuse_repeats(&rows, |n| *n);
        assert_eq!(problems(sheet), ["x.csv:4: 1 stands on line 2 already"]);
    }
}
