//! What a file's bytes say of the encoding they are in.
//!
//! Chinese text in GB18030 can happen to be valid UTF-8 (`茅眉` is `éü`), a short file of names more easily than a long
//! one. So validity alone decides nothing: each run of bytes beyond ASCII is held against what
//! both encodings would make of it.

use super::{BYTE_ORDER_MARK, CHUNK, GB_BYTE_ORDER_MARK, read_some};
use crate::import::lines::LineCount;
use encoding_rs::{DecoderResult, GB18030};
use std::io::{self, Read};

/// A byte order mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Utf8,
    Gb18030,
    Utf16,
}

/// What was seen of a file, up to the first bytes that are not UTF-8.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// The line of the first bytes that are not UTF-8.
    pub(super) not_utf8: Option<u64>,
    pub(super) mark: Option<Mark>,
    /// Runs that make sense as UTF-8 only.
    pub(super) certain: u64,
    /// Runs that are Chinese in GB18030 and would be letters of the Latin, Greek, Cyrillic … alphabets, without a plain one
    /// beside them, in UTF-8.
    pub(super) strange: u64,
    /// Runs that may be either.
    pub(super) either: u64,
}

impl Look {
    /// Whether it is UTF-8 beyond doubt.
    pub(super) const fn is_utf8(&self) -> bool {
        self.not_utf8.is_none() && self.certain > self.strange + self.either
    }

    /// Reads a file to its end, or to its first bytes that are not UTF-8.
    pub(super) fn at(source: &mut impl Read) -> io::Result<Self> {
        let mut look = Self::default();
        let mut buffer = vec![0; CHUNK];
        let mut kept = 0;
        let mut lines = LineCount::default();
        let mut first = true;
        loop {
            let read = read_some(source, &mut buffer[kept..])?;
            let filled = &buffer[..kept + read];
            if first && (filled.len() >= 4 || read == 0) {
                look.mark = mark(filled);
                first = false;
            }
            // Whole lines, so that no run is cut in two.
            let last = filled.iter().rposition(|byte| matches!(byte, b'\n' | b'\r'));
            let whole = match last {
                _ if read == 0 => filled.len(),
                Some(at) => at + 1,
                None if filled.len() == buffer.len() => filled.len(),
                None => 0,
            };
            let valid = match std::str::from_utf8(&filled[..whole]) {
                Ok(_) => whole,
                // Cut in the middle of a character by the end of the buffer.
                Err(error) if error.error_len().is_none() && last.is_none() && read > 0 => {
                    error.valid_up_to()
                }
                Err(error) => {
                    lines.add(&filled[..error.valid_up_to()]);
                    look.not_utf8 = Some(lines.line());
                    return Ok(look);
                }
            };
            lines.add(&filled[..valid]);
            look.judge(&filled[..valid]);
            if read == 0 {
                return Ok(look);
            }
            let end = filled.len();
            buffer.copy_within(valid..end, 0);
            kept = end - valid;
        }
    }

    /// Counts the runs of valid UTF-8.
    fn judge(&mut self, text: &[u8]) {
        if text.is_ascii() {
            return;
        }
        let mut rest = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let mut before = b'\n';
        while let Some(start) = rest.iter().position(|byte| !byte.is_ascii()) {
            if let Some(byte) = start.checked_sub(1).and_then(|at| rest.get(at)) {
                before = *byte;
            }
            rest = &rest[start..];
            let length = rest.iter().position(u8::is_ascii).unwrap_or(rest.len());
            let (run, after) = rest.split_at(length);
            let follows = after.first().copied().unwrap_or(b'\n');
            let beside_plain = before.is_ascii_alphabetic() || follows.is_ascii_alphabetic();
            let count = match (is_gb2312(run), has_three_byte_characters(run)) {
                (false, true) => &mut self.certain,
                (_, false) if beside_plain => &mut self.certain,
                (true, false) => &mut self.strange,
                (true, true) | (false, false) => &mut self.either,
            };
            *count += 1;
            before = b'\n';
            rest = after;
        }
    }
}

/// Whether valid UTF-8 holds a character beyond U+07FF.
fn has_three_byte_characters(run: &[u8]) -> bool {
    std::str::from_utf8(run).is_ok_and(|text| text.chars().any(|c| c > '\u{7FF}'))
}

/// Whether the bytes are pairs of GB2312, the part of GB18030 that holds nearly every character in use.
fn is_gb2312(run: &[u8]) -> bool {
    run.chunks(2)
        .all(|pair| matches!(pair, [0xA1..=0xA3 | 0xB0..=0xF7, 0xA1..=0xFE]))
}

fn mark(start: &[u8]) -> Option<Mark> {
    if start.starts_with(BYTE_ORDER_MARK) {
        Some(Mark::Utf8)
    } else if start.starts_with(GB_BYTE_ORDER_MARK) {
        Some(Mark::Gb18030)
    } else if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
        Some(Mark::Utf16)
    } else {
        None
    }
}

/// The line of the first bytes that are not GB18030.
pub(super) fn first_not_gb18030(source: &mut impl Read) -> io::Result<Option<u64>> {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let mut buffer = vec![0; CHUNK];
    let mut text = vec![0; CHUNK * 3];
    let mut lines = LineCount::default();
    loop {
        let read = read_some(source, &mut buffer)?;
        let mut rest = &buffer[..read];
        loop {
            let (result, used, written) =
                decoder.decode_to_utf8_without_replacement(rest, &mut text, read == 0);
            lines.add(&text[..written]);
            rest = &rest[used..];
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => return Ok(Some(lines.line())),
            }
        }
        if read == 0 {
            return Ok(None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(bytes: &[u8]) -> Look {
        Look::at(&mut &bytes[..]).unwrap()
    }

    fn gb(text: &str) -> Vec<u8> {
        GB18030.encode(text).0.into_owned()
    }

    #[test]
    fn names_that_are_valid_in_both_are_told_apart() {
        let utf8 = look("王小明,李四\n欧阳,José\n".as_bytes());
        assert!(utf8.is_utf8() && utf8.strange == 0, "{utf8:?}");
        let lucky = gb("茅眉,茅\n");
        assert!(std::str::from_utf8(&lucky).is_ok(), "as the fault needs it");
        let look = look(&lucky);
        assert_eq!((look.strange, look.certain, look.not_utf8), (2, 0, None));
    }

    #[test]
    fn runs_across_chunks_stay_whole() {
        let line = "王小明,欧阳\n".repeat(CHUNK / 4);
        let long = look(line.as_bytes());
        assert_eq!(long.not_utf8, None);
        assert_eq!(long.certain + long.either + long.strange, 2 * (CHUNK as u64 / 4));
        let unbroken = look("明".repeat(CHUNK).as_bytes());
        assert_eq!(unbroken.not_utf8, None);
    }
}
