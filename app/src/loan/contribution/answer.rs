//! What comes out: the monthly amount, what is in the account on a day, and what it costs an employer.

use fund::{
    contribution::{
        BaseYear, Bound, Contributed, ContributionRules, Cost, Monthly, Projection, ProjectionError,
        SavingPlan,
    },
    interest::{DatedRate, rate_on, settlement_day},
    money::Fen,
    quota::Basis,
};
use maud::{Markup, html};

use super::form::{Field, Question, read};
use crate::{
    form::FormErrors,
    loan::{
        answer::{
            Answer,
            parts::{details, figure, soft, table_head, unverified},
        },
        form::{FormField, Typed},
        page::sources::{all_verified, sources},
    },
    text::{
        Lang, Worded,
        loan::{Text as Room, contribution::Text},
    },
};

type Words = crate::loan::answer::Words<&'static Text>;

/// What is contributed, and what becomes of it.
#[derive(Clone, Debug)]
pub struct Savings {
    /// One month's contribution on the first day.
    pub monthly: Monthly,
    /// The account up to the last day.
    pub projection: Projection,
    /// What it costs an employer, if people were given.
    pub employer: Option<Employer>,
    plan: SavingPlan,
    year: BaseYear,
    rules: ContributionRules,
    rate: DatedRate,
}

/// What contributions cost an employer.
#[derive(Clone, Debug)]
pub struct Employer {
    /// For how many people.
    pub people: u16,
    /// At the ratio it has chosen.
    pub cost: Cost,
    /// The same, and at other ratios.
    pub by_ratio: Vec<Cost>,
}

impl Savings {
    /// What the form as typed gives, or what to correct.
    pub fn of(
        typed: &Typed<Field>,
        rules: &ContributionRules,
        rates: &[DatedRate],
        lang: Lang,
    ) -> Result<Self, FormErrors> {
        let question = read(typed, rules, lang)?;
        Self::project(question, rules, rates)
            .map_err(|error| FormErrors::one(Field::From.name(), error.worded(lang)))
    }

    fn project(
        question: Question,
        rules: &ContributionRules,
        rates: &[DatedRate],
    ) -> Result<Self, ProjectionError> {
        let Question { plan, headcount } = question;
        let year = rules.year(plan.from).ok_or(ProjectionError::NoYear(plan.from))?;
        Ok(Self {
            monthly: rules.monthly(&plan.wage, year),
            projection: rules.project(&plan, rates)?,
            employer: headcount.and_then(|people| Employer::of(people, &plan, rules, year)),
            plan,
            year: year.clone(),
            rules: rules.clone(),
            rate: rate_on(rates, plan.from)?,
        })
    }

    /// What the figures rest on: the rules, and the base years that count.
    pub fn bases(&self) -> Vec<Basis> {
        let counts = |year: &&BaseYear| year.from >= self.year.from && year.from <= self.plan.to;
        let years = self.rules.years.iter().filter(counts).map(|year| &year.basis);
        [
            &self.rules.ratio.basis,
            &self.rules.base.basis,
            &self.rules.rounding.basis,
        ]
        .into_iter()
        .chain(years)
        .cloned()
        .collect()
    }

    /// The months in which another amount begins, the first aside.
    fn changes(&self) -> Vec<&Contributed> {
        let mut before = self.monthly.total();
        self.projection
            .months
            .iter()
            .filter(|month| std::mem::replace(&mut before, month.monthly.total()) != month.monthly.total())
            .collect()
    }

    fn amount(&self, words: &Words) -> Markup {
        let Monthly {
            base,
            bound,
            member,
            employer,
        } = self.monthly;
        let by = match bound {
            Bound::Wage => words.own.by_wage,
            Bound::Cap => words.own.by_cap,
            Bound::Floor => words.own.by_floor,
        };
        html! {
            (figure(words.own.monthly, self.monthly.total(), &words.format))
            p {
                ((words.own.shares)(&words.format.yuan(member), &words.format.yuan(employer)))
                (by(&words.format.yuan(base)))
                (unverified(all_verified(&self.bases()), &words.common))
            }
        }
    }

    fn balance(&self, words: &Words) -> Markup {
        let Projection {
            contributed,
            interest,
            balance,
            accrued,
            ..
        } = self.projection;
        let consists = (words.own.consists)(
            &words.format.yuan(self.plan.opening),
            &words.format.yuan(contributed),
            &words.format.yuan(interest),
        );
        html! {
            p.payment { b { ((words.own.balance_on)(&words.format.date(self.plan.to), &words.format.yuan(balance))) } }
            p {
                (consists)
                @if accrued > Fen::ZERO {
                    ((words.own.accrued)(&words.format.yuan(accrued), &words.format.date(settlement_day(self.plan.to))))
                }
            }
            @for change in self.changes() {
                p { ((words.own.changed)(&words.format.date(change.on), &words.format.yuan(change.monthly.total()))) }
            }
            @if let Some(unknown) = self.projection.months.iter().find(|month| !month.known) {
                (soft(&(words.own.unknown)(&words.format.month(unknown.on))))
            }
            (soft(&(words.own.before)(&words.format.date(self.plan.from))))
        }
    }

    fn settlements(&self, words: &Words) -> Markup {
        let table = html! {
            p { ((words.own.interest)(&self.rate.rate.to_string())) }
            table {
                (table_head(&words.own.settlement_columns))
                tbody {
                    @for settlement in &self.projection.settled {
                        tr {
                            th scope="row" { (words.format.date(settlement.on)) }
                            td.amount { (settlement.interest.grouped()) }
                            td.amount { ((settlement.balance + settlement.interest).grouped()) }
                        }
                    }
                }
            }
        };
        html! {
            @if !self.projection.settled.is_empty() { (details("settlements", words.own.settlements, &table)) }
        }
    }
}

impl Employer {
    fn of(people: u16, plan: &SavingPlan, rules: &ContributionRules, year: &BaseYear) -> Option<Self> {
        let by_ratio = rules.costs(&plan.wage, people.into(), year);
        let cost = by_ratio.iter().find(|cost| cost.ratio == plan.wage.employer);
        Some(Self {
            people,
            cost: *cost?,
            by_ratio,
        })
    }

    fn costs(&self, words: &Words) -> Markup {
        let Cost { monthly, yearly, .. } = self.cost;
        let costs = (words.own.costs)(
            self.people.into(),
            &words.format.yuan(monthly),
            &words.format.yuan(yearly),
        );
        html! {
            h2 { (words.own.employer) }
            p { (costs) }
            table {
                caption { (words.own.by_ratio) }
                (table_head(&words.own.ratio_columns))
                tbody {
                    @for other in &self.by_ratio {
                        tr {
                            th scope="row" { (other.ratio.to_string()) "%" }
                            td.amount { (other.monthly.grouped()) }
                            td.amount { (other.yearly.grouped()) }
                        }
                    }
                }
            }
        }
    }
}

impl Answer for Savings {
    type Words = &'static Text;

    fn words(room: &'static Room) -> Self::Words {
        &room.contribution
    }

    fn head(&self, words: &Words) -> Markup {
        html! { (self.amount(words)) (self.balance(words)) }
    }

    fn rest(&self, words: &Words) -> Markup {
        let (floor, cap) = self.year.bounds(&self.rules.base);
        let [floor, cap, unit] =
            [floor, cap, self.rules.rounding.unit].map(|amount| words.format.yuan(amount));
        let formula = (words.own.formula)(&floor, &cap, &unit);
        html! {
            @if let Some(employer) = &self.employer { (employer.costs(words)) }
            (self.settlements(words))
            (details("how", words.own.how, &html! { p { (formula) } }))
            (sources("sources", words.own.sources, &self.bases(), words))
        }
    }
}
