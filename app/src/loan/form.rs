//! The estimate's form: its fields, what was typed into them, and what that means.

use super::number::Unit;
use fund::{
    money::Fen,
    months::Months,
    quota::{Applicant, Contributors, Home, Person, Product, Standing, Track},
    repayment::Method,
};

use super::sheet::{FormField, Reader, Typed};
use crate::{form::FormErrors, text::loan::Text};

/// The most months of contribution that make sense: fifty years.
const MOST_MONTHS_CONTRIBUTED: u16 = 600;
/// The oldest building that makes sense, in years.
const MOST_BUILDING_AGE: u16 = 150;
/// A question answered with yes.
pub(super) const YES: &str = "yes";
/// And with no.
pub(super) const NO: &str = "no";
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
    /// The spouse's account balance, when the first field holds only one's own; may be blank.
    SpouseBalances,
    /// The spouse's monthly income, likewise.
    SpouseIncome,
    /// What is contributed each month, own part and employer's; may be blank.
    Monthly,
    /// What is owed on the bank's loan to replace; may be blank.
    Outstanding,
    /// Date of birth, which decides retirement; may be blank.
    Birth,
    /// Whose retirement age applies; may be blank.
    Track,
    /// Age of a second-hand home's building in years; may be blank.
    BuildingAge,
    /// Ticked for a certified green building.
    GreenBuilding,
    /// Ticked for a recognised talent.
    Talent,
    /// Fund loans the household has had; blank is unknown.
    EarlierLoans,
    /// `yes` or `no`; blank is unknown.
    GoodCredit,
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
        Self::SpouseBalances,
        Self::SpouseIncome,
        Self::Monthly,
        Self::Outstanding,
        Self::Birth,
        Self::Track,
        Self::BuildingAge,
        Self::GreenBuilding,
        Self::Talent,
        Self::EarlierLoans,
        Self::GoodCredit,
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
            Self::SpouseBalances => "spouse_balances",
            Self::SpouseIncome => "spouse_income",
            Self::Monthly => "monthly",
            Self::Outstanding => "outstanding",
            Self::Birth => "birth",
            Self::Track => "track",
            Self::BuildingAge => "building_age",
            Self::GreenBuilding => "green_building",
            Self::Talent => "talent",
            Self::EarlierLoans => "earlier_loans",
            Self::GoodCredit => "good_credit",
        }
    }

    fn label(self, words: &'static Text) -> &'static str {
        let form = &words.form;
        match self {
            Self::Amount => words.result.amount,
            Self::Years => words.result.years,
            Self::Price => form.price,
            Self::Home => form.home,
            Self::Contributors => form.contributors,
            Self::Balances => form.balances,
            Self::Income => form.income,
            Self::Method => form.method,
            Self::Product => form.product,
            Self::Children => form.children,
            Self::MonthsContributed => form.months_contributed,
            Self::Debts => form.debts,
            Self::Area => form.area,
            Self::SpouseBalances => form.spouse_balances,
            Self::SpouseIncome => form.spouse_income,
            Self::Monthly => form.monthly,
            Self::Outstanding => form.outstanding,
            Self::Birth => form.birth,
            Self::Track => form.track,
            Self::BuildingAge => form.building_age,
            Self::GreenBuilding => form.green_building,
            Self::Talent => form.talent,
            Self::EarlierLoans => form.earlier_loans,
            Self::GoodCredit => form.good_credit,
        }
    }

    fn is_named(self, text: &str) -> bool {
        // Neither the example nor an account fills these in: left out, they are blank.
        let blank_anyway = matches!(
            self,
            Self::Debts
                | Self::Area
                | Self::SpouseBalances
                | Self::SpouseIncome
                | Self::Outstanding
                | Self::BuildingAge
                | Self::GreenBuilding
                | Self::Talent
                | Self::EarlierLoans
                | Self::GoodCredit
        );
        !(blank_anyway && text.is_empty())
    }
}

impl Field {
    /// The fields that are folded away, because fewer people need them: about the household, about the home, about the
    /// borrower.
    pub(super) const FURTHER: [Self; 16] = [
        Self::Product,
        Self::Children,
        Self::MonthsContributed,
        Self::Debts,
        Self::Area,
        Self::SpouseBalances,
        Self::SpouseIncome,
        Self::Monthly,
        Self::Outstanding,
        Self::Birth,
        Self::Track,
        Self::BuildingAge,
        Self::GreenBuilding,
        Self::Talent,
        Self::EarlierLoans,
        Self::GoodCredit,
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
        _ => "",
    })
}

/// Nothing typed, for a program: it says what it wants, and nothing is assumed for it but the ordinary loan, repaid by
/// level payments.
pub fn blank() -> Typed<Field> {
    Typed::blank()
        .with(Field::Method, Method::LevelPayment.code())
        .with(Field::Product, Product::Ordinary.code())
}

/// What people write behind an area.
const AREA_UNITS: &[&str] = &["平方米", "平米", "平", "㎡", "m²", "m2"];

/// What it all means, or what is wrong with each field. `standing` is what the centre's files say.
pub fn read(typed: &Typed<Field>, standing: Standing, words: &'static Text) -> Result<Wanted, FormErrors> {
    let mut reader = Reader::new(typed, words, &words.refused);
    let amount = reader.optional(Field::Amount, |reader| reader.positive(Field::Amount));
    let years = reader.whole(Field::Years, &Unit::YEARS, 1, MOST_YEARS);
    let amount_or_none = |reader: &mut Reader<'_, Field>, field| {
        reader
            .optional(field, |reader| reader.money(field))
            .unwrap_or_default()
    };
    let (spouse_balances, spouse_income) = (
        amount_or_none(&mut reader, Field::SpouseBalances),
        amount_or_none(&mut reader, Field::SpouseIncome),
    );
    let children = reader.optional(Field::Children, |reader| {
        reader.whole(Field::Children, &Unit::PEOPLE, 0, 20)
    });
    let applicant = Applicant {
        price: reader.positive(Field::Price),
        home: reader.choice(Field::Home, Home::First),
        contributors: reader.choice(Field::Contributors, Contributors::One),
        balances: reader.money(Field::Balances) + spouse_balances,
        income: reader.positive(Field::Income) + spouse_income,
        method: reader.choice(Field::Method, Method::LevelPayment),
        product: reader.choice(Field::Product, Product::Ordinary),
        children: children
            .and_then(|children| u8::try_from(children).ok())
            .unwrap_or(0),
        months_contributed: reader.whole(
            Field::MonthsContributed,
            &Unit::MONTHS,
            0,
            MOST_MONTHS_CONTRIBUTED,
        ),
        debts: amount_or_none(&mut reader, Field::Debts),
        area: reader
            .optional(Field::Area, |reader| reader.parsed(Field::Area, AREA_UNITS))
            .flatten(),
        months: Months::new(u32::from(years) * 12).unwrap_or(Months::MAX),
        outstanding: reader.optional(Field::Outstanding, |reader| reader.positive(Field::Outstanding)),
        building_age: reader.optional(Field::BuildingAge, |reader| {
            reader.whole(Field::BuildingAge, &Unit::YEARS, 0, MOST_BUILDING_AGE)
        }),
        green_building: reader.ticked(Field::GreenBuilding),
        talent: reader.ticked(Field::Talent),
        person: person(&mut reader),
        standing: Standing {
            earlier_loans: reader
                .optional(Field::EarlierLoans, |reader| {
                    reader.whole(Field::EarlierLoans, &Unit::PIECES, 0, 9)
                })
                .and_then(|loans| u8::try_from(loans).ok())
                .or(standing.earlier_loans),
            good_credit: credit(&mut reader).or(standing.good_credit),
            ..standing
        },
    };
    let monthly = amount_or_none(&mut reader, Field::Monthly);
    reader.finish(Wanted {
        applicant,
        amount,
        monthly,
    })
}

/// Age and work, when the day of birth is given.
fn person(reader: &mut Reader<'_, Field>) -> Option<Person> {
    let birth = reader.optional(Field::Birth, |reader| reader.date(Field::Birth));
    let track = reader.optional(Field::Track, |reader| {
        reader.choice(Field::Track, Track::WomanWorker)
    });
    birth.map(|birth| Person { birth, track })
}

fn credit(reader: &mut Reader<'_, Field>) -> Option<bool> {
    reader
        .optional(Field::GoodCredit, |reader| {
            let answer = reader.text(Field::GoodCredit);
            let known = matches!(answer, YES | NO).then_some(answer == YES);
            if known.is_none() {
                reader.refuse_choice(Field::GoodCredit);
            }
            known
        })
        .flatten()
}

/// An estimate asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Who asks, and for what.
    pub applicant: Applicant,
    /// How much they would like; the most they can get when they do not say.
    pub amount: Option<Fen>,
    /// What is contributed each month; nothing when they do not say.
    pub monthly: Fen,
}
