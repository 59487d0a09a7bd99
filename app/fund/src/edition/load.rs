//! Putting an edition together from its files.

use super::problem::{EditionErrors, Problem};
use super::rates::LoanRates;
use super::toml_file::{Located, TomlFile};
use super::visits::Services;
use super::{Edition, Meta, read_report, tables, visits};
use crate::contribution::{BaseRule, BaseYear, ContributionRules, RatioRule, UnitRule};
use crate::costs::PurchaseCost;
use crate::money::Fen;
use crate::notice::{Flow, FlowError};
use crate::offset::{OffsetRules, Way};
use crate::overdue::{OrderRule, OverdueRules, PenaltyRule};
use crate::quota::{Basis, QuotaRules};
use crate::repayment::Terms;
use crate::retention::Retention;
use crate::visit::{Booking, Branch, Service};

const SERVICES: &str = "services.toml";
const REPAYMENT: &str = "repayment.toml";
const PURCHASE_COSTS: &str = "purchase_costs.toml";

impl Edition {
    /// Loads an edition; `files` gives the text of a file by its name within the edition's folder.
    ///
    /// All mistakes of all files are collected (of reports, once `meta.toml`, which names them, is sound); any one of them
    /// refuses the edition.
    pub fn load(files: &dyn Fn(&str) -> Option<String>) -> Result<Self, EditionErrors> {
        let mut loader = Loader {
            files,
            problems: Vec::new(),
        };
        let edition = loader.edition();
        match edition {
            Some(edition) if loader.problems.is_empty() => Ok(edition),
            _ => Err(EditionErrors::new(loader.problems)),
        }
    }
}

/// All that concerns visits.
struct Visits {
    booking: Option<Booking>,
    services: Vec<Located<Service>>,
    branches: Option<Vec<Located<Branch>>>,
    flows: Vec<Flow>,
}

/// Reads file after file and keeps all that is wrong.
struct Loader<'a> {
    files: &'a dyn Fn(&str) -> Option<String>,
    problems: Vec<Problem>,
}

impl Loader<'_> {
    /// The edition as far as it can be read; each part is tried, whatever is wrong with the others.
    fn edition(&mut self) -> Option<Edition> {
        let meta = self.file("meta.toml", meta);
        let loan_rates = self.file("rates.csv", tables::loan_rates);
        let prime_rates = self.file("lpr.csv", tables::published_rates);
        let deposit_rates = self.file("deposit_rates.csv", tables::published_rates);
        let calendar = self.file("holidays.csv", tables::holidays);
        let quota = self.file("quota.toml", quota);
        let prepayment = self.file(REPAYMENT, prepayment);
        let purchase_costs = self.file(PURCHASE_COSTS, purchase_costs);
        let overdue = self.file("overdue.toml", overdue);
        let contribution = self.file("contribution.toml", contribution);
        let offset = self.file("offset.toml", offset);
        let retention = self.file("retention.toml", retention);
        let visits = self.visits();
        let meta = meta.flatten()?;
        let reports = meta
            .reports
            .iter()
            .filter_map(|name| self.file(name, read_report::report).flatten())
            .collect();
        let visits = visits?;
        Some(Edition {
            loan_rates: LoanRates::new(loan_rates?, meta.rates_known_until),
            prime_rates: prime_rates?,
            deposit_rates: deposit_rates?,
            calendar: calendar?,
            quota: quota.flatten()?,
            prepayment: prepayment.flatten()?,
            purchase_costs: purchase_costs?,
            overdue: overdue.flatten()?,
            contribution: contribution.flatten()?,
            offset: offset.flatten()?,
            retention: retention.flatten()?,
            booking: visits.booking?,
            services: values(visits.services),
            branches: values(visits.branches?),
            flows: visits.flows,
            reports,
            meta,
        })
    }

    /// Services, their notices, and branches; whether they fit each other is asked once each is sound by itself.
    fn visits(&mut self) -> Option<Visits> {
        let before = self.problems.len();
        let written = self.file(SERVICES, visits::services).flatten();
        let branches = self.file("branches.toml", visits::branches);
        let Services { booking, services } = written?;
        let mut visits = Visits {
            booking,
            services: Vec::new(),
            branches,
            flows: Vec::new(),
        };
        for Located { line, value } in services {
            let faults = self.problems.len();
            let flow = self.flow(&value.code);
            match value.finish(flow.as_ref()) {
                Ok(value) => visits.services.push(Located { line, value }),
                // A notice that can't be read has been blamed already.
                Err(_) if self.problems.len() > faults => {}
                Err(reason) => self.problems.push(Problem::at(SERVICES, line, reason)),
            }
            visits.flows.extend(flow);
        }
        if let Some(branches) = &visits.branches
            && self.problems.len() == before
        {
            let problems = visits::check_together((SERVICES, &visits.services), branches);
            self.problems.extend(problems);
        }
        Some(visits)
    }

    /// The notice of a service: it has one when `notices/` holds a file of its code.
    fn flow(&mut self, code: &str) -> Option<Flow> {
        let name = format!("notices/{code}.toml");
        let text = (self.files)(&name)?;
        let located = |error: FlowError| Problem::at(&error.file, error.line, error.reason.trim());
        Flow::from_toml(&name, &text)
            .map_err(|errors| self.problems.extend(errors.into_iter().map(located)))
            .ok()
    }

    /// Reads a file that must be there.
    fn file<T>(&mut self, name: &str, read: impl FnOnce(&str, &str) -> (T, Vec<Problem>)) -> Option<T> {
        let Some(text) = (self.files)(name) else {
            self.problems
                .push(Problem::of_file(name, "the file is missing or not readable"));
            return None;
        };
        let (value, problems) = read(name, &text);
        self.problems.extend(problems);
        Some(value)
    }
}

fn values<T>(entries: Vec<Located<T>>) -> Vec<T> {
    entries.into_iter().map(|entry| entry.value).collect()
}

fn quota(name: &str, text: &str) -> (Option<QuotaRules>, Vec<Problem>) {
    match QuotaRules::from_toml(text) {
        Ok(rules) => (Some(rules), Vec::new()),
        Err(error) => (None, vec![Problem::at(name, error.line, error.reason.trim())]),
    }
}

fn prepayment(name: &str, text: &str) -> (Option<Terms>, Vec<Problem>) {
    let mut file = match TomlFile::new(name, text) {
        Ok(file) => file,
        Err(problems) => return (None, problems),
    };
    let terms: Option<Terms> = file.take("prepayment");
    if let Some(fault) = terms.as_ref().and_then(Terms::fault) {
        file.refuse_all(format!("[prepayment]: {fault}"));
    }
    (terms, file.finish())
}

fn purchase_costs(name: &str, text: &str) -> (Vec<PurchaseCost>, Vec<Problem>) {
    let mut file = match TomlFile::new(name, text) {
        Ok(file) => file,
        Err(problems) => return (Vec::new(), problems),
    };
    let costs = file.take_list::<PurchaseCost>("costs");
    for cost in &costs {
        if let Some(fault) = cost.value.fault() {
            file.refuse(cost.line, fault);
        }
    }
    (values(costs), file.finish())
}

fn overdue(name: &str, text: &str) -> (Option<OverdueRules>, Vec<Problem>) {
    let mut file = match TomlFile::new(name, text) {
        Ok(file) => file,
        Err(problems) => return (None, problems),
    };
    let penalty = file.take_sound("penalty", PenaltyRule::fault);
    let order = file.take_sound("order", OrderRule::fault);
    let rules = penalty
        .zip(order)
        .map(|(penalty, order)| OverdueRules { penalty, order });
    (rules, file.finish())
}

fn contribution(name: &str, text: &str) -> (Option<ContributionRules>, Vec<Problem>) {
    let mut file = match TomlFile::new(name, text) {
        Ok(file) => file,
        Err(problems) => return (None, problems),
    };
    let ratio = file.take_sound("ratio", RatioRule::fault);
    let base: Option<BaseRule> = file.take_sound("base", BaseRule::fault);
    let rounding = file.take_sound("rounding", UnitRule::fault);
    let years = file.take_list::<BaseYear>("years");
    for year in &years {
        if let Some(fault) = base.as_ref().and_then(|base| year.value.fault(base)) {
            file.refuse(year.line, fault);
        }
    }
    for pair in years.windows(2) {
        if pair[1].value.from <= pair[0].value.from {
            file.refuse(pair[1].line, "the years must rise");
        }
    }
    if years.is_empty() {
        file.refuse_all("there must be at least one base year");
    }
    let read = || {
        Some(ContributionRules {
            ratio: ratio?,
            base: base?,
            rounding: rounding?,
            years: values(years),
        })
    };
    (read(), file.finish())
}

fn offset(name: &str, text: &str) -> (Option<OffsetRules>, Vec<Problem>) {
    let mut file = match TomlFile::new(name, text) {
        Ok(file) => file,
        Err(problems) => return (None, problems),
    };
    let ways = file.take_sound("ways", |ways: &Vec<Way>| OffsetRules::fault_of_ways(ways));
    let floor = file.take_sound("floor", |floor: &Fen| {
        floor.is_negative().then_some("must not be negative")
    });
    let basis = file.take_sound("basis", Basis::fault);
    let rules = ways
        .zip(floor)
        .zip(basis)
        .map(|((ways, floor), basis)| OffsetRules { ways, floor, basis });
    (rules, file.finish())
}

fn retention(name: &str, text: &str) -> (Option<Retention>, Vec<Problem>) {
    let mut file = match TomlFile::new(name, text) {
        Ok(file) => file,
        Err(problems) => return (None, problems),
    };
    let (slips, sessions) = (file.take("slip_days"), file.take("session_days"));
    let appointments = file.take("appointment_days");
    let basis = file.take_sound("basis", Basis::fault);
    let read = || {
        Some(Retention {
            slip_days: slips?,
            appointment_days: appointments?,
            session_days: sessions?,
            basis: basis?,
        })
    };
    let rules = read();
    if let Some(fault) = rules.as_ref().and_then(Retention::fault) {
        file.refuse_all(fault);
    }
    (rules, file.finish())
}

fn meta(name: &str, text: &str) -> (Option<Meta>, Vec<Problem>) {
    match TomlFile::new(name, text) {
        Ok(mut file) => (read_meta(&mut file), file.finish()),
        Err(problems) => (None, problems),
    }
}

fn read_meta(file: &mut TomlFile<'_>) -> Option<Meta> {
    let (name, name_en) = (file.take_text("name"), file.take_english("name_en"));
    let (centre, centre_en) = (file.take_text("centre"), file.take_english("centre_en"));
    let (short_name, short_name_en) = (file.take_text("short_name"), file.take_english("short_name_en"));
    let hotline = file.take_checked("hotline", "must be 3 to 12 digits", |text| {
        (3..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    });
    let slip_prefix = file.take_checked("slip_prefix", "must be 2 to 4 capital letters", |text| {
        (2..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase())
    });
    let slip_days = file.take("slip_days");
    let (issuer, issuer_en) = (file.take_text("issuer"), file.take_english("issuer_en"));
    let (document, document_en) = (file.take_text("document"), file.take_english("document_en"));
    let (effective_from, verified) = (file.take("effective_from"), file.take("verified"));
    let unverified_label = file.take_text("unverified_label");
    let unverified_label_en = file.take_english("unverified_label_en");
    let (rates_known_until, reports) = (file.take("rates_known_until"), file.take("reports"));
    Some(Meta {
        name: name?,
        name_en,
        centre: centre?,
        centre_en,
        short_name: short_name?,
        short_name_en,
        hotline: hotline?,
        slip_prefix: slip_prefix?,
        slip_days: slip_days?,
        issuer: issuer?,
        issuer_en,
        document: document?,
        document_en,
        effective_from: effective_from?,
        verified: verified?,
        unverified_label: unverified_label?,
        unverified_label_en,
        rates_known_until: rates_known_until?,
        reports: reports?,
    })
}
