//! The life of one loan: granted, repaid month by month by the fund's own schedule, repriced each 1 January, here and
//! there prepaid, late, overdue or settled.

use super::{
    DemoError,
    account::{Ask, Event, What},
    rules::Rules,
};
use crate::import::rows::{
    AccountNo, ContractNo, Guarantee, LoanEntryKind, LoanEntryRow, LoanKind, LoanMethod, LoanNo, LoanRow,
    RiskClass, Serial, WithdrawalReason,
};
use chrono::{Datelike, Days, NaiveDate};
use fund::{
    money::{Fen, quotient_half_up},
    months::Months,
    rate::Rate,
    repayment::{Course, Instalment, Keep, Loan, Method, due_on as day_due},
};
use rust_decimal::Decimal;

/// What a loan's life is to be.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) granted_on: NaiveDate,
    pub(super) principal: Fen,
    pub(super) months: Months,
    pub(super) method: Method,
    pub(super) kind: LoanKind,
    /// Empty for the ordinary loan.
    pub(super) product: &'static str,
    /// 1–28.
    pub(super) due_day: u32,
    /// After this instalment, so much principal is repaid ahead.
    pub(super) prepaid: Option<(u16, Fen)>,
    /// This instalment is paid twelve days late, with penalty.
    pub(super) late: Option<u16>,
    /// The last so many instalments due have not been paid.
    pub(super) overdue: u16,
    /// With this instalment the rest is repaid.
    pub(super) settled_with: Option<u16>,
    /// Instalments come out of the fund account (冲还贷).
    pub(super) offset: bool,
}

/// A loan as it stands at the close of the day, with its ledger.
#[derive(Debug, Clone)]
pub(super) struct Life {
    pub(super) row: LoanRow,
    pub(super) entries: Vec<LoanEntryRow>,
}

impl Life {
    /// The withdrawal from the fund account that pays an instalment.
    pub(super) fn offset(instalment: &LoanEntryRow) -> Event {
        let what = What::Withdraw(WithdrawalReason::RepayLoan, Ask::Exactly(instalment.amount));
        Event {
            day: instalment.booked_on,
            what,
        }
    }
}

/// Days between a late instalment's due day and its payment.
const LATE_DAYS: u64 = 12;

/// Lives a loan up to the close of `as_of`.
pub(super) fn live(
    plan: &Plan,
    index: u32,
    account_no: AccountNo,
    rules: &Rules,
    as_of: NaiveDate,
) -> Result<Life, DemoError> {
    let mut living = Living::begin(plan, index, account_no, rules, as_of)?;
    let due = (1..=plan.months.get())
        .take_while(|number| due_on(plan, *number).is_some_and(|day| day <= as_of))
        .count();
    let due = u16::try_from(due).unwrap_or(u16::MAX);
    let paid = due.saturating_sub(plan.overdue);
    for number in 1..=due {
        let instalment = living.next_instalment(number)?;
        if number > paid {
            living.miss(&instalment);
            continue;
        }
        living.pay(&instalment)?;
        if plan.settled_with == Some(number) {
            living.settle(number)?;
        }
        if living.row.settled_on.is_some() {
            break;
        }
        if let Some((_, amount)) = plan.prepaid.filter(|(after, _)| *after == number) {
            living.prepay(number, amount)?;
        }
    }
    living.end(due)
}

/// The day an instalment is due.
fn due_on(plan: &Plan, number: u16) -> Option<NaiveDate> {
    day_due(plan.granted_on, u8::try_from(plan.due_day).ok()?, number)
}

struct Living<'a> {
    plan: &'a Plan,
    rules: &'a Rules,
    index: u32,
    as_of: NaiveDate,
    row: LoanRow,
    entries: Vec<LoanEntryRow>,
    /// The loan as agreed: what is overdue counts as paid.
    course: Course,
}

impl<'a> Living<'a> {
    fn begin(
        plan: &'a Plan,
        index: u32,
        account_no: AccountNo,
        rules: &'a Rules,
        as_of: NaiveDate,
    ) -> Result<Self, DemoError> {
        let rate = rules.loan_rate(plan.months, plan.granted_on, plan.granted_on)?;
        let row = row(plan, index, account_no, rate).ok_or(DemoError::Loan(index))?;
        let mut living = Self {
            plan,
            rules,
            index,
            as_of,
            row,
            entries: Vec::new(),
            course: Course::begin(&Loan {
                principal: plan.principal,
                months: plan.months,
                rate,
                method: plan.method,
            }),
        };
        living.book(
            LoanEntryKind::Granted,
            plan.granted_on,
            [plan.principal, Fen::ZERO, Fen::ZERO],
            None,
        )?;
        Ok(living)
    }

    fn next_instalment(&mut self, number: u16) -> Result<Instalment, DemoError> {
        let day = self.due(number)?;
        let rate = self
            .rules
            .loan_rate(self.plan.months, self.plan.granted_on, day)?;
        if rate != self.course.rate() {
            self.course.reprice(rate);
        }
        self.course.next().ok_or(DemoError::Loan(self.index))
    }

    fn due(&self, number: u16) -> Result<NaiveDate, DemoError> {
        due_on(self.plan, number).ok_or(DemoError::Loan(self.index))
    }

    fn pay(&mut self, instalment: &Instalment) -> Result<(), DemoError> {
        let due = self.due(instalment.number)?;
        let Instalment {
            number,
            principal,
            interest,
            payment,
            ..
        } = *instalment;
        let paid_late = due
            .checked_add_days(Days::new(LATE_DAYS))
            .filter(|day| *day <= self.as_of);
        if let Some(day) = paid_late.filter(|_| self.plan.late == Some(number)) {
            self.row.overdue_periods += 1;
            let parts = [
                principal,
                interest,
                penalty(payment, self.course.rate(), LATE_DAYS),
            ];
            self.book(LoanEntryKind::OverdueRepayment, day, parts, Some(number))?;
        } else {
            let kind = if self.plan.offset {
                LoanEntryKind::Offset
            } else {
                LoanEntryKind::Repayment
            };
            self.book(kind, due, [principal, interest, Fen::ZERO], Some(number))?;
        }
        if self.course.balance() == Fen::ZERO {
            self.row.settled_on = Some(due);
        }
        Ok(())
    }

    fn miss(&mut self, instalment: &Instalment) {
        self.row.overdue_principal += instalment.principal;
        self.row.overdue_interest += instalment.interest;
        self.row.overdue_periods += 1;
    }

    /// Repays part of the principal on an instalment's due day, so that no interest is owed beside it; the term stays.
    fn prepay(&mut self, number: u16, amount: Fen) -> Result<(), DemoError> {
        let amount = amount.min(self.course.balance());
        self.course.prepay(amount, Keep::Term);
        self.row.prepaid += amount;
        self.book(
            LoanEntryKind::Prepayment,
            self.due(number)?,
            [amount, Fen::ZERO, Fen::ZERO],
            None,
        )
    }

    fn settle(&mut self, number: u16) -> Result<(), DemoError> {
        let (rest, day) = (self.course.balance(), self.due(number)?);
        if rest > Fen::ZERO {
            self.course.prepay(rest, Keep::Payment);
            self.row.prepaid += rest;
            self.book(LoanEntryKind::Settled, day, [rest, Fen::ZERO, Fen::ZERO], None)?;
        }
        self.row.settled_on = Some(day);
        Ok(())
    }

    fn book(
        &mut self,
        kind: LoanEntryKind,
        day: NaiveDate,
        [principal, interest, penalty]: [Fen; 3],
        period: Option<u16>,
    ) -> Result<(), DemoError> {
        if kind == LoanEntryKind::Granted {
            self.row.balance = principal;
        } else {
            self.row.balance -= principal;
            self.row.principal_repaid += principal;
            self.row.interest_repaid += interest;
            self.row.penalty_repaid += penalty;
        }
        let serial = format!(
            "L{}{:08}{:03}",
            day.format("%Y%m%d"),
            self.index,
            self.entries.len() + 1
        );
        self.entries.push(LoanEntryRow {
            loan_no: self.row.loan_no,
            serial: Serial::parse(&serial).map_err(|_| DemoError::Loan(self.index))?,
            kind,
            occurred_on: day,
            booked_on: day,
            amount: principal + interest + penalty,
            principal,
            interest,
            penalty,
            balance: self.row.balance,
            period,
        });
        Ok(())
    }

    /// What comes next, and how risky the loan is, at the close of the day.
    fn end(mut self, due: u16) -> Result<Life, DemoError> {
        if self.row.settled_on.is_none() && due < self.plan.months.get() {
            let next = self.next_instalment(due + 1)?;
            self.row.next_number = Some(next.number);
            self.row.next_due_on = Some(self.due(next.number)?);
            self.row.next_payment = next.payment;
            self.row.next_principal = next.principal;
            self.row.next_interest = next.interest;
        }
        self.row.rate = self.course.rate();
        self.row.risk = match self.plan.overdue {
            0 => RiskClass::Normal,
            1..=3 => RiskClass::SpecialMention,
            _ => RiskClass::Substandard,
        };
        Ok(Life {
            row: self.row,
            entries: self.entries,
        })
    }
}

fn row(plan: &Plan, index: u32, account_no: AccountNo, rate: Rate) -> Option<LoanRow> {
    let year = plan.granted_on.year();
    Some(LoanRow {
        loan_no: LoanNo::parse(&format!("4212D{index:08}")).ok()?,
        contract_no: ContractNo::parse(&format!("GJJ-{year}-{index:08}")).ok()?,
        account_no,
        kind: plan.kind,
        product: plan.product.to_owned(),
        principal: plan.principal,
        granted_on: plan.granted_on,
        matures_on: due_on(plan, plan.months.get())?,
        months: plan.months,
        method: match plan.method {
            Method::LevelPayment => LoanMethod::LevelPayment,
            Method::LevelPrincipal => LoanMethod::LevelPrincipal,
        },
        rate,
        rate_multiple: Decimal::ONE,
        guarantee: Guarantee::Mortgage,
        due_day: u8::try_from(plan.due_day).ok()?,
        balance: Fen::ZERO,
        next_number: None,
        next_payment: Fen::ZERO,
        next_principal: Fen::ZERO,
        next_interest: Fen::ZERO,
        next_due_on: None,
        principal_repaid: Fen::ZERO,
        interest_repaid: Fen::ZERO,
        penalty_repaid: Fen::ZERO,
        prepaid: Fen::ZERO,
        overdue_principal: Fen::ZERO,
        overdue_interest: Fen::ZERO,
        overdue_periods: 0,
        risk: RiskClass::Normal,
        settled_on: None,
    })
}

/// Penalty interest: overdue amount × annual rate / 360 × 1.5 × days, rounded half-up to the fen.
fn penalty(overdue: Fen, rate: Rate, days: u64) -> Fen {
    let numerator = i128::from(overdue.get()) * i128::from(rate.units()) * 3 * i128::from(days);
    let denominator = i128::from(Rate::UNITS_PER_WHOLE) * 360 * 2;
    // A few days' interest is far below the amount itself, which fits.
    Fen::new(i64::try_from(quotient_half_up(numerator, denominator)).unwrap_or(0))
}
