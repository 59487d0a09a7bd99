//! A long list in pieces.

/// Lines of a ledger, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// At most as many as were asked for.
    pub lines: Vec<T>,
    /// Give this as `before` for the lines that follow; none at the end.
    pub next: Option<u32>,
}

impl<T> Page<T> {
    /// A page of at most `limit` of the lines found, each with its number, of which one more than `limit` were asked for.
    pub(super) fn cut(mut found: Vec<(u32, T)>, limit: u16) -> Self {
        let more = found.len() > usize::from(limit);
        found.truncate(usize::from(limit));
        Self {
            next: found.last().filter(|_| more).map(|(line, _)| *line),
            lines: found.into_iter().map(|(_, line)| line).collect(),
        }
    }
}
