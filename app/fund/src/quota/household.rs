//! What can be said to a household before it has found a home: the limits and conditions that ask for no price and no income.

use chrono::NaiveDate;

use super::{
    Applicant, AreaBand, Circumstances, Contributors, DownPayment, Gate, GateCode, Home, Limit, Percent,
    Person, Product, QuotaRules, RetirementRule, Track, gates, limits, longest_term, retirement,
};
use crate::{
    identity::{IdNumber, Sex},
    money::Fen,
    months::Months,
    repayment::Method,
};

/// Who looks for a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Household {
    /// The household's first home, or its second.
    pub home: Home,
    /// How many of the borrowers contribute.
    pub contributors: Contributors,
    /// Children in the household.
    pub children: u8,
    /// The borrowers' account balances together.
    pub balances: Fen,
    /// Months of continuous contribution.
    pub months_contributed: u16,
    /// Age and kind of work, which decide retirement. While unknown, age limits nothing.
    pub person: Option<Person>,
    /// What only the person or the centre's files can say.
    pub circumstances: Circumstances,
}

/// What the fund lends such a household, whatever the home costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseholdLimits {
    /// The smaller of the two limits that ask neither for a price nor for an income: the ceiling and the balances.
    pub most: Limit,
    /// The least down payment. A home too large for the fund is one that is paid for without a loan.
    pub down_payment: DownPayment,
    /// The conditions, met or not.
    pub gates: Vec<Gate>,
    /// The longest term open to the household; `None` when there is none any more.
    pub months_max: Option<Months>,
}

/// What the fund lends this household today; `None` where nothing of this kind is lent for such a home.
pub fn household_limits(
    household: &Household,
    product: Product,
    rules: &QuotaRules,
    today: NaiveDate,
) -> Option<HouseholdLimits> {
    let down_payment = down_payment(rules, product, household.home)?;
    let applicant = without_a_home(household, product);
    let longest = longest_term(household.person, None, rules, today);
    let ceiling = limits::ceiling(&applicant, rules);
    let balance = limits::balance(&applicant, rules);
    Some(HouseholdLimits {
        // Of two that are the same the ceiling decides, as in an assessment.
        most: if balance.amount < ceiling.amount {
            balance
        } else {
            ceiling
        },
        down_payment,
        gates: gates::gates(&applicant, rules, &longest, today),
        months_max: longest.months,
    })
}

impl HouseholdLimits {
    /// The conditions that stand in the way of a loan over so many months. One for longer than somebody of this age gets is
    /// not refused: it is shown with the condition beside it.
    pub fn in_the_way(&self, months: Months) -> impl Iterator<Item = &Gate> {
        let too_long = self.months_max.is_some_and(|most| months > most);
        self.gates
            .iter()
            .filter(move |gate| !gate.met || (too_long && gate.code == GateCode::Term))
    }
}

impl Person {
    /// A member by the ID number. A woman's work is not on file: it is taken as the kind that retires first, unless that day is
    /// past, since a member who still contributes has not retired. She can change it.
    pub fn of_member(number: &IdNumber, rule: &RetirementRule, today: NaiveDate) -> Self {
        let birth = number.birth();
        let retired =
            |track| retirement(birth, track, rule).is_some_and(|retirement| retirement.date <= today);
        let track = match number.sex() {
            Sex::Male => Track::Man,
            Sex::Female if retired(Track::WomanWorker) => Track::WomanCadre,
            Sex::Female => Track::WomanWorker,
        };
        Self {
            birth,
            track: Some(track),
        }
    }
}

/// The household as an applicant of whom nothing is known that the home would say. Neither of the two limits and none of the
/// conditions reads its price or the income.
fn without_a_home(household: &Household, product: Product) -> Applicant {
    Applicant {
        product,
        price: Fen::ZERO,
        home: household.home,
        area: None,
        building_age: None,
        green_building: false,
        contributors: household.contributors,
        children: household.children,
        talent: false,
        balances: household.balances,
        months_contributed: household.months_contributed,
        outstanding: None,
        income: Fen::ZERO,
        debts: Fen::ZERO,
        method: Method::LevelPayment,
        months: Months::MAX,
        person: household.person,
        circumstances: household.circumstances,
    }
}

fn down_payment(rules: &QuotaRules, product: Product, home: Home) -> Option<DownPayment> {
    let mut least = rules.down_payment.least.of(product).of(home)?.clone();
    if let Some(largest) = *rules.eligibility.largest_area.of(product) {
        least.bands.retain(|band| band.over < largest);
        least.bands.push(AreaBand {
            over: largest,
            percent: Percent::WHOLE,
        });
    }
    Some(least)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::samples::{day, with_check};

    #[test]
    fn a_woman_is_taken_to_retire_first_unless_that_day_is_past() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/editions/xianning");
        let text = std::fs::read_to_string(format!("{folder}/quota.toml")).unwrap();
        let rule = QuotaRules::from_toml(&text).unwrap().retirement;
        for (seventeen, track) in [
            ("99010119680315241", Track::Man),
            ("99010119900712132", Track::WomanWorker),
            ("99010119730712132", Track::WomanCadre),
        ] {
            let person = Person::of_member(&with_check(seventeen), &rule, day("2026-11-20"));
            assert_eq!(person.track, Some(track), "{seventeen}");
        }
    }
}
