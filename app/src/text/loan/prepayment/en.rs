//! English.

use super::{Text, ZH_CN};

/// English.
pub const EN: Text = ZH_CN;
