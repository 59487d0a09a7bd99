//! What the server leaves on the page for the island to start from, as one line of text.

use std::fmt;
use std::str::FromStr;

use fund::quota::{Means, Percent, Reach, TermRates};

use super::answer::{Shown, Wish};

/// Id of the element whose `value` is the [`Start`].
pub(super) const START: &str = "explorer-start";
/// Id of the amount's slider.
pub(super) const AMOUNT_SLIDER: &str = "amount-slider";
/// Id of the term's slider.
pub(super) const YEARS_SLIDER: &str = "years-slider";

/// What the island starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Start {
    /// The quota as the term varies.
    pub(super) reach: Reach,
    /// Amount and term of the address.
    pub(super) wish: Wish,
    /// The address without them: `/loan?price=…&`.
    pub(super) address: String,
}

impl Start {
    /// The estimate.
    pub(super) fn shown(&self) -> Shown {
        Shown::new(self.reach, self.wish)
    }
}

/// A text that no [`Start`] was written as.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotAStart;

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Reach {
            means,
            least,
            least_by,
            unit,
        } = self.reach;
        let TermRates { le5y, gt5y } = means.rates;
        let (income, debts, share, method) = (means.income, means.debts, means.share.get(), means.method);
        write!(
            f,
            "{income} {debts} {share} {method} {le5y} {gt5y} {least} {least_by} {unit} "
        )?;
        match means.longest {
            Some(longest) => write!(f, "{longest} ")?,
            None => f.write_str("- ")?,
        }
        match self.wish.amount {
            Some(amount) => write!(f, "{amount} ")?,
            None => f.write_str("- ")?,
        }
        write!(f, "{} {}", self.wish.asked, self.address)
    }
}

impl FromStr for Start {
    type Err = NotAStart;

    fn from_str(text: &str) -> Result<Self, NotAStart> {
        let mut words = text.splitn(13, ' ');
        let mut next = || words.next().ok_or(NotAStart);
        let (income, debts) = (parse(next()?)?, parse(next()?)?);
        let share = Percent::new(parse(next()?)?).map_err(|_| NotAStart)?;
        let method = parse(next()?)?;
        let rates = TermRates {
            le5y: parse(next()?)?,
            gt5y: parse(next()?)?,
        };
        let (least, least_by, unit) = (parse(next()?)?, parse(next()?)?, parse(next()?)?);
        let longest = optional(next()?)?;
        let wish = Wish {
            amount: optional(next()?)?,
            asked: parse(next()?)?,
        };
        let means = Means {
            income,
            share,
            debts,
            method,
            rates,
            longest,
        };
        let reach = Reach {
            means,
            least,
            least_by,
            unit,
        };
        Ok(Self {
            reach,
            wish,
            address: next()?.to_owned(),
        })
    }
}

fn parse<T: FromStr>(word: &str) -> Result<T, NotAStart> {
    word.parse().map_err(|_| NotAStart)
}

fn optional<T: FromStr>(word: &str) -> Result<Option<T>, NotAStart> {
    if word == "-" {
        Ok(None)
    } else {
        parse(word).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use fund::{money::Fen, months::Months, quota::LimitCode, repayment::Method};

    use super::*;

    #[test]
    fn reads_what_it_wrote() {
        let means = Means {
            income: Fen::new(800_001),
            share: Percent::new(60).unwrap(),
            debts: Fen::ZERO,
            method: Method::LevelPrincipal,
            rates: TermRates {
                le5y: "2.10".parse().unwrap(),
                gt5y: "2.60".parse().unwrap(),
            },
            longest: Months::new(360).ok(),
        };
        let start = Start {
            reach: Reach {
                means,
                least: Fen::from_yuan(400_000),
                least_by: LimitCode::Balance,
                unit: Fen::from_yuan(1_000),
            },
            wish: Wish {
                amount: None,
                asked: Months::MAX,
            },
            address: "/loan?price=60%E4%B8%87&".into(),
        };
        let other = Start {
            wish: Wish {
                amount: Some(Fen::new(1)),
                ..start.wish
            },
            reach: Reach {
                means: Means {
                    longest: None,
                    ..means
                },
                ..start.reach
            },
            ..start.clone()
        };
        for start in [start, other] {
            assert_eq!(start.to_string().parse(), Ok(start));
        }
        assert_eq!("1 2 3".parse::<Start>(), Err(NotAStart));
    }
}
