//! What comes out: what is paid in cash, when the accounts run dry, and what it is worth against paying in cash.

use fund::{
    interest::DatedRate,
    money::Fen,
    offset::{Household, Month, Offset, OffsetRules, Run, Way, offset},
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
        live::Answer,
        parts::{details, figure, ready, soft, unverified},
        sheet::{FormField, Typed},
        still::sources,
    },
    text::{
        format,
        loan::{
            RESULT_ZH_CN,
            offset::{Text, ZH_CN},
        },
    },
};

const WORDS: &Text = &ZH_CN;

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
    pub fn of(typed: &Typed<Field>, rules: &OffsetRules, rates: &[DatedRate]) -> Result<Self, FormErrors> {
        let household = read(typed, rules, rates)?;
        let refused = |reason: String| {
            let mut errors = FormErrors::default();
            errors.add(Field::From.name(), reason);
            errors
        };
        let offset = offset(&household, rates).map_err(|error| refused(error.to_string()))?;
        let in_force = rates.iter().filter(|rate| rate.from <= household.from);
        let rate = in_force.max_by_key(|rate| rate.from);
        Ok(Self {
            household,
            offset,
            basis: rules.basis.clone(),
            rate: *rate.ok_or_else(|| refused((WORDS.from_range)("")))?,
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
    fn lead(&self) -> Markup {
        let (figure, sentence) = match self.household.way {
            Way::Monthly => self.monthly(),
            Way::YearlyRefund => self.refund(),
            Way::YearlyPrincipal => self.principal(),
        };
        html! {
            (figure)
            p { (sentence) (unverified(self.basis.verified)) }
        }
    }

    fn monthly(&self) -> (Markup, String) {
        let months = &self.offset.offset.months;
        let first = months.first().map_or(Fen::ZERO, Month::cash);
        let sentence = match self.runs_dry() {
            None => WORDS.never_dry.to_owned(),
            Some(dry) if dry.instalment.number == 1 => {
                let payment = dry.instalment.payment;
                (WORDS.dry_at_once)(&format::yuan(payment - dry.cash()), &format::yuan(payment))
            }
            Some(dry) => {
                let paid = usize::from(dry.instalment.number).saturating_sub(1);
                // The month it runs dry takes what is left; the one after it shows what remains to be paid.
                let typical = months.get(paid + 1).unwrap_or(dry);
                (WORDS.runs_dry)(paid, &format::date(dry.due_on), &format::yuan(typical.cash()))
            }
        };
        (figure(WORDS.cash_first, first), sentence)
    }

    fn refund(&self) -> (Markup, String) {
        let refund = |month: &Month| month.refunded.into_iter().sum::<Fen>();
        let months = &self.offset.offset.months;
        let first = months.iter().find(|month| refund(month) > Fen::ZERO);
        let total: Fen = months.iter().map(refund).sum();
        let sentence = (WORDS.refunds)(self.household.month, &format::yuan(total));
        let label = first.map_or_else(String::new, |month| {
            (WORDS.refund_first)(&format::month(month.due_on))
        });
        (
            first.map_or_else(Markup::default, |month| figure(&label, refund(month))),
            sentence,
        )
    }

    fn principal(&self) -> (Markup, String) {
        let ahead = |month: &Month| month.ahead.into_iter().sum::<Fen>();
        let months = &self.offset.offset.months;
        let Some((at, first)) = months
            .iter()
            .enumerate()
            .find(|(_, month)| ahead(month) > Fen::ZERO)
        else {
            return (Markup::default(), WORDS.no_principal.to_owned());
        };
        let label = (WORDS.ahead_first)(&format::month(first.due_on));
        let saved = u16::try_from(self.offset.months_saved()).unwrap_or(u16::MAX);
        let sentence = match (self.household.keep, months.get(at + 1), months.last()) {
            (Keep::Term, Some(next), _) => (WORDS.lighter)(
                &format::yuan(first.instalment.payment),
                &format::yuan(next.instalment.payment),
            ),
            (_, _, Some(last)) if saved > 0 => {
                (WORDS.sooner)(&(RESULT_ZH_CN.term)(saved), &format::date(last.due_on))
            }
            _ => String::new(),
        };
        (figure(&label, ahead(first)), sentence)
    }

    fn verdict(&self) -> Markup {
        let Offset { offset, in_cash, .. } = &self.offset;
        let gain = self.offset.gain();
        let saved = format::yuan(self.offset.loan_interest_saved());
        let forgone = format::yuan(self.offset.deposit_interest_forgone());
        let cash_less = in_cash.cash - offset.cash;
        html! {
            p {
                @if gain > Fen::ZERO { ((WORDS.gain)(&format::yuan(gain), &saved, &forgone)) }
                @else if gain < Fen::ZERO {
                    @if cash_less > Fen::ZERO { (WORDS.idle) }
                    ((WORDS.loss)(&format::yuan(Fen::ZERO - gain), &saved, &forgone))
                }
                @else { (WORDS.even) }
                @if cash_less > Fen::ZERO {
                    ((WORDS.cash_less)(&format::yuan(cash_less)))
                    // Without loan interest saved it is the deposit rate alone that was given up.
                    @if self.household.way != Way::YearlyPrincipal {
                        ((WORDS.worth_it)(&self.rate.rate.to_string()))
                    }
                }
            }
        }
    }

    fn comparison(&self) -> Markup {
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
        let [_, ours, theirs] = WORDS.columns;
        html! {
            h2 { (WORDS.against) }
            (self.verdict())
            (soft(&(WORDS.against_what)(&format::date(self.offset.until))))
            table {
                thead { tr { td {} th.amount scope="col" { (ours) } th.amount scope="col" { (theirs) } } }
                tbody {
                    @for (label, (ours, theirs)) in WORDS.rows.iter().zip(both) {
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
    fn head(&self) -> String {
        self.lead().into_string()
    }

    fn rest(&self) -> String {
        let years = html! { div.years { (ready(table::years(&self.offset.offset, WORDS))) } };
        let how = html! {
            p { ((WORDS.reckoned)(&self.rate.rate.to_string())) }
            (soft(WORDS.not_counted))
        };
        html! {
            (self.comparison())
            (details("years", WORDS.table, &years))
            (details("how", WORDS.how, &how))
            (sources("sources", WORDS.sources, std::slice::from_ref(&self.basis)))
        }
        .into_string()
    }
}
