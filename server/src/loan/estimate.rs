//! An estimate: what was typed and what the centre knows of the person, assessed by the edition's rules. One function
//! behind the page and the JSON.

use app::form::FormErrors;
use app::loan::estimate::{Bank, Field, Question, read};
use app::loan::form::Typed;
use app::loan::page::Origin;
use app::text::Lang;
use fund::edition::RateQuote;
use fund::quota::{Assessment, Circumstances, Effect, Person, TermRates, Track, assess, bank_part, changes};

use super::own_records::{self, filled_in_part};
use crate::account::store::MemberAccount;
use crate::http::failure::Failure;
use crate::http::form::Fields;
use crate::http::visitor::Visitor;
use crate::seal::PersonKey;
use crate::state::AppState;
use crate::store::error::StoreError;
use fund::records::{AccountStatus, Paper, YearMonth};

/// A form as it stands: what was typed, and what the centre knows.
pub(super) struct Filled {
    pub(super) typed: Typed<Field>,
    pub(super) origin: Origin,
    pub(super) circumstances: Circumstances,
    lang: Lang,
}

/// An assessment with what it rests on.
pub(super) struct Assessed {
    pub(super) question: Question,
    pub(super) assessment: Assessment,
    pub(super) rates: TermRates,
    /// The rate over the term the loan would have.
    pub(super) quote: RateQuote,
    /// What would change the quota, the greatest gain first.
    pub(super) effects: Vec<Effect>,
    /// What a bank would lend beside the fund, for a combined loan.
    pub(super) bank: Option<Bank>,
}

impl Filled {
    /// The fields of the address; what they leave out comes from the person's account, and else from `start`.
    pub(super) async fn new(
        state: &AppState,
        visitor: &Visitor,
        fields: &Fields,
        start: Typed<Field>,
    ) -> Result<Self, StoreError> {
        let known = match visitor.signed_in {
            Some(session) => KnownApplicant::of(state, session.person).await?,
            None => None,
        };
        let Some(known) = known else {
            let (typed, origin) = own_records::typed(start, fields);
            return Ok(Self {
                typed,
                origin,
                circumstances: Circumstances::default(),
                lang: visitor.lang,
            });
        };
        let (lang, circumstances) = (visitor.lang, known.circumstances);
        let own = known.fill(start.clone());
        let refused = |typed: &_| read(typed, circumstances, lang).err();
        let (typed, origin) = filled_in_part(&start, own, fields, lang, refused);
        Ok(Self {
            typed,
            origin,
            circumstances,
            lang,
        })
    }

    /// What this household may borrow today, or what must be corrected first.
    pub(super) fn assess(&self, state: &AppState) -> Result<Result<Assessed, FormErrors>, Failure> {
        let question = match read(&self.typed, self.circumstances, self.lang) {
            Ok(question) => question,
            Err(errors) => return Ok(Err(errors)),
        };
        let (edition, today) = (&state.edition, state.clock.today());
        let applicant = &question.applicant;
        let no_rate = || Failure::Internal(format!("the edition has no loan rate for {today}"));
        let rates = edition.term_rates(applicant.home, today).ok_or_else(no_rate)?;
        let assessment = assess(applicant, &edition.quota, &rates, today);
        let months = assessment.months.unwrap_or(applicant.months);
        let quote = edition.rate(applicant.home, months, today).ok_or_else(no_rate)?;
        let asked = (question.amount, question.monthly);
        let effects = changes(applicant, asked, &assessment, &edition.quota, &rates, today);
        let bank = edition.prime_rate(today).and_then(|prime| {
            Some(Bank {
                part: bank_part(applicant, &assessment, &edition.quota, prime.rate)?,
                effective_from: prime.effective_from,
                document: prime.source.clone(),
            })
        });
        Ok(Ok(Assessed {
            question,
            assessment,
            rates,
            quote,
            effects,
            bank,
        }))
    }
}

/// What the centre's files say of a person.
pub(super) struct KnownApplicant {
    pub(super) balance: String,
    pub(super) months_contributed: usize,
    pub(super) income: String,
    monthly: String,
    /// By the ID number.
    pub(super) person: Option<Person>,
    pub(super) circumstances: Circumstances,
}

impl KnownApplicant {
    pub(super) async fn of(state: &AppState, person: PersonKey) -> Result<Option<Self>, StoreError> {
        let Some(MemberAccount { account, member, .. }) = state.store.account(person).await? else {
            return Ok(None);
        };
        let contributions = state.store.contributions(person).await?;
        let loan = state.store.loan(person).await?;
        let as_of = state.data_as_of().unwrap_or_else(|| state.clock.today());
        Ok(Some(Self {
            balance: account.balance.to_string(),
            months_contributed: YearMonth::of(as_of).map_or(0, |month| contributions.continuous_until(month)),
            income: account.base.to_string(),
            monthly: account.monthly().to_string(),
            person: match &member.paper {
                Paper::Card(number) => {
                    let rule = &state.edition.quota.retirement;
                    Some(Person::of_member(number, rule, state.clock.today()))
                }
                Paper::Other(..) => None,
            },
            circumstances: Circumstances {
                account_normal: Some(account.status == AccountStatus::Normal),
                unsettled_loan: Some(loan.is_some_and(|loan| loan.settled_on.is_none())),
                ..Circumstances::default()
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
