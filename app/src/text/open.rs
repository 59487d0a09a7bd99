//! The words of public information.

/// The words of public information, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
    /// What is published here.
    pub intro: fn(centre: &str) -> String,
    /// To the loan rates: what, and a line about it.
    pub to_rates: (&'static str, &'static str),
    /// To the notices: what, and a line about it.
    pub to_notices: (&'static str, &'static str),
    /// Heading of the rules in force here.
    pub edition: &'static str,
    /// Name of the edition.
    pub edition_name: &'static str,
    /// The document it follows.
    pub document: &'static str,
    /// Who issued it.
    pub issuer: &'static str,
    /// Since when it holds.
    pub effective_from: &'static str,
    /// The day up to which changes of the national rates are known.
    pub rates_known_until: &'static str,
    /// Where a report comes from.
    pub source: fn(source: &str) -> String,
    /// Name of the chart for a screen reader.
    pub chart: &'static str,
    /// Caption of the table.
    pub table: &'static str,
    /// Heads of the table: item, scope, amount, on the year, of the task.
    pub heads: [&'static str; 5],
    /// Growth on the year, and the amount a year before.
    pub growth: fn(percent: &str, before: Option<&str>) -> String,
    /// How much of the year's task was done.
    pub task: fn(percent: &str, task: &str) -> String,
    /// So many cases.
    pub count: fn(count: u32) -> String,
    /// Share of all loans by number and by amount.
    pub shares: fn(count: &str, amount: &str) -> String,
    /// Nothing was reported.
    pub nothing: &'static str,
    /// Heading of what the centre says it does.
    pub practices: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "信息公开",
    summary: "制度、利率、年度报告",
    intro: |centre| format!("{centre}公开的利率、办事清单、政策版本和工作报告。"),
    to_rates: ("贷款利率", "现在的和历年的"),
    to_notices: ("办事材料清单", "每项业务要带什么、多久办好"),
    edition: "本网站采用的政策版本",
    edition_name: "版本",
    document: "依据文件",
    issuer: "发布机构",
    effective_from: "施行日期",
    rates_known_until: "利率核对至",
    source: |source| format!("来源：{source}"),
    chart: "主要业务金额",
    table: "全部数字",
    heads: ["项目", "范围", "金额", "比上年同期", "完成年度任务"],
    growth: |percent, before| {
        let change = match percent.strip_prefix('-') {
            Some(less) => format!("减少 {less}%"),
            None => format!("增长 {percent}%"),
        };
        before.map_or_else(|| change.clone(), |before| format!("{change}（上年 {before}）"))
    },
    task: |percent, task| format!("{percent}%（任务 {task}）"),
    count: |count| format!("{count} 笔"),
    shares: |count, amount| format!("占全部贷款笔数的 {count}%、金额的 {amount}%"),
    nothing: "—",
    practices: "做了什么",
};
