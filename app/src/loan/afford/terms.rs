//! What the centre's rules give this household: the page hands it over, and the browser computes with it.

use fund::{
    afford::LendingTerms,
    costs::{ChargeBand, PurchaseCost, Tariff},
    months::Months,
    quota::{AreaBand, DownPayment, Percent},
};

use super::form::Field;
use crate::{
    handed::hand_fields,
    loan::form::Typed,
    text::{Lang, Local},
};

/// The terms for a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What homes are financed on; the bank's rate is the loan prime rate.
    pub offer: LendingTerms,
    /// All monthly payments together as a share of the income.
    pub share: Percent,
    /// The longest term the fund lends for.
    pub longest: Months,
    /// What stood in the household's fields, see [`household_of`].
    pub household: Vec<String>,
}

/// What stands in the fields the terms depend on.
pub fn household_of(typed: &Typed<Field>) -> Vec<String> {
    Field::HOUSEHOLD.map(|field| typed.get(field).to_owned()).to_vec()
}

/// What is paid besides the price, as the language of the page calls it: the browser is handed one language only.
pub fn name_costs(offer: &mut LendingTerms, costs: &[PurchaseCost], lang: Lang) {
    for tariff in &mut offer.costs {
        let cost = costs.iter().find(|cost| cost.label == tariff.label);
        if let Some(cost) = cost {
            tariff.label = Local::of(lang, &cost.label, cost.label_en.as_deref()).text();
        }
    }
}

hand_fields!(Terms {
    offer,
    share,
    longest,
    household,
});
hand_fields!(LendingTerms {
    fund_most,
    unit,
    down_payment,
    fund,
    bank,
    costs,
});
hand_fields!(DownPayment { percent, bands });
hand_fields!(AreaBand { over, percent });
hand_fields!(Tariff { label, charge, bands });
hand_fields!(ChargeBand { over, charge });
