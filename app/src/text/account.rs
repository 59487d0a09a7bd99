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
    /// The ID number is missing.
    pub id_number_missing: &'static str,
    /// The ID number cannot be one.
    pub id_number_invalid: &'static str,
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
        id_number_missing: "请填写身份证号",
        id_number_invalid: "身份证号不对，请对着证件检查一遍",
        password_missing: "请填写密码",
        wrong_pair: "身份证号或密码不对，请检查后再试",
        wait: |how_long| format!("试的次数太多，请过 {how_long}再试"),
    },
};
