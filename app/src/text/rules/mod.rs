//! What the rules say in codes and figures, in words: labels, reasons why something was refused, how a figure came about.
//!
//! `fund` knows no words. Whoever shows one of its values asks for its words by [`Worded`](super::Worded), or takes the
//! struct of the set and asks for one member's: `text(lang).rules.quota.limits.of(LimitCode::Balance)`.
#![allow(
    missing_docs,
    reason = "the words themselves say what each field is; comments only where a translator needs to know more"
)]

pub mod basis;
pub mod figures;
pub mod identity;
pub mod quota;
pub mod repayment;
#[cfg(test)]
mod tests;

/// The words of the rules.
#[derive(Debug)]
pub struct Text {
    pub figures: figures::Text,
    pub identity: identity::Text,
    pub quota: quota::Text,
    pub repayment: repayment::Text,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    figures: figures::ZH_CN,
    identity: identity::ZH_CN,
    quota: quota::ZH_CN,
    repayment: repayment::ZH_CN,
};

/// English.
pub const EN: Text = Text {
    figures: figures::EN,
    identity: identity::EN,
    quota: quota::EN,
    repayment: repayment::EN,
};

/// A label for each member of a set that has codes: a struct that a page can hand over, its `of`, and [`Worded`].
///
/// [`Worded`]: super::Worded
macro_rules! labels {
    ($(#[$about:meta])* $Name:ident for $Set:ident, at rules.$room:ident.$place:ident { $($field:ident: $Member:ident,)+ }) => {
        $crate::handed::handed! {
            $(#[$about])*
            pub struct $Name {
                $(pub $field: &'static str,)+
            }
        }

        impl $Name {
            /// The label of one member.
            pub const fn of(&self, member: $Set) -> &'static str {
                match member { $($Set::$Member => self.$field,)+ }
            }
        }

        impl $crate::text::Worded for $Set {
            fn worded(&self, lang: $crate::text::Lang) -> String {
                $crate::text::text(lang).rules.$room.$place.of(*self).to_owned()
            }
        }
    };
}
use labels;
