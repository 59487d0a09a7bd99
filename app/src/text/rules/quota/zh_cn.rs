//! Chinese.

use super::{
    AreaText, CapacityText, ConditionText, ContributionText, ContributorLabels, EarlierLoansText, GateText,
    HomeLabels, LimitLabels, ProductLabels, SecondHomeText, TermText, Text, TrackLabels, UpliftLabels,
    WorkingText,
};
use crate::text::sentence::{Count, Sentence};

/// Chinese.
pub const ZH_CN: Text = Text {
    products: ProductLabels {
        ordinary: "普通住房贷款",
        entrepreneurship_housing: "大众创业安居贷",
        other_city: "异地缴存职工贷款",
        combined: "组合贷款（公积金加银行）",
        commercial_to_fund: "商业贷款转公积金贷款",
    },
    homes: HomeLabels {
        first: "首套住房",
        second: "二套住房",
    },
    contributors: ContributorLabels {
        one: "一人缴存",
        two: "夫妻双方缴存",
    },
    tracks: TrackLabels {
        man: "男职工",
        woman_cadre: "女职工（管理、技术岗位）",
        woman_worker: "女职工（其他岗位）",
    },
    limits: LimitLabels {
        ceiling: "最高额度",
        balance: "账户余额",
        price: "房价与首付",
        capacity: "还款能力",
        term: "贷款期限",
        outstanding: "商贷余额",
    },
    uplifts: UpliftLabels {
        two_children: "二孩家庭",
        three_children: "三孩家庭",
        talent: "人才",
        green_building: "绿色建筑",
    },
    working: WorkingText {
        ceiling: Sentence::new("{0}最高 {1}"),
        raised_by_percent: Sentence::new("{0}，{1}上浮 {2}%"),
        raised_by_amount: Sentence::new("{0}，{1}增加 {2}"),
        balance: Sentence::new("余额 {0} × {1} 倍"),
        factor: Sentence::new("{0} × 缴存时间系数 {1}%"),
        product: Sentence::new("{0} = {1}"),
        floor: Sentence::new("{0}，不足保底额度，按 {1}计算"),
        price: Sentence::new("房价 {0}，首付至少 {1}%"),
        not_for_second_homes: "该品种不用于购买二套住房",
        capacity: CapacityText {
            share: Sentence::new("家庭月收入 {0}的 {1}%"),
            debts: Sentence::new("{0}，减去现有月供 {1}"),
            rest: Sentence::new("{0}，每月可还 {1}；按 {2} 个月、年利率 {3}% 计算"),
        },
        outstanding: Sentence::new("原商业贷款还欠 {0}"),
        over_term: Sentence::new("{0}；按此期限和家庭收入计算"),
    },
    term: TermText {
        longest: Count::same("最长可贷 {0} 个月"),
        none_left: "已没有可贷期限",
        retirement: Sentence::new("法定退休时间 {0}，还款不晚于退休后 {1}，{2}"),
        assumed: Sentence::new("{0}（没有选人员类别，按“{1}”推算）"),
        building: Sentence::new("受房龄限制，{0}"),
    },
    gates: GateText {
        contribution: ContributionText {
            asked: Sentence::new("需连续足额缴存 {0} 个月，您已缴存 {1} 个月"),
            met_later: Sentence::new("{0}；再连续缴存 {1}，{2}起可以申请"),
            missing: Count::same("{0} 个月"),
        },
        account: ConditionText {
            asked: "账户状态正常，未封存、未冻结",
            not_met: "账户已封存、冻结，或状态不正常；恢复正常后才能贷",
        },
        unsettled_loan: ConditionText {
            asked: "家庭没有未结清的公积金贷款",
            not_met: "家庭还有未结清的公积金贷款；结清后才能再贷",
        },
        earlier_loans: EarlierLoansText {
            asked: Count::same("家庭此前使用公积金贷款不超过 {0} 次"),
            not_met: Count::same("家庭此前使用公积金贷款已超过 {0} 次"),
        },
        credit: ConditionText {
            asked: "个人征信记录良好",
            not_met: "个人征信记录有不良；要求记录良好",
        },
        dishonest: ConditionText {
            asked: "未被列入失信被执行人名单",
            not_met: "已被列入失信被执行人名单",
        },
        certificate: ConditionText {
            asked: "缴存地中心已出具异地贷款缴存使用证明",
            not_met: "缴存地中心还没有出具异地贷款缴存使用证明",
        },
        bank_loan: ConditionText {
            asked: "原商业贷款没有逾期，贷款银行同意转贷",
            not_met: "原商业贷款有逾期，或贷款银行不同意转贷",
        },
        second_home: SecondHomeText {
            met: Sentence::new("{0}可用于购买二套住房"),
            not_met: Sentence::new("{0}不用于购买二套住房"),
        },
        area: AreaText {
            asked: Sentence::new("{0}的住房面积不超过 {1} 平方米"),
            not_met: Sentence::new("{0}的住房面积不超过 {1} 平方米，您填的超过了"),
        },
        assumed: Sentence::new("{0}（您未填写，估算时视为符合，办理时核对）"),
    },
};
