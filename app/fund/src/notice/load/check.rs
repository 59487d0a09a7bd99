//! What only a walk through the whole flow can tell.

use std::collections::BTreeSet;

use super::Problems;
use super::read::Places;
use crate::notice::condition::{Condition, Facts};
use crate::notice::flow::Flow;
use crate::notice::walk;

/// What came up on some way, by index.
#[derive(Default)]
struct Seen {
    questions: BTreeSet<usize>,
    refusals: BTreeSet<usize>,
    items: BTreeSet<usize>,
    notes: BTreeSet<usize>,
    /// The first way that ends with nothing.
    empty: Option<String>,
}

/// Walks every way and reports what never comes up, what decides nothing, and a way that ends with nothing.
///
/// Dates are tried as of the day the flow comes into force: the verdict must not depend on the day of loading.
pub(super) fn every_way(flow: &Flow, places: &Places, problems: &mut Problems<'_>) {
    let mut seen = Seen::default();
    let walked = walk::every_way(flow, flow.meta.effective_from, &mut |turn| {
        seen.questions.extend(turn.from);
        if turn.to.is_none() {
            seen.end(turn.facts);
        }
    });
    if walked.is_err() {
        problems.add(
            0,
            "the flow has more ways through it than can be checked; split it",
        );
        return;
    }
    seen.report(flow, places, problems);
    unused(flow, places, problems);
}

impl Seen {
    fn end(&mut self, facts: &Facts<'_>) {
        let flow = facts.flow;
        let refused = those(
            flow.refusals
                .iter()
                .map(|refusal| applies(facts, Some(&refusal.when))),
        );
        if !refused.is_empty() {
            self.refusals.extend(refused);
            return;
        }
        let items = those(flow.items.iter().map(|item| applies(facts, item.when.as_ref())));
        let brought = |index: &usize| flow.items.get(*index).is_some_and(|item| !item.fetched_by_centre);
        if self.empty.is_none() && !items.iter().any(brought) {
            self.empty = Some(answered(facts));
        }
        self.items.extend(items);
        self.notes.extend(those(
            flow.notes.iter().map(|note| applies(facts, note.when.as_ref())),
        ));
    }

    fn report(&self, flow: &Flow, places: &Places, problems: &mut Problems<'_>) {
        for (index, at) in places.questions.iter().enumerate() {
            let code = flow.questions.get(index).map_or("", |question| &question.code);
            problems.check(self.questions.contains(&index), *at, || {
                format!("question `{code}` is never asked, or no answer to it is possible")
            });
        }
        let lists = [
            ("refusal", &places.refusals, &self.refusals),
            ("item", &places.items, &self.items),
            ("note", &places.notes, &self.notes),
        ];
        for (name, places, seen) in lists {
            for (index, at) in places.iter().enumerate() {
                problems.check(seen.contains(&index), *at, || {
                    format!("this {name} can never apply")
                });
            }
        }
        if let Some(way) = &self.empty {
            problems.add(0, format!("a way ends with neither a paper nor a refusal: {way}"));
        }
    }
}

fn applies(facts: &Facts<'_>, condition: Option<&Condition>) -> bool {
    facts.holds_or_absent(condition) == Some(true)
}

/// The indices of those that are true.
fn those(holds: impl Iterator<Item = bool>) -> Vec<usize> {
    holds
        .enumerate()
        .filter(|(_, holds)| *holds)
        .map(|(index, _)| index)
        .collect()
}

/// A way as an address: `married=yes&amount=10000.01`.
fn answered(facts: &Facts<'_>) -> String {
    let reached = facts.flow.questions.iter().zip(&facts.values);
    let answers: Vec<_> = reached
        .filter_map(|(question, value)| Some(format!("{}={}", question.code, value.as_ref()?)))
        .collect();
    answers.join("&")
}

/// Nobody is asked what decides nothing.
fn unused(flow: &Flow, places: &Places, problems: &mut Problems<'_>) {
    let mut used = BTreeSet::new();
    for condition in flow.conditions() {
        condition.each_test(&mut |question, _| {
            used.insert(question);
        });
    }
    for (question, at) in flow.questions.iter().zip(&places.questions) {
        problems.check(used.contains(question.code.as_str()), *at, || {
            format!(
                "question `{}` decides nothing: no condition uses its answer",
                question.code
            )
        });
    }
}
