//! The estimate's form: its fields, what was typed into them, and what that means.

use fund::{
    money::Fen,
    months::Months,
    quota::{Applicant, Contributors, Home, Product, Standing},
    repayment::Method,
};

use super::sheet::{FormField, Reader, Typed};
use crate::{
    form::FormErrors,
    text::loan::{Form as Labels, Text},
};

/// The most months of contribution that make sense: fifty years.
const MOST_MONTHS_CONTRIBUTED: u16 = 600;
/// The longest term in years.
pub(super) const MOST_YEARS: u16 = 30;

/// A field of the estimate, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The amount asked for; may be blank.
    Amount,
    /// The term in years.
    Years,
    /// The price of the home.
    Price,
    /// First or second home.
    Home,
    /// One contributor or two.
    Contributors,
    /// The account balances together.
    Balances,
    /// The household's monthly income.
    Income,
    /// How the loan is repaid.
    Method,
    /// The kind of loan.
    Product,
    /// Children in the household; blank means none.
    Children,
    /// Months of continuous contribution.
    MonthsContributed,
    /// Other debts a month; blank means none.
    Debts,
    /// Floor area in square metres; may be blank.
    Area,
}

impl FormField for Field {
    type Words = Text;

    const ALL: &'static [Self] = &[
        Self::Amount,
        Self::Years,
        Self::Price,
        Self::Home,
        Self::Contributors,
        Self::Balances,
        Self::Income,
        Self::Method,
        Self::Product,
        Self::Children,
        Self::MonthsContributed,
        Self::Debts,
        Self::Area,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Years => "years",
            Self::Price => "price",
            Self::Home => "home",
            Self::Contributors => "contributors",
            Self::Balances => "balances",
            Self::Income => "income",
            Self::Method => "method",
            Self::Product => "product",
            Self::Children => "children",
            Self::MonthsContributed => "months_contributed",
            Self::Debts => "debts",
            Self::Area => "area",
        }
    }

    fn label(self, words: &'static Text) -> &'static str {
        let Labels {
            price,
            home,
            contributors,
            balances,
            income,
            method,
            product,
            children,
            months_contributed,
            debts,
            area,
            ..
        } = &words.form;
        match self {
            Self::Amount => words.result.amount,
            Self::Years => words.result.years,
            Self::Price => price,
            Self::Home => home,
            Self::Contributors => contributors,
            Self::Balances => balances,
            Self::Income => income,
            Self::Method => method,
            Self::Product => product,
            Self::Children => children,
            Self::MonthsContributed => months_contributed,
            Self::Debts => debts,
            Self::Area => area,
        }
    }
}

impl Field {
    /// The fields that are folded away, because fewer people need them.
    pub(super) const FURTHER: [Self; 5] = [
        Self::Product,
        Self::Children,
        Self::MonthsContributed,
        Self::Debts,
        Self::Area,
    ];
}

/// An example household, so that the page has an answer before anything is typed. Not policy: only a start.
pub fn example() -> Typed<Field> {
    Typed::new(|field| match field {
        Field::Price => "60万",
        Field::Years => "20",
        Field::Home => Home::First.code(),
        Field::Contributors => Contributors::One.code(),
        Field::Balances => "2万",
        Field::Income => "8000",
        Field::Method => Method::LevelPayment.code(),
        Field::Product => Product::Ordinary.code(),
        Field::Children => "0",
        Field::MonthsContributed => "36",
        Field::Amount | Field::Debts | Field::Area => "",
    })
}

/// Nothing typed, for a program: it says what it wants, and nothing is assumed for it but the ordinary loan, repaid by
/// level payments.
pub fn blank() -> Typed<Field> {
    Typed::blank()
        .with(Field::Method, Method::LevelPayment.code())
        .with(Field::Product, Product::Ordinary.code())
}

/// What it all means, or what is wrong with each field. `standing` is what the centre's files say.
pub fn read(typed: &Typed<Field>, standing: Standing, words: &'static Text) -> Result<Wanted, FormErrors> {
    let mut reader = Reader::new(typed, words, &words.refused);
    let amount = reader.optional(Field::Amount, |reader| reader.positive(Field::Amount));
    let years = reader.whole(Field::Years, 1, MOST_YEARS);
    let children = reader.optional(Field::Children, |reader| reader.whole(Field::Children, 0, 20));
    let applicant = Applicant {
        price: reader.positive(Field::Price),
        home: reader.choice(Field::Home, Home::First),
        contributors: reader.choice(Field::Contributors, Contributors::One),
        balances: reader.money(Field::Balances),
        income: reader.positive(Field::Income),
        method: reader.choice(Field::Method, Method::LevelPayment),
        product: reader.choice(Field::Product, Product::Ordinary),
        children: children
            .and_then(|children| u8::try_from(children).ok())
            .unwrap_or(0),
        months_contributed: reader.whole(Field::MonthsContributed, 0, MOST_MONTHS_CONTRIBUTED),
        debts: reader
            .optional(Field::Debts, |reader| reader.money(Field::Debts))
            .unwrap_or_default(),
        area: reader
            .optional(Field::Area, |reader| reader.parsed(Field::Area))
            .flatten(),
        months: Months::new(u32::from(years) * 12).unwrap_or(Months::MAX),
        outstanding: None,
        building_age: None,
        green_building: false,
        talent: false,
        person: None,
        standing,
    };
    reader.finish(Wanted { applicant, amount })
}

/// An estimate asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Who asks, and for what.
    pub applicant: Applicant,
    /// How much they would like; the most they can get when they do not say.
    pub amount: Option<Fen>,
}
