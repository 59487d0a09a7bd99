//! Chinese.

use super::Text;

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "我的贷款",
    form: "这笔贷款",
    granted_on: "放款日期",
    granted_on_hint: "借款合同或放款通知上的日期，例如 2020-03-16",
    principal: "贷款金额",
    months: "贷款期限（月）",
    method: "还款方式",
    home: "第几套房",
    due_day: "每月几号还款",
    due_day_hint: "不填就是放款的那一天；没有这一天的月份，是月底",
    january: "每年换利率的那个月怎么算利息",
    januaries: ["整月按新利率", "按天数分段"],
    settle_on: "哪一天结清",
    settle_on_hint: "想知道一次还清要多少钱时填，不填就按今天",
    further: "更多：还款日、换利率的算法、结清日期",
    example: "现在是一个例子的结果。在下面填上您自己的贷款，就是您的。",
    filled_in: "这是您自己的贷款，按账上的放款日期、金额、期限和方式填好了。",
    without_plan: |method| {
        format!("您的贷款是“{method}”，没有固定的还款计划，不能这样推算。下面是一个例子。")
    },
    sign_in: "登录后，这里直接用您自己的贷款，并和账上的每一期核对。",
    in_the_future: "不能晚于今天",
    no_rate: |day| format!("没有 {day}这类住房（首套或二套）的公积金贷款利率记录"),
    settle_range: "应在放款之后、还清之前",
    balance: |day| format!("还欠本金（{day}）"),
    next: |day, amount, number, count, rate| {
        format!("下一期 {day}还 {amount}（第 {number} 期，共 {count} 期，年利率 {rate}%）")
    },
    over: |day| format!("这笔贷款已在 {day}还清。"),
    unknown: |day, rate| {
        format!("{day}之后利率有没有再调整，这里还不知道；之后的还款都按最后已知的 {rate}% 推算。")
    },
    saved: |so_far, in_all| {
        format!("利率调整到现在一共省下利息 {so_far}；按现在的利率到还清，一共省 {in_all}。")
    },
    cost: |so_far, in_all| {
        format!("利率调整到现在一共多付利息 {so_far}；按现在的利率到还清，一共多付 {in_all}。")
    },
    steps: "每次调整利率，省了多少",
    step: |day, before, after| format!("{day}起：{before}% → {after}%"),
    step_payment: |before, after| format!("这一期从 {before} 变成 {after}"),
    step_saved: |so_far, in_all| format!("到现在省 {so_far}，到还清共省 {in_all}"),
    step_cost: |so_far, in_all| format!("到现在多付 {so_far}，到还清共多付 {in_all}"),
    step_how: "比的是：没有这次和以后的调整，与有了这次、没有以后的调整。所以各次相加，就是全部。",
    no_step: "放款以来，利率还没有变过。",
    settlement: |day, amount| format!("{day}一次还清，要付 {amount}"),
    settlement_parts: |principal, days, interest| {
        format!(
            "本金 {principal}，加上个还款日以来 {days} 天的利息 {interest}（本金 × 年利率 ÷ 360 × 天数）。以到期的都已还上为准。"
        )
    },
    agrees: |count| format!("与账上核对：{count} 期全部一致，一分不差"),
    differs: |same, other| format!("与账上核对：{same} 期一致，{other} 期不同"),
    differs_help: "以账上为准。不同的几期列在“逐期核对”里，可以拿着它到网点或打页面下方的热线询问。",
    unpaid: |count| format!("有 {count} 期到期了，账上还没有还款记录。"),
    first_current: |count| format!("要一次还清，先补齐没还的 {count} 期；下面是补齐以后还要付的。"),
    how_current: "看要补多少",
    other_rate: |booked, ours| format!("账上的年利率是 {booked}%，按公布的利率推算是 {ours}%。"),
    other_balance: |booked, ours| format!("账上还欠 {booked}，按计划应欠 {ours}。"),
    beyond: |count| format!("账上有 {count} 笔还款，在推算的计划里没有对应的一期。"),
    compare: "逐期核对",
    compare_heads: ["期", "结果", "推算", "账上"],
    same: "一致",
    ditto: "＝",
    different: "不同",
    not_booked: "未还",
    figures: |principal, interest, balance| format!("本金 {principal}，利息 {interest}，还欠 {balance}"),
    schedule: "从放款到还清的每一期",
    convention: "利率调整从下一年 1 月 1 日起对已有贷款生效：等额本息从那天起的第一期按余额和剩下的期数重新算月供，等额本金每月本金不变。月利率 = 年利率 ÷ 12，每月利息四舍五入到分；最后一期还清余额。",
    year: |year, rate| format!("{year} 年（{rate}%）"),
    year_unknown: |year| format!("{year}；按最后已知的利率推算"),
    heads: ["还款日", "还款", "利息", "还欠"],
    ahead: "提前还",
    to_prepayment: "提前还款能省多少",
    to_rates: "公积金贷款利率和依据",
};
