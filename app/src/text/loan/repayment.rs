//! The words of `/loan/repayment`.

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// The principal of a loan.
    pub principal: &'static str,
    /// A term in months.
    pub months: &'static str,
    /// An annual rate.
    pub annual_rate: &'static str,
    /// Today's rates: first home up to five years and longer, second home likewise.
    pub rates_today: fn(rates: [&str; 4]) -> String,
    /// Method of repayment.
    pub method: &'static str,
    /// Summary of the fields about days.
    pub by_days: &'static str,
    /// Day of granting.
    pub granted_on: &'static str,
    /// Why it was refused: only the due day was given.
    pub granted_on_missing: &'static str,
    /// Beneath it.
    pub granted_on_hint: &'static str,
    /// Day of the month instalments are due.
    pub due_day: &'static str,
    /// Beneath it.
    pub due_day_hint: &'static str,
    /// Its unit.
    pub due_day_unit: &'static str,
    /// How the first period is counted.
    pub first_period: &'static str,
    /// By whole months, or by days; each in plain words and with its formula.
    pub first_periods: [(&'static str, &'static str); 2],
    /// Summary of the fields about the bank's loan.
    pub by_bank: &'static str,
    /// What the bank lends.
    pub bank_principal: &'static str,
    /// Beneath it.
    pub bank_principal_hint: &'static str,
    /// Refused: a term of the bank's loan without its amount.
    pub bank_principal_missing: &'static str,
    /// For how many months.
    pub bank_months: &'static str,
    /// Beneath it.
    pub bank_months_hint: &'static str,
    /// At which rate.
    pub bank_annual_rate: &'static str,
    /// Beneath it; the loan prime rate is given.
    pub bank_annual_rate_hint: fn(prime: &str) -> String,
    /// How it is repaid.
    pub bank_method: &'static str,
    /// Label of the first payment of two loans.
    pub both_first: &'static str,
    /// Of it to the fund and to the bank; both already formatted.
    pub both_parts: fn(fund: &str, bank: &str) -> String,
    /// Interest of two loans: altogether, to the fund, to the bank.
    pub both_interest: fn(total: &str, fund: &str, bank: &str) -> String,
    /// From when to when is repaid.
    pub from_to: fn(first: &str, last: &str) -> String,
    /// The first period counted by days: how many, its interest, and how far that is from a month's.
    pub first_by_days: fn(days: u32, interest: &str, difference: &str, more: bool) -> String,
    /// Before the links to the files.
    pub keep: &'static str,
    /// The files and the page to print: CSV, XLSX, calendar, print.
    pub files: [&'static str; 4],
    /// Beneath the links while there is no day of granting.
    pub no_calendar: &'static str,
    /// Heading of the page to print.
    pub print_title: &'static str,
    /// How to print it.
    pub print_hint: &'static str,
    /// Rows of its summary: the fund's loan, the bank's, granted on, altogether.
    pub print_rows: [&'static str; 4],
    /// A loan in words: amount, months, rate, method.
    pub print_loan: fn(amount: &str, months: u16, rate: &str, method: &str) -> String,
    /// The sum in words: paid, interest.
    pub print_total: fn(paid: &str, interest: &str) -> String,
    /// Heads of the columns: number, due on, payment, principal, interest, balance.
    pub columns: [&'static str; 6],
    /// Heads of the columns of two loans: the fund's payment, the bank's.
    pub part_columns: [&'static str; 2],
    /// The sum of a year.
    pub year_sum: &'static str,
    /// Title of an entry in the calendar; the amount is given.
    pub due_entry: fn(amount: &str) -> String,
    /// Its note: which instalment of how many, and what is still owed.
    pub due_note: fn(number: u16, of: usize, balance: &str) -> String,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "每月还多少",
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
    due_day_unit: "日",
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
    both_first: "第一个月一共还",
    both_parts: |fund, bank| format!("公积金贷款 {fund}，商业贷款 {bank}"),
    both_interest: |total, fund, bank| format!("共付利息 {total}：公积金贷款 {fund}，商业贷款 {bank}"),
    from_to: |first, last| format!("{first}第一次还款，{last}还清"),
    first_by_days: |days, interest, difference, more| {
        let compared = if more { "多" } else { "少" };
        format!("第一期 {days} 天，利息 {interest}，比按整月{compared} {difference}")
    },
    keep: "存下来",
    files: ["表格（CSV）", "表格（Excel）", "还款日历（ics）", "打印（A4）"],
    no_calendar: "填上放款日，还能把每个还款日存进手机日历。",
    print_title: "还款计划表",
    print_hint: "用浏览器的“打印”，纸张选 A4；手机上可以“存为 PDF”。",
    print_rows: ["公积金贷款", "商业贷款", "放款日", "合计"],
    print_loan: |amount, months, rate, method| format!("{amount}，{months} 个月，年利率 {rate}%，{method}"),
    print_total: |paid, interest| format!("还款 {paid}，其中利息 {interest}"),
    columns: ["期", "还款日", "还款", "本金", "利息", "还欠"],
    part_columns: ["公积金贷款还款", "商业贷款还款"],
    year_sum: "全年",
    due_entry: |amount| format!("还房贷 {amount}"),
    due_note: |number, of, balance| format!("第 {number} 期，共 {of} 期。还完这期还欠 {balance}。"),
};
