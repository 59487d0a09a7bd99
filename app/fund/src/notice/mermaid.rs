//! A flow drawn as a graph, to be read by whoever wrote it.

use std::collections::{BTreeMap, BTreeSet};

use super::condition::Facts;
use super::flow::{AnswerText, Flow};
use super::walk::{Turn, every_way, samples};

impl Flow {
    /// The questions as nodes and what leads from one to the next as arrows, in Mermaid's language. A dotted
    /// arrow leads to a reason for refusal, from the answer that makes it certain; what is still asked after that
    /// is left out. Dates are taken as of the day the flow came into force.
    ///
    /// `list` names the end of the questions, and `answer` says an answer; the rest is in the words of the flow, in Chinese.
    pub fn to_mermaid(&self, list: &str, answer: impl Fn(&AnswerText) -> String) -> String {
        let arrows = self.arrows();
        let mut out = String::from("flowchart TD\n");
        for (index, question) in self.questions.iter().enumerate() {
            line(&mut out, &format!("q{index}[\"{}\"]", quoted(question.text.zh())));
        }
        line(&mut out, &format!("list([\"{}\"])", quoted(list)));
        for (index, refusal) in self.refusals.iter().enumerate() {
            line(
                &mut out,
                &format!("r{index}{{{{\"{}\"}}}}", quoted(refusal.reason.reason.zh())),
            );
        }
        for ((from, to), labels) in arrows {
            // All answers lead there: the arrow needs no words.
            let all = labels.len() == self.answers_to(from);
            let label = if all {
                String::new()
            } else {
                let said: Vec<_> = labels.iter().map(&answer).collect();
                format!("|\"{}\"|", quoted(&said.join(" / ")))
            };
            let (arrow, to) = match to {
                Target::Question(to) => ("-->", format!("q{to}")),
                Target::List => ("-->", "list".to_owned()),
                Target::Refusal(to) => ("-.->", format!("r{to}")),
            };
            line(&mut out, &format!("q{from} {arrow}{label} {to}"));
        }
        out
    }

    /// Which answers lead from each question where.
    fn arrows(&self) -> Arrows {
        let mut arrows = Arrows::new();
        let drawn = every_way(self, self.meta.effective_from, &mut |turn| {
            let Turn {
                from: Some(from),
                to,
                facts,
            } = turn
            else {
                return;
            };
            let (Some(question), Some(Some(value))) = (self.questions.get(*from), facts.values.get(*from))
            else {
                return;
            };
            let mut before = Facts::new(self, facts.on);
            before.values.extend(facts.values.iter().take(*from).cloned());
            let (before, after) = (refused(&before), refused(facts));
            let mut targets: Vec<Target> = after.difference(&before).copied().map(Target::Refusal).collect();
            if after.is_empty() {
                targets.push(to.map_or(Target::List, Target::Question));
            }
            for target in targets {
                let labels = arrows.entry((*from, target)).or_default();
                let label = question.label(value);
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
        });
        // A flow too large to walk is refused when loaded; what was walked so far is drawn.
        drawn.ok();
        arrows
    }

    /// How many different answers to a question the walk tries.
    fn answers_to(&self, index: usize) -> usize {
        let question = self.questions.get(index);
        question.map_or(0, |question| {
            samples(self, question, self.meta.effective_from).len()
        })
    }
}

/// Where an arrow leads.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    Question(usize),
    List,
    Refusal(usize),
}

/// Arrows from a question, each with the answers that lead along it.
type Arrows = BTreeMap<(usize, Target), Vec<AnswerText>>;

/// The refusals that hold, by index.
fn refused(facts: &Facts<'_>) -> BTreeSet<usize> {
    let refusals = facts.flow.refusals.iter().enumerate();
    refusals
        .filter(|(_, refusal)| facts.holds(&refusal.when) == Some(true))
        .map(|(index, _)| index)
        .collect()
}

fn line(out: &mut String, text: &str) {
    out.push_str("    ");
    out.push_str(text);
    out.push('\n');
}

/// Text between quotation marks of Mermaid, which knows HTML's entities and no backslash.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
