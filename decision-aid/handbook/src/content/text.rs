//! A document as text that reads well, and well as a difference: one line for each thing, clauses by their ids.

use super::{Item, Line, Part, Run};
use policy::{Clause, Policy, Ref};

/// The text of some parts.
pub fn text(policy: &Policy, parts: &[Part]) -> String {
    let mut writer = Writer { policy, text: String::new() };
    writer.parts(parts, 0);
    let text = writer.text.trim_start_matches('\n');
    format!("{}\n", text.trim_end())
}

struct Writer<'p> {
    policy: &'p Policy,
    text: String,
}

impl Writer<'_> {
    fn parts(&mut self, parts: &[Part], depth: usize) {
        parts.iter().for_each(|part| self.part(part, depth));
    }

    fn part(&mut self, part: &Part, depth: usize) {
        match part {
            Part::Heading { level, text, .. } => {
                self.text.push('\n');
                self.write(depth, &format!("{} {text}", "#".repeat(usize::from(*level))));
                self.text.push('\n');
            }
            Part::Paragraph(line) | Part::Warning(line) => self.write(depth, &self.line(line)),
            Part::List { ordered, items } => {
                for (number, item) in items.iter().enumerate() {
                    let mark = if *ordered { format!("{}. ", number + 1) } else { "- ".to_owned() };
                    self.item(item, &mark, depth);
                }
            }
            Part::Boxes(labels) => {
                let boxes: Vec<String> = labels.iter().map(|label| format!("[ ] {label}")).collect();
                self.write(depth, &boxes.join("   "));
            }
            Part::Blanks(names) => {
                names.iter().for_each(|name| self.write(depth, &format!("{name}: ____________________")));
            }
            Part::Details { summary, parts } => {
                self.write(depth, &format!("{summary}:"));
                self.parts(parts, depth + 1);
            }
            Part::Group { parts, .. } => self.parts(parts, depth),
            Part::BuildInfo => {}
        }
    }

    fn item(&mut self, item: &Item, mark: &str, depth: usize) {
        self.write(depth, &format!("{mark}{}", self.line(&item.line)));
        self.parts(&item.below, depth + 1);
    }

    fn write(&mut self, depth: usize, line: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn line(&self, line: &Line) -> String {
        line.0.iter().map(|run| self.run(run)).collect()
    }

    fn run(&self, run: &Run) -> String {
        match run {
            Run::Text(text) | Run::Code(text) | Run::Block { text, .. } | Run::Here { text, .. } => {
                text.clone()
            }
            Run::Strong(text) => format!("**{text}**"),
            Run::Quoted(text) => format!("“{text}”"),
            Run::Clause(clause) => self.clause(*clause),
            Run::Source(source) => {
                let clauses: Vec<String> = source.clauses.iter().map(|clause| self.clause(*clause)).collect();
                format!(" ({}{})", source.authority(), clauses.join(", "))
            }
        }
    }

    /// Numbers change with every clause put before; ids do not.
    fn clause(&self, clause: Ref<Clause>) -> String {
        self.policy[clause].id.clone()
    }
}
