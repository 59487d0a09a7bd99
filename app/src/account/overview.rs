//! `/account`: the balance first, then what it rests on, then the ways onward.

use chrono::NaiveDate;
use fund::money::Fen;
use leptos::prelude::*;

use crate::{
    components::{
        Banner, BannerKind, Button, ButtonKind, Details, EmptyState, LinkItem, LinkList, MoneyFigure,
        PostForm, SummaryList, SummaryRow,
    },
    shell::{Head, PageContext, document},
    text::{account::Account as Words, format, text},
};

/// How an account stands, as far as a person must do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Contributions come in.
    InOrder,
    /// The employer has not paid for the last months.
    Behind,
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
    /// The status by the data standard, in Chinese.
    pub status: String,
    /// What that means for the person.
    pub standing: Standing,
    /// The employer.
    pub employer: String,
    /// First day of the last month paid for.
    pub paid_until: Option<NaiveDate>,
    /// Months contributed, and how many of the latest without a gap.
    pub months: (usize, usize),
    /// When the account was opened.
    pub opened_on: NaiveDate,
    /// The person's other accounts, which nothing is contributed to; mostly none.
    pub others: Vec<Beside>,
}

/// An account beside the one in use.
#[derive(Clone, Debug)]
pub struct Beside {
    /// Number of the account.
    pub account_no: String,
    /// Balance.
    pub balance: Fen,
    /// The status by the data standard, in Chinese.
    pub status: String,
    /// The employer it was opened for.
    pub employer: String,
}

impl Overview {
    /// The balances of all accounts.
    fn together(&self) -> Fen {
        self.balance + self.others.iter().map(|other| other.balance).sum::<Fen>()
    }
}

/// The account page; without an account it says what to do.
pub fn page(ctx: &PageContext, overview: Option<Overview>) -> impl IntoView + use<> {
    let words = &text(ctx.lang).account.account;
    let body = if let Some(overview) = overview {
        account(words, overview).into_any()
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
fn balances(words: &'static Words, overview: &Overview) -> AnyView {
    if overview.others.is_empty() {
        return view! { <MoneyFigure label=words.balance amount=overview.balance/> }.into_any();
    }
    let line = |place: usize, number: &str, status: &str, employer: &str, balance, counts| {
        let which = (words.which)(number, status, employer);
        let ledger = format!("/account/ledger?account={place}");
        view! {
            <li>
                <b class="num">{format::yuan(balance)}</b>
                <span class="block">{which}</span>
                <span class="soft block">{counts}</span>
                <a href=ledger>{words.its_ledger}</a>
            </li>
        }
    };
    let in_use = line(
        1,
        &overview.account_no,
        &overview.status,
        &overview.employer,
        overview.balance,
        words.in_use,
    );
    let others = (2..).zip(&overview.others).map(|(place, other)| {
        line(
            place,
            &other.account_no,
            &other.status,
            &other.employer,
            other.balance,
            words.beside,
        )
    });
    let count = overview.others.len() + 1;
    view! {
        <MoneyFigure label=(words.together)(count) amount=overview.together()/>
        <h2>{words.accounts}</h2>
        <ul class="plain">{in_use}{others.collect_view()}</ul>
        <h2>{words.of_in_use}</h2>
    }
    .into_any()
}

fn account(words: &'static Words, overview: Overview) -> impl IntoView + use<> {
    let balances = balances(words, &overview);
    let (year, contributed) = overview.contributed;
    let monthly = format::yuan(overview.member_monthly + overview.employer_monthly);
    let halves = (words.halves)(
        &overview.member_monthly.grouped(),
        &overview.employer_monthly.grouped(),
    );
    let (all, continuous) = overview.months;
    let paid_until = overview
        .paid_until
        .map_or_else(|| words.never_paid.to_owned(), format::month);
    let first = vec![
        SummaryRow::new((words.contributed)(year), format::yuan(contributed)),
        SummaryRow::new(
            words.monthly,
            view! { {monthly} <span class="soft block">{halves}</span> },
        ),
        SummaryRow::new(words.paid_until, paid_until),
        SummaryRow::new(words.months, (words.months_counted)(all, continuous)),
        SummaryRow::new(words.employer, overview.employer),
        SummaryRow::new(words.status, overview.status),
    ];
    let more = vec![
        SummaryRow::new(words.carried_over, format::yuan(overview.carried_over)),
        SummaryRow::new(words.this_year, format::yuan(overview.this_year)),
        SummaryRow::new(words.base, format::yuan(overview.base)),
        SummaryRow::new(words.opened_on, format::date(overview.opened_on)),
        SummaryRow::new(words.account_no, overview.account_no),
    ];
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
        {advice(words, overview.standing)}
        {balances}
        <SummaryList rows=first/>
        <Details summary=words.more><SummaryList rows=more/></Details>
        <LinkList items/>
    }
}

fn advice(words: &'static Words, standing: Standing) -> Option<impl IntoView + use<>> {
    let (title, help) = match standing {
        Standing::InOrder => return None,
        Standing::Behind => words.behind,
        Standing::Sealed => words.sealed,
        Standing::Frozen => words.frozen,
        Standing::Closed => words.closed,
    };
    Some(view! { <Banner kind=BannerKind::Caution title=title><p>{help}</p></Banner> })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::{context, date, html, main_of};

    fn overview(standing: Standing) -> Overview {
        Overview {
            account_no: "100000000001".into(),
            balance: Fen::new(2_880_000),
            carried_over: Fen::new(2_400_000),
            this_year: Fen::new(480_000),
            contributed: (2026, Fen::new(1_056_000)),
            member_monthly: Fen::new(48_000),
            employer_monthly: Fen::new(48_000),
            base: Fen::new(600_000),
            status: "正常".into(),
            standing,
            employer: "实验小学".into(),
            paid_until: Some(date(2026, 11, 1)),
            months: (30, 30),
            opened_on: date(2024, 1, 10),
            others: Vec::new(),
        }
    }

    #[test]
    fn an_account_beside_the_one_in_use_is_shown_with_its_balance() {
        let several = Overview {
            others: vec![Beside {
                account_no: "100000000009".into(),
                balance: Fen::new(1_234_567),
                status: "封存".into(),
                employer: "温泉机械厂".into(),
            }],
            ..overview(Standing::InOrder)
        };
        let html = html(|| page(&context(), Some(several)));
        insta::assert_snapshot!(main_of(&html));
    }

    #[test]
    fn the_balance_comes_first() {
        let html = html(|| page(&context(), Some(overview(Standing::InOrder))));
        insta::assert_snapshot!(main_of(&html));
    }

    #[test]
    fn each_standing_that_needs_something_says_what() {
        for (standing, word) in [
            (Standing::Behind, "催缴"),
            (Standing::Sealed, "启封"),
            (Standing::Frozen, "法院"),
            (Standing::Closed, "已销户"),
        ] {
            assert!(html(|| page(&context(), Some(overview(standing)))).contains(word));
        }
    }

    #[test]
    fn somebody_without_an_account_learns_what_to_do() {
        let html = html(|| page(&context(), None));
        assert!(html.contains("这里没有您的缴存账户") && html.contains("退出登录"));
    }
}
