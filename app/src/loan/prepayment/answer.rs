//! What comes out: the interest saved, what each repayment ahead changes, whether to wait, each year.

use fund::{
    money::Fen,
    repayment::{Done, Keep, Pay, Timing, best, daily_interest, timings, yearly},
};
use maud::{Markup, html};

use super::form::{Field, Prepayments, read};
#[cfg(not(feature = "hydrate"))]
use crate::text::loan::prepayment::ROWS;
use crate::{
    form::FormErrors,
    loan::{
        answer::{
            Answer, Live, chart,
            parts::{details, figure, soft, summary},
            schedule,
        },
        form::Typed,
        paths,
    },
    text::{
        Lang,
        format::Format,
        loan::{Text as Room, prepayment},
    },
};

type Words = crate::loan::answer::Words<prepayment::Answer>;

/// The months to choose from.
const COMING: usize = 12;

/// What repaying ahead brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Savings {
    /// The loan with and without.
    pub prepaid: fund::repayment::Prepaid,
    /// The first event now and in each of the coming months, up to a year from now.
    pub timings: Vec<Timing>,
    rate: fund::rate::Rate,
}

impl Savings {
    fn new(prepayments: Prepayments) -> Self {
        let Prepayments { loan, fees, prepaid } = prepayments;
        let first = prepaid.events.first().map(|done| done.event);
        Self {
            timings: first.map_or_else(Vec::new, |event| timings(&loan, event, 13, &fees)),
            rate: loan.rate,
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

    fn saved(&self, words: &Words) -> Markup {
        let saved = self.prepaid.interest_saved();
        let (label, saved) = if saved.is_negative() {
            (words.own.not_saved, -saved)
        } else {
            (words.own.saved, saved)
        };
        figure(label, saved, &words.format)
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
    fn effect(&self, words: &Words) -> String {
        let Words { own, format, .. } = words;
        let mut parts = Vec::new();
        #[cfg(not(feature = "hydrate"))]
        if self.prepaid.events.len() > ROWS {
            let times = self.prepaid.events.len().to_string();
            parts.push(
                own.times
                    .with([&times, &format.yuan(self.prepaid.repaid_ahead())]),
            );
        }
        match self.prepaid.events.last() {
            Some(Done { event, .. }) if event.pay == Pay::Settle => {
                parts.push(own.settled.with([&event.after.to_string()]));
            }
            Some(last) if matches!(last.event.pay, Pay::Amount(_, Keep::Term)) => {
                let less = last.payment_before - last.next_payment;
                let [less, before, after] =
                    [less, last.payment_before, last.next_payment].map(|amount| format.yuan(amount));
                parts.push(own.lighter.with([&less, &before, &after]));
            }
            _ => {}
        }
        if self.prepaid.months_saved() > 0 {
            parts.push(own.sooner.with([&format.term(self.prepaid.months_saved())]));
        }
        let [without, with] = [&self.prepaid.plain, &self.prepaid.schedule]
            .map(|schedule| format.yuan(schedule.total_interest));
        parts.push(own.interest.with([&without, &with]));
        format.clauses(&parts)
    }

    fn fees(&self, words: &Words) -> String {
        if self.prepaid.fees() == Fen::ZERO {
            return String::new();
        }
        let [fees, net] =
            [self.prepaid.fees(), self.prepaid.net_saving()].map(|amount| words.format.yuan(amount));
        words.own.fees.with([&fees, &net])
    }

    fn event(&self, done: &Done, is_last: bool, words: &Words) -> Markup {
        let Words { own, format, .. } = words;
        let [next, before] = [done.next_payment, done.payment_before].map(|amount| format.yuan(amount));
        let next = if done.next_payment == done.payment_before {
            next
        } else {
            own.next_was.with([&next, &before])
        };
        let mut rows = vec![
            (
                own.repaid.with([&done.event.after.to_string()]),
                format.yuan(done.amount),
            ),
            (own.balance.to_owned(), format.yuan(done.balance)),
        ];
        if done.months_left > 0 {
            rows.push((own.left.to_owned(), own.count.of(done.months_left)));
            rows.push((own.next.to_owned(), next));
        }
        if is_last && done.months_left > 0 {
            let last = format.yuan(self.prepaid.schedule.last_payment());
            rows.push((own.last.to_owned(), last));
        }
        if done.fee > Fen::ZERO {
            rows.push((own.fee.to_owned(), format.yuan(done.fee)));
        }
        html! {
            (summary(rows))
            @if done.event.pay == Pay::Settle {
                (soft(&own.daily.with([&format.yuan(daily_interest(done.amount, self.rate, 1))])))
            }
        }
    }

    /// Now or in a year, and the best month.
    fn when(&self, words: &prepayment::Answer, format: &Format) -> String {
        let (Some(now), Some(best)) = (self.timings.first(), self.best()) else {
            return String::new();
        };
        let mut said = String::new();
        if self.timings.len() > 1 {
            let sentence = if best.after == now.after {
                words.best_now
            } else {
                words.best_later
            };
            said = sentence.with([&best.after.to_string()]);
        }
        if let Some(later) = self.in_a_year() {
            let lost = now.net() - later.net();
            let lost = if later.beats(now) {
                lost
            } else {
                lost.max(Fen::ZERO)
            };
            let sentence = if lost.is_negative() {
                words.in_a_year_more
            } else {
                words.in_a_year
            };
            let amount = format.yuan(Fen::new(lost.get().abs()));
            said += &sentence.with([&later.after.to_string(), &amount]);
        }
        said
    }

    fn timing_table(&self, words: &prepayment::Answer) -> Markup {
        let [after, saved, fee, net] = words.timing_heads;
        let with_fees = self.timings.iter().any(|timing| timing.fee > Fen::ZERO);
        html! {
            p.soft {
                @if self.prepaid.events.len() > 1 { (words.timing_first) }
                (words.timing_why)
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
    type Words = prepayment::Answer;

    fn words(room: &'static Room) -> Self::Words {
        room.prepayment.answer
    }

    fn head(&self, words: &Words) -> Markup {
        let Self { prepaid, .. } = self;
        let years = yearly(&prepaid.schedule);
        let principal: Fen = years.iter().map(|year| year.principal).sum();
        let parts = [principal, prepaid.schedule.total_interest];
        html! {
            (self.saved(words))
            (soft(&self.effect(words)))
            (soft(&self.fees(words)))
            @for (at, done) in prepaid.events.iter().enumerate() {
                @if self.is_shown(at) { (self.event(done, at + 1 == prepaid.events.len(), words)) }
            }
            (soft(&self.when(&words.own, &words.format)))
            (chart::years(&years, parts, &words.common, &words.format))
        }
    }

    fn rest(&self, words: &Words) -> Markup {
        let own = &words.own;
        let table = html! {
            p.soft { (own.beside) }
            (schedule::years(&self.prepaid.schedule, &[], &words.common, &words.format))
        };
        html! {
            @if self.timings.len() > 1 { (details("timing", own.timing, &self.timing_table(own))) }
            (details("schedule", own.schedule, &table))
        }
    }
}

impl Live for Savings {
    const PATH: &'static str = paths::PREPAYMENT;

    type Field = Field;
    type Rules = ();

    fn of(typed: &Typed<Field>, (): &(), lang: Lang) -> Result<Self, FormErrors> {
        read(typed, lang).map(Self::new)
    }
}
