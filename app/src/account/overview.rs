//! `/account`: the balance first, then what it rests on, then the ways onward.

use chrono::NaiveDate;
use fund::{money::Fen, records::AccountStatus};
use leptos::prelude::*;

use crate::{
    components::{
        Banner, BannerKind, Button, ButtonKind, Details, EmptyState, LinkItem, LinkList, Local, MoneyFigure,
        PostForm, SummaryList, SummaryRow,
    },
    shell::{Head, PageContext, document},
    text::{self, Lang, Worded as _, account::Account as Words, text},
};

/// What about an account a person must know or do something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// The employer has not paid for the last months.
    EmployerBehind,
    /// Nobody contributes at present.
    Sealed,
    /// A court has frozen it.
    Frozen,
    /// It was closed.
    Closed,
}

/// A member's account.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Number of the account.
    pub account_no: String,
    /// Balance: `carried_over + this_year`.
    pub balance: Fen,
    /// Part carried over at the last 30 June.
    pub carried_over: Fen,
    /// Part collected since.
    pub this_year: Fen,
    /// The present calendar year, and what was contributed in it.
    pub contributed: (i32, Fen),
    /// The member's monthly contribution.
    pub member_monthly: Fen,
    /// The employer's monthly contribution.
    pub employer_monthly: Fen,
    /// Contribution base.
    pub base: Fen,
    /// The status by the data standard.
    pub status: AccountStatus,
    /// What the person must know or do about it; mostly nothing.
    pub concern: Option<Concern>,
    /// The employer.
    pub employer: String,
    /// First day of the last month paid for.
    pub paid_until: Option<NaiveDate>,
    /// Months contributed, and how many of the latest without a gap.
    pub months: (usize, usize),
    /// When the account was opened.
    pub opened_on: NaiveDate,
    /// The person's other accounts, which nothing is contributed to; mostly none.
    pub others: Vec<OtherAccount>,
}

/// An account beside the one in use.
#[derive(Clone, Debug)]
pub struct OtherAccount {
    /// Number of the account.
    pub account_no: String,
    /// Balance.
    pub balance: Fen,
    /// The status by the data standard.
    pub status: AccountStatus,
    /// The employer it was opened for.
    pub employer: String,
}

impl Overview {
    /// The balances of all accounts.
    fn total_balance(&self) -> Fen {
        self.balance + self.others.iter().map(|other| other.balance).sum::<Fen>()
    }
}

/// The account page; without an account it says what to do.
pub fn page(ctx: &PageContext, overview: Option<Overview>) -> impl IntoView + use<> {
    let words = &text(ctx.lang).account.account;
    let body = if let Some(overview) = overview {
        account(ctx.lang, overview).into_any()
    } else {
        let (title, help) = words.none;
        view! { <EmptyState title><p>{help}</p></EmptyState> }.into_any()
    };
    let body = view! {
        <h1>{words.title}</h1>
        {body}
        <PostForm action="/signout" token=ctx.form_token.clone()>
            <Button kind=ButtonKind::Secondary>{words.sign_out}</Button>
        </PostForm>
    };
    document(ctx, Head::new(words.title).noindex(), body)
}

/// The balance; of several accounts their sum, then each with what it counts for.
fn balances(lang: Lang, overview: &Overview) -> AnyView {
    let words = &text(lang).account.account;
    if overview.others.is_empty() {
        return view! { <MoneyFigure label=words.balance amount=overview.balance lang/> }.into_any();
    }
    let line = |place: usize, number: &str, status: AccountStatus, employer: &str, balance, counts| {
        let which = text::Local::from(format!("{number} · {} · ", status.worded(lang)));
        let which = which.then(text::Local::chinese(lang, employer));
        let ledger = format!("/account/ledger?account={place}");
        view! {
            <li>
                <b class="num">{text(lang).format.yuan(balance)}</b>
                <span class="block"><Local text=which/></span>
                <span class="soft block">{counts}</span>
                <a href=ledger>{words.its_ledger}</a>
            </li>
        }
    };
    let in_use = line(
        1,
        &overview.account_no,
        overview.status,
        &overview.employer,
        overview.balance,
        words.in_use_counts,
    );
    let others = (2..).zip(&overview.others).map(|(place, other)| {
        line(
            place,
            &other.account_no,
            other.status,
            &other.employer,
            other.balance,
            words.not_in_use_counts,
        )
    });
    let count = overview.others.len() + 1;
    view! {
        <MoneyFigure label=(words.total_balance)(count) amount=overview.total_balance() lang/>
        <h2>{words.accounts}</h2>
        <ul class="plain">{in_use}{others.collect_view()}</ul>
        <h2>{words.in_use}</h2>
    }
    .into_any()
}

fn account(lang: Lang, overview: Overview) -> impl IntoView + use<> {
    let words = &text(lang).account.account;
    let balances = balances(lang, &overview);
    let (first, other) = facts(lang, &overview);
    let onward = [
        ("/account/ledger", words.to_ledger),
        ("/account/loan", words.to_loan),
        ("/loan", words.to_estimate),
        ("/visit/mine", words.to_visit),
        ("/account/me", words.to_me),
    ];
    let items = onward
        .map(|(href, (title, hint))| LinkItem::new(href, title).hint(hint))
        .into();
    view! {
        {overview.concern.map(|concern| advice(words, concern))}
        {balances}
        <SummaryList rows=first/>
        <Details summary=words.other_facts><SummaryList rows=other/></Details>
        <LinkList items/>
    }
}

/// The facts of the account in use: those that are shown at once, and those that are closed until asked for.
fn facts(lang: Lang, overview: &Overview) -> (Vec<SummaryRow>, Vec<SummaryRow>) {
    let (words, format) = (&text(lang).account.account, &text(lang).format);
    let (year, contributed) = overview.contributed;
    let monthly = format.yuan(overview.member_monthly + overview.employer_monthly);
    let shares = (words.monthly_shares)(
        &overview.member_monthly.grouped(),
        &overview.employer_monthly.grouped(),
    );
    let (all, continuous) = overview.months;
    let paid_until = overview
        .paid_until
        .map_or_else(|| words.never_paid.to_owned(), |month| format.month(month));
    let employer = text::Local::chinese(lang, &overview.employer);
    let first = vec![
        SummaryRow::new((words.contributed)(year), format.yuan(contributed)),
        SummaryRow::new(
            words.monthly,
            view! { {monthly} <span class="soft block">{shares}</span> },
        ),
        SummaryRow::new(words.paid_until, paid_until),
        SummaryRow::new(words.months, (words.months_counted)(all, continuous)),
        SummaryRow::new(words.employer, view! { <Local text=employer/> }),
        SummaryRow::new(words.status, overview.status.worded(lang)),
    ];
    let other = vec![
        SummaryRow::new(words.carried_over, format.yuan(overview.carried_over)),
        SummaryRow::new(words.this_year, format.yuan(overview.this_year)),
        SummaryRow::new(words.base, format.yuan(overview.base)),
        SummaryRow::new(words.opened_on, format.date(overview.opened_on)),
        SummaryRow::new(words.account_no, overview.account_no.clone()),
    ];
    (first, other)
}

fn advice(words: &'static Words, concern: Concern) -> impl IntoView + use<> {
    let (title, help) = match concern {
        Concern::EmployerBehind => words.employer_behind,
        Concern::Sealed => words.sealed,
        Concern::Frozen => words.frozen,
        Concern::Closed => words.closed,
    };
    view! { <Banner kind=BannerKind::Caution title=title><p>{help}</p></Banner> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, date, html, in_each_language};

    fn overview(status: AccountStatus, concern: Option<Concern>) -> Overview {
        Overview {
            account_no: "100000000001".into(),
            balance: Fen::new(2_880_000),
            carried_over: Fen::new(2_400_000),
            this_year: Fen::new(480_000),
            contributed: (2026, Fen::new(1_056_000)),
            member_monthly: Fen::new(48_000),
            employer_monthly: Fen::new(48_000),
            base: Fen::new(600_000),
            status,
            concern,
            employer: "实验小学".into(),
            paid_until: Some(date(2026, 11, 1)),
            months: (30, 30),
            opened_on: date(2024, 1, 10),
            others: Vec::new(),
        }
    }

    #[test]
    fn an_account_beside_the_one_in_use_is_shown_with_its_balance() {
        let [chinese, english] = in_each_language(|ctx| {
            let several = Overview {
                others: vec![OtherAccount {
                    account_no: "100000000009".into(),
                    balance: Fen::new(1_234_567),
                    status: AccountStatus::Sealed,
                    employer: "温泉机械厂".into(),
                }],
                ..overview(AccountStatus::Normal, None)
            };
            page(ctx, Some(several))
        });
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!(
            "an_account_beside_the_one_in_use_is_shown_with_its_balance_en",
            english
        );
    }

    #[test]
    fn the_balance_comes_first() {
        let [chinese, english] =
            in_each_language(|ctx| page(ctx, Some(overview(AccountStatus::Normal, None))));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("the_balance_comes_first_en", english);
    }

    #[test]
    fn each_concern_says_what_to_do() {
        for (status, concern, word, english_word) in [
            (
                AccountStatus::Normal,
                Concern::EmployerBehind,
                "催缴",
                "Ask the person at work",
            ),
            (
                AccountStatus::Sealed,
                Concern::Sealed,
                "启封",
                "reactivate the account (启封)",
            ),
            (AccountStatus::Frozen, Concern::Frozen, "法院", "a court"),
            (AccountStatus::Merged, Concern::Closed, "已销户", "closed (销户)"),
        ] {
            let [chinese, english] = in_each_language(|ctx| page(ctx, Some(overview(status, Some(concern)))));
            assert!(chinese.contains(word), "{chinese}");
            assert!(english.contains(english_word), "{english}");
        }
    }

    #[test]
    fn every_status_has_its_words_in_each_language() {
        for &status in AccountStatus::ALL {
            let [chinese, english] = in_each_language(|ctx| page(ctx, Some(overview(status, None))));
            assert!(chinese.contains(&status.worded(Lang::ZhCn)), "{chinese}");
            assert!(english.contains(&status.worded(Lang::En)), "{english}");
        }
    }

    #[test]
    fn somebody_without_an_account_learns_what_to_do() {
        let html = html(|| page(&context(), None));
        assert!(html.contains("这里没有您的缴存账户") && html.contains("退出登录"));
        let [_, english] = in_each_language(|ctx| page(ctx, None));
        assert!(english.contains("You have no account here") && english.contains("Sign out"));
    }
}
