//! The two-digit codes of JGJ/T 320, each with an English name for interfaces. Pages word them (`app::text`).

use std::fmt;

/// Declares a code list as a table: value, code, name, and what the standard calls it.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $code:literal $text:literal $label:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = concat!($label, " (", $code, ").")] $variant),+
        }

        impl $name {
            /// Every value, in the order of the codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Code and name of each, in that order.
            const TABLE: &'static [[&'static str; 2]] = &[$([$code, $text]),+];

            /// The two-digit code of the standard.
            pub const fn code(self) -> &'static str {
                Self::TABLE[self as usize][0]
            }

            /// The name used in interfaces and tables.
            pub const fn name(self) -> &'static str {
                Self::TABLE[self as usize][1]
            }

            /// The value with this code, if the standard has one.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }

            /// The value with this [`name`](Self::name).
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }

        /// Writes the [`name`]($name::name).
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

codes! {
    /// Status of a member's account (GRZHZT).
    AccountStatus {
        Normal = "01" "normal" "正常",
        Sealed = "02" "sealed" "封存",
        Merged = "03" "merged" "合并销户",
        TransferredOut = "04" "transferred_out" "外部转出销户",
        ClosedByWithdrawal = "05" "closed_by_withdrawal" "提取销户",
        Frozen = "06" "frozen" "冻结",
        Other = "99" "other" "其他",
    }
}

impl AccountStatus {
    /// Whether the account is closed: nothing is in it and nothing more will come.
    pub const fn is_closed(self) -> bool {
        matches!(
            self,
            Self::Merged | Self::TransferredOut | Self::ClosedByWithdrawal
        )
    }
}

codes! {
    /// Status of an employer's account (DWZHZT).
    EmployerStatus {
        Normal = "01" "normal" "正常",
        Opened = "02" "opened" "开户",
        Deferred = "03" "deferred" "缓缴",
        Closed = "04" "closed" "销户",
        Sealed = "05" "sealed" "封存",
        Other = "99" "other" "其他",
    }
}

codes! {
    /// Kind of a ledger entry (GJHTQYWLX).
    EntryKind {
        Remittance = "01" "remittance" "汇缴",
        BackPayment = "02" "back_payment" "补缴",
        Opening = "03" "opening" "开户",
        Resumed = "04" "resumed" "启封",
        Sealed = "05" "sealed" "封存",
        InnerTransfer = "06" "inner_transfer" "内部转移",
        TransferOut = "07" "transfer_out" "外部转出",
        TransferIn = "08" "transfer_in" "外部转入",
        Interest = "09" "interest" "年终结息",
        BaseChange = "10" "base_change" "基数调整",
        PartialWithdrawal = "11" "partial_withdrawal" "部分提取",
        ClosingWithdrawal = "12" "closing_withdrawal" "销户提取",
        Deferral = "13" "deferral" "缓缴",
        Frozen = "14" "frozen" "冻结",
        Released = "15" "released" "解冻",
        Other = "99" "other" "其他",
    }
}

/// Which way an entry moves the balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Money comes in.
    In,
    /// Money goes out.
    Out,
    /// A change of state without money.
    Neither,
    /// The kind does not say: the amount's own sign does.
    Either,
}

impl EntryKind {
    /// Which way entries of this kind move the balance. An opening may bring a balance forward.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Remittance | Self::BackPayment | Self::Opening | Self::TransferIn | Self::Interest => {
                Direction::In
            }
            Self::TransferOut | Self::PartialWithdrawal | Self::ClosingWithdrawal => Direction::Out,
            Self::Resumed
            | Self::Sealed
            | Self::BaseChange
            | Self::Deferral
            | Self::Frozen
            | Self::Released => Direction::Neither,
            Self::InnerTransfer | Self::Other => Direction::Either,
        }
    }
}

codes! {
    /// Why money was withdrawn (TQYY).
    WithdrawalReason {
        Purchase = "01" "purchase" "购买自住住房",
        Build = "02" "build" "建造、翻建、大修自住住房",
        Retirement = "03" "retirement" "离休、退休",
        LostCapacity = "04" "lost_capacity" "丧失劳动能力",
        MovedAway = "05" "moved_away" "户口迁出或出境定居",
        RepayLoan = "06" "repay_loan" "偿还购房贷款本息",
        Rent = "07" "rent" "租房",
        Death = "08" "death" "死亡",
        Illness = "09" "illness" "大病医疗",
        Other = "99" "other" "其他",
    }
}

codes! {
    /// How withdrawn money was paid (TQFS).
    WithdrawalWay {
        Cash = "01" "cash" "现金",
        Transfer = "02" "transfer" "转账",
    }
}

codes! {
    /// Kind of the paper that identifies a person (ZJLX).
    PaperKind {
        IdentityCard = "01" "identity_card" "身份证",
        OfficerCard = "02" "officer_card" "军官证",
        Passport = "03" "passport" "护照",
        PermanentResident = "04" "permanent_resident" "外国人永久居留证",
        Other = "99" "other" "其他证件",
    }
}

codes! {
    /// Kind of a loan (DKLX).
    LoanKind {
        Fund = "01" "fund" "公积金贷款",
        Combined = "02" "combined" "组合贷款",
        Subsidised = "03" "subsidised" "贴息贷款",
        Other = "99" "other" "其他",
    }
}

codes! {
    /// How a loan is repaid (DKHKFS).
    LoanMethod {
        LevelPayment = "01" "level_payment" "等额本息",
        LevelPrincipal = "02" "level_principal" "等额本金",
        AllAtEnd = "03" "all_at_end" "一次还款付息",
        Free = "04" "free" "自由还款",
        Other = "99" "other" "其他",
    }
}

codes! {
    /// Kind of a line in a loan's ledger (DKYWMXLX).
    LoanEntryKind {
        Granted = "01" "granted" "放款",
        Repayment = "02" "repayment" "正常还款",
        Prepayment = "03" "prepayment" "提前还款",
        OverdueRepayment = "04" "overdue_repayment" "逾期还款",
        Offset = "05" "offset" "冲还贷",
        Settled = "06" "settled" "结清",
        Extended = "07" "extended" "展期",
        Shortened = "08" "shortened" "缩期",
        WrittenOff = "09" "written_off" "核销",
        Other = "99" "other" "其他",
    }
}

codes! {
    /// What secures a loan (DKDBLX).
    Guarantee {
        Mortgage = "01" "mortgage" "抵押",
        Pledge = "02" "pledge" "质押",
        Surety = "03" "surety" "保证",
        Other = "99" "other" "其他",
    }
}

codes! {
    /// Risk class of a loan (DKFXDJ).
    RiskClass {
        Normal = "01" "normal" "正常",
        SpecialMention = "02" "special_mention" "关注",
        Substandard = "03" "substandard" "次级",
        Doubtful = "04" "doubtful" "可疑",
        Loss = "05" "loss" "损失",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_lead_back() {
        for &kind in EntryKind::ALL {
            assert_eq!(EntryKind::from_code(kind.code()), Some(kind));
            assert_eq!(EntryKind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(AccountStatus::from_code("1"), None);
        assert_eq!(AccountStatus::from_code("07"), None);
    }
}
