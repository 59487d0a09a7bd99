//! Chinese.

use super::{Page, Section, Text};

/// Chinese.
pub const ZH_CN: Text = Text {
    help: HELP,
    accessibility: ACCESSIBILITY,
    privacy: PRIVACY,
    licences: LICENCES,
};

const HELP: Page = Page {
    title: "帮助",
    intro: "四件事，都可以在手机上自己办完。哪一步看不明白，打页面底部的热线。",
    sections: &[
        Section {
            id: "account",
            title: "查余额",
            paragraphs: &[
                "用身份证号和密码登录，看余额、每一笔明细和贷款。",
                "余额按中心上一次送来的数据显示，页面底部写着数据截至哪一天。之后的变动要等下一次更新。",
            ],
        },
        Section {
            id: "loan",
            title: "算贷款",
            paragraphs: &[
                "不用登录。填几个数，就知道大约能贷多少、每月还多少。",
                "结果下面的“为什么是这个数”，写明每一步用的是哪条规定。标着“示例参数，以中心公布为准”的，还没有经中心核实。",
                "结果页的网址可以发给家人，打开就是同一个结果。最后批多少，以中心审批为准。",
            ],
        },
        Section {
            id: "visit",
            title: "约办理",
            paragraphs: &[
                "选业务、网点、日期和时间，得到一个预约码。凭预约码和身份证号后四位，不登录也能找回这次预约。",
                "来不了，请早点取消，号会让给别人。",
            ],
        },
        Section {
            id: "notice",
            title: "问材料",
            paragraphs: &[
                "回答几个问题，得到一张一次性告知单：要带什么、原件还是复印件、几份，还有不用带什么。",
                "告知单可以打印，也可以存下来带给窗口看。",
            ],
        },
        Section {
            id: "phone",
            title: "看不清、用不惯",
            paragraphs: &[
                "每一页右上角的“大字”，点一下就放大，之后每一页都是大字。再点“标准字”就变回来。",
                "每个页面都能用手机的返回键退回。填错了会告诉您哪里要改，已经填的不用重填（密码除外）。",
            ],
        },
    ],
};

const ACCESSIBILITY: Page = Page {
    title: "无障碍",
    intro: "我们希望每个人都能自己办完事，不论视力、听力、手是否灵便，也不论手机新旧。",
    sections: &[
        Section {
            id: "goal",
            title: "我们按什么标准做",
            paragraphs: &[
                "以《网页内容无障碍指南》（WCAG）2.2 的 AA 级为目标。这是我们自己的目标，没有做过第三方认证。",
            ],
        },
        Section {
            id: "done",
            title: "已经做到的",
            paragraphs: &[
                "只用键盘可以完成每一件事；读屏软件能读出每个输入框的名称、提示和错误。",
                "放大到 200%，或者屏幕只有 320 像素宽，也不用左右拖动。",
                "大字、深色、减少动画都支持；按钮和链接够大，好点。",
                "不打开脚本（JavaScript）也能用。",
                "图表旁边都有文字说明。",
            ],
        },
        Section {
            id: "tested",
            title: "怎样检查的",
            paragraphs: &[
                "每次改动都用检查工具 axe 在真实浏览器里测页面，打开和关闭脚本各测一遍。",
                "工具查不出所有问题。我们还没有请视障用户逐页试用过。",
            ],
        },
        Section {
            id: "feedback",
            title: "遇到困难",
            paragraphs: &["请拨打页面底部的热线，告诉我们是哪一页、用的什么手机。窗口也可以帮您办。"],
        },
    ],
};

const PRIVACY: Page = Page {
    title: "隐私",
    intro: "这里说明本网站记下什么、怎么保管、您能做什么。",
    sections: &[
        Section {
            id: "cookies",
            title: "浏览器里存什么",
            paragraphs: &[
                "登录以后存一个会话标记，用来认出是您；15 分钟不操作、满 12 小时，或您点了退出，它就失效。",
                "第一次打开时存一个随机数，用来确认表单是从这台设备的本站页面发出的。它不对应任何人，一年后失效。",
                "用预约码找回预约以后，存一个 15 分钟有效的标记，只能打开这一个预约。",
                "如果您点过“大字”，存一个标记，记住您要大字，一年后失效。",
                "如果您选过语言，存一个标记，记住您选的语言，一年后失效。",
                "除此以外不存别的。不跟踪，不投广告，页面不向任何第三方网站要东西。",
            ],
        },
        Section {
            id: "kept",
            title: "服务器上怎么保管",
            paragraphs: &[
                "身份证号、手机号和姓名加密保存；密码只存不可还原的摘要，谁也看不到原文。",
                "页面上的身份证号和手机号遮住中间几位，姓名只露第一个字。",
                "您的预约、登录着的设备（只记浏览器和系统的名称）存在服务器上。告知单存您的回答，不写姓名；登录时开的，记着是您开的。",
                "不登录算贷款、问材料，不记录您是谁。算贷款填的数不存。",
                "运行日志只记打开了哪一类页面、用了多久，不记姓名、证件号、手机号、密码、预约码和金额。",
            ],
        },
        Section {
            id: "yours",
            title: "您的权利",
            paragraphs: &[
                "按《中华人民共和国个人信息保护法》，您可以查阅、复制、更正自己的个人信息。请拨打页面底部的热线，或带身份证到网点办理。",
            ],
        },
    ],
};

const LICENCES: Page = Page {
    title: "开源许可",
    intro: "本网站由开源软件安居（Anju）驱动，按 MIT 或 Apache-2.0 许可发布，您可任选其一。",
    sections: &[
        Section {
            id: "used",
            title: "用到的主要软件",
            paragraphs: &[
                "Rust 语言和标准库：MIT 或 Apache-2.0",
                "Leptos（页面）：MIT",
                "axum、tower、hyper、Tokio（网络服务）：MIT",
                "SQLx（数据库访问）：MIT 或 Apache-2.0",
                "SQLite（数据库）：公有领域",
                "PostgreSQL（可选的数据库）：PostgreSQL 许可",
            ],
        },
        Section {
            id: "all",
            title: "完整清单",
            paragraphs: &["全部组件和版本列在源代码的 Cargo.lock 文件里，各组件的许可文本随其源代码发布。"],
        },
    ],
};
