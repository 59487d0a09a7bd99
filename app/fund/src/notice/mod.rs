//! What must I bring? Questions that decide it, and the slip that says it once and for all (一次性告知单).
//!
//! A [`Flow`] is one service as plain data: its questions in order, the items, the refusals, the promise. It
//! holds no code; what depends on an answer says so with a [`Condition`] over *earlier* answers. The centre
//! writes flows as TOML and [`Flow::from_toml`] (feature `load`) refuses one that could leave a person
//! without an answer: every way through it is walked when it is loaded.
//!
//! [`Flow::step`] is the whole engine: from the [`Answers`] given so far to the next question or the
//! [`Outcome`]. Answers live in the address by question code, so that any of them can be changed and
//! a page can be linked; those to questions no longer asked are dropped, never silently counted.
//!
//! | file | what |
//! | --- | --- |
//! | `flow` | the data: questions, items, refusals |
//! | `answer` | what people type, read into values |
//! | `condition` | what depends on which answer |
//! | `step` | the next question or the outcome |
//! | `promise` | when it will be done |
//! | `walk` | every way through a flow: for the checks and the drawing |
//! | `mermaid` | a flow drawn as a graph |
//! | `load/` | from TOML, with its checks |

mod answer;
mod condition;
mod flow;
#[cfg(feature = "load")]
mod load;
mod mermaid;
mod promise;
mod step;
#[cfg(test)]
mod tests;
mod walk;

pub use answer::{AnswerError, Answers, Value};
pub use condition::{Condition, Test, Threshold};
pub use flow::{
    AnswerOption, AnswerText, Channel, Flow, Item, Kind, Meta, Note, Paper, Question, Refusal, RefusalReason,
};
#[cfg(feature = "load")]
pub use load::FlowError;
pub use promise::{PaidFrom, Promise, PromiseDates};
pub use step::{GivenAnswer, NumberedPaper, Outcome, Step};
