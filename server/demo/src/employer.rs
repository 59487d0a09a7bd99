//! The employers: public bodies and schools that always pay, and firms of which some are in arrears.

use crate::identity::pick;
use crate::report::{CITY, COUNTIES};
use chrono::{Datelike, Days, NaiveDate};
use fund::{contribution::Ratio, edition::Edition};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    School,
    PublicBody,
    Firm,
}

/// How an employer pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pays {
    Always,
    /// Stopped so many months ago.
    Stopped(u32),
    /// Approved to defer for so many months now.
    Deferred(u32),
    /// Missed half a year, which ended so many months ago, and paid it back at once.
    CaughtUp(u32),
}

pub(crate) struct Employer {
    pub(crate) kind: Kind,
    /// `CITY` or `COUNTIES`.
    pub(crate) area: usize,
    pub(crate) pays: Pays,
    pub(crate) branch: String,
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) opened_on: NaiveDate,
    /// The ratio of both sides.
    pub(crate) ratio: Ratio,
    /// Day of the month on which remittances are booked, 1–28.
    pub(crate) remits_on: u8,
    /// How many months before the present one the last month paid for lies.
    pub(crate) behind: u32,
    /// Members paid for, and members sealed.
    pub(crate) paying: u32,
    pub(crate) sealed: u32,
}

/// What employers are, again and again in this order. The places of those that the cast works at have names.
const PATTERN: [(Kind, usize, Pays); 16] = [
    (Kind::School, CITY, Pays::Always),
    (Kind::PublicBody, CITY, Pays::Always),
    (Kind::Firm, CITY, Pays::Always),
    (Kind::PublicBody, COUNTIES, Pays::Always),
    (Kind::Firm, COUNTIES, Pays::Always),
    (Kind::Firm, COUNTIES, Pays::Stopped(8)),
    (Kind::Firm, COUNTIES, Pays::Deferred(5)),
    (Kind::Firm, COUNTIES, Pays::CaughtUp(10)),
    (Kind::School, COUNTIES, Pays::Always),
    (Kind::School, COUNTIES, Pays::Always),
    (Kind::PublicBody, COUNTIES, Pays::Always),
    (Kind::PublicBody, COUNTIES, Pays::Always),
    (Kind::Firm, COUNTIES, Pays::Always),
    (Kind::Firm, COUNTIES, Pays::Always),
    (Kind::Firm, COUNTIES, Pays::Always),
    (Kind::Firm, COUNTIES, Pays::Always),
];
pub(crate) const SCHOOL: usize = 0;
pub(crate) const PUBLIC_BODY: usize = 1;
pub(crate) const CITY_FIRM: usize = 2;
pub(crate) const COUNTY_BODY: usize = 3;
pub(crate) const FIRM: usize = 4;
pub(crate) const STOPPED_FIRM: usize = 5;
pub(crate) const DEFERRED_FIRM: usize = 6;
pub(crate) const CAUGHT_UP_FIRM: usize = 7;

/// Parts of names; none is meant to be a real one, and each name says so.
const WORDS: &str = "青禾 云栖 知远 长溪 松涛 桂湾 竹坪 澄湖 南屏 春涧 星野 鹿鸣 望江 枫桥 白鹭 石榴";
const SCHOOLS: &str = "小学 中学 幼儿园 职业学校";
const BODIES: &str = "图书馆 人民医院 环境监测站 文化馆 水务管理处 公路养护中心 社区服务中心";
const FIRMS: &str =
    "机械有限公司 纺织有限公司 食品有限公司 商贸有限公司 建筑工程有限公司 茶业有限公司 电子有限公司";

/// The employers of a centre with so many members. The edition's first branch is that of the city proper.
pub(crate) fn all(
    rng: &mut ChaCha8Rng,
    edition: &Edition,
    members: u32,
    as_of: NaiveDate,
) -> Option<Vec<Employer>> {
    let count = (members as usize / 60).clamp(2 * PATTERN.len(), 20_000);
    (0..count).map(|at| employer(rng, edition, at, as_of)).collect()
}

fn employer(rng: &mut ChaCha8Rng, edition: &Edition, at: usize, as_of: NaiveDate) -> Option<Employer> {
    let (kind, area, pays) = PATTERN[at % PATTERN.len()];
    let (city, counties) = edition.branches.split_first()?;
    let branch = if area == CITY {
        city
    } else {
        counties.get(at.checked_rem(counties.len())?)?
    };
    let place = branch
        .name
        .zh()
        .trim_end_matches("管理部")
        .trim_end_matches("办事处");
    let ratios = &edition.contribution.ratio;
    let (endings, ratio) = match kind {
        Kind::School => (SCHOOLS, ratios.most),
        Kind::PublicBody => (BODIES, ratios.most),
        Kind::Firm => {
            // One firm in five keeps to half a percent.
            let more = rng.random_range(0..=5) * 100 + if at % 5 == 2 { 50 } else { 0 };
            let ratio = Ratio::from_hundredths(ratios.least.hundredths() + more).ok()?;
            (FIRMS, ratio.min(ratios.most))
        }
    };
    let remits_on = rng.random_range(8..=25);
    let missing = match pays {
        Pays::Always | Pays::CaughtUp(_) => 0,
        Pays::Stopped(months) | Pays::Deferred(months) => months,
    };
    Some(Employer {
        kind,
        area,
        pays,
        branch: branch.code.clone(),
        name: format!(
            "{place}{}{}（演示{}）",
            pick(rng, WORDS),
            pick(rng, endings),
            at + 1
        ),
        address: format!("{place}演示路 {} 号", rng.random_range(1..300)),
        opened_on: as_of - Days::new(rng.random_range(16 * 365..25 * 365)),
        ratio,
        remits_on,
        // This month counts from the day it is booked.
        behind: missing + u32::from(as_of.day() < remits_on.into()),
        paying: 0,
        sealed: 0,
    })
}
