//! The words of the visit room.

/// The words of the visit room, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "约办理",
    summary: "选网点和时间，到了不用等",
};
