//! The query parser and every calculator behind it, for a fuzzer.
//!
//! The first byte chooses the calculator, and whether what the query leaves out is an example (as on the pages) or blank (as
//! in the JSON interface). The rest is the query string, as it comes from the wire. Whatever it says, the calculator must
//! answer or name fields of its own form, and a page must answer the same when asked again by the address it gives.
//!
//! `make fuzz` runs it; the tests replay the corpus.

use app::form::FormErrors;
use app::handed::{Handed, Texts};
use app::loan::answer::Live;
use app::loan::form::{FormField, Typed};
use app::loan::{afford, compare, contribution, estimate, existing, offset, overdue, prepayment, repayment};
use app::text::Lang;
use chrono::NaiveDate;
use fund::afford::{Financing, financing};
use fund::edition::Edition;
use fund::quota::{Circumstances, Household, assess};
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
        0 => ask.checked(&repayment::start("2.60", "3.50", LANG), |typed| {
            repayment::Costs::of(typed, &(), LANG)
        }),
        1 => ask.checked(&prepayment::start("2.60", LANG), |typed| {
            prepayment::Savings::of(typed, &(), LANG)
        }),
        2 => ask.checked(&compare::start(None, LANG), |typed| {
            compare::Comparison::of(typed, &(), LANG)
        }),
        3 => with_edition(|edition| {
            ask.checked(&afford::start(edition.quota.term.longest, LANG), |typed| {
                affordable(typed, edition, ask.today)
            });
        }),
        4 => with_edition(|edition| {
            ask.checked(&existing::start(LANG), |typed| {
                existing::ReplayedLoan::of(typed, &edition.loan_rates, None, ask.today, LANG)
            });
        }),
        5 => with_edition(|edition| {
            let start = offset::start("2.60", &edition.offset, ask.today, LANG);
            let rates = edition.dated_deposit_rates();
            ask.checked(&start, |typed| {
                offset::Repaid::of(typed, &edition.offset, &rates, LANG)
            });
        }),
        6 => with_edition(|edition| {
            let start = overdue::start("2.60", ask.today, LANG);
            ask.checked(&start, |typed| {
                overdue::Arrears::of(typed, &edition.overdue, LANG)
            });
        }),
        7 => with_edition(|edition| {
            let start = contribution::start(ask.today, LANG);
            let rates = edition.dated_deposit_rates();
            ask.checked(&start, |typed| {
                contribution::Savings::of(typed, &edition.contribution, &rates, LANG)
            });
        }),
        _ => with_edition(|edition| {
            ask.checked(&estimate::example(LANG), |typed| quota(typed, edition, ask.today));
        }),
    }
}

/// The language reasons are given in.
const LANG: Lang = Lang::ZhCn;

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

fn quota(typed: &Typed<estimate::Field>, edition: &Edition, today: NaiveDate) -> Result<(), FormErrors> {
    let question = estimate::read(typed, Circumstances::default(), LANG)?;
    let applicant = &question.applicant;
    let Some(rates) = edition.term_rates(applicant.home, today) else {
        return Ok(());
    };
    let assessment = assess(applicant, &edition.quota, &rates, today);
    let asked = (question.amount, question.monthly);
    fund::quota::changes(applicant, asked, &assessment, &edition.quota, &rates, today);
    if let Some(prime) = edition.prime_rate(today) {
        fund::quota::bank_part(applicant, &assessment, &edition.quota, prime.rate);
    }
    let source = estimate::RateSource {
        effective_from: today,
        document: String::new(),
        verified: true,
    };
    let found = estimate::Found::new(
        (typed, &question),
        assessment,
        &edition.quota,
        (&rates, source),
        LANG,
    )?;
    taken_as_handed(found.answer.rules());
    Ok(())
}

fn affordable(
    typed: &Typed<afford::Field>,
    edition: &Edition,
    today: NaiveDate,
) -> Result<Option<afford::Affordable>, FormErrors> {
    let question = afford::read(typed, LANG)?;
    let household = Household {
        home: question.household.home,
        contributors: question.household.contributors,
        children: question.household.children,
        balances: question.household.balances,
        months_contributed: question.household.months_contributed,
        person: None,
        circumstances: Circumstances::default(),
    };
    let (bank, market, months) = (
        question.bank.is_some(),
        question.household.market,
        question.means.months,
    );
    let Ok(Financing { offer, .. }) = financing(&household, market, bank, months, edition, today) else {
        return Ok(None);
    };
    let terms = afford::Terms {
        offer,
        longest: edition.quota.term.longest,
        share: edition.quota.capacity.share,
        household: afford::household_of(typed),
    };
    taken_as_handed(&terms);
    Ok(afford::Affordable::new(&question, &terms))
}

/// The browser must take what the page hands over as it is.
fn taken_as_handed<T: Handed + PartialEq + std::fmt::Debug>(handed: &T) {
    let taken = T::take(&mut Texts::new(handed.texts()));
    assert_eq!(taken.as_ref(), Some(handed));
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
