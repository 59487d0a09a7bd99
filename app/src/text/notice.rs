//! The words of the notice room.

use fund::notice::PaidFrom;

/// The words of the notice room, in one language.
#[derive(Debug)]
pub struct Text {
    /// The room's name, as on the home page and in titles.
    pub name: &'static str,
    /// What the room is for, in one short line.
    pub summary: &'static str,
    /// The list of services.
    pub index: Index,
    /// One question.
    pub question: Question,
    /// The list of papers, on the outcome page and on a slip.
    pub sheet: Sheet,
    /// The outcome.
    pub outcome: Outcome,
    /// A slip.
    pub slip: Slip,
    /// Verifying a slip.
    pub verify: Verify,
}

/// The words of the list of services.
#[derive(Debug)]
pub struct Index {
    /// Heading.
    pub title: &'static str,
    /// What happens here.
    pub intro: &'static str,
    /// Label of the search field.
    pub search: &'static str,
    /// Example beneath it.
    pub search_hint: &'static str,
    /// The search button.
    pub find: &'static str,
    /// How many services were found.
    pub found: fn(count: usize) -> String,
    /// Nothing was found.
    pub none: &'static str,
    /// What to do then, before the hotline's number.
    pub none_help: fn(hotline: &str) -> String,
    /// Shows all services again.
    pub show_all: &'static str,
    /// Before the minutes of a service.
    pub minutes: fn(minutes: u16) -> String,
    /// Link to verifying a slip.
    pub to_verify: &'static str,
}

/// The words of a question's page.
#[derive(Debug)]
pub struct Question {
    /// How far along: the number of this question and how many there can be.
    pub progress: fn(number: usize, at_most: usize) -> String,
    /// Sends the answer.
    pub next: &'static str,
    /// The unit of an amount.
    pub yuan: &'static str,
    /// Heading of the answers so far.
    pub given: &'static str,
    /// Link to change an answer.
    pub change: &'static str,
}

/// The words of the list of papers.
#[derive(Debug)]
pub struct Sheet {
    /// The papers to bring, and those to sign at the window.
    pub bring: fn(bring: usize, sign: usize) -> String,
    /// Heading of the papers, for a screen reader.
    pub items: &'static str,
    /// Originals and copies.
    pub count: fn(originals: u8, copies: u8) -> String,
    /// Written or signed at the window.
    pub signed_on_site: &'static str,
    /// Why a paper is asked, and how long it is good for.
    pub why: fn(why: &str, validity: Option<&str>) -> String,
    /// Heading of what need not be brought, and a line about it.
    pub not_needed: (&'static str, &'static str),
    /// Heading of what else to know.
    pub notes: &'static str,
    /// Heading of when it is done.
    pub promise: &'static str,
    /// At the window.
    pub window: &'static str,
    /// How long at the window and what it costs.
    pub minutes_fee: fn(minutes: u16, fee: &str) -> String,
    /// How it can be done.
    pub channels: &'static str,
    /// The decision.
    pub decided: &'static str,
    /// Decided by this day, after so many working days.
    pub decided_by: fn(day: &str, working_days: u16) -> String,
    /// The payment.
    pub paid: &'static str,
    /// Paid by this day if it is known, within so many working days from what.
    pub paid_by: fn(day: Option<&str>, working_days: u16, from: PaidFrom) -> String,
    /// The law's limit.
    pub statutory: &'static str,
    /// The law's last day, so many days after acceptance.
    pub statutory_by: fn(day: &str, days: u16) -> String,
    /// What the dates assume.
    pub assumes: fn(day: &str) -> String,
    /// A date may move, because a year's holidays are not announced.
    pub provisional: &'static str,
    /// The legal basis.
    pub basis: &'static str,
    /// Where the list comes from.
    pub document: &'static str,
    /// Heading of the answers.
    pub given: &'static str,
}

/// The words of the outcome page.
#[derive(Debug)]
pub struct Outcome {
    /// Heading when it is refused.
    pub refused: &'static str,
    /// Heading of the reasons.
    pub reasons: &'static str,
    /// What can be done instead.
    pub instead: &'static str,
    /// The rule behind it.
    pub basis: &'static str,
    /// After the reasons: whom to ask.
    pub ask: fn(hotline: &str) -> String,
    /// Issues the slip.
    pub issue: &'static str,
    /// What a slip is for.
    pub issue_hint: fn(days: u16) -> String,
    /// Books a visit without a slip.
    pub book: &'static str,
    /// Another service.
    pub other: &'static str,
}

/// The words of a slip.
#[derive(Debug)]
pub struct Slip {
    /// What it is.
    pub kind: &'static str,
    /// When it was issued and until when it holds.
    pub dates: fn(issued: &str, expires: &str) -> String,
    /// It has expired: what happened and what to do.
    pub expired: (&'static str, &'static str),
    /// Answers the same questions again.
    pub again: &'static str,
    /// Books a visit with it.
    pub book: &'static str,
    /// Prints it.
    pub print: &'static str,
    /// How to print and share it.
    pub keep: &'static str,
    /// Name of the code for a screen reader.
    pub qr: &'static str,
    /// Beneath the code.
    pub qr_caption: &'static str,
    /// Somebody asks for a paper that is not on it.
    pub complaint: fn(hotline: &str) -> String,
}

/// The words of verifying a slip.
#[derive(Debug)]
pub struct Verify {
    /// Heading.
    pub title: &'static str,
    /// What happens here.
    pub intro: &'static str,
    /// Label of the number.
    pub number: &'static str,
    /// Where to find it.
    pub number_hint: &'static str,
    /// Asks.
    pub ask: &'static str,
    /// Nothing was typed.
    pub missing: &'static str,
    /// What was typed cannot be a number.
    pub malformed: &'static str,
    /// No slip has this number.
    pub unknown: &'static str,
    /// It is genuine and holds.
    pub valid: &'static str,
    /// It is genuine and does not hold any more.
    pub expired: &'static str,
    /// The service.
    pub service: &'static str,
    /// The day of issue.
    pub issued: &'static str,
    /// The last day it holds.
    pub expires: &'static str,
    /// Who issued it.
    pub issuer: &'static str,
    /// The list itself is not shown here.
    pub privacy: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "问材料",
    summary: "一次说清要带什么",
    index: Index {
        title: "办事要带什么材料",
        intro: "选要办的事，回答几个问题，就能看到您要带的材料，不多也不少。",
        search: "要办什么事",
        search_hint: "例如：租房、买房、贷款",
        find: "查找",
        found: |count| format!("找到 {count} 项"),
        none: "没有找到这项业务的材料清单",
        none_help: |hotline| format!("换个说法试试，或者拨打 {hotline} 问清楚再来。"),
        show_all: "看全部业务",
        minutes: |minutes| format!("窗口约 {minutes} 分钟"),
        to_verify: "核验一张告知单",
    },
    question: Question {
        progress: |number, at_most| {
            if number >= at_most {
                format!("第 {number} 个问题，最后一个")
            } else {
                format!("第 {number} 个问题，最多 {at_most} 个")
            }
        },
        next: "下一步",
        yuan: "元",
        given: "已经回答的",
        change: "改",
    },
    sheet: Sheet {
        bring: |bring, sign| match (bring, sign) {
            (0, _) => "不用带材料，到窗口签字就行".to_owned(),
            (_, 0) => format!("带齐这 {bring} 份，一次办完"),
            _ => format!("带齐这 {bring} 份，再到窗口签 {sign} 份，一次办完"),
        },
        items: "要带的材料",
        count: |originals, copies| match (originals, copies) {
            (0, copies) => format!("复印件 {copies} 份"),
            (originals, 0) => format!("原件 {originals} 份"),
            _ => format!("原件 {originals} 份，复印件 {copies} 份"),
        },
        signed_on_site: "现场签",
        why: |why, validity| {
            validity.map_or_else(
                || format!("用来：{why}"),
                |validity| format!("用来：{why}。要求：{validity}"),
            )
        },
        not_needed: ("无需提供", "下面这些不用带，由中心核验。"),
        notes: "还要知道",
        promise: "什么时候办好",
        window: "窗口办理",
        minutes_fee: |minutes, fee| format!("约 {minutes} 分钟，{fee}"),
        channels: "办理方式",
        decided: "审批不晚于",
        decided_by: |day, working_days| match working_days {
            0 => format!("{day}，当天办结"),
            days => format!("{day}，{days} 个工作日内"),
        },
        paid: "到账不晚于",
        paid_by: |day, working_days, from| match (day, from) {
            (Some(day), PaidFrom::Decision) => format!("{day}，审批后 {working_days} 个工作日内"),
            (None, PaidFrom::Decision) => format!("审批后 {working_days} 个工作日内"),
            (_, PaidFrom::Mortgage) => format!("办好抵押登记后 {working_days} 个工作日内"),
        },
        statutory: "法定期限",
        statutory_by: |day, days| format!("{day}，受理后 {days} 日内"),
        assumes: |day| format!("按{day}受理、材料齐全计算。"),
        provisional: "其中有的日期落在放假安排还没有公布的年份，可能会变。",
        basis: "依据",
        document: "清单出处",
        given: "您的回答",
    },
    outcome: Outcome {
        refused: "现在还不能办",
        reasons: "原因",
        instead: "可以这样做",
        basis: "依据",
        ask: |hotline| format!("觉得不对，或者情况特殊？请拨打 {hotline}，不用白跑一趟。"),
        issue: "开具告知单",
        issue_hint: |days| {
            format!(
                "告知单有编号，{days} 天内有效，可以打印、发给家人，窗口按它收材料。不用登录，也不写姓名。"
            )
        },
        book: "先去预约",
        other: "问别的业务",
    },
    slip: Slip {
        kind: "一次性告知单",
        dates: |issued, expires| format!("{issued} 开具，有效期至 {expires}"),
        expired: (
            "这张告知单已经过期",
            "规定可能已经变了，请重新回答一遍，开一张新的。",
        ),
        again: "重新回答",
        book: "带着这张单子去预约",
        print: "打印这张单子",
        keep: "打印出来正好一页 A4；没有打印按钮的，用浏览器菜单里的“打印”，也可以截图给窗口看。要发给家人，把这个网页的地址发过去。",
        qr: "核验二维码",
        qr_caption: "扫码核验真伪",
        complaint: |hotline| format!("有人要单子以外的材料？请拨打 {hotline} 告诉我们。"),
    },
    verify: Verify {
        title: "核验告知单",
        intro: "输入编号，看这张告知单是不是真的、有没有过期。",
        number: "告知单编号",
        number_hint: "印在单子上方，例如 XN-2026-004182-K7Q2MF4B",
        ask: "核验",
        missing: "请填写编号",
        malformed: "这不是告知单的编号，请对照单子再填一遍",
        unknown: "没有开过这个编号的告知单，请核对有没有填错",
        valid: "这张告知单是真的，在有效期内",
        expired: "这张告知单是真的，但已经过期",
        service: "业务",
        issued: "开具日期",
        expires: "有效期至",
        issuer: "开具机构",
        privacy: "为了保护隐私，这里不显示单子的内容。",
    },
};
