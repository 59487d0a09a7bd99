//! Chinese.

use super::{OverdueText, PrepaymentText, Text};
use crate::text::sentence::Sentence;

/// Chinese.
pub const ZH_CN: Text = Text {
    prepayment: PrepaymentText {
        out_of_range: Sentence::new("只能在第 1 期到第 {0} 期之后提前还款"),
        one_instalment: "只有一期的贷款，没有可以提前还的",
        after_the_end: Sentence::new("前面的提前还款使贷款在第 {0} 期还清"),
        out_of_order: Sentence::new("不能早于上一次提前还款（第 {0} 期之后）"),
        not_positive: "提前还款金额应大于 0",
        more_than_balance: Sentence::new(
            "那时只欠 {0}，提前还的不能比这多；要全部还清，填这个数或者选“全部还清”",
        ),
    },
    overdue: OverdueText {
        out_of_order: "还款日期应按先后顺序，且不晚于计算日",
        not_positive: "还款金额应大于 0",
    },
    no_date: "日期超出范围",
    not_due: "应还日应是每月的这一天；当月没有这一天的，是月末",
    no_loan_rate: |day| format!("没有 {day} 的利率记录"),
    no_base_year: |day| format!("没有 {day} 的缴存基数标准"),
    no_account_interest: "这段时间的账户利息算不出来，请换一个日期",
    due_before_start: "下次还款日不能早于余额的日期",
};
