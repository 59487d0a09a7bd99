//! What comes out: the quota, what a loan of the amount asked for costs, and why it is this quota.

use fund::{
    money::Fen,
    months::Months,
    quota::{Assessment, Basis, LimitCode, Means, QuotaRules, Reach, Reached, TermRates},
    repayment::{self, Loan, Method, Schedule, Year, yearly},
};
use maud::{Markup, PreEscaped, Render, html};

use super::form::{Field, MOST_YEARS, Question, amount_and_term};
use crate::{
    form::FormErrors,
    handed::hand_fields,
    loan::{
        answer::{
            Answer, Live, Moved, chart,
            parts::{details, figure, soft, unverified},
            schedule,
        },
        form::{FormField as _, Reader, Typed},
        paths,
    },
    text::{
        Lang, Local, Worded,
        loan::{Text as Room, estimate},
        rules::basis,
        text,
    },
};

type Words = crate::loan::answer::Words<estimate::Answer>;

/// What the centre's rules give this household, whatever amount and term it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The quota as the term varies.
    reach: Reach,
    /// How it came about.
    steps: Vec<Step>,
    /// Whether the centre has confirmed everything the figures rest on.
    verified: bool,
    /// What stood in the other fields of the form: where that changes, the rules give something else.
    household: Vec<String>,
}

/// One step of the trace.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    /// The limit; `None` is the rounding at the end.
    limit: Option<LimitCode>,
    /// Its figures in a sentence.
    working: String,
    /// What came out.
    amount: Fen,
    /// The rule's name, document and date, as HTML: parts may be in another language than the page.
    rule: String,
    /// Whether the centre has confirmed its parameters.
    verified: bool,
}

hand_fields!(Rules {
    reach,
    steps,
    verified,
    household,
});
hand_fields!(Step {
    limit,
    working,
    amount,
    rule,
    verified,
});
hand_fields!(Reach {
    means,
    least,
    least_by,
    unit,
});
hand_fields!(Means {
    income,
    share,
    debts,
    method,
    rates,
    longest,
});

impl Rules {
    /// What the assessment of `question` by `rules` and `rates` means for any amount and term.
    pub(super) fn new(
        (typed, question): (&Typed<Field>, &Question),
        assessment: &Assessment,
        rules: &QuotaRules,
        (rates, rates_verified): (&TermRates, bool),
        lang: Lang,
    ) -> Self {
        let words = text(lang);
        let cited = |basis: &Basis, source: Local, day| {
            let since = words.loan.common.since.with([&words.format.date(day)]);
            let cited = words.format.joined.with_local([basis::rule(lang, basis), source]);
            words
                .format
                .joined
                .with_local([cited, since.into()])
                .render()
                .into_string()
        };
        let limits = assessment.limits.iter().map(|limit| Step {
            limit: Some(limit.code),
            working: limit.working.worded(lang),
            amount: limit.amount,
            rule: cited(
                &limit.basis,
                basis::sources(lang, limit.bases()),
                limit.effective_from(),
            ),
            verified: limit.verified(),
        });
        let rounded = &rules.rounding.basis;
        let rounding = Step {
            limit: None,
            working: (words.loan.estimate.rounding)(&words.format.yuan(rules.rounding.unit)),
            amount: assessment.quota,
            rule: cited(rounded, basis::source(lang, rounded), rounded.effective_from),
            verified: rounded.verified,
        };
        let steps: Vec<Step> = limits.chain([rounding]).collect();
        Self {
            reach: Reach::new(&question.applicant, rules, rates, assessment),
            verified: rates_verified && steps.iter().all(|step| step.verified),
            steps,
            household: household_of(typed),
        }
    }
}

/// What stands in the fields besides amount and term. A day as the browser's own picker writes it.
fn household_of(typed: &Typed<Field>) -> Vec<String> {
    let others = Field::ALL
        .iter()
        .filter(|field| !matches!(field, Field::Amount | Field::Years));
    let stands = |field: &Field| {
        let text = typed.get(*field);
        let day = fund::typed::date(text).filter(|_| *field == Field::Birth);
        day.map_or_else(|| text.to_owned(), |day| day.to_string())
    };
    others.map(stands).collect()
}

/// The estimate for one amount and one term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    rules: Rules,
    /// How much they would like; `None` means as much as they can get.
    amount: Option<Fen>,
    /// The term they ask for.
    asked: Months,
    reached: Reached,
    loan: Loan,
    schedule: Schedule,
    years: Vec<Year>,
}

impl Estimate {
    fn new(rules: Rules, amount: Option<Fen>, asked: Months) -> Self {
        let reached = rules.reach.over(asked);
        let months = reached.months.unwrap_or(asked);
        let means = &rules.reach.means;
        let loan = Loan {
            principal: amount.unwrap_or(reached.quota).min(reached.quota),
            months,
            rate: means.rates.of(months),
            method: means.method,
        };
        let schedule = repayment::schedule(&loan);
        Self {
            rules,
            amount,
            asked,
            reached,
            loan,
            years: yearly(&schedule),
            schedule,
        }
    }

    /// What the page hands over for it.
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The quota, rounded down.
    pub const fn quota(&self) -> Fen {
        self.reached.quota
    }

    /// The term of the loan.
    pub const fn months(&self) -> Months {
        self.loan.months
    }

    /// The quota, and what decides it.
    fn lead(&self, words: &Words) -> Markup {
        let Words {
            own, common, format, ..
        } = words;
        html! {
            (figure(own.quota, self.reached.quota, format))
            p {
                span.tag { (own.binding.with([own.limits.of(self.reached.binding)])) }
                (unverified(self.rules.verified, common))
            }
            @let beyond = self.beyond(words);
            @if !beyond.is_empty() { p.beyond { (beyond) } }
        }
    }

    /// That more was asked for, or for longer, than can be had; else nothing.
    fn beyond(&self, words: &Words) -> String {
        let Words { own, format, .. } = words;
        let mut said = String::new();
        if let Some(asked) = self.amount.filter(|asked| *asked > self.reached.quota) {
            said = own
                .beyond
                .with([&format.yuan(asked), &format.yuan(self.loan.principal)]);
        }
        let (asked, longest) = (self.asked.get(), self.loan.months.get());
        if longest < asked {
            said.push_str(&own.shorter.with([&format.term(asked), &format.term(longest)]));
        }
        said
    }

    /// What the loan costs.
    fn payment(&self, words: &Words) -> Markup {
        let Words {
            own, common, format, ..
        } = words;
        let label = match self.loan.method {
            Method::LevelPayment => common.monthly,
            Method::LevelPrincipal => common.first_month,
        };
        let (first, last) = (self.schedule.first_payment(), self.schedule.last_payment());
        let interest = format.yuan(self.schedule.total_interest);
        let mut interest = common.interest.with([&interest, &self.loan.rate.to_string()]);
        if first != last {
            interest = format
                .joined
                .with([&interest, &common.last_month.with([&format.yuan(last)])]);
        }
        let loan = own.loan.with([
            &format.yuan(self.loan.principal),
            &format.term(self.loan.months.get()),
        ]);
        html! {
            p.payment { (loan) br; (label) " " b.num { (format.yuan(first)) } }
            (soft(&interest))
        }
    }

    /// Why the quota is this number, and what would raise it.
    fn why(&self, words: &Words) -> Markup {
        let body = html! {
            p { (words.own.more(self.reached.binding)) }
            ol.trace { @for step in &self.rules.steps { (self.step(step, words)) } }
        };
        details("why", words.own.why, &body)
    }

    fn step(&self, step: &Step, words: &Words) -> Markup {
        let Words {
            own, common, format, ..
        } = words;
        let means = &self.rules.reach.means;
        let (working, amount) = match step.limit {
            Some(LimitCode::Capacity) => {
                let working = own.capacity.of(&means.working(self.asked), format);
                (working, means.capacity(self.asked))
            }
            Some(LimitCode::Term) => (step.working.clone(), means.term(self.asked)),
            Some(_) => (step.working.clone(), step.amount),
            None => (step.working.clone(), self.reached.quota),
        };
        let working = match step.limit {
            Some(limit) => format.labelled.with([own.limits.of(limit), &working]),
            None => working,
        };
        let decides = step.limit == Some(self.reached.binding);
        html! {
            li.binding[decides] {
                p.trace-step { span { (working) } " " b.num { (format.yuan(amount)) } }
                @if decides { p.trace-binding { (own.decides) } }
                p.soft { (PreEscaped(&step.rule)) (unverified(step.verified, common)) }
            }
        }
    }
}

impl Answer for Estimate {
    type Words = estimate::Answer;

    fn words(room: &'static Room) -> Self::Words {
        room.estimate.answer
    }

    fn head(&self, words: &Words) -> Markup {
        html! { (self.lead(words)) (self.payment(words)) }
    }

    fn beneath(&self, words: &Words) -> Markup {
        let parts = [self.loan.principal, self.schedule.total_interest];
        chart::years(&self.years, parts, &words.common, &words.format)
    }

    fn rest(&self, words: &Words) -> Markup {
        let table = html! {
            p.soft { (words.common.schedule.convention) }
            (schedule::years(&self.schedule, &[], &words.common, &words.format))
        };
        html! {
            (self.why(words))
            (details("schedule", words.common.schedule.title, &table))
        }
    }
}

impl Live for Estimate {
    const PATH: &'static str = paths::ESTIMATE;

    type Field = Field;
    type Rules = Rules;

    /// Not where the household has changed: the rules give it something else.
    fn of(typed: &Typed<Field>, rules: &Rules, lang: Lang) -> Result<Self, FormErrors> {
        if rules.household != household_of(typed) {
            return Err(FormErrors::none());
        }
        let mut reader = Reader::new(typed, lang);
        let (amount, asked) = amount_and_term(&mut reader);
        let (amount, asked) = reader.finish((amount, asked))?;
        Ok(Self::new(rules.clone(), amount, asked))
    }

    /// Amount in whole yuan and term in years, each starting at its step.
    fn sliders(&self, words: &Words) -> Vec<Moved<Field>> {
        let yuan = |amount: Fen| (amount.get() / 100).to_string();
        let longest = self.rules.reach.means.longest;
        let most_years = longest.map_or(MOST_YEARS, |longest| (longest.get() / 12).max(1));
        vec![
            Moved {
                field: Field::Amount,
                most: yuan(self.reached.quota),
                value: yuan(self.loan.principal),
                said: words.format.yuan(self.loan.principal),
                step: yuan(self.rules.reach.unit),
            },
            Moved {
                field: Field::Years,
                most: most_years.to_string(),
                value: self.loan.months.get().div_ceil(12).to_string(),
                said: words.format.term(self.loan.months.get()),
                step: 1.to_string(),
            },
        ]
    }
}
