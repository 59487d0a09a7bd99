//! The query parser and every calculator behind it, for a fuzzer.
//!
//! The first byte chooses the calculator, and whether what the query leaves out is an example (as on the pages) or blank (as
//! in the JSON interface). The rest is the query string, as it comes from the wire. Whatever it says, the calculator must
//! answer or name fields of its own form, and a page must answer the same when asked again by the address it gives.
//!
//! `make fuzz` runs it; the tests replay the corpus.

use app::form::FormErrors;
use app::loan::sheet::{FormField, Typed};
use app::loan::{afford, compare, contribution, existing, form, offset, overdue, prepayment, repayment};
use app::text::{Lang, text};
use chrono::NaiveDate;
use fund::afford::Offer;
use fund::costs::{PurchaseCost, paid_for};
use fund::edition::Edition;
use fund::quota::{Standing, assess};
use server::http::form::Fields;

/// How many calculators there are.
pub const CALCULATORS: u8 = 9;

/// One input of the fuzzer.
///
/// # Panics
///
/// When the calculator refuses the query without naming a field of its form, or disagrees with itself.
pub fn query(data: &[u8]) {
    let Some((&choice, query)) = data.split_first() else {
        return;
    };
    let fields = Fields::parse(query);
    let ask = Ask {
        fields: &fields,
        filled: choice & 0x80 != 0,
        today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap_or_default(),
    };
    match choice % CALCULATORS {
        0 => ask.checked(&repayment::start("2.60", "3.50"), repayment::Costs::of),
        1 => ask.checked(&prepayment::start("2.60"), prepayment::Savings::of),
        2 => ask.checked(&compare::start(None), compare::Comparison::of),
        3 => with_edition(|edition| {
            ask.checked(&afford::start(edition.quota.term.longest), |typed| {
                affordable(typed, edition, ask.today)
            });
        }),
        4 => with_edition(|edition| {
            ask.checked(&existing::start(), |typed| {
                let asked = existing::read(typed, ask.today)?;
                existing::MyLoan::of(&asked, &edition.loan_rates, None, ask.today, ask.today)
            });
        }),
        5 => with_edition(|edition| {
            let start = offset::start("2.60", &edition.offset, ask.today);
            let rates = edition.dated_deposit_rates();
            ask.checked(&start, |typed| offset::Repaid::of(typed, &edition.offset, &rates));
        }),
        6 => with_edition(|edition| {
            let start = overdue::start("2.60", ask.today);
            ask.checked(&start, |typed| overdue::Arrears::of(typed, &edition.overdue));
        }),
        7 => with_edition(|edition| {
            let start = contribution::start(ask.today);
            let rates = edition.dated_deposit_rates();
            ask.checked(&start, |typed| {
                contribution::Savings::of(typed, &edition.contribution, &rates)
            });
        }),
        _ => with_edition(|edition| ask.checked(&form::example(), |typed| quota(typed, edition, ask.today))),
    }
}

/// What is asked, and how.
struct Ask<'a> {
    fields: &'a Fields,
    filled: bool,
    today: NaiveDate,
}

impl Ask<'_> {
    fn checked<F, A>(&self, start: &Typed<F>, answer: impl Fn(&Typed<F>) -> Result<A, FormErrors>)
    where
        F: FormField,
    {
        let start = if self.filled {
            start.clone()
        } else {
            Typed::blank()
        };
        let typed = start.clone().sent(|name| self.fields.find(name));
        let refused = answer(&typed).err();
        let known = |name: &str| F::ALL.iter().any(|field| field.name() == name);
        for error in refused.iter().flatten() {
            let said = known(&error.field) && !error.message.is_empty();
            assert!(said, "no field, or no message: {error:?}");
        }
        assert!(refused != Some(FormErrors::default()), "refused without a reason");
        if self.filled {
            let address = typed.address("");
            let again = Fields::parse(address.trim_start_matches('?').as_bytes());
            let again = start.sent(|name| again.find(name));
            assert_eq!(answer(&again).err(), refused, "asked again as {address}");
        }
    }
}

fn quota(typed: &Typed<form::Field>, edition: &Edition, today: NaiveDate) -> Result<(), FormErrors> {
    let wanted = form::read(typed, Standing::default(), &text(Lang::ZhCn).loan)?;
    if let Some(rates) = edition.term_rates(wanted.applicant.home, today) {
        let assessment = assess(&wanted.applicant, &edition.quota, &rates, today);
        let asked = (wanted.amount, wanted.monthly);
        fund::quota::changes(
            &wanted.applicant,
            asked,
            &assessment,
            &edition.quota,
            &rates,
            today,
        );
        if let Some(prime) = edition.prime_rate(today) {
            fund::quota::bank_part(&wanted.applicant, &assessment, &edition.quota, prime.rate);
        }
    }
    Ok(())
}

fn affordable(
    typed: &Typed<afford::Field>,
    edition: &Edition,
    today: NaiveDate,
) -> Result<Option<afford::Affordable>, FormErrors> {
    let asked = afford::read(typed)?;
    let home = asked.household.home;
    let (Some(fund), Some(prime), Some(down_payment)) = (
        edition.term_rates(home, today),
        edition.prime_rate(today),
        edition.quota.down_payment.least.ordinary.of(home),
    ) else {
        return Ok(None);
    };
    let costs = paid_for(&edition.purchase_costs, home, asked.household.market);
    let terms = afford::Terms {
        offer: Offer {
            fund_most: edition.quota.ceiling.amounts.ordinary.one,
            unit: edition.quota.rounding.unit,
            down_payment: down_payment.clone(),
            fund,
            bank: Some(prime.rate),
            costs: costs.map(PurchaseCost::tariff).collect(),
        },
        longest: edition.quota.term.longest,
        share: edition.quota.capacity.share,
        household: afford::household_of(typed),
    };
    let line = terms.to_string();
    assert_eq!(line.parse(), Ok(terms.clone()), "{line}");
    Ok(afford::Affordable::new(&asked, &terms))
}

fn with_edition(then: impl FnOnce(&Edition)) {
    thread_local! {
        static EDITION: Result<Edition, String> = server::policy::load(None).map_err(|error| error.to_string());
    }
    EDITION.with(|edition| match edition {
        Ok(edition) => then(edition),
        Err(error) => assert!(error.is_empty(), "{error}"),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every input of the corpus for every calculator, and each cut short anywhere.
    #[test]
    fn the_corpus_is_answered() {
        let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/query");
        let mut inputs = 0;
        for file in std::fs::read_dir(corpus).into_iter().flatten().flatten() {
            let input = std::fs::read(file.path()).unwrap_or_default();
            for choice in (0..CALCULATORS).flat_map(|one| [one, one | 0x80]) {
                for end in (1..=input.len()).step_by(3).chain([input.len()]) {
                    let mut cut = input.get(..end).unwrap_or_default().to_vec();
                    if let Some(first) = cut.first_mut() {
                        *first = choice;
                    }
                    query(&cut);
                }
            }
            inputs += 1;
        }
        assert!(inputs >= 20, "{inputs} inputs in {corpus}");
    }
}
