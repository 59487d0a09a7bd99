//! English.

use super::{REFUSED_ZH_CN, Refused, Text, ZH_CN};

/// English.
pub const REFUSED_EN: Refused = REFUSED_ZH_CN;

/// English.
pub const EN: Text = ZH_CN;
