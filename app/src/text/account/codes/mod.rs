//! What the codes of the records (JGJ/T 320) are called.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::records::{
    AccountStatus, EntryKind, LoanEntryKind, LoanMethod, PaperError, PaperKind, WithdrawalReason,
};

use crate::text::{Lang, Worded, text};

#[derive(Debug)]
pub struct Codes {
    pub account_status: fn(AccountStatus) -> &'static str,
    pub entry_kind: fn(EntryKind) -> &'static str,
    pub withdrawal_reason: fn(WithdrawalReason) -> &'static str,
    pub loan_method: fn(LoanMethod) -> &'static str,
    pub loan_entry_kind: fn(LoanEntryKind) -> &'static str,
    pub paper_kind: fn(PaperKind) -> &'static str,
    /// No number of a paper was typed.
    pub paper_empty: &'static str,
    /// What was typed cannot be the number of a paper other than an identity card.
    pub paper_form: &'static str,
}

macro_rules! worded {
    ($($Code:ident: $field:ident),+ $(,)?) => {
        $(impl Worded for $Code {
            fn worded(&self, lang: Lang) -> String {
                (text(lang).account.codes.$field)(*self).to_owned()
            }
        })+
    };
}

worded! {
    AccountStatus: account_status,
    EntryKind: entry_kind,
    WithdrawalReason: withdrawal_reason,
    LoanMethod: loan_method,
    LoanEntryKind: loan_entry_kind,
    PaperKind: paper_kind,
}

impl Worded for PaperError {
    fn worded(&self, lang: Lang) -> String {
        let codes = &text(lang).account.codes;
        match self {
            Self::Number(error) => error.worded(lang),
            Self::Empty => codes.paper_empty.to_owned(),
            Self::Form => codes.paper_form.to_owned(),
        }
    }
}
