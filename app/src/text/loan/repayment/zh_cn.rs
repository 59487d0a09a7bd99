//! Chinese.

use super::{Answer, Print, Text};
use crate::text::sentence::Sentence;

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "每月还多少",
    answer: Answer {
        both_first: "第一个月一共还",
        both: Sentence::new("公积金贷款 {0}，商业贷款 {1}。共付利息 {2}：公积金贷款 {3}，商业贷款 {4}"),
        from_to: Sentence::new("{0}第一次还款，{1}还清"),
        first_by_days: [
            Sentence::new("第一期 {0} 天，利息 {1}，比按整月多 {2}"),
            Sentence::new("第一期 {0} 天，利息 {1}，比按整月少 {2}"),
        ],
        keep: "存下来",
        files: ["表格（CSV）", "表格（Excel）", "还款日历（ics）", "打印（A4）"],
        no_calendar: "填上放款日，还能把每个还款日存进手机日历。",
    },
    principal: "贷款金额",
    months: "贷款期限（月）",
    annual_rate: "年利率（%）",
    rates_today: |[first_short, first_long, second_short, second_long]| {
        format!(
            "今天的公积金利率：首套 5 年以上 {first_long}、5 年及以下 {first_short}；二套 {second_long}、{second_short}"
        )
    },
    method: "还款方式",
    by_days: "按日期算：放款日、每月还款日",
    granted_on: "放款日",
    granted_on_missing: "填了每月还款日，或第一期按天数算的，也要填放款日",
    granted_on_hint: "不填就不算日期",
    due_day: "每月还款日",
    due_day_hint: "1 到 31；当月没有这一天的，是月末。不填就和放款日同一天",
    first_period: "第一期利息怎么算",
    first_periods: [
        ("按整月", "不管几天，算一个月"),
        ("按实际天数", "年利率 ÷ 360 × 天数"),
    ],
    by_bank: "还有一笔商业贷款（组合贷款）",
    bank_principal: "商业贷款金额",
    bank_principal_hint: "没有就不填",
    bank_principal_missing: "填了商业贷款的期限，也要填金额",
    bank_months: "商业贷款期限（月）",
    bank_months_hint: "不填就和公积金贷款一样",
    bank_annual_rate: "商业贷款年利率（%）",
    bank_annual_rate_hint: |prime| format!("5 年期以上 LPR 现在是 {prime}%，各银行在它上面加点或减点"),
    bank_method: "商业贷款还款方式",
    print: Print {
        title: "还款计划表",
        hint: "用浏览器的“打印”，纸张选 A4；手机上可以“存为 PDF”。",
        rows: ["公积金贷款", "商业贷款", "放款日", "合计"],
        loan: |amount, months, rate, method| format!("{amount}，{months} 个月，年利率 {rate}%，{method}"),
        total: |paid, interest| format!("还款 {paid}，其中利息 {interest}"),
        granted: |day, counted| format!("{day}；{counted}"),
        year_sum: "全年",
    },
    columns: ["期", "还款日", "还款", "本金", "利息", "还欠"],
    part_columns: ["公积金贷款还款", "商业贷款还款"],
    due_entry: |amount| format!("还房贷 {amount}"),
    due_note: |number, of, balance| format!("第 {number} 期，共 {of} 期。还完这期还欠 {balance}。"),
};
