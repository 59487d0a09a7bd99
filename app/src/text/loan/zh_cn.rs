//! Chinese.

use fund::quota::Change;

use super::{Form, Page, RESULT_ZH_CN, Refused, Text};

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
