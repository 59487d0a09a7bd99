//! Chinese.

use chrono::Datelike as _;
use fund::visit::ServiceGroup;

use super::{Appointment, Branch, Cancel, Confirm, Day, Find, Hours, Left, Mine, Service, Text, Time};
use crate::text::{format::ZH_CN as FORMAT, sentence::Sentence};

/// Chinese.
pub const ZH_CN: Text = Text {
    name: "约办理",
    summary: "选网点和时间，到了不用等",
    group: |group| match group {
        ServiceGroup::Loan => "贷款",
        ServiceGroup::Withdrawal => "提取",
        ServiceGroup::Account => "账户与证明",
        ServiceGroup::Contribution => "缴存",
    },
    hours: Hours {
        working_days: Sentence::new("工作日 {0}"),
        in_season: Sentence::new("工作日 {0}（{1}至{2}）"),
        saturday: Sentence::new("周六 {0}（部分业务）"),
        day_of_year: Sentence::new("{1}月{0}日"),
        between: "；",
    },
    service: Service {
        title: "要办什么业务",
        minutes: |minutes| format!("约 {minutes} 分钟"),
        notice: "有材料清单",
        online: "也可以网上办",
        upcoming: "您的预约",
        earlier: "已经约过",
        to_mine: "全部预约",
        to_find: ("用预约码找预约", "要填预约码和身份证号后四位，不用登录"),
    },
    branch: Branch {
        title: "去哪个网点",
        earliest: |when| format!("最早 {when}"),
        none: "近期已约满",
        saturday: "周六也办",
        change: "换一项业务",
    },
    day: Day {
        title: "选哪一天",
        earliest: |when| format!("最早有号：{when}"),
        earliest_hint: "点这里就约这个时间",
        none: ("这个网点近期已约满", "每天零点放出新的一天。也可以看看别的网点。"),
        weekdays: ["一", "二", "三", "四", "五", "六", "日"],
        around: |day| {
            (
                format!("{}月", day.month()),
                format!("日（{}）", FORMAT.weekday(day)),
            )
        },
        festival: |_| None,
        left: |places| format!("余 {places}"),
        full: "约满",
        over: "已过",
        closed: "休",
        note: |days| format!("“余”后面是还能约的人数。可以约今天起 {days} 天内的时间。"),
        unannounced: "有些日子所在年份的放假安排还没有公布，到时可能调整，请以中心通知为准。",
        unannounced_day: "这一天所在年份的放假安排还没有公布，到时可能调整，请以中心通知为准。",
        change: "换一个网点",
    },
    time: Time {
        title: "选几点",
        morning: "上午",
        afternoon: "下午",
        at: |time| FORMAT.clock(time),
        left: Left {
            places: Sentence::new("余 {0}"),
            none: "已满",
        },
        none: "这一天没有可以约的时间",
        change: "换一天",
    },
    confirm: Confirm {
        title: "看一看对不对",
        service: "业务",
        branch: "网点",
        address: "地址",
        when: "时间",
        duration: "办理",
        change: "改",
        book: "确认预约",
        rules: "请本人按时到。来不了，请提前取消，把号让给别人。",
        full: (
            "这个时间刚刚被约满",
            "没有约上，也没有占用任何号。请另选一个时间。",
        ),
        too_soon: ("这个时间不能约了", |minutes| {
            format!("它已经过去，或离现在不到 {minutes} 分钟。没有约上，请另选一个时间。")
        }),
        cooling_down: ("最近取消得太多，暂时不能约", |from| {
            format!("为了不让号被反复占用，{from}以后可以再约。没有约上，也没有占用任何号。急事请拨打热线。")
        }),
        too_far: ("这一天还没有放号", |days| {
            format!("现在可以约 {days} 天内的时间。没有约上，请另选一个时间。")
        }),
        alternatives: "还有这些时间",
        no_alternatives: "这个网点近期没有空位了，请看看别的网点。",
        to_days: "看全部日子",
        already: (
            "您已经约过这项业务",
            "同一项业务一次只能约一个时间。想换时间，请先取消原来的预约。",
        ),
        to_appointment: "看这个预约",
        no_account: ("暂时不能网上预约", |hotline| {
            format!("您名下没有公积金账户，系统无法核对预约人。没有约上，请拨打 {hotline} 预约。")
        }),
    },
    appointment: Appointment {
        booked: "已约好",
        past: "预约时间已到",
        cancelled: "预约已取消",
        displaced: (
            "这个时间不办公了，请另选",
            |when| {
                format!(
                    "中心的办公安排有变：{when}不再办理，请不要按原时间来。另选时间后，这次预约自动作废，不用取消。"
                )
            },
            "另选一个时间",
        ),
        code: "预约码",
        code_hint: "到网点取号时报这个码，或出示二维码。",
        qr: "预约二维码",
        qr_caption: "取号时扫这个码",
        phone: "电话",
        bring: "要带什么",
        to_notice: "看要带的材料，一次说清",
        to_slip: |number| format!("告知单 {number}"),
        ask: |hotline| format!("请带本人身份证。其他材料请拨打 {hotline} 问清再来。"),
        calendar: "存到手机日历",
        print: "打印这一页",
        keep: "截个图存在手机里，或者打印出来。以后用预约码和身份证号后四位也能找到。",
        to_cancel: "取消预约",
        again: "再约一个",
        calendar_note: |code, address| format!("预约码 {code}。请带身份证和材料，按时到：{address}"),
        calendar_title: |service| format!("公积金：{service}"),
    },
    cancel: Cancel {
        title: "取消这个预约？",
        meaning: "取消后，这个时间会让给别人，不能恢复；可以重新约。",
        cancel: "确认取消",
        keep: "不取消，返回",
        too_late: ("时间已到，不能取消", |hotline| {
            format!("预约没有改动。有事请拨打 {hotline}。")
        }),
    },
    find: Find {
        title: "找回预约",
        code: "预约码",
        code_hint: "8 位，在预约页面、截图或手机日历里",
        last_four: "身份证号后四位",
        last_four_hint: "预约人的；最后一位是 X 也要填",
        find: "找预约",
        code_invalid: "预约码是 8 位数字和字母，请核对",
        last_four_invalid: "请填身份证号的最后 4 位",
        wrong_pair: "没有找到：预约码或后四位不对，请核对后再填",
        kept: "找到后，15 分钟内可以在这台设备上查看和取消。",
    },
    mine: Mine {
        title: "我的预约",
        none: "还没有预约",
        book: "约个时间",
        booked: "待办理",
        past: "已过",
        cancelled: "已取消",
        displaced: "请另选时间",
    },
};
