//! Chinese.

use super::Text;

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "您要办什么事",
    next_appointment: "下一次预约",
    displaced: "这个时间不办公了，请另选",
    items_ready: |all, ready| format!("{all} 份材料，已备 {ready} 份"),
    balance: |amount| format!("余额 {amount}"),
    rate: |percent| format!("首套五年以上年利率 {percent}%"),
    earliest: |when, branch| format!("最早 {when}，{branch}"),
    no_slots: "近期的号已约满，每天放新号",
    services: |count| format!("{count} 项业务，一次说清要带什么"),
    today: "今天",
    closed: "今天不办公",
    opens: |day| format!("{day}开门"),
    no_wait: "现在不用等",
    wait: |minutes| format!("约等 {minutes} 分钟"),
    notice: "通知",
};
