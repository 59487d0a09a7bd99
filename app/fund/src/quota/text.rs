//! What people read about their quota: short plain Chinese, a sentence for each figure and condition.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::code::{GateCode, Product, TermBound};
use super::rules::{Basis, Raise};
use super::value::{Area, Percent};
use super::{LongestTerm, Working};
use crate::money::Fen;

impl Basis {
    /// The document with its number, as the trace cites it.
    pub fn source(&self) -> String {
        if self.number.is_empty() {
            self.document.clone()
        } else {
            format!("{}（{}）", self.document, self.number)
        }
    }

    /// What is wrong with it, as the loader of editions says it.
    pub fn fault(&self) -> Option<&'static str> {
        let unnamed = self.rule.trim().is_empty() || self.document.trim().is_empty();
        unnamed.then_some("the basis must name rule and document")
    }
}

impl fmt::Display for Working {
    /// The figures behind a limit, in one sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ceiling {
                contributors,
                base,
                uplifts,
            } => {
                write!(f, "{}最高 {}", contributors.label(), yuan(*base))?;
                for uplift in uplifts {
                    write!(f, "，{}", uplift.reason.label())?;
                    match uplift.raise {
                        Raise::Percent(percent) => write!(f, "上浮 {}%", percent.get())?,
                        Raise::Amount(amount) => write!(f, "增加 {}", yuan(amount))?,
                    }
                }
                Ok(())
            }
            Self::Balance {
                balances,
                multiple,
                factor,
                counted,
                floor,
            } => {
                write!(f, "余额 {} × {multiple} 倍", yuan(*balances))?;
                if *factor != Percent::WHOLE {
                    write!(f, " × 缴存时间系数 {}%", factor.get())?;
                }
                write!(f, " = {}", yuan(*counted))?;
                if counted < floor {
                    write!(f, "，不足保底额度，按 {}计算", yuan(*floor))?;
                }
                Ok(())
            }
            Self::Price {
                price,
                down_payment: Some(share),
            } => {
                write!(f, "房价 {}，首付至少 {}%", yuan(*price), share.get())
            }
            Self::Price {
                down_payment: None, ..
            } => f.write_str("该品种不用于购买二套住房"),
            Self::Capacity {
                income,
                share,
                debts,
                payment,
                months,
                rate,
            } => {
                write!(f, "家庭月收入 {}的 {}%", yuan(*income), share.get())?;
                if *debts > Fen::ZERO {
                    write!(f, "，减去现有月供 {}", yuan(*debts))?;
                }
                write!(
                    f,
                    "，每月可还 {}；按 {months} 个月、年利率 {rate}% 计算",
                    yuan(*payment)
                )
            }
            Self::Outstanding { owed } => write!(f, "原商业贷款还欠 {}", yuan(*owed)),
            Self::Term { longest } => {
                f.write_str(&longest_term(longest))?;
                if longest.months.is_some() {
                    f.write_str("；按此期限和家庭收入计算")?;
                }
                Ok(())
            }
        }
    }
}

pub(super) fn contribution(needed: u16, contributed: u16, met_on: Option<NaiveDate>) -> String {
    let text = format!("需连续足额缴存 {needed} 个月，您已缴存 {contributed} 个月");
    match met_on {
        Some(date) => {
            let missing = needed.saturating_sub(contributed);
            format!("{text}；再连续缴存 {missing} 个月，{}起可以申请", month(date))
        }
        None => text,
    }
}

/// The conditions about accounts, loans and credit; `most` is how many earlier loans are allowed.
pub(super) fn standing(code: GateCode, most: u8) -> String {
    match code {
        GateCode::Account => "账户状态正常，未封存、未冻结".to_owned(),
        GateCode::UnsettledLoan => "家庭没有未结清的公积金贷款".to_owned(),
        GateCode::EarlierLoans => format!("家庭此前使用公积金贷款不超过 {most} 次"),
        GateCode::Credit => "个人征信记录良好".to_owned(),
        GateCode::Dishonest => "未被列入失信被执行人名单".to_owned(),
        GateCode::Certificate => "缴存地中心已出具异地贷款缴存使用证明".to_owned(),
        GateCode::BankLoan => "原商业贷款没有逾期，贷款银行同意转贷".to_owned(),
        other => other.label().to_owned(),
    }
}

/// The same where the person, or the centre's files, say it is not so.
pub(super) fn not_so(code: GateCode, most: u8) -> String {
    match code {
        GateCode::Account => "账户已封存、冻结，或状态不正常；恢复正常后才能贷".to_owned(),
        GateCode::UnsettledLoan => "家庭还有未结清的公积金贷款；结清后才能再贷".to_owned(),
        GateCode::EarlierLoans => format!("家庭此前使用公积金贷款已超过 {most} 次"),
        GateCode::Credit => "个人征信记录有不良；要求记录良好".to_owned(),
        GateCode::Dishonest => "已被列入失信被执行人名单".to_owned(),
        GateCode::Certificate => "缴存地中心还没有出具异地贷款缴存使用证明".to_owned(),
        GateCode::BankLoan => "原商业贷款有逾期，或贷款银行不同意转贷".to_owned(),
        other => format!("{}：不符合", other.label()),
    }
}

pub(super) fn second_home(product: Product, lent: bool) -> String {
    format!(
        "{}{}用于购买二套住房",
        product.label(),
        if lent { "可" } else { "不" }
    )
}

pub(super) fn largest_area(product: Product, largest: Area, exceeded: bool) -> String {
    let exceeded = if exceeded { "，您填的超过了" } else { "" };
    format!("{}的住房面积不超过 {largest} 平方米{exceeded}", product.label())
}

pub(super) fn assumed(condition: &str) -> String {
    format!("{condition}（您未填写，估算时视为符合，办理时核对）")
}

pub(super) fn longest_term(longest: &LongestTerm) -> String {
    let most = match longest.months {
        Some(months) => format!("最长可贷 {months} 个月"),
        None => "已没有可贷期限".to_owned(),
    };
    match (longest.bound, longest.retires) {
        (TermBound::Retirement, Some(date)) => {
            let past = longest.months_past_retirement;
            let past = if past.is_multiple_of(12) {
                format!("{} 年", past / 12)
            } else {
                format!("{past} 个月")
            };
            let assumed = match longest.assumed {
                Some(track) => format!("（没有选人员类别，按“{}”推算）", track.label()),
                None => String::new(),
            };
            format!(
                "法定退休时间 {}{assumed}，还款不晚于退休后 {past}，{most}",
                month(date)
            )
        }
        (TermBound::Building, _) => format!("受房龄限制，{most}"),
        _ => most,
    }
}

/// An amount as in a sentence: whole yuan without the places.
fn yuan(amount: Fen) -> String {
    let text = amount.grouped();
    format!("{} 元", text.strip_suffix(".00").unwrap_or(&text))
}

fn month(date: NaiveDate) -> String {
    format!("{}年{}月", date.year(), date.month())
}
