//! Chinese.

use fund::offset::Way;

use super::Text;

/// Chinese.
pub const ZH_CN: Text = Text {
    title: "用公积金还贷款（冲还贷）",
    lead: "账户里的钱直接还贷款：算出每月自己还要出多少，账户哪天不够用，和用现金还相比差多少。",
    filled_in: "账户余额、每月缴存和贷款已按您的账户填好，可以改。",
    way: "怎么冲",
    ways: |way| match way {
        Way::Monthly => ("每月从账户扣", "月冲：每月还款先用账户里的钱"),
        Way::YearlyRefund => ("每年提一次", "年提：自己先还，每年提出还过的钱"),
        Way::YearlyPrincipal => ("每年还一次本金", "年冲本金：每年用账户里的钱提前还本金"),
    },
    month: "每年几月办",
    month_hint: "月冲不用填",
    month_unit: "月",
    keep: "提前还本金以后",
    keeps: [("早点还清", "缩短期限"), ("每月少还", "减少月供")],
    principal: "现在还欠多少",
    months: "还剩几期",
    annual_rate: "年利率",
    method: "还款方式",
    first_due: "下次还款日",
    due_day: "每月几号还款",
    due_day_hint: "上面的日期是月末、平时还款日是 29 到 31 号的才要填",
    balance: "账户里的钱",
    monthly: "每月存进账户",
    monthly_hint: "个人和单位加起来",
    second_balance: "配偶账户里的钱",
    second_hint: "先用您的账户，不够再用配偶的；没有就不填",
    second_monthly: "配偶每月存进账户",
    from: "余额是哪天的",
    day: "每月几号到账",
    floor: "账户里至少留多少",
    floor_hint: |least| format!("中心的规定是至少留 {least}；以后还想贷款的，可以多留"),
    further: "更多：到账日、留存、余额日期",
    cash_first: "下个还款日自己出",
    refund_first: |month| format!("{month}能提回"),
    ahead_first: |month| format!("{month}能冲本金"),
    never_dry: "账户里的钱一直够用，到还清都不用自己出钱。",
    dry_at_once: |drawn, payment| format!("每月还 {payment}，账户先付 {drawn}，其余自己出。"),
    runs_dry: |count, day, cash| {
        format!("前 {count} 期账户全付得起。从{day}这一期起账户不够，之后大约每月自己出 {cash}。")
    },
    refunds: |month, total| format!("每年 {month} 月提一次，还清时再提最后一次，一共提回 {total}。"),
    sooner: |term, day| format!("贷款提前 {term}还清，最后一期在{day}。"),
    lighter: |before, after| format!("第一次冲本金以后，每月从 {before} 降到 {after}。"),
    no_principal: "账户里没有多出来的钱，冲不了本金。",
    against: "和用现金还、钱留在账户里比",
    against_what: |day| format!("都算到原定还清的{day}。"),
    columns: ["冲还贷", "用现金还"],
    rows: ["自己一共出", "贷款利息", "账户得的利息", "最后账户里有"],
    gain: |gain, saved, forgone| {
        format!("冲还贷最后多出 {gain}：少付贷款利息 {saved}，账户少得利息 {forgone}。")
    },
    loss: |loss, saved, forgone| {
        format!("冲还贷最后少 {loss}：少付贷款利息 {saved}，账户少得利息 {forgone}。")
    },
    idle: "自己口袋里省下的钱要是一分利息也不生，",
    even: "两种办法最后一样多。",
    cash_less: |amount| format!("自己口袋里少出 {amount}，这笔钱可以另作他用，它的收益没有算在内。"),
    worth_it: |rate| format!("拿它另外赚到的年收益高于账户的 {rate}%，冲还贷就更划算。"),
    table: "每年从哪里出钱",
    year: |from_accounts, cash| format!("账户出 {from_accounts}，自己出 {cash}"),
    year_rest: |accounts, owed| format!("年末账户里有 {accounts}，还欠 {owed}"),
    month_columns: ["期", "账户出", "自己出", "账户余额"],
    how: "怎么算的",
    reckoned: |rate| {
        format!(
            "账户按年利率 {rate}% 每天计息，钱到账当天就计息、转出当天不计，每年 6 月 30 日结息，第二天起可用。还款日当天先到账、再还款。\
             先用您的账户，再用配偶的，每个账户用到留存为止。"
        )
    },
    not_counted: "缴存额和利率按不变算。余额日期以前已经产生、还没结的利息没有算在内。自己口袋里的钱不计利息。",
    sources: "依据",
    due_before: "不能早于余额的日期",
    due_late: "最多比余额的日期晚两个月",
    from_range: |day| format!("不能早于{day}"),
    floor_least: |least| format!("至少留 {least}"),
    not_offered: "中心没有开办这种方式",
};
