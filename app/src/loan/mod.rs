//! Loan (贷款): how much somebody may borrow, and what they repay.
//!
//! | file | what |
//! | --- | --- |
//! | [`estimate`] | the page `/loan`: the answer first, then the form it rests on |
//! | [`result`] | the answer in it |
//! | [`explorer`] | the island in it: amount and term by slider, computed in the browser |
//! | [`form`] | what was typed, and what it means |
//! | [`afford`] | the page `/loan/afford`: the highest price that savings and a monthly budget carry |
//! | [`compare`] | the page `/loan/compare`: ways to borrow, side by side |
//! | [`repayment`] | the page `/loan/repayment`: what a given loan costs |
//! | [`existing`] | the page `/loan/existing`: a loan that runs, replayed and compared with its ledger |
//! | [`prepayment`] | the page `/loan/prepayment`: what repaying ahead saves |
//! | [`rates`] | the page `/loan/rates`: what loans cost through the years |
//! | [`offset`] | the page `/loan/offset`: the account repays the loan |
//! | [`overdue`] | the page `/loan/overdue`: what makes a late loan current |
//! | [`contribution`] | the page `/loan/contribution`: what is contributed, and what becomes of it |
//! | `answer` | every figure of the answer, the same on the server and in the browser |
//! | `start` | what the island starts from |
//! | [`sheet`], `inputs` | the forms of the other pages: what was typed, what it means, how it is asked |
//! | `due` | due days, as a date and the day of the month say it |
//! | `live` | the island of the other pages: the answer follows what is typed |
//! | `still` | pages whose answer does not move |
//! | `parts` | what answers are made of, as HTML |
//! | `table`, `chart` | a schedule as a table and as a picture |

pub mod afford;
mod answer;
mod asked;
mod chart;
pub mod compare;
pub mod contribution;
#[cfg(feature = "hydrate")]
mod dom;
mod due;
pub mod estimate;
pub mod existing;
pub mod explorer;
pub mod form;
mod inputs;
mod live;
pub mod more;
mod number;
pub mod offset;
pub mod overdue;
mod parts;
pub mod prepayment;
pub mod rates;
pub mod repayment;
pub mod result;
pub mod sheet;
mod start;
mod still;
mod table;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod unused;
