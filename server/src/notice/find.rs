//! Finding a service by what people call it.

use fund::bilingual::Bilingual;
use fund::notice::{AnswerText, Flow};

/// Matches in the title count most, then who may apply, then anything asked or listed.
const IN_TITLE: usize = 100;
const IN_AUDIENCE: usize = 50;
const ELSEWHERE: usize = 20;

/// The flows that fit what was typed, best first; all of them when nothing was. Every word must be found; one that
/// stands nowhere as a whole ("我要租房") is looked for by its pairs of characters.
pub(super) fn find<'a>(flows: &'a [Flow], typed: &str) -> Vec<&'a Flow> {
    let typed = typed.to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut found: Vec<_> = flows
        .iter()
        .filter_map(|flow| Some((score(flow, &words)?, flow)))
        .collect();
    // A stable sort: equal ones stay in the centre's order.
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, flow)| flow).collect()
}

/// How well a flow fits; `None` when a word is not found.
fn score(flow: &Flow, words: &[&str]) -> Option<usize> {
    let title = both(&flow.title).to_lowercase();
    let audience = both(&flow.audience).to_lowercase();
    let rest = rest(flow);
    words.iter().try_fold(0, |sum, word| {
        let score = if title.contains(word) {
            IN_TITLE
        } else if audience.contains(word) {
            IN_AUDIENCE
        } else if rest.contains(word) {
            ELSEWHERE
        } else {
            pairs(word)
                .filter(|pair| title.contains(pair) || audience.contains(pair))
                .count()
        };
        (score > 0).then_some(sum + score)
    })
}

/// Each two neighbouring characters.
fn pairs(word: &str) -> impl Iterator<Item = &str> {
    let starts = word.char_indices().map(|(at, _)| at);
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1);
    starts.zip(ends).filter_map(|(from, to)| word.get(from..to))
}

/// A text in both languages: people search in the one they read, or in that of the paper before them.
fn both(text: &Bilingual) -> String {
    format!("{}\n{}\n", text.zh(), text.en().unwrap_or_default())
}

/// Everything a flow says beside its title and audience.
fn rest(flow: &Flow) -> String {
    let mut text = String::new();
    for question in &flow.questions {
        text.push_str(&both(&question.text));
        for option in question.options() {
            if let AnswerText::Words(label) = option.label {
                text.push_str(&both(&label));
            }
        }
    }
    for item in &flow.items {
        text.push_str(&both(&item.paper.name));
    }
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<String> {
        let edition = crate::policy::load(None).unwrap();
        let flows = find(&edition.flows, typed);
        flows.into_iter().map(|flow| flow.code.clone()).collect()
    }

    #[test]
    fn people_find_the_service_by_their_own_words() {
        assert_eq!(found("租房")[0], "rent_withdrawal");
        assert_eq!(found("我要租房")[0], "rent_withdrawal");
        assert_eq!(found(" 贷款 新房 ")[0], "new_home_loan");
        assert_eq!(found("提取 购房")[0], "purchase_withdrawal");
        assert_eq!(found("公租房"), ["rent_withdrawal"], "by an option's words");
        assert_eq!(found("").len(), 3);
        assert_eq!(found("护照"), [""; 0]);
        assert_eq!(found("Rent")[0], "rent_withdrawal");
        assert_eq!(found("loan new home")[0], "new_home_loan");
    }
}
