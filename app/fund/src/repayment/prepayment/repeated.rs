//! A repayment ahead that comes again every month or every year until the loan is repaid.

use super::{Event, EventFault, FeeBand, Pay, Prepaid, PrepaymentError, in_order, prepay};
use crate::code::coded;
use crate::repayment::Loan;

coded! {
    /// How often an event comes again.
    Every {
        /// After every instalment.
        Month = "month",
        /// After every twelfth.
        Year = "year",
    }
}

impl Every {
    const fn instalments(self) -> usize {
        match self {
            Self::Month => 1,
            Self::Year => 12,
        }
    }
}

/// A loan whose first event comes again from its instalment on, and whose other events come once. The last time no more
/// than what is owed is repaid, and that settles the loan. Where several come after one instalment, the repeated one comes first.
///
/// ```
/// use fund::{money::Fen, months::Months};
/// use fund::repayment::{Event, Every, Keep, Loan, Method, Pay, prepay_repeatedly};
///
/// let loan = Loan {
///     principal: Fen::from_yuan(600_000),
///     months: Months::new(240)?,
///     rate: "3.25".parse()?,
///     method: Method::LevelPayment,
/// };
/// let event = Event { after: 12, pay: Pay::Amount(Fen::from_yuan(20_000), Keep::Payment) };
/// let prepaid = prepay_repeatedly(&loan, &[event], Every::Year, &[])?;
/// assert!(prepaid.events.iter().all(|done| done.event.after % 12 == 0));
/// assert!(prepaid.months_saved() > 60);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first of the given events that cannot be carried out, and why.
pub fn prepay_repeatedly(
    loan: &Loan,
    events: &[Event],
    every: Every,
    fees: &[FeeBand],
) -> Result<Prepaid, PrepaymentError> {
    let mut all = expanded(loan, events, every)?;
    let first = events.first().map_or(0, |event| event.after);
    loop {
        let list: Vec<Event> = all.iter().map(|(_, event)| *event).collect();
        let error = match prepay(loan, &list, fees) {
            Ok(prepaid) => return Ok(prepaid),
            Err(error) => error,
        };
        let Some((given, event)) = all.get(error.event).copied() else {
            return Err(error);
        };
        let again = given == 0 && event.after > first;
        match error.reason {
            // The last time: what is left is less.
            EventFault::MoreThanBalance { .. } if again => {
                if let Some((_, last)) = all.get_mut(error.event) {
                    last.pay = Pay::Settle;
                }
            }
            // The loan is over: it does not come again.
            EventFault::AfterTheEnd { .. } if again => {
                all.retain(|(given, other)| *given > 0 || other.after < event.after);
            }
            reason => return Err(PrepaymentError { event: given, reason }),
        }
    }
}

/// Every event in its order, with the place of the given one it comes from.
fn expanded(loan: &Loan, events: &[Event], every: Every) -> Result<Vec<(usize, Event)>, PrepaymentError> {
    let last = loan.months.get().saturating_sub(1);
    let mut all = Vec::new();
    let mut previous = None;
    for (given, event) in events.iter().enumerate() {
        in_order(event, previous, last).map_err(|reason| PrepaymentError { event: given, reason })?;
        previous = Some(event.after);
        let until = if given == 0 { last } else { event.after };
        let times = (event.after..=until).step_by(every.instalments());
        all.extend(times.map(|after| (given, Event { after, ..*event })));
    }
    // Stable: of those after one instalment, the given order stays.
    all.sort_by_key(|(_, event)| event.after);
    Ok(all)
}
