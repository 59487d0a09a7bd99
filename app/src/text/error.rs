//! The words for when something went wrong.

use super::format;

/// The words for when something went wrong, in one language.
#[derive(Debug)]
pub struct Text {
    /// Put before the title of a page whose form was refused, so that a screen reader says it first.
    pub title_prefix: &'static str,
    /// Above the list of what to correct.
    pub summary_title: &'static str,
    /// Link to the home page.
    pub to_home: &'static str,
    /// Button that asks for the same page again.
    pub try_again: &'static str,
    /// Before the hotline's number.
    pub call: &'static str,
    /// Before the reference of an error.
    pub reference: &'static str,
    /// No such page.
    pub not_found: Trouble,
    /// Not yours to see.
    pub forbidden: Trouble,
    /// The form's token has expired.
    pub form_expired: Trouble,
    /// Too many requests.
    pub too_many: Trouble,
    /// How long to wait, in seconds.
    pub wait: fn(seconds: u32) -> String,
    /// Our own fault.
    pub server: Trouble,
    /// Closed for maintenance.
    pub maintenance: Trouble,
    /// Too much under way.
    pub busy: Trouble,
    /// No answer in time, to something that changes nothing.
    pub timed_out: Trouble,
    /// Nobody knows whether it was done.
    pub outcome_unknown: Trouble,
    /// Link to a person's appointments.
    pub to_visits: &'static str,
}

/// One kind of trouble: what happened, whether anything was lost, what to do now.
#[derive(Debug)]
pub struct Trouble {
    /// What happened, in a few words.
    pub title: &'static str,
    /// Whether anything was lost.
    pub lost: &'static str,
    /// What to do now.
    pub advice: &'static str,
}

/// Chinese.
pub const ZH_CN: Text = Text {
    title_prefix: "有错误：",
    summary_title: "请改好下面几处",
    to_home: "回首页",
    try_again: "再试一次",
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
    wait: |seconds| format!("请等 {}再试。", format::duration(seconds)),
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
