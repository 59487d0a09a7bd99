//! The estimate's form: its fields, what was typed into them, and what that means.

use fund::{
    money::Fen,
    months::Months,
    quota::{Applicant, Circumstances, Contributors, Home, Person, Product, Track},
    repayment::Method,
};

use crate::{
    form::FormErrors,
    loan::form::{Reader, Typed, Unit, fields},
    text::{Lang, loan::estimate::Text, text},
};

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

fields! {
    /// A field of the estimate, in the order of the page.
    pub enum Field of estimate: Text {
        /// The amount asked for; may be blank.
        Amount = "amount", form.amount;
        /// The term in years.
        Years = "years", form.years;
        /// The price of the home.
        Price = "price", form.price;
        /// First or second home.
        Home = "home", form.home;
        /// One contributor or two.
        Contributors = "contributors", form.contributors;
        /// The account balances together.
        Balances = "balances", form.balances;
        /// The household's monthly income.
        Income = "income", form.income;
        /// How the loan is repaid.
        Method = "method", form.method;
        /// The kind of loan.
        Product = "product", form.product;
        /// Children in the household; blank means none.
        Children = "children", form.children;
        /// Months of continuous contribution.
        MonthsContributed = "months_contributed", form.months_contributed;
        /// Other debts a month; blank means none.
        Debts = "debts", form.debts;
        /// Floor area in square metres; may be blank.
        Area = "area", form.area;
        /// The spouse's account balance, when the first field holds only one's own; may be blank.
        SpouseBalances = "spouse_balances", form.spouse_balances;
        /// The spouse's monthly income, likewise.
        SpouseIncome = "spouse_income", form.spouse_income;
        /// What is contributed each month, own part and employer's; may be blank.
        Monthly = "monthly", form.monthly;
        /// What is owed on the bank's loan to replace; may be blank.
        Outstanding = "outstanding", form.outstanding;
        /// Date of birth, which decides retirement; may be blank.
        Birth = "birth", form.birth;
        /// Whose retirement age applies; may be blank.
        Track = "track", form.track;
        /// Age of a second-hand home's building in years; may be blank.
        BuildingAge = "building_age", form.building_age;
        /// Ticked for a certified green building.
        GreenBuilding = "green_building", form.green_building;
        /// Ticked for a recognised talent.
        Talent = "talent", form.talent;
        /// Fund loans the household has had; blank is unknown.
        EarlierLoans = "earlier_loans", form.earlier_loans;
        /// `yes` or `no`; blank is unknown.
        GoodCredit = "good_credit", form.good_credit;
    }
    // Neither the example nor an account fills these in: left out, they are blank.
    named: |field, text| !text.is_empty() || !matches!(
        field,
        Field::Debts
            | Field::Area
            | Field::SpouseBalances
            | Field::SpouseIncome
            | Field::Outstanding
            | Field::BuildingAge
            | Field::GreenBuilding
            | Field::Talent
            | Field::EarlierLoans
            | Field::GoodCredit
    );
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
pub fn example(lang: Lang) -> Typed<Field> {
    let amount = text(lang).loan.form.typed;
    Typed::new(|field| match field {
        Field::Price => amount(600_000),
        Field::Years => "20".to_owned(),
        Field::Home => Home::First.code().to_owned(),
        Field::Contributors => Contributors::One.code().to_owned(),
        Field::Balances => amount(20_000),
        Field::Income => "8000".to_owned(),
        Field::Method => Method::LevelPayment.code().to_owned(),
        Field::Product => Product::Ordinary.code().to_owned(),
        Field::Children => "0".to_owned(),
        Field::MonthsContributed => "36".to_owned(),
        _ => String::new(),
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

/// What it all means, or what is wrong with each field. `circumstances` is what the centre's files say.
pub fn read(typed: &Typed<Field>, circumstances: Circumstances, lang: Lang) -> Result<Question, FormErrors> {
    let mut reader = Reader::new(typed, lang);
    let (amount, months) = amount_and_term(&mut reader);
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
        months,
        outstanding: reader.optional(Field::Outstanding, |reader| reader.positive(Field::Outstanding)),
        building_age: reader.optional(Field::BuildingAge, |reader| {
            reader.whole(Field::BuildingAge, &Unit::YEARS, 0, MOST_BUILDING_AGE)
        }),
        green_building: reader.ticked(Field::GreenBuilding),
        talent: reader.ticked(Field::Talent),
        person: person(&mut reader),
        circumstances: Circumstances {
            earlier_loans: reader
                .optional(Field::EarlierLoans, |reader| {
                    reader.whole(Field::EarlierLoans, &Unit::PIECES, 0, 9)
                })
                .and_then(|loans| u8::try_from(loans).ok())
                .or(circumstances.earlier_loans),
            good_credit: credit(&mut reader).or(circumstances.good_credit),
            ..circumstances
        },
    };
    let monthly = amount_or_none(&mut reader, Field::Monthly);
    reader.finish(Question {
        applicant,
        amount,
        monthly,
    })
}

/// How much is asked for, if anything, and for how long.
pub(super) fn amount_and_term(reader: &mut Reader<'_, Field>) -> (Option<Fen>, Months) {
    let amount = reader.optional(Field::Amount, |reader| reader.positive(Field::Amount));
    let years = reader.whole(Field::Years, &Unit::YEARS, 1, MOST_YEARS);
    let months = Months::new(u32::from(years) * 12).unwrap_or(Months::MAX);
    (amount, months)
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
pub struct Question {
    /// Who asks, and for what.
    pub applicant: Applicant,
    /// How much they would like; the most they can get when they do not say.
    pub amount: Option<Fen>,
    /// What is contributed each month; nothing when they do not say.
    pub monthly: Fen,
}
