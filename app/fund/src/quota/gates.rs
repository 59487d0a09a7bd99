//! The conditions for a loan. They do not change the quota: it says what the person may borrow once they are met.

use chrono::NaiveDate;

use super::code::{Home, Product};
use super::retirement::later;
use super::rules::{Basis, QuotaRules};
use super::{Applicant, Condition, Gate, LongestTerm};

/// Every condition that concerns the applicant, met or not.
pub(super) fn gates(
    applicant: &Applicant,
    rules: &QuotaRules,
    longest: &LongestTerm,
    today: NaiveDate,
) -> Vec<Gate> {
    let mut gates = vec![contribution(applicant, rules, today)];
    gates.extend(circumstances(applicant, rules));
    gates.extend(product(applicant, rules));
    let longest = *longest;
    gates.push(Gate::known(
        Condition::Term { longest },
        longest.months.is_some(),
        &rules.term.basis,
    ));
    gates.extend(second_home(applicant, rules));
    gates.extend(area(applicant, rules));
    gates
}

fn contribution(applicant: &Applicant, rules: &QuotaRules, today: NaiveDate) -> Gate {
    let rule = &rules.eligibility;
    let needed = *rule.months_contributed.of(applicant.product);
    let contributed = applicant.months_contributed;
    let missing = needed.saturating_sub(contributed);
    let met_on = if missing > 0 {
        later(today, u32::from(missing))
    } else {
        None
    };
    let condition = Condition::Contribution { needed, contributed };
    Gate {
        met_on,
        ..Gate::known(condition, missing == 0, &rule.basis)
    }
}

/// What only the person or the centre's files can say.
fn circumstances(applicant: &Applicant, rules: &QuotaRules) -> [Gate; 5] {
    let rule = &rules.eligibility;
    let circumstances = &applicant.circumstances;
    let most = rule.earlier_loans;
    [
        (Condition::Account, circumstances.account_normal),
        (
            Condition::UnsettledLoan,
            circumstances.unsettled_loan.map(|unsettled| !unsettled),
        ),
        (
            Condition::EarlierLoans { most },
            circumstances.earlier_loans.map(|loans| loans <= most),
        ),
        (Condition::Credit, circumstances.good_credit),
        (
            Condition::Dishonest,
            circumstances.dishonest.map(|dishonest| !dishonest),
        ),
    ]
    .map(|(condition, met)| Gate::asked(condition, met, &rule.basis))
}

/// What only some products ask.
fn product(applicant: &Applicant, rules: &QuotaRules) -> Option<Gate> {
    let (condition, met) = match applicant.product {
        Product::OtherCity => (Condition::Certificate, applicant.circumstances.certificate),
        Product::CommercialToFund => (Condition::BankLoan, applicant.circumstances.bank_agrees),
        Product::Ordinary | Product::EntrepreneurshipHousing | Product::Combined => return None,
    };
    Some(Gate::asked(condition, met, &rules.eligibility.basis))
}

/// Only for a second home: every product is lent for a first.
fn second_home(applicant: &Applicant, rules: &QuotaRules) -> Option<Gate> {
    let rule = &rules.down_payment;
    let product = applicant.product;
    let lent = rule.least.of(product).of(applicant.home).is_some();
    (applicant.home == Home::Second)
        .then(|| Gate::known(Condition::SecondHome { product }, lent, &rule.basis))
}

/// Only where the product has a largest area.
fn area(applicant: &Applicant, rules: &QuotaRules) -> Option<Gate> {
    let rule = &rules.eligibility;
    let product = applicant.product;
    let largest = (*rule.largest_area.of(product))?;
    let met = applicant.area.map(|area| area <= largest);
    Some(Gate::asked(
        Condition::Area { product, largest },
        met,
        &rule.basis,
    ))
}

impl Gate {
    fn known(condition: Condition, met: bool, basis: &Basis) -> Self {
        Self {
            code: condition.code(),
            met,
            assumed: false,
            condition,
            met_on: None,
            basis: basis.clone(),
        }
    }

    /// A condition the person answered, or left open: then it is assumed to be met.
    fn asked(condition: Condition, met: Option<bool>, basis: &Basis) -> Self {
        Self {
            assumed: met.is_none(),
            ..Self::known(condition, met.unwrap_or(true), basis)
        }
    }
}
