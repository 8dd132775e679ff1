//! What becomes of a made case: a check, and what follows one thing after another.

use super::check::Check;
use super::words;
use casework::{Case, CaseEntry, CaseHistory, Key, days_after, days_between};
use fastrand::Rng;
use policy::{Content, EntryKind, Field};

/// How many days before the last one a case can begin, at most and at least.
const FIRST_BEGINS: i64 = 872;
const LAST_BEGINS: i64 = 72;

/// The most entries of a case.
const MOST_ENTRIES: usize = 8;

/// The entries of a case, none later than a day. There is at least one.
pub(super) fn history(
    content: &Content,
    reference: &str,
    case_id: String,
    until: &str,
    rng: &mut Rng,
) -> CaseHistory {
    let before = FIRST_BEGINS - rng.i64(0..FIRST_BEGINS - LAST_BEGINS);
    let day = days_after(until, -before).unwrap_or_else(|| until.to_owned());
    let mut story = Story { content, reference, history: CaseHistory::new(case_id), day, until, rng };
    let first =
        story.one_of(&[(EntryKind::Warning, 5), (EntryKind::Decision, 5), (EntryKind::OnTheSpotNotice, 2)]);
    // Under some policies there is no such kind: then the case is whatever its answers make it.
    if !story.check(first) {
        story.any_check();
    }
    while story.history.entries.len() < MOST_ENTRIES && story.go_on() {}
    story.history
}

struct Story<'s> {
    content: &'s Content,
    reference: &'s str,
    history: CaseHistory,
    /// The day of the newest entry.
    day: String,
    /// The day after which nothing happens any more.
    until: &'s str,
    rng: &'s mut Rng,
}

impl Story<'_> {
    /// What happens next. Returns whether something did.
    fn go_on(&mut self) -> bool {
        let in_force = self.history.in_force();
        let on_the_spot = in_force.iter().any(|set| set.is_on_the_spot());
        let review = in_force.first().map(|set| set.limits.review_on.clone());
        let last = self.history.made().last().map(|entry| entry.kind);
        match (review, last) {
            (Some(_), _) if on_the_spot => self.after_on_the_spot(),
            (Some(review_on), _) => self.in_force(&review_on),
            (None, Some(EntryKind::Warning)) => self.after_warning(),
            (None, _) => false,
        }
    }

    fn after_warning(&mut self) -> bool {
        match self.one_of(&[(0, 4), (1, 4), (2, 1), (3, 1)]) {
            0 => false,
            1 => self.wait(20..90) && self.check(EntryKind::Decision),
            2 => self.wait(10..60) && self.write_down(EntryKind::Incident),
            _ => self.wait(5..60) && self.check(EntryKind::OnTheSpotNotice),
        }
    }

    fn after_on_the_spot(&mut self) -> bool {
        match self.one_of(&[(0, 2), (1, 7), (2, 1)]) {
            0 => false,
            1 => self.wait(2..45) && self.check(EntryKind::Decision),
            _ => self.wait(1..10) && self.write_down(EntryKind::Incident),
        }
    }

    fn in_force(&mut self, review_on: &str) -> bool {
        match self.one_of(&[(0, 2), (1, 9), (2, 3), (3, 1), (4, 1), (5, 1)]) {
            0 => false,
            1 => {
                let to_review = days_between(&self.day, review_on).unwrap_or(180).max(1);
                let late = self.rng.i64(-20..12);
                self.at(to_review + late) && self.check(EntryKind::Review)
            }
            2 => self.wait(5..40) && self.write_down(EntryKind::Incident),
            3 => self.wait(1..14) && self.write_down(EntryKind::Correction),
            4 => self.wait(20..100) && (self.check(EntryKind::Change) || self.check(EntryKind::Review)),
            _ => self.wait(20..100) && (self.check(EntryKind::End) || self.check(EntryKind::Review)),
        }
    }

    /// Some days later. Returns whether that is still in time.
    fn wait(&mut self, days: std::ops::Range<i64>) -> bool {
        let days = self.rng.i64(days);
        self.at(days)
    }

    fn at(&mut self, days: i64) -> bool {
        match days_after(&self.day, days.max(1)).filter(|day| day.as_str() <= self.until) {
            Some(day) => {
                self.day = day;
                true
            }
            None => false,
        }
    }

    /// A check that makes an entry of a kind. Returns whether there was one.
    fn check(&mut self, kind: EntryKind) -> bool {
        let begun = match kind {
            EntryKind::Review => self.history.begin_review(self.content, &self.day),
            _ => self.history.begin_check(self.content),
        };
        let mut check =
            Check { content: self.content, reference: self.reference, day: &self.day, rng: self.rng };
        let Some(entry) = check.made(&begun, Some(kind)) else { return false };
        self.history.make(entry, &self.day);
        true
    }

    /// A check with whatever result.
    fn any_check(&mut self) {
        let begun = self.history.begin_check(self.content);
        let mut check =
            Check { content: self.content, reference: self.reference, day: &self.day, rng: self.rng };
        if let Some(entry) = check.made(&begun, None) {
            self.history.make(entry, &self.day);
        }
    }

    /// Something that is only written down. Returns whether there is anything to write.
    fn write_down(&mut self, kind: EntryKind) -> bool {
        let rules = &self.content.paperwork.entries;
        let is_correction = kind == EntryKind::Correction;
        let fields: &[Field] = if is_correction { &rules.correction } else { &rules.incident };
        let mut case = Case::default();
        for field in fields.iter().filter(|field| !field.optional) {
            let text = words::written(field, &self.day, self.rng);
            let key = if is_correction { Key::Correction(&field.id) } else { Key::Incident(&field.id) };
            case.write(&key.to_string(), text);
        }
        if is_correction {
            let corrected = self.rng.usize(1..=self.history.entries.len());
            case.write(&Key::Corrects.to_string(), corrected.to_string());
        }
        let entry = CaseEntry {
            kind,
            policy_version: self.content.policy.version.clone(),
            saved_on: self.day.clone(),
            case,
            ..CaseEntry::default()
        };
        self.history.make(entry, &self.day);
        !fields.is_empty()
    }

    /// One of some things, each as likely as its weight says.
    fn one_of<T: Copy>(&mut self, weighed: &[(T, u32)]) -> T {
        words::one_of(weighed, self.rng)
    }
}
