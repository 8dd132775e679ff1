//! Cases made by chance from those of the handbook: answers, decisions, and everything that is written.

use casework::{Case, CaseView, Choice, Entry, months_after};
use fastrand::Rng;
use handbook_tests::{CONTENT, HANDBOOK};
use policy::{Answer, AnswerKind, FieldKind, NOT_SURE, Question, Ref, Status, Walk, walk};
use std::rc::Rc;

/// A case made by chance.
pub(crate) struct MadeCase {
    /// The case of the handbook that it began as.
    pub(crate) from: &'static str,
    /// The case.
    pub(super) case: Case,
    /// The way through its questions.
    walk: Rc<Walk>,
}

impl MadeCase {
    /// The case under the handbook's policy.
    pub(crate) fn view(&self) -> CaseView<'_> {
        CaseView::with_walk(&CONTENT, &self.case, Rc::clone(&self.walk))
    }

    /// Whether the restriction is lifted.
    pub(super) fn lifted(&self) -> bool {
        self.written("taken/lift").as_deref() == Some("yes")
    }

    /// What is written under a key.
    pub(super) fn written(&self, key: &str) -> Option<String> {
        let text = self.case.texts.iter().find(|(known, _)| known == key);
        text.map(|(_, text)| text.clone()).filter(|text| !text.is_empty())
    }

    /// The usual date of a field of the record, where none is written.
    pub(super) fn usual(&self, id: &str) -> Option<String> {
        let months = [("review-date", 6), ("starts-on", 0)];
        let (_, months) = months.into_iter().find(|(known, _)| *known == id)?;
        months_after(&self.written("record/decided-on")?, months)
    }

    /// Every date that is written, in words, with its key.
    pub(super) fn dates(&self) -> impl Iterator<Item = (String, &str)> {
        let is_date = |text: &str| casework::parse(text).is_some();
        let dates = self.case.texts.iter().filter(move |(_, text)| is_date(text));
        dates.map(|(key, text)| (casework::in_words(text), key.as_str()))
    }
}

/// How many cases are made.
const CASES: usize = 2_000;

/// Thousands of cases, always the same.
pub(crate) fn made_cases() -> impl Iterator<Item = MadeCase> {
    let mut rng = Rng::with_seed(20_261_127);
    (0..CASES).map(move |_| made_case(&mut rng))
}

fn made_case(rng: &mut Rng) -> MadeCase {
    // Every outcome comes up as often as another, however many cases the handbook has for it.
    let outcome = Ref::new(rng.u16(..HANDBOOK.policy.outcomes.len() as u16));
    let scenarios: Vec<_> =
        HANDBOOK.scenarios.iter().filter(|scenario| scenario.outcome == Some(outcome)).collect();
    let scenario = scenarios[rng.usize(..scenarios.len())];
    let mut case = Case { answers: scenario.answers.clone(), ..Case::default() };
    for _ in 0..rng.usize(..3) {
        let question = &HANDBOOK.policy.questions[rng.usize(..HANDBOOK.policy.questions.len())];
        case.answers.insert(question.id.clone(), any_answer(rng, question));
    }
    // A letter comes with a result, so what is still asked is answered.
    let walk = loop {
        let walk = walk(&HANDBOOK.policy, &case.answers);
        let Some(question) = walk.next else { break Rc::new(walk) };
        let question = &HANDBOOK.policy[question];
        case.answers.insert(question.id.clone(), any_answer(rng, question));
    };
    let mut made = MadeCase { from: &scenario.id, case, walk };
    let mut writer = Writer { rng, months: 0, tidy: false };
    writer.tidy = writer.rng.u8(..4) > 0;
    for question in &HANDBOOK.policy.questions {
        made.case.write(&format!("evidence/{}", question.id), writer.sentence(&question.id));
    }
    // What is decided first brings fields up, and what is written there brings up others.
    writer.decide(&mut made);
    for letters in [false, false, false, true] {
        writer.fill_in(&mut made, letters);
    }
    made
}

fn any_answer(rng: &mut Rng, question: &Question) -> Answer {
    let word = |text: &str| Answer::One(text.to_owned());
    match &question.answers {
        _ if rng.u8(..8) == 0 => word(NOT_SURE),
        AnswerKind::YesNo => word(if rng.bool() { "yes" } else { "no" }),
        AnswerKind::OneOf(choices) => word(&choices[rng.usize(..choices.len())].id),
        AnswerKind::AnyOf(choices) => {
            let chosen = choices.iter().filter(|_| rng.u8(..3) == 0);
            Answer::Many(chosen.map(|choice| choice.id.clone()).collect())
        }
    }
}

/// Writes what an officer would have to, by chance.
struct Writer<'r> {
    rng: &'r mut Rng,
    /// How many months the dates lie after the first so far: no two are the same, and those written later come later.
    months: u32,
    /// Whether what contradicts itself is mended, as an officer would.
    tidy: bool,
}

impl Writer<'_> {
    /// A sentence that stands nowhere else.
    fn sentence(&mut self, about: &str) -> String {
        format!("Words {} about {about}.", self.rng.u32(..))
    }

    fn decide(&mut self, made: &mut MadeCase) {
        let view = made.view();
        let mut choices = Vec::new();
        for option in view.options() {
            let status = option.status.map(|status| status.status);
            let likely = matches!(status, Some(Status::Required | Status::Warranted)) || option.id == "lift";
            let chance = if likely { 160 } else { 60 };
            let word = match self.rng.u8(..) {
                250.. => "",
                number if number < chance => "yes",
                _ => "no",
            };
            choices.push((format!("taken/{}", option.id), word.to_owned()));
        }
        drop(view);
        choices.into_iter().for_each(|(key, word)| made.case.write(&key, word));
        if self.tidy {
            self.drop_contradictions(made);
        }
    }

    /// Writes into every field that is asked for and empty: of the record and the options, then of the letters, which take
    /// what they can from those.
    fn fill_in(&mut self, made: &mut MadeCase, letters: bool) {
        let mut written = Vec::new();
        {
            let view = made.view();
            let (sections, reasons) = (view.sections(), view.decision_reasons());
            let of_record = sections.iter().flat_map(|(_, entries)| entries);
            let of_options = view.options().iter().filter(|option| option.choice == Choice::Taken);
            let of_options = of_options.flat_map(|option| &option.entries);
            let letters = if letters { view.letters() } else { Vec::new() };
            let letters: Vec<_> = letters.into_iter().map(|letter| view.letter(letter)).collect();
            let of_letters = letters.iter().flat_map(|letter| letter.asked());
            let all = of_record.chain(of_options).chain(&reasons).chain(of_letters);
            for entry in all.filter(|entry| entry.value.is_empty()) {
                if !(entry.field.optional && self.rng.bool()) {
                    written.push((entry.key.clone(), self.value(entry)));
                }
            }
        }
        written.into_iter().for_each(|(key, text)| made.case.write(&key, text));
        if self.tidy {
            self.drop_contradictions(made);
        }
    }

    /// Leaves out one of the options that contradict each other until none do, as an officer who is told of it would.
    fn drop_contradictions(&mut self, made: &mut MadeCase) {
        loop {
            let view = made.view();
            let clashing = view.options().iter().filter(|option| !option.clashes.is_empty());
            let clashing: Vec<String> = clashing.map(|option| format!("taken/{}", option.id)).collect();
            if clashing.is_empty() {
                return;
            }
            drop(view);
            made.case.write(&clashing[self.rng.usize(..clashing.len())], "no".to_owned());
        }
    }

    fn value(&mut self, entry: &Entry<'_>) -> String {
        let choices = entry.field.kind.choices();
        match &entry.field.kind {
            FieldKind::Text => self.sentence(&entry.field.id),
            FieldKind::Lines => [self.sentence(&entry.field.id), self.sentence(&entry.field.id)].join("\n"),
            FieldKind::Number => self.rng.u32(1..9).to_string(),
            FieldKind::Date => {
                self.months += 1;
                // The last day of everything lies after those of single options.
                let later = if entry.field.ends && entry.field.not_after.is_none() { 240 } else { 0 };
                months_after("2027-01-01", self.months + later).unwrap_or_default()
            }
            FieldKind::Choice(_) => choices[self.rng.usize(..choices.len())].id.clone(),
            FieldKind::Choices(_) => {
                let several = choices.iter().filter(|choice| !choice.alone && self.rng.u8(..5) == 0);
                let several: Vec<&str> = several.map(|choice| choice.id.as_str()).collect();
                if several.is_empty() { "none-known".to_owned() } else { several.join("\n") }
            }
        }
    }
}
