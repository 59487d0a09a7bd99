//! What a database is for, and which keys it belongs to. Every command says which it means, and is refused by the other.

use std::fmt;

/// What a database is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Invented people with published passwords.
    Demonstration,
    /// A centre's members.
    Centre,
}

impl Purpose {
    /// The name in the table `mark`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Demonstration => "demonstration",
            Self::Centre => "centre",
        }
    }

    /// The purpose with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Demonstration, Self::Centre]
            .into_iter()
            .find(|purpose| purpose.name() == name)
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Demonstration => "a demonstration centre",
            Self::Centre => "a real centre",
        })
    }
}

/// What tells a demonstration's database from before databases were marked.
pub use demo::ISSUER as DEMONSTRATION_ISSUER;
