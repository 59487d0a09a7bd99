//! Chinese.

use super::{Common, Schedule};
use crate::text::{sentence::Sentence, shell};

/// Chinese.
pub const ZH_CN: Common = Common {
    monthly: "每月还",
    first_month: "第一个月还",
    last_month: Sentence::new("最后一个月还 {0}"),
    interest: Sentence::new("共付利息 {0}（年利率 {1}%）"),
    since: Sentence::new("{0}起"),
    methods: ["等额本息", "等额本金"],
    unverified: shell::ZH_CN.unverified,
    schedule: Schedule {
        title: "每年还款表",
        convention: "还款减去利息就是还的本金。月利率 = 年利率 ÷ 12；每月利息四舍五入到分，最后一个月还清余额，所以可能差几分钱。",
        year: Sentence::new("第 {0} 年"),
        year_paid: Sentence::new("还 {0}"),
        year_rest: Sentence::new("其中利息 {0}，年末还欠 {1}"),
        number: "期",
        payment: "还款",
        principal: "本金",
        interest: "利息",
        balance: "还欠",
        chart: Sentence::new("每年还的本金和利息：利息从第一年的 {0}，减到最后一年的 {1}。"),
    },
};
