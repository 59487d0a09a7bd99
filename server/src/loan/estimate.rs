//! An estimate: what was typed and what the centre knows of the person, assessed by the edition's rules. One function
//! behind the page and the JSON.

use app::form::FormErrors;
use app::loan::estimate::Origin;
use app::loan::form::{self, Field, Wanted};
use app::loan::more::Bank;
use app::loan::sheet::Typed;
use app::text::{Lang, text};
use chrono::NaiveDate;
use fund::edition::RateQuote;
use fund::identity::Sex;
use fund::quota::{
    Assessment, Effect, Person, Standing, TermRates, Track, assess, bank_part, changes, retirement,
};

use super::own::{self, filled_in_part};
use crate::http::failure::Failure;
use crate::http::form::Fields;
use crate::http::visitor::Visitor;
use crate::import::rows::{AccountStatus, Paper, YearMonth};
use crate::seal::PersonKey;
use crate::state::AppState;
use crate::store::StoreError;

/// What was asked, and where it came from.
pub(super) struct Asked {
    pub(super) typed: Typed<Field>,
    pub(super) origin: Origin,
    pub(super) standing: Standing,
}

/// An assessment with what it rests on.
pub(super) struct Assessed {
    pub(super) wanted: Wanted,
    pub(super) assessment: Assessment,
    pub(super) rates: TermRates,
    /// The rate over the term the loan would have.
    pub(super) quote: RateQuote,
    /// What would change the quota, the greatest gain first.
    pub(super) effects: Vec<Effect>,
    /// What a bank would lend beside the fund, for a combined loan.
    pub(super) bank: Option<Bank>,
}

impl Asked {
    /// The fields of the address; what they leave out comes from the person's account, and else from `start`.
    pub(super) async fn new(
        state: &AppState,
        visitor: &Visitor,
        fields: &Fields,
        start: Typed<Field>,
    ) -> Result<Self, StoreError> {
        let known = match visitor.signed_in {
            Some(session) => Known::of(state, session.person).await?,
            None => None,
        };
        let Some(known) = known else {
            let (typed, origin) = own::typed(start, fields);
            let standing = Standing::default();
            return Ok(Self {
                typed,
                origin,
                standing,
            });
        };
        let (words, standing) = (&text(Lang::ZhCn).loan, known.standing);
        let own = known.fill(start.clone());
        let refused = |typed: &_| form::read(typed, standing, words).err();
        let (typed, origin) = filled_in_part(&start, own, fields, words, refused);
        Ok(Self {
            typed,
            origin,
            standing,
        })
    }

    /// What this household may borrow today, or what must be corrected first.
    pub(super) fn assess(&self, state: &AppState) -> Result<Result<Assessed, FormErrors>, Failure> {
        let wanted = match form::read(&self.typed, self.standing, &text(Lang::ZhCn).loan) {
            Ok(wanted) => wanted,
            Err(errors) => return Ok(Err(errors)),
        };
        let (edition, today) = (&state.edition, state.clock.today());
        let applicant = &wanted.applicant;
        let no_rate = || Failure::Internal(format!("the edition has no loan rate for {today}"));
        let rates = edition.term_rates(applicant.home, today).ok_or_else(no_rate)?;
        let assessment = assess(applicant, &edition.quota, &rates, today);
        let months = assessment.months.unwrap_or(applicant.months);
        let quote = edition.rate(applicant.home, months, today).ok_or_else(no_rate)?;
        let asked = (wanted.amount, wanted.monthly);
        let effects = changes(applicant, asked, &assessment, &edition.quota, &rates, today);
        let bank = edition.prime_rate(today).and_then(|prime| {
            Some(Bank {
                part: bank_part(applicant, &assessment, &edition.quota, prime.rate)?,
                effective_from: prime.effective_from,
                document: prime.source.clone(),
            })
        });
        Ok(Ok(Assessed {
            wanted,
            assessment,
            rates,
            quote,
            effects,
            bank,
        }))
    }
}

/// What the centre's files say of a person.
pub(super) struct Known {
    pub(super) balance: String,
    pub(super) months_contributed: usize,
    pub(super) income: String,
    monthly: String,
    /// By the ID number.
    pub(super) person: Option<Person>,
    pub(super) standing: Standing,
}

/// Whose retirement age applies to a member. A woman's work is not on file: it is the kind that retires first, unless that
/// day is past, for who contributes has not retired. She can change it.
fn track(sex: Sex, birth: NaiveDate, state: &AppState) -> Track {
    let retired = |track| {
        retirement(birth, track, &state.edition.quota.retirement)
            .is_some_and(|retirement| retirement.date <= state.clock.today())
    };
    match sex {
        Sex::Male => Track::Man,
        Sex::Female if retired(Track::WomanWorker) => Track::WomanCadre,
        Sex::Female => Track::WomanWorker,
    }
}

impl Known {
    pub(super) async fn of(state: &AppState, person: PersonKey) -> Result<Option<Self>, StoreError> {
        let Some(account) = state.store.account(person).await? else {
            return Ok(None);
        };
        let contributions = state.store.contributions(person).await?;
        let loan = state.store.loan(person).await?;
        let as_of = state.data_as_of().unwrap_or_else(|| state.clock.today());
        Ok(Some(Self {
            balance: account.balance.to_string(),
            months_contributed: YearMonth::of(as_of).map_or(0, |month| contributions.continuous_until(month)),
            income: account.base.to_string(),
            monthly: (account.member_monthly + account.employer_monthly).to_string(),
            person: match &account.paper {
                Paper::Card(number) => Some(Person {
                    birth: number.birth(),
                    track: Some(track(number.sex(), number.birth(), state)),
                }),
                Paper::Other(..) => None,
            },
            standing: Standing {
                account_normal: Some(account.status == AccountStatus::Normal),
                unsettled_loan: Some(loan.is_some_and(|loan| loan.settled_on.is_none())),
                ..Standing::default()
            },
        }))
    }

    fn fill(&self, typed: Typed<Field>) -> Typed<Field> {
        let typed = match self.person {
            Some(person) => typed
                .with(Field::Birth, person.birth.to_string())
                .with(Field::Track, person.track.map_or("", Track::code)),
            None => typed,
        };
        typed
            .with(Field::Monthly, self.monthly.as_str())
            .with(Field::Balances, self.balance.as_str())
            .with(Field::MonthsContributed, self.months_contributed.to_string())
            .with(Field::Income, self.income.as_str())
    }
}
