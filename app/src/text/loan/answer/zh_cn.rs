//! Chinese.

use fund::quota::LimitCode;

use super::{Answer, Schedule};

/// Chinese, as far as the island needs it.
pub const RESULT_ZH_CN: Answer = Answer {
    yuan: "元",
    quota: "最多可贷",
    binding: |limit| format!("卡在：{limit}"),
    more: |limit| match limit {
        LimitCode::Ceiling => "已到政策规定的最高额度。夫妻双方都缴存、多子女家庭，最高额度可能更高。",
        LimitCode::Balance => "账户里的钱再多一些，或夫妻两人的账户一起算，额度会提高。",
        LimitCode::Price => "受房价和最低首付限制：房子的总价决定了贷款最多这么多。",
        LimitCode::Capacity => "受家庭月收入限制：贷得久一些、加上配偶的收入，或先还清别的贷款，额度会提高。",
        LimitCode::Outstanding => "商转公最多贷到原商业贷款还欠的数。",
        LimitCode::Term => "受贷款期限限制：超过了最长可贷的时间。",
    },
    beyond: |asked, counted| format!("想贷的 {asked}超过了可贷额度，按 {counted}计算。"),
    shorter: |asked, longest| format!("想贷 {asked}，最长只能贷 {longest}。"),
    loan: |amount, term| format!("贷 {amount}、{term}"),
    monthly: "每月还",
    first_month: "第一个月还",
    last_month: |amount| format!("最后一个月还 {amount}"),
    interest: |amount, rate| format!("共付利息 {amount}（年利率 {rate}%）"),
    term: |months| match (months / 12, months % 12) {
        (0, months) => format!("{months} 个月"),
        (years, 0) => format!("{years} 年"),
        (years, months) => format!("{years} 年 {months} 个月"),
    },
    amount: "想贷多少",
    amount_hint: "不填就按最多可贷计算",
    years: "贷多少年",
    years_unit: "年",
    amount_slider: "拖动改贷款金额",
    years_slider: "拖动改贷款年限",
    stale: "条件改了，或者还没填对：显示的还是原来的结果，请点“重新计算”。",
    why: "为什么是这个数",
    since: |day| format!("{day}起"),
    schedule: SCHEDULE_ZH_CN,
};

/// Chinese: a schedule. On its own, so that an answer with only a schedule takes nothing else along into the browser.
pub const SCHEDULE_ZH_CN: Schedule = Schedule {
    title: "每年还款表",
    convention: "还款减去利息就是还的本金。月利率 = 年利率 ÷ 12；每月利息四舍五入到分，最后一个月还清余额，所以可能差几分钱。",
    year: |number| format!("第 {number} 年"),
    year_paid: |amount| format!("还 {amount}"),
    year_rest: |interest, balance| format!("其中利息 {interest}，年末还欠 {balance}"),
    number: "期",
    payment: "还款",
    principal: "本金",
    interest: "利息",
    balance: "还欠",
    chart: |first, last| format!("每年还的本金和利息：利息从第一年的 {first}，减到最后一年的 {last}。"),
};
