//! Chinese.

use super::{Answer, Text};
use crate::text::sentence::{Count, Sentence};

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "提前还款能省多少",
    answer: Answer {
        saved: "省下利息",
        not_saved: "多付利息（月供重新取整所致）",
        times: Sentence::new("一共提前还 {0} 次、合计 {1}（下面是第一次和最后一次）"),
        sooner: Sentence::new("提前 {0}还清"),
        lighter: Sentence::new("每月少还 {0}（从 {1} 降到 {2}）"),
        settled: Sentence::new("第 {0} 期之后全部还清"),
        interest: Sentence::new("全部利息从 {0} 降到 {1}"),
        fees: Sentence::new("提前还款费用 {0}，扣除后净省 {1}。"),
        repaid: Sentence::new("第 {0} 期后提前还"),
        balance: "之后还欠",
        left: "还剩",
        count: Count::same("{0} 期"),
        next: "下一期还",
        next_was: Sentence::new("{0}（原来 {1}）"),
        last: "最后一期还",
        fee: "费用",
        daily: Sentence::new("如果不在还款日结清，从上个还款日起每过一天加 {0}利息（余额 × 年利率 ÷ 360）。"),
        in_a_year: Sentence::new("晚一年再还（第 {0} 期之后），少省 {1}。"),
        in_a_year_more: Sentence::new("晚一年再还（第 {0} 期之后），多省 {1}。"),
        best_now: Sentence::new("今后 12 个月里，第 {0} 期之后还最省，越早还越省。"),
        best_later: Sentence::new("今后 12 个月里，第 {0} 期之后还最省，因为那时的费用更低。"),
        timing: "早几个月、晚几个月，差多少",
        timing_first: "只看第一次提前还款。",
        timing_why: "利率不变时越早还越省：少欠一天，就少一天的利息。只有费用会变的时候，晚还才可能更省。这笔钱另作他用的收益没有算在内。",
        timing_heads: ["第几期后", "省下利息", "费用", "净省"],
        schedule: "提前还款后的还款表",
        beside: "提前还的本金不在表内：那一期之后，余额另外减去提前还的钱。",
    },
    filled_in: "贷款已按您的账户填好（从下一期算起），可以改。",
    loan: "这笔贷款",
    principal: "贷款金额",
    months: "贷款期限（月）",
    annual_rate: "年利率（%）",
    method: "还款方式",
    ahead: "提前还款",
    after: [
        "还完第几期之后",
        "第 2 次：还完第几期之后",
        "第 3 次：还完第几期之后",
        "第 4 次：还完第几期之后",
        "第 5 次：还完第几期之后",
        "第 6 次：还完第几期之后",
    ],
    after_hint: "一个月一期：还了三年就是 36",
    after_unit: "期",
    amount: [
        "提前还多少",
        "第 2 次：提前还多少",
        "第 3 次：提前还多少",
        "第 4 次：提前还多少",
        "第 5 次：提前还多少",
        "第 6 次：提前还多少",
    ],
    amount_hint: "全部还清的不用填",
    keep: [
        "还完以后",
        "第 2 次还完以后",
        "第 3 次还完以后",
        "第 4 次还完以后",
        "第 5 次还完以后",
        "第 6 次还完以后",
    ],
    keep_payment: ("月供不变，早点还清", "缩短期限"),
    keep_term: ("期限不变，每月少还", "减少月供"),
    settle: ("全部还清", "一次结清"),
    every: "第 1 次之后",
    once: ("只还这一次", "下面还可以再加"),
    every_month: ("每月都这样还", "从上面那一期起，直到还清"),
    every_year: ("每年都这样还", "从上面那一期起，每 12 期一次，直到还清"),
    numbered: |number, label| format!("第 {number} 次：{label}"),
    beyond: |label| {
        format!(
            "{label}：没有算进去。第 1 次到第 6 次填在上面；每月、每年都还的，选“每月都这样还”或“每年都这样还”"
        )
    },
    one_more: [
        "",
        "再加第 2 次提前还款",
        "再加第 3 次提前还款",
        "再加第 4 次提前还款",
        "再加第 5 次提前还款",
        "再加第 6 次提前还款",
    ],
    convention: "怎么算：在还款日提前还，没有零头天数的利息；不在还款日还的，从上个还款日（当天计息）按天算到钱到账的前一天。\
                 月供不变：每月还款（等额本金是每月本金）不变，最后一期还清余额。期限不变：按余额和剩下的期数重新算月供；\
                 前面选过“月供不变”的，按已经缩短的期数摊，不回到原来的期数。余额太小、每月分不到一分钱的，每月还一分，还清为止。\
                 同一期之后有几次的，按填的先后算。每月利息四舍五入到分。",
    source: Sentence::new("{0}。依据：{1}"),
};
