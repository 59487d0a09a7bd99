//! Chinese.

use super::Text;

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "每月存多少，能攒多少",
    lead: "算出每月缴存额、到某一天账户里的钱和利息，也能算单位要出多少。",
    filled_in: "缴存基数、比例和余额已按您的账户填好，可以改。",
    wage: "上年月平均工资（缴存基数）",
    wage_hint: "税前，奖金、津贴也算；可以写 8000",
    member_ratio: "个人缴存比例",
    employer_ratio: "单位缴存比例",
    ratio_hint: |least, most| format!("{least} 到 {most}，最多两位小数，例如 {least}.5"),
    ratio_range: |least, most| format!("请填 {least} 到 {most} 之间的数，最多两位小数"),
    balance: "账户里现在的钱",
    balance_hint: "没有就填 0",
    from: "上面的余额是哪天的",
    until: "算到哪天",
    day: "每月几号到账",
    next_wage: "下一个 7 月 1 日起的月平均工资",
    next_wage_hint: "每年 7 月 1 日换基数；不填就按不变算",
    headcount: "单位有几个人",
    headcount_hint: "只有单位要算成本时填；按人均工资算",
    headcount_unit: "人",
    monthly: "每月存进账户",
    shares: |member, employer| format!("个人 {member}，单位 {employer}。"),
    by_wage: |base| format!("按缴存基数 {base} 算。"),
    by_cap: |base| format!("工资超过上限，按最高基数 {base} 算。"),
    by_floor: |base| format!("工资低于下限，按最低基数 {base} 算。"),
    balance_on: |day, balance| format!("到{day}，账户里有 {balance}。"),
    consists: |opening, contributed, interest| {
        format!("其中现在的 {opening}，存入 {contributed}，利息 {interest}。")
    },
    accrued: |amount, day| format!("另有利息 {amount}，{day}结息时才入账。"),
    before: |day| format!("{day}以前已经产生、还没结的利息没有算在内。"),
    changed: |day, amount| format!("{day}起每月存 {amount}。"),
    unknown: |day| format!("{day}起的基数上下限还没有公布，这里按最近一年的算。"),
    employer: "单位要出多少",
    costs: |people, monthly, yearly| format!("{people} 人，单位每月出 {monthly}，一年 {yearly}。"),
    by_ratio: "换一个单位比例",
    ratio_columns: ["单位比例", "每月", "一年"],
    settlements: "每年的利息",
    settlement_columns: ["结息日", "利息", "结息后余额"],
    interest: |rate| {
        format!(
            "每天的余额加起来 × 年利率 {rate}% ÷ 360，钱到账当天就计息，每年 6 月 30 日结一次，四舍五入到分，第二天起跟着计息。"
        )
    },
    how: "缴存额怎么算",
    formula: |floor, cap, unit| {
        format!(
            "缴存额 = 缴存基数 × 比例，个人和单位分别算，四舍五入到 {unit}。缴存基数最低 {floor}、最高 {cap}，每年 7 月 1 日调整。"
        )
    },
    sources: "依据",
    until_range: "要晚于余额的日期，最多晚 40 年",
    from_range: |day| format!("不能早于{day}"),
};
