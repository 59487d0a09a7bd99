//! The words of the home page.

/// The words of the home page, in one language.
#[derive(Debug)]
pub struct Text {
    /// The page's heading.
    pub title: &'static str,
    /// Above the next appointment.
    pub next_appointment: &'static str,
    /// The same, when the centre will be closed at that time.
    pub displaced: &'static str,
    /// How many of the appointment's items are ready.
    pub items_ready: fn(all: usize, ready: usize) -> String,
    /// The balance, already formatted.
    pub balance: fn(amount: &str) -> String,
    /// The rate a first home over five years pays, in percent.
    pub rate: fn(percent: &str) -> String,
    /// The earliest free place: when, where.
    pub earliest: fn(when: &str, branch: &str) -> String,
    /// Nothing is free in the days that can be booked.
    pub no_slots: &'static str,
    /// For how many services the portal knows the items.
    pub services: fn(count: usize) -> String,
    /// Heading of today's opening hours.
    pub today: &'static str,
    /// A branch that does not open today.
    pub closed: &'static str,
    /// When a closed branch opens next.
    pub opens: fn(day: &str) -> String,
    /// Nobody waits.
    pub no_wait: &'static str,
    /// How long one waits.
    pub wait: fn(minutes: u16) -> String,
    /// Before the title of the centre's notice.
    pub notice: &'static str,
}

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
