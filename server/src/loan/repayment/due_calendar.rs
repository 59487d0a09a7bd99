//! The due days as a calendar file (iCalendar, RFC 5545): a whole day each, with what is to be paid.

use app::loan::repayment::Costs;
use app::text::{Lang, text};
use chrono::{Duration, NaiveDate, NaiveTime};
use fund::repayment::{Dates, Instalment};
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _};

/// How long before the day begins one is reminded: nine in the morning of the day before.
const REMINDER: Duration = Duration::hours(15);

/// The file. The same loan gives the same file, so that saving it twice does not make two entries for a day.
pub(super) fn ics(costs: &Costs, dates: Dates, lang: Lang) -> String {
    let due = costs.schedule.instalments.iter().zip(&costs.due);
    let count = costs.schedule.instalments.len();
    let mut calendar = Calendar::new();
    calendar.name(text(lang).loan.repayment.print.title);
    for (instalment, day) in due {
        calendar.push(entry(instalment, *day, (dates, count), lang));
    }
    calendar.done().to_string()
}

fn entry(instalment: &Instalment, day: NaiveDate, (dates, count): (Dates, usize), lang: Lang) -> Event {
    let (words, format) = (&text(lang).loan.repayment, &text(lang).format);
    let Instalment { number, payment, .. } = *instalment;
    let title = (words.due_entry)(&format.yuan(payment));
    let note = (words.due_note)(number, count, &format.yuan(instalment.balance));
    // Granted on, number and amount tell one loan's entry from another's.
    let uid = format!("{}-{number}-{}@anju", dates.granted_on, payment.get());
    let stamp = dates.granted_on.and_time(NaiveTime::MIN).and_utc();
    let alarm = Alarm::display(&title, -REMINDER)
        .uid(&format!("reminder-{uid}"))
        .timestamp(stamp)
        .done();
    Event::with_uid(&uid)
        .timestamp(stamp)
        // A day without an end lasts that day; an end would have to be the day after.
        .starts(day)
        .summary(&title)
        .description(&note)
        .alarm(alarm)
        .done()
}
