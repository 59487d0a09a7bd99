//! The words of the loan room. What the island says stands apart ([`RESULT_ZH_CN`]): it alone goes to the browser.

pub mod afford;
mod answer;
pub mod compare;
pub mod contribution;
pub mod existing;
pub mod offset;
pub mod overdue;
pub mod prepayment;
pub mod rates;
pub mod repayment;

use fund::quota::Change;

pub use self::answer::{Answer, RESULT_ZH_CN, SCHEDULE_ZH_CN, Schedule, method_name};

/// The words of the loan room, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
    /// The answer of an estimate, with its sliders.
    pub result: Answer,
    /// What stands around it on the page.
    pub page: Page,
    /// The form's fields.
    pub form: Form,
    /// Why a field was refused.
    pub refused: Refused,
}

/// What stands around the answer on the page.
#[derive(Debug)]
pub struct Page {
    /// Heading.
    pub title: &'static str,
    /// Above the conditions that are not met.
    pub unmet: &'static str,
    /// What was filled in that no rule asks for; the fields are given.
    pub unused: fn(fields: &str) -> String,
    /// Summary of the list of conditions.
    pub gates: &'static str,
    /// A condition that is met.
    pub met: &'static str,
    /// A condition nobody has said anything about.
    pub assumed: &'static str,
    /// A condition that is not met.
    pub not_met: &'static str,
    /// The person's loan is overdue, which the page does not reckon with.
    pub late: &'static str,
    /// The figures are an example's.
    pub example: &'static str,
    /// Some figures come from the person's account.
    pub filled_in: &'static str,
    /// These fields could not be filled in from the account; their labels are given.
    pub not_filled_in: fn(fields: &str) -> String,
    /// Heading of the form.
    pub form: &'static str,
    /// Summary of the fields fewer people need.
    pub further: &'static str,
    /// The button.
    pub submit: &'static str,
    /// How to keep the result.
    pub share: &'static str,
    /// Link to the schedule alone.
    pub to_repayment: &'static str,
    /// Link to the comparison.
    pub to_compare: &'static str,
    /// Link to what can be afforded.
    pub to_afford: &'static str,
    /// Link to the prepayment.
    pub to_prepayment: &'static str,
    /// Link to the running loan.
    pub to_existing: &'static str,
    /// Link to repaying out of the account.
    pub to_offset: &'static str,
    /// Link to the contributions.
    pub to_contribution: &'static str,
    /// Link to late payments.
    pub to_overdue: &'static str,
    /// Link to the rates.
    pub to_rates: &'static str,
    /// Heading of what would change the quota.
    pub changes: &'static str,
    /// How the changes are computed.
    pub changes_how: fn(term: &str) -> String,
    /// A change in words.
    pub change: fn(&Change) -> String,
    /// What it leads to: the quota then, how much more, the first payment.
    pub effect: fn(amount: &str, gain: &str, payment: &str) -> String,
    /// Nothing would.
    pub no_changes: &'static str,
    /// Heading of the bank's part.
    pub bank: &'static str,
    /// The bank's part: amount, rate, its payment, both payments.
    pub bank_part: fn(amount: &str, rate: &str, payment: &str, together: &str) -> String,
    /// The same where the price or the income leaves nothing to the bank.
    pub no_bank_part: &'static str,
    /// What the bank's rate rests on.
    pub bank_source: fn(day: &str, document: &str) -> String,
    /// Where the rate comes from; day and document are given.
    pub rate_source: fn(day: &str, document: &str) -> String,
    /// The last step of the trace; the unit is given.
    pub rounding: fn(unit: &str) -> String,
}

/// The form's labels and hints.
#[derive(Debug)]
pub struct Form {
    /// The price of the home.
    pub price: &'static str,
    /// How an amount may be written.
    pub price_hint: &'static str,
    /// First or second home.
    pub home: &'static str,
    /// The kind of loan.
    pub product: &'static str,
    /// One contributor or two.
    pub contributors: &'static str,
    /// Children.
    pub children: &'static str,
    /// The choices of children: none, one, two, three and more.
    pub children_choices: [&'static str; 4],
    /// The account balances.
    pub balances: &'static str,
    /// Beneath it.
    pub balances_hint: &'static str,
    /// Months of continuous contribution.
    pub months_contributed: &'static str,
    /// Beneath a term in months.
    pub months_hint: &'static str,
    /// Unit of months.
    pub months_unit: &'static str,
    /// Income.
    pub income: &'static str,
    /// Beneath it.
    pub income_hint: &'static str,
    /// Existing debts.
    pub debts: &'static str,
    /// Beneath it.
    pub debts_hint: &'static str,
    /// Floor area.
    pub area: &'static str,
    /// Beneath it.
    pub area_hint: &'static str,
    /// Unit of area.
    pub area_unit: &'static str,
    /// The spouse's balance.
    pub spouse_balances: &'static str,
    /// Beneath it and the next.
    pub spouse_hint: &'static str,
    /// The spouse's income.
    pub spouse_income: &'static str,
    /// What is contributed each month.
    pub monthly: &'static str,
    /// Beneath it.
    pub monthly_hint: &'static str,
    /// What is owed on the bank's loan.
    pub outstanding: &'static str,
    /// Beneath it.
    pub outstanding_hint: &'static str,
    /// Date of birth.
    pub birth: &'static str,
    /// Beneath it.
    pub birth_hint: &'static str,
    /// Whose retirement age applies.
    pub track: &'static str,
    /// Age of the building.
    pub building_age: &'static str,
    /// Beneath it.
    pub building_age_hint: &'static str,
    /// A certified green building.
    pub green_building: &'static str,
    /// A recognised talent.
    pub talent: &'static str,
    /// Earlier fund loans.
    pub earlier_loans: &'static str,
    /// The choices of it: none, one, two.
    pub earlier_loans_choices: [&'static str; 3],
    /// The credit record.
    pub good_credit: &'static str,
    /// Its choices: good, not good.
    pub good_credit_choices: [&'static str; 2],
    /// Nothing said, as a choice.
    pub unknown: &'static str,
    /// Headings of the folded fields: the household, the home, the borrower.
    pub groups: [&'static str; 3],
    /// Method of repayment.
    pub method: &'static str,
    /// Level payment in plain words and by its official term.
    pub level_payment: (&'static str, &'static str),
    /// Level principal in plain words and by its official term.
    pub level_principal: (&'static str, &'static str),
}

/// Why a field was refused.
#[derive(Debug)]
pub struct Refused {
    /// A message with the label of its field.
    pub field: fn(label: &str, reason: &str) -> String,
    /// An amount of zero where there must be something.
    pub zero: &'static str,
    /// A whole number in these bounds is asked for.
    pub range: fn(least: u16, most: u16) -> String,
    /// Nothing was chosen, or something that is not offered.
    pub choice: &'static str,
    /// Not a day of the calendar.
    pub date: &'static str,
    /// A rate that looks like a fraction.
    pub fraction: &'static str,
}

/// Chinese: why a field was refused.
pub const REFUSED_ZH_CN: Refused = Refused {
    field: |label, reason| format!("{label}：{reason}"),
    zero: "要大于 0",
    range: |least, most| format!("请填 {least} 到 {most} 的整数"),
    choice: "请选一项",
    date: "请填一个日期，例如 2026-11-28",
    fraction: "请按百分数填写：年利率百分之三点二五写成 3.25；真的不到 0.1% 时，请带上 %",
};

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "算贷款",
    summary: "能贷多少，每月还多少",
    result: RESULT_ZH_CN,
    page: Page {
        title: "能贷多少，每月还多少",
        unmet: "现在还不能贷",
        unused: |fields| format!("您填的“{fields}”没有影响结果：本中心现行规则对这类贷款没有这方面的规定。"),
        gates: "贷款条件",
        met: "符合",
        assumed: "办理时核对",
        not_met: "不符合",
        late: "您的贷款有逾期，请先补齐；下面按补齐以后计算。",
        example: "现在是一个例子的结果。在下面填上您自己的情况，就是您的。",
        filled_in: "余额、缴存月数、收入（缴存基数）和出生日期已按您的账户填好，可以改；退休年龄按哪一类是推算的，请在“更多条件”里核对。",
        not_filled_in: |fields| {
            format!(
                "您的账户里没有这里能用的“{fields}”（例如账户已封存、销户，或者数是 0）：下面的是例子，请改成自己的。其他的已按您的账户填好。"
            )
        },
        form: "您的情况",
        further: "更多条件：品种、配偶、子女、年龄、面积、房龄",
        submit: "重新计算",
        share: "网址里带着这次填的内容：收藏或发给家人，打开就是同样的结果。",
        to_repayment: "只算每月还款",
        to_afford: "我能买多少钱的房子",
        to_compare: "几种贷法比一比",
        to_prepayment: "提前还款能省多少",
        to_existing: "正在还的贷款：每次降息省了多少",
        to_offset: "用公积金账户冲还贷",
        to_contribution: "每月缴存多少，余额会有多少",
        to_overdue: "逾期了怎么补",
        to_rates: "历年贷款利率",
        changes: "怎样能多贷",
        changes_how: |term| {
            format!("每一项都是只改这一个条件、按同样的规则重新算出来的，其他条件照原来的（贷 {term}）。")
        },
        change: |change| match change {
            Change::SecondContributor => "配偶也缴存公积金、一起申请".to_owned(),
            Change::Months { more } => format!("再连续缴存 {more} 个月"),
            Change::Balance { more } => {
                format!(
                    "账户里再多 {}（例如加上配偶账户里的钱）",
                    crate::text::format::yuan(*more)
                )
            }
            Change::Term { months } => format!("贷款期限改为 {}", (RESULT_ZH_CN.term)(months.get())),
            Change::NoDebts => "先还清现有的其他贷款".to_owned(),
            Change::Child => "家里多一个孩子".to_owned(),
            Change::LeastDownPayment { down_payment } => {
                format!(
                    "少付首付，按最多可贷来贷（首付还需 {}）",
                    crate::text::format::yuan(*down_payment)
                )
            }
        },
        effect: |amount, gain, payment| format!("可贷 {amount}，多 {gain}；全部贷满第一个月还 {payment}"),
        no_changes: "按现有条件，改这些都不会让额度变高。",
        bank: "银行部分（组合贷款）",
        bank_part: |amount, rate, payment, together| {
            format!(
                "公积金贷到最高额度时，银行最多再贷约 {amount}（年利率按 {rate}% 算），第一个月还 {payment}；两部分第一个月一共还 {together}。"
            )
        },
        no_bank_part: "公积金贷到最高额度时，按房价和收入，银行那部分已没有余地。",
        bank_source: |day, document| {
            format!(
                "银行利率按 {day}的 5 年期以上 LPR 估算，依据：{document}。实际利率和能不能贷由银行决定。"
            )
        },
        rate_source: |day, document| format!("年利率自 {day}起执行，依据：{document}"),
        rounding: |unit| format!("取上面最少的一项，向下取整到 {unit}"),
    },
    form: Form {
        price: "房价",
        price_hint: "可以写 80万 或 800000",
        home: "第几套房",
        product: "贷款品种",
        contributors: "几个人缴存公积金",
        children: "家里有几个孩子",
        children_choices: ["没有", "一个", "两个", "三个或更多"],
        balances: "账户里的钱（缴存余额）",
        balances_hint: "两人一起贷的，填两人合计，或在“更多条件”里另填配偶的",
        months_contributed: "连续缴存了几个月",
        months_hint: "1 到 360 个月；30 年是 360 个月",
        months_unit: "个月",
        income: "家庭月收入",
        income_hint: "不清楚就填缴存基数，两人的加起来",
        debts: "现在每月还的其他贷款",
        debts_hint: "没有就不填",
        area: "房子面积",
        area_hint: "不填也能算",
        area_unit: "平方米",
        spouse_balances: "配偶账户里的钱",
        spouse_hint: "上面填的是两人合计，就不用再填",
        spouse_income: "配偶的月收入",
        monthly: "每月存入账户的钱（月缴存额）",
        monthly_hint: "单位和个人两部分合计；填了才能算出“再缴存一年”会多贷多少",
        outstanding: "商业贷款还欠多少",
        outstanding_hint: "只有商转公要填",
        birth: "出生日期",
        birth_hint: "填了才会按退休年龄算最长能贷多久",
        track: "退休年龄按哪一类",
        building_age: "房龄（二手房）",
        building_age_hint: "新房不填",
        green_building: "绿色建筑（有认证）",
        talent: "本市认定的人才",
        earlier_loans: "以前用过几次公积金贷款",
        earlier_loans_choices: ["没用过", "一次", "两次或更多"],
        good_credit: "征信记录",
        good_credit_choices: ["良好", "有逾期记录"],
        unknown: "不确定",
        groups: ["家庭", "房子", "借款人"],
        method: "还款方式",
        level_payment: ("每月一样多", "等额本息"),
        level_principal: ("逐月减少", "等额本金"),
    },
    refused: REFUSED_ZH_CN,
};
