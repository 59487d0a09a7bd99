//! The estimate's form: its fields, what was typed into them, and what that means.

use std::fmt::Display;

use fund::{
    money::{Fen, MoneyError},
    months::Months,
    quota::{Applicant, Contributors, Home, Product, Standing},
    repayment::Method,
};

use super::number::whole;
use crate::{
    form::FormErrors,
    text::loan::{Form as Labels, Refused, Text},
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

impl Field {
    /// Every field, in order.
    pub const ALL: [Self; 13] = [
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

    /// The fields that are folded away, because fewer people need them.
    pub(super) const FURTHER: [Self; 5] = [
        Self::Product,
        Self::Children,
        Self::MonthsContributed,
        Self::Debts,
        Self::Area,
    ];

    /// Its name in addresses and JSON.
    pub const fn name(self) -> &'static str {
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

    fn label(self, words: &Text) -> &'static str {
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

/// What stands in each field, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed([String; Field::ALL.len()]);

impl Typed {
    /// An example household, so that the page has an answer before anything is typed. Not policy: only a start.
    pub fn example() -> Self {
        Self(Field::ALL.map(|field| {
            let text = match field {
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
            };
            text.to_owned()
        }))
    }

    /// Nothing typed, for a program: it says what it wants, and nothing is assumed for it but the ordinary loan, repaid by
    /// level payments.
    pub fn blank() -> Self {
        Self(Field::ALL.map(|field| match field {
            Field::Method => Method::LevelPayment.code().to_owned(),
            Field::Product => Product::Ordinary.code().to_owned(),
            _ => String::new(),
        }))
    }

    /// What stands in a field.
    pub fn get(&self, field: Field) -> &str {
        self.0.get(field as usize).map_or("", String::as_str)
    }

    /// The same with this in a field.
    #[must_use]
    pub fn with(mut self, field: Field, text: impl Into<String>) -> Self {
        if let Some(place) = self.0.get_mut(field as usize) {
            *place = text.into();
        }
        self
    }

    /// What it all means, or what is wrong with each field. `standing` is what the centre's files say.
    ///
    /// Both forms of an amount are read: what people type (`60万`) and what programs send (`600000.00`).
    pub fn read(&self, standing: Standing, words: &'static Text) -> Result<Wanted, FormErrors> {
        let mut reader = Reader {
            typed: self,
            words,
            errors: FormErrors::default(),
        };
        let amount = reader.optional(Field::Amount, |reader| reader.positive(Field::Amount));
        let years = reader.whole(Field::Years, 1, MOST_YEARS);
        let applicant = Applicant {
            price: reader.positive(Field::Price),
            home: reader.choice(Field::Home, Home::First),
            contributors: reader.choice(Field::Contributors, Contributors::One),
            balances: reader.money(Field::Balances),
            income: reader.positive(Field::Income),
            method: reader.choice(Field::Method, Method::LevelPayment),
            product: reader.choice(Field::Product, Product::Ordinary),
            children: u8::try_from(
                reader
                    .optional(Field::Children, |reader| reader.whole(Field::Children, 0, 20))
                    .unwrap_or(0),
            )
            .unwrap_or(u8::MAX),
            months_contributed: reader.whole(Field::MonthsContributed, 0, MOST_MONTHS_CONTRIBUTED),
            debts: reader
                .optional(Field::Debts, |reader| reader.money(Field::Debts))
                .unwrap_or_default(),
            area: reader
                .optional(Field::Area, |reader| {
                    let area = half_width(reader.typed.get(Field::Area)).parse().map(Some);
                    reader.keep(Field::Area, area, None)
                })
                .flatten(),
            months: Months::new(u32::from(years) * 12).unwrap_or(Months::MAX),
            building_age: None,
            green_building: false,
            talent: false,
            person: None,
            standing,
        };
        if reader.errors.is_empty() {
            Ok(Wanted { applicant, amount })
        } else {
            Err(reader.errors)
        }
    }
}

/// An estimate asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Who asks, and for what.
    pub applicant: Applicant,
    /// How much they would like; the most they can get when they do not say.
    pub amount: Option<Fen>,
}

/// Reads one field after the other and notes what is wrong, so that everything is said at once. Each method gives some
/// value even for a refused field: it is dropped with the rest.
struct Reader<'a> {
    typed: &'a Typed,
    words: &'static Text,
    errors: FormErrors,
}

impl Reader<'_> {
    fn refuse(&mut self, field: Field, reason: &str) {
        let message = (self.words.refused.field)(field.label(self.words), reason);
        self.errors.add(field.name(), message);
    }

    fn keep<T, E: Display>(&mut self, field: Field, read: Result<T, E>, fallback: T) -> T {
        read.unwrap_or_else(|error| {
            self.refuse(field, &error.to_string());
            fallback
        })
    }

    fn optional<T>(&mut self, field: Field, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        let blank = self.typed.get(field).trim().is_empty();
        (!blank).then(|| read(self))
    }

    fn money(&mut self, field: Field) -> Fen {
        let amount: Result<Fen, MoneyError> = Fen::parse_human(self.typed.get(field));
        self.keep(field, amount, Fen::ZERO)
    }

    fn positive(&mut self, field: Field) -> Fen {
        let amount = positive(self.typed.get(field), &self.words.refused);
        self.keep(field, amount, Fen::ZERO)
    }

    fn whole(&mut self, field: Field, least: u16, most: u16) -> u16 {
        let number = whole(self.typed.get(field)).filter(|number| (least..=most).contains(number));
        number.unwrap_or_else(|| {
            self.refuse(field, &(self.words.refused.range)(least, most));
            least
        })
    }

    fn choice<T: std::str::FromStr>(&mut self, field: Field, fallback: T) -> T {
        self.typed.get(field).trim().parse().unwrap_or_else(|_| {
            self.refuse(field, self.words.refused.choice);
            fallback
        })
    }
}

/// An amount above zero, or why it is none.
pub(super) fn positive(text: &str, refused: &Refused) -> Result<Fen, String> {
    match Fen::parse_human(text) {
        Ok(Fen::ZERO) => Err(refused.zero.to_owned()),
        amount => amount.map_err(|error| error.to_string()),
    }
}

fn half_width(text: &str) -> String {
    text.trim().chars().map(super::number::half_width).collect()
}
