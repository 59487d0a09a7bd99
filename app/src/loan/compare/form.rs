//! What is asked: how much is borrowed, at which rates, and up to four ways to borrow it.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use fund::{
    money::Fen,
    months::Months,
    plan::{Plan, prime_plus},
    quota::TermRates,
    rate::Rate,
    repayment::{Loan, Method},
};

use crate::{
    form::FormErrors,
    loan::form::{FormField, Reader, Typed, Unit},
    text::{
        Lang,
        loan::{Text as Room, compare::Text},
        text,
    },
};

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// All that is borrowed.
    Amount,
    /// What the fund lends of it in a combined plan; may be blank.
    FundAmount,
    /// The day of granting; may be blank.
    GrantedOn,
    /// The fund's rate up to five years.
    RateLe5y,
    /// The fund's rate for longer.
    RateGt5y,
    /// The five-year loan prime rate.
    Prime,
    /// Something about one of the plans, 0 to 3.
    Of(usize, Part),
}

/// What is asked about a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Who lends.
    Kind,
    /// For how many years.
    Years,
    /// How it is repaid.
    Method,
    /// What the bank adds to the prime rate; blank for nothing.
    Points,
}

impl Part {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Kind, Self::Years, Self::Method, Self::Points];
}

/// How many plans stand side by side at most.
pub const PLANS: usize = 4;

const fn plan_fields(plan: usize) -> [Field; 4] {
    [
        Field::Of(plan, Part::Kind),
        Field::Of(plan, Part::Years),
        Field::Of(plan, Part::Method),
        Field::Of(plan, Part::Points),
    ]
}

const fn all() -> [Field; 22] {
    let mut all = [Field::Amount; 22];
    all[1] = Field::FundAmount;
    all[2] = Field::GrantedOn;
    all[3] = Field::RateLe5y;
    all[4] = Field::RateGt5y;
    all[5] = Field::Prime;
    let mut at = 0;
    while at < 16 {
        all[6 + at] = plan_fields(at / 4)[at % 4];
        at += 1;
    }
    all
}

impl Field {
    /// The fields that stand beneath the rates' summary.
    pub(super) const RATES: [Self; 3] = [Self::RateLe5y, Self::RateGt5y, Self::Prime];
}

impl FormField for Field {
    type Words = Text;

    const ALL: &'static [Self] = &all();

    fn name(self) -> &'static str {
        const KIND: [&str; PLANS] = ["kind_1", "kind_2", "kind_3", "kind_4"];
        const YEARS: [&str; PLANS] = ["years_1", "years_2", "years_3", "years_4"];
        const METHOD: [&str; PLANS] = ["method_1", "method_2", "method_3", "method_4"];
        const POINTS: [&str; PLANS] = ["points_1", "points_2", "points_3", "points_4"];
        match self {
            Self::Amount => "amount",
            Self::FundAmount => "fund_amount",
            Self::GrantedOn => "granted_on",
            Self::RateLe5y => "rate_le5y",
            Self::RateGt5y => "rate_gt5y",
            Self::Prime => "prime",
            Self::Of(plan, part) => {
                let names = match part {
                    Part::Kind => KIND,
                    Part::Years => YEARS,
                    Part::Method => METHOD,
                    Part::Points => POINTS,
                };
                names.get(plan).copied().unwrap_or_default()
            }
        }
    }

    fn words(room: &'static Room) -> &'static Text {
        &room.compare
    }

    fn label(self, words: &'static Text) -> &'static str {
        match self {
            Self::Amount => words.amount,
            Self::FundAmount => words.fund_amount,
            Self::GrantedOn => words.granted_on,
            Self::RateLe5y => words.rate_le5y,
            Self::RateGt5y => words.rate_gt5y,
            Self::Prime => words.prime,
            Self::Of(plan, part) => {
                let labels = match part {
                    Part::Kind => words.kind,
                    Part::Years => words.years,
                    Part::Method => words.method,
                    Part::Points => words.points,
                };
                labels.get(plan).copied().unwrap_or_default()
            }
        }
    }
}

/// Who lends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nobody: the plan is not looked at.
    None,
    /// The fund.
    Fund,
    /// The fund and a bank.
    Combined,
    /// A bank.
    Commercial,
}

impl Kind {
    /// All, in the order of the words.
    pub const ALL: [Self; 4] = [Self::None, Self::Fund, Self::Combined, Self::Commercial];

    /// The code in addresses and JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Fund => "fund",
            Self::Combined => "combined",
            Self::Commercial => "commercial",
        }
    }
}

impl FromStr for Kind {
    type Err = ();
    fn from_str(code: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|kind| kind.code() == code).ok_or(())
    }
}

/// Today's rates, to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatesToday {
    /// The fund's, for a first home.
    pub fund: TermRates,
    /// The five-year loan prime rate.
    pub prime: Rate,
}

/// An example: the fund's loan, a combined one and a bank's, at today's rates.
pub fn start(rates: Option<RatesToday>, lang: Lang) -> Typed<Field> {
    let amount = text(lang).loan.form.typed;
    let rate = |of: fn(RatesToday) -> Rate| rates.map(|rates| of(rates).to_string()).unwrap_or_default();
    Typed::new(|field| match field {
        Field::Amount => amount(600_000),
        Field::FundAmount => amount(400_000),
        Field::GrantedOn => String::new(),
        Field::RateLe5y => rate(|rates| rates.fund.le5y),
        Field::RateGt5y => rate(|rates| rates.fund.gt5y),
        Field::Prime => rate(|rates| rates.prime),
        Field::Of(plan, Part::Kind) => {
            let kind = [Kind::Fund, Kind::Combined, Kind::None, Kind::None]
                .get(plan)
                .copied();
            kind.unwrap_or(Kind::None).code().to_owned()
        }
        Field::Of(_, Part::Years) => "30".to_owned(),
        Field::Of(_, Part::Method) => Method::LevelPayment.code().to_owned(),
        Field::Of(_, Part::Points) => "0".to_owned(),
    })
}

/// What is asked for: the plans with their place on the form, and the day of granting with its due day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Each plan and which one on the form it is, 0 to 3.
    pub plans: Vec<(usize, Plan)>,
    /// The day of granting, and the same day of each month.
    pub granted: Option<(NaiveDate, u8)>,
}

/// What is asked for, or what is wrong with each field.
pub(super) fn read(typed: &Typed<Field>, lang: Lang) -> Result<Question, FormErrors> {
    let mut reader = Reader::new(typed, lang);
    let terms = Terms {
        amount: reader.positive(Field::Amount),
        fund_amount: reader.optional(Field::FundAmount, |reader| reader.positive(Field::FundAmount)),
        fund: TermRates {
            le5y: reader.rate(Field::RateLe5y),
            gt5y: reader.rate(Field::RateGt5y),
        },
        prime: reader.rate_or_none(Field::Prime),
    };
    let granted = reader.optional(Field::GrantedOn, |reader| reader.date(Field::GrantedOn));
    let granted = granted.map(|day| (day, u8::try_from(day.day()).unwrap_or(31)));
    let plans: Vec<_> = (0..PLANS)
        .filter_map(|at| Some((at, plan(&mut reader, at, &terms)?)))
        .collect();
    let combined = plans
        .iter()
        .any(|(_, plan)| matches!(plan, Plan::Combined { .. }));
    match terms.fund_amount {
        None if combined => reader.refuse(Field::FundAmount, |say| say.own.fund_amount_missing),
        // An amount that was refused is no measure.
        Some(fund) if combined && terms.amount > Fen::ZERO && fund >= terms.amount => {
            reader.refuse(Field::FundAmount, |say| say.own.fund_amount_whole);
        }
        _ => {}
    }
    if plans.len() < 2 {
        let first_free = (0..PLANS).find(|at| plans.iter().all(|(taken, _)| taken != at));
        reader.refuse(Field::Of(first_free.unwrap_or(0), Part::Kind), |say| {
            say.own.too_few
        });
    }
    reader.finish(Question { plans, granted })
}

/// What all plans share.
struct Terms {
    amount: Fen,
    fund_amount: Option<Fen>,
    fund: TermRates,
    /// Nothing when it was refused.
    prime: Option<Rate>,
}

/// One plan; nothing when it is not looked at.
fn plan(reader: &mut Reader<'_, Field>, at: usize, terms: &Terms) -> Option<Plan> {
    let of = |part| Field::Of(at, part);
    let kind = reader.optional(of(Part::Kind), |reader| reader.choice(of(Part::Kind), Kind::Fund))?;
    if kind == Kind::None {
        return None;
    }
    let years = reader.whole(of(Part::Years), &Unit::YEARS, 1, 30);
    let months = Months::new(u32::from(years) * 12).unwrap_or(Months::MAX);
    let method = reader.choice(of(Part::Method), Method::LevelPayment);
    let loan = |principal, rate| Loan {
        principal,
        months,
        rate,
        method,
    };
    let by_fund = terms.fund.of(months);
    if kind == Kind::Fund {
        return Some(Plan::Fund {
            fund: loan(terms.amount, by_fund),
        });
    }
    let points = reader.optional(of(Part::Points), |reader| reader.points(of(Part::Points)));
    let points = points.flatten().unwrap_or_default().0;
    let by_bank = terms.prime.map_or(Rate::ZERO, |prime| {
        prime_plus(prime, points).unwrap_or_else(|_| {
            reader.refuse(of(Part::Points), |say| say.own.points_no_rate);
            Rate::ZERO
        })
    });
    if kind == Kind::Commercial {
        return Some(Plan::Commercial {
            bank: loan(terms.amount, by_bank),
        });
    }
    let fund = terms.fund_amount.unwrap_or(Fen::ZERO);
    Some(Plan::Combined {
        fund: loan(fund, by_fund),
        bank: loan((terms.amount - fund).or_zero(), by_bank),
    })
}
