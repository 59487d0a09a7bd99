//! Rows in PostgreSQL's `COPY` text format: tabs between values, a line per row, `\N` for null.

use crate::{
    seal::{Keys, SealError},
    store::imported::{Lines, Staged, Value},
};
use std::fmt::Write as _;

/// Text to be sent.
#[derive(Debug, Default)]
pub(super) struct CopyText(String);

impl CopyText {
    /// Adds a row.
    pub(super) fn push<R: Staged>(
        &mut self,
        row: &R,
        keys: &Keys,
        lines: &mut Lines,
    ) -> Result<(), SealError> {
        let mut values = Vec::with_capacity(30);
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
            Value::Null => write!(self.0, "\\N"),
            Value::Int(int) => write!(self.0, "{int}"),
            Value::Flag(flag) => write!(self.0, "{}", if *flag { 't' } else { 'f' }),
            Value::Date(date) => write!(self.0, "{date}"),
            Value::Bytes(bytes) => write!(self.0, "\\\\x{}", hex::encode(bytes)),
            Value::Text(text) => {
                self.text(text);
                Ok(())
            }
            Value::Made(text) => {
                self.text(text);
                Ok(())
            }
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
            Value::Text("a\\b\tc\nd\re\0f"),
            Value::Null,
            Value::Bytes(vec![0, 255]),
            Value::Flag(true),
            Value::Int(-7),
            Value::Made("12.5".to_owned()),
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
