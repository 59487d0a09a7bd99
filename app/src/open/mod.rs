//! `/open`: public information. The rules in force, and what the centre reported, in figures with their source.

mod bars;

use fund::edition::{Figure, Meta, Report, Scope, hundred_millions};
use leptos::prelude::*;

use self::bars::{Bar, Bars};
use crate::{
    components::{LinkItem, LinkList, SummaryList, SummaryRow, Tag, TagKind},
    shell::{Head, PageContext, document},
    text::{format, open::Text as Words, text},
};

/// What is published.
#[derive(Clone, Debug)]
pub struct Published {
    /// Whose rules are in force.
    pub meta: Meta,
    /// What the centre reported.
    pub reports: Vec<Report>,
}

/// The public information page.
pub fn page(ctx: &PageContext, published: Published) -> impl IntoView + use<> {
    let words = &text(ctx.lang).open;
    let links = [("/loan/rates", words.to_rates), ("/notice", words.to_notices)];
    let items = links
        .map(|(href, (title, hint))| LinkItem::new(href, title).hint(hint))
        .into();
    let Published { meta, reports } = published;
    let label = meta.unverified_label.clone();
    let reports = reports
        .into_iter()
        .map(|it| report(words, it, &label))
        .collect_view();
    let body = view! {
        <h1>{words.name}</h1>
        <p>{(words.intro)(&ctx.centre.name)}</p>
        <LinkList items/>
        {reports}
        {rules(words, meta)}
    };
    document(ctx, Head::new(words.name), body)
}

fn rules(words: &'static Words, meta: Meta) -> impl IntoView + use<> {
    let rows = vec![
        SummaryRow::new(
            words.edition_name,
            view! { {meta.name}{unverified(meta.verified, &meta.unverified_label)} },
        ),
        SummaryRow::new(words.document, meta.document),
        SummaryRow::new(words.issuer, meta.issuer),
        SummaryRow::new(words.effective_from, format::date(meta.effective_from)),
        SummaryRow::new(words.rates_known_until, format::date(meta.rates_known_until)),
    ];
    view! {
        <h2>{words.edition}</h2>
        <SummaryList rows/>
    }
}

fn unverified(verified: bool, label: &str) -> Option<impl IntoView + use<>> {
    let label = label.to_owned();
    (!verified).then(|| view! { " "<Tag kind=TagKind::Caution>{label}</Tag> })
}

fn report(words: &'static Words, report: Report, label: &str) -> impl IntoView + use<> {
    let practices = report
        .practices
        .into_iter()
        .map(|practice| SummaryRow::new(practice.title, practice.text))
        .collect();
    let figures = report.figures;
    let rows = figures.iter().map(|figure| row(words, figure)).collect_view();
    let [item, scope, amount, growth, task] = words.heads;
    view! {
        <section>
            <h2>{report.title}</h2>
            <p class="soft">{(words.source)(&report.source)}{unverified(report.verified, label)}</p>
            <Bars label=words.chart bars=bars(&figures) sentence=sentence(&figures)/>
            <table class="stack">
                <caption>{words.table}</caption>
                <thead>
                    <tr>
                        <th scope="col">{item}</th>
                        <th scope="col">{scope}</th>
                        <th scope="col" class="amount">{amount}</th>
                        <th scope="col">{growth}</th>
                        <th scope="col">{task}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <h3>{words.practices}</h3>
            <SummaryList rows=practices/>
        </section>
    }
}

/// The main figures: those that are compared with the year before.
fn main_figures(figures: &[Figure]) -> impl Iterator<Item = &Figure> {
    figures.iter().filter(|figure| figure.growth.is_some())
}

fn bars(figures: &[Figure]) -> Vec<Bar> {
    main_figures(figures)
        .filter_map(|figure| {
            let amount = figure.amount?;
            Some(Bar {
                label: format!("{} {}", figure.scope.label(), figure.label),
                figure: hundred_millions(amount),
                amount,
                second: figure.scope == Scope::CityProper,
            })
        })
        .collect()
}

/// The chart in words.
fn sentence(figures: &[Figure]) -> String {
    let parts: Vec<_> = main_figures(figures)
        .filter_map(|figure| {
            let amount = hundred_millions(figure.amount?);
            Some(format!("{}{} {amount}", figure.scope.label(), figure.label))
        })
        .collect();
    format!("{}。", parts.join("，"))
}

fn row(words: &'static Words, figure: &Figure) -> impl IntoView + use<> {
    let shares = figure
        .share_of_count
        .zip(figure.share_of_amount)
        .map(|(count, amount)| (words.shares)(&count.to_string(), &amount.to_string()));
    let remark = [figure.count.map(words.count), shares, Some(figure.note.clone())];
    let remark: Vec<_> = remark
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    let remark = (!remark.is_empty()).then(|| view! { <span class="soft block">{remark.join("，")}</span> });
    let amount = figure.amount.map(hundred_millions);
    let before = figure.year_before.map(hundred_millions);
    let growth = figure
        .growth
        .map(|growth| (words.growth)(&growth.to_string(), before.as_deref()));
    let task = figure
        .task_done
        .zip(figure.task)
        .map(|(done, task)| (words.task)(&done.to_string(), &hundred_millions(task)));
    let or_nothing = |text: Option<String>| text.unwrap_or_else(|| words.nothing.to_owned());
    let [_, scope, amount_head, growth_head, task_head] = words.heads;
    view! {
        <tr>
            <th scope="row"><span>{figure.label.clone()}{remark}</span></th>
            <td data-label=scope>{figure.scope.label()}</td>
            <td data-label=amount_head class="amount">{or_nothing(amount)}</td>
            <td data-label=growth_head class="num">{or_nothing(growth)}</td>
            <td data-label=task_head class="num">{or_nothing(task)}</td>
        </tr>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use fund::{edition::Practice, money::Fen};

    use super::*;
    use crate::testing::{context, date, html, main_of};

    fn figure(scope: Scope, amount: i64) -> Figure {
        Figure {
            code: "collected".into(),
            label: "归集住房公积金".into(),
            scope,
            amount: Some(Fen::from_yuan(amount)),
            count: None,
            year_before: None,
            growth: "33.67".parse().ok(),
            task: Some(Fen::from_yuan(1_200_000_000)),
            task_done: "88.17".parse().ok(),
            share_of_count: None,
            share_of_amount: None,
            note: String::new(),
        }
    }

    fn published() -> Published {
        let loans = Figure {
            code: "entrepreneurship_housing".into(),
            label: "大众创业安居贷".into(),
            count: Some(749),
            growth: None,
            task: None,
            share_of_count: "43.55".parse().ok(),
            share_of_amount: "42.68".parse().ok(),
            ..figure(Scope::CityProper, 172_000_000)
        };
        let fell = Figure {
            growth: "-5.5".parse().ok(),
            year_before: Some(Fen::from_yuan(369_000_000)),
            ..figure(Scope::CityProper, 349_000_000)
        };
        Published {
            meta: Meta {
                name: "示例政策版本".into(),
                centre: "咸宁市住房公积金管理中心".into(),
                short_name: "咸宁公积金".into(),
                hotline: "12329".into(),
                slip_prefix: "XN".into(),
                slip_days: std::num::NonZeroU8::MIN,
                issuer: "演示数据".into(),
                document: "示例参数".into(),
                effective_from: date(2025, 1, 1),
                verified: false,
                unverified_label: "示例参数，以中心公布为准".into(),
                rates_known_until: date(2025, 5, 20),
                reports: Vec::new(),
            },
            reports: vec![Report {
                title: "2016 年 1—9 月工作情况".into(),
                source: "2016 年工作报告".into(),
                from: date(2016, 1, 1),
                to: date(2016, 9, 30),
                verified: true,
                figures: vec![figure(Scope::WholeCity, 1_058_000_000), fell, loans],
                practices: vec![Practice {
                    title: "服务承诺".into(),
                    text: "实行一次性告知制。".into(),
                }],
            }],
        }
    }

    #[test]
    fn figures_stand_in_words_as_a_chart_and_as_a_table() {
        insta::assert_snapshot!(main_of(&html(|| page(&context(), published()))));
    }
}
