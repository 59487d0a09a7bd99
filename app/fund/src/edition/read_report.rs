//! A report from its TOML file.

use super::problem::Problem;
use super::report::{Figure, Practice, Report};
use super::toml_file::{Located, TomlFile};
use crate::bilingual::fault_of_english;

pub(super) fn report(name: &str, text: &str) -> (Option<Report>, Vec<Problem>) {
    match TomlFile::new(name, text) {
        Ok(mut file) => (read(&mut file), file.finish()),
        Err(problems) => (None, problems),
    }
}

fn read(file: &mut TomlFile<'_>) -> Option<Report> {
    let (title, title_en) = (file.take_text("title"), file.take_english("title_en"));
    let (source, source_en) = (file.take_text("source"), file.take_english("source_en"));
    let (from, to, verified) = (file.take("from"), file.take("to"), file.take("verified"));
    let figures = file.take_list::<Figure>("figures");
    let practices = file.take_list::<Practice>("practices");
    check_figures(file, &figures);
    for Located { line, value } in &practices {
        if let Some(fault) = fault_of_english([&value.title_en, &value.text_en]) {
            file.refuse(*line, fault);
        }
    }
    if from > to && to.is_some() {
        file.refuse_all("`to` must not be before `from`");
    }
    Some(Report {
        title: title?,
        title_en,
        source: source?,
        source_en,
        from: from?,
        to: to?,
        verified: verified?,
        figures: figures.into_iter().map(|figure| figure.value).collect(),
        practices: practices.into_iter().map(|practice| practice.value).collect(),
    })
}

fn check_figures(file: &mut TomlFile<'_>, figures: &[Located<Figure>]) {
    for (index, Located { line, value }) in figures.iter().enumerate() {
        let same = |earlier: &&Located<Figure>| {
            (&earlier.value.code, earlier.value.scope) == (&value.code, value.scope)
        };
        if let Some(first) = figures[..index].iter().find(same) {
            let (code, scope) = (&value.code, value.scope.code());
            file.refuse(
                *line,
                format!("{code} for {scope} stands on line {} already", first.line),
            );
        }
        if value.amount.is_none() && value.count.is_none() {
            file.refuse(*line, "amount or count must be given");
        }
        if value.task_done.is_some() && value.task.is_none() {
            file.refuse(*line, "task_done needs task");
        }
        if value.note_en.is_some() && value.note.is_empty() {
            file.refuse(*line, "note_en needs note");
        }
        if let Some(fault) = fault_of_english([&value.label_en, &value.note_en]) {
            file.refuse(*line, fault);
        }
    }
}
