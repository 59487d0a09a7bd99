//! English, with the word of the standard that papers and the counter use.

use fund::records::{AccountStatus, EntryKind, LoanEntryKind, LoanMethod, PaperKind, WithdrawalReason};

use super::Codes;

/// English.
pub const EN: Codes = Codes {
    account_status: |status| match status {
        AccountStatus::Normal => "Active (正常)",
        AccountStatus::Sealed => "Paused (封存)",
        AccountStatus::Merged => "Closed: merged with another account (合并销户)",
        AccountStatus::TransferredOut => "Closed: moved to another city (外部转出销户)",
        AccountStatus::ClosedByWithdrawal => "Closed: all money withdrawn (提取销户)",
        AccountStatus::Frozen => "Frozen (冻结)",
        AccountStatus::Other => "Other (其他)",
    },
    entry_kind: |kind| match kind {
        EntryKind::Remittance => "Monthly contribution (汇缴)",
        EntryKind::BackPayment => "Back payment (补缴)",
        EntryKind::Opening => "Account opened (开户)",
        EntryKind::Resumed => "Reactivated (启封)",
        EntryKind::Sealed => "Paused (封存)",
        EntryKind::InnerTransfer => "Transfer within the city (内部转移)",
        EntryKind::TransferOut => "Transfer to another city (外部转出)",
        EntryKind::TransferIn => "Transfer from another city (外部转入)",
        EntryKind::Interest => "Yearly interest (年终结息)",
        EntryKind::BaseChange => "Change of contribution base (基数调整)",
        EntryKind::PartialWithdrawal => "Partial withdrawal (部分提取)",
        EntryKind::ClosingWithdrawal => "Withdrawal and closing (销户提取)",
        EntryKind::Deferral => "Contributions deferred (缓缴)",
        EntryKind::Frozen => "Frozen (冻结)",
        EntryKind::Released => "Released (解冻)",
        EntryKind::Other => "Other (其他)",
    },
    withdrawal_reason: |reason| match reason {
        WithdrawalReason::Purchase => "buying a home (购买自住住房)",
        WithdrawalReason::Build => "building or repairing a home (建造、翻建、大修自住住房)",
        WithdrawalReason::Retirement => "retirement (离休、退休)",
        WithdrawalReason::LostCapacity => "unable to work (丧失劳动能力)",
        WithdrawalReason::MovedAway => "moved away or settled abroad (户口迁出或出境定居)",
        WithdrawalReason::RepayLoan => "repaying a home loan (偿还购房贷款本息)",
        WithdrawalReason::Rent => "rent (租房)",
        WithdrawalReason::Death => "death (死亡)",
        WithdrawalReason::Illness => "serious illness (大病医疗)",
        WithdrawalReason::Other => "other (其他)",
    },
    loan_method: |method| match method {
        LoanMethod::LevelPayment => "Level payment (等额本息)",
        LoanMethod::LevelPrincipal => "Level principal (等额本金)",
        LoanMethod::AllAtEnd => "All at the end (一次还款付息)",
        LoanMethod::Free => "Flexible (自由还款)",
        LoanMethod::Other => "Other (其他)",
    },
    loan_entry_kind: |kind| match kind {
        LoanEntryKind::Granted => "Loan paid out (放款)",
        LoanEntryKind::Repayment => "Repayment (正常还款)",
        LoanEntryKind::Prepayment => "Early repayment (提前还款)",
        LoanEntryKind::OverdueRepayment => "Overdue repayment (逾期还款)",
        LoanEntryKind::Offset => "Repaid from the fund account (冲还贷)",
        LoanEntryKind::Settled => "Paid off (结清)",
        LoanEntryKind::Extended => "Term extended (展期)",
        LoanEntryKind::Shortened => "Term shortened (缩期)",
        LoanEntryKind::WrittenOff => "Written off (核销)",
        LoanEntryKind::Other => "Other (其他)",
    },
    paper_kind: |kind| match kind {
        PaperKind::IdentityCard => "ID card (身份证)",
        PaperKind::OfficerCard => "Military officer’s card (军官证)",
        PaperKind::Passport => "Passport (护照)",
        PaperKind::PermanentResident => "Foreign permanent resident’s ID card (外国人永久居留证)",
        PaperKind::Other => "Other document (其他证件)",
    },
    paper_empty: "Enter the number of your document",
    paper_form: "The number has 4 to 30 letters, digits or Chinese characters, and at least one digit. Check it against your document",
};
