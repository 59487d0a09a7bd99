//! What comes out: the interest saved, what each repayment ahead changes, whether to wait, each year.

use fund::{
    money::Fen,
    repayment::{Done, Keep, Pay, Timing, best, daily_interest, timings, yearly},
};
use maud::{Markup, html};

use super::form::Outcome;
#[cfg(not(feature = "hydrate"))]
use crate::text::loan::prepayment::ROWS;
use crate::{
    loan::{
        chart,
        live::Answer,
        parts::{details, figure, ready, soft},
        table,
    },
    text::{
        format,
        loan::{Answer as Common, RESULT_ZH_CN, SCHEDULE_ZH_CN, prepayment::ZH_CN as WORDS},
    },
};

const COMMON: &Common = &RESULT_ZH_CN;
/// The months to choose from.
const COMING: usize = 12;

/// What repaying ahead brings.
pub struct Savings {
    /// The loan with and without.
    pub prepaid: fund::repayment::Prepaid,
    /// The first event now and in each of the coming months, up to a year from now.
    pub timings: Vec<Timing>,
    outcome_rate: fund::rate::Rate,
}

impl Savings {
    pub(super) fn new(outcome: Outcome) -> Self {
        let Outcome { loan, fees, prepaid } = outcome;
        let first = prepaid.events.first().map(|done| done.event);
        Self {
            timings: first.map_or_else(Vec::new, |event| timings(&loan, event, 13, &fees)),
            outcome_rate: loan.rate,
            prepaid,
        }
    }

    /// The best of the coming twelve months for the first event.
    pub fn best(&self) -> Option<Timing> {
        best(self.coming())
    }

    /// The first event a year later, where it is still possible.
    pub fn in_a_year(&self) -> Option<Timing> {
        self.timings.get(COMING).copied()
    }

    fn coming(&self) -> &[Timing] {
        self.timings.get(..COMING).unwrap_or(&self.timings)
    }

    fn saved(&self) -> Markup {
        let saved = self.prepaid.interest_saved();
        if saved.is_negative() {
            figure(const { WORDS.not_saved }, -saved)
        } else {
            figure(const { WORDS.saved }, saved)
        }
    }

    /// Whether an event is shown: of those that come again, the first and the last.
    #[cfg(not(feature = "hydrate"))]
    fn is_shown(&self, at: usize) -> bool {
        let count = self.prepaid.events.len();
        count <= ROWS || at == 0 || at + 1 == count
    }

    /// The browser knows only those of the rows.
    #[cfg(feature = "hydrate")]
    #[expect(clippy::unused_self, reason = "the server's twin looks at the events")]
    const fn is_shown(&self, _: usize) -> bool {
        true
    }

    /// What it brings beside the interest, in a sentence.
    fn effect(&self) -> String {
        let mut parts = Vec::new();
        #[cfg(not(feature = "hydrate"))]
        if self.prepaid.events.len() > ROWS {
            let sum = format::yuan(self.prepaid.repaid_ahead());
            parts.push((WORDS.times)(self.prepaid.events.len(), &sum));
        }
        match self.prepaid.events.last() {
            Some(Done { event, .. }) if event.pay == Pay::Settle => parts.push((WORDS.settled)(event.after)),
            Some(last) if matches!(last.event.pay, Pay::Amount(_, Keep::Term)) => {
                let less = last.payment_before - last.next_payment;
                let [less, before, after] = [less, last.payment_before, last.next_payment].map(format::yuan);
                parts.push((WORDS.lighter)(&less, &before, &after));
            }
            _ => {}
        }
        if self.prepaid.months_saved() > 0 {
            parts.push((WORDS.sooner)(&(COMMON.term)(self.prepaid.months_saved())));
        }
        let [with, without] = [&self.prepaid.schedule, &self.prepaid.plain]
            .map(|schedule| format::yuan(schedule.total_interest));
        parts.push((WORDS.interest)(&with, &without));
        parts.join("，")
    }

    fn fees(&self) -> String {
        if self.prepaid.fees() == Fen::ZERO {
            return String::new();
        }
        let [fees, net] = [self.prepaid.fees(), self.prepaid.net_saving()].map(format::yuan);
        (WORDS.fees)(&fees, &net)
    }

    fn event(&self, done: &Done, is_last: bool) -> Markup {
        let [next, before] = [done.next_payment, done.payment_before].map(format::yuan);
        let next = if done.next_payment == done.payment_before {
            next
        } else {
            (WORDS.next_was)(&next, &before)
        };
        let mut rows = vec![
            ((WORDS.repaid)(done.event.after), format::yuan(done.amount)),
            (WORDS.balance.to_owned(), format::yuan(done.balance)),
        ];
        if done.months_left > 0 {
            rows.push((WORDS.left.to_owned(), (WORDS.count)(done.months_left)));
            rows.push((WORDS.next.to_owned(), next));
        }
        if is_last && done.months_left > 0 {
            let last = format::yuan(self.prepaid.schedule.last_payment());
            rows.push((WORDS.last.to_owned(), last));
        }
        if done.fee > Fen::ZERO {
            rows.push((WORDS.fee.to_owned(), format::yuan(done.fee)));
        }
        html! {
            dl.summary-list {
                @for (label, value) in rows { div { dt { (label) } dd { (value) } } }
            }
            @if done.event.pay == Pay::Settle {
                (soft(&(WORDS.daily)(&format::yuan(daily_interest(done.amount, self.outcome_rate, 1)))))
            }
        }
    }

    /// Now or in a year, and the best month.
    fn when(&self) -> String {
        let (Some(now), Some(best)) = (self.timings.first(), self.best()) else {
            return String::new();
        };
        let mut sentence = if self.timings.len() < 2 {
            String::new()
        } else if best.after == now.after {
            (const { WORDS.best_now })(best.after)
        } else {
            (const { WORDS.best_later })(best.after)
        };
        if let Some(later) = self.in_a_year() {
            let lost = now.net() - later.net();
            let lost = if later.beats(now) {
                lost
            } else {
                lost.max(Fen::ZERO)
            };
            let waiting = if lost.is_negative() {
                const { WORDS.in_a_year_more }
            } else {
                const { WORDS.in_a_year }
            };
            sentence += &waiting(later.after, &format::yuan(Fen::new(lost.get().abs())));
        }
        sentence
    }

    fn timing_table(&self) -> Markup {
        let [after, saved, fee, net] = const { WORDS.timing_heads };
        let with_fees = self.timings.iter().any(|timing| timing.fee > Fen::ZERO);
        html! {
            p.soft {
                @if self.prepaid.events.len() > 1 { (const { WORDS.timing_first }) }
                (const { WORDS.timing_why })
            }
            div.months {
                table {
                    thead { tr { th { (after) } th { (saved) } @if with_fees { th { (fee) } th { (net) } } } }
                    tbody {
                        @for timing in &self.timings {
                            tr {
                                th { (timing.after) }
                                td { (timing.interest_saved.grouped()) }
                                @if with_fees { td { (timing.fee.grouped()) } td { (timing.net().grouped()) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Answer for Savings {
    fn head(&self) -> String {
        let Self { prepaid, .. } = self;
        let years = yearly(&prepaid.schedule);
        let principal: Fen = years.iter().map(|year| year.principal).sum();
        let parts = [
            (SCHEDULE_ZH_CN.principal, principal),
            (SCHEDULE_ZH_CN.interest, prepaid.schedule.total_interest),
        ];
        html! {
            (self.saved())
            (soft(&self.effect()))
            (soft(&self.fees()))
            @for (at, done) in prepaid.events.iter().enumerate() {
                @if self.is_shown(at) { (self.event(done, at + 1 == prepaid.events.len())) }
            }
            (soft(&self.when()))
            (chart::years(&years, parts, &SCHEDULE_ZH_CN))
        }
        .into_string()
    }

    fn rest(&self) -> String {
        let table = html! {
            p.soft { (const { WORDS.beside }) }
            div.years { (ready(table::years(&self.prepaid.schedule, &SCHEDULE_ZH_CN))) }
        };
        html! {
            @if self.timings.len() > 1 { (details("timing", WORDS.timing, &self.timing_table())) }
            (details("schedule", WORDS.schedule, &table))
        }
        .into_string()
    }
}
