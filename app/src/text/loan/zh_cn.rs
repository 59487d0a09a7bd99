//! Chinese.

use super::{
    Form, Page, Refusals, Text, afford, common, compare, contribution, estimate, existing, offset, overdue,
    prepayment, rates, repayment,
};

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "算贷款",
    summary: "能贷多少，每月还多少",
    common: common::ZH_CN,
    page: Page {
        unmet: "现在还不能贷",
        late: "您的贷款有逾期，请先补齐；下面按补齐以后计算。",
        example: "现在是一个例子的结果。在下面填上您自己的情况，就是您的。",
        not_filled_in: |fields| {
            format!(
                "您的账户里没有这里能用的“{fields}”（例如账户已封存、销户，或者数是 0）：下面的是例子，请改成自己的。其他的已按您的账户填好。"
            )
        },
        stale: "条件改了，或者还没填对：显示的还是原来的结果，请点“重新计算”。",
        form: "您的情况",
        submit: "重新计算",
        share: "网址里带着这次填的内容：收藏或发给家人，打开就是同样的结果。",
        to_overdue: "逾期了怎么补",
    },
    form: Form {
        typed: |yuan| match (yuan / 10_000, yuan % 10_000) {
            (ten_thousands @ 1.., 0) => format!("{ten_thousands}万"),
            _ => yuan.to_string(),
        },
        price_hint: "可以写 80万 或 800000",
        months_hint: "1 到 360 个月；30 年是 360 个月",
        months_unit: "个月",
        years_unit: "年",
        day_unit: "号",
        level_payment: ("每月一样多", "等额本息"),
        level_principal: ("逐月减少", "等额本金"),
    },
    refusals: Refusals {
        zero: "要大于 0",
        range: |least, most| format!("请填 {least} 到 {most} 的整数"),
        choice: "请选一项",
        date: "请填一个日期，例如 2026-11-28",
        points: "请填 -500 到 500 的整数，例如 -30",
        fraction: "请按百分数填写：年利率百分之三点二五写成 3.25；真的不到 0.1% 时，请带上 %",
    },
    estimate: estimate::ZH_CN,
    afford: afford::ZH_CN,
    compare: compare::ZH_CN,
    repayment: repayment::ZH_CN,
    prepayment: prepayment::ZH_CN,
    existing: existing::ZH_CN,
    offset: offset::ZH_CN,
    contribution: contribution::ZH_CN,
    overdue: overdue::ZH_CN,
    rates: rates::ZH_CN,
};
