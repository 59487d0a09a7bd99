//! The policy edition in force: the one built into the binary, or the centre's own folder.

use std::path::{Path, PathBuf};

use fund::edition::{Edition, EditionErrors};
use rust_embed::RustEmbed;

/// The built-in 咸宁 edition.
#[derive(RustEmbed)]
#[folder = "../app/fund/editions/xianning"]
struct BuiltIn;

/// Why an edition cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// The folder is not there.
    #[error("policy: {0} is not a folder")]
    NoFolder(PathBuf),
    /// The files have mistakes, each with file, line and reason.
    #[error("policy edition refused:\n{0}")]
    Invalid(#[from] EditionErrors),
}

/// Loads the edition in `dir`, or the built-in one.
pub fn load(dir: Option<&Path>) -> Result<Edition, PolicyError> {
    match dir {
        None => Ok(Edition::load(&|name| {
            BuiltIn::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned())
        })?),
        Some(dir) if dir.is_dir() => Ok(Edition::load(&|name| {
            std::fs::read_to_string(dir.join(name)).ok()
        })?),
        Some(dir) => Err(PolicyError::NoFolder(dir.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_edition_is_sound() {
        let edition = load(None).unwrap();
        assert!(edition.meta.centre.contains("咸宁"));
    }

    #[test]
    fn a_missing_folder_is_named() {
        let error = load(Some(Path::new("/nowhere"))).unwrap_err();
        assert_eq!(error.to_string(), "policy: /nowhere is not a folder");
    }
}
