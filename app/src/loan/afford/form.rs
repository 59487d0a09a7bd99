//! What is asked: what one has, what one can pay each month, and who one is.

use fund::{
    afford::Means,
    costs::Market,
    money::Fen,
    months::Months,
    quota::{Contributors, Home},
    repayment::Method,
};

use crate::{
    form::FormErrors,
    loan::form::{Points, Reader, Typed, Unit, fields},
    text::{Lang, loan::afford::Text, text},
};

fields! {
    /// A field of the form, in the order of the page.
    pub enum Field of afford: Text {
        /// What can be paid at once.
        Savings = "savings", savings;
        /// What can be paid each month.
        Budget = "budget", budget;
        /// The price of a square metre.
        PerSquareMetre = "per_square_metre", per_square_metre;
        /// The term in years.
        Years = "years", years;
        /// How the loans are repaid.
        Method = "method", method;
        /// New home or resale.
        Market = "market", market;
        /// Whether a bank lends too: `yes` or `no`.
        Bank = "bank", bank;
        /// What the bank adds to the prime rate; blank for nothing.
        Points = "points", points;
        /// First or second home.
        Home = "home", home;
        /// One contributor or two.
        Contributors = "contributors", contributors;
        /// The account balances together.
        Balances = "balances", balances;
        /// Children in the household; blank for none.
        Children = "children", children;
        /// Months of continuous contribution.
        MonthsContributed = "months_contributed", months_contributed;
        /// The household's monthly income; may be blank.
        Income = "income", income;
    }
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

/// An example household, over the longest term. Not policy: only a start.
pub fn start(longest: Months, lang: Lang) -> Typed<Field> {
    let amount = text(lang).loan.form.typed;
    let years = (longest.get() / 12).to_string();
    let typed = Typed::new(|field| match field {
        Field::Savings => amount(250_000),
        Field::Budget => "3500".to_owned(),
        Field::PerSquareMetre => "6500".to_owned(),
        Field::Method => Method::LevelPayment.code().to_owned(),
        Field::Market => Market::New.code().to_owned(),
        Field::Bank => YES.to_owned(),
        Field::Points | Field::Children => "0".to_owned(),
        Field::Home => Home::First.code().to_owned(),
        Field::Contributors => Contributors::One.code().to_owned(),
        Field::Balances => amount(20_000),
        Field::MonthsContributed => "36".to_owned(),
        Field::Years | Field::Income => String::new(),
    });
    typed.with(Field::Years, years)
}

/// A bank lends too.
pub(super) const YES: &str = "yes";
/// It does not.
pub(super) const NO: &str = "no";

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// What one has and wants.
    pub means: Means,
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
pub fn read(typed: &Typed<Field>, lang: Lang) -> Result<Question, FormErrors> {
    let mut reader = Reader::new(typed, lang);
    let means = Means {
        savings: reader.money(Field::Savings),
        budget: reader.money(Field::Budget),
        per_square_metre: reader.positive(Field::PerSquareMetre),
        months: Months::new(u32::from(reader.whole(Field::Years, &Unit::YEARS, 1, 30)) * 12)
            .unwrap_or(Months::MAX),
        method: reader.choice(Field::Method, Method::LevelPayment),
    };
    let question = Question {
        means,
        bank: bank(&mut reader, typed),
        income: reader.optional(Field::Income, |reader| reader.positive(Field::Income)),
        household: household(&mut reader),
    };
    reader.finish(question)
}

fn bank(reader: &mut Reader<'_, Field>, typed: &Typed<Field>) -> Option<Points> {
    match typed.get(Field::Bank) {
        NO => None,
        YES => {
            let points = reader.optional(Field::Points, |reader| reader.points(Field::Points));
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
