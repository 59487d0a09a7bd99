//! Chinese.

use fund::quota::Change;

use super::{Answer, Form, Text};
use crate::text::{rules::quota, sentence::Sentence, shell};

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "能贷多少，每月还多少",
    answer: Answer {
        quota: "最多可贷",
        binding: Sentence::new("卡在：{0}"),
        limits: quota::ZH_CN.limits,
        more: [
            "已到政策规定的最高额度。夫妻双方都缴存、多子女家庭，最高额度可能更高。",
            "账户里的钱再多一些，或夫妻两人的账户一起算，额度会提高。",
            "受房价和最低首付限制：房子的总价决定了贷款最多这么多。",
            "受家庭月收入限制：贷得久一些、加上配偶的收入，或先还清别的贷款，额度会提高。",
            "受贷款期限限制：超过了最长可贷的时间。",
            "商转公最多贷到原商业贷款还欠的数。",
        ],
        beyond: Sentence::new("想贷的 {0}超过了可贷额度，按 {1}计算。"),
        shorter: Sentence::new("想贷 {0}，最长只能贷 {1}。"),
        loan: Sentence::new("贷 {0}、{1}"),
        why: "为什么是这个数",
        decides: shell::ZH_CN.binding,
        capacity: quota::ZH_CN.working.capacity,
    },
    form: Form {
        amount: "想贷多少",
        amount_hint: "不填就按最多可贷计算",
        amount_slider: "拖动改贷款金额",
        years: "贷多少年",
        years_slider: "拖动改贷款年限",
        price: "房价",
        home: "第几套房",
        product: "贷款品种",
        contributors: "几个人缴存公积金",
        children: "家里有几个孩子",
        children_choices: ["没有", "一个", "两个", "三个或更多"],
        balances: "账户里的钱（缴存余额）",
        balances_hint: "两人一起贷的，填两人合计，或在“更多条件”里另填配偶的",
        months_contributed: "连续缴存了几个月",
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
        method: "还款方式",
        further: "更多条件：品种、配偶、子女、年龄、面积、房龄",
        groups: ["家庭", "房子", "借款人"],
    },
    unused: |fields| format!("您填的“{fields}”没有影响结果：本中心现行规则对这类贷款没有这方面的规定。"),
    gates: "贷款条件",
    met: "符合",
    assumed: "办理时核对",
    not_met: "不符合",
    filled_in: "余额、缴存月数、收入（缴存基数）和出生日期已按您的账户填好，可以改；退休年龄按哪一类是推算的，请在“更多条件”里核对。",
    links: [
        "只算每月还款",
        "我能买多少钱的房子",
        "几种贷法比一比",
        "提前还款能省多少",
        "正在还的贷款：每次降息省了多少",
        "用公积金账户冲还贷",
        "每月缴存多少，余额会有多少",
        "逾期了怎么补",
        "历年贷款利率",
    ],
    changes: "怎样能多贷",
    changes_how: |term| {
        format!("每一项都是只改这一个条件、按同样的规则重新算出来的，其他条件照原来的（贷 {term}）。")
    },
    change: |change, format| match change {
        Change::SecondContributor => "配偶也缴存公积金、一起申请".to_owned(),
        Change::Months { more } => format!("再连续缴存 {more} 个月"),
        Change::Balance { more } => format!("账户里再多 {}（例如加上配偶账户里的钱）", format.yuan(*more)),
        Change::Term { months } => format!("贷款期限改为 {}", format.term(months.get())),
        Change::NoDebts => "先还清现有的其他贷款".to_owned(),
        Change::Child => "家里多一个孩子".to_owned(),
        Change::LeastDownPayment { down_payment } => {
            format!(
                "少付首付，按最多可贷来贷（首付还需 {}）",
                format.yuan(*down_payment)
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
    bank_source: Sentence::new(
        "银行利率按 {0}的 5 年期以上 LPR 估算，依据：{1}。实际利率和能不能贷由银行决定。",
    ),
    rate_source: Sentence::new("年利率自 {0}起执行，依据：{1}"),
    rounding: |unit| format!("取上面最少的一项，向下取整到 {unit}"),
};
