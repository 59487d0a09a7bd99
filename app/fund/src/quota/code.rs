//! The small closed sets of the quota.

use crate::code::coded;

coded! {
    /// What kind of loan.
    Product {
        /// 普通住房贷款.
        Ordinary = "ordinary",
        /// 大众创业安居贷: for people who work or trade in the city on their own account.
        EntrepreneurshipHousing = "entrepreneurship_housing",
        /// 异地贷款: the borrower contributes in another city and buys here.
        OtherCity = "other_city",
        /// 组合贷款: what the fund does not lend, a bank lends beside it.
        Combined = "combined",
        /// 商转公: a bank's home loan is replaced by one of the fund.
        CommercialToFund = "commercial_to_fund",
    }
}

coded! {
    /// Whether the household owns a home already.
    Home {
        /// 首套.
        First = "first",
        /// 二套.
        Second = "second",
    }
}

coded! {
    /// How many of the borrowers contribute to the fund.
    Contributors {
        /// One alone.
        One = "one",
        /// Both spouses.
        Two = "two",
    }
}

coded! {
    /// Whose statutory retirement age applies.
    Track {
        /// Men, 60 before the reform.
        Man = "man",
        /// Women in management or technical posts, 55 before the reform.
        WomanCadre = "woman_cadre",
        /// Other women, 50 before the reform.
        WomanWorker = "woman_worker",
    }
}

coded! {
    /// The limits; the quota is the least of them.
    LimitCode {
        /// The most the fund lends on this product to such a household.
        Ceiling = "ceiling",
        /// A multiple of what the borrowers have saved.
        Balance = "balance",
        /// What remains of the price after the least down payment.
        Price = "price",
        /// What the income can repay over the term asked for.
        Capacity = "capacity",
        /// What the income can repay over the longest term allowed.
        Term = "term",
        /// What is still owed on the bank's loan that this one replaces; for that product only.
        Outstanding = "outstanding",
    }
}

coded! {
    /// The conditions for a loan.
    GateCode {
        /// Enough months of continuous contribution.
        Contribution = "contribution",
        /// The account is neither sealed nor frozen.
        Account = "account",
        /// No fund loan is still running.
        UnsettledLoan = "unsettled_loan",
        /// Not too many earlier fund loans.
        EarlierLoans = "earlier_loans",
        /// A good credit record.
        Credit = "credit",
        /// Not on the courts' list of dishonest debtors.
        Dishonest = "dishonest",
        /// The product is lent for this home.
        Home = "home",
        /// The home is not too large for the product.
        Area = "area",
        /// The other city's centre has certified the contribution.
        Certificate = "certificate",
        /// The bank agrees to the change and the loan to replace is not overdue.
        BankLoan = "bank_loan",
        /// Age and building leave time for a loan.
        Term = "term",
    }
}

coded! {
    /// Why a household may borrow above the ceiling.
    Uplift {
        /// 二孩家庭.
        TwoChildren = "two_children",
        /// Three children or more.
        ThreeChildren = "three_children",
        /// A talent the city has recognised.
        Talent = "talent",
        /// A certified green building.
        GreenBuilding = "green_building",
    }
}

coded! {
    /// What decides the longest term.
    TermBound {
        /// The longest term of any loan.
        Longest = "longest",
        /// The borrower's retirement age.
        Retirement = "retirement",
        /// The age of the building.
        Building = "building",
    }
}
