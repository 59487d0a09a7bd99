//! Chinese, in the words of the standard.

use fund::records::{AccountStatus, EntryKind, LoanEntryKind, LoanMethod, PaperKind, WithdrawalReason};

use super::Codes;

/// Chinese.
pub const ZH_CN: Codes = Codes {
    account_status: |status| match status {
        AccountStatus::Normal => "正常",
        AccountStatus::Sealed => "封存",
        AccountStatus::Merged => "合并销户",
        AccountStatus::TransferredOut => "外部转出销户",
        AccountStatus::ClosedByWithdrawal => "提取销户",
        AccountStatus::Frozen => "冻结",
        AccountStatus::Other => "其他",
    },
    entry_kind: |kind| match kind {
        EntryKind::Remittance => "汇缴",
        EntryKind::BackPayment => "补缴",
        EntryKind::Opening => "开户",
        EntryKind::Resumed => "启封",
        EntryKind::Sealed => "封存",
        EntryKind::InnerTransfer => "内部转移",
        EntryKind::TransferOut => "外部转出",
        EntryKind::TransferIn => "外部转入",
        EntryKind::Interest => "年终结息",
        EntryKind::BaseChange => "基数调整",
        EntryKind::PartialWithdrawal => "部分提取",
        EntryKind::ClosingWithdrawal => "销户提取",
        EntryKind::Deferral => "缓缴",
        EntryKind::Frozen => "冻结",
        EntryKind::Released => "解冻",
        EntryKind::Other => "其他",
    },
    withdrawal_reason: |reason| match reason {
        WithdrawalReason::Purchase => "购买自住住房",
        WithdrawalReason::Build => "建造、翻建、大修自住住房",
        WithdrawalReason::Retirement => "离休、退休",
        WithdrawalReason::LostCapacity => "丧失劳动能力",
        WithdrawalReason::MovedAway => "户口迁出或出境定居",
        WithdrawalReason::RepayLoan => "偿还购房贷款本息",
        WithdrawalReason::Rent => "租房",
        WithdrawalReason::Death => "死亡",
        WithdrawalReason::Illness => "大病医疗",
        WithdrawalReason::Other => "其他",
    },
    loan_method: |method| match method {
        LoanMethod::LevelPayment => "等额本息",
        LoanMethod::LevelPrincipal => "等额本金",
        LoanMethod::AllAtEnd => "一次还款付息",
        LoanMethod::Free => "自由还款",
        LoanMethod::Other => "其他",
    },
    loan_entry_kind: |kind| match kind {
        LoanEntryKind::Granted => "放款",
        LoanEntryKind::Repayment => "正常还款",
        LoanEntryKind::Prepayment => "提前还款",
        LoanEntryKind::OverdueRepayment => "逾期还款",
        LoanEntryKind::Offset => "冲还贷",
        LoanEntryKind::Settled => "结清",
        LoanEntryKind::Extended => "展期",
        LoanEntryKind::Shortened => "缩期",
        LoanEntryKind::WrittenOff => "核销",
        LoanEntryKind::Other => "其他",
    },
    paper_kind: |kind| match kind {
        PaperKind::IdentityCard => "身份证",
        PaperKind::OfficerCard => "军官证",
        PaperKind::Passport => "护照",
        PaperKind::PermanentResident => "外国人永久居留证",
        PaperKind::Other => "其他证件",
    },
    paper_empty: "请填写证件号码",
    paper_form: "证件号码应是 4 至 30 位字母、数字或汉字，其中要有数字，请对照证件核对",
};
