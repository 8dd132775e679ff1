//! Reviews: whether they were held when they were due, what they came to, and who asked for them.

use super::ReportTable;
use super::counting::{Counting, Heading, Past, is_by, labels};
use crate::casebook::taken;
use casework::CaseEntry;
use policy::{Answer, EntryKind, PolicyOption, Ref};

impl Counting<'_> {
    pub(super) fn reviews(&self) -> Vec<ReportTable> {
        [self.due(), self.results(), self.asked_for()].into_iter().flatten().collect()
    }

    fn due(&self) -> Option<ReportTable> {
        self.facts().review_on.as_ref()?;
        let entries: Vec<Past<'_>> = self.entries().collect();
        let found = entries.iter().filter_map(|past| {
            let limits = past.entry().limits.as_ref()?;
            (!limits.review_on.is_empty())
                .then(|| (self.held(past, &limits.review_on), limits.review_on.as_str()))
        });
        Some(self.table_with_total(
            Heading {
                id: "reviews-due",
                title: "Reviews due",
                note: "Reviews whose day lies in the period, and whether they were held by it.",
            },
            labels([
                "Held by the day",
                "Held late",
                "Not needed: the limits had ended or changed before",
                "Not held, and the day is over",
                "To come",
            ]),
            None,
            found,
        ))
    }

    /// What became of a review that was due on a day.
    fn held(&self, past: &Past<'_>, due: &str) -> usize {
        let next = past.later().find(|next| replaces(next, past.entry().kind));
        let in_time = next.is_some_and(|next| is_by(self.day(next), due));
        match next {
            Some(next) if next.kind == EntryKind::Review => usize::from(!in_time),
            Some(_) if in_time => 2,
            None if is_by(self.today, due) => 4,
            _ => 3,
        }
    }

    fn results(&self) -> Option<ReportTable> {
        self.comes_up(EntryKind::Review).then_some(())?;
        let rules = &self.content.paperwork.entries;
        let mut options: Vec<Ref<PolicyOption>> = rules.ends.clone();
        for (option, _) in &rules.terms {
            if !options.contains(option) {
                options.push(*option);
            }
        }
        let row = |entry: &CaseEntry| {
            let mut taken = (0..options.len()).filter(|row| taken(entry, &self.policy()[options[*row]].id));
            let first = taken.next().unwrap_or(options.len());
            if taken.next().is_some() { options.len() } else { first }
        };
        let names = options.iter().map(|option| self.policy()[*option].name.as_str());
        Some(
            self.table_with_total(
                Heading {
                    id: "reviews-held",
                    title: "Reviews held, by what they came to",
                    note: "Reviews that were held in the period.",
                },
                labels(names.chain(["None of these, or several"])),
                Some(EntryKind::Review),
                self.entries()
                    .filter(|past| past.is(EntryKind::Review))
                    .map(|past| (row(past.entry()), past.day)),
            ),
        )
    }

    fn asked_for(&self) -> Option<ReportTable> {
        let question = &self.policy()[self.facts().review?];
        let choices = question.answers.choices();
        let row = |entry: &CaseEntry| {
            let answer = entry.case.answers.get(&question.id);
            let is_it = |id: &String| matches!(answer, Some(Answer::One(given)) if given == id);
            choices.iter().position(|choice| is_it(&choice.id)).unwrap_or(choices.len())
        };
        Some(
            self.table_with_total(
                Heading {
                    id: "reviews-asked-for",
                    title: "Reviews held, by who asked for them",
                    note: "Reviews that were held in the period.",
                },
                labels(choices.iter().map(|choice| choice.label.as_str()).chain(["Not said"])),
                Some(EntryKind::Review),
                self.entries()
                    .filter(|past| past.is(EntryKind::Review))
                    .map(|past| (row(past.entry()), past.day)),
            ),
        )
    }
}

/// Whether an entry takes the place of the limits that one of a kind has set, or ends them.
fn replaces(next: &CaseEntry, set_by: EntryKind) -> bool {
    match next.kind {
        EntryKind::Review | EntryKind::End => true,
        EntryKind::Decision => next.limits.is_some(),
        // A further step adds to what was decided, and is the assessed decision after what was done on the spot.
        EntryKind::OnTheSpotNotice | EntryKind::Change => {
            set_by == EntryKind::OnTheSpotNotice && next.limits.is_some()
        }
        EntryKind::Warning | EntryKind::Incident | EntryKind::Correction => false,
    }
}
