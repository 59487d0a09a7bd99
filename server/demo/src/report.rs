//! What the edition's report says of the two halves of the city.

use fund::edition::{Edition, Figure, Scope};
use fund::money::Fen;

/// The halves of the city that the report tells apart: the city proper (市直), and the counties around it.
pub(crate) const CITY: usize = 0;
pub(crate) const COUNTIES: usize = 1;

/// The figures that keep the report's proportions, by their codes there.
const FIGURES: [&str; 3] = ["collected", "lent", "withdrawn"];
pub(crate) const COLLECTED: usize = 0;
pub(crate) const LENT: usize = 1;
pub(crate) const WITHDRAWN: usize = 2;

/// The three figures of the last twelve months.
pub(crate) type Totals = [Fen; 3];

/// The totals of the edition's report for each half of the city, and the product it counts apart.
pub(crate) fn report(edition: &Edition) -> Option<([Totals; 2], &Figure)> {
    let figures = || edition.reports.iter().flat_map(|report| &report.figures);
    let mut reported = [Totals::default(); 2];
    for (at, code) in FIGURES.into_iter().enumerate() {
        let figures = || figures().filter(|figure| figure.code == code);
        let amount = |scope| figures().find(|figure| figure.scope == scope)?.amount;
        reported[CITY][at] = amount(Scope::CityProper)?;
        reported[COUNTIES][at] = amount(Scope::WholeCity)? - reported[CITY][at];
    }
    let product = figures().find(|figure| figure.share_of_count.is_some())?;
    Some((reported, product))
}
