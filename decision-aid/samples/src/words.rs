//! What stands in the fields of made cases: plain sentences in which nobody is named.

use casework::{days_after, in_words};
use fastrand::Rng;
use policy::{Field, FieldChoice, FieldKind, TODAY};

const EVENTS: [&str; 8] = [
    "Eleven calls on one day, each about the same matter.",
    "Shouted at the reception desk and did not leave when asked to.",
    "Four emails to different officers about one complaint.",
    "Said on the phone that the officer would regret the answer.",
    "Recorded a meeting without saying so, and sent parts of it to others.",
    "Sent a letter of thirty pages that repeats what was answered before.",
    "Asked for an answer on the same day, and for another officer each time.",
    "Used offensive words to a member of staff during a visit.",
];

const ROLES: [&str; 6] = [
    "Team manager",
    "Head of the service",
    "Senior officer",
    "Reception at the main office",
    "The team on the phones",
    "Area manager",
];

const REASONS: [&str; 5] = [
    "The contacts take up two days of work a week, and answers to others are late because of it.",
    "We explained and asked for a change, and the contacts went on as before.",
    "Staff at the desk were afraid, and one asked to be moved to other work.",
    "A shorter time was considered, but the last one made no difference.",
    "One way of contact stays open at any time, and letters are answered in full.",
];

const NOTES: [&str; 6] = [
    "We asked by letter and heard nothing new.",
    "Checked with the service and written down on the file.",
    "Offered a call to talk it through, which was taken up.",
    "Nothing is known of it. We asked twice.",
    "As it was agreed, and as it was written down then.",
    "The same as the last time, and a little more.",
];

const LESSONS: [&str; 6] = [
    "Say in the first answer when the next one will come.",
    "One officer should answer all letters about one matter.",
    "We should have asked earlier what the customer needs to write to us.",
    "The form does not say who to ask when nothing happens.",
    "Notes of calls were missing for two weeks.",
    "A visit settled in an hour what letters had not settled in months.",
];

const ADJUSTMENTS: [&str; 4] = [
    "Large print offered and used since.",
    "A longer time to answer was asked for and agreed.",
    "Calls are kept to the morning, as asked for.",
    "An advocate was offered, and refused for now.",
];

/// Something that happened shortly before a day.
pub(super) fn event(day: &str, rng: &mut Rng) -> String {
    let on = days_after(day, -rng.i64(1..40)).unwrap_or_default();
    format!("{}: {}", in_words(&on), any(&EVENTS, rng))
}

pub(super) fn lesson(rng: &mut Rng) -> String {
    any(&LESSONS, rng).to_owned()
}

pub(super) fn adjustment(rng: &mut Rng) -> String {
    any(&ADJUSTMENTS, rng).to_owned()
}

/// What somebody could write into a field on a day.
pub(super) fn written(field: &Field, day: &str, rng: &mut Rng) -> String {
    match &field.kind {
        FieldKind::Date => days_after(day, -rng.i64(0..3)).unwrap_or_default(),
        FieldKind::Number => rng.u32(1..6).to_string(),
        FieldKind::Choice(choices) => chosen(field, choices, rng),
        FieldKind::Choices(choices) => chosen(field, choices, rng),
        FieldKind::Lines => any(&ROLES, rng).to_owned(),
        FieldKind::Text => match field.default.as_deref().filter(|default| *default != TODAY) {
            Some(default) => default.to_owned(),
            None => text(field, rng),
        },
    }
}

/// A sentence that goes with what is asked for, as far as its own words tell.
fn text(field: &Field, rng: &mut Rng) -> String {
    let asks = format!("{} {}", field.label, field.hint.as_deref().unwrap_or_default()).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| asks.contains(word));
    let pool: &[&str] = if has(&["role", "job title", "officer", "who "]) {
        &ROLES
    } else if has(&["why", "reason"]) {
        &REASONS
    } else if has(&["happened", "with dates", "how often"]) {
        &EVENTS
    } else {
        &NOTES
    };
    any(pool, rng).to_owned()
}

fn chosen(field: &Field, choices: &[FieldChoice], rng: &mut Rng) -> String {
    let usual = field.default.as_deref().filter(|_| rng.bool());
    let any = choices.get(rng.usize(0..choices.len().max(1))).map(|choice| choice.id.as_str());
    usual.or(any).unwrap_or_default().to_owned()
}

fn any<'w>(words: &[&'w str], rng: &mut Rng) -> &'w str {
    words.get(rng.usize(0..words.len().max(1))).copied().unwrap_or_default()
}

/// One of some things, each as likely as its weight says. There is always one.
pub(super) fn one_of<T: Copy>(weighed: &[(T, u32)], rng: &mut Rng) -> T {
    let mut left = rng.u32(0..weighed.iter().map(|(_, weight)| weight).sum::<u32>().max(1));
    for (thing, weight) in weighed {
        if left < *weight {
            return *thing;
        }
        left -= weight;
    }
    weighed[0].0
}
