//! Every address of the room. Forms are sent there by GET.

use fund::plan::Plan;

/// How much somebody may borrow.
pub const ESTIMATE: &str = "/loan";
/// The highest price that savings and a monthly budget carry.
pub const AFFORD: &str = "/loan/afford";
/// Ways to borrow, side by side.
pub const COMPARE: &str = "/loan/compare";
/// What a given loan costs.
pub const REPAYMENT: &str = "/loan/repayment";
/// Its instalments as files: a table for programs, a workbook, a calendar.
pub const REPAYMENT_FILES: [&str; 3] = [
    "/api/v1/loan/repayment.csv",
    "/api/v1/loan/repayment.xlsx",
    "/api/v1/loan/repayment.ics",
];
/// Its instalments on paper.
pub const REPAYMENT_PRINT: &str = "/loan/repayment/print";
/// What repaying ahead saves.
pub const PREPAYMENT: &str = "/loan/prepayment";
/// A loan that runs.
pub const EXISTING: &str = "/loan/existing";
/// The account repays the loan.
pub const OFFSET: &str = "/loan/offset";
/// What is contributed, and what becomes of it.
pub const CONTRIBUTION: &str = "/loan/contribution";
/// What makes a late loan current.
pub const OVERDUE: &str = "/loan/overdue";
/// What loans cost through the years.
pub const RATES: &str = "/loan/rates";

/// The page [`REPAYMENT`] of a plan's loans.
pub fn repayment_of(plan: &Plan) -> String {
    let prefixes = ["", "bank_"].into_iter().zip(plan.loans());
    // Figures and codes: nothing in them needs escaping.
    let fields: Vec<String> = prefixes
        .map(|(prefix, loan)| {
            format!(
                "{prefix}principal={}&{prefix}months={}&{prefix}annual_rate={}&{prefix}method={}",
                loan.principal, loan.months, loan.rate, loan.method
            )
        })
        .collect();
    format!("{REPAYMENT}?{}", fields.join("&"))
}
