//! Which encoding the folder is in, found by reading all of its files rather than guessing from the first bytes of one:
//! one program wrote them all, so they are all in one.
//!
//! | what is there | what it is |
//! | --- | --- |
//! | the manifest says so | that; a file that is not in it is refused |
//! | a file is not valid UTF-8 | GB18030 (which includes GBK and GB2312), all of them |
//! | a byte order mark, or text that makes sense as UTF-8 only | UTF-8 |
//! | all that is not ASCII makes sense as GB18030 only, though it happens to be valid UTF-8 | GB18030 |
//! | signs of both | refused: the manifest must say |

mod look;
mod text;

pub(super) use text::{Text, open};

use super::{
    error::{Fault, ImportError},
    names::{MANIFEST, file_of},
    store::Table,
};
use look::{Look, Mark, first_not_gb18030};
use std::{
    fmt,
    fs::File,
    io::{self, Read},
    path::Path,
};

/// How a folder's characters are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB18030, the national standard; GBK and GB2312 are parts of it.
    Gb18030,
}

impl Encoding {
    /// The encoding with this name, as people write it: in either case, with or without a hyphen.
    pub fn from_name(name: &str) -> Option<Self> {
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        match plain.to_ascii_lowercase().as_str() {
            "utf8" => Some(Self::Utf8),
            "gb18030" | "gbk" | "gb2312" | "cp936" => Some(Self::Gb18030),
            _ => None,
        }
    }
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
/// The same character in GB18030.
const GB_BYTE_ORDER_MARK: &[u8] = b"\x84\x31\x95\x33";

/// The encoding of the folder's files, each of which is valid in it.
pub(super) fn of_folder(dir: &Path, said: Option<Encoding>) -> Result<Encoding, ImportError> {
    let mut looks = Vec::new();
    for table in Table::ALL {
        let look = on_file(dir, table, Look::at)?;
        if look.mark == Some(Mark::Utf16) {
            return Err(Fault::of_file(file_of(table), "is UTF-16; export it as UTF-8 or GB18030").into());
        }
        looks.push((table, look));
    }
    let encoding = match said {
        Some(said) => said,
        None => decide(&looks)?,
    };
    for (table, look) in &looks {
        match encoding {
            Encoding::Utf8 => is_utf8(*table, look)?,
            Encoding::Gb18030 => is_gb18030(dir, *table, look, said.is_some())?,
        }
    }
    Ok(encoding)
}

fn on_file<T>(
    dir: &Path,
    table: Table,
    read: impl FnOnce(&mut File) -> io::Result<T>,
) -> Result<T, ImportError> {
    let path = dir.join(file_of(table));
    File::open(&path)
        .and_then(|mut file| read(&mut file))
        .map_err(|source| ImportError::Read { path, source })
}

fn decide(looks: &[(Table, Look)]) -> Result<Encoding, ImportError> {
    let utf8 = looks
        .iter()
        .find(|(_, look)| look.mark == Some(Mark::Utf8) || look.is_utf8());
    let gb = looks
        .iter()
        .find(|(_, look)| look.not_utf8.is_some() || look.mark == Some(Mark::Gb18030));
    let sum = |count: fn(&Look) -> u64| looks.iter().map(|(_, look)| count(look)).sum::<u64>();
    let (certain, strange, either) = (
        sum(|look| look.certain),
        sum(|look| look.strange),
        sum(|look| look.either),
    );
    match (utf8, gb) {
        (Some((one, _)), Some((other, look))) => Err(mixed(*one, *other, look)),
        (None, Some(_)) => Ok(Encoding::Gb18030),
        (Some(_), None) => Ok(Encoding::Utf8),
        (None, None) if strange + either == 0 || certain > strange + either => Ok(Encoding::Utf8),
        (None, None) if certain == 0 && either == 0 => Ok(Encoding::Gb18030),
        (None, None) => {
            let doubtful = looks.iter().find(|(_, look)| look.strange + look.either > 0);
            let file = doubtful.map_or(MANIFEST, |(table, _)| file_of(*table));
            let reason = format!(
                "reads both as UTF-8 and as GB18030; say in {MANIFEST} which it is: encoding = \"UTF-8\" or \"GB18030\""
            );
            Err(Fault::of_file(file, reason).into())
        }
    }
}

/// Two files in two encodings.
fn mixed(utf8: Table, other: Table, look: &Look) -> ImportError {
    let reason = format!(
        "is not UTF-8, but {} is: all files of a folder are in one encoding",
        file_of(utf8)
    );
    Fault {
        line: look.not_utf8,
        ..Fault::of_file(file_of(other), reason)
    }
    .into()
}

fn is_utf8(table: Table, look: &Look) -> Result<(), ImportError> {
    match look.not_utf8 {
        Some(line) => {
            let reason = format!("is not UTF-8, which {MANIFEST} says it is");
            Err(Fault::of_line(file_of(table), line, reason).into())
        }
        None if look.mark == Some(Mark::Gb18030) => {
            let reason = format!("bears GB18030's byte order mark, but {MANIFEST} says UTF-8");
            Err(Fault::of_file(file_of(table), reason).into())
        }
        None => Ok(()),
    }
}

fn is_gb18030(dir: &Path, table: Table, look: &Look, said: bool) -> Result<(), ImportError> {
    if look.mark == Some(Mark::Utf8) {
        let reason = format!("bears UTF-8's byte order mark, but {MANIFEST} says GB18030");
        return Err(Fault::of_file(file_of(table), reason).into());
    }
    let Some(line) = on_file(dir, table, first_not_gb18030)? else {
        return Ok(());
    };
    let reason = match look.not_utf8 {
        _ if said => format!("is not GB18030, which {MANIFEST} says it is"),
        Some(utf8) => format!("is neither UTF-8 (up to line {utf8}) nor GB18030 (up to here)"),
        None => "is not GB18030 as the other files are".to_owned(),
    };
    Err(Fault::of_line(file_of(table), line, reason).into())
}

fn read_some(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

#[cfg(test)]
mod tests;
