//! The Housing Provident Fund's rules as pure functions.
//!
//! No I/O, no clock, no user interface, no unsafe code: everything here is a value or a function of
//! values, so the server and the browser compute the same figures from the same source.
//!
//! | question | module |
//! | --- | --- |
//! | what is an amount, a rate, a term? | [`money`], [`rate`], [`months`] |
//! | what did somebody mean by what they typed? | [`typed`] |
//! | what is the code of a thing in addresses, files and JSON? | [`code`] |
//! | what will I repay? | [`repayment`] |
//! | which way of paying for a home is cheaper? | [`plan`] |
//! | what can I afford, and what do taxes and fees take? | [`afford`], [`costs`] |
//! | what is contributed, and what becomes of it? | [`contribution`] |
//! | what interest does my account earn? | [`interest`] |
//! | what if the account repays the loan? | [`offset`] |
//! | what if I am late? | [`overdue`] |
//! | how much may I borrow, and why? | [`quota`] |
//! | who is this? | [`identity`] |
//! | what does the fund keep of members and loans? | [`records`] |
//! | which days does the centre work? | [`calendar`], [`visit`] |
//! | what must I bring? | [`notice`] |
//! | how long is it kept? | [`retention`] |
//! | in which languages does the centre say it? | [`bilingual`] |
//! | where do all the parameters come from? | [`edition`] |

pub mod afford;
pub mod bilingual;
pub mod calendar;
pub mod code;
pub mod contribution;
pub mod costs;
pub mod edition;
pub mod identity;
pub mod interest;
pub mod money;
pub mod months;
pub mod notice;
pub mod offset;
pub mod overdue;
pub mod plan;
pub mod quota;
pub mod rate;
pub mod records;
pub mod repayment;
pub mod retention;
pub mod typed;
pub mod visit;
