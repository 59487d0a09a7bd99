//! What all answers of the room share.

mod en;
mod zh_cn;

pub use self::{en::EN, zh_cn::ZH_CN};

use fund::repayment::Method;

use crate::{handed::handed, text::sentence::Sentence};

handed! {
    /// What all answers of the room share.
    pub struct Common {
        /// The payment of a level loan.
        pub monthly: &'static str,
        /// The first payment of a falling one.
        pub first_month: &'static str,
        /// The last payment; the amount is given.
        pub last_month: Sentence<1>,
        /// All interest, and at which rate.
        pub interest: Sentence<2>,
        /// Since when a rule holds; the day is given.
        pub since: Sentence<1>,
        /// The methods of repayment as they stand in a contract, in the order of [`Method::ALL`].
        pub methods: [&'static str; 2],
        /// On a figure whose parameters the centre has not confirmed.
        pub unverified: &'static str,
        pub schedule: Schedule,
    }
}

handed! {
    /// A repayment schedule.
    pub struct Schedule {
        /// Summary of the table.
        pub title: &'static str,
        /// How the figures are rounded.
        pub convention: &'static str,
        /// A year of the loan by its number.
        pub year: Sentence<1>,
        /// What is paid in it.
        pub year_paid: Sentence<1>,
        /// Of it interest, and what is left.
        pub year_rest: Sentence<2>,
        /// Head of the column with the instalment's number.
        pub number: &'static str,
        pub payment: &'static str,
        /// Also in the chart.
        pub principal: &'static str,
        /// Also in the chart.
        pub interest: &'static str,
        pub balance: &'static str,
        /// What the chart shows: interest of the first and of the last year.
        pub chart: Sentence<2>,
    }
}

impl Common {
    /// A method of repayment as it stands in a contract.
    pub const fn method(&self, method: Method) -> &'static str {
        let [level_payment, level_principal] = self.methods;
        match method {
            Method::LevelPayment => level_payment,
            Method::LevelPrincipal => level_principal,
        }
    }
}
