//! The limits, each a figure with the way it came about.

use chrono::NaiveDate;

use super::code::{LimitCode, Product, TermBound, Track, Uplift};
use super::means::Means;
use super::retirement::{later, retirement, whole_months};
use super::rules::{Basis, QuotaRules, RetirementRule, TermRule};
use super::{Applicant, Limit, LongestTerm, Person, TermRates, Working};
use crate::money::Fen;
use crate::months::Months;

/// All that apply, in the order of [`LimitCode`].
pub(super) fn limits(
    applicant: &Applicant,
    rules: &QuotaRules,
    rates: &TermRates,
    longest: &LongestTerm,
) -> Vec<Limit> {
    let means = Means::of(applicant, rules, rates, longest.months);
    let mut limits = vec![
        ceiling(applicant, rules),
        balance(applicant, rules),
        price(applicant, rules),
        capacity(applicant, rules, &means),
        term(applicant, rules, &means, longest),
    ];
    limits.extend(outstanding(applicant, rules));
    limits
}

/// Only where a bank's loan is replaced: no more than is owed on it. While that is unknown it limits nothing.
fn outstanding(applicant: &Applicant, rules: &QuotaRules) -> Option<Limit> {
    let owed = applicant.outstanding?.or_zero();
    let working = Working::Outstanding { owed };
    (applicant.product == Product::CommercialToFund)
        .then(|| Limit::new(LimitCode::Outstanding, owed, &rules.eligibility.basis, working))
}

pub(super) fn ceiling(applicant: &Applicant, rules: &QuotaRules) -> Limit {
    let ceiling = rules.ceiling.amounts.of(applicant.product);
    let base = ceiling.base(applicant.contributors);
    let mut uplifts = ceiling.uplifts.clone();
    uplifts.retain(|uplift| applicant.qualifies_for(uplift.reason));
    // Where the table says nothing of three children, such a family has two as well.
    if uplifts
        .iter()
        .any(|uplift| uplift.reason == Uplift::ThreeChildren)
    {
        uplifts.retain(|uplift| uplift.reason != Uplift::TwoChildren);
    }
    let amount = base + uplifts.iter().map(|uplift| uplift.raise.of(base)).sum();
    let working = Working::Ceiling {
        contributors: applicant.contributors,
        base,
        uplifts,
    };
    Limit::new(LimitCode::Ceiling, amount, &rules.ceiling.basis, working)
}

pub(super) fn balance(applicant: &Applicant, rules: &QuotaRules) -> Limit {
    let rule = &rules.balance;
    let balances = applicant.balances.or_zero();
    let factor = rule.factor(applicant.months_contributed);
    let counted = factor.of(balances.times(u32::from(rule.multiple)));
    let working = Working::Balance {
        balances,
        multiple: rule.multiple,
        factor,
        counted,
        floor: rule.floor,
    };
    Limit::new(LimitCode::Balance, counted.max(rule.floor), &rule.basis, working)
}

fn price(applicant: &Applicant, rules: &QuotaRules) -> Limit {
    let rule = &rules.down_payment;
    let price = applicant.price.or_zero();
    let share = rule
        .least
        .of(applicant.product)
        .of(applicant.home)
        .map(|share| share.percent(applicant.area));
    let amount = share.map_or(Fen::ZERO, |share| share.rest().of(price));
    let working = Working::Price {
        price,
        down_payment: share,
    };
    Limit::new(LimitCode::Price, amount, &rule.basis, working)
}

fn capacity(applicant: &Applicant, rules: &QuotaRules, means: &Means) -> Limit {
    let working = Working::Capacity(means.working(applicant.months));
    let amount = means.capacity(applicant.months);
    Limit::new(LimitCode::Capacity, amount, &rules.capacity.basis, working)
}

fn term(applicant: &Applicant, rules: &QuotaRules, means: &Means, longest: &LongestTerm) -> Limit {
    let limit = Limit::new(
        LimitCode::Term,
        means.term(applicant.months),
        &rules.term.basis,
        Working::Term { longest: *longest },
    );
    let by_retirement = longest.bound == TermBound::Retirement;
    Limit {
        further_basis: by_retirement.then(|| rules.retirement.basis.clone()),
        ..limit
    }
}

/// The longest term open to a person who buys a home of this age, and what decides it; what is not known limits nothing.
pub fn longest_term(
    person: Option<Person>,
    building_age: Option<u16>,
    rules: &QuotaRules,
    today: NaiveDate,
) -> LongestTerm {
    let TermRule {
        longest,
        months_past_retirement,
        building_years,
        ..
    } = rules.term;
    let mut bounds = vec![(u32::from(longest.get()), TermBound::Longest)];
    let (retires, assumed) = match person {
        Some(person) => retires(person, &rules.retirement, today),
        None => (None, None),
    };
    if let Some(last) = retires.and_then(|date| later(date, u32::from(months_past_retirement))) {
        bounds.push((whole_months(today, last), TermBound::Retirement));
    }
    if let (Some(most), Some(age)) = (building_years, building_age) {
        bounds.push((u32::from(most.saturating_sub(age)) * 12, TermBound::Building));
    }
    // The first of equals: the general rule before the personal ones.
    let (months, bound) = bounds
        .into_iter()
        .min_by_key(|(months, _)| *months)
        .unwrap_or((0, TermBound::Longest));
    LongestTerm {
        months: Months::new(months).ok(),
        bound,
        retires,
        assumed,
        months_past_retirement,
    }
}

/// The day of retirement, and whose it is where the person did not say.
fn retires(person: Person, rule: &RetirementRule, today: NaiveDate) -> (Option<NaiveDate>, Option<Track>) {
    let day = |track| retirement(person.birth, track, rule).map(|retirement| retirement.date);
    if let Some(track) = person.track {
        return (day(track), None);
    }
    let days = Track::ALL.iter().filter_map(|&track| Some((day(track)?, track)));
    match days.min_by_key(|(day, _)| (*day <= today, *day)) {
        Some((day, track)) => (Some(day), Some(track)),
        None => (None, None),
    }
}

impl Limit {
    fn new(code: LimitCode, amount: Fen, basis: &Basis, working: Working) -> Self {
        Self {
            code,
            amount: amount.or_zero(),
            basis: basis.clone(),
            further_basis: None,
            working,
        }
    }
}
