//! People with stories of their own: the first members of every demonstration, the same whatever the seed, so that tests,
//! pictures and documents can speak of them by name.

use crate::centre::Centre;
use crate::employer::{
    CAUGHT_UP_FIRM, CITY_FIRM, COUNTY_BODY, DEFERRED_FIRM, FIRM, PUBLIC_BODY, SCHOOL, STOPPED_FIRM,
};
use crate::story::{Borrowing, Story, Turn, rent};
use chrono::Datelike;
use fund::identity::Sex::{self, Female, Male};
use fund::records::AccountStatus::{ClosedByWithdrawal, Frozen, Sealed};
use fund::records::{LoanKind, WithdrawalReason};
use fund::repayment::Existing;
use fund::repayment::Method::{self, LevelPayment, LevelPrincipal};
use fund::{money::Fen, months::Months, quota::Home};

/// Name, sex, age in months, employer, monthly wage, months since the account was opened, the story, and what it is about.
type Role = (&'static str, Sex, u32, usize, i64, u32, &'static str, Happening);
type Happening = fn(&mut Story, &Centre<'_>);

#[rustfmt::skip]
const ROLES: &[Role] = &[
    ("陈桂兰", Female, 54 * 12 + 11, SCHOOL, 9_800, 170, "小学教师，快退休了，要办退休提取", |_, _| {}),
    ("周明远", Male, 31 * 12, PUBLIC_BODY, 7_200, 76, "和林晓雨结婚，准备一起买第一套房", |_, _| {}),
    ("林晓雨", Female, 29 * 12, SCHOOL, 6_100, 58, "和周明远结婚，准备一起买第一套房", |_, _| {}),
    ("王建国", Male, 46 * 12, STOPPED_FIRM, 4_300, 120, "工人，单位已经八个月没有缴存", |_, _| {}),
    ("罗志强", Male, 39 * 12, FIRM, 5_200, 96, "离职七个月，账户封存，想提取或者转移",
        |story, centre| story.becomes(Sealed, centre.months_ago(7))),
    ("谢丽华", Female, 44 * 12, FIRM, 5_600, 110, "账户被法院冻结",
        |story, centre| story.becomes(Frozen, centre.months_ago(3))),
    ("徐静怡", Female, 26 * 12, PUBLIC_BODY, 5_400, 40, "租房住，每年提取一次租金",
        |story, centre| story.withdrawals = [28, 16, 4].map(|months| rent(centre.months_ago(months))).to_vec()),
    ("何海涛", Male, 35 * 12, PUBLIC_BODY, 8_600, 130, "有两个孩子，想换一套大一点的房子", |_, _| {}),
    ("孙玉梅", Female, 51 * 12, SCHOOL, 8_900, 160, "第一笔公积金贷款已经还清",
        |story, centre| story.loan = loan(centre, LevelPayment, [18, 10, 70], Turn::Settled(60))),
    ("高俊杰", Male, 37 * 12, FIRM, 5_100, 90, "手头紧，贷款逾期三期",
        |story, centre| story.loan = loan(centre, LevelPayment, [26, 20, 44], Turn::Overdue(3))),
    ("马若溪", Female, 33 * 12, PUBLIC_BODY, 11_000, 100, "组合贷款，按月冲还贷", |story, centre| {
        let loan = loan(centre, LevelPayment, [40, 25, 30], Turn::Offset);
        story.loan = loan.map(|loan| Borrowing { kind: LoanKind::Combined, ..loan });
    }),
    ("吴子轩", Male, 28 * 12, CITY_FIRM, 4_600, 34, "小公司职工，靠安居贷买了房", |story, centre| {
        let loan = loan(centre, LevelPayment, [22, 20, 14], Turn::None);
        story.loan = loan.map(|loan| Borrowing { promoted: true, ..loan });
    }),
    ("冯佳慧", Female, 23 * 12, PUBLIC_BODY, 4_200, 4, "刚参加工作，缴存还不满六个月", |_, _| {}),
    ("董伟", Male, 41 * 12, COUNTY_BODY, 7_800, 9, "从外地调回，账户余额已经转移过来",
        |story, _| story.moved_in = Fen::from_yuan(45_600)),
    ("程淑珍", Female, 55 * 12 + 8, COUNTY_BODY, 7_300, 170, "已经退休，余额提取，账户注销", |story, centre| {
        story.becomes(ClosedByWithdrawal, centre.months_ago(2));
        story.closed_for = Some(WithdrawalReason::Retirement);
    }),
    ("彭光辉", Male, 48 * 12, COUNTY_BODY, 8_100, 150, "等额本金，提前还过五万元", |story, centre| {
        let turn = Turn::Prepaid(36, Fen::from_yuan(50_000));
        story.loan = loan(centre, LevelPrincipal, [30, 15, 62], turn);
    }),
    ("邓月娥", Female, 38 * 12, DEFERRED_FIRM, 3_900, 84, "单位经批准缓缴", |_, _| {}),
    ("曹思源", Male, 40 * 12, CAUGHT_UP_FIRM, 4_700, 88, "单位欠缴过半年，已经补缴", |_, _| {}),
];

/// How many they are.
#[expect(clippy::cast_possible_truncation, reason = "a table of a few rows")]
pub(crate) const SIZE: u32 = ROLES.len() as u32;

/// The story of number `at` of them.
pub(crate) fn story(at: u32, centre: &Centre<'_>) -> Option<Story> {
    let (name, sex, age, employer, wage, tenure, told, happens) = ROLES.get(at as usize)?;
    let [born, opened_on] = [*age, *tenure].map(|months| centre.months_ago(months));
    let mut story = Story::ordinary((*name).to_owned(), *sex, [born, opened_on], *employer, *wage);
    (*told).clone_into(&mut story.told);
    happens(&mut story, centre);
    Some(story)
}

/// A loan of so many ten thousand yuan over so many years, granted so many months ago.
fn loan(
    centre: &Centre<'_>,
    method: Method,
    [amount, years, ago]: [u32; 3],
    turn: Turn,
) -> Option<Borrowing> {
    // Granted on the due day, so that instalments and months count alike.
    let terms = Existing {
        granted_on: centre.months_ago(ago).with_day(10)?,
        principal: Fen::from_yuan(10_000).times(amount),
        months: Months::new(years * 12).ok()?,
        method,
        home: Home::First,
        due_day: 10,
    };
    Some(Borrowing {
        terms,
        kind: LoanKind::Fund,
        promoted: false,
        turn,
    })
}
