//! The words of signing in and of the account room.

/// The words of signing in and of the account room, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
    /// Signing in.
    pub sign_in: SignIn,
    /// The account itself.
    pub account: Account,
    /// The ledger.
    pub ledger: Ledger,
    /// The person's loan.
    pub loan: MyLoan,
    /// Who is signed in, and where.
    pub me: Me,
}

/// The words of the account page.
#[derive(Debug)]
pub struct Account {
    /// Heading.
    pub title: &'static str,
    /// Above the balance.
    pub balance: &'static str,
    /// Above the sum of several accounts' balances; how many there are is given.
    pub together: fn(accounts: usize) -> String,
    /// Heading of the list of several accounts.
    pub accounts: &'static str,
    /// What the one in use counts for.
    pub in_use: &'static str,
    /// What the others count for, and what to do with them.
    pub beside: &'static str,
    /// An account's number, status and employer.
    pub which: fn(number: &str, status: &str, employer: &str) -> String,
    /// To the ledger of one of several accounts.
    pub its_ledger: &'static str,
    /// Heading of what follows, which is of the one in use.
    pub of_in_use: &'static str,
    /// The part carried over at the last 30 June.
    pub carried_over: &'static str,
    /// The part collected since.
    pub this_year: &'static str,
    /// What was contributed in this calendar year.
    pub contributed: fn(year: i32) -> String,
    /// What comes in each month.
    pub monthly: &'static str,
    /// The member's and the employer's halves of it.
    pub halves: fn(member: &str, employer: &str) -> String,
    /// The base.
    pub base: &'static str,
    /// The status.
    pub status: &'static str,
    /// The employer.
    pub employer: &'static str,
    /// The last month paid for.
    pub paid_until: &'static str,
    /// Nothing was paid yet.
    pub never_paid: &'static str,
    /// How many months, and how many of them without a gap.
    pub months: &'static str,
    /// How many months, and how many of them without a gap.
    pub months_counted: fn(all: usize, continuous: usize) -> String,
    /// When the account was opened.
    pub opened_on: &'static str,
    /// The account's number.
    pub account_no: &'static str,
    /// Summary of the details.
    pub more: &'static str,
    /// A sealed account: what that means and what to do.
    pub sealed: (&'static str, &'static str),
    /// A frozen account: what that means and what to do.
    pub frozen: (&'static str, &'static str),
    /// A closed account.
    pub closed: (&'static str, &'static str),
    /// The employer is behind: what that means and what to do.
    pub behind: (&'static str, &'static str),
    /// The person has no account here: what to do.
    pub none: (&'static str, &'static str),
    /// To the ledger.
    pub to_ledger: (&'static str, &'static str),
    /// To the loan.
    pub to_loan: (&'static str, &'static str),
    /// To the estimate.
    pub to_estimate: (&'static str, &'static str),
    /// To the visits.
    pub to_visit: (&'static str, &'static str),
    /// To the person's own data.
    pub to_me: (&'static str, &'static str),
    /// Signs out.
    pub sign_out: &'static str,
}

/// The words of the ledger page.
#[derive(Debug)]
pub struct Ledger {
    /// Heading.
    pub title: &'static str,
    /// Label of the choice among several accounts.
    pub account: &'static str,
    /// Label of the filter by year.
    pub year: &'static str,
    /// Label of the filter by kind.
    pub kind: &'static str,
    /// Every year, every kind.
    pub all: &'static str,
    /// Applies the filter.
    pub filter: &'static str,
    /// A year.
    pub year_name: fn(year: i32) -> String,
    /// The balance after a line.
    pub balance_after: fn(balance: &str) -> String,
    /// Marks a line that undoes an earlier one.
    pub reversal: &'static str,
    /// No line fits the filter.
    pub none: &'static str,
    /// Shows all lines again.
    pub show_all: &'static str,
    /// The filter was not understood.
    pub bad_filter: &'static str,
}

/// The words of the loan page.
#[derive(Debug)]
pub struct MyLoan {
    /// Heading.
    pub title: &'static str,
    /// Above the balance.
    pub balance: &'static str,
    /// The next instalment: when and how much.
    pub next: fn(day: &str, amount: &str) -> String,
    /// What the next instalment consists of.
    pub next_parts: fn(principal: &str, interest: &str) -> String,
    /// Nothing more is owed.
    pub settled: fn(day: &str) -> String,
    /// Overdue: how much, and what to do.
    pub overdue: fn(amount: &str) -> String,
    /// What to do when overdue.
    pub overdue_help: &'static str,
    /// Principal repaid, in the bar.
    pub repaid: &'static str,
    /// Principal outstanding, in the bar.
    pub outstanding: &'static str,
    /// How far along.
    pub progress: fn(paid: u16, all: u16) -> String,
    /// The amount granted.
    pub principal: &'static str,
    /// When it was granted.
    pub granted_on: &'static str,
    /// When it ends.
    pub matures_on: &'static str,
    /// The rate.
    pub rate: &'static str,
    /// The way of repayment.
    pub method: &'static str,
    /// Interest paid so far.
    pub interest_paid: &'static str,
    /// Paid ahead of schedule.
    pub prepaid: &'static str,
    /// The contract.
    pub contract: &'static str,
    /// Summary of the loan's other facts.
    pub more: &'static str,
    /// Heading of the ledger.
    pub ledger: &'static str,
    /// A line's principal and interest.
    pub line_parts: fn(principal: &str, interest: &str) -> String,
    /// A line's penalty.
    pub penalty: fn(amount: &str) -> String,
    /// There is no loan.
    pub none: &'static str,
    /// What to do then.
    pub none_help: &'static str,
    /// Link to the loan replayed through the rates.
    pub to_replay: &'static str,
}

/// The words of the page about the person and their sessions.
#[derive(Debug)]
pub struct Me {
    /// Heading.
    pub title: &'static str,
    /// Name.
    pub name: &'static str,
    /// ID number.
    pub id_number: &'static str,
    /// Phone.
    pub phone: &'static str,
    /// There is no phone on file.
    pub no_phone: &'static str,
    /// How to correct them.
    pub correct: &'static str,
    /// Heading of the sessions.
    pub sessions: &'static str,
    /// The session of this browser.
    pub this_one: &'static str,
    /// When a session was opened.
    pub since: fn(when: &str) -> String,
    /// Closes all other sessions.
    pub close_others: &'static str,
}

/// The words of the sign-in page.
#[derive(Debug)]
pub struct SignIn {
    /// Heading and button.
    pub title: &'static str,
    /// Label of the ID number.
    pub id_number: &'static str,
    /// Beneath it.
    pub id_number_hint: &'static str,
    /// Label of the password.
    pub password: &'static str,
    /// What happens after a while without use.
    pub idle: &'static str,
    /// The summary of what to do when the password is forgotten.
    pub forgotten: &'static str,
    /// What to do then; the hotline's number is given.
    pub forgotten_help: fn(hotline: &str) -> String,
    /// On a demonstration centre: where the people who can sign in are listed.
    pub demo: &'static str,
    /// For those without an identity card.
    pub other_paper: &'static str,
    /// Which paper.
    pub paper: &'static str,
    /// The password is missing.
    pub password_missing: &'static str,
    /// The two do not belong together, or nobody here has this number: the answer is the same.
    pub wrong_pair: &'static str,
    /// Too many tries; how long to wait, already formatted.
    pub wait: fn(how_long: &str) -> String,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "查余额",
    summary: "账户、明细、我的贷款",
    sign_in: SignIn {
        title: "登录",
        id_number: "身份证号",
        id_number_hint: "18 位，末位是 X 的照写",
        password: "密码",
        idle: "15 分钟不操作会自动退出。",
        forgotten: "忘了密码",
        forgotten_help: |hotline| format!("请拨打热线 {hotline}，或带本人身份证到就近网点询问。"),
        demo: "演示用的身份证号和密码在数据目录的 people.csv 里。",
        other_paper: "用护照、军官证等其他证件登录",
        paper: "证件类型",
        password_missing: "请填写密码",
        wrong_pair: "证件号码或密码不对，请检查后再试",
        wait: |how_long| format!("试的次数太多，请过 {how_long}再试"),
    },
    account: Account {
        title: "我的公积金账户",
        balance: "账户余额",
        together: |accounts| format!("{accounts} 个账户的余额合计"),
        accounts: "您的账户",
        in_use: "在用账户：月缴存额、缴存月数和贷款额度都按这个账户算。",
        beside: "只有余额算进合计：现在不往里缴存，缴存月数和贷款额度也不算它。要并到在用账户，请带身份证到网点办理。",
        which: |number, status, employer| format!("{number} · {status} · {employer}"),
        its_ledger: "看这个账户的明细",
        of_in_use: "在用账户",
        carried_over: "上年结转",
        this_year: "本年度归集（7月起）",
        contributed: |year| format!("{year}年已缴存"),
        monthly: "每月存的钱（月缴存额）",
        halves: |member, employer| format!("个人 {member}，单位 {employer}"),
        base: "缴存基数",
        status: "账户状态",
        employer: "单位",
        paid_until: "缴到",
        never_paid: "还没有缴存",
        months: "缴存月数",
        months_counted: |all, continuous| format!("共 {all} 个月，最近连续 {continuous} 个月"),
        opened_on: "开户日期",
        account_no: "个人账号",
        more: "账户的其他信息",
        sealed: (
            "账户已封存",
            "现在没有单位为您缴存。换了单位，请新单位办理启封；封存满半年且没有再就业的，可以申请提取。",
        ),
        frozen: (
            "账户被冻结",
            "余额仍是您的，但暂时不能提取，一般是法院要求的。请带身份证到网点询问，或拨打热线。",
        ),
        closed: ("账户已销户", "这里只能查以前的明细。有疑问请拨打热线。"),
        behind: (
            "单位有月份没缴",
            "请先问单位的经办人。单位不缴的，可以拨打热线反映，中心会催缴。",
        ),
        none: (
            "这里没有您的缴存账户",
            "刚入职的，单位开户后第二天才能查到。在外地缴存的，请到缴存地查询。有疑问请拨打热线。",
        ),
        to_ledger: ("账户明细", "每一笔存入、提取和利息"),
        to_loan: ("我的贷款", "余额、下次还款、还了多少"),
        to_estimate: ("算贷款", "用我的余额和缴存月数算"),
        to_visit: ("我的预约", "查看、取消，或再约一次"),
        to_me: ("我的信息", "姓名、手机号、登录的设备"),
        sign_out: "退出登录",
    },
    ledger: Ledger {
        title: "账户明细",
        account: "账户",
        year: "年份",
        kind: "种类",
        all: "全部",
        filter: "筛选",
        year_name: |year| format!("{year}年"),
        balance_after: |balance| format!("余额 {balance}"),
        reversal: "冲正",
        none: "没有符合条件的明细",
        show_all: "看全部明细",
        bad_filter: "没有这个年份或种类，下面是全部明细",
    },
    loan: MyLoan {
        title: "我的贷款",
        balance: "还欠的本金（贷款余额）",
        next: |day, amount| format!("下次还款：{day}，{amount}"),
        next_parts: |principal, interest| format!("其中本金 {principal}，利息 {interest}"),
        settled: |day| format!("已于 {day}结清"),
        overdue: |amount| format!("有 {amount} 逾期没还"),
        overdue_help: "逾期会产生罚息，也会记入征信。请尽快存足还款卡，或拨打热线问怎样补齐。逾期期间不能提取公积金。",
        repaid: "已还本金",
        outstanding: "未还本金",
        progress: |paid, all| format!("已还 {paid} 期，共 {all} 期"),
        principal: "贷款金额",
        granted_on: "放款日期",
        matures_on: "到期日期",
        rate: "现在的年利率",
        method: "还款方式",
        interest_paid: "已付利息",
        prepaid: "其中提前还的本金",
        contract: "合同编号",
        more: "贷款的其他信息",
        ledger: "还款记录",
        line_parts: |principal, interest| format!("本金 {principal}，利息 {interest}"),
        penalty: |amount| format!("罚息 {amount}"),
        none: "您没有公积金贷款",
        none_help: "算一算能贷多少",
        to_replay: "逐期核对，看降息省了多少",
    },
    me: Me {
        title: "我的信息",
        name: "姓名",
        id_number: "身份证号",
        phone: "手机号",
        no_phone: "没有登记",
        correct: "有变动的，请带身份证到网点办理，当场改好。",
        sessions: "登录着的设备",
        this_one: "就是这台",
        since: |when| format!("{when}登录"),
        close_others: "退出其他设备",
    },
};
