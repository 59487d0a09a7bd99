//! On which terms an edition finances a household's home.

use chrono::NaiveDate;

use super::LendingTerms;
use crate::{
    costs::{Market, paid_for},
    edition::Edition,
    months::Months,
    quota::{Basis, Gate, Household, HouseholdLimits, Limit, Product, household_limits},
};

/// The terms, and what they rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Financing {
    /// What homes are financed on; the bank's rate is the loan prime rate.
    pub offer: LendingTerms,
    /// The limit that decides what the fund lends at most.
    pub limit: Limit,
    /// The conditions that stand in the way.
    pub unmet: Vec<Gate>,
    /// The rules behind down payment, taxes and fees.
    pub bases: Vec<Basis>,
}

/// Why there are no terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFinanced {
    /// No loan of this kind is granted for such a home.
    #[error("nothing is lent for such a home")]
    Home,
    /// The edition has no rate for the day.
    #[error("no loan rate for {0}")]
    NoRate(NaiveDate),
}

/// On which terms this household buys a home on such a market, with loans over so many months; `bank` where a bank may lend
/// beside the fund.
pub fn financing(
    household: &Household,
    market: Market,
    bank: bool,
    months: Months,
    edition: &Edition,
    today: NaiveDate,
) -> Result<Financing, NotFinanced> {
    let rules = &edition.quota;
    let fund = edition
        .term_rates(household.home, today)
        .ok_or(NotFinanced::NoRate(today))?;
    let prime = edition.prime_rate(today).ok_or(NotFinanced::NoRate(today))?;
    let product = if bank {
        Product::Combined
    } else {
        Product::Ordinary
    };
    let limits = household_limits(household, product, rules, today).ok_or(NotFinanced::Home)?;
    let unmet = limits.in_the_way(months).cloned().collect();
    let HouseholdLimits {
        most, down_payment, ..
    } = limits;
    let costs: Vec<_> = paid_for(&edition.purchase_costs, household.home, market).collect();
    let bases = costs.iter().map(|cost| &cost.basis);
    Ok(Financing {
        bases: std::iter::once(&rules.down_payment.basis)
            .chain(bases)
            .cloned()
            .collect(),
        offer: LendingTerms {
            fund_most: most.amount,
            unit: rules.rounding.unit,
            down_payment,
            fund,
            bank: Some(prime.rate),
            costs: costs.iter().map(|cost| cost.tariff()).collect(),
        },
        limit: most,
        unmet,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        money::Fen,
        quota::{
            Applicant, Area, Circumstances, Contributors, GateCode, Home, LimitCode, Percent, Person, assess,
        },
        records::samples::day,
        repayment::Method,
    };

    fn edition() -> Edition {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/editions/xianning");
        Edition::load(&|name| std::fs::read_to_string(format!("{folder}/{name}")).ok()).unwrap()
    }

    fn household() -> Household {
        Household {
            home: Home::First,
            contributors: Contributors::One,
            children: 0,
            balances: Fen::from_yuan(21_650),
            months_contributed: 30,
            person: None,
            circumstances: Circumstances::default(),
        }
    }

    fn years(years: u32) -> Months {
        Months::new(years * 12).unwrap()
    }

    /// An applicant whom neither price nor income limits.
    fn rich(household: &Household, product: Product, months: Months) -> Applicant {
        Applicant {
            product,
            price: Fen::from_yuan(1_000_000_000),
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
            income: Fen::from_yuan(1_000_000_000),
            debts: Fen::ZERO,
            method: Method::LevelPayment,
            months,
            person: household.person,
            circumstances: household.circumstances,
        }
    }

    #[test]
    fn the_fund_lends_what_it_would_assess_for_whoever_could_pay_any_price() {
        let (edition, today) = (edition(), day("2026-11-20"));
        for balances in [0, 1_000, 21_650, 30_000, 500_000] {
            for (contributors, children, months_contributed) in [
                (Contributors::One, 0, 3),
                (Contributors::One, 2, 30),
                (Contributors::Two, 3, 70),
            ] {
                for bank in [false, true] {
                    let household = Household {
                        balances: Fen::from_yuan(balances),
                        contributors,
                        children,
                        months_contributed,
                        ..household()
                    };
                    let terms = financing(&household, Market::New, bank, years(20), &edition, today).unwrap();
                    let product = if bank {
                        Product::Combined
                    } else {
                        Product::Ordinary
                    };
                    let rates = edition.term_rates(Home::First, today).unwrap();
                    let applicant = rich(&household, product, years(20));
                    let assessed = assess(&applicant, &edition.quota, &rates, today);
                    let decides = assessed
                        .limits
                        .iter()
                        .filter(|limit| matches!(limit.code, LimitCode::Ceiling | LimitCode::Balance))
                        .min_by_key(|limit| limit.amount);
                    assert_eq!(Some(&terms.limit), decides);
                    assert_eq!(terms.offer.fund_most, terms.limit.amount);
                    let unmet: Vec<_> = assessed.gates.into_iter().filter(|gate| !gate.met).collect();
                    assert_eq!(terms.unmet, unmet);
                }
            }
        }
    }

    #[test]
    fn a_home_too_large_for_the_fund_is_paid_for_without_a_loan() {
        let (mut edition, today) = (edition(), day("2026-11-20"));
        let largest: Area = "144".parse().unwrap();
        edition.quota.eligibility.largest_area.ordinary = Some(largest);
        let terms = financing(&household(), Market::New, false, years(20), &edition, today).unwrap();
        let last = terms.offer.down_payment.bands.last();
        assert_eq!(
            last.map(|band| (band.over, band.percent)),
            Some((largest, Percent::WHOLE))
        );
    }

    #[test]
    fn a_term_beyond_retirement_stands_in_the_way_of_longer_loans_only() {
        let (edition, today) = (edition(), day("2026-11-20"));
        let household = Household {
            person: Some(Person {
                birth: day("1970-01-15"),
                track: None,
            }),
            ..household()
        };
        let unmet = |months| {
            let terms = financing(&household, Market::New, false, months, &edition, today).unwrap();
            terms.unmet.iter().map(|gate| gate.code).collect::<Vec<_>>()
        };
        assert_eq!(unmet(years(30)), [GateCode::Term]);
        assert_eq!(unmet(years(1)), []);
    }

    #[test]
    fn without_a_rate_there_are_no_terms() {
        let day = day("1999-01-01");
        let terms = financing(&household(), Market::New, false, years(20), &edition(), day);
        assert_eq!(terms, Err(NotFinanced::NoRate(day)));
    }
}
