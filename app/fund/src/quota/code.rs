//! The small closed sets of the quota: each member has a code for addresses, files and JSON, and a label for people.

/// An enum whose members carry a code and a Chinese label, readable by serde and by `FromStr`.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident, $unknown:literal { $($(#[$item:meta])* $variant:ident = $code:literal, $label:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$item])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every member, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code in addresses, files and JSON.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// What people read.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownCode;
            fn from_str(code: &str) -> Result<Self, UnknownCode> {
                Self::ALL.iter().copied().find(|member| member.code() == code).ok_or(UnknownCode($unknown))
            }
        }
    };
}

/// A text that is none of a set's codes; holds what the set is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("请选择{0}")]
pub struct UnknownCode(pub &'static str);

coded! {
    /// What kind of loan.
    Product, "贷款品种" {
        /// The ordinary loan.
        Ordinary = "ordinary", "普通住房贷款";
        /// 大众创业安居贷: for people who work or trade in the city on their own account.
        EntrepreneurshipHousing = "entrepreneurship_housing", "大众创业安居贷";
        /// 异地贷款: the borrower contributes in another city and buys here.
        OtherCity = "other_city", "异地缴存职工贷款";
        /// 组合贷款: what the fund does not lend, a bank lends beside it.
        Combined = "combined", "组合贷款（公积金加银行）";
        /// 商转公: a bank's home loan is replaced by one of the fund.
        CommercialToFund = "commercial_to_fund", "商业贷款转公积金贷款";
    }
}

coded! {
    /// Whether the household owns a home already.
    Home, "首套或二套" {
        /// The household's first.
        First = "first", "首套住房";
        /// Its second.
        Second = "second", "二套住房";
    }
}

coded! {
    /// How many of the borrowers contribute to the fund.
    Contributors, "缴存人数" {
        /// One alone.
        One = "one", "一人缴存";
        /// Both spouses.
        Two = "two", "夫妻双方缴存";
    }
}

coded! {
    /// Whose statutory retirement age applies.
    Track, "人员类别" {
        /// Men, 60 before the reform.
        Man = "man", "男职工";
        /// Women in management or technical posts, 55 before the reform.
        WomanCadre = "woman_cadre", "女职工（管理、技术岗位）";
        /// Other women, 50 before the reform.
        WomanWorker = "woman_worker", "女职工（其他岗位）";
    }
}

coded! {
    /// The limits; the quota is the least of them.
    LimitCode, "额度限制" {
        /// The most the fund lends on this product to such a household.
        Ceiling = "ceiling", "最高额度";
        /// A multiple of what the borrowers have saved.
        Balance = "balance", "账户余额";
        /// What remains of the price after the least down payment.
        Price = "price", "房价与首付";
        /// What the income can repay over the term asked for.
        Capacity = "capacity", "还款能力";
        /// What the income can repay over the longest term allowed.
        Term = "term", "贷款期限";
        /// What is still owed on the bank's loan that this one replaces; for that product only.
        Outstanding = "outstanding", "商贷余额";
    }
}

coded! {
    /// The conditions for a loan.
    GateCode, "贷款条件" {
        /// Enough months of continuous contribution.
        Contribution = "contribution", "连续缴存";
        /// The account is neither sealed nor frozen.
        Account = "account", "账户状态";
        /// No fund loan is still running.
        UnsettledLoan = "unsettled_loan", "未结清贷款";
        /// Not too many earlier fund loans.
        EarlierLoans = "earlier_loans", "已用贷款次数";
        /// A good credit record.
        Credit = "credit", "征信记录";
        /// Not on the courts' list of dishonest debtors.
        Dishonest = "dishonest", "失信名单";
        /// The product is lent for this home.
        Home = "home", "首套要求";
        /// The home is not too large for the product.
        Area = "area", "面积要求";
        /// The other city's centre has certified the contribution.
        Certificate = "certificate", "缴存证明";
        /// The bank agrees to the change and the loan to replace is not overdue.
        BankLoan = "bank_loan", "原商业贷款";
        /// Age and building leave time for a loan.
        Term = "term", "可贷期限";
    }
}

coded! {
    /// Why a household may borrow above the ceiling.
    Uplift, "上浮理由" {
        /// Two children.
        TwoChildren = "two_children", "二孩家庭";
        /// Three children or more.
        ThreeChildren = "three_children", "三孩家庭";
        /// A talent the city has recognised.
        Talent = "talent", "人才";
        /// A certified green building.
        GreenBuilding = "green_building", "绿色建筑";
    }
}

coded! {
    /// What decides the longest term.
    TermBound, "期限依据" {
        /// The longest term of any loan.
        Longest = "longest", "最长贷款期限";
        /// The borrower's retirement age.
        Retirement = "retirement", "退休年龄";
        /// The age of the building.
        Building = "building", "房龄";
    }
}
