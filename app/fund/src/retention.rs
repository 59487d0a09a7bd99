//! How long what people leave behind is kept (保存期限). The days are the centre's to decide; they are data of the edition.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::quota::Basis;

/// How many days after its use something is kept before it is deleted for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Slips, after the last day they hold.
    pub slip_days: u16,
    /// Appointments and their slots, after the visit's time; above zero.
    pub appointment_days: u16,
    /// Sessions, after they end.
    pub session_days: u16,
    /// Where that is decided.
    pub basis: Basis,
}

/// The first day that is still kept of each: what ended before it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptFrom {
    /// Slips that hold until this day or longer.
    pub slips: NaiveDate,
    /// Appointments on this day or later.
    pub appointments: NaiveDate,
    /// Sessions that end on this day or later.
    pub sessions: NaiveDate,
}

impl Retention {
    /// What is wrong with it, if anything.
    pub fn fault(&self) -> Option<&'static str> {
        // What is deleted on its own day could still be asked for at the counter.
        if self.appointment_days == 0 {
            return Some("appointment_days must be above zero");
        }
        self.basis.fault()
    }

    /// What is kept on `today`.
    pub fn on(&self, today: NaiveDate) -> KeptFrom {
        let from = |days: u16| {
            today
                .checked_sub_days(Days::new(days.into()))
                .unwrap_or(NaiveDate::MIN)
        };
        KeptFrom {
            slips: from(self.slip_days),
            appointments: from(self.appointment_days),
            sessions: from(self.session_days),
        }
    }
}
