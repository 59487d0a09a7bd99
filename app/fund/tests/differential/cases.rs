//! Random loans and what happens to them, by both implementations' rules.

use chrono::{Days, NaiveDate};
use fund::edition::{LoanRates, RateEntry, RateFigure, Term};
use fund::money::Fen;
use fund::months::Months;
use fund::quota::Home;
use fund::rate::Rate;
use fund::repayment::{
    Event, Existing, Instalment, January, Keep, Loan, Method, Pay, PrepaymentError, ReplayError, prepay,
    replay, schedule,
};
use rust_decimal::Decimal;

/// The same numbers in every run (splitmix64).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From `least` to `most`, both included.
    fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.next() % (most - least + 1)
    }

    /// 1 fen to 100 million yuan, every order of magnitude as likely as another; one in eight in whole yuan.
    fn amount(&mut self) -> Fen {
        let bits = self.between(0, 33);
        let fen = (1 + self.next() % (1 << bits)).min(10_000_000_000);
        let fen = if self.between(0, 7) == 0 {
            (fen / 100).max(1) * 100
        } else {
            fen
        };
        Fen::new(fen.try_into().unwrap())
    }

    /// 0 to 36 %: mostly as published, with two places and low, now and then any with six places, 0 or 36.
    fn rate(&mut self) -> Rate {
        let units = match self.between(0, 9) {
            0 => 0,
            1 => 36_000_000,
            2..=5 => self.between(0, 600) * 10_000,
            _ => self.between(0, 36_000_000),
        };
        Rate::from_percent(Decimal::new(units.try_into().unwrap(), 6)).unwrap()
    }

    fn months(&mut self) -> Months {
        let months = match self.between(0, 9) {
            0 => self.between(1, 3),
            1 => 360,
            _ => self.between(1, 360),
        };
        Months::new(months.try_into().unwrap()).unwrap()
    }

    fn pick<T: Copy>(&mut self, from: [T; 2]) -> T {
        from[usize::from(self.next().is_multiple_of(2))]
    }
}

/// A loan, the rates that hold for it, and what is repaid ahead.
pub(crate) struct Case {
    loan: Loan,
    /// Published rates, when the loan follows them.
    published: Vec<(NaiveDate, Rate)>,
    granted_on: NaiveDate,
    due_day: u8,
    events: Vec<Event>,
}

impl Case {
    pub(crate) fn plain(random: &mut Random) -> Self {
        Self {
            loan: Loan {
                principal: random.amount(),
                months: random.months(),
                rate: random.rate(),
                method: random.pick(Method::ALL),
            },
            published: Vec::new(),
            granted_on: NaiveDate::from_ymd_opt(2020, 1, 1).unwrap(),
            due_day: 1,
            events: Vec::new(),
        }
    }

    /// With one to four repayments ahead.
    pub(crate) fn prepaid(random: &mut Random) -> Self {
        let mut case = Self::plain(random);
        case.repay_ahead(random, 4);
        case
    }

    /// With rates that change up to ten times in twenty years, and up to two repayments ahead.
    pub(crate) fn repriced(random: &mut Random) -> Self {
        let mut case = Self::plain(random);
        let first = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
        let mut day = first;
        case.published.push((day, random.rate()));
        for _ in 0..random.between(0, 10) {
            day = day + Days::new(random.between(1, 1_000));
            // On a 1 January itself as well.
            if random.between(0, 9) == 0 {
                day = NaiveDate::from_ymd_opt(2000 + i32::try_from(random.between(1, 20)).unwrap(), 1, 1)
                    .unwrap()
                    .max(day);
            }
            case.published.push((day, random.rate()));
        }
        case.granted_on = first + Days::new(random.between(0, 7_000));
        case.due_day = random.between(1, 31).try_into().unwrap();
        case.repay_ahead(random, 2);
        case
    }

    /// Adds events; one that cannot be is left out.
    fn repay_ahead(&mut self, random: &mut Random, most: u64) {
        for _ in 0..random.between(1, most) {
            let earliest = self.events.last().map_or(1, |event| u64::from(event.after));
            let latest = u64::from(self.loan.months.get()).saturating_sub(1);
            if earliest > latest {
                return;
            }
            let share = random.between(1, 500);
            let owed = u64::try_from(self.loan.principal.get()).unwrap();
            let amount = Fen::new((owed * share / 1_000).max(1).try_into().unwrap());
            let settle = random.between(0, 11) == 0;
            let pay = if settle {
                Pay::Settle
            } else {
                Pay::Amount(amount, random.pick(Keep::ALL))
            };
            let reach = latest.min(earliest + random.between(0, 60));
            self.events.push(Event {
                after: random.between(earliest, reach).try_into().unwrap(),
                pay,
            });
            if let Err(error) = self.attempt() {
                self.events.truncate(error.event);
            }
        }
    }

    fn attempt(&self) -> Result<Vec<Instalment>, PrepaymentError> {
        if self.published.is_empty() {
            return if self.events.is_empty() {
                Ok(schedule(&self.loan).instalments)
            } else {
                prepay(&self.loan, &self.events, &[]).map(|prepaid| prepaid.schedule.instalments)
            };
        }
        let terms = Existing {
            granted_on: self.granted_on,
            principal: self.loan.principal,
            months: self.loan.months,
            method: self.loan.method,
            home: Home::First,
            due_day: self.due_day,
        };
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        match replay(&terms, &self.rates(), &self.events, January::Whole, day) {
            Ok(replay) => Ok(replay.instalments.iter().map(|dated| dated.instalment).collect()),
            Err(ReplayError::Prepayment(error)) => Err(error),
            Err(error) => panic!("{error}: {}", self.line()),
        }
    }

    fn rates(&self) -> LoanRates {
        let entry = |(from, rate): &(NaiveDate, Rate)| RateEntry {
            effective_from: *from,
            home: Home::First,
            term: Term::of(self.loan.months),
            figure: RateFigure::Percent(*rate),
            source: String::new(),
            verified: true,
        };
        let entries = self.published.iter().map(entry).collect();
        LoanRates::new(entries, NaiveDate::from_ymd_opt(2030, 1, 1).unwrap())
    }

    /// By the rules of this crate.
    pub(crate) fn instalments(&self) -> Vec<Instalment> {
        self.attempt().unwrap()
    }

    /// The case as the Python reads it.
    pub(crate) fn line(&self) -> String {
        let events: Vec<String> = self
            .events
            .iter()
            .map(|event| match event.pay {
                Pay::Settle => format!("{}::settle", event.after),
                Pay::Amount(amount, keep) => format!("{}:{}:{}", event.after, amount.get(), keep.code()),
            })
            .collect();
        let published: Vec<String> = self
            .published
            .iter()
            .map(|(from, rate)| format!("{from}:{rate}"))
            .collect();
        let rate = if published.is_empty() {
            self.loan.rate.to_string()
        } else {
            published.join("|")
        };
        format!(
            "{},{},{},{rate},{},{},{}",
            self.loan.principal.get(),
            self.loan.months,
            self.loan.method,
            self.granted_on,
            self.due_day,
            events.join("|")
        )
    }
}
