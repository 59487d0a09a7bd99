//! What the rules say, in both languages: the figures come from the rules themselves, for the built-in edition.

use chrono::NaiveDate;
use fund::{
    contribution::ProjectionError,
    identity::{CreditCode, IdNumber, Phone},
    interest::InterestError,
    money::Fen,
    months::Months,
    offset::OffsetError,
    overdue::OverdueError,
    quota::{
        Applicant, Area, Assessment, Basis, Circumstances, Contributors, GateCode, Home, LimitCode, Percent,
        Person, Product, QuotaRules, Raise, Track, Uplift, UpliftRule, assess,
    },
    rate::Rate,
    repayment::{DueDays, EventFault, Method, NotDue, ReplayError},
};

use super::basis;
use crate::text::{Lang, Worded};

const BOTH: [Lang; 2] = [Lang::ZhCn, Lang::En];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rules() -> QuotaRules {
    QuotaRules::from_toml(include_str!("../../../fund/editions/xianning/quota.toml")).unwrap()
}

fn couple() -> Applicant {
    Applicant {
        product: Product::Ordinary,
        price: Fen::from_yuan(800_000),
        home: Home::First,
        area: None,
        building_age: None,
        green_building: false,
        contributors: Contributors::Two,
        children: 0,
        talent: false,
        balances: Fen::from_yuan(48_000),
        months_contributed: 48,
        outstanding: None,
        income: Fen::from_yuan(12_000),
        debts: Fen::ZERO,
        method: Method::LevelPayment,
        months: Months::MAX,
        person: None,
        circumstances: Circumstances::default(),
    }
}

fn assessed(applicant: &Applicant, rules: &QuotaRules) -> Assessment {
    let rate: Rate = "2.60".parse().unwrap();
    assess(applicant, rules, &rate.into(), day("2026-11-20"))
}

/// Every limit with its working, and every condition.
fn said(assessment: &Assessment) -> String {
    let in_language = |lang: Lang| {
        let limits = assessment
            .limits
            .iter()
            .map(move |limit| format!("{}: {}", limit.code.worded(lang), limit.working.worded(lang)));
        let gates = assessment.gates.iter().map(move |gate| gate.worded(lang));
        limits.chain(gates)
    };
    BOTH.into_iter()
        .flat_map(in_language)
        .collect::<Vec<_>>()
        .join("\n")
}

fn gate(assessment: &Assessment, code: GateCode) -> [String; 2] {
    let gate = assessment.gates.iter().find(|gate| gate.code == code).unwrap();
    BOTH.map(|lang| gate.worded(lang))
}

fn working(assessment: &Assessment, code: LimitCode) -> [String; 2] {
    let limit = assessment.limits.iter().find(|limit| limit.code == code).unwrap();
    BOTH.map(|lang| limit.working.worded(lang))
}

#[test]
fn the_sentences_read_well() {
    let answer = assessed(
        &Applicant {
            children: 2,
            debts: Fen::new(100_050),
            balances: Fen::from_yuan(5_000),
            home: Home::Second,
            person: Some(Person {
                birth: day("1980-03-15"),
                track: Some(Track::WomanWorker),
            }),
            months_contributed: 4,
            ..couple()
        },
        &rules(),
    );
    insta::assert_snapshot!(said(&answer));
}

#[test]
fn a_condition_that_is_not_met_says_what_stands_in_the_way() {
    let circumstances = Circumstances {
        account_normal: Some(false),
        unsettled_loan: Some(true),
        earlier_loans: Some(9),
        good_credit: Some(false),
        dishonest: Some(true),
        certificate: Some(false),
        bank_agrees: Some(false),
    };
    let answer = assessed(
        &Applicant {
            circumstances,
            ..couple()
        },
        &rules(),
    );
    let unmet = answer.gates.iter().filter(|gate| !gate.met);
    let unmet: Vec<_> = unmet.map(|gate| gate.worded(Lang::ZhCn)).collect();
    assert_eq!(
        unmet,
        [
            "账户已封存、冻结，或状态不正常；恢复正常后才能贷",
            "家庭还有未结清的公积金贷款；结清后才能再贷",
            "家庭此前使用公积金贷款已超过 1 次",
            "个人征信记录有不良；要求记录良好",
            "已被列入失信被执行人名单",
        ]
    );
    for (product, code, chinese) in [
        (
            Product::OtherCity,
            GateCode::Certificate,
            "缴存地中心还没有出具异地贷款缴存使用证明",
        ),
        (
            Product::CommercialToFund,
            GateCode::BankLoan,
            "原商业贷款有逾期，或贷款银行不同意转贷",
        ),
    ] {
        let applicant = Applicant {
            product,
            circumstances,
            ..couple()
        };
        assert_eq!(gate(&assessed(&applicant, &rules()), code)[0], chinese);
    }
}

#[test]
fn a_product_says_which_homes_it_is_for() {
    let applicant = Applicant {
        product: Product::EntrepreneurshipHousing,
        home: Home::Second,
        area: Some("150".parse::<Area>().unwrap()),
        outstanding: Some(Fen::from_yuan(1)),
        ..couple()
    };
    let answer = assessed(&applicant, &rules());
    assert_eq!(
        gate(&answer, GateCode::Home),
        [
            "大众创业安居贷不用于购买二套住房",
            "Not for a second home: Entrepreneurs’ home loan (大众创业安居贷)",
        ]
    );
    assert_eq!(
        gate(&answer, GateCode::Area),
        [
            "大众创业安居贷的住房面积不超过 144 平方米，您填的超过了",
            "Only for homes of up to 144 square metres, and yours is larger: Entrepreneurs’ home loan (大众创业安居贷)",
        ]
    );
    assert_eq!(working(&answer, LimitCode::Price)[0], "该品种不用于购买二套住房");
}

#[test]
fn the_term_says_what_it_rests_on() {
    let person = |birth, track| Applicant {
        person: Some(Person {
            birth: day(birth),
            track,
        }),
        ..couple()
    };
    let soon = assessed(&person("1966-11-20", Some(Track::Man)), &rules());
    assert_eq!(
        working(&soon, LimitCode::Term),
        [
            "法定退休时间 2027年5月，还款不晚于退休后 5 年，最长可贷 66 个月；按此期限和家庭收入计算",
            "statutory retirement (法定退休) in May 2027, and the loan must be repaid within 5 years after it; the longest term is 66 months; counted over this term with the household’s income",
        ]
    );
    let unsaid = assessed(&person("1990-05-05", None), &rules());
    assert!(
        gate(&unsaid, GateCode::Term)[0].contains("（没有选人员类别，按“女职工（其他岗位）”推算）"),
        "{:?}",
        gate(&unsaid, GateCode::Term)
    );
    let over = assessed(&person("1950-01-01", None), &rules());
    let [chinese, english] = gate(&over, GateCode::Term);
    assert!(chinese.ends_with("已没有可贷期限"), "{chinese}");
    assert!(
        english.starts_with("Statutory") && english.ends_with("there is no time left for a loan"),
        "{english}"
    );
    let mut rules = rules();
    rules.term.building_years = Some(50);
    let old = assessed(
        &Applicant {
            building_age: Some(42),
            ..couple()
        },
        &rules,
    );
    assert_eq!(
        gate(&old, GateCode::Term),
        [
            "受房龄限制，最长可贷 96 个月",
            "The age of the building counts; the longest term is 96 months",
        ]
    );
}

#[test]
fn every_uplift_and_factor_is_named() {
    let mut rules = rules();
    let percent = |percent| Percent::new(percent).unwrap();
    rules.ceiling.amounts.ordinary.uplifts.push(UpliftRule {
        reason: Uplift::Talent,
        raise: Raise::Amount(Fen::from_yuan(100_000)),
    });
    rules.balance.factor = percent(120);
    let answer = assessed(
        &Applicant {
            children: 3,
            talent: true,
            ..couple()
        },
        &rules,
    );
    assert_eq!(
        working(&answer, LimitCode::Ceiling),
        [
            "夫妻双方缴存最高 700,000 元，三孩家庭上浮 30%，人才增加 100,000 元",
            "Both spouses contribute: at most 700,000 yuan, plus 30% for three children or more, plus 100,000 yuan for recognised talent (人才)",
        ]
    );
    assert_eq!(
        working(&answer, LimitCode::Balance),
        [
            "余额 48,000 元 × 20 倍 × 缴存时间系数 120% = 1,152,000 元",
            "balance of 48,000 yuan × 20 × 120% for the time of contribution = 1,152,000 yuan",
        ]
    );
}

#[test]
fn reasons_why_something_was_refused() {
    let at = day("2004-01-02");
    let errors: Vec<Box<dyn Worded>> = vec![
        Box::new(Fen::parse_human("").unwrap_err()),
        Box::new(Fen::parse_human("x").unwrap_err()),
        Box::new(Fen::parse_human("0.001").unwrap_err()),
        Box::new(Fen::parse_human("-1").unwrap_err()),
        Box::new(Fen::parse_human("99999亿").unwrap_err()),
        Box::new("x".parse::<Rate>().unwrap_err()),
        Box::new("37".parse::<Rate>().unwrap_err()),
        Box::new("3.1234567".parse::<Rate>().unwrap_err()),
        Box::new("x".parse::<Months>().unwrap_err()),
        Box::new(Months::new(0).unwrap_err()),
        Box::new("x".parse::<Area>().unwrap_err()),
        Box::new(IdNumber::parse("").unwrap_err()),
        Box::new(IdNumber::parse("123").unwrap_err()),
        Box::new(IdNumber::parse("123456789012345").unwrap_err()),
        Box::new(IdNumber::parse("1101051949123100Y2").unwrap_err()),
        Box::new(IdNumber::parse("110105194913310021").unwrap_err()),
        Box::new(IdNumber::parse("110105194912310021").unwrap_err()),
        Box::new(Phone::parse("").unwrap_err()),
        Box::new(Phone::parse("123").unwrap_err()),
        Box::new(Phone::parse("1380013800a").unwrap_err()),
        Box::new(Phone::parse("12800138000").unwrap_err()),
        Box::new(CreditCode::parse("").unwrap_err()),
        Box::new(CreditCode::parse("123").unwrap_err()),
        Box::new(CreditCode::parse("9135010OM000100Y43").unwrap_err()),
        Box::new(CreditCode::parse("91350100M000100Y44").unwrap_err()),
        Box::new(EventFault::OutOfRange { last: 239 }),
        Box::new(EventFault::OneInstalment),
        Box::new(EventFault::AfterTheEnd { last: 36 }),
        Box::new(EventFault::OutOfOrder { previous: 12 }),
        Box::new(EventFault::NotPositive),
        Box::new(EventFault::MoreThanBalance {
            balance: Fen::from_yuan(1_234),
        }),
        Box::new(ReplayError::NoRate(at)),
        Box::new(ReplayError::NoDate),
        Box::new(ProjectionError::NoYear(at)),
        Box::new(OffsetError::Interest(InterestError::NoRate(at))),
        Box::new(OffsetError::DueBeforeStart),
        Box::new(OverdueError::OutOfOrder),
        Box::new(OverdueError::NotPositive),
        Box::new(DueDays::on(at, 31).unwrap_err()),
        Box::new(NotDue),
    ];
    let lines = BOTH.map(|lang| {
        let lines: Vec<_> = errors.iter().map(|error| error.worded(lang)).collect();
        lines.join("\n")
    });
    insta::assert_snapshot!(lines.join("\n\n"));
}

#[test]
fn the_official_title_of_a_document_stands_behind_what_it_means() {
    let basis = |document_en: Option<&str>| Basis {
        rule: "法定退休年龄".to_owned(),
        rule_en: Some("Statutory retirement age".to_owned()),
        document: "《办法》".to_owned(),
        document_en: document_en.map(str::to_owned),
        number: "建金〔2014〕148号".to_owned(),
        effective_from: day("2025-01-01"),
        verified: true,
    };
    let shown = |lang, basis: &Basis| {
        let (rule, source) = (basis::rule(lang, basis), basis::source(lang, basis));
        maud::html! { (rule) ": " (source) }.into_string()
    };
    let with_meaning = basis(Some("Measures"));
    assert_eq!(
        shown(Lang::ZhCn, &with_meaning),
        "法定退休年龄: 《办法》（建金〔2014〕148号）"
    );
    let official = "<span lang=\"zh-CN\">《办法》（建金〔2014〕148号）</span>";
    assert_eq!(
        shown(Lang::En, &with_meaning),
        format!("Statutory retirement age: Measures ({official})")
    );
    assert_eq!(
        shown(Lang::En, &basis(None)),
        format!("Statutory retirement age: {official}")
    );
    let both = [with_meaning, basis(None)];
    assert_eq!(
        basis::sources(Lang::ZhCn, &both).text(),
        "《办法》（建金〔2014〕148号）；《办法》（建金〔2014〕148号）"
    );
}
