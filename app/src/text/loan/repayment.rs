//! The words of `/loan/repayment`.

/// The words of the page, in one language.
#[derive(Debug)]
pub struct Text {
    /// Heading.
    pub title: &'static str,
    /// The principal of a loan.
    pub principal: &'static str,
    /// A term in months.
    pub months: &'static str,
    /// An annual rate.
    pub annual_rate: &'static str,
    /// Method of repayment.
    pub method: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "每月还多少",
    principal: "贷款金额",
    months: "贷款期限（月）",
    annual_rate: "年利率（%）",
    method: "还款方式",
};
