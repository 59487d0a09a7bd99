//! Chinese.

use fund::afford::Binding;

use super::Text;

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
