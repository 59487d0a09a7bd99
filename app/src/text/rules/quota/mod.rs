//! The quota in words: labels of its codes, how each limit came about, what each condition asks.

mod condition;
mod en;
mod working;
mod zh_cn;

pub use self::{
    condition::{AreaText, ConditionText, ContributionText, EarlierLoansText, GateText, SecondHomeText},
    en::EN,
    working::{CapacityText, TermText, WorkingText},
    zh_cn::ZH_CN,
};

use fund::quota::{Contributors, Home, LimitCode, Product, Track, Uplift};

use super::labels;

#[derive(Debug)]
pub struct Text {
    pub products: ProductLabels,
    pub homes: HomeLabels,
    pub contributors: ContributorLabels,
    pub tracks: TrackLabels,
    pub limits: LimitLabels,
    pub uplifts: UpliftLabels,
    pub working: WorkingText,
    pub term: TermText,
    pub gates: GateText,
}

labels! {
    /// The kinds of loan, as a choice and as the subject of a sentence.
    ProductLabels for Product, at rules.quota.products {
        ordinary: Ordinary,
        entrepreneurship_housing: EntrepreneurshipHousing,
        other_city: OtherCity,
        combined: Combined,
        commercial_to_fund: CommercialToFund,
    }
}

labels! {
    /// First home or second.
    HomeLabels for Home, at rules.quota.homes {
        first: First,
        second: Second,
    }
}

labels! {
    /// How many contribute.
    ContributorLabels for Contributors, at rules.quota.contributors {
        one: One,
        two: Two,
    }
}

labels! {
    /// Whose retirement age applies.
    TrackLabels for Track, at rules.quota.tracks {
        man: Man,
        woman_cadre: WomanCadre,
        woman_worker: WomanWorker,
    }
}

labels! {
    /// The limits; each stands before its working: 账户余额：余额 5,000 元 × 20 倍.
    LimitLabels for LimitCode, at rules.quota.limits {
        ceiling: Ceiling,
        balance: Balance,
        price: Price,
        capacity: Capacity,
        term: Term,
        outstanding: Outstanding,
    }
}

labels! {
    /// Why the ceiling is higher; within a sentence.
    UpliftLabels for Uplift, at rules.quota.uplifts {
        two_children: TwoChildren,
        three_children: ThreeChildren,
        talent: Talent,
        green_building: GreenBuilding,
    }
}
