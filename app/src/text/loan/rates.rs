//! The words of `/loan/rates`.

use crate::{loan::rates::Mine, text::format};

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// The rates of one's own loan.
    pub mine: fn(&Mine) -> String,
    /// Heading of today's rates.
    pub now: &'static str,
    /// When a new rate reaches whom.
    pub rule: &'static str,
    /// Title of the warning that later changes are not known.
    pub unknown: &'static str,
    /// The warning; the last known day is given.
    pub unknown_after: fn(day: &str) -> String,
    /// The chart in words; the last known day is given.
    pub chart: fn(day: &str) -> String,
    /// The lines of the chart: first home longer and up to five years, the prime rate.
    pub lines: [&'static str; 3],
    /// Heading of the table.
    pub history: &'static str,
    /// Head of the column of days.
    pub from: &'static str,
    /// Heads of the columns of rates: first home, up to five years and longer; second home.
    pub columns: [&'static str; 4],
    /// Head of the column of sources.
    pub source: &'static str,
    /// Heading of the prime rate.
    pub prime: &'static str,
    /// What it is for.
    pub prime_hint: &'static str,
    /// Head of its column.
    pub prime_column: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "公积金贷款利率",
    mine: |mine| {
        let from = format::date(mine.from);
        if mine.now == mine.next {
            format!(
                "您的贷款现在年利率 {}%，{from}起按已公布的利率仍是 {}%。",
                mine.now, mine.next
            )
        } else {
            format!("您的贷款现在年利率 {}%，{from}起变为 {}%。", mine.now, mine.next)
        }
    },
    now: "今天新贷款的年利率",
    rule: "新贷款从调整当天起按新利率；已经在还的贷款，从下一年 1 月 1 日起按新利率。五年以下含五年。",
    unknown: "之后的调整没有收录",
    unknown_after: |day| {
        format!("这里只收录到 {day}为止的调整。之后如果又调整过，以人民银行和公积金中心公布的为准。")
    },
    chart: |day| format!("首套房公积金贷款利率和 5 年期以上 LPR，截至 {day}。每个数字见下面的表。"),
    lines: ["首套五年以上", "首套五年以下", "5 年期以上 LPR"],
    history: "历年调整",
    from: "起执行日",
    columns: ["首套五年以下", "首套五年以上", "二套五年以下", "二套五年以上"],
    source: "来源",
    prime: "5 年期以上 LPR（商业贷款参考）",
    prime_hint: "商业房贷利率 = LPR 加减点数，点数由银行和您约定。",
    prime_column: "年利率",
};
