//! Chinese.

use fund::edition::Scope;

use super::{Text, exact};
use crate::text::sentence::Sentence;

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "信息公开",
    summary: "制度、利率、年度报告",
    intro: Sentence::new("{0}公开的利率、办事清单、政策版本和工作报告。"),
    to_rates: ("贷款利率", "现在的和历年的"),
    to_notices: ("办事材料清单", "每项业务要带什么、多久办好"),
    edition: "本网站采用的政策版本",
    edition_name: "版本",
    document: "依据文件",
    issuer: "发布机构",
    effective_from: "施行日期",
    rates_known_until: "利率核对至",
    source: "来源",
    chart: "主要业务金额",
    table: "全部数字",
    heads: ["项目", "范围", "金额", "比上年同期", "完成年度任务"],
    scope: |scope| match scope {
        Scope::WholeCity => "全市",
        Scope::CityProper => "市直",
    },
    scoped_figure: Sentence::new("{0}{1} {2}"),
    full_stop: "。",
    // 1 亿元 is 10^8 yuan and 10^10 fen.
    amount: |amount| format!("{} 亿元", exact(amount, 10)),
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
