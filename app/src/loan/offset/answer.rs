//! What comes out: what is paid in cash, when the accounts run dry, and what it is worth against paying in cash.

use fund::{
    interest::{DatedRate, rate_on},
    money::Fen,
    offset::{Household, Month, Offset, OffsetError, OffsetRules, Run, Way, offset},
    quota::Basis,
    repayment::Keep,
};
use maud::{Markup, html};

use super::{
    form::{Field, read},
    table,
};
use crate::{
    form::FormErrors,
    loan::{
        answer::{
            Answer,
            parts::{details, figure, soft, unverified},
        },
        form::{FormField, Typed},
        page::sources::sources,
    },
    text::{
        Lang, Worded,
        loan::{Text as Room, offset::Text},
    },
};

pub(super) type Words = crate::loan::answer::Words<&'static Text>;

/// A loan repaid out of the accounts, against the same loan paid in cash.
#[derive(Clone, Debug)]
pub struct Repaid {
    /// The household.
    pub household: Household,
    /// Both ways of paying.
    pub offset: Offset,
    basis: Basis,
    rate: DatedRate,
}

impl Repaid {
    /// What the form as typed gives, or what to correct.
    pub fn of(
        typed: &Typed<Field>,
        rules: &OffsetRules,
        rates: &[DatedRate],
        lang: Lang,
    ) -> Result<Self, FormErrors> {
        let household = read(typed, rules, rates, lang)?;
        let refused = |error: OffsetError| FormErrors::one(Field::From.name(), error.worded(lang));
        Ok(Self {
            household,
            offset: offset(&household, rates).map_err(refused)?,
            basis: rules.basis.clone(),
            rate: rate_on(rates, household.from).map_err(|error| refused(error.into()))?,
        })
    }

    /// The first month in which the accounts do not pay the whole instalment; nothing to say of the yearly ways.
    pub fn runs_dry(&self) -> Option<&Month> {
        self.offset
            .runs_dry()
            .filter(|_| self.household.way == Way::Monthly)
    }

    /// What the way itself rests on.
    pub const fn basis(&self) -> &Basis {
        &self.basis
    }

    /// The figure that matters, and what it means.
    fn lead(&self, words: &Words) -> Markup {
        let (figure, sentence) = match self.household.way {
            Way::Monthly => self.monthly(words),
            Way::YearlyRefund => self.refund(words),
            Way::YearlyPrincipal => self.principal(words),
        };
        html! {
            (figure)
            p { (sentence) (unverified(self.basis.verified, &words.common)) }
        }
    }

    fn monthly(&self, words: &Words) -> (Markup, String) {
        let months = &self.offset.offset.months;
        let first = months.first().map_or(Fen::ZERO, Month::cash);
        let sentence = match self.runs_dry() {
            None => words.own.never_dry.to_owned(),
            Some(dry) if dry.instalment.number == 1 => {
                let payment = dry.instalment.payment;
                (words.own.dry_at_once)(
                    &words.format.yuan(payment - dry.cash()),
                    &words.format.yuan(payment),
                )
            }
            Some(dry) => {
                let paid = usize::from(dry.instalment.number).saturating_sub(1);
                // The month it runs dry takes what is left; the one after it shows what remains to be paid.
                let typical = months.get(paid + 1).unwrap_or(dry);
                (words.own.runs_dry)(
                    paid,
                    &words.format.date(dry.due_on),
                    &words.format.yuan(typical.cash()),
                )
            }
        };
        (figure(words.own.cash_first, first, &words.format), sentence)
    }

    fn refund(&self, words: &Words) -> (Markup, String) {
        let refund = |month: &Month| month.refunded.into_iter().sum::<Fen>();
        let months = &self.offset.offset.months;
        let first = months.iter().find(|month| refund(month) > Fen::ZERO);
        let total: Fen = months.iter().map(refund).sum();
        let sentence = (words.own.refunds)(
            words.format.month_of_year(self.household.month.into()),
            &words.format.yuan(total),
        );
        let label = first.map_or_else(String::new, |month| {
            (words.own.refund_first)(&words.format.month(month.due_on))
        });
        (
            first.map_or_else(Markup::default, |month| {
                figure(&label, refund(month), &words.format)
            }),
            sentence,
        )
    }

    fn principal(&self, words: &Words) -> (Markup, String) {
        let ahead = |month: &Month| month.ahead.into_iter().sum::<Fen>();
        let months = &self.offset.offset.months;
        let Some((at, first)) = months
            .iter()
            .enumerate()
            .find(|(_, month)| ahead(month) > Fen::ZERO)
        else {
            return (Markup::default(), words.own.no_principal.to_owned());
        };
        let label = (words.own.ahead_first)(&words.format.month(first.due_on));
        let saved = u16::try_from(self.offset.months_saved()).unwrap_or(u16::MAX);
        let sentence = match (self.household.keep, months.get(at + 1), months.last()) {
            (Keep::Term, Some(next), _) => (words.own.lighter)(
                &words.format.yuan(first.instalment.payment),
                &words.format.yuan(next.instalment.payment),
            ),
            (_, _, Some(last)) if saved > 0 => {
                (words.own.sooner)(&words.format.term(saved), &words.format.date(last.due_on))
            }
            _ => String::new(),
        };
        (figure(&label, ahead(first), &words.format), sentence)
    }

    fn verdict(&self, words: &Words) -> Markup {
        let Offset { offset, in_cash, .. } = &self.offset;
        let gain = self.offset.gain();
        let saved = words.format.yuan(self.offset.loan_interest_saved());
        let forgone = words.format.yuan(self.offset.deposit_interest_forgone());
        let cash_less = in_cash.cash - offset.cash;
        html! {
            p {
                @if gain > Fen::ZERO { ((words.own.gain)(&words.format.yuan(gain), &saved, &forgone)) }
                @else if gain < Fen::ZERO {
                    @if cash_less > Fen::ZERO { (words.own.idle) }
                    ((words.own.loss)(&words.format.yuan(Fen::ZERO - gain), &saved, &forgone))
                }
                @else { (words.own.even) }
                @if cash_less > Fen::ZERO {
                    ((words.own.cash_less)(&words.format.yuan(cash_less)))
                    // Without loan interest saved it is the deposit rate alone that was given up.
                    @if self.household.way != Way::YearlyPrincipal {
                        ((words.own.worth_it)(&self.rate.rate.to_string()))
                    }
                }
            }
        }
    }

    fn comparison(&self, words: &Words) -> Markup {
        let in_accounts = |run: &Run| run.accounts.into_iter().sum::<Fen>();
        let figures = |run: &Run| {
            [
                run.cash,
                run.loan_interest,
                run.deposit_interest,
                in_accounts(run),
            ]
        };
        let both = figures(&self.offset.offset)
            .into_iter()
            .zip(figures(&self.offset.in_cash));
        let [ours, theirs] = words.own.columns;
        html! {
            h2 { (words.own.against) }
            (self.verdict(words))
            (soft(&(words.own.against_what)(&words.format.date(self.offset.until))))
            table {
                thead { tr { td {} th.amount scope="col" { (ours) } th.amount scope="col" { (theirs) } } }
                tbody {
                    @for (label, (ours, theirs)) in words.own.rows.iter().zip(both) {
                        tr {
                            th scope="row" { (label) }
                            td.amount { (ours.grouped()) }
                            td.amount { (theirs.grouped()) }
                        }
                    }
                }
            }
        }
    }
}

impl Answer for Repaid {
    type Words = &'static Text;

    fn words(room: &'static Room) -> Self::Words {
        &room.offset
    }

    fn head(&self, words: &Words) -> Markup {
        self.lead(words)
    }

    fn rest(&self, words: &Words) -> Markup {
        let how = html! {
            p { ((words.own.reckoned)(&self.rate.rate.to_string())) }
            (soft(words.own.not_counted))
        };
        html! {
            (self.comparison(words))
            (details("years", words.own.table, &table::years(&self.offset.offset, words)))
            (details("how", words.own.how, &how))
            (sources("sources", words.own.sources, std::slice::from_ref(&self.basis), words))
        }
    }
}
