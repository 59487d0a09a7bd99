//! Chinese.

use super::{Account, Body, Details, Notice, Text, Titles, Visit};

/// Chinese.
pub const ZH_CN: Text = Text {
    interface: "住房公积金服务门户的接口：账户、贷款试算、预约、一次性告知单。金额为元的十进制字符串，日期为 YYYY-MM-DD，时刻为 RFC 3339（+08:00）。数字的参数按人们写的样子也能读（20年、60万、3.25%）；这里写的是最省事的一种。",
    titles: Titles {
        bad_request: "请求格式不对",
        not_signed_in: "需要先登录",
        forbidden: "不能这样做",
        not_found: "没有找到",
        method_not_allowed: "这个地址不接受这种请求",
        conflict: "与现状冲突",
        too_large: "内容太大",
        unsupported_media_type: "需要 application/json",
        invalid_fields: "填写有误",
        too_many_requests: "请求太频繁",
        unavailable: "暂时不能服务",
        server_error: "系统出错",
    },
    details: Details {
        not_signed_in: "请先登录，再重新发送。",
        forbidden: "这个请求不是从本站页面发出的，或不属于登录的人。",
        not_found: "没有这个地址，或其中的编号不存在。",
        invalid_fields: "有几项需要更正",
        try_later: "请稍后再试。",
        server_error: |reference| format!("已记录，编号 {reference}。"),
        outcome_unknown: |reference| {
            format!(
                "没有等到结果，不知道是否已经办成：请先查询现状，再决定要不要重发（幂等键不变）。编号 {reference}。"
            )
        },
        check_request: "请对照接口说明检查请求。",
    },
    body: Body {
        not_json: "内容不是完整的 JSON。",
        send_json: "请用 Content-Type: application/json 发送。",
        incomplete: "内容太大，或没有传完。",
        trailing: "JSON 之后还有多余的内容。",
        member: "缺少、多余，或不是这里要的类型",
    },
    account: Account {
        wrong_pair: "证件号码或密码不对。",
        too_many_tries: "试的次数太多，请稍后再试。",
        unknown_paper: "没有这种证件",
        unknown_value: "没有这个值，请检查",
        line_limit: |most| format!("1 到 {most}"),
    },
    visit: Visit {
        unknown_branch: "没有这个网点",
        unknown_service: "没有这项业务",
        not_bookable: "没有这项业务，或不到窗口办",
        date_format: "日期写成 2026-11-28",
        to_before_from: "不能早于 from",
        idempotency_key: "1 到 64 个可见的 ASCII 字符",
        key_reused: "这个名字已经用来约过另一个时间或另一项业务：换一个新的",
        not_a_slip: "不是告知单编号",
        no_such_slot: "这项业务没有这个时间",
        already_booked: "这项业务已经约过；想换时间，请先取消原来的预约。",
        slot_full: "这个时间刚刚被约满，没有约上。",
        cooling_down: "最近取消的次数多了，过一段时间才能再约。",
        no_account: "名下没有公积金账户，不能网上预约。",
        too_far: |days| format!("还没有放号：现在可以约 {days} 天内的时间"),
        too_soon: |minutes| format!("已经过去，或离现在不到 {minutes} 分钟"),
        last_four: "写身份证号的最后 4 位",
        too_late_to_cancel: "时间已到，不能取消。",
    },
    notice: Notice {
        no_such_question: "有一个名称不是这项业务的问题",
        unanswered: "还没有回答",
        not_eligible: "按这些回答，这项业务现在还不能办，不开告知单。",
        too_many_slips: "请求太频繁，请稍后再试。",
    },
};
