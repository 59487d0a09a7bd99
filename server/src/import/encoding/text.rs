//! A file read as UTF-8, whatever it is written in, chunk by chunk.

use super::{BYTE_ORDER_MARK, CHUNK, Encoding, GB_BYTE_ORDER_MARK, read_some};
use crate::import::lines::UnixLines;
use encoding_rs::{Decoder, GB18030};
use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    ops::Range,
    path::Path,
};

/// A file as UTF-8 text whose lines end with LF.
pub(in crate::import) type Text = UnixLines<Utf8>;

/// Opens a file; its text without a byte order mark, and its size in bytes.
pub(in crate::import) fn open(path: &Path, encoding: Encoding) -> io::Result<(Text, u64)> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let mark = match encoding {
        Encoding::Utf8 => BYTE_ORDER_MARK,
        Encoding::Gb18030 => GB_BYTE_ORDER_MARK,
    };
    let mut start = Vec::new();
    (&mut file).take(mark.len() as u64).read_to_end(&mut start)?;
    if start != mark {
        file.seek(SeekFrom::Start(0))?;
    }
    let text = match encoding {
        Encoding::Utf8 => Utf8::Plain(file),
        Encoding::Gb18030 => Utf8::Decoded(Box::new(Decoded::new(file))),
    };
    Ok((UnixLines::new(text), size))
}

/// A file read as UTF-8.
pub(in crate::import) enum Utf8 {
    /// It is UTF-8.
    Plain(File),
    /// It is decoded on the way.
    Decoded(Box<Decoded>),
}

impl Read for Utf8 {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.read(into),
            Self::Decoded(decoded) => decoded.read(into),
        }
    }
}

/// GB18030 turned into UTF-8 chunk by chunk.
pub(in crate::import) struct Decoded {
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
