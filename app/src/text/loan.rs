//! The words of the loan room.

/// The words of the loan room, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "算贷款",
    summary: "能贷多少，每月还多少",
};
