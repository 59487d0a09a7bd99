//! What the centre's rules give this household, as a line of text that the browser can compute with.

use std::fmt::{self, Write};
use std::str::FromStr;

use fund::{
    afford::Offer,
    costs::{Charge, ChargeBand, Tariff},
    money::Fen,
    months::Months,
    quota::{AreaBand, DownPayment, Percent, TermRates},
    rate::Rate,
};
use rust_decimal::Decimal;

use super::form::Field;
use crate::loan::sheet::Typed;

/// Between the words of the line; no word has one.
const TAB: char = '\t';

/// The terms for a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What homes are financed on; the bank's rate is the loan prime rate.
    pub offer: Offer,
    /// All monthly payments together as a share of the income.
    pub share: Percent,
    /// The longest term the fund lends for.
    pub longest: Months,
    /// What stood in the household's fields, see [`household_of`].
    pub household: String,
}

/// What stands in the fields the terms depend on, as one text.
pub fn household_of(typed: &Typed<Field>) -> String {
    let texts = Field::HOUSEHOLD.map(|field| typed.get(field).replace(TAB, " "));
    texts.join("|")
}

/// A text that no [`Terms`] were written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotTerms;

impl fmt::Display for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Offer {
            fund_most,
            unit,
            down_payment,
            fund,
            bank,
            costs,
        } = &self.offer;
        let prime = bank.unwrap_or_default();
        write!(f, "{fund_most}\t{unit}\t{}\t{}\t{prime}\t", fund.le5y, fund.gt5y)?;
        write!(f, "{}\t{}\t", self.longest.get(), self.share.get())?;
        write!(f, "{}\t", down_payment.percent.get())?;
        write!(f, "{}\t", down_payment.bands.len())?;
        for band in &down_payment.bands {
            write!(f, "{}\t{}\t", band.over, band.percent.get())?;
        }
        write!(f, "{}\t", costs.len())?;
        for cost in costs {
            write!(f, "{}\t", cost.label.replace(TAB, " "))?;
            charge(f, cost.charge)?;
            write!(f, "{}\t", cost.bands.len())?;
            for band in &cost.bands {
                write!(f, "{}\t", band.over)?;
                charge(f, band.charge)?;
            }
        }
        f.write_str(&self.household)
    }
}

fn charge(f: &mut fmt::Formatter<'_>, charge: Charge) -> fmt::Result {
    match charge {
        Charge::Percent(percent) => write!(f, "%{percent}")?,
        Charge::PerSquareMetre(amount) => write!(f, "m{amount}")?,
        Charge::Amount(amount) => write!(f, "={amount}")?,
    }
    f.write_char(TAB)
}

impl FromStr for Terms {
    type Err = NotTerms;

    fn from_str(text: &str) -> Result<Self, NotTerms> {
        let mut words = Words(text);
        let (fund_most, unit) = (words.next()?, words.next()?);
        let fund = TermRates {
            le5y: words.next()?,
            gt5y: words.next()?,
        };
        let bank: Rate = words.next()?;
        let longest = Months::new(words.next()?).map_err(|_| NotTerms)?;
        let (share, percent) = (words.percent()?, words.percent()?);
        let bands = words.list(|words| {
            Ok(AreaBand {
                over: words.next()?,
                percent: words.percent()?,
            })
        })?;
        let costs = words.list(|words| {
            Ok(Tariff {
                label: words.next()?,
                charge: words.charge()?,
                bands: words.list(|words| {
                    Ok(ChargeBand {
                        over: words.next()?,
                        charge: words.charge()?,
                    })
                })?,
            })
        })?;
        Ok(Self {
            offer: Offer {
                fund_most,
                unit,
                down_payment: DownPayment { percent, bands },
                fund,
                bank: Some(bank),
                costs,
            },
            share,
            longest,
            household: words.0.to_owned(),
        })
    }
}

/// The words still to be read.
struct Words<'a>(&'a str);

impl Words<'_> {
    fn next<T: FromStr>(&mut self) -> Result<T, NotTerms> {
        let (word, rest) = self.0.split_once(TAB).ok_or(NotTerms)?;
        self.0 = rest;
        word.parse().map_err(|_| NotTerms)
    }

    fn percent(&mut self) -> Result<Percent, NotTerms> {
        Percent::new(self.next()?).map_err(|_| NotTerms)
    }

    fn charge(&mut self) -> Result<Charge, NotTerms> {
        let word: String = self.next()?;
        let (kind, figure) = word.split_at_checked(1).ok_or(NotTerms)?;
        let amount = || figure.parse::<Fen>().map_err(|_| NotTerms);
        match kind {
            "%" => Decimal::from_str_exact(figure)
                .map(Charge::Percent)
                .map_err(|_| NotTerms),
            "m" => amount().map(Charge::PerSquareMetre),
            "=" => amount().map(Charge::Amount),
            _ => Err(NotTerms),
        }
    }

    fn list<T>(&mut self, read: impl Fn(&mut Self) -> Result<T, NotTerms>) -> Result<Vec<T>, NotTerms> {
        let count: u8 = self.next()?;
        (0..count).map(|_| read(self)).collect()
    }
}
