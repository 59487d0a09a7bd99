//! Chinese.

use super::Text;

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "公积金贷款利率",
    mine: |now, from, next| format!("您的贷款现在年利率 {now}%，{from}起变为 {next}%。"),
    mine_stays: |now, from| format!("您的贷款现在年利率 {now}%，{from}起按已公布的利率仍是 {now}%。"),
    now: "今天新贷款的年利率",
    rule: "新贷款从调整当天起按新利率；已经在还的贷款，从下一年 1 月 1 日起按新利率。五年以下含五年。",
    unknown: "之后的调整没有收录",
    unknown_after: |day| {
        format!("这里只收录到 {day}为止的调整。之后如果又调整过，以人民银行和公积金中心公布的为准。")
    },
    chart: |day| format!("首套房公积金贷款利率和 5 年期以上 LPR，截至 {day}。每个数字见下面的表。"),
    lines: ["首套五年以上", "首套五年以下", "5 年期以上 LPR"],
    year: |year| format!("{year}年"),
    history: "历年调整",
    from: "起执行日",
    columns: ["首套五年以下", "首套五年以上", "二套五年以下", "二套五年以上"],
    source: "来源",
    between_sources: "；",
    prime: "5 年期以上 LPR（商业贷款参考）",
    prime_hint: "商业房贷利率 = LPR 加减点数，点数由银行和您约定。",
    prime_column: "年利率",
};
