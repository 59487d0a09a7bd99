//! The words of public information.

/// The words of public information, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "信息公开",
    summary: "制度、利率、年度报告",
};
