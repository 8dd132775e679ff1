//! Letters against the record: over thousands of made cases, no letter states a limit that the record does not hold, leaves
//! out one that it does, gives a date that was not decided, or has a part that is empty or stands twice.
//!
//! The cases begin as those of the handbook, with some answers changed by chance; what is decided and written is chance too.
//! Every text that is written is like no other, so that it is found again wherever it stands.

pub(crate) mod made;
mod samples;

use casework::{CaseView, LetterState};
use document::{Block, Document, to_markdown};
use handbook_tests::HANDBOOK;
use made::{MadeCase, made_cases};
use policy::{FieldKind, Letter, Outcome, PolicyOption, Prefill, Ref, Status};
use std::collections::{BTreeMap, BTreeSet};

/// What stays in square brackets in a letter that is complete.
const FOR_THE_WORD_PROCESSOR: [&str; 3] = ["[Name and address]", "[Name]", "[Your name and job title]"];

/// The options taken that a letter has to tell of.
fn told(case: &MadeCase, letter: &Letter) -> Vec<&'static PolicyOption> {
    let about =
        |option: &&PolicyOption| letter.about.iter().any(|about| HANDBOOK.policy[*about].id == option.id);
    decided(case, true).into_iter().filter(about).collect()
}

/// The options that are taken, or those that are not.
fn decided(case: &MadeCase, taken: bool) -> Vec<&'static PolicyOption> {
    let is_taken =
        |option: &PolicyOption| case.written(&format!("taken/{}", option.id)).as_deref() == Some("yes");
    HANDBOOK.policy.options.iter().filter(|option| is_taken(option) == taken).collect()
}

/// What is written of the details that a letter tells, but for choices and numbers, which say nothing alone.
fn details(case: &MadeCase, option: &PolicyOption) -> Vec<String> {
    let free = option
        .details
        .iter()
        .filter(|field| matches!(field.kind, FieldKind::Text | FieldKind::Lines | FieldKind::Date));
    let told =
        free.filter(|field| option.tells.iter().any(|line| line.contains(&format!("{{{}}}", field.id))));
    let keys = told.map(|field| format!("detail/{}/{}", option.id, field.id));
    let written = keys
        .filter_map(|key| case.written(&key))
        .flat_map(|text| text.lines().map(casework::in_words).collect::<Vec<_>>());
    written.collect()
}

/// The longest words of a sentence of an option that stand in no other option's.
fn own_words(option: &PolicyOption) -> Vec<&str> {
    let pieces = |option: &'static PolicyOption| {
        option.tells.iter().flat_map(|line| line.split(['{', '}']).step_by(2))
    };
    let others = || HANDBOOK.policy.options.iter().filter(|other| other.id != option.id).flat_map(pieces);
    let own = option
        .tells
        .iter()
        .map(|line| line.split(['{', '}']).step_by(2).max_by_key(|piece| piece.len()).unwrap_or_default());
    own.filter(|words| words.len() > 12 && !others().any(|other| other == *words)).collect()
}

#[test]
fn no_letter_states_another_decision_than_the_record() {
    let mut seen = Seen::default();
    for made in made_cases() {
        let view = made.view();
        assert_contact_point(&made, &view, &mut seen);
        let record = to_markdown(&view.record("2030-01-01")).replace('\\', "");
        for letter in view.letters() {
            let state = view.letter(letter);
            let text = to_markdown(&state.document()).replace('\\', "");
            let about = || format!("{} of {}\n{text}\n{:#?}", letter.id, made.from, made.case.texts);
            // What contradicts itself is held back, whatever its letter would say; one that asks first says nothing of it.
            let contradicts = view.options().iter().any(|option| !option.clashes.is_empty());
            assert!(
                !contradicts || letter.optional || !state.is_complete(),
                "a contradiction was let through: {}",
                about()
            );
            if made.lifted() && letter.id == "review-letter" {
                assert_lifted(&made, &state, &text, &mut seen);
            } else {
                assert_told(&made, letter, &text, &about);
            }
            assert_nothing_else_told(&made, &text, &about);
            assert_recorded(&made, &state, &record, &about);
            assert_dates(&made, &state, &text, &about);
            assert_parts(&state, &about);
            if state.is_complete() {
                let outcome = view.assessment().outcome.map(|outcome| HANDBOOK.policy[outcome].id.clone());
                *seen.complete.entry((letter.id.clone(), outcome.unwrap_or_default())).or_default() += 1;
            }
        }
    }
    seen.assert_enough();
}

/// How often what is asserted could have failed.
#[derive(Default)]
struct Seen {
    /// Complete letters, by letter and outcome.
    complete: BTreeMap<(String, String), usize>,
    /// Complete letters that tell of a restriction lifted.
    lifted: usize,
    /// The outcomes in which a point of contact is required or open.
    contact_point: BTreeSet<Ref<Outcome>>,
}

impl Seen {
    /// Each letter was complete in each outcome that it is for: what is asserted was asserted of something.
    fn assert_enough(&self) {
        for letter in &HANDBOOK.paperwork.letters {
            for outcome in &letter.outcomes {
                let outcome = &HANDBOOK.policy[*outcome].id;
                let found = self.complete.get(&(letter.id.clone(), outcome.clone())).copied().unwrap_or(0);
                assert!(
                    found >= 5,
                    "{} was complete in {outcome} {found} times: {:?}",
                    letter.id,
                    self.complete
                );
            }
        }
        assert!(self.lifted >= 10, "only {} letters of a restriction lifted were complete", self.lifted);
        assert!(self.contact_point.len() >= 9, "in {} outcomes only", self.contact_point.len());
    }
}

/// What a letter has to tell of stands in it.
fn assert_told(made: &MadeCase, letter: &Letter, text: &str, about: &dyn Fn() -> String) {
    for option in told(made, letter) {
        for detail in details(made, option) {
            assert!(text.contains(&detail), "“{detail}” of {} is missing: {}", option.id, about());
        }
    }
}

/// Nothing stands in a letter of what is not taken.
fn assert_nothing_else_told(made: &MadeCase, text: &str, about: &dyn Fn() -> String) {
    for option in decided(made, false) {
        for words in details(made, option).iter().map(String::as_str).chain(own_words(option)) {
            assert!(!text.contains(words), "“{words}” of {}, which is not taken: {}", option.id, about());
        }
    }
}

/// What a letter takes from the record stands in the record.
fn assert_recorded(made: &MadeCase, state: &LetterState<'_>, record: &str, about: &dyn Fn() -> String) {
    for entry in state.asked() {
        if let (FieldKind::Text | FieldKind::Lines, [Prefill::Record(_)]) =
            (&entry.field.kind, entry.field.from.as_slice())
        {
            // What was written for the letter alone is the letter's.
            let taken = entry
                .value
                .lines()
                .filter(|line| line.starts_with("Words") && made.written(&entry.key).is_none());
            for line in taken {
                assert!(record.contains(line), "“{line}” is not in the record: {}", about());
            }
        }
    }
}

/// A letter that tells of a restriction lifted names no limit and no date of one, and says who is told.
fn assert_lifted(made: &MadeCase, state: &LetterState<'_>, text: &str, seen: &mut Seen) {
    if !state.is_complete() {
        return;
    }
    seen.lifted += 1;
    for date in
        ["starts-on", "ends-on", "review-date"].iter().filter_map(|id| made.written(&format!("record/{id}")))
    {
        assert!(!text.contains(&casework::in_words(&date)), "{text}");
    }
    for words in ["limits apply", "last day", "review this again", "limits do not stop"] {
        assert!(!text.to_lowercase().contains(words), "“{words}” in {text}");
    }
    assert!(text.contains("**The limits have ended.**"), "{text}");
    let told_again = made.written("record/told-again").unwrap();
    assert!(told_again.lines().all(|line| text.contains(line)), "{told_again} in {text}");
}

/// Whoever must have a point of contact, or may need one, has a place for it in the record.
fn assert_contact_point(made: &MadeCase, view: &CaseView<'_>, seen: &mut Seen) {
    let index = HANDBOOK.policy.options.iter().position(|option| option.id == "contact-point").unwrap();
    let status = view.assessment().options[index];
    if status.settled && matches!(status.status, Status::Required | Status::Open) {
        let sections = view.sections();
        let mut fields = sections.iter().flat_map(|(_, entries)| entries);
        assert!(fields.any(|entry| entry.field.id == "contact-point-who"), "{:?}", made.case.answers);
        seen.contact_point.extend(view.assessment().outcome);
    }
}

/// Every date in a letter was decided for it, and one that is the record's is the same there.
fn assert_dates(made: &MadeCase, state: &LetterState<'_>, text: &str, about: &dyn Fn() -> String) {
    let asked = state.asked().filter(|entry| entry.field.kind == FieldKind::Date);
    let dates: BTreeSet<String> = asked.map(|entry| casework::in_words(&entry.value)).collect();
    let details = made.case.texts.iter().filter(|(key, _)| key.starts_with("detail/"));
    let details: BTreeSet<String> = details.map(|(_, value)| casework::in_words(value)).collect();
    for (date, _) in made.dates() {
        if text.contains(&date) {
            assert!(
                dates.contains(&date) || details.contains(&date),
                "{date} was not decided for this: {}",
                about()
            );
        }
    }
    for entry in state.asked().filter(|_| state.is_complete()) {
        if let (FieldKind::Date, [Prefill::Record(id)]) = (&entry.field.kind, entry.field.from.as_slice()) {
            let recorded = made.written(&format!("record/{id}")).or_else(|| made.usual(id));
            assert_eq!(Some(entry.value.clone()), recorded, "{id} in {}", about());
        }
    }
}

/// No part is empty or stands twice, and nothing is left to fill in where the letter is complete.
fn assert_parts(state: &LetterState<'_>, about: &dyn Fn() -> String) {
    let mut seen = BTreeSet::new();
    for block in state.parts.iter().filter(|part| !part.left_out).flat_map(|part| &part.blocks) {
        let text = to_markdown(&Document {
            blocks: vec![block.clone()],
            title: String::new(),
            language: String::new(),
        })
        .replace('\\', "");
        assert!(!text.trim().is_empty(), "a paragraph is empty: {}", about());
        assert!(
            matches!(block, Block::Bullets(items) if items.len() > 1) || seen.insert(text.clone()),
            "“{text}” stands twice: {}",
            about()
        );
        for wrong in ["..", " .", "  ", "{", "}", "[…]"] {
            let found = text.trim_end().contains(wrong) && state.is_complete();
            assert!(!found, "“{wrong}” in “{text}”: {}", about());
        }
        let left = FOR_THE_WORD_PROCESSOR.iter().fold(text.clone(), |text, known| text.replace(known, ""));
        assert!(!state.is_complete() || !left.contains('['), "something is left to fill in: {}", about());
    }
}
