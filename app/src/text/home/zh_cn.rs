//! Chinese.

use super::Text;
use crate::text::sentence::Sentence;

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "您要办什么事",
    next_appointment: "下一次预约",
    displaced: "这个时间不办公了，请另选",
    balance: |amount| format!("余额 {amount}"),
    rate: |percent| format!("首套五年以上年利率 {percent}%"),
    earliest: Sentence::new("最早 {0}，{1}"),
    no_slots: "近期的号已约满，每天放新号",
    services: |count| format!("{count} 项业务，一次说清要带什么"),
    today: "今天",
    closed: "今天不办公",
    opens: |day| format!("{day}开门"),
};
