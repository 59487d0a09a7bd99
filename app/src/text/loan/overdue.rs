//! The words of `/loan/overdue`.

use fund::overdue::Part;

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// The figures come from the person's loan.
    pub filled_in: &'static str,
    /// What is owed after the last instalment that was paid.
    pub principal: &'static str,
    /// Beneath it.
    pub principal_hint: &'static str,
    /// Instalments still to come, the unpaid ones included.
    pub months: &'static str,
    /// The contract's rate.
    pub annual_rate: &'static str,
    /// Method of repayment.
    pub method: &'static str,
    /// The day the first unpaid instalment was due.
    pub first_due: &'static str,
    /// Day of the month instalments are due.
    pub due_day: &'static str,
    /// Beneath it.
    pub due_day_hint: &'static str,
    /// Its unit.
    pub due_day_unit: &'static str,
    /// The day of paying.
    pub on: &'static str,
    /// What can be paid now.
    pub amount: &'static str,
    /// Beneath it.
    pub amount_hint: &'static str,
    /// The button.
    pub submit: &'static str,
    /// Label of what makes the loan current; the day is given.
    pub needed: fn(day: &str) -> String,
    /// Nothing due is unpaid on that day.
    pub nothing: fn(day: &str) -> String,
    /// What the amount consists of: principal, interest, penalty.
    pub consists: fn(principal: &str, interest: &str, penalty: &str) -> String,
    /// How much each day of waiting costs.
    pub each_day: fn(amount: &str) -> String,
    /// What a payment is taken for, part by part, and what is missing afterwards.
    pub paid: fn(amount: &str, parts: &str) -> String,
    /// The parts by name, with their amounts.
    pub part: fn(part: Part, amount: &str) -> String,
    /// What is still missing.
    pub missing: fn(amount: &str) -> String,
    /// Enough, and what is left over.
    pub enough: &'static str,
    /// What is left over.
    pub excess: fn(amount: &str) -> String,
    /// Heading of the steps.
    pub steps: &'static str,
    /// Pay so much by a day.
    pub step_pay: fn(day: &str, amount: &str) -> String,
    /// What comes next: day and amount.
    pub step_next: fn(day: &str, amount: &str) -> String,
    /// How much of it is missing after what is kept for it.
    pub step_rest: fn(kept: &str, to_pay: &str) -> String,
    /// What is not possible until then.
    pub step_barred: &'static str,
    /// Caption of the table.
    pub table: &'static str,
    /// Its columns: due day, days late, principal, interest, penalty; paid.
    pub columns: [&'static str; 6],
    /// Days late.
    pub days: fn(days: u32) -> String,
    /// Summary of how the penalty is reckoned.
    pub how: &'static str,
    /// The formula: contract's rate, surcharge in percent, penalty rate.
    pub formula: fn(rate: &str, more: u16, penalty: &str) -> String,
    /// How it is rounded.
    pub rounding: &'static str,
    /// Summary of the sources.
    pub sources: &'static str,
    /// The last day asked for lies too far ahead.
    pub too_late: &'static str,
}

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
    due_day_unit: "号",
    on: "哪天补",
    amount: "这次能还多少",
    amount_hint: "不填就按全部补齐计算",
    submit: "重新计算",
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
