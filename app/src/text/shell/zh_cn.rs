//! Chinese.

use super::Text;

/// Chinese.
pub const ZH_CN: Text = Text {
    skip: "跳到正文",
    to_home: "首页",
    large_on: ("大字", "换成大字显示"),
    large_off: ("标准字", "换回标准字显示"),
    sign_in: "登录",
    mine: "我的",
    demo: "演示网站：人名和数字都是编的",
    hotline: "热线",
    data_as_of: |day| format!("数据截至 {day}"),
    footer_links: "其他",
    open: "信息公开",
    help: "帮助",
    accessibility: "无障碍",
    privacy: "隐私",
    licences: "开源许可",
    description: |centre| format!("{centre}：查余额、算贷款、约办理、问材料。"),
    back: "返回",
    step: |step, of| format!("第 {step} 步，共 {of} 步"),
    pages: "翻页",
    older: "较早的 ›",
    unverified: "示例参数，以中心公布为准",
    binding: "结果由这一项决定",
};
