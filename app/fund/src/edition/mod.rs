//! Editions: everything a centre publishes, dated and with its source, loaded from TOML and CSV files.

use serde::Deserialize;

/// Whose edition this is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// Full official name of the centre.
    pub centre: String,
    /// Short name for headers and titles.
    pub short_name: String,
    /// Hotline, digits only.
    pub hotline: String,
}

/// Everything a centre publishes.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Whose edition this is.
    pub meta: Meta,
}

/// What is wrong with an edition's files.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct EditionErrors {
    file: String,
    reason: String,
}

#[cfg(feature = "load")]
impl Edition {
    /// Loads an edition; `files` gives the text of a file by its name within the edition's folder.
    pub fn load(files: &dyn Fn(&str) -> Option<String>) -> Result<Self, EditionErrors> {
        let file = "meta.toml";
        let error = |reason: String| EditionErrors {
            file: file.to_owned(),
            reason,
        };
        let text = files(file).ok_or_else(|| error("missing".to_owned()))?;
        Ok(Self {
            meta: toml::from_str(&text).map_err(|fault| error(fault.to_string()))?,
        })
    }
}
