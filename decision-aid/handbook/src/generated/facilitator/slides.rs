//! The practice cases as slides, for the screen at the front: what a group sees, one step after the other. The words are those of the
//! case and of the policy, as on its sheet; what only the trainer says is not there.

use super::Practised;
use super::case_parts::{CaseParts, paragraphs, section};
use crate::content::{Line, Part};
use policy_compiler::Compiled;

/// What a group does before it is shown anything.
const ASK: [&str; 3] = [
    "What must happen now, if anything?",
    "What do you need to know before you decide, and who can tell you?",
    "Which sentence of the story says so?",
];

/// A list of the practice cases, then the slides of each.
pub fn cases_as_slides(compiled: &Compiled) -> Vec<Part> {
    let cases = Practised::all(compiled);
    let listed = |case: &Practised<'_>| {
        Line::default().here(&slides_id(&case.scenario.id), &case.scenario.title).into()
    };
    let list = vec![Part::heading(2, "The cases"), Part::steps(cases.iter().map(listed).collect())];
    let list = Part::Group { class: "slides-list", id: Some("slides-list".to_owned()), parts: list };
    let slides = cases.iter().map(|case| slides(&CaseParts::new(case, &cases)));
    [list].into_iter().chain(slides).collect()
}

fn slides_id(case: &str) -> String {
    format!("slides-{case}")
}

/// The slides of a case, from its story to what needs a person. A step with nothing to show is left out.
fn slides(of: &CaseParts<'_, '_>) -> Part {
    let scenario = of.case.scenario;
    let (options, _) = of.options();
    let steps: [(&str, Vec<Part>); 9] = [
        ("What happened", paragraphs(&scenario.story).collect()),
        ("What would you ask?", vec![Part::list(ASK.map(|ask| ask.to_owned().into()).into())]),
        ("The facts", of.facts_apart()),
        ("Where does the policy lead?", of.choices()),
        ("The outcome", of.outcome()),
        ("Why", of.facts()),
        ("What people choose instead", of.mistakes()),
        ("The options", vec![options]),
        ("What needs a person", of.open()),
    ];
    let id = slides_id(&scenario.id);
    let filled =
        steps.into_iter().map(|(title, parts)| section(title, parts)).filter(|step| !step.is_empty());
    let slides = (1..).zip(filled).map(|(number, parts)| Part::Group {
        class: "slide",
        id: Some(format!("{id}-{number}")),
        parts,
    });
    let parts = [Part::heading(2, &scenario.title)].into_iter().chain(slides).collect();
    Part::Group { class: "slide-case", id: Some(id), parts }
}
