//! Chinese.

use super::Format;
use crate::text::sentence::{Count, Sentence};

/// Chinese.
pub const ZH_CN: Format = Format {
    yuan: Sentence::new("{0} 元"),
    yuan_unit: "元",
    date: Sentence::new("{2}年{1}月{0}日"),
    month: Sentence::new("{1}年{0}月"),
    near_day: Sentence::new("{1}月{0}日（{2}）"),
    full_day: Sentence::new("{3}年{1}月{0}日（{2}）"),
    months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
    day_and_time: Sentence::new("{0}{1}"),
    morning: Sentence::new("上午 {0}"),
    afternoon: Sentence::new("下午 {0}"),
    twelve_hours: false,
    span: Sentence::new("{0}–{1}"),
    seconds: Count::same("{0} 秒"),
    minutes: Count::same("{0} 分钟"),
    years: Count::same("{0} 年"),
    month_count: Count::same("{0} 个月"),
    labelled: Sentence::new("{0}：{1}"),
    bracketed: Sentence::new("{0}（{1}）"),
    joined: Sentence::new("{0}，{1}"),
    full_stop: "。",
    between_items: "、",
    between_clauses: "；",
    quoted: Sentence::new("“{0}”"),
};
