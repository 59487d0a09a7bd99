//! Which encoding a file is in, found by reading all of it rather than guessing from its first bytes, and
//! a reader that turns it into UTF-8 as it goes.
//!
//! A file that is valid UTF-8 is taken as UTF-8, one that is valid GB18030 (which includes GBK and GB2312) as that,
//! and anything else is refused with the line where it stops making sense.

use super::error::{Fault, ImportError};
use encoding_rs::{Decoder, GB18030};
use std::{
    fmt,
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    ops::Range,
    path::Path,
};

/// How a file's characters are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB18030, the national standard; GBK and GB2312 are parts of it.
    Gb18030,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
        })
    }
}

const CHUNK: usize = 64 * 1024;
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Opens a file as UTF-8 text, whatever it is written in, and says what that was and how many bytes long it is.
pub(super) fn open(path: &Path, name: &str) -> Result<(Text, Encoding, u64), ImportError> {
    let failed = |source| ImportError::Read {
        path: path.to_owned(),
        source,
    };
    let mut file = File::open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    let encoding = match first_not_utf8(&mut file).map_err(failed)? {
        None => Encoding::Utf8,
        Some(utf8_line) => {
            file.rewind().map_err(failed)?;
            if let Some(line) = first_not_gb18030(&mut file).map_err(failed)? {
                let reason = format!("is neither UTF-8 (up to line {utf8_line}) nor GB18030 (up to here)");
                return Err(Fault::of_line(name, line, reason).into());
            }
            Encoding::Gb18030
        }
    };
    let text = Text::new(file, encoding).map_err(failed)?;
    Ok((text, encoding, size))
}

/// The line of the first bytes that are not UTF-8.
fn first_not_utf8(source: &mut impl Read) -> io::Result<Option<u64>> {
    let mut buffer = vec![0; CHUNK];
    let mut kept = 0;
    let mut lines = 1;
    loop {
        let read = read_some(source, &mut buffer[kept..])?;
        let filled = &buffer[..kept + read];
        let valid = match std::str::from_utf8(filled) {
            Ok(_) => filled.len(),
            Err(error) if error.error_len().is_none() && read > 0 => error.valid_up_to(),
            Err(error) => return Ok(Some(lines + newlines(&filled[..error.valid_up_to()]))),
        };
        if read == 0 {
            return Ok(None);
        }
        lines += newlines(&filled[..valid]);
        let end = filled.len();
        buffer.copy_within(valid..end, 0);
        kept = end - valid;
    }
}

/// The line of the first bytes that are not GB18030.
fn first_not_gb18030(source: &mut impl Read) -> io::Result<Option<u64>> {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let mut buffer = vec![0; CHUNK];
    let mut text = vec![0; CHUNK * 3];
    let mut lines = 1;
    loop {
        let read = read_some(source, &mut buffer)?;
        let mut rest = &buffer[..read];
        loop {
            let (result, used, written) =
                decoder.decode_to_utf8_without_replacement(rest, &mut text, read == 0);
            lines += newlines(&text[..written]);
            rest = &rest[used..];
            match result {
                encoding_rs::DecoderResult::InputEmpty => break,
                encoding_rs::DecoderResult::OutputFull => {}
                encoding_rs::DecoderResult::Malformed(..) => return Ok(Some(lines)),
            }
        }
        if read == 0 {
            return Ok(None);
        }
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum()
}

fn read_some(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

/// A file read as UTF-8.
pub(super) enum Text {
    /// It is UTF-8.
    Plain(File),
    /// It is decoded on the way.
    Decoded(Box<Decoded>),
}

impl Text {
    fn new(mut file: File, encoding: Encoding) -> io::Result<Self> {
        file.rewind()?;
        if encoding == Encoding::Gb18030 {
            return Ok(Self::Decoded(Box::new(Decoded::new(file))));
        }
        let mut mark = [0; 3];
        let read = read_some(&mut file, &mut mark)?;
        let skip = if mark[..read] == *BYTE_ORDER_MARK { 3 } else { 0 };
        file.seek(SeekFrom::Start(skip))?;
        Ok(Self::Plain(file))
    }
}

impl Read for Text {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.read(into),
            Self::Decoded(decoded) => decoded.read(into),
        }
    }
}

/// GB18030 turned into UTF-8 chunk by chunk.
pub(super) struct Decoded {
    file: File,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    /// What of `text` has not been given out.
    left: Range<usize>,
    ended: bool,
}

impl Decoded {
    fn new(file: File) -> Self {
        let decoder = GB18030.new_decoder_without_bom_handling();
        // No chunk can decode to more than this.
        let most = decoder.max_utf8_buffer_length(CHUNK).unwrap_or(CHUNK * 4);
        Self {
            file,
            decoder,
            raw: vec![0; CHUNK],
            text: vec![0; most],
            left: 0..0,
            ended: false,
        }
    }

    fn decode_chunk(&mut self) -> io::Result<()> {
        let read = read_some(&mut self.file, &mut self.raw)?;
        self.ended = read == 0;
        let (_, _, written, _) = self
            .decoder
            .decode_to_utf8(&self.raw[..read], &mut self.text, self.ended);
        self.left = 0..written;
        Ok(())
    }
}

impl Read for Decoded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.left.is_empty() && !self.ended {
            self.decode_chunk()?;
        }
        let given = into.len().min(self.left.len());
        into[..given].copy_from_slice(&self.text[self.left.start..self.left.start + given]);
        self.left.start += given;
        Ok(given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn opened(bytes: &[u8]) -> Result<(String, Encoding), String> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("employers.csv");
        std::fs::write(&path, bytes).unwrap();
        let (mut text, encoding, size) = open(&path, "employers.csv").map_err(|error| error.to_string())?;
        assert_eq!(size, bytes.len() as u64);
        let mut read = String::new();
        io::BufReader::new(&mut text).read_to_string(&mut read).unwrap();
        Ok((read, encoding))
    }

    #[test]
    fn tells_the_two_encodings_apart() {
        let text = "DWMC\n咸宁市第一小学\n";
        let (gb, _, _) = GB18030.encode(text);
        assert_eq!(opened(text.as_bytes()), Ok((text.to_owned(), Encoding::Utf8)));
        assert_eq!(opened(&gb), Ok((text.to_owned(), Encoding::Gb18030)));
        let marked = [BYTE_ORDER_MARK, text.as_bytes()].concat();
        assert_eq!(opened(&marked), Ok((text.to_owned(), Encoding::Utf8)));
    }

    #[test]
    fn says_where_bytes_stop_making_sense() {
        let error = opened(b"DWMC\nplain\n\xFF\xFF\xFF\n").unwrap_err();
        assert_eq!(
            error,
            "employers.csv, line 3: is neither UTF-8 (up to line 3) nor GB18030 (up to here)"
        );
    }

    #[test]
    fn characters_across_chunks_stay_whole() {
        let text = "咸宁".repeat(CHUNK / 2) + "a" + &"公积金".repeat(CHUNK);
        let (gb, _, _) = GB18030.encode(&text);
        assert!(opened(&gb) == Ok((text.clone(), Encoding::Gb18030)));
        assert!(opened(text.as_bytes()) == Ok((text, Encoding::Utf8)));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = opened(&bytes);
        }
    }
}
