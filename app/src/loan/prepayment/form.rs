//! What is asked: the loan, and what is repaid ahead of time, up to six times, the first of them every month or year if wanted.

#[cfg(not(feature = "hydrate"))]
use fund::repayment::{Every, prepay_repeatedly};
use fund::{
    money::Fen,
    repayment::{Event, EventFault, FeeBand, Keep, Loan, Method, Pay, Prepaid, PrepaymentError, prepay},
};
use rust_decimal::Decimal;

use crate::{
    form::FormErrors,
    loan::form::{FormField, Reader, Typed, Unit},
    text::{
        Lang, Worded as _,
        loan::{
            Text as Room,
            prepayment::{ROWS, Text},
        },
        text,
    },
};

/// A field of the form, in the order of the page. Rows count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The amount lent.
    Principal,
    /// The number of instalments.
    Months,
    /// The annual rate in percent.
    AnnualRate,
    /// How it is repaid.
    Method,
    /// The instalment that a repayment ahead follows.
    After(usize),
    /// How much is repaid ahead.
    Amount(usize),
    /// What is kept, or that everything is repaid: `payment`, `term`, `settle`.
    Keep(usize),
    /// How often the first comes again: `once`, `month`, `year`.
    Every,
    /// The centre's fees ([`fees_text`]). Nobody types them: the server puts them here, for the browser to reckon with.
    Fees,
}

const AFTER: [&str; ROWS] = ["after", "after2", "after3", "after4", "after5", "after6"];
const AMOUNT: [&str; ROWS] = ["amount", "amount2", "amount3", "amount4", "amount5", "amount6"];
const KEEP: [&str; ROWS] = ["keep", "keep2", "keep3", "keep4", "keep5", "keep6"];

/// The code of repaying everything, where else stands what is kept.
pub(super) const SETTLE: &str = "settle";
/// The code of repaying ahead only once.
pub(super) const ONCE: &str = "once";

fn of(texts: &[&'static str; ROWS], row: usize) -> &'static str {
    texts.get(row).copied().unwrap_or_default()
}

impl FormField for Field {
    type Words = Text;

    const ALL: &'static [Self] = &[
        Self::Principal,
        Self::Months,
        Self::AnnualRate,
        Self::Method,
        Self::After(0),
        Self::Amount(0),
        Self::Keep(0),
        Self::Every,
        Self::After(1),
        Self::Amount(1),
        Self::Keep(1),
        Self::After(2),
        Self::Amount(2),
        Self::Keep(2),
        Self::After(3),
        Self::Amount(3),
        Self::Keep(3),
        Self::After(4),
        Self::Amount(4),
        Self::Keep(4),
        Self::After(5),
        Self::Amount(5),
        Self::Keep(5),
        Self::Fees,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::Months => "months",
            Self::AnnualRate => "annual_rate",
            Self::Method => "method",
            Self::After(row) => of(&AFTER, row),
            Self::Amount(row) => of(&AMOUNT, row),
            Self::Keep(row) => of(&KEEP, row),
            Self::Every => "every",
            Self::Fees => "fees",
        }
    }

    fn words(room: &'static Room) -> &'static Text {
        &room.prepayment
    }

    fn label(self, words: &'static Text) -> &'static str {
        match self {
            Self::Principal => words.principal,
            Self::Months => words.months,
            Self::AnnualRate => words.annual_rate,
            Self::Method => words.method,
            Self::After(row) => of(&words.after, row),
            Self::Amount(row) => of(&words.amount, row),
            Self::Keep(row) => of(&words.keep, row),
            Self::Every => words.every,
            Self::Fees => words.answer.fee,
        }
    }

    fn is_named(self, text: &str) -> bool {
        match self {
            Self::After(1..) | Self::Amount(1..) => !text.is_empty(),
            // A row without figures keeps nothing.
            Self::Keep(1..) => text != Keep::Payment.code(),
            Self::Every => !matches!(text, "" | ONCE),
            Self::Fees => false,
            _ => true,
        }
    }
}

/// An example at this rate, so that the page has an answer before anything is typed.
pub fn start(annual_rate: &str, lang: Lang) -> Typed<Field> {
    let amount = text(lang).loan.form.typed;
    Typed::new(|field| match field {
        Field::Principal => amount(500_000),
        Field::Months => "240".to_owned(),
        Field::AnnualRate => annual_rate.to_owned(),
        Field::Method => Method::LevelPayment.code().to_owned(),
        Field::After(0) => "36".to_owned(),
        Field::Amount(0) => amount(100_000),
        Field::Keep(_) => Keep::Payment.code().to_owned(),
        Field::Every => ONCE.to_owned(),
        _ => String::new(),
    })
}

/// Fees as they stand in [`Field::Fees`]: `12:1,24:0.5`.
pub fn fees_text(fees: &[FeeBand]) -> String {
    let bands: Vec<_> = fees
        .iter()
        .map(|band| format!("{}:{}", band.until, band.percent))
        .collect();
    bands.join(",")
}

fn fees(text: &str) -> Vec<FeeBand> {
    let band = |text: &str| {
        let (until, percent) = text.split_once(':')?;
        Some(FeeBand {
            until: until.parse().ok()?,
            percent: Decimal::from_str_exact(percent).ok()?,
        })
    };
    text.split(',').filter_map(band).collect()
}

/// What was asked, and what comes of it.
pub(super) struct Prepayments {
    pub(super) loan: Loan,
    pub(super) fees: Vec<FeeBand>,
    pub(super) prepaid: Prepaid,
}

/// What comes of the form, or what is wrong with each field.
pub(super) fn read(typed: &Typed<Field>, lang: Lang) -> Result<Prepayments, FormErrors> {
    let mut reader = Reader::new(typed, lang);
    let loan = Loan {
        principal: reader.positive(Field::Principal),
        months: reader.months(Field::Months),
        rate: reader.rate(Field::AnnualRate),
        method: reader.choice(Field::Method, Method::LevelPayment),
    };
    let last = loan.months.get().saturating_sub(1).max(1);
    let events: Vec<Event> = used(typed)
        .map(|row| event(&mut reader, typed, row, last))
        .collect();
    #[cfg(not(feature = "hydrate"))]
    let every = every(&mut reader);
    let (loan, events) = reader.finish((loan, events))?;
    let fees = fees(typed.get(Field::Fees));
    #[cfg(not(feature = "hydrate"))]
    let prepaid = match every {
        Some(every) => prepay_repeatedly(&loan, &events, every, &fees),
        None => prepay(&loan, &events, &fees),
    };
    // What comes again the browser leaves to the server, for its size: there is no answer until the form is sent.
    #[cfg(feature = "hydrate")]
    if typed.get(Field::Every) != ONCE {
        return Err(FormErrors::default());
    }
    #[cfg(feature = "hydrate")]
    let prepaid = prepay(&loan, &events, &fees);
    match prepaid {
        Ok(prepaid) => Ok(Prepayments { loan, fees, prepaid }),
        Err(error) => {
            let mut reader = Reader::new(typed, lang);
            reader.refuse(mendable(error, typed), |say| error.worded(say.lang));
            Err(reader.into_errors())
        }
    }
}

/// The rows that count. The first must be filled in: without it there is nothing to answer.
fn used(typed: &Typed<Field>) -> impl Iterator<Item = usize> {
    (0..ROWS).filter(|row| *row == 0 || is_used(typed, *row))
}

/// How often the first comes again; nothing when it does not.
#[cfg(not(feature = "hydrate"))]
fn every(reader: &mut Reader<'_, Field>) -> Option<Every> {
    match reader.text(Field::Every) {
        "" | ONCE => None,
        _ => Some(reader.choice(Field::Every, Every::Month)),
    }
}

/// Whether somebody has begun to fill in a further row.
pub(super) fn is_used(typed: &Typed<Field>, row: usize) -> bool {
    let filled = |field| !typed.get(field).trim().is_empty();
    filled(Field::After(row)) || filled(Field::Amount(row)) || typed.get(Field::Keep(row)) == SETTLE
}

fn event(reader: &mut Reader<'_, Field>, typed: &Typed<Field>, row: usize, last: u16) -> Event {
    let after = reader.whole(Field::After(row), &Unit::MONTHS, 1, last);
    let pay = if typed.get(Field::Keep(row)).trim() == SETTLE {
        Pay::Settle
    } else {
        let amount: Fen = reader.positive(Field::Amount(row));
        Pay::Amount(amount, reader.choice(Field::Keep(row), Keep::Payment))
    };
    Event { after, pay }
}

/// The field that can mend what the rule says against an event.
fn mendable(error: PrepaymentError, typed: &Typed<Field>) -> Field {
    let row = used(typed).nth(error.event).unwrap_or_default();
    match error.reason {
        EventFault::NotPositive | EventFault::MoreThanBalance { .. } => Field::Amount(row),
        EventFault::OneInstalment => Field::Months,
        EventFault::OutOfRange { .. } | EventFault::AfterTheEnd { .. } | EventFault::OutOfOrder { .. } => {
            Field::After(row)
        }
    }
}
