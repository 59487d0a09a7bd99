//! The employers: public bodies and schools that always pay, private firms of which some are in arrears.

use super::{
    identity::{credit_code, pick},
    rules::{Area, Rules},
};
use crate::import::rows::{EmployerNo, EmployerRow, EmployerStatus, YearMonth};
use chrono::{Datelike, Days, NaiveDate};
use fund::{contribution::Ratio, money::Fen};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rust_decimal::Decimal;

/// What an employer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    PublicBody,
    School,
    Firm,
}

/// How an employer pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paying {
    /// Every month.
    Always,
    /// Stopped so many months ago.
    Stopped(u32),
    /// Approved to defer for so many months now.
    Deferred(u32),
    /// Missed half a year, `months` ago, and paid it back at once.
    CaughtUp {
        /// How long ago the gap ended.
        months: u32,
    },
}

/// An employer as the generator needs it.
#[derive(Debug, Clone)]
pub(super) struct Employer {
    pub(super) row: EmployerRow,
    pub(super) kind: Kind,
    pub(super) area: Area,
    pub(super) paying: Paying,
    /// Day of the month on which remittances are booked, 1–28.
    pub(super) remits_on: u32,
    /// The ratio of both sides.
    pub(super) ratio: Ratio,
}

impl Employer {
    /// What each side pays a month from a base in yuan.
    pub(super) fn share(&self, base: i64) -> Fen {
        self.ratio.of(Fen::from_yuan(base), Fen::new(1))
    }
}

/// How many employers a centre of so many members has.
fn count(members: u32) -> u32 {
    (members / 60).clamp(28, 20_000)
}

/// Words that make names of firms; none is meant to be a real one, and each name says so.
const WORDS: &[&str] = &[
    "青禾", "云栖", "知远", "长溪", "松涛", "桂湾", "竹坪", "澄湖", "南屏", "春涧", "星野", "鹿鸣", "望江",
    "枫桥", "白鹭", "石榴",
];
const FIRMS: &[&str] = &[
    "机械有限公司",
    "纺织有限公司",
    "食品有限公司",
    "商贸有限公司",
    "建筑工程有限公司",
    "茶业有限公司",
    "电子有限公司",
];
const SCHOOLS: &[&str] = &["小学", "中学", "幼儿园", "职业学校"];
const BODIES: &[&str] = &[
    "图书馆",
    "人民医院",
    "环境监测站",
    "文化馆",
    "水务管理处",
    "公路养护中心",
    "社区服务中心",
];

/// The employers of a centre, deterministic for the generator's state.
pub(super) fn draw(rng: &mut ChaCha8Rng, rules: &Rules, members: u32, as_of: NaiveDate) -> Vec<Employer> {
    // Numbers are shorter than the 32 characters a number may have, so none is left out.
    (0..count(members))
        .filter_map(|index| one(rng, rules, index, as_of))
        .collect()
}

fn one(rng: &mut ChaCha8Rng, rules: &Rules, index: u32, as_of: NaiveDate) -> Option<Employer> {
    let at = index as usize;
    let branch = &rules.branches[at % rules.branches.len()];
    let area = if at.is_multiple_of(rules.branches.len()) {
        Area::City
    } else {
        Area::Counties
    };
    let round = at / rules.branches.len();
    let kind = [Kind::School, Kind::PublicBody, Kind::Firm, Kind::Firm][round % 4];
    let paying = if kind == Kind::Firm {
        firm_pays(at)
    } else {
        Paying::Always
    };
    let hundredths = match kind {
        Kind::PublicBody | Kind::School => 1_200,
        // One firm in five keeps to half a percent.
        Kind::Firm => rng.random_range(5..=10_i64) * 100 + if at % 5 == 2 { 50 } else { 0 },
    };
    let ratio = Ratio::from_hundredths(u16::try_from(hundredths).ok()?).ok()?;
    let endings = match kind {
        Kind::PublicBody => BODIES,
        Kind::School => SCHOOLS,
        Kind::Firm => FIRMS,
    };
    let number = index + 1;
    let years = rng.random_range(12..20);
    let opened_on = NaiveDate::from_ymd_opt(
        as_of.year() - years,
        rng.random_range(1..=12),
        rng.random_range(1..=28),
    )?;
    let remits_on = rng.random_range(8..=25);
    let row = EmployerRow {
        employer_no: EmployerNo::parse(&format!("4212{number:06}")).ok()?,
        name: format!(
            "{}{}{}（演示{number}）",
            branch.place,
            pick(rng, WORDS),
            pick(rng, endings)
        ),
        address: format!("{}演示路 {} 号", branch.place, rng.random_range(1..300)),
        credit_code: credit_code(at, kind != Kind::Firm)?.as_str().to_owned(),
        branch: Some(branch.code),
        opened_on,
        closed_on: None,
        status: match paying {
            Paying::Deferred(_) => EmployerStatus::Deferred,
            _ => EmployerStatus::Normal,
        },
        member_ratio: Decimal::new(hundredths, 2).normalize(),
        employer_ratio: Decimal::new(hundredths, 2).normalize(),
        paying_members: 0,
        sealed_members: 0,
        paid_until: last_paid(paying, remits_on, as_of),
        payday: u8::try_from(remits_on.saturating_sub(3)).ok(),
    };
    Some(Employer {
        row,
        kind,
        area,
        paying,
        remits_on,
        ratio,
    })
}

/// Of eight firms one stopped paying, one defers, and one has caught up.
fn firm_pays(at: usize) -> Paying {
    match at % 8 {
        3 => Paying::Stopped(8),
        1 => Paying::Deferred(5),
        6 => Paying::CaughtUp { months: 10 },
        _ => Paying::Always,
    }
}

/// The last month that is paid for at the close of `as_of`.
fn last_paid(paying: Paying, remits_on: u32, as_of: NaiveDate) -> Option<YearMonth> {
    let missing = match paying {
        Paying::Always | Paying::CaughtUp { .. } => 0,
        Paying::Stopped(months) | Paying::Deferred(months) => months,
    };
    // This month counts from the day it is booked.
    let back = missing + u32::from(as_of.day() < remits_on);
    months_before(as_of, back)
}

/// The month `back` months before the one a day lies in.
pub(super) fn months_before(day: NaiveDate, back: u32) -> Option<YearMonth> {
    let first = day.checked_sub_days(Days::new(u64::from(day.day0())))?;
    YearMonth::of(first.checked_sub_months(chrono::Months::new(back))?)
}

impl Employer {
    /// The months that were missed at first and paid back later, if any: first, last, and the day they were paid.
    pub(super) fn gap(&self, as_of: NaiveDate) -> Option<(YearMonth, YearMonth, NaiveDate)> {
        let Paying::CaughtUp { months } = self.paying else {
            return None;
        };
        let last = months_before(as_of, months)?;
        let first = months_before(as_of, months + 5)?;
        let paid = last.plus(1).first_day().checked_add_days(Days::new(19))?;
        Some((first, last, paid))
    }
}
