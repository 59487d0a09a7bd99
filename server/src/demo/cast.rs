//! People with stories: the first members of every demonstration, the same whatever the seed, so that tests, pictures
//! and documents can speak of them by name.

use super::{
    account::{Ask, Event, What},
    employers::{Employer, Kind, Paying},
    loan,
    member::{Fate, Plan},
    rules::{Area, PRODUCT},
    time::Times,
};
use crate::import::rows::{LoanKind, WithdrawalReason};
use chrono::{Datelike, Months, NaiveDate};
use fund::{money::Fen, months, repayment::Method};

/// One of them.
struct Role {
    name: &'static str,
    male: bool,
    /// In months.
    age: u32,
    works_at: (Kind, Area, Paying),
    /// Contribution base, yuan a month.
    base: i64,
    /// Months since the account was opened.
    tenure: u32,
    twist: Twist,
    story: &'static str,
}

/// What is particular about them.
enum Twist {
    None,
    Sealed { months: u32 },
    Frozen { months: u32 },
    Retired { days: u32 },
    Rents,
    MovedIn { yuan: i64 },
    Loan(Borrowed),
}

struct Borrowed {
    kind: LoanKind,
    product: &'static str,
    /// In ten thousand yuan.
    amount: i64,
    years: u32,
    /// How long ago.
    months: u32,
    method: Method,
    turn: Turn,
}

enum Turn {
    None,
    Overdue(u16),
    Prepaid(u16, i64),
    Settled(u16),
    Offset,
}

const SCHOOL: (Kind, Area, Paying) = (Kind::School, Area::City, Paying::Always);
const BODY: (Kind, Area, Paying) = (Kind::PublicBody, Area::City, Paying::Always);
const COUNTY_BODY: (Kind, Area, Paying) = (Kind::PublicBody, Area::Counties, Paying::Always);
const FIRM: (Kind, Area, Paying) = (Kind::Firm, Area::Counties, Paying::Always);
const STOPPED: (Kind, Area, Paying) = (Kind::Firm, Area::Counties, Paying::Stopped(8));
const DEFERRED: (Kind, Area, Paying) = (Kind::Firm, Area::Counties, Paying::Deferred(5));
const CAUGHT_UP: (Kind, Area, Paying) = (Kind::Firm, Area::Counties, Paying::CaughtUp { months: 10 });

const fn borrowed(amount: i64, years: u32, months: u32, turn: Turn) -> Borrowed {
    Borrowed {
        kind: LoanKind::Fund,
        product: "",
        amount,
        years,
        months,
        method: Method::LevelPayment,
        turn,
    }
}

#[rustfmt::skip]
const ROLES: &[Role] = &[
    Role { name: "陈桂兰", male: false, age: 54 * 12 + 11, works_at: SCHOOL, base: 9_800, tenure: 170, twist: Twist::None,
        story: "小学教师，快退休了，要办退休提取" },
    Role { name: "周明远", male: true, age: 31 * 12, works_at: BODY, base: 7_200, tenure: 76, twist: Twist::None,
        story: "和林晓雨结婚，准备一起买第一套房" },
    Role { name: "林晓雨", male: false, age: 29 * 12, works_at: SCHOOL, base: 6_100, tenure: 58, twist: Twist::None,
        story: "和周明远结婚，准备一起买第一套房" },
    Role { name: "王建国", male: true, age: 46 * 12, works_at: STOPPED, base: 4_300, tenure: 120, twist: Twist::None,
        story: "工人，单位已经八个月没有缴存" },
    Role { name: "罗志强", male: true, age: 39 * 12, works_at: FIRM, base: 5_200, tenure: 96, twist: Twist::Sealed { months: 7 },
        story: "离职七个月，账户封存，想提取或者转移" },
    Role { name: "谢丽华", male: false, age: 44 * 12, works_at: FIRM, base: 5_600, tenure: 110, twist: Twist::Frozen { months: 3 },
        story: "账户被法院冻结" },
    Role { name: "徐静怡", male: false, age: 26 * 12, works_at: BODY, base: 5_400, tenure: 40, twist: Twist::Rents,
        story: "租房住，每年提取一次租金" },
    Role { name: "何海涛", male: true, age: 35 * 12, works_at: BODY, base: 8_600, tenure: 130, twist: Twist::None,
        story: "有两个孩子，想换一套大一点的房子" },
    Role { name: "孙玉梅", male: false, age: 51 * 12, works_at: SCHOOL, base: 8_900, tenure: 160,
        twist: Twist::Loan(borrowed(18, 10, 70, Turn::Settled(60))), story: "第一笔公积金贷款已经还清" },
    Role { name: "高俊杰", male: true, age: 37 * 12, works_at: FIRM, base: 5_100, tenure: 90,
        twist: Twist::Loan(borrowed(26, 20, 44, Turn::Overdue(3))), story: "手头紧，贷款逾期三期" },
    Role { name: "马若溪", male: false, age: 33 * 12, works_at: BODY, base: 11_000, tenure: 100,
        twist: Twist::Loan(Borrowed { kind: LoanKind::Combined, product: "", amount: 40, years: 25, months: 30,
            method: Method::LevelPayment, turn: Turn::Offset }), story: "组合贷款，按月冲还贷" },
    Role { name: "吴子轩", male: true, age: 28 * 12, works_at: (Kind::Firm, Area::City, Paying::Always), base: 4_600, tenure: 34,
        twist: Twist::Loan(Borrowed { kind: LoanKind::Fund, product: PRODUCT, amount: 22, years: 20, months: 14,
            method: Method::LevelPayment, turn: Turn::None }), story: "小公司职工，靠安居贷买了房" },
    Role { name: "冯佳慧", male: false, age: 23 * 12, works_at: BODY, base: 4_200, tenure: 4, twist: Twist::None,
        story: "刚参加工作，缴存还不满六个月" },
    Role { name: "董伟", male: true, age: 41 * 12, works_at: COUNTY_BODY, base: 7_800, tenure: 9,
        twist: Twist::MovedIn { yuan: 45_600 }, story: "从外地调回，账户余额已经转移过来" },
    Role { name: "程淑珍", male: false, age: 55 * 12 + 8, works_at: COUNTY_BODY, base: 7_300, tenure: 170,
        twist: Twist::Retired { days: 60 }, story: "已经退休，余额提取，账户注销" },
    Role { name: "彭光辉", male: true, age: 48 * 12, works_at: COUNTY_BODY, base: 8_100, tenure: 150,
        twist: Twist::Loan(Borrowed { kind: LoanKind::Fund, product: "", amount: 30, years: 15, months: 62,
            method: Method::LevelPrincipal, turn: Turn::Prepaid(36, 5) }), story: "等额本金，提前还过五万元" },
    Role { name: "邓月娥", male: false, age: 38 * 12, works_at: DEFERRED, base: 3_900, tenure: 84, twist: Twist::None,
        story: "单位经批准缓缴" },
    Role { name: "曹思源", male: true, age: 40 * 12, works_at: CAUGHT_UP, base: 4_700, tenure: 88, twist: Twist::None,
        story: "单位欠缴过半年，已经补缴" },
];

/// How many they are.
pub(super) const SIZE: usize = ROLES.len();

/// The plan and the story of number `at` of them.
pub(super) fn member(at: usize, employers: &[Employer], times: Times) -> Option<(Plan, &'static str)> {
    let role = ROLES.get(at)?;
    let (kind, area, paying) = role.works_at;
    let fits =
        |employer: &Employer| employer.kind == kind && employer.area == area && employer.paying == paying;
    let mut plan = Plan {
        name: role.name.to_owned(),
        male: role.male,
        birth: times.months_ago(role.age),
        employer: employers.iter().position(fits)?,
        opened_on: times.months_ago(role.tenure),
        base: role.base,
        raise: 4,
        moved_in: Fen::ZERO,
        fate: Fate::Normal,
        withdrawals: Vec::new(),
        loan: None,
    };
    match &role.twist {
        Twist::None => {}
        Twist::Sealed { months } => plan.fate = Fate::Sealed(times.months_ago(*months)),
        Twist::Frozen { months } => plan.fate = Fate::Frozen(times.months_ago(*months)),
        Twist::Retired { days } => {
            plan.fate = Fate::Closed(times.days_ago(*days), WithdrawalReason::Retirement);
        }
        Twist::Rents => plan.withdrawals = [28, 16, 4].map(|months| rent(times.months_ago(months))).to_vec(),
        Twist::MovedIn { yuan } => plan.moved_in = Fen::from_yuan(*yuan),
        Twist::Loan(borrowed) => plan.loan = loan(borrowed, times),
    }
    Some((plan, role.story))
}

/// A year's rent, the usual way to use the fund without a home.
pub(super) fn rent(day: NaiveDate) -> Event {
    Event {
        day,
        what: What::Withdraw(WithdrawalReason::Rent, Ask::UpTo(Fen::from_yuan(10_000))),
    }
}

fn loan(borrowed: &Borrowed, times: Times) -> Option<loan::Plan> {
    let ten_thousand = |amount| Fen::from_yuan(10_000 * amount);
    let due_day = 10;
    // Granted on the due day, so that instalments and months count alike.
    let granted_on = times
        .as_of
        .with_day(due_day)?
        .checked_sub_months(Months::new(borrowed.months))?;
    Some(loan::Plan {
        granted_on,
        principal: ten_thousand(borrowed.amount),
        months: months::Months::new(borrowed.years * 12).ok()?,
        method: borrowed.method,
        kind: borrowed.kind,
        product: borrowed.product,
        due_day: granted_on.day(),
        prepaid: match borrowed.turn {
            Turn::Prepaid(after, amount) => Some((after, ten_thousand(amount))),
            _ => None,
        },
        late: None,
        overdue: match borrowed.turn {
            Turn::Overdue(instalments) => instalments,
            _ => 0,
        },
        settled_with: match borrowed.turn {
            Turn::Settled(instalment) => Some(instalment),
            _ => None,
        },
        offset: matches!(borrowed.turn, Turn::Offset),
    })
}
