//! Chinese.

use super::{AmountText, RateText, TermText, Text};

/// Chinese.
pub const ZH_CN: Text = Text {
    amount: AmountText {
        empty: "请填写金额",
        not_a_number: "金额只能是数字，例如 600000 或 60万",
        too_many_places: "金额最多精确到分",
        negative: "金额不能是负数",
        too_large: "金额太大，请检查",
    },
    rate: RateText {
        not_a_number: "请填利率，只能是数字，例如 3.25",
        out_of_range: "年利率应在 0 到 36 之间（%）",
        too_many_places: "利率最多六位小数",
    },
    term: TermText {
        not_a_number: "贷款期限只能是整数（月）",
        out_of_range: "贷款期限应在 1 到 360 个月之间",
    },
    area: "面积只能是数字（平方米），最多两位小数，例如 89.5",
};
