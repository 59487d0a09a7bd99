//! A flow drawn as a graph, to be read by whoever wrote it.

use std::collections::BTreeMap;

use super::flow::Flow;
use super::walk::{Met, every_way, samples};

impl Flow {
    /// The questions as nodes and what leads from one to the next as arrows, in Mermaid's language. The end
    /// forks into the list and the reasons for refusal. Dates are taken as of the day the flow came into force.
    pub fn to_mermaid(&self) -> String {
        let arrows = self.arrows();
        let mut out = String::from("flowchart TD\n");
        for (index, question) in self.questions.iter().enumerate() {
            line(&mut out, &format!("q{index}[\"{}\"]", quoted(&question.text)));
        }
        line(&mut out, "list([\"材料清单\"])");
        for (index, refusal) in self.refusals.iter().enumerate() {
            line(
                &mut out,
                &format!("r{index}{{{{\"{}\"}}}}", quoted(&refusal.ground.reason)),
            );
        }
        for ((from, to), labels) in arrows {
            // All answers lead there: the arrow needs no words.
            let all = labels.len() == self.answers_to(from);
            let label = if all {
                String::new()
            } else {
                format!("|\"{}\"|", quoted(&labels.join(" / ")))
            };
            line(&mut out, &format!("q{from} -->{label} {to}"));
        }
        out
    }

    /// Which answers lead from each question to each node.
    fn arrows(&self) -> Arrows {
        let mut arrows = Arrows::new();
        let mut last = None;
        let drawn = every_way(self, self.meta.effective_from, &mut |met| match met {
            Met::Turn { from, value, to } => {
                let Some(question) = self.questions.get(*from) else {
                    return;
                };
                let label = question.label(value);
                match to {
                    Some(to) => add(&mut arrows, *from, format!("q{to}"), &label),
                    None => last = Some((*from, label)),
                }
            }
            Met::End(facts) => {
                let Some((from, label)) = last.take() else { return };
                let refused = (0..).zip(&self.refusals);
                let mut refused = refused
                    .filter(|(_, refusal)| facts.holds(&refusal.when) == Some(true))
                    .map(|(index, _): (usize, _)| format!("r{index}"))
                    .peekable();
                if refused.peek().is_none() {
                    add(&mut arrows, from, "list".to_owned(), &label);
                }
                refused.for_each(|to| add(&mut arrows, from, to, &label));
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

/// Arrows from a question to a node, each with the answers that lead along it.
type Arrows = BTreeMap<(usize, String), Vec<String>>;

fn add(arrows: &mut Arrows, from: usize, to: String, label: &str) {
    let labels = arrows.entry((from, to)).or_default();
    if !labels.iter().any(|known| known == label) {
        labels.push(label.to_owned());
    }
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
