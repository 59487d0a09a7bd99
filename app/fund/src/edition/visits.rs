//! `services.toml` and `branches.toml`.

use serde::Deserialize;

use super::problem::Problem;
use super::toml_file::{Located, TomlFile};
use crate::bilingual::Bilingual;
use crate::notice::{Channel, Flow};
use crate::visit::{Audience, Booking, Branch, Period, Service, ServiceGroup, Timetable, periods_fault};

/// A year: who books farther ahead will not come, and each day shown costs a computation.
const MAX_HORIZON: u16 = 366;

/// What `services.toml` holds, as far as it can be read.
pub(super) struct Services {
    pub(super) booking: Option<Booking>,
    pub(super) services: Vec<Located<WrittenService>>,
}

/// A service as written: what its notice says already may be left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenService {
    pub(super) code: String,
    label: String,
    label_en: Option<String>,
    audience: Audience,
    group: ServiceGroup,
    minutes: Option<u16>,
    channels: Option<Vec<Channel>>,
    #[serde(default)]
    saturday: bool,
    #[serde(default)]
    branches: Vec<String>,
    verified: bool,
}

impl WrittenService {
    /// The service, with its notice's minutes and channels when it has one; or what is missing.
    pub(super) fn finish(self, notice: Option<&Flow>) -> Result<Service, &'static str> {
        let minutes = notice.map(|flow| flow.minutes).or(self.minutes);
        let channels = notice.map(|flow| flow.channels.clone()).or(self.channels);
        Ok(Service {
            minutes: minutes.ok_or("it has no notice, so minutes must be given")?,
            channels: channels.ok_or("it has no notice, so channels must be given")?,
            code: self.code,
            label: Bilingual::new(self.label, self.label_en),
            audience: self.audience,
            group: self.group,
            saturday: self.saturday,
            branches: self.branches,
            verified: self.verified,
        })
    }
}

/// Reads services and booking rules.
pub(super) fn services(name: &str, text: &str) -> (Option<Services>, Vec<Problem>) {
    let mut file = match TomlFile::new(name, text) {
        Ok(file) => file,
        Err(problems) => return (None, problems),
    };
    let booking = file.take::<Booking>("booking");
    if booking.is_some_and(|booking| booking.horizon_days > MAX_HORIZON) {
        file.refuse_all(format!("booking.horizon_days must be at most {MAX_HORIZON}"));
    }
    if booking.is_some_and(|booking| booking.cancellations == 0) {
        file.refuse_all("booking.cancellations must be above zero");
    }
    let services = file.take_list::<WrittenService>("services");
    check_codes(&mut file, &services, |service| &service.code);
    for Located { line, value } in &services {
        if value.minutes == Some(0) {
            file.refuse(*line, "minutes must be above zero");
        }
        if value.channels.as_ref().is_some_and(Vec::is_empty) {
            file.refuse(*line, "channels must not be empty");
        }
        let label = Bilingual::new(value.label.clone(), value.label_en.clone());
        check_text(&mut file, *line, "label", &label);
    }
    (Some(Services { booking, services }), file.finish())
}

/// A branch as written: its timetable by code.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenBranch {
    code: String,
    name: String,
    name_en: Option<String>,
    address: String,
    address_en: Option<String>,
    phone: String,
    windows: u16,
    timetable: String,
    #[serde(default)]
    saturday: Vec<Period>,
    verified: bool,
}

/// Reads branches with their timetables.
pub(super) fn branches(name: &str, text: &str) -> (Vec<Located<Branch>>, Vec<Problem>) {
    let mut file = match TomlFile::new(name, text) {
        Ok(file) => file,
        Err(problems) => return (Vec::new(), problems),
    };
    let timetables = file.take_list::<Timetable>("timetables");
    check_codes(&mut file, &timetables, |timetable| &timetable.code);
    for Located { line, value } in &timetables {
        if let Some(fault) = value.fault() {
            file.refuse(*line, fault);
        }
    }
    let timetables_sound = file.is_sound();
    let written = file.take_list::<WrittenBranch>("branches");
    check_codes(&mut file, &written, |branch| &branch.code);
    if !timetables_sound {
        // Every branch would be blamed for its timetable.
        return (Vec::new(), file.finish());
    }
    let branches = written
        .into_iter()
        .filter_map(|branch| finish_branch(&mut file, &timetables, branch))
        .collect();
    (branches, file.finish())
}

fn finish_branch(
    file: &mut TomlFile<'_>,
    timetables: &[Located<Timetable>],
    written: Located<WrittenBranch>,
) -> Option<Located<Branch>> {
    let Located { line, value } = written;
    if value.windows == 0 {
        file.refuse(line, "windows must be above zero");
    }
    let name = Bilingual::new(value.name, value.name_en);
    let address = Bilingual::new(value.address, value.address_en);
    check_text(file, line, "name", &name);
    check_text(file, line, "address", &address);
    if value.phone.trim().is_empty() {
        file.refuse(line, "phone must not be empty");
    }
    if let Some(fault) = periods_fault(&value.saturday) {
        file.refuse(line, fault);
    }
    let Some(timetable) = timetables
        .iter()
        .find(|timetable| timetable.value.code == value.timetable)
    else {
        file.refuse(line, format!("no timetable is called \"{}\"", value.timetable));
        return None;
    };
    let branch = Branch {
        code: value.code,
        name,
        address,
        phone: value.phone,
        windows: value.windows,
        timetable: timetable.value.clone(),
        saturday: value.saturday,
        verified: value.verified,
    };
    Some(Located { line, value: branch })
}

/// What is wrong between services and branches: a branch nobody knows, a service no window is enough for.
pub(super) fn check_together(
    services: (&str, &[Located<Service>]),
    branches: &[Located<Branch>],
) -> Vec<Problem> {
    let (file, services) = services;
    let mut problems = Vec::new();
    for Located { line, value: service } in services {
        for code in &service.branches {
            if !branches.iter().any(|branch| branch.value.code == *code) {
                problems.push(Problem::at(
                    file,
                    *line,
                    format!("no branch is called \"{code}\""),
                ));
            }
        }
        for Located { value: branch, .. } in
            branches.iter().filter(|branch| service.is_done_at(&branch.value))
        {
            let units = service.units(branch.timetable.slot_minutes);
            if units > branch.windows {
                let (code, branch, windows) = (&service.code, &branch.code, branch.windows);
                let reason = format!("{code} takes {units} windows at a time and {branch} has {windows}");
                problems.push(Problem::at(file, *line, reason));
            }
        }
    }
    problems
}

fn check_text(file: &mut TomlFile<'_>, line: usize, key: &str, text: &Bilingual) {
    if let Some(fault) = text.fault() {
        file.refuse(line, format!("{key} {fault}"));
    }
}

/// Codes stand in addresses and ids: short, small letters, and each once.
fn check_codes<T>(file: &mut TomlFile<'_>, entries: &[Located<T>], code: impl Fn(&T) -> &String) {
    let sound = |code: &str| {
        (1..=40).contains(&code.len())
            && code
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    for (index, Located { line, value }) in entries.iter().enumerate() {
        let code_here = code(value);
        if !sound(code_here) {
            file.refuse(*line, "code must be 1 to 40 of a-z, 0-9 and _");
        }
        if let Some(first) = entries[..index]
            .iter()
            .find(|earlier| code(&earlier.value) == code_here)
        {
            file.refuse(
                *line,
                format!("\"{code_here}\" stands on line {} already", first.line),
            );
        }
    }
}
