//! What somebody filled in that no rule of the edition asks for. It is said, so that nobody thinks it had counted.

use fund::quota::{Applicant, QuotaRules, Uplift};

use super::form::Field;

/// The fields that made no difference because the edition has no rule about them.
pub(super) fn unused(applicant: &Applicant, rules: &QuotaRules) -> Vec<Field> {
    let product = applicant.product;
    let raised = |reason| {
        let uplifts = &rules.ceiling.amounts.of(product).uplifts;
        uplifts.iter().any(|uplift| uplift.reason == reason)
    };
    let least = rules.down_payment.least.of(product).of(applicant.home);
    let area_counts = rules.eligibility.largest_area.of(product).is_some()
        || least.is_some_and(|least| !least.bands.is_empty());
    let children_count = raised(Uplift::TwoChildren) || raised(Uplift::ThreeChildren);
    [
        (Field::Children, applicant.children >= 2 && !children_count),
        (Field::Area, applicant.area.is_some() && !area_counts),
        (
            Field::BuildingAge,
            applicant.building_age.is_some() && rules.term.building_years.is_none(),
        ),
        (
            Field::GreenBuilding,
            applicant.green_building && !raised(Uplift::GreenBuilding),
        ),
        (Field::Talent, applicant.talent && !raised(Uplift::Talent)),
    ]
    .into_iter()
    .filter_map(|(field, unused)| unused.then_some(field))
    .collect()
}
