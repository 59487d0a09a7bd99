//! The life of one account: what comes in and goes out, day by day, and the interest of each 30 June.

use super::DemoError;
use crate::import::rows::{AccountNo, EntryKind, EntryRow, Serial, WithdrawalReason, WithdrawalWay};
use chrono::NaiveDate;
use fund::{
    interest::{DatedRate, Movement, settle, settlement_day},
    money::Fen,
};

/// Something that happens to an account.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    pub(super) day: NaiveDate,
    pub(super) what: What,
}

/// What happens.
#[derive(Debug, Clone, Copy)]
pub(super) enum What {
    /// An entry without money.
    Note(EntryKind),
    /// Money comes in.
    In(EntryKind, Fen),
    /// The member withdraws what is asked for, as far as it is there.
    Withdraw(WithdrawalReason, Ask),
    /// Interest is settled and everything is paid out.
    Close(EntryKind, Option<WithdrawalReason>),
}

/// How much is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Ask {
    /// At most so much.
    UpTo(Fen),
    /// So many percent of the balance, whole hundreds of yuan.
    Percent(i64),
    /// Exactly so much, or it is an error.
    Exactly(Fen),
}

/// An account's ledger being written.
pub(super) struct Ledger<'a> {
    rates: &'a [DatedRate],
    account_no: AccountNo,
    index: u32,
    pub(super) entries: Vec<EntryRow>,
    pub(super) balance: Fen,
    pub(super) carried_over: Fen,
    pub(super) this_year: Fen,
    /// First day and opening balance of the running interest year, and what moved in it.
    since: NaiveDate,
    opening: Fen,
    movements: Vec<Movement>,
    closed: bool,
}

impl<'a> Ledger<'a> {
    pub(super) fn begin(
        rates: &'a [DatedRate],
        account_no: AccountNo,
        index: u32,
        first_day: NaiveDate,
    ) -> Self {
        Self {
            rates,
            account_no,
            index,
            entries: Vec::new(),
            balance: Fen::ZERO,
            carried_over: Fen::ZERO,
            this_year: Fen::ZERO,
            since: first_day,
            opening: Fen::ZERO,
            movements: Vec::new(),
            closed: false,
        }
    }

    /// Lives through the events, which are sorted by day, up to the close of `as_of`.
    pub(super) fn live(&mut self, events: &[Event], as_of: NaiveDate) -> Result<(), DemoError> {
        for event in events.iter().filter(|event| event.day <= as_of) {
            self.settle_until(event.day)?;
            self.happen(event)?;
        }
        self.settle_until(as_of)?;
        // On a 30 June itself the interest is booked last.
        self.settle_on(as_of)
    }

    /// Settles every 30 June before `day`.
    fn settle_until(&mut self, day: NaiveDate) -> Result<(), DemoError> {
        while settlement_day(self.since) < day {
            self.settle_on(settlement_day(self.since))?;
        }
        Ok(())
    }

    fn settle_on(&mut self, day: NaiveDate) -> Result<(), DemoError> {
        if day != settlement_day(self.since) {
            return Ok(());
        }
        let interest = if self.closed {
            Fen::ZERO
        } else {
            self.interest_to(day)?
        };
        if interest > Fen::ZERO {
            self.book(day, EntryKind::Interest, interest, interest, None)?;
        }
        self.carried_over = self.balance;
        self.this_year = Fen::ZERO;
        self.opening = self.balance;
        self.since = day.succ_opt().unwrap_or(day);
        self.movements.clear();
        Ok(())
    }

    fn interest_to(&self, day: NaiveDate) -> Result<Fen, DemoError> {
        if day < self.since {
            return Ok(Fen::ZERO);
        }
        Ok(settle(self.opening, &self.movements, self.rates, self.since, day)?.interest)
    }

    fn happen(&mut self, event: &Event) -> Result<(), DemoError> {
        let day = event.day;
        match event.what {
            What::Note(kind) => self.book(day, kind, Fen::ZERO, Fen::ZERO, None),
            What::In(kind, amount) => self.book(day, kind, amount, Fen::ZERO, None),
            What::Withdraw(reason, ask) => {
                let amount = match ask {
                    Ask::UpTo(most) => most.min(self.balance),
                    Ask::Percent(percent) => {
                        let share = Fen::new(self.balance.get() / 100 * percent);
                        share.rounded_down_to(Fen::from_yuan(100))
                    }
                    Ask::Exactly(amount) if amount > self.balance => {
                        return Err(DemoError::Overdrawn(self.index));
                    }
                    Ask::Exactly(amount) => amount,
                };
                if amount <= Fen::ZERO {
                    return Ok(());
                }
                self.book(
                    day,
                    EntryKind::PartialWithdrawal,
                    -amount,
                    Fen::ZERO,
                    Some(reason),
                )
            }
            What::Close(kind, reason) => {
                // The day money leaves earns nothing.
                let interest = match day.pred_opt() {
                    Some(eve) => self.interest_to(eve)?,
                    None => Fen::ZERO,
                };
                self.closed = true;
                if kind == EntryKind::ClosingWithdrawal {
                    return self.book(day, kind, -self.balance, interest, reason);
                }
                if interest > Fen::ZERO {
                    self.book(day, EntryKind::Interest, interest, interest, None)?;
                }
                self.book(day, kind, -self.balance, Fen::ZERO, reason)
            }
        }
    }

    fn book(
        &mut self,
        day: NaiveDate,
        kind: EntryKind,
        amount: Fen,
        interest: Fen,
        reason: Option<WithdrawalReason>,
    ) -> Result<(), DemoError> {
        self.balance += amount;
        if amount.is_negative() {
            // What was carried over is paid out first.
            let from_carried = self.carried_over.min(-amount);
            self.carried_over -= from_carried;
            self.this_year += amount + from_carried;
        } else {
            self.this_year += amount;
        }
        if amount != Fen::ZERO && kind != EntryKind::Interest {
            self.movements.push(Movement { date: day, amount });
        }
        let serial = format!(
            "{}{:08}{:03}",
            day.format("%Y%m%d"),
            self.index,
            self.entries.len() + 1
        );
        self.entries.push(EntryRow {
            account_no: self.account_no,
            serial: Serial::parse(&serial).map_err(|_| DemoError::Identity(self.index))?,
            booked_on: day,
            kind,
            amount,
            interest,
            balance: self.balance,
            reason,
            way: reason.map(|_| WithdrawalWay::Transfer),
            reversal: false,
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn ledger(rates: &[DatedRate]) -> Ledger<'_> {
        Ledger::begin(rates, AccountNo::parse("A1").unwrap(), 7, day("2024-07-01"))
    }

    fn rates() -> Vec<DatedRate> {
        vec![DatedRate {
            from: day("2016-02-21"),
            rate: "1.50".parse().unwrap(),
        }]
    }

    #[test]
    fn interest_is_settled_and_carried_over() {
        let rates = rates();
        let mut ledger = ledger(&rates);
        let come = |on: &str, yuan| Event {
            day: day(on),
            what: What::In(EntryKind::Remittance, Fen::from_yuan(yuan)),
        };
        let take = Event {
            day: day("2025-09-01"),
            what: What::Withdraw(WithdrawalReason::Rent, Ask::UpTo(Fen::from_yuan(50_000))),
        };
        ledger
            .live(
                &[come("2024-07-01", 36_000), come("2025-08-01", 1_000), take],
                day("2025-10-01"),
            )
            .unwrap();
        // 36,000 yuan × 365 days × 1.5 % / 360
        assert_eq!(ledger.entries[1].amount.to_string(), "547.50");
        assert_eq!(ledger.entries[3].amount.to_string(), "-37547.50");
        assert_eq!(
            (ledger.balance, ledger.carried_over, ledger.this_year),
            (Fen::ZERO, Fen::ZERO, Fen::ZERO)
        );
    }

    #[test]
    fn closing_pays_the_interest_of_the_broken_year() {
        let rates = rates();
        let mut ledger = ledger(&rates);
        let events = [
            Event {
                day: day("2024-07-01"),
                what: What::In(EntryKind::Opening, Fen::from_yuan(36_000)),
            },
            Event {
                day: day("2025-06-30"),
                what: What::Close(EntryKind::ClosingWithdrawal, Some(WithdrawalReason::Retirement)),
            },
        ];
        ledger.live(&events, day("2025-06-30")).unwrap();
        let last = ledger.entries.last().unwrap();
        assert_eq!(
            (last.amount.to_string(), last.interest.to_string()),
            ("-36000.00".into(), "546.00".into())
        );
        assert_eq!(ledger.balance, Fen::ZERO);
    }
}
