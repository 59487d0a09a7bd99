//! Closed sets whose members have a code in addresses, files and JSON: one table for each set.

use std::fmt;

/// A text that is none of a set's codes; holds those it could have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode(pub &'static [&'static str]);

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [first @ .., last] if !first.is_empty() => write!(f, "must be {} or {last}", first.join(", ")),
            codes => write!(f, "must be {}", codes.concat()),
        }
    }
}

impl std::error::Error for UnknownCode {}

/// An enum whose members carry a code, written and read by serde, `Display` and `FromStr`.
macro_rules! coded {
    ($(#[$meta:meta])* $Name:ident { $($(#[$item:meta])* $Member:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $Name {
            $($(#[$item])* #[serde(rename = $code)] $Member,)+
        }

        impl $Name {
            /// Every member, in order.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$Member),+];

            /// The code in addresses, files and JSON.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$Member => $code,)+ }
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::str::FromStr for $Name {
            type Err = $crate::code::UnknownCode;
            fn from_str(code: &str) -> Result<Self, $crate::code::UnknownCode> {
                let mut members = Self::ALL.into_iter();
                members.find(|member| member.code() == code).ok_or($crate::code::UnknownCode(&[$($code),+]))
            }
        }
    };
}
pub(crate) use coded;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quota::Track;

    #[test]
    fn every_code_reads_back_and_another_is_told_which_there_are() {
        for track in Track::ALL {
            assert_eq!(track.to_string().parse(), Ok(track));
            let json = serde_json::to_string(&track).unwrap();
            assert_eq!(json, format!("\"{track}\""));
            assert_eq!(serde_json::from_str::<Track>(&json).unwrap(), track);
        }
        let unknown = "pilot".parse::<Track>().unwrap_err();
        assert_eq!(unknown.to_string(), "must be man, woman_cadre or woman_worker");
        assert_eq!(UnknownCode(&["man"]).to_string(), "must be man");
    }
}
