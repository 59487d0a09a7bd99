//! `/open`: public information. The rules in force, and what the centre reported, in figures with their source.

mod bars;

use fund::{
    edition::{Figure, Meta, Report, Scope},
    money::Fen,
};
use leptos::prelude::*;

use self::bars::{Bar, Bars};
use crate::{
    components::{LinkItem, LinkList, Local, SummaryList, SummaryRow, Tag, TagKind},
    shell::{Head, PageContext, document},
    text::{self, Lang, text},
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
    let lang = ctx.lang;
    let words = &text(lang).open;
    let links = [("/loan/rates", words.to_rates), ("/notice", words.to_notices)];
    let items = links
        .map(|(href, (title, hint))| LinkItem::new(href, title).hint(hint))
        .into();
    let Published { meta, reports } = published;
    let intro = words.intro.with_local([ctx.centre.named(lang)]);
    let label = local(lang, &meta.unverified_label, meta.unverified_label_en.as_ref());
    let reports = reports.iter().map(|it| report(lang, it, &label)).collect_view();
    let body = view! {
        <h1>{words.name}</h1>
        <p><Local text=intro/></p>
        <LinkList items/>
        {reports}
        {rules(lang, &meta, &label)}
    };
    document(ctx, Head::new(words.name), body)
}

fn rules(lang: Lang, meta: &Meta, label: &text::Local) -> impl IntoView + use<> {
    let (words, format) = (&text(lang).open, &text(lang).format);
    let shown = |chinese: &str, english: &Option<String>| {
        let text = local(lang, chinese, english.as_ref());
        view! { <Local text/> }
    };
    let rows = vec![
        SummaryRow::new(
            words.edition_name,
            view! { {shown(&meta.name, &meta.name_en)}{unverified(meta.verified, label)} },
        ),
        SummaryRow::new(words.document, shown(&meta.document, &meta.document_en)),
        SummaryRow::new(words.issuer, shown(&meta.issuer, &meta.issuer_en)),
        SummaryRow::new(words.effective_from, format.date(meta.effective_from)),
        SummaryRow::new(words.rates_known_until, format.date(meta.rates_known_until)),
    ];
    view! {
        <h2>{words.edition}</h2>
        <SummaryList rows/>
    }
}

fn local(lang: Lang, chinese: &str, english: Option<&String>) -> text::Local {
    text::Local::of(lang, chinese, english.map(String::as_str))
}

fn unverified(verified: bool, label: &text::Local) -> Option<impl IntoView + use<>> {
    let label = label.clone();
    (!verified).then(|| view! { " "<Tag kind=TagKind::Caution><Local text=label/></Tag> })
}

fn report(lang: Lang, report: &Report, label: &text::Local) -> impl IntoView + use<> {
    let (words, format) = (&text(lang).open, &text(lang).format);
    let practices = report
        .practices
        .iter()
        .map(|practice| {
            let text = local(lang, &practice.text, practice.text_en.as_ref());
            let title = local(lang, &practice.title, practice.title_en.as_ref());
            SummaryRow::new(title, view! { <Local text/> })
        })
        .collect();
    let rows = report
        .figures
        .iter()
        .map(|figure| row(lang, figure))
        .collect_view();
    let [item, scope, amount, growth, task] = words.heads;
    let title = local(lang, &report.title, report.title_en.as_ref());
    let source = format.labelled.with_local([
        words.source.into(),
        local(lang, &report.source, report.source_en.as_ref()),
    ]);
    view! {
        <section>
            <h2><Local text=title/></h2>
            <p class="soft"><Local text=source/>{unverified(report.verified, label)}</p>
            <Bars label=words.chart bars=bars(lang, &report.figures) sentence=sentence(lang, &report.figures)/>
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

/// The main figures, which are those that are compared with the year before: what each is, its amount as people read it, and
/// its amount.
fn main_figures(lang: Lang, figures: &[Figure]) -> impl Iterator<Item = (&Figure, String, Fen)> {
    let compared = figures.iter().filter(|figure| figure.growth.is_some());
    compared.filter_map(move |figure| {
        let amount = figure.amount?;
        Some((figure, (text(lang).open.amount)(amount), amount))
    })
}

fn bars(lang: Lang, figures: &[Figure]) -> Vec<Bar> {
    let words = &text(lang).open;
    main_figures(lang, figures)
        .map(|(figure, written, amount)| Bar {
            label: text::Local::from(format!("{} ", (words.scope)(figure.scope))).then(local(
                lang,
                &figure.label,
                figure.label_en.as_ref(),
            )),
            figure: written,
            amount,
            second: figure.scope == Scope::CityProper,
        })
        .collect()
}

/// The chart in words.
fn sentence(lang: Lang, figures: &[Figure]) -> text::Local {
    let words = &text(lang).open;
    let parts = main_figures(lang, figures).map(|(figure, written, _)| {
        let label = local(lang, &figure.label, figure.label_en.as_ref());
        words
            .scoped_figure
            .with_local([(words.scope)(figure.scope).into(), label, written.into()])
    });
    let joined = parts.reduce(|said, next| text(lang).format.joined.with_local([said, next]));
    joined.unwrap_or_default().then(words.full_stop)
}

fn row(lang: Lang, figure: &Figure) -> impl IntoView + use<> {
    let words = &text(lang).open;
    let amount = figure.amount.map(words.amount);
    let before = figure.year_before.map(words.amount);
    let growth = figure
        .growth
        .map(|growth| (words.growth)(&growth.to_string(), before.as_deref()));
    let task = figure
        .task_done
        .zip(figure.task)
        .map(|(done, task)| (words.task)(&done.to_string(), &(words.amount)(task)));
    let or_nothing = |text: Option<String>| text.unwrap_or_else(|| words.nothing.to_owned());
    let [_, scope, amount_head, growth_head, task_head] = words.heads;
    let label = local(lang, &figure.label, figure.label_en.as_ref());
    view! {
        <tr>
            <th scope="row"><span><Local text=label/>{remark(lang, figure)}</span></th>
            <td data-label=scope>{(words.scope)(figure.scope)}</td>
            <td data-label=amount_head class="amount">{or_nothing(amount)}</td>
            <td data-label=growth_head class="num">{or_nothing(growth)}</td>
            <td data-label=task_head class="num">{or_nothing(task)}</td>
        </tr>
    }
}

/// What else is known of a figure: how many cases, its shares, the report's own remark.
fn remark(lang: Lang, figure: &Figure) -> Option<impl IntoView + use<>> {
    let words = &text(lang).open;
    let shares = figure
        .share_of_count
        .zip(figure.share_of_amount)
        .map(|(count, amount)| (words.shares)(&count.to_string(), &amount.to_string()));
    let note = (!figure.note.is_empty()).then(|| local(lang, &figure.note, figure.note_en.as_ref()));
    let count = figure.count.map(words.count).map(text::Local::from);
    let parts = [count, shares.map(text::Local::from), note];
    let joined = parts
        .into_iter()
        .flatten()
        .reduce(|said, next| text(lang).format.joined.with_local([said, next]))?;
    Some(view! { <span class="soft block"><Local text=joined/></span> })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use fund::edition::Practice;

    use super::*;
    use crate::testing::{date, in_each_language};

    fn figure(scope: Scope, amount: i64) -> Figure {
        Figure {
            code: "collected".into(),
            label: "归集住房公积金".into(),
            label_en: Some("Contributions collected".into()),
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
            note_en: None,
        }
    }

    fn published() -> Published {
        let loans = Figure {
            code: "entrepreneurship_housing".into(),
            label: "大众创业安居贷".into(),
            label_en: None,
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
                name_en: Some("Example rules".into()),
                centre: "咸宁市住房公积金管理中心".into(),
                centre_en: None,
                short_name: "咸宁公积金".into(),
                short_name_en: None,
                hotline: "12329".into(),
                slip_prefix: "XN".into(),
                slip_days: std::num::NonZeroU8::MIN,
                issuer: "演示数据".into(),
                issuer_en: Some("Demonstration data".into()),
                document: "示例参数".into(),
                document_en: None,
                effective_from: date(2025, 1, 1),
                verified: false,
                unverified_label: "示例参数，以中心公布为准".into(),
                unverified_label_en: Some("Example figure".into()),
                rates_known_until: date(2025, 5, 20),
                reports: Vec::new(),
            },
            reports: vec![Report {
                title: "2016 年 1—9 月工作情况".into(),
                title_en: Some("January to September 2016".into()),
                source: "2016 年工作报告".into(),
                source_en: None,
                from: date(2016, 1, 1),
                to: date(2016, 9, 30),
                verified: true,
                figures: vec![figure(Scope::WholeCity, 1_058_000_000), fell, loans],
                practices: vec![Practice {
                    title: "服务承诺".into(),
                    title_en: Some("Service promises".into()),
                    text: "实行一次性告知制。".into(),
                    text_en: None,
                }],
            }],
        }
    }

    #[test]
    fn figures_stand_in_words_as_a_chart_and_as_a_table() {
        let [chinese, english] = in_each_language(|ctx| page(ctx, published()));
        insta::assert_snapshot!(chinese);
        insta::assert_snapshot!("figures_stand_in_words_as_a_chart_and_as_a_table_en", english);
    }
}
