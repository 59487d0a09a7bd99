//! Addresses as QR codes, for what people keep on paper.

use app::components::QrMatrix;
use qrcode::{Color, EcLevel, QrCode};

/// The address as a code that still reads with a coffee stain on it; none if it is too long for one.
pub(crate) fn code(address: &str) -> Option<QrMatrix> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let dark = code.to_colors().into_iter().map(|color| color == Color::Dark);
    QrMatrix::new(code.width(), dark.collect())
}
