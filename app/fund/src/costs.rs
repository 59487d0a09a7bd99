//! What is paid beside the price when a home is bought: taxes, the maintenance fund, fees. All of it is data of the edition.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::bilingual::fault_of_english;
use crate::code::coded;
use crate::money::{Fen, quotient_half_up};
use crate::quota::{Area, Basis, Home};

coded! {
    /// Whether a home is bought from its builder or from an owner.
    #[derive(Default)]
    Market {
        /// 新房.
        #[default]
        New = "new",
        /// 二手房.
        Resale = "resale",
    }
}

/// One cost, and for which homes it is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurchaseCost {
    /// Its code in files and JSON.
    pub code: String,
    /// Its name in Chinese.
    pub label: String,
    /// Its name in English, where somebody has written it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_en: Option<String>,
    /// Only for such a home; for all when missing.
    #[serde(default)]
    pub home: Option<Home>,
    /// Only on this market; on both when missing.
    #[serde(default)]
    pub market: Option<Market>,
    /// How much.
    pub charge: Charge,
    /// Other charges for larger homes, of the same kind; they never fall.
    #[serde(default)]
    pub bands: Vec<ChargeBand>,
    /// What it rests on.
    pub basis: Basis,
}

/// How a cost is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Charge {
    /// Percent of the price, 0 to 100.
    Percent(Decimal),
    /// Yuan for each square metre.
    PerSquareMetre(Fen),
    /// A fixed amount.
    Amount(Fen),
}

/// The charge for homes larger than so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChargeBand {
    /// The area that must be exceeded.
    pub over: Area,
    /// How much.
    pub charge: Charge,
}

/// A cost as it is charged, without what it rests on: all that a browser needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariff {
    /// Its name as people read it.
    pub label: String,
    /// How much.
    pub charge: Charge,
    /// Other charges for larger homes, in rising order.
    pub bands: Vec<ChargeBand>,
}

/// The costs that are paid for such a home on this market.
pub fn paid_for(costs: &[PurchaseCost], home: Home, market: Market) -> impl Iterator<Item = &PurchaseCost> {
    costs.iter().filter(move |cost| {
        cost.home.is_none_or(|only| only == home) && cost.market.is_none_or(|only| only == market)
    })
}

impl PurchaseCost {
    /// The cost without what it rests on.
    pub fn tariff(&self) -> Tariff {
        Tariff {
            label: self.label.clone(),
            charge: self.charge,
            bands: self.bands.clone(),
        }
    }

    /// The first thing wrong with the figures, as the loader of editions says it.
    pub fn fault(&self) -> Option<&'static str> {
        let charges = || std::iter::once(self.charge).chain(self.bands.iter().map(|band| band.charge));
        if !charges().all(Charge::is_sane) {
            return Some("a charge must not be negative, nor a percent above 100");
        }
        if !charges().is_sorted_by(|one, next| one.at_most(*next) == Some(true)) {
            return Some("the charges of larger homes must be of the same kind and must not fall");
        }
        if !self.bands.is_sorted_by(|one, next| one.over < next.over) {
            return Some("`over` must rise from band to band");
        }
        let named = [&self.code, &self.label, &self.basis.rule, &self.basis.document];
        if named.iter().any(|text| text.trim().is_empty()) {
            return Some("code, label, rule and document must be named");
        }
        fault_of_english([&self.label_en]).or_else(|| self.basis.fault())
    }
}

impl Tariff {
    /// What is charged for a home of this price and area, rounded half-up to the fen.
    pub fn of(&self, price: Fen, area: Area) -> Fen {
        let band = self.bands.iter().rfind(|band| area > band.over);
        band.map_or(self.charge, |band| band.charge).of(price, area)
    }
}

impl Charge {
    /// What is charged for a home of this price and area, rounded half-up to the fen.
    pub fn of(self, price: Fen, area: Area) -> Fen {
        let (numerator, denominator) = match self {
            Self::Amount(amount) => return amount,
            Self::Percent(percent) => (
                i128::from(price.get()).saturating_mul(percent.mantissa()),
                10_i128.saturating_pow(percent.scale()).saturating_mul(100),
            ),
            Self::PerSquareMetre(amount) => (i128::from(amount.get()) * i128::from(area.hundredths()), 100),
        };
        Fen::new(i64::try_from(quotient_half_up(numerator, denominator)).unwrap_or(i64::MAX))
    }

    fn is_sane(self) -> bool {
        match self {
            Self::Percent(percent) => (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent),
            Self::PerSquareMetre(amount) | Self::Amount(amount) => !amount.is_negative(),
        }
    }

    /// Whether this is no more than another; `None` when they are of different kinds.
    fn at_most(self, other: Self) -> Option<bool> {
        match (self, other) {
            (Self::Percent(one), Self::Percent(other)) => Some(one <= other),
            (Self::PerSquareMetre(one), Self::PerSquareMetre(other))
            | (Self::Amount(one), Self::Amount(other)) => Some(one <= other),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(text: &str) -> Charge {
        Charge::Percent(text.parse().unwrap())
    }

    fn deed_tax() -> PurchaseCost {
        PurchaseCost {
            code: "deed_tax".to_owned(),
            label: "契税".to_owned(),
            label_en: None,
            home: Some(Home::First),
            market: None,
            charge: percent("1"),
            bands: vec![ChargeBand {
                over: "140".parse().unwrap(),
                charge: percent("1.5"),
            }],
            basis: Basis {
                rule: "契税".to_owned(),
                rule_en: None,
                document: "公告".to_owned(),
                document_en: None,
                number: String::new(),
                effective_from: "2024-12-01".parse().unwrap(),
                verified: false,
            },
        }
    }

    #[test]
    fn a_band_begins_above_its_area() {
        let tax = deed_tax().tariff();
        let price = Fen::parse_yuan("1234567.89").unwrap();
        for (area, tax_due) in [("140", "12345.68"), ("140.01", "18518.52"), ("90", "12345.68")] {
            assert_eq!(
                tax.of(price, area.parse().unwrap()),
                Fen::parse_yuan(tax_due).unwrap(),
                "{area}"
            );
        }
    }

    #[test]
    fn by_the_square_metre_and_by_the_piece() {
        let area = "89.55".parse().unwrap();
        let per = Charge::PerSquareMetre(Fen::from_yuan(80));
        assert_eq!(per.of(Fen::ZERO, area), Fen::parse_yuan("7164").unwrap());
        assert_eq!(
            Charge::Amount(Fen::from_yuan(80)).of(Fen::MAX, area),
            Fen::from_yuan(80)
        );
        assert_eq!(percent("100").of(Fen::MAX, area), Fen::MAX);
    }

    #[test]
    fn each_home_and_market_has_its_costs() {
        let all = deed_tax();
        let agent = PurchaseCost {
            home: None,
            market: Some(Market::Resale),
            code: "agent".to_owned(),
            ..deed_tax()
        };
        let costs = [all, agent];
        let codes = |home, market| -> Vec<_> {
            paid_for(&costs, home, market)
                .map(|cost| cost.code.as_str())
                .collect()
        };
        assert_eq!(codes(Home::First, Market::New), ["deed_tax"]);
        assert_eq!(codes(Home::First, Market::Resale), ["deed_tax", "agent"]);
        assert_eq!(codes(Home::Second, Market::Resale), ["agent"]);
    }

    #[test]
    fn faults_are_named() {
        let fault = |change: fn(&mut PurchaseCost)| {
            let mut cost = deed_tax();
            change(&mut cost);
            cost.fault().unwrap_or("none")
        };
        assert_eq!(fault(|_| ()), "none");
        assert!(fault(|cost| cost.charge = percent("101")).contains("above 100"));
        assert!(fault(|cost| cost.charge = Charge::Amount(Fen::new(-1))).contains("negative"));
        assert!(fault(|cost| cost.charge = percent("2")).contains("must not fall"));
        assert!(fault(|cost| cost.charge = Charge::Amount(Fen::ZERO)).contains("same kind"));
        assert!(fault(|cost| cost.bands.push(cost.bands[0])).contains("rise"));
        assert!(fault(|cost| cost.label = " ".to_owned()).contains("named"));
    }
}
