//! The conditions for a loan. They do not change the quota: it says what the person may borrow once they are met.

use chrono::NaiveDate;

use super::code::{GateCode, Home, Product};
use super::retirement::later;
use super::rules::{Basis, QuotaRules};
use super::{Applicant, Gate, LongestTerm, text};

/// Every condition that concerns the applicant, met or not.
pub(super) fn gates(
    applicant: &Applicant,
    rules: &QuotaRules,
    longest: &LongestTerm,
    today: NaiveDate,
) -> Vec<Gate> {
    let mut gates = vec![contribution(applicant, rules, today)];
    gates.extend(standing(applicant, rules));
    gates.extend(product(applicant, rules));
    gates.push(Gate::known(
        GateCode::Term,
        longest.months.is_some(),
        text::longest_term(longest),
        &rules.term.basis,
    ));
    gates.extend(home(applicant, rules));
    gates.extend(area(applicant, rules));
    gates
}

fn contribution(applicant: &Applicant, rules: &QuotaRules, today: NaiveDate) -> Gate {
    let rule = &rules.eligibility;
    let needed = *rule.months_contributed.of(applicant.product);
    let missing = needed.saturating_sub(applicant.months_contributed);
    let met_on = if missing > 0 {
        later(today, u32::from(missing))
    } else {
        None
    };
    let reason = text::contribution(needed, applicant.months_contributed, met_on);
    Gate {
        met_on,
        ..Gate::known(GateCode::Contribution, missing == 0, reason, &rule.basis)
    }
}

/// What only the person or the centre's files can say.
fn standing(applicant: &Applicant, rules: &QuotaRules) -> [Gate; 5] {
    let rule = &rules.eligibility;
    let standing = &applicant.standing;
    let most = rule.earlier_loans;
    [
        (GateCode::Account, standing.account_normal),
        (
            GateCode::UnsettledLoan,
            standing.unsettled_loan.map(|unsettled| !unsettled),
        ),
        (
            GateCode::EarlierLoans,
            standing.earlier_loans.map(|loans| loans <= most),
        ),
        (GateCode::Credit, standing.good_credit),
        (
            GateCode::Dishonest,
            standing.dishonest.map(|dishonest| !dishonest),
        ),
    ]
    .map(|(code, met)| Gate::asked(code, met, standing_text(code, met, most), &rule.basis))
}

/// What only some products ask.
fn product(applicant: &Applicant, rules: &QuotaRules) -> Option<Gate> {
    let (code, met) = match applicant.product {
        Product::OtherCity => (GateCode::Certificate, applicant.standing.certificate),
        Product::CommercialToFund => (GateCode::BankLoan, applicant.standing.bank_agrees),
        Product::Ordinary | Product::EntrepreneurshipHousing | Product::Combined => return None,
    };
    let rule = &rules.eligibility;
    let condition = standing_text(code, met, rule.earlier_loans);
    Some(Gate::asked(code, met, condition, &rule.basis))
}

/// The condition; where it is known not to be met, what stands in the way.
fn standing_text(code: GateCode, met: Option<bool>, most: u8) -> String {
    if met == Some(false) {
        text::not_so(code, most)
    } else {
        text::standing(code, most)
    }
}

/// Only for a second home: every product is lent for a first.
fn home(applicant: &Applicant, rules: &QuotaRules) -> Option<Gate> {
    let rule = &rules.down_payment;
    let lent = rule.least.of(applicant.product).of(applicant.home).is_some();
    let reason = || text::second_home(applicant.product, lent);
    (applicant.home == Home::Second).then(|| Gate::known(GateCode::Home, lent, reason(), &rule.basis))
}

/// Only where the product has a largest area.
fn area(applicant: &Applicant, rules: &QuotaRules) -> Option<Gate> {
    let rule = &rules.eligibility;
    let largest = (*rule.largest_area.of(applicant.product))?;
    let met = applicant.area.map(|area| area <= largest);
    Some(Gate::asked(
        GateCode::Area,
        met,
        text::largest_area(applicant.product, largest, met == Some(false)),
        &rule.basis,
    ))
}

impl Gate {
    fn known(code: GateCode, met: bool, reason: String, basis: &Basis) -> Self {
        let (source, verified) = (basis.source(), basis.verified);
        Self {
            code,
            met,
            assumed: false,
            reason,
            met_on: None,
            source,
            verified,
        }
    }

    /// A condition the person answered, or left open: then it is assumed to be met, and the reason says so.
    fn asked(code: GateCode, met: Option<bool>, condition: String, basis: &Basis) -> Self {
        let reason = if met.is_none() {
            text::assumed(&condition)
        } else {
            condition
        };
        Self {
            assumed: met.is_none(),
            ..Self::known(code, met.unwrap_or(true), reason, basis)
        }
    }
}
