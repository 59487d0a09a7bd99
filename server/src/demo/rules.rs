//! What the demonstration's people live by: the edition's rates, the centre's branches, and the proportions of its
//! 2016 report.

use super::DemoError;
use crate::import::rows::BranchCode;
use chrono::NaiveDate;
use fund::{
    edition::{Edition, LoanRates},
    interest::DatedRate,
    money::Fen,
    months::Months,
    quota::Home,
    rate::Rate,
};

/// The report's two halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Area {
    /// The city proper (市直).
    City,
    /// The counties around it.
    Counties,
}

/// What was collected, lent and withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Totals {
    pub(super) collected: Fen,
    pub(super) lent: Fen,
    pub(super) withdrawn: Fen,
}

/// What the centre reported for January to September 2016, city proper: 3.49, 4.02 and 2.3 hundred million yuan.
const REPORTED_CITY: Totals = hundred_millions(349, 402, 230);
/// The same for the whole city, 10.58, 10.02 and 5.13, less the city proper.
const REPORTED_COUNTIES: Totals = hundred_millions(1058 - 349, 1002 - 402, 513 - 230);
/// The product the report counts apart, and its share of the city proper's loans by number (749 loans, 43.55 %).
pub(super) const PRODUCT: &str = "大众创业安居贷";
pub(super) const PRODUCT_PER_10_000: u64 = 4_355;

/// Amounts from hundredths of a hundred million yuan.
const fn hundred_millions(collected: i64, lent: i64, withdrawn: i64) -> Totals {
    Totals {
        collected: Fen::from_yuan(collected * 1_000_000),
        lent: Fen::from_yuan(lent * 1_000_000),
        withdrawn: Fen::from_yuan(withdrawn * 1_000_000),
    }
}

impl Area {
    /// The report's totals.
    pub(super) const fn reported(self) -> &'static Totals {
        match self {
            Self::City => &REPORTED_CITY,
            Self::Counties => &REPORTED_COUNTIES,
        }
    }
}

/// A branch and the place its employers are named after.
#[derive(Debug, Clone)]
pub(super) struct Branch {
    pub(super) code: BranchCode,
    pub(super) place: &'static str,
}

/// Codes as the edition names them; the first is the city proper's.
const BRANCHES: [(&str, &str); 7] = [
    ("shizhi", "市直"),
    ("xianan", "咸安"),
    ("jiayu", "嘉鱼"),
    ("chibi", "赤壁"),
    ("tongcheng", "通城"),
    ("chongyang", "崇阳"),
    ("tongshan", "通山"),
];

/// The rules the demonstration's people live by.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    pub(super) deposit_rates: Vec<DatedRate>,
    pub(super) branches: Vec<Branch>,
    loan_rates: LoanRates,
}

impl Rules {
    pub(super) fn of(edition: &Edition) -> Self {
        let branch = |(code, place)| {
            Some(Branch {
                code: BranchCode::parse(code).ok()?,
                place,
            })
        };
        Self {
            deposit_rates: edition.dated_deposit_rates(),
            branches: BRANCHES.into_iter().filter_map(branch).collect(),
            loan_rates: edition.loan_rates.clone(),
        }
    }

    /// What a first home's loan granted on `granted` costs on `day`: changes reach it on 1 January.
    pub(super) fn loan_rate(
        &self,
        months: Months,
        granted: NaiveDate,
        day: NaiveDate,
    ) -> Result<Rate, DemoError> {
        let quote = self.loan_rates.contract_quote(Home::First, months, granted, day);
        quote.map(|quote| quote.rate).ok_or(DemoError::NoRate(day))
    }
}

/// Whether `part` is still a smaller share of `whole` than in the report: then the next one drawn goes there.
pub(super) fn falls_short(part: Fen, whole: Fen, reported_part: Fen, reported_whole: Fen) -> bool {
    let [part, whole] = [part, whole].map(|amount| i128::from(amount.get()));
    let [reported_part, reported_whole] =
        [reported_part, reported_whole].map(|amount| i128::from(amount.get()));
    part * reported_whole < reported_part * whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use fund::edition::Scope;

    #[test]
    fn the_branches_are_those_of_the_edition() {
        let edition = crate::policy::load(None).unwrap();
        let codes: Vec<_> = edition
            .branches
            .iter()
            .map(|branch| branch.code.as_str())
            .collect();
        assert_eq!(codes, BRANCHES.map(|(code, _)| code));
    }

    #[test]
    fn the_proportions_are_those_of_the_editions_report() {
        let edition = crate::policy::load(None).unwrap();
        let reported = |code: &str, scope| {
            let figures = edition.reports.iter().flat_map(|report| &report.figures);
            let mut found = figures.filter(|figure| figure.code == code && figure.scope == scope);
            found.next().unwrap().amount.unwrap()
        };
        for (code, of) in [
            (
                "collected",
                (|totals: &Totals| totals.collected) as fn(&Totals) -> Fen,
            ),
            ("lent", |totals| totals.lent),
            ("withdrawn", |totals| totals.withdrawn),
        ] {
            let city = reported(code, Scope::CityProper);
            assert_eq!(of(Area::City.reported()), city, "{code}");
            assert_eq!(
                of(Area::Counties.reported()),
                reported(code, Scope::WholeCity) - city,
                "{code}"
            );
        }
    }
}
