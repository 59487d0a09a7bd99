//! Chinese.

use fund::overdue::Part;

use super::Text;

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "贷款逾期了怎么补",
    lead: "算出要补多少钱、罚息有多少，以及怎样恢复正常。",
    filled_in: "贷款余额、利率和没还的期数已按您的贷款填好，可以改。账目到页脚所写的日期为止，之后到期的还了没有，这里还不知道。",
    principal: "还欠的本金",
    principal_hint: "最后一次按时还款以后的余额，没还的本金也算在内",
    months: "剩下的期数",
    annual_rate: "合同年利率",
    method: "还款方式",
    first_due: "最早没还的一期，应还日",
    due_day: "每月几号还款",
    due_day_hint: "上面的日期是月末、平时还款日是 29 到 31 号的才要填",
    on: "哪天补",
    amount: "这次能还多少",
    amount_hint: "不填就按全部补齐计算",
    needed: |day| format!("{day}补齐要还"),
    nothing: |day| format!("到{day}没有欠款。"),
    consists: |principal, interest, penalty| format!("本金 {principal}，利息 {interest}，罚息 {penalty}。"),
    each_day: |amount| format!("晚一天，罚息多 {amount}。"),
    paid: |amount, parts| format!("这次还 {amount}，依次用来还：{parts}。"),
    part: |part, amount| {
        let name = match part {
            Part::Penalty => "罚息",
            Part::Interest => "利息",
            Part::Principal => "本金",
        };
        format!("{name} {amount}")
    },
    between_parts: "，",
    missing: |amount| format!("还差 {amount}，差的部分继续计罚息。"),
    enough: "够补齐，贷款恢复正常。",
    excess: |amount| format!("多出的 {amount}留着还下一期。"),
    steps: "怎样恢复正常",
    step_pay: |day, amount| format!("{day}当天还 {amount}，到账后就补齐了。"),
    step_next: |day, amount| format!("下一期 {day}应还 {amount}，按时还就不再逾期。"),
    step_rest: |kept, to_pay| format!("抵扣多出的 {kept}，到时再还 {to_pay}。"),
    step_barred: "补齐之前，提取公积金、再申请公积金贷款可能会受影响，以中心的规定为准。",
    table: "没还的每一期",
    columns: ["应还日", "逾期", "本金", "利息", "罚息", "这次还了"],
    days: |days| format!("{days} 天"),
    how: "罚息怎么算",
    formula: |rate, more, penalty| {
        format!(
            "合同年利率 {rate}%，逾期加收 {more}%，罚息年利率 {penalty}%。每天的罚息 = 没还的本金和利息 × {penalty}% ÷ 360，\
             从应还日的第二天算到还款当天。罚息不再计罚息。"
        )
    },
    rounding: "每一期的罚息在还款时四舍五入到分。年中利率调整的，以贷款账户为准。",
    sources: "依据",
    too_late: "不能晚于最早没还的一期之后 10 年",
};
