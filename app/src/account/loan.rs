//! `/account/loan`: what is still owed, the next instalment, how far along, and every line of the loan.

use chrono::NaiveDate;
use fund::{
    money::Fen,
    records::{LoanEntryKind, LoanMethod},
};
use leptos::prelude::*;

use crate::{
    components::{
        BackLink, Banner, BannerKind, BarPart, Details, EmptyState, MoneyFigure, Pager, StackedBar,
        SummaryList, SummaryRow,
    },
    loan::paths,
    shell::{Head, PageContext, document},
    text::{Lang, Worded as _, text},
};

/// The next instalment.
#[derive(Clone, Copy, Debug)]
pub struct NextInstalment {
    /// Its number, from 1.
    pub number: u16,
    /// The day it is due.
    pub due_on: NaiveDate,
    /// Its principal.
    pub principal: Fen,
    /// Its interest.
    pub interest: Fen,
}

/// One line of the loan's ledger.
#[derive(Clone, Debug)]
pub struct LoanLedgerLine {
    /// The day it was booked.
    pub date: NaiveDate,
    /// Kind by the data standard.
    pub kind: LoanEntryKind,
    /// Principal, interest and penalty together.
    pub amount: Fen,
    /// Its principal.
    pub principal: Fen,
    /// Its interest.
    pub interest: Fen,
    /// Its penalty interest.
    pub penalty: Fen,
}

/// A person's loan.
#[derive(Clone, Debug)]
pub struct MyLoan {
    /// Principal outstanding.
    pub balance: Fen,
    /// Amount granted.
    pub principal: Fen,
    /// Principal repaid so far.
    pub repaid: Fen,
    /// Part of it paid ahead of schedule.
    pub prepaid: Fen,
    /// Interest paid so far.
    pub interest_paid: Fen,
    /// The next instalment; none when settled.
    pub next: Option<NextInstalment>,
    /// When it was settled.
    pub settled_on: Option<NaiveDate>,
    /// Overdue principal and interest.
    pub overdue: Fen,
    /// Term in months.
    pub months: u16,
    /// When it was granted.
    pub granted_on: NaiveDate,
    /// When the last instalment is due.
    pub matures_on: NaiveDate,
    /// Rate in force, percent a year.
    pub rate: String,
    /// Way of repayment by the data standard.
    pub method: LoanMethod,
    /// Contract number.
    pub contract_no: String,
    /// Lines of its ledger, newest first.
    pub lines: Vec<LoanLedgerLine>,
    /// Address of the lines before these.
    pub older: Option<String>,
}

/// The page of the person's loan; without one it leads to the estimate.
pub fn page(ctx: &PageContext, loan: Option<MyLoan>) -> impl IntoView + use<> {
    let words = &text(ctx.lang).account.loan;
    let body = match loan {
        Some(loan) => details(ctx.lang, &loan).into_any(),
        None => view! { <EmptyState title=words.none><a href="/loan">{words.none_help}</a></EmptyState> }
            .into_any(),
    };
    let body = view! {
        <BackLink href="/account" lang=ctx.lang/>
        <h1>{words.title}</h1>
        {body}
    };
    document(ctx, Head::new(words.title).noindex(), body)
}

fn details(lang: Lang, loan: &MyLoan) -> impl IntoView + use<> {
    let (words, format) = (&text(lang).account.loan, &text(lang).format);
    let overdue = (loan.overdue > Fen::ZERO).then(|| {
        let title = (words.overdue)(&format.yuan(loan.overdue));
        view! { <Banner kind=BannerKind::Caution title><p>{words.overdue_help}</p></Banner> }
    });
    let settled = loan
        .settled_on
        .map(|day| view! { <p>{(words.settled)(&format.date(day))}</p> });
    let parts = vec![
        BarPart {
            label: words.repaid.into(),
            amount: loan.repaid,
        },
        BarPart {
            label: words.outstanding.into(),
            amount: loan.balance,
        },
    ];
    let (months, balance) = (loan.months, loan.balance);
    let next = loan.next.map(|next| next_instalment(lang, next, months));
    let (facts, older) = (facts(lang, loan), loan.older.clone());
    let lines = loan.lines.iter().map(|line| row(lang, line)).collect_view();
    view! {
        {overdue}
        <MoneyFigure label=words.balance amount=balance lang/>
        {settled}
        {next}
        <StackedBar parts lang/>
        <Details summary=words.other_facts><SummaryList rows=facts/></Details>
        <p><a href=paths::EXISTING>{words.to_replay}</a></p>
        <h2>{words.ledger}</h2>
        <ul class="ledger">{lines}</ul>
        <Pager older lang/>
    }
}

fn next_instalment(lang: Lang, next: NextInstalment, months: u16) -> impl IntoView + use<> {
    let (words, format) = (&text(lang).account.loan, &text(lang).format);
    let amount = format.yuan(next.principal + next.interest);
    let parts = (words.next_parts)(&next.principal.grouped(), &next.interest.grouped());
    view! {
        <p>
            <b>{(words.next)(&format.date(next.due_on), &amount)}</b>
            <span class="soft block">{parts}</span>
        </p>
        <p>{(words.progress)(next.number.saturating_sub(1), months)}</p>
    }
}

fn facts(lang: Lang, loan: &MyLoan) -> Vec<SummaryRow> {
    let (words, format) = (&text(lang).account.loan, &text(lang).format);
    vec![
        SummaryRow::new(words.principal, format.yuan(loan.principal)),
        SummaryRow::new(words.rate, format!("{}%", loan.rate)),
        SummaryRow::new(words.method, loan.method.worded(lang)),
        SummaryRow::new(words.granted_on, format.date(loan.granted_on)),
        SummaryRow::new(words.matures_on, format.date(loan.matures_on)),
        SummaryRow::new(words.interest_paid, format.yuan(loan.interest_paid)),
        SummaryRow::new(words.prepaid, format.yuan(loan.prepaid)),
        SummaryRow::new(words.contract, loan.contract_no.clone()),
    ]
}

fn row(lang: Lang, line: &LoanLedgerLine) -> impl IntoView + use<> {
    let (words, format) = (&text(lang).account.loan, &text(lang).format);
    let parts = (line.interest > Fen::ZERO)
        .then(|| (words.entry_parts)(&line.principal.grouped(), &line.interest.grouped()));
    let penalty =
        (line.penalty > Fen::ZERO).then(|| format!(" {}", (words.penalty)(&line.penalty.grouped())));
    view! {
        <li>
            <span class="ledger-kind">{line.kind.worded(lang)}</span>
            <span class="ledger-amount num">{line.amount.grouped()}</span>
            <span class="soft">{format.date(line.date)}</span>
            <span class="soft num">{parts}{penalty}</span>
        </li>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, date, html, in_each_language};

    fn loan() -> MyLoan {
        MyLoan {
            balance: Fen::new(29_904_565),
            principal: Fen::from_yuan(300_000),
            repaid: Fen::new(95_435),
            prepaid: Fen::ZERO,
            interest_paid: Fen::new(65_000),
            next: Some(NextInstalment {
                number: 2,
                due_on: date(2026, 12, 20),
                principal: Fen::new(95_642),
                interest: Fen::new(64_793),
            }),
            settled_on: None,
            overdue: Fen::ZERO,
            months: 240,
            granted_on: date(2026, 10, 20),
            matures_on: date(2046, 10, 20),
            rate: "2.60".into(),
            method: LoanMethod::LevelPayment,
            contract_no: "HT2026000001".into(),
            lines: vec![LoanLedgerLine {
                date: date(2026, 11, 20),
                kind: LoanEntryKind::Repayment,
                amount: Fen::new(160_435),
                principal: Fen::new(95_435),
                interest: Fen::new(65_000),
                penalty: Fen::ZERO,
            }],
            older: None,
        }
    }

    #[test]
    fn what_is_owed_comes_first() {
        let [chinese, english] = in_each_language(|ctx| page(ctx, Some(loan())));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("what_is_owed_comes_first_en", english);
    }

    #[test]
    fn overdue_is_named_with_what_to_do() {
        let late = MyLoan {
            overdue: Fen::new(160_435),
            ..loan()
        };
        let [chinese, english] = in_each_language(|ctx| page(ctx, Some(late.clone())));
        assert!(chinese.contains("1,604.35 元 逾期没还") && chinese.contains("征信"));
        assert!(english.contains("1,604.35 yuan is overdue") && english.contains("credit record (征信)"));
    }

    #[test]
    fn without_a_loan_the_page_leads_to_the_estimate() {
        assert!(html(|| page(&context(), None)).contains(r#"href="/loan""#));
    }

    #[test]
    fn every_kind_and_way_has_its_words_in_each_language() {
        let line = |&kind| LoanLedgerLine {
            kind,
            penalty: Fen::new(1_234),
            ..loan().lines.remove(0)
        };
        for &method in LoanMethod::ALL {
            let [chinese, english] = in_each_language(|ctx| {
                let settled = MyLoan {
                    method,
                    lines: LoanEntryKind::ALL.iter().map(line).collect(),
                    next: None,
                    settled_on: Some(date(2026, 11, 20)),
                    ..loan()
                };
                page(ctx, Some(settled))
            });
            assert!(
                chinese.contains(&method.worded(Lang::ZhCn)) && chinese.contains("已于 2026年11月20日结清")
            );
            assert!(
                english.contains(&method.worded(Lang::En))
                    && english.contains("Paid off on 20 November 2026")
                    && english.contains("Penalty interest 12.34"),
                "{english}"
            );
        }
    }
}
