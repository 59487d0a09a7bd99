//! The words for when something went wrong.

/// The words for when something went wrong, in one language.
#[derive(Debug)]
pub struct Text {
    /// Put before the title of a page whose form was refused, so that a screen reader says it first.
    pub title_prefix: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    title_prefix: "有错误：",
};
