//! One question: the heading is the question, the answers are native controls, and nothing is chosen beforehand.

use super::record::error_summary;
use crate::components::button::{actions, back, link_button};
use crate::components::field::{error_message, text_area};
use crate::components::heading::{details, heading};
use crate::components::source::source_line;
use crate::element::Attribute::{DataQuestion, Described, Name, NoValidate, Open, Type};
use crate::element::{Element, fragment, tag};
use crate::message::Message;
use crate::view::View;
use casework::{Case, Key};
use policy::{Answer, AnswerKind, Choice, NOT_SURE, Question, Ref, effect};

/// How "none of these" is named among the boxes of an any-of question. No choice can have this name: ids have no
/// spaces.
const NONE: &str = "none of these";

/// How far the officer has come.
pub(crate) struct Progress {
    /// Its number, from 1.
    pub(crate) number: usize,
    /// How many there are, as far as is known.
    pub(crate) about: usize,
}

/// The boxes ticked, by name.
pub(crate) type Ticked = Vec<String>;

/// The boxes that an answer ticks. Of an answer from another version of the policy, those that are still there.
pub(crate) fn ticked(kind: &AnswerKind, given: Option<&Answer>) -> Ticked {
    let mut ticked = Ticked::new();
    let (words, one) = match given {
        None => return ticked,
        Some(Answer::One(word)) => (std::slice::from_ref(word), true),
        Some(Answer::Many(words)) => (words.as_slice(), false),
    };
    if words.is_empty() {
        ticked.push(NONE.to_owned());
    }
    for word in words {
        let known = kind.choices().iter().any(|choice| choice.id == *word);
        if known || (one && (word == NOT_SURE || *kind == AnswerKind::YesNo)) {
            ticked.push(word.clone());
        }
    }
    ticked
}

/// What is ticked of a question in a case: what was ticked last, else the answer that was given.
pub(crate) fn draft(case: &Case, asked: &Question) -> Ticked {
    let Some(written) = case.written(&Key::Ticked(&asked.id)) else {
        return ticked(&asked.answers, case.answers.get(&asked.id));
    };
    let mut names = Ticked::new();
    let mut name = String::new();
    for letter in written.chars() {
        if letter == '\n' {
            names.push(std::mem::take(&mut name));
        } else {
            name.push(letter);
        }
    }
    names
}

/// The answer that the boxes make; none while nothing is ticked.
pub(crate) fn answer(kind: &AnswerKind, ticked: &Ticked) -> Option<Answer> {
    let first = ticked.first()?;
    Some(match kind {
        AnswerKind::AnyOf(_) if first == NONE => Answer::Many(Vec::new()),
        AnswerKind::AnyOf(_) if first != NOT_SURE => Answer::Many(ticked.clone()),
        _ => Answer::One(first.clone()),
    })
}

/// What ticking a box makes of the boxes, as [`draft`] reads it.
pub(crate) fn tick(case: &Case, asked: &Question, name: &str, on: bool) -> String {
    let mut written = String::new();
    for name in ticked_now(&asked.answers, &draft(case, asked), name, on) {
        written.push_str(&name);
        written.push('\n');
    }
    written
}

/// "None of these" and "not sure" stand alone.
fn ticked_now(kind: &AnswerKind, before: &Ticked, name: &str, on: bool) -> Ticked {
    let alone = |name: &str| name == NONE || name == NOT_SURE;
    if !matches!(kind, AnswerKind::AnyOf(_)) || (on && alone(name)) {
        return vec![name.to_owned()];
    }
    let mut ticked = Ticked::new();
    for other in before {
        if other != name && !alone(other) {
            ticked.push(other.clone());
        }
    }
    if on {
        ticked.push(name.to_owned());
    }
    ticked
}

/// A question and its answers.
pub(crate) fn question_screen(view: &View<'_>, question: Ref<Question>, progress: Progress) -> Element {
    let asked = &view.policy()[question];
    let draft = &draft(view.case_view.case, asked);
    let missing = view.show_errors;
    let error = if matches!(asked.answers, AnswerKind::AnyOf(_)) {
        "Choose what applies, “None of these” or “Not sure”"
    } else {
        "Choose an answer, or “Not sure”"
    };
    let problem = if missing {
        let link = link_button(
            error,
            view.send.click(Message::Find { key: "answer-0".to_owned(), of_option: false }),
        );
        error_summary("There is a problem", tag("ul").child(tag("li").child(link)))
    } else {
        fragment()
    };
    let number =
        ["Question ", &progress.number.to_string(), " of about ", &progress.about.to_string()].concat();
    let go_on =
        tag("button").attr(Type, "submit").class("button").on(view.send.submit_once()).text("Continue");
    tag("form")
        .class("question")
        .key(&asked.id)
        .attr(DataQuestion, &asked.id)
        .flag(NoValidate, true)
        .on(view.send.submit())
        .child(problem)
        .child(
            tag("p")
                .class("question-place")
                .text(&view.policy()[asked.group].title)
                .text(" · ")
                .child(tag("span").class("question-number").text(&number)),
        )
        .child(answers(view, asked, draft, if missing { error } else { "" }))
        .child(evidence(view, asked))
        .child(actions().child(go_on).child(if progress.number > 1 { back(&view.send) } else { fragment() }))
        .child(why(view, question))
        .child(terms(view, asked))
}

/// The question and its answers to tick, with what is wrong about them.
fn answers(view: &View<'_>, asked: &Question, draft: &Ticked, error: &'static str) -> Element {
    let mut set = tag("fieldset").class(if error.is_empty() { "" } else { "answers-error" });
    let described = match (asked.hint.is_some(), !error.is_empty()) {
        (true, true) => "aid-hint aid-error-message",
        (true, false) => "aid-hint",
        (false, true) => "aid-error-message",
        (false, false) => "",
    };
    if !described.is_empty() {
        set = set.attr(Described, described);
    }
    set.push(tag("legend").child(heading("question-heading", &asked.ask)));
    set.push(match &asked.hint {
        Some(hint) => tag("p").class("hint").id("aid-hint").text(hint),
        None => fragment(),
    });
    set.push(if error.is_empty() { fragment() } else { error_message("aid-error-message", error) });
    let mut boxes = Boxes { view, draft, kind: "radio", rows: tag("div").class("answers"), count: 0 };
    match &asked.answers {
        AnswerKind::YesNo => {
            boxes.row("yes", "Yes");
            boxes.row("no", "No");
        }
        AnswerKind::OneOf(choices) => boxes.choices(choices),
        AnswerKind::AnyOf(choices) => {
            boxes.kind = "checkbox";
            boxes.choices(choices);
            boxes.rows.push(tag("p").class("answers-or").text("or"));
            boxes.row(NONE, "None of these");
        }
    }
    boxes.row(NOT_SURE, "Not sure");
    set.child(boxes.rows)
}

/// The boxes of a question, while they are put down.
struct Boxes<'a, 'case> {
    view: &'a View<'case>,
    draft: &'a Ticked,
    kind: &'static str,
    rows: Element,
    count: usize,
}

impl Boxes<'_, '_> {
    fn choices(&mut self, choices: &[Choice]) {
        for choice in choices {
            self.row(&choice.id, &choice.label);
        }
    }

    #[inline(never)]
    fn row(&mut self, name: &str, label: &str) {
        let id = ["answer-", &self.count.to_string()].concat();
        self.count += 1;
        let ticked = self.draft.iter().any(|ticked| ticked == name);
        let control = tag("input")
            .attr(Type, self.kind)
            .attr(Name, "answer")
            .id(&id)
            .value(name)
            .checked(ticked)
            .on(self.view.send.tick(name));
        let words = tag("span").class("answer-label").text(label);
        self.rows.push(tag("label").class("answer").child(control).child(words));
    }
}

/// A field for the evidence, open where there is some.
fn evidence(view: &View<'_>, asked: &Question) -> Element {
    let key = Key::Evidence(&asked.id);
    let written = view.case_view.case.text(&key);
    let label = "What shows this: dates, what was said or done, where it is recorded";
    details("why evidence", "Add a note of the evidence").flag(Open, !written.is_empty()).child(text_area(
        &key.to_string(),
        label,
        written,
        "3",
        &view.send,
    ))
}

/// The words of the question that the handbook explains.
fn terms(view: &View<'_>, asked: &Question) -> Element {
    let mut text = asked.ask.clone();
    if let Some(hint) = &asked.hint {
        text.push(' ');
        text.push_str(hint);
    }
    for choice in asked.answers.choices() {
        text.push(' ');
        text.push_str(&choice.label);
    }
    let text = text.to_ascii_lowercase();
    let mut list = tag("dl").class("terms");
    let mut any = false;
    for term in &view.case_view.content.paperwork.terms {
        if text.contains(&term.term.to_ascii_lowercase()) {
            any = true;
            list.push(tag("div").child(tag("dt").text(&term.term)).child(tag("dd").text(&term.meaning)));
        }
    }
    if any { details("why", "Words used here").child(list) } else { fragment() }
}

/// Why it is asked: the clauses, in words, on the same screen, and what the answer can still change.
fn why(view: &View<'_>, question: Ref<Question>) -> Element {
    let asked = &view.policy()[question];
    let mut why = tag("div");
    for clause in &asked.source.clauses {
        let clause = &view.policy()[*clause];
        why.push(tag("p").child(tag("strong").text(&clause.number)).text(" ").text(&clause.text));
    }
    why.push(tag("p").child(source_line(view, &asked.source)));
    why.push(tag("p").text("What the answer can still change:"));
    why.push(changes(view, question));
    if let Some(settled_by) = &asked.settled_by {
        why.push(tag("p").text("Who can settle it: ").text(settled_by));
    }
    details("why", "Why this is asked").child(why)
}

/// What the answer can still change.
fn changes(view: &View<'_>, question: Ref<Question>) -> Element {
    let policy = view.policy();
    let effect = effect(policy, &view.case_view.walk.answers, view.assessment(), question);
    let mut list = tag("ul");
    if effect.always {
        list.push(tag("li").text("Somebody’s safety may hang on it, so it is asked in every case."));
    }
    if effect.outcome {
        list.push(tag("li").text("It can still change what to do now."));
    }
    for option in &effect.options {
        let name = &policy[*option].name;
        list.push(tag("li").text("It can still change whether this is supported: ").text(name).text("."));
    }
    for finding in &effect.findings {
        let name = &policy[*finding].name;
        list.push(tag("li").text("It can still change this finding: ").text(name).text("."));
    }
    if !effect.always && !effect.outcome && effect.options.is_empty() && effect.findings.is_empty() {
        list.push(tag("li").text("It changes no result. The record needs it."));
    }
    list
}
