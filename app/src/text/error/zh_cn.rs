//! Chinese.

use super::{Text, Trouble};
use crate::text::format;

/// Chinese.
pub const ZH_CN: Text = Text {
    title_prefix: "有错误：",
    summary_title: "请改好下面几处",
    to_home: "回首页",
    call: "还是不行，请拨打",
    reference: "打电话时请报编号",
    not_found: Trouble {
        title: "没有这个页面",
        lost: "您的账户、预约和材料都没有变动。",
        advice: "可能是网址不完整，或页面已经搬走。请从首页重新进入。",
    },
    forbidden: Trouble {
        title: "这个页面不能看",
        lost: "您的账户、预约和材料都没有变动。",
        advice: "它不属于现在登录的人。如果登录的不是您本人，请先退出，再用自己的身份证号登录。",
    },
    form_expired: Trouble {
        title: "页面放得太久了",
        lost: "刚才的内容没有提交，什么都没有改动。",
        advice: "请返回上一页，刷新以后再提交一次。",
    },
    too_many: Trouble {
        title: "点得太快了",
        lost: "刚才这一次没有受理，之前已经办好的都还在。",
        advice: "同一个网络里的人同时在用，也会这样。",
    },
    wait: |seconds| format!("请等 {}再试。", format::ZH_CN.duration(seconds)),
    wait_a_little: "请等几秒再试。",
    server: Trouble {
        title: "系统出了问题",
        lost: "已经办好的都还在。刚才这一步可能没有完成，请先查看结果，再决定要不要重做。",
        advice: "问题已经记下。请过几分钟再试。",
    },
    maintenance: Trouble {
        title: "系统正在维护",
        lost: "您的账户、预约和材料都没有变动，已约的号照常有效。",
        advice: "请稍后再来。着急的事可以打热线。",
    },
    busy: Trouble {
        title: "现在办事的人太多",
        lost: "刚才这一次没有受理，之前已经办好的都还在。",
        advice: "请等几秒再试一次。",
    },
    timed_out: Trouble {
        title: "等得太久了",
        lost: "这一页没有打开，您的账户、预约和材料都没有变动。",
        advice: "请过一会儿再打开。",
    },
    outcome_unknown: Trouble {
        title: "还不知道办成没有",
        lost: "刚才没有等到结果：可能已经办成，也可能没有。",
        advice: "请先到“我的预约”看一看，再决定要不要重做。重做同一个预约不会多占号。",
    },
    to_visits: "看我的预约",
};
