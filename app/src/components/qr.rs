//! A QR code with what it is for. The server makes the code; here it becomes one SVG path.

use std::fmt::Write;

use leptos::prelude::*;

/// The light border a scanner needs, in modules (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// A square of dark and light modules, row by row from the top left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrMatrix {
    width: usize,
    dark: Vec<bool>,
}

impl QrMatrix {
    /// `None` when the modules do not make a square of this width.
    pub fn new(width: usize, dark: Vec<bool>) -> Option<Self> {
        (width.checked_mul(width) == Some(dark.len())).then_some(Self { width, dark })
    }

    /// One path of horizontal runs.
    fn path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.dark.chunks(self.width.max(1)).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run.first() == Some(&true) {
                    let _ = write!(
                        path,
                        "M{} {}h{}v1h-{}z",
                        x + QUIET,
                        y + QUIET,
                        run.len(),
                        run.len()
                    );
                }
                x += run.len();
            }
        }
        path
    }
}

/// A QR code, dark on light in every colour scheme, with a line beneath that says what it opens.
///
/// ```
/// # use app::components::{Qr, QrMatrix};
/// # use leptos::prelude::*;
/// # fn view(matrix: QrMatrix) {
/// view! { <Qr matrix label="核验二维码" caption="扫一扫核验真伪"/> };
/// # }
/// ```
#[component]
pub fn Qr(
    /// The code.
    matrix: QrMatrix,
    /// What it is, for a screen reader.
    #[prop(into)]
    label: String,
    /// What it is for.
    #[prop(into)]
    caption: String,
) -> impl IntoView {
    let side = matrix.width + 2 * QUIET;
    view! {
        <figure class="qr">
            <svg viewBox=format!("0 0 {side} {side}") role="img" aria-label=label shape-rendering="crispEdges"
                focusable="false">
                <rect width=side height=side fill="#fff"/>
                <path d=matrix.path() fill="#000"/>
            </svg>
            <figcaption class="soft">{caption}</figcaption>
        </figure>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::html;

    #[test]
    fn looks_like_this() {
        let matrix = QrMatrix::new(2, vec![true, true, false, true]).expect("a square");
        insta::assert_snapshot!(html(
            || view! { <Qr matrix label="核验二维码" caption="扫一扫核验真伪"/> }
        ));
    }

    #[test]
    fn only_a_square_is_a_code() {
        assert_eq!(QrMatrix::new(2, vec![true; 3]), None);
        assert_eq!(QrMatrix::new(usize::MAX, vec![true; 3]), None);
    }
}
