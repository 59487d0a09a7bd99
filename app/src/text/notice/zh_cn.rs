//! Chinese.

use fund::notice::{AnswerError, Channel, PaidFrom};

use super::{Index, Outcome, Papers, Question, Slip, Text, Verify};
use crate::text::{format::ZH_CN as FORMAT, sentence::Sentence};

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "问材料",
    summary: "一次说清要带什么",
    channel: |channel| match channel {
        Channel::Window => "窗口办理",
        Channel::Online => "网上办理",
        Channel::OnSite => "上门办理",
        Channel::AcrossProvinces => "跨省通办",
    },
    answer_error: |error| match error {
        AnswerError::NothingChosen => "请选择一项".to_owned(),
        AnswerError::Empty => "请填写这一项".to_owned(),
        AnswerError::NotAnOption => "请在列出的选项里选一项".to_owned(),
        AnswerError::NotANumber { example } => format!("请填写整数，只用数字，例如 {example}"),
        AnswerError::NumberOutOfBounds { min, max } => format!("请填写 {min} 至 {max} 之间的数"),
        AnswerError::NotAnAmount => "金额只能是数字，例如 12000 或 1.2万".to_owned(),
        AnswerError::TooManyPlaces => "金额最多精确到分".to_owned(),
        AnswerError::AmountOutOfBounds { min, max } => {
            format!("请填写 {}至 {}之间的金额", FORMAT.yuan(*min), FORMAT.yuan(*max))
        }
        AnswerError::NotADate { example } => format!("请填写年月日，例如 {example}"),
        AnswerError::TooEarly { earliest } => format!("日期不能早于{}，请核对", FORMAT.date(*earliest)),
        AnswerError::TooLate { latest } => format!("日期不能晚于{}，请核对", FORMAT.date(*latest)),
    },
    yes: "是",
    no: "否",
    end_of_graph: "材料清单",
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
        given: "已经回答的",
        change: "改",
    },
    papers: Papers {
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
        why: Sentence::new("用来：{0}"),
        why_and_validity: Sentence::new("用来：{0}。要求：{1}"),
        not_needed: ("无需提供", "下面这些不用带，由中心核验。"),
        notes: "还要知道",
        promise: "什么时候办好",
        window: "窗口办理",
        minutes_fee: Sentence::new("约 {0}，{1}"),
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
