//! English.

use super::{Answer, RESULT_ZH_CN, SCHEDULE_ZH_CN, Schedule};

/// English.
pub const RESULT_EN: Answer = RESULT_ZH_CN;

/// English.
pub const SCHEDULE_EN: Schedule = SCHEDULE_ZH_CN;
