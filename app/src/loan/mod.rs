//! Loan (贷款): how much somebody may borrow, and what they repay.
//!
//! | what | where |
//! | --- | --- |
//! | every address of the room | [`paths`] |
//! | what forms share: fields, reading, inputs | [`form`] |
//! | what answers share: the traits, parts, chart, schedule | [`answer`] |
//! | what pages share: where figures come from, the frame, sources | [`page`] |
//! | the calculators, each with `form`, `answer`, `page` | [`estimate`], [`afford`], [`compare`], [`repayment`], [`prepayment`], [`existing`], [`offset`], [`contribution`], [`overdue`] |
//! | a page of rates, without a form | [`rates`] |
//! | the browser's part; it alone knows the calculators | `live` |
//!
//! Each imports from those above it.

pub mod afford;
pub mod answer;
pub mod compare;
pub mod contribution;
pub mod estimate;
pub mod existing;
pub mod form;
#[cfg(feature = "hydrate")]
pub mod live;
pub mod offset;
pub mod overdue;
pub mod page;
pub mod paths;
pub mod prepayment;
pub mod rates;
pub mod repayment;
