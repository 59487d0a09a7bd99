//! The words of signing in and of the account room.

/// The words of signing in and of the account room, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "查余额",
    summary: "账户、明细、我的贷款",
};
