//! The words of `/loan/afford`.

use fund::afford::Binding;

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// What can be paid at once.
    pub savings: &'static str,
    /// Beneath it.
    pub savings_hint: &'static str,
    /// What can be paid each month.
    pub budget: &'static str,
    /// Beneath it.
    pub budget_hint: &'static str,
    /// The price of a square metre.
    pub per_square_metre: &'static str,
    /// The term.
    pub years: &'static str,
    /// Its unit.
    pub years_unit: &'static str,
    /// Method of repayment.
    pub method: &'static str,
    /// New home or resale.
    pub market: &'static str,
    /// The choices of it.
    pub markets: [&'static str; 2],
    /// Whether a bank lends too.
    pub bank: &'static str,
    /// The choices of it: yes, no.
    pub banks: [&'static str; 2],
    /// What the bank adds to the prime rate.
    pub points: &'static str,
    /// Summary of the household's fields.
    pub household: &'static str,
    /// First or second home.
    pub home: &'static str,
    /// One contributor or two.
    pub contributors: &'static str,
    /// The account balances together.
    pub balances: &'static str,
    /// Beneath it.
    pub balances_hint: &'static str,
    /// Children.
    pub children: &'static str,
    /// Their unit.
    pub children_unit: &'static str,
    /// Months of continuous contribution.
    pub months_contributed: &'static str,
    /// The household's monthly income.
    pub income: &'static str,
    /// Beneath it.
    pub income_hint: &'static str,
    /// The answer leads with it.
    pub highest: &'static str,
    /// Nothing can be bought.
    pub nothing: &'static str,
    /// The area at a price per square metre.
    pub area: fn(area: &str, per: &str) -> String,
    /// What decides it.
    pub binding: fn(Binding) -> &'static str,
    /// The budget was lowered to what the income may carry.
    pub budget_cut: fn(share: u16, budget: &str) -> String,
    /// Rows: the fund's loan, the bank's, first payment, down payment, taxes and fees, cash.
    pub rows: [&'static str; 6],
    /// A loan in words: amount and rate.
    pub loan: fn(amount: &str, rate: &str) -> String,
    /// No loan.
    pub no_loan: &'static str,
    /// Link to the schedule.
    pub schedule: &'static str,
    /// Summary of the taxes and fees.
    pub costs: &'static str,
    /// Summary of the table of rates.
    pub moves: &'static str,
    /// Heads of its columns: rates, price, difference.
    pub move_heads: [&'static str; 3],
    /// So many hundredths of a percent more or less for both loans.
    pub moved: fn(points: i32) -> String,
    /// A price more or less than now.
    pub difference: fn(amount: &str, more: bool) -> String,
    /// No difference.
    pub no_difference: &'static str,
    /// Rates that are none.
    pub no_rate: &'static str,
    /// Summary of what it rests on.
    pub basis: &'static str,
    /// The fund's limit: amount, and the limit that decides it.
    pub fund_most: fn(amount: &str, limit: &str) -> String,
    /// Conditions that are not met.
    pub unmet: &'static str,
    /// Said when figures come from the person's account.
    pub filled_in: &'static str,
    /// Who is near retirement borrows for fewer years.
    pub years_hint: &'static str,
    /// Refused: longer than anybody lends; the most years.
    pub longest: fn(years: u16) -> String,
    /// Refused: nothing is lent for such a home.
    pub home_not_lent: &'static str,
    /// How it is computed.
    pub convention: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "我能买多少钱的房子",
    savings: "现在能拿出的钱",
    savings_hint: "付首付、税费用的，不含要留着应急的",
    budget: "每月最多还多少",
    budget_hint: "公积金贷款和商业贷款一共",
    per_square_metre: "每平方米房价",
    years: "贷多少年",
    years_unit: "年",
    method: "还款方式",
    market: "新房还是二手房",
    markets: ["新房", "二手房"],
    bank: "公积金不够时，也向银行贷款吗",
    banks: ["也向银行贷（组合贷款）", "只用公积金贷款"],
    points: "商业贷款加点",
    household: "您家的情况",
    home: "第几套房",
    contributors: "几个人缴存公积金",
    balances: "账户里的钱（缴存余额）",
    balances_hint: "两人一起贷的，填两人合计",
    children: "家里有几个孩子",
    children_unit: "个",
    months_contributed: "连续缴存了几个月",
    income: "家庭月收入",
    income_hint: "填了才按收入核对每月能还多少",
    highest: "最高可买",
    nothing: "按这些钱还买不了房：先多攒一些首付，或把每月能还的填大一些再看。",
    area: |area, per| format!("约 {area} 平方米（每平方米 {per}）"),
    binding: |binding| match binding {
        Binding::Budget => "卡在：每月最多还多少",
        Binding::Savings => "卡在：首付和税费要用的钱",
        Binding::FundLimit => "卡在：公积金最多能贷的数",
        Binding::Area => "卡在：面积再大，首付比例要提高",
        Binding::LargestArea => "卡在：面积再大，公积金不能贷款",
    },
    budget_cut: |share, budget| format!("月供不能超过家庭月收入的 {share}%，按 {budget}计算。"),
    rows: [
        "公积金贷款",
        "商业贷款",
        "第一个月一共还",
        "首付",
        "税费",
        "买房时一共要付",
    ],
    loan: |amount, rate| format!("{amount}（{rate}%）"),
    no_loan: "不用",
    schedule: "看这笔贷款的还款表",
    costs: "税费明细",
    moves: "利率变了，能买多少",
    move_heads: ["两种利率都", "最高可买（元）", "和现在比"],
    moved: |points| {
        let size = points.unsigned_abs();
        let percent = format!("{}.{:02}%", size / 100, size % 100);
        match points {
            0 => "不变".to_owned(),
            1.. => format!("高 {percent}"),
            _ => format!("低 {percent}"),
        }
    },
    difference: |amount, more| format!("{} {amount}", if more { "多" } else { "少" }),
    no_difference: "—",
    no_rate: "利率会低于 0",
    basis: "依据",
    fund_most: |amount, limit| format!("公积金最多贷 {amount}（卡在：{limit}）"),
    unmet: "现在还不能申请公积金贷款。下面按满足条件以后计算。",
    filled_in: "余额、缴存月数、收入和按年龄最多能贷的年限已按您的账户填好，可以改。",
    years_hint: "快退休的人能贷的年限会短些，先到“能贷多少”看看",
    longest: |years| format!("贷多少年：最长 {years} 年"),
    home_not_lent: "公积金不给第二套房贷款",
    convention: "先用公积金贷款，不够的由银行贷。首付按公积金贷款的最低比例；税费按购房价计，网签价含增值税的，契税会略少。",
};
