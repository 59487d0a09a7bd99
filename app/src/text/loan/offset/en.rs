//! English.

use fund::offset::Way;

use super::Text;

/// English.
pub const EN: Text = Text {
    title: "Repay the loan from the account (冲还贷)",
    lead: "The money in your Housing Provident Fund (公积金) account repays the loan directly: what is left for you to pay each \
           month, when the account runs out, and how this compares with paying in cash.",
    filled_in: "The balance, the monthly contribution and the loan are those of your account; you can change them.",
    way: "How do you use the account?",
    ways: |way| match way {
        Way::Monthly => (
            "taken from the account each month",
            "monthly offset (月冲): each payment takes the money in the account first",
        ),
        Way::YearlyRefund => (
            "taken out once a year",
            "yearly withdrawal (年提): you pay first, and each year take out what you have paid",
        ),
        Way::YearlyPrincipal => (
            "principal repaid once a year",
            "yearly principal offset (年冲本金): each year the account repays principal ahead of time",
        ),
    },
    month: "In which month of the year?",
    month_hint: "1 to 12; not needed for monthly offset (月冲)",
    month_unit: "",
    keep: "After principal is repaid ahead of time",
    keeps: [
        ("the loan ends sooner", "shorter term (缩短期限)"),
        ("you pay less each month", "lower payment (减少月供)"),
    ],
    principal: "Principal still owed",
    months: "Instalments still to come",
    annual_rate: "Yearly rate",
    method: "How do you repay?",
    first_due: "Next payment: due on",
    due_day: "Due day of each month",
    due_day_hint: "Only where the date above is the end of a month, and the due day is the 29th to the 31st",
    balance: "Money in your account",
    monthly: "Paid into your account each month",
    monthly_hint: "Your share and your employer's together",
    second_balance: "Money in your spouse's account",
    second_hint: "Yours is used first, then your spouse's; leave it blank if there is none",
    second_monthly: "Paid into your spouse's account each month",
    from: "Day of these balances",
    day: "Day of the month contributions arrive",
    floor: "What must stay in each account",
    floor_hint: |least| {
        format!(
            "The centre's rule is at least {least}; you may leave more if you want to borrow from the fund again"
        )
    },
    further: "More: day contributions arrive, what stays in the account, day of the balances",
    cash_first: "You pay yourself on the next due day",
    refund_first: |month| format!("You can take out in {month}"),
    ahead_first: |month| format!("Principal you can repay in {month}"),
    never_dry: "There is always enough in the account: you pay nothing yourself until the loan is repaid.",
    dry_at_once: |drawn, payment| {
        format!("Of the {payment} due each month the account pays {drawn}, and you pay the rest.")
    },
    runs_dry: |count, day, cash| {
        let paid = match count {
            1 => "The account pays the first instalment in full.".to_owned(),
            _ => format!("The account pays the first {count} instalments in full."),
        };
        format!(
            "{paid} From the one due on {day} on it no longer does, and you pay about {cash} a month yourself after that."
        )
    },
    refunds: |month, total| {
        format!("You take money out every {month}, and a last time when the loan is repaid: {total} in all.")
    },
    sooner: |term, day| format!("The loan is repaid {term} sooner; the last instalment is due on {day}."),
    lighter: |before, after| {
        format!(
            "Once principal has been repaid for the first time, your monthly payment falls from {before} to {after}."
        )
    },
    no_principal: "There is nothing to spare in the account, so no principal can be repaid from it.",
    against: "Compared with paying in cash and leaving the money in the account",
    against_what: |day| format!("Both are counted to {day}, when the loan would end as planned."),
    columns: ["From the account", "In cash"],
    rows: [
        "You pay yourself, in all",
        "Interest on the loan",
        "Interest the account earns",
        "In the account at the end",
    ],
    gain: |gain, saved, forgone| {
        format!(
            "By repaying from the account you have {gain} more in the end: {saved} less interest on the loan, {forgone} less \
             interest earned by the account. "
        )
    },
    loss: |loss, saved, forgone| {
        format!(
            "By repaying from the account you have {loss} less in the end: {saved} less interest on the loan, {forgone} less \
             interest earned by the account. "
        )
    },
    idle: "Suppose the cash you keep earns no interest at all. ",
    even: "Both ways come to the same in the end. ",
    cash_less: |amount| {
        format!(
            "You pay {amount} less in cash, and can use it for something else; what it earns is not counted. "
        )
    },
    worth_it: |rate| {
        format!(
            "If it earns you more a year than the account's {rate}%, repaying from the account is the better choice."
        )
    },
    table: "Where the money comes from each year",
    year: |from_accounts, cash| format!("{from_accounts} from the account, {cash} from you"),
    year_rest: |accounts, owed| {
        format!("{accounts} in the account at the end of the year, {owed} still owed")
    },
    month_columns: ["No.", "Account", "You", "Balance"],
    how: "How this is counted",
    reckoned: |rate| {
        format!(
            "The account earns {rate}% a year, counted by the day: money bears interest from the day it arrives, and no longer on \
             the day it leaves. Interest is paid in on 30 June each year (结息) and can be used from the next day. On a due day the \
             contribution arrives first, then the payment is taken. Your account is used first, then your spouse's, each down to \
             what must stay in it."
        )
    },
    not_counted: "Contributions and rates are taken to stay as they are. Interest earned before the day of the balances and not yet \
                  paid in is not counted. Cash you keep bears no interest here.",
    sources: "Sources",
    due_before: "may not be before the day of the balances",
    due_late: "may be at most two months after the day of the balances",
    from_range: |day| format!("may not be before {day}"),
    floor_least: |least| format!("at least {least} must stay"),
    not_offered: "the centre does not offer this way",
};
