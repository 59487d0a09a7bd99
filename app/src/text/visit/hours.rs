//! Opening hours as people read them.

use fund::visit::{Branch, MonthDay, Period};

use super::{Lang, text};

/// The hours of a branch: each season's, and the Saturday duty's.
pub fn hours(lang: Lang, branch: &Branch) -> String {
    let words = &text(lang).visit.hours;
    let seasons = branch.timetable.seasons.as_slice();
    let working_days = seasons.iter().map(|season| {
        let periods = periods(lang, &season.periods);
        if seasons.len() == 1 {
            return words.working_days.with([&periods]);
        }
        let [from, to] = [season.from, season.to].map(|day| day_of_year(lang, day));
        words.in_season.with([&periods, &from, &to])
    });
    let saturday =
        (!branch.saturday.is_empty()).then(|| words.saturday.with([&periods(lang, &branch.saturday)]));
    let all: Vec<_> = working_days.chain(saturday).collect();
    all.join(words.between)
}

fn periods(lang: Lang, periods: &[Period]) -> String {
    let format = &text(lang).format;
    let spans = periods
        .iter()
        .map(|period| format.span(period.from(), period.to()));
    format.list(&spans.collect::<Vec<_>>())
}

fn day_of_year(lang: Lang, day: MonthDay) -> String {
    let month = text(lang).format.month_of_year(day.month());
    text(lang)
        .visit
        .hours
        .day_of_year
        .with([&day.day().to_string(), month])
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::testing::edition;

    #[test]
    fn hours_read_well_in_each_language() {
        let branch = edition().branch("shizhi").expect("a branch");
        assert_eq!(
            hours(Lang::ZhCn, branch),
            "工作日 8:30–12:00、14:30–17:30（10月1日至5月31日）；工作日 8:30–12:00、15:00–18:00（6月1日至9月30日）；周六 9:00–12:00（部分业务）"
        );
        assert_eq!(
            hours(Lang::En, branch),
            "Working days 8:30 am – 12:00 pm, 2:30 pm – 5:30 pm (1 October to 31 May). \
             Working days 8:30 am – 12:00 pm, 3:00 pm – 6:00 pm (1 June to 30 September). \
             Saturdays 9:00 am – 12:00 pm (some services)"
        );
    }
}
