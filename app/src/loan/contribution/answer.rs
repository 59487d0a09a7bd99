//! What comes out: the monthly amount, what is in the account on a day, and what it costs an employer.

use fund::{
    contribution::{BaseYear, Bound, Contributed, ContributionRules, Cost, Monthly, Plan, Projection},
    interest::{DatedRate, settlement_day},
    money::Fen,
    quota::Basis,
};
use maud::{Markup, html};

use super::form::{Asked, Field, read};
use crate::{
    form::FormErrors,
    loan::{
        live::Answer,
        parts::{details, figure, soft, unverified},
        sheet::{FormField, Typed},
        still::{all_verified, sources},
    },
    text::{
        format,
        loan::contribution::{Text, ZH_CN},
    },
};

const WORDS: &Text = &ZH_CN;

/// What is contributed, and what becomes of it.
#[derive(Clone, Debug)]
pub struct Savings {
    /// One month's contribution on the first day.
    pub monthly: Monthly,
    /// The account up to the last day.
    pub projection: Projection,
    /// For an employer: people, what they cost, and what they would cost at other ratios.
    pub employer: Option<(u16, Cost, Vec<Cost>)>,
    plan: Plan,
    year: BaseYear,
    rules: ContributionRules,
    rate: DatedRate,
}

impl Savings {
    /// What the form as typed gives, or what to correct.
    pub fn of(
        typed: &Typed<Field>,
        rules: &ContributionRules,
        rates: &[DatedRate],
    ) -> Result<Self, FormErrors> {
        let Asked { plan, headcount } = read(typed, rules)?;
        let refused = |reason: String| {
            let mut errors = FormErrors::default();
            errors.add(Field::From.name(), reason);
            errors
        };
        let projection = rules
            .project(&plan, rates)
            .map_err(|error| refused(error.to_string()))?;
        let in_force = rates
            .iter()
            .filter(|rate| rate.from <= plan.from)
            .max_by_key(|rate| rate.from);
        let (Some(year), Some(rate)) = (rules.year(plan.from), in_force) else {
            return Err(refused((WORDS.from_range)("")));
        };
        let employer = headcount.and_then(|people| {
            let costs = rules.costs(&plan.wage, people.into(), year);
            let chosen = costs.iter().find(|cost| cost.ratio == plan.wage.employer);
            Some((people, *chosen?, costs))
        });
        Ok(Self {
            monthly: rules.monthly(&plan.wage, year),
            projection,
            employer,
            plan,
            year: year.clone(),
            rules: rules.clone(),
            rate: *rate,
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

    fn amount(&self) -> Markup {
        let Monthly {
            base,
            bound,
            member,
            employer,
        } = self.monthly;
        let by = match bound {
            Bound::Wage => WORDS.by_wage,
            Bound::Cap => WORDS.by_cap,
            Bound::Floor => WORDS.by_floor,
        };
        html! {
            (figure(WORDS.monthly, self.monthly.total()))
            p {
                ((WORDS.shares)(&format::yuan(member), &format::yuan(employer)))
                (by(&format::yuan(base)))
                (unverified(all_verified(&self.bases())))
            }
        }
    }

    fn balance(&self) -> Markup {
        let Projection {
            contributed,
            interest,
            balance,
            accrued,
            ..
        } = self.projection;
        let consists = (WORDS.consists)(
            &format::yuan(self.plan.opening),
            &format::yuan(contributed),
            &format::yuan(interest),
        );
        html! {
            p.payment { b { ((WORDS.balance_on)(&format::date(self.plan.to), &format::yuan(balance))) } }
            p {
                (consists)
                @if accrued > Fen::ZERO {
                    ((WORDS.accrued)(&format::yuan(accrued), &format::date(settlement_day(self.plan.to))))
                }
            }
            @for change in self.changes() {
                p { ((WORDS.changed)(&format::date(change.on), &format::yuan(change.monthly.total()))) }
            }
            @if let Some(unknown) = self.projection.months.iter().find(|month| !month.known) {
                (soft(&(WORDS.unknown)(&format::month(unknown.on))))
            }
            (soft(&(WORDS.before)(&format::date(self.plan.from))))
        }
    }

    fn settlements(&self) -> Markup {
        let table = html! {
            p { ((WORDS.interest)(&self.rate.rate.to_string())) }
            table {
                (head(&WORDS.settlement_columns))
                tbody {
                    @for settlement in &self.projection.settled {
                        tr {
                            th scope="row" { (format::date(settlement.on)) }
                            td.amount { (settlement.interest.grouped()) }
                            td.amount { ((settlement.balance + settlement.interest).grouped()) }
                        }
                    }
                }
            }
        };
        html! {
            @if !self.projection.settled.is_empty() { (details("settlements", WORDS.settlements, &table)) }
        }
    }
}

fn head(columns: &[&str]) -> Markup {
    html! {
        thead { tr {
            @for (at, column) in columns.iter().enumerate() { th.amount[at > 0] scope="col" { (column) } }
        } }
    }
}

fn employer(people: u16, cost: Cost, all: &[Cost]) -> Markup {
    let costs = (WORDS.costs)(
        people.into(),
        &format::yuan(cost.monthly),
        &format::yuan(cost.yearly),
    );
    html! {
        h2 { (WORDS.employer) }
        p { (costs) }
        table {
            caption { (WORDS.by_ratio) }
            (head(&WORDS.ratio_columns))
            tbody {
                @for other in all {
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

impl Answer for Savings {
    fn head(&self) -> String {
        html! { (self.amount()) (self.balance()) }.into_string()
    }

    fn rest(&self) -> String {
        let (floor, cap) = self.year.bounds(&self.rules.base);
        let unit = format::yuan(self.rules.rounding.unit);
        let formula = (WORDS.formula)(&format::yuan(floor), &format::yuan(cap), &unit);
        html! {
            @if let Some((people, cost, all)) = &self.employer { (employer(*people, *cost, all)) }
            (self.settlements())
            (details("how", WORDS.how, &html! { p { (formula) } }))
            (sources("sources", WORDS.sources, &self.bases()))
        }
        .into_string()
    }
}
