//! Line ends. Files come with LF, CRLF or CR; behind [`UnixLines`] there is LF only, so that lines are counted the same for
//! all of them.

use std::io::{self, Read};

/// Counts lines, however they end.
#[derive(Debug, Default)]
pub(super) struct LineCount {
    ended: u64,
    after_return: bool,
}

impl LineCount {
    /// More of the text.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        if !self.after_return && !bytes.contains(&b'\r') {
            self.ended += bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
            return;
        }
        for byte in bytes {
            let second_half = *byte == b'\n' && self.after_return;
            self.ended += u64::from(matches!(byte, b'\n' | b'\r') && !second_half);
            self.after_return = *byte == b'\r';
        }
    }

    /// The line the text so far leads to, from 1.
    pub(super) const fn line(&self) -> u64 {
        self.ended + 1
    }
}

/// Text whose every line ends with LF, the last one too.
pub(super) struct UnixLines<T> {
    inner: T,
    after_return: bool,
    /// The last byte given out.
    last: u8,
}

impl<T> UnixLines<T> {
    pub(super) const fn new(inner: T) -> Self {
        Self {
            inner,
            after_return: false,
            // Nothing is added to an empty file.
            last: b'\n',
        }
    }

    /// Turns CRLF and CR into LF in place; how many bytes are left.
    fn unify(&mut self, bytes: &mut [u8]) -> usize {
        if !self.after_return && !bytes.contains(&b'\r') {
            return bytes.len();
        }
        let mut kept = 0;
        for at in 0..bytes.len() {
            let byte = bytes[at];
            let second_half = byte == b'\n' && self.after_return;
            self.after_return = byte == b'\r';
            if !second_half {
                bytes[kept] = if byte == b'\r' { b'\n' } else { byte };
                kept += 1;
            }
        }
        kept
    }
}

impl<T: Read> Read for UnixLines<T> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        loop {
            let read = self.inner.read(into)?;
            if read == 0 {
                if self.last == b'\n' {
                    return Ok(0);
                }
                self.last = b'\n';
                into[0] = b'\n';
                return Ok(1);
            }
            let kept = self.unify(&mut into[..read]);
            if let Some(last) = into[..kept].last() {
                self.last = *last;
                return Ok(kept);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives so many bytes at a time.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let given = self.1.min(self.0.len()).min(into.len());
            into[..given].copy_from_slice(&self.0[..given]);
            self.0 = &self.0[given..];
            Ok(given)
        }
    }

    #[test]
    fn every_line_end_becomes_one() {
        for size in 1..8 {
            for (text, unified) in [
                ("a\nb\n", "a\nb\n"),
                ("a\r\nb\r\n", "a\nb\n"),
                ("a\rb\r", "a\nb\n"),
                ("a\r\n\r\nb", "a\n\nb\n"),
                ("a\r\rb\n\rc", "a\n\nb\n\nc\n"),
                ("", ""),
                ("\r\n", "\n"),
            ] {
                let mut read = String::new();
                let mut lines = UnixLines::new(Drops(text.as_bytes(), size));
                lines.read_to_string(&mut read).unwrap();
                assert_eq!(read, unified, "{text:?} by {size}");
            }
        }
    }

    #[test]
    fn lines_are_counted_however_they_end() {
        for text in ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "a\r\nb\nc"] {
            for cut in 0..text.len() {
                let mut count = LineCount::default();
                count.add(&text.as_bytes()[..cut]);
                count.add(&text.as_bytes()[cut..]);
                assert_eq!(count.line(), 3, "{text:?} cut at {cut}");
            }
        }
    }
}
