//! Rows in PostgreSQL's `COPY` text format: tabs between values, a line per row, `\N` for null.

use crate::{
    seal::Keys,
    store::{
        error::StoreError,
        imported::{Lines, Stored, Values},
        sql::Value,
    },
};
use std::fmt::Write as _;

/// Text to be sent.
#[derive(Debug, Default)]
pub(super) struct CopyText(String);

impl CopyText {
    /// Adds a row.
    pub(super) fn push<R: Stored>(
        &mut self,
        row: &R,
        keys: &Keys,
        lines: &mut Lines,
    ) -> Result<(), StoreError> {
        let mut values = Values::with_capacity(30);
        row.put(keys, lines, &mut values)?;
        for (place, value) in values.iter().enumerate() {
            if place > 0 {
                self.0.push('\t');
            }
            self.value(value);
        }
        self.0.push('\n');
        Ok(())
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    fn value(&mut self, value: &Value<'_>) {
        // Writing to a String cannot fail.
        let _ = match value {
            Value::Int(Some(int)) => write!(self.0, "{int}"),
            Value::Flag(flag) => write!(self.0, "{}", if *flag { 't' } else { 'f' }),
            Value::Date(Some(date)) => write!(self.0, "{date}"),
            Value::Instant(Some(instant)) => write!(self.0, "{}", instant.to_rfc3339()),
            Value::Bytes(Some(bytes)) => write!(self.0, "\\\\x{}", hex::encode(bytes)),
            Value::Text(Some(text)) => {
                self.text(text);
                Ok(())
            }
            Value::Int(None)
            | Value::Date(None)
            | Value::Instant(None)
            | Value::Bytes(None)
            | Value::Text(None)
            // No row has a list.
            | Value::Texts(_) => write!(self.0, "\\N"),
        };
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\\' => self.0.push_str("\\\\"),
                '\t' => self.0.push_str("\\t"),
                '\n' => self.0.push_str("\\n"),
                '\r' => self.0.push_str("\\r"),
                // PostgreSQL's text cannot hold it; nor does any name.
                '\0' => {}
                other => self.0.push(other),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_has_a_meaning() {
        let mut text = CopyText::default();
        for value in [
            Value::from("a\\b\tc\nd\re\0f"),
            Value::Int(None),
            Value::from(vec![0, 255]),
            Value::Flag(true),
            Value::from(-7_i64),
            Value::from("12.5".to_owned()),
        ] {
            text.value(&value);
            text.0.push('|');
        }
        assert_eq!(
            text.0,
            r"a\\b\tc\nd\re f|\N|\\x00ff|t|-7|12.5|".replace("e f", "ef")
        );
    }
}
