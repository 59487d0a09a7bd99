//! English.

use super::{
    AreaText, CapacityText, ConditionText, ContributionText, ContributorLabels, EarlierLoansText, GateText,
    HomeLabels, LimitLabels, ProductLabels, SecondHomeText, TermText, Text, TrackLabels, UpliftLabels,
    WorkingText,
};
use crate::text::sentence::{Count, Sentence};

/// English.
pub const EN: Text = Text {
    products: ProductLabels {
        ordinary: "Ordinary home loan (普通住房贷款)",
        entrepreneurship_housing: "Entrepreneurs’ home loan (大众创业安居贷)",
        other_city: "Loan for people who contribute in another city (异地贷款)",
        combined: "Combined loan (组合贷款), from the fund and a bank",
        commercial_to_fund: "Fund loan in place of a bank loan (商转公)",
    },
    homes: HomeLabels {
        first: "First home (首套)",
        second: "Second home (二套)",
    },
    contributors: ContributorLabels {
        one: "One person contributes",
        two: "Both spouses contribute",
    },
    tracks: TrackLabels {
        man: "Man",
        woman_cadre: "Woman in management or technical work (管理、技术岗位)",
        woman_worker: "Woman in other work (其他岗位)",
    },
    limits: LimitLabels {
        ceiling: "Ceiling (最高额度)",
        balance: "Account balance (账户余额)",
        price: "Price and down payment (首付)",
        capacity: "Ability to repay (还款能力)",
        term: "Loan term (贷款期限)",
        outstanding: "Rest of the bank loan (商贷余额)",
    },
    uplifts: UpliftLabels {
        two_children: "two children",
        three_children: "three children or more",
        talent: "recognised talent (人才)",
        green_building: "green building (绿色建筑)",
    },
    working: WorkingText {
        ceiling: Sentence::new("{0}: at most {1}"),
        raised_by_percent: Sentence::new("{0}, plus {2}% for {1}"),
        raised_by_amount: Sentence::new("{0}, plus {2} for {1}"),
        balance: Sentence::new("balance of {0} × {1}"),
        factor: Sentence::new("{0} × {1}% for the time of contribution"),
        product: Sentence::new("{0} = {1}"),
        floor: Sentence::new("{0}; that is below the minimum quota, so {1} counts"),
        price: Sentence::new("price of {0}, down payment of at least {1}%"),
        not_for_second_homes: "this kind of loan is not given for a second home",
        capacity: CapacityText {
            share: Sentence::new("{1}% of the household’s monthly income of {0}"),
            debts: Sentence::new("{0}, less {1} for other loans"),
            rest: Sentence::new("{0}, leaves {1} a month; over {2} months at {3}% a year"),
        },
        outstanding: Sentence::new("{0} is still owed on the bank loan"),
        over_term: Sentence::new("{0}; counted over this term with the household’s income"),
    },
    term: TermText {
        longest: Count::new("the longest term is {0} month", "the longest term is {0} months"),
        none_left: "there is no time left for a loan",
        retirement: Sentence::new(
            "statutory retirement (法定退休) in {0}, and the loan must be repaid within {1} after it; {2}",
        ),
        assumed: Sentence::new("{0} (nothing was chosen, so this is for “{1}”)"),
        building: Sentence::new("the age of the building counts; {0}"),
    },
    gates: GateText {
        contribution: ContributionText {
            asked: Sentence::new("Full contributions for {0} months without a gap are needed; you have {1}"),
            met_later: Sentence::new("{0}. Contribute for {1} more, and you can apply from {2}"),
            missing: Count::new("{0} month", "{0} months"),
        },
        account: ConditionText {
            asked: "The account is in normal use, neither sealed (封存) nor frozen (冻结)",
            not_met: "The account is sealed (封存), frozen (冻结) or not in normal use; a loan is possible once it is in normal use again",
        },
        unsettled_loan: ConditionText {
            asked: "The household has no fund loan that is still running",
            not_met: "The household has a fund loan that is still running; another is possible once it is repaid",
        },
        earlier_loans: EarlierLoansText {
            asked: Count::new(
                "The household has had no more than {0} fund loan before",
                "The household has had no more than {0} fund loans before",
            ),
            not_met: Count::new(
                "The household has had more than {0} fund loan before",
                "The household has had more than {0} fund loans before",
            ),
        },
        credit: ConditionText {
            asked: "The personal credit record (征信) is good",
            not_met: "The personal credit record (征信) has entries against you; it must be good",
        },
        dishonest: ConditionText {
            asked: "You are not on the courts’ list of dishonest debtors (失信被执行人)",
            not_met: "You are on the courts’ list of dishonest debtors (失信被执行人)",
        },
        certificate: ConditionText {
            asked: "The centre where you contribute has issued its certificate for a loan in another city (异地贷款缴存使用证明)",
            not_met: "The centre where you contribute has not yet issued its certificate for a loan in another city (异地贷款缴存使用证明)",
        },
        bank_loan: ConditionText {
            asked: "The bank loan is not overdue, and the bank agrees to the change",
            not_met: "The bank loan is overdue, or the bank does not agree to the change",
        },
        second_home: SecondHomeText {
            met: Sentence::new("For a second home as well: {0}"),
            not_met: Sentence::new("Not for a second home: {0}"),
        },
        area: AreaText {
            asked: Sentence::new("Only for homes of up to {1} square metres: {0}"),
            not_met: Sentence::new("Only for homes of up to {1} square metres, and yours is larger: {0}"),
        },
        assumed: Sentence::new(
            "{0} (you did not say; the estimate takes it as met, and the centre checks it when you apply)",
        ),
    },
};
