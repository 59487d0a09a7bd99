//! The words of the notice room.

/// The words of the notice room, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "问材料",
    summary: "一次说清要带什么",
};
