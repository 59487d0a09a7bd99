//! The words of `/loan/compare`.

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// All that is borrowed.
    pub amount: &'static str,
    /// What the fund lends of it in a combined plan.
    pub fund_amount: &'static str,
    /// Beneath it.
    pub fund_amount_hint: &'static str,
    /// Why it was refused: no bank is left to lend the rest.
    pub fund_amount_whole: &'static str,
    /// Why it was refused: a combined plan needs it.
    pub fund_amount_missing: &'static str,
    /// The day of granting.
    pub granted_on: &'static str,
    /// Beneath it.
    pub granted_on_hint: &'static str,
    /// Summary of the rates.
    pub rates: &'static str,
    /// Above them.
    pub rates_hint: &'static str,
    /// The fund's rate up to five years.
    pub rate_le5y: &'static str,
    /// The fund's rate for longer.
    pub rate_gt5y: &'static str,
    /// The loan prime rate.
    pub prime: &'static str,
    /// Beneath it.
    pub prime_hint: &'static str,
    /// The plans' names, in order.
    pub plans: [&'static str; 4],
    /// Labels of each plan's fields: who lends, years, method, points.
    pub kind: [&'static str; 4],
    /// See [`Self::kind`].
    pub years: [&'static str; 4],
    /// See [`Self::kind`].
    pub method: [&'static str; 4],
    /// See [`Self::kind`].
    pub points: [&'static str; 4],
    /// The same fields within their plan, where its name stands above.
    pub in_plan: [&'static str; 4],
    /// Who lends: nobody, the fund, both, a bank.
    pub kinds: [&'static str; 4],
    /// Beneath the points.
    pub points_hint: &'static str,
    /// Unit of the points.
    pub points_unit: &'static str,
    /// Unit of the years.
    pub years_unit: &'static str,
    /// Why points were refused.
    pub points_refused: &'static str,
    /// Why points were refused: the bank's rate would be none.
    pub points_no_rate: &'static str,
    /// Why the first plan was refused: fewer than two are left.
    pub too_few: &'static str,
    /// Summary of the third and fourth plan.
    pub more_plans: &'static str,
    /// The cheapest plan, and how much less interest than the dearest.
    pub cheapest: fn(plan: &str, less: &str) -> String,
    /// The lightest plan, and its first payment.
    pub lightest: fn(plan: &str, payment: &str) -> String,
    /// One plan is both.
    pub both: fn(plan: &str, less: &str, payment: &str) -> String,
    /// All cost the same.
    pub same: &'static str,
    /// Mark of the cheapest.
    pub mark_cheapest: &'static str,
    /// Mark of the lightest.
    pub mark_lightest: &'static str,
    /// A plan in words: its loans, term, method.
    pub plan: fn(loans: &str, term: &str, method: &str) -> String,
    /// A loan in words: who lends, amount, rate.
    pub loan: fn(lender: &str, amount: &str, rate: &str) -> String,
    /// The fund and the bank as lenders.
    pub lenders: [&'static str; 2],
    /// Rows: first payment, last payment, interest, paid off.
    pub rows: [&'static str; 4],
    /// After so many months.
    pub after: fn(term: &str) -> String,
    /// More than in the first plan; the difference is formatted.
    pub more: fn(difference: &str) -> String,
    /// Less than in the first plan.
    pub less: fn(difference: &str) -> String,
    /// Later than in the first plan.
    pub later: fn(term: &str) -> String,
    /// Earlier than in the first plan.
    pub earlier: fn(term: &str) -> String,
    /// What differences are measured by.
    pub against: &'static str,
    /// Link to a plan's schedule.
    pub schedule: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "几种贷法比一比",
    amount: "一共要贷多少",
    fund_amount: "组合贷款里，公积金贷多少",
    fund_amount_hint: "没有方案选组合贷款，就不用填",
    fund_amount_whole: "要比一共要贷的少，剩下的由银行贷",
    fund_amount_missing: "有方案选了组合贷款，请填其中公积金贷多少",
    granted_on: "放款日",
    granted_on_hint: "填了就算出哪一天还清；不填也能比",
    rates: "利率（已按今天的填好）",
    rates_hint: "公积金利率按首套房填好；二套房请改成二套的利率。",
    rate_le5y: "公积金贷款年利率，5 年及以下（%）",
    rate_gt5y: "公积金贷款年利率，5 年以上（%）",
    prime: "贷款市场报价利率 LPR，5 年期以上（%）",
    prime_hint: "5 年以内（含）的商业贷款，银行可能按 1 年期 LPR 定价：先问银行，再把差的点数填在加点里",
    plans: ["方案一", "方案二", "方案三", "方案四"],
    kind: ["方案一怎么贷", "方案二怎么贷", "方案三怎么贷", "方案四怎么贷"],
    years: [
        "方案一贷多少年",
        "方案二贷多少年",
        "方案三贷多少年",
        "方案四贷多少年",
    ],
    method: [
        "方案一还款方式",
        "方案二还款方式",
        "方案三还款方式",
        "方案四还款方式",
    ],
    points: [
        "方案一商业贷款加点",
        "方案二商业贷款加点",
        "方案三商业贷款加点",
        "方案四商业贷款加点",
    ],
    in_plan: ["怎么贷", "贷多少年", "还款方式", "商业贷款加点"],
    kinds: ["不比", "公积金贷款", "组合贷款", "商业贷款"],
    points_hint: "在 LPR 上加几个基点（1 个基点是 0.01%），减点写负数，例如 -30",
    points_unit: "基点",
    years_unit: "年",
    points_refused: "请填 -500 到 500 的整数，例如 -30",
    points_no_rate: "LPR 加上这个点数，低于 0 或高于 36%",
    too_few: "请至少选两个方案",
    more_plans: "再加两个方案",
    cheapest: |plan, less| format!("{plan}利息最少，比最多的少付 {less}。"),
    lightest: |plan, payment| format!("{plan}第一个月还得最少，{payment}。"),
    both: |plan, less, payment| {
        format!("{plan}利息最少，比最多的少付 {less}；第一个月也还得最少，{payment}。")
    },
    same: "这几个方案的利息一样多。",
    mark_cheapest: "利息最少",
    mark_lightest: "月供最低",
    plan: |loans, term, method| format!("{loans}；{term}，{method}"),
    loan: |lender, amount, rate| format!("{lender} {amount}（{rate}%）"),
    lenders: ["公积金", "银行"],
    rows: ["第一个月还", "最后一个月还", "共付利息", "还清"],
    after: |term| format!("{term}后"),
    more: |difference| format!("多 {difference}"),
    less: |difference| format!("少 {difference}"),
    later: |term| format!("晚 {term}"),
    earlier: |term| format!("早 {term}"),
    against: "“多”“少”“早”“晚”都是和第一个方案比。",
    schedule: "看还款表",
};
