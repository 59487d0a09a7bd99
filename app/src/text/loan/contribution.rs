//! The words of `/loan/contribution`.

use fund::contribution::Ratio;

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// The figures come from the person's account.
    pub filled_in: &'static str,
    /// Last year's average monthly wage.
    pub wage: &'static str,
    /// Beneath it.
    pub wage_hint: &'static str,
    /// The member's ratio.
    pub member_ratio: &'static str,
    /// The employer's ratio.
    pub employer_ratio: &'static str,
    /// Beneath the ratios: the least and the most.
    pub ratio_hint: fn(least: Ratio, most: Ratio) -> String,
    /// A ratio is none of these.
    pub ratio_range: fn(least: Ratio, most: Ratio) -> String,
    /// What is in the account.
    pub balance: &'static str,
    /// Beneath it.
    pub balance_hint: &'static str,
    /// The day the balance is of.
    pub from: &'static str,
    /// The day to project to.
    pub until: &'static str,
    /// The day of the month contributions arrive.
    pub day: &'static str,
    /// Its unit.
    pub day_unit: &'static str,
    /// The wage that counts from the next 1 July.
    pub next_wage: &'static str,
    /// Beneath it.
    pub next_wage_hint: &'static str,
    /// How many people an employer contributes for.
    pub headcount: &'static str,
    /// Beneath it.
    pub headcount_hint: &'static str,
    /// Its unit.
    pub headcount_unit: &'static str,
    /// The button.
    pub submit: &'static str,
    /// Label of the monthly amount.
    pub monthly: &'static str,
    /// Both shares.
    pub shares: fn(member: &str, employer: &str) -> String,
    /// The base is the wage.
    pub by_wage: fn(base: &str) -> String,
    /// The base is held at the cap.
    pub by_cap: fn(base: &str) -> String,
    /// The base is raised to the floor.
    pub by_floor: fn(base: &str) -> String,
    /// The balance on a day.
    pub balance_on: fn(day: &str, balance: &str) -> String,
    /// What it consists of: opening, contributed, interest.
    pub consists: fn(opening: &str, contributed: &str, interest: &str) -> String,
    /// Interest that is not yet in the account: amount and the day it will be.
    pub accrued: fn(amount: &str, day: &str) -> String,
    /// Interest of the days before is not known.
    pub before: fn(day: &str) -> String,
    /// From a day on, another amount.
    pub changed: fn(day: &str, amount: &str) -> String,
    /// The bounds from a day on are not published yet.
    pub unknown: fn(day: &str) -> String,
    /// Heading of the employer's part.
    pub employer: &'static str,
    /// What it costs: people, a month, a year.
    pub costs: fn(people: u32, monthly: &str, yearly: &str) -> String,
    /// Caption of the costs by ratio.
    pub by_ratio: &'static str,
    /// Its columns.
    pub ratio_columns: [&'static str; 3],
    /// Summary of the settlements.
    pub settlements: &'static str,
    /// Its columns: day, interest, balance.
    pub settlement_columns: [&'static str; 3],
    /// How interest is reckoned; the rate is given.
    pub interest: fn(rate: &str) -> String,
    /// Summary of how the amount is reckoned.
    pub how: &'static str,
    /// The rule: least and most base, the unit of rounding.
    pub formula: fn(floor: &str, cap: &str, unit: &str) -> String,
    /// Summary of the sources.
    pub sources: &'static str,
    /// The last day is not after the first, or too far.
    pub until_range: &'static str,
    /// The first day is not one with rates.
    pub from_range: fn(day: &str) -> String,
}

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
    day_unit: "号",
    next_wage: "下一个 7 月 1 日起的月平均工资",
    next_wage_hint: "每年 7 月 1 日换基数；不填就按不变算",
    headcount: "单位有几个人",
    headcount_hint: "只有单位要算成本时填；按人均工资算",
    headcount_unit: "人",
    submit: "重新计算",
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
