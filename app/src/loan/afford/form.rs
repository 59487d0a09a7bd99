//! What is asked: what one has, what one can pay each month, and who one is.

use crate::loan::number::Unit;
use fund::{
    afford::Wish,
    costs::Market,
    money::Fen,
    months::Months,
    quota::{Contributors, Home},
    repayment::Method,
};

use crate::{
    form::FormErrors,
    loan::{
        compare::Points,
        sheet::{FormField, Reader, Typed},
    },
    text::loan::{
        REFUSED_ZH_CN,
        afford::{Text, ZH_CN},
    },
};

/// A field of the form, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What can be paid at once.
    Savings,
    /// What can be paid each month.
    Budget,
    /// The price of a square metre.
    PerSquareMetre,
    /// The term in years.
    Years,
    /// How the loans are repaid.
    Method,
    /// New home or resale.
    Market,
    /// Whether a bank lends too: `yes` or `no`.
    Bank,
    /// What the bank adds to the prime rate; blank for nothing.
    Points,
    /// First or second home.
    Home,
    /// One contributor or two.
    Contributors,
    /// The account balances together.
    Balances,
    /// Children in the household; blank for none.
    Children,
    /// Months of continuous contribution.
    MonthsContributed,
    /// The household's monthly income; may be blank.
    Income,
}

impl Field {
    /// What decides the terms that the centre's rules give: they are made anew on the server when one of these changes.
    pub(super) const HOUSEHOLD: [Self; 7] = [
        Self::Market,
        // With a bank's loan beside it the fund's is another product.
        Self::Bank,
        Self::Home,
        Self::Contributors,
        Self::Balances,
        Self::Children,
        Self::MonthsContributed,
    ];
}

impl FormField for Field {
    type Words = Text;

    const ALL: &'static [Self] = &[
        Self::Savings,
        Self::Budget,
        Self::PerSquareMetre,
        Self::Years,
        Self::Method,
        Self::Market,
        Self::Bank,
        Self::Points,
        Self::Home,
        Self::Contributors,
        Self::Balances,
        Self::Children,
        Self::MonthsContributed,
        Self::Income,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Savings => "savings",
            Self::Budget => "budget",
            Self::PerSquareMetre => "per_square_metre",
            Self::Years => "years",
            Self::Method => "method",
            Self::Market => "market",
            Self::Bank => "bank",
            Self::Points => "points",
            Self::Home => "home",
            Self::Contributors => "contributors",
            Self::Balances => "balances",
            Self::Children => "children",
            Self::MonthsContributed => "months_contributed",
            Self::Income => "income",
        }
    }

    fn label(self, words: &'static Text) -> &'static str {
        match self {
            Self::Savings => words.savings,
            Self::Budget => words.budget,
            Self::PerSquareMetre => words.per_square_metre,
            Self::Years => words.years,
            Self::Method => words.method,
            Self::Market => words.market,
            Self::Bank => words.bank,
            Self::Points => words.points,
            Self::Home => words.home,
            Self::Contributors => words.contributors,
            Self::Balances => words.balances,
            Self::Children => words.children,
            Self::MonthsContributed => words.months_contributed,
            Self::Income => words.income,
        }
    }
}

/// An example household, over the longest term. Not policy: only a start.
pub fn start(longest: Months) -> Typed<Field> {
    let years = (longest.get() / 12).to_string();
    let typed = Typed::new(|field| match field {
        Field::Savings => "25万",
        Field::Budget => "3500",
        Field::PerSquareMetre => "6500",
        Field::Method => Method::LevelPayment.code(),
        Field::Market => Market::New.code(),
        Field::Bank => YES,
        Field::Points | Field::Children => "0",
        Field::Home => Home::First.code(),
        Field::Contributors => Contributors::One.code(),
        Field::Balances => "2万",
        Field::MonthsContributed => "36",
        Field::Years | Field::Income => "",
    });
    typed.with(Field::Years, years)
}

/// A bank lends too.
pub(super) const YES: &str = "yes";
/// It does not.
pub(super) const NO: &str = "no";

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What one has and wants.
    pub wish: Wish,
    /// What a bank adds to the prime rate, if one lends too.
    pub bank: Option<Points>,
    /// The household's monthly income, where it was given.
    pub income: Option<Fen>,
    /// Who asks.
    pub household: Household,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Household {
    /// New home or resale.
    pub market: Market,
    /// First or second home.
    pub home: Home,
    /// One contributor or two.
    pub contributors: Contributors,
    /// The account balances together.
    pub balances: Fen,
    /// Children.
    pub children: u8,
    /// Months of continuous contribution.
    pub months_contributed: u16,
}

/// What is asked for, or what is wrong with each field.
pub fn read(typed: &Typed<Field>) -> Result<Asked, FormErrors> {
    let mut reader = Reader::new(typed, &ZH_CN, &REFUSED_ZH_CN);
    let wish = Wish {
        savings: reader.money(Field::Savings),
        budget: reader.money(Field::Budget),
        per_square_metre: reader.positive(Field::PerSquareMetre),
        months: Months::new(u32::from(reader.whole(Field::Years, &Unit::YEARS, 1, 30)) * 12)
            .unwrap_or(Months::MAX),
        method: reader.choice(Field::Method, Method::LevelPayment),
    };
    let asked = Asked {
        wish,
        bank: bank(&mut reader, typed),
        income: reader.optional(Field::Income, |reader| reader.positive(Field::Income)),
        household: household(&mut reader),
    };
    reader.finish(asked)
}

fn bank(reader: &mut Reader<'_, Field>, typed: &Typed<Field>) -> Option<Points> {
    match typed.get(Field::Bank) {
        NO => None,
        YES => {
            let points = reader.optional(Field::Points, |reader| {
                reader.parsed(Field::Points, Points::UNITS)
            });
            Some(points.flatten().unwrap_or_default())
        }
        _ => {
            reader.refuse_choice(Field::Bank);
            None
        }
    }
}

fn household(reader: &mut Reader<'_, Field>) -> Household {
    let children = reader.optional(Field::Children, |reader| {
        reader.whole(Field::Children, &Unit::PEOPLE, 0, 20)
    });
    Household {
        market: reader.choice(Field::Market, Market::New),
        home: reader.choice(Field::Home, Home::First),
        contributors: reader.choice(Field::Contributors, Contributors::One),
        balances: reader.money(Field::Balances),
        children: children
            .and_then(|children| u8::try_from(children).ok())
            .unwrap_or(0),
        months_contributed: reader.whole(Field::MonthsContributed, &Unit::MONTHS, 0, 600),
    }
}
