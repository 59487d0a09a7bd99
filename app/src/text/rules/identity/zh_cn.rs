//! Chinese.

use super::{CreditCodeText, IdText, PhoneText, Text};
use crate::text::sentence::Sentence;

/// Chinese.
pub const ZH_CN: Text = Text {
    id: IdText {
        empty: "请填写身份证号码",
        length: Sentence::new("身份证号码应为 18 位，现在是 {0} 位"),
        old_form: "15 位的旧号码已停用，请填写现在身份证上的 18 位号码",
        character: Sentence::new("身份证号码第 {0} 位不对：前 17 位只能是数字，最后一位是数字或 X"),
        birth: "身份证号码第 7 至 14 位不是有效的出生日期，请核对",
        check: "身份证号码有一位填错了（校验位不符），请对照证件核对",
    },
    phone: PhoneText {
        empty: "请填写手机号码",
        length: Sentence::new("手机号码应为 11 位，现在是 {0} 位"),
        character: "手机号码只能是数字",
        prefix: "手机号码应以 13 至 19 开头",
    },
    credit_code: CreditCodeText {
        empty: "请填写统一社会信用代码",
        length: Sentence::new("统一社会信用代码应为 18 位，现在是 {0} 位"),
        character: Sentence::new("统一社会信用代码第 {0} 位不对：只用数字和大写字母，不用 I、O、S、V、Z"),
        check: "统一社会信用代码有一位填错了（校验位不符），请对照营业执照核对",
    },
};
