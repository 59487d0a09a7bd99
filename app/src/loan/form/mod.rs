//! What the forms of the room share.
//!
//! Each page names its fields by an enum ([`FormField`], mostly by the macro `fields!`); the rest is the same for all of them:
//!
//! ```text
//! address ── Typed<Field> ─┬─ Reader ── what it means, or FormErrors
//!                          └─ Inputs ── the inputs, with what was typed and what is wrong beside it
//! ```

pub(super) mod choices;
mod due_day;
mod field;
mod inputs;
mod points;
mod reader;
mod units;

pub(super) use self::{
    due_day::due_days,
    field::fields,
    inputs::{Inputs, Slider},
    reader::{Reader, Reasons},
    units::Unit,
};
pub use self::{
    field::{FormField, Typed},
    points::{NotPoints, Points},
};
