//! What carries out each clause, all of them on a page.

use super::wording::counted;
use crate::content::{Item, Line, Part, Run};
use policy_compiler::coverage::{carries_out, uses};
use policy_compiler::{Compiled, Item as Block, Mark, Page, PlacedLabel};

/// What uses one clause, in a line; none where nothing does.
fn used_by(compiled: &Compiled, items: &[Block]) -> Option<Line> {
    let letters = items.iter().filter_map(|item| match item {
        Block::Letter(number) => Some(letter(compiled, *number)),
        _ => None,
    });
    let aid = lead("In the decision aid", in_the_aid(compiled, items));
    let letters = lead("Letters", Line::joined(letters, "; "));
    let examples = lead("Examples", examples(compiled, items));
    let lines: Vec<Line> = [aid, letters, examples].into_iter().flatten().collect();
    (!lines.is_empty()).then(|| Line::joined(lines, " "))
}

fn lead(lead: &str, line: Line) -> Option<Line> {
    (!line.0.is_empty()).then(|| Line::of(format!("{lead}: ")).then(line).text("."))
}

/// The parts of the aid, kind by kind: “questions A, B; outcome C”.
fn in_the_aid(compiled: &Compiled, items: &[Block]) -> Line {
    let mut kinds: Vec<(&'static str, Vec<Line>)> = Vec::new();
    for (kind, name) in items.iter().filter_map(|item| part_of_the_aid(compiled, *item)) {
        match kinds.last_mut() {
            Some((last, names)) if *last == kind => names.push(name),
            _ => kinds.push((kind, vec![name])),
        }
    }
    let line = |(kind, names): (&str, Vec<Line>)| {
        let several = match (names.len(), kind) {
            (1, kind) => kind.to_owned(),
            (_, "duty") => "duties".to_owned(),
            (_, kind) => format!("{kind}s"),
        };
        Line::of(format!("{several} ")).then(Line::joined(names, ", "))
    };
    Line::joined(kinds.into_iter().map(line), "; ")
}

fn part_of_the_aid(compiled: &Compiled, item: Block) -> Option<(&'static str, Line)> {
    let policy = &compiled.policy;
    let (kind, id, name) = match item {
        Block::Question(of) => ("question", &policy[of].id, &policy[of].short),
        Block::Finding(of) => ("finding", &policy[of].id, &policy[of].name),
        Block::Outcome(of) => ("outcome", &policy[of].id, &policy[of].name),
        Block::Duty(of) => ("duty", &policy[of].id, &policy[of].name),
        Block::Option(of) => ("option", &policy[of].id, &policy[of].name),
        _ => return None,
    };
    Some((kind, Line::default().block(kind, id, name)))
}

fn letter(compiled: &Compiled, number: usize) -> Line {
    let letter = &compiled.paperwork.letters[number];
    Line::default().block("letter", &letter.id, &letter.name)
}

fn examples(compiled: &Compiled, items: &[Block]) -> Line {
    let case = |item: &Block| match item {
        Block::Scenario(number) => {
            let scenario = &compiled.scenarios[*number];
            Some(Line::default().block("scenario", &scenario.id, &scenario.title))
        }
        _ => None,
    };
    Line::joined(items.iter().filter_map(case), "; ")
}

/// The page of all clauses.
pub fn coverage(compiled: &Compiled, pages: &[Page]) -> Vec<Part> {
    let used = uses(compiled);
    let labels: Vec<&PlacedLabel> = compiled.pages.iter().flat_map(|page| &page.labels).collect();
    let carried = |label: &PlacedLabel| used[label.clause.index()].iter().any(carries_out);
    let count = labels.iter().filter(|label| carried(label)).count();
    let marked = labels.iter().filter(|label| label.mark.is_some()).count();
    let summary = format!(
        "Of {}, {count} are carried out by the decision aid or a letter, and {marked} are marked with a reason why nothing does.",
        counted(labels.len(), "clause")
    );
    let mut parts = vec![Part::paragraph(summary)];
    parts.extend(unused(compiled, &labels, &carried));
    parts.extend(marks(compiled, &labels));
    parts.push(Part::heading(2, "Clause by clause"));
    for (items, page) in compiled.pages.iter().zip(pages).filter(|(items, _)| !items.labels.is_empty()) {
        parts.push(Part::heading(3, title(page)));
        let entry = |label: &PlacedLabel| entry(compiled, label, &used[label.clause.index()]);
        parts.push(Part::list(items.labels.iter().map(entry).collect()));
    }
    vec![Part::Group { class: "coverage", id: None, parts }]
}

/// The heading of a page.
fn title(page: &Page) -> &str {
    page.text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or(&page.url).trim()
}

fn entry(compiled: &Compiled, label: &PlacedLabel, items: &[Block]) -> Item {
    let clause = &compiled.policy[label.clause];
    let line = Line::default().run(Run::Clause(label.clause)).text(format!(" {}. ", clause.force.word()));
    let line = match (used_by(compiled, items), &label.mark) {
        (Some(used), _) => line.then(used),
        (None, Some(mark)) => line.text(reason(mark)),
        (None, None) => line.text("Nothing uses it."),
    };
    Item { id: Some(format!("clause-{}", clause.id)), ..line.into() }
}

fn reason(mark: &Mark) -> String {
    match mark {
        Mark::OfficerJudgement(why) => format!("For a person to judge: {why}."),
        Mark::Information(why) => format!("For information: {why}."),
    }
}

fn unused(compiled: &Compiled, labels: &[&PlacedLabel], carried: &dyn Fn(&PlacedLabel) -> bool) -> Vec<Part> {
    let unused = labels.iter().filter(|label| label.mark.is_none() && !carried(label));
    let items: Vec<Item> = unused.map(|label| with_text(compiled, label, String::new())).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let warning = Line::bold("Nothing carries these out yet.").text(" The check refuses them.");
    vec![Part::Warning(warning), Part::list(items)]
}

fn marks(compiled: &Compiled, labels: &[&PlacedLabel]) -> Vec<Part> {
    let entry = |label: &&PlacedLabel| Some(with_text(compiled, label, reason(label.mark.as_ref()?)));
    let items: Vec<Item> = labels.iter().filter_map(entry).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let says = "Each gives its reason. A clause that says must or should is never only for information.";
    vec![Part::heading(2, "What no rule carries out"), Part::paragraph(says), Part::list(items)]
}

fn with_text(compiled: &Compiled, label: &PlacedLabel, reason: String) -> Item {
    let clause = &compiled.policy[label.clause];
    let below = if reason.is_empty() { Vec::new() } else { vec![Part::paragraph(reason)] };
    Item { below, ..Line::default().run(Run::Clause(label.clause)).text(format!(" {}", clause.text)).into() }
}
