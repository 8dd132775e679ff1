//! What is in force after the entries that were made, what is due, and what cannot have happened.

use super::{CaseEntry, CaseHistory, Limits};
use crate::Key;
use crate::calendar::{days_between, in_words, parse};
use policy::EntryKind;

/// Limits that are in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InForce<'h> {
    /// The number of the entry that set them, counted from 1.
    pub number: usize,
    /// That entry.
    pub entry: &'h CaseEntry,
    /// The limits.
    pub limits: &'h Limits,
}

impl InForce<'_> {
    /// Whether they were decided on the spot, so that an assessment is owed.
    pub fn is_on_the_spot(&self) -> bool {
        self.entry.kind == EntryKind::OnTheSpotNotice
    }

    /// Whether their last day is over. Until an entry says that they ended, nobody was told so.
    pub fn has_run_out(&self, today: &str) -> bool {
        is_before(&self.limits.ends_on, today)
    }

    /// What is due of them, overdue first and then by day. `decided_on` is the field of the record with the day of a decision.
    pub fn due(&self, decided_on: Option<&String>, today: &str) -> Vec<Due> {
        let mut due = Vec::new();
        let mut add = |kind, on: &str, is_overdue| due.push(Due { kind, on: on.to_owned(), is_overdue });
        if self.is_on_the_spot() {
            add(DueKind::Assessment, self.entry.day(decided_on), true);
        }
        if self.has_run_out(today) {
            add(DueKind::End, &self.limits.ends_on, true);
        }
        let is_overdue = is_before(&self.limits.review_on, today);
        // Nobody reviews what has run out, but that it was to be reviewed before is still said.
        if parse(&self.limits.review_on).is_some() && (is_overdue || !self.has_run_out(today)) {
            add(DueKind::Review, &self.limits.review_on, is_overdue);
        }
        due.sort_by(|one, other| one.order().cmp(&other.order()));
        due
    }
}

/// Something that is due on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// What it is.
    pub kind: DueKind,
    /// The day.
    pub on: String,
    /// Whether that day is over.
    pub is_overdue: bool,
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// The assessment that follows a restriction decided on the spot.
    Assessment,
    /// The review of a restriction.
    Review,
    /// To end a restriction whose last day is over, and to tell everyone.
    End,
}

impl Due {
    /// What it is sorted by: what is overdue comes first, then what is due sooner.
    fn order(&self) -> (bool, &str, DueKind) {
        (!self.is_overdue, &self.on, self.kind)
    }

    /// What is due and since when, in a sentence. `today` is the day that it is counted to.
    pub fn says(&self, today: &str) -> String {
        let what = match self.kind {
            DueKind::Assessment => "The assessment after the restriction on the spot is owed since",
            DueKind::Review if self.is_overdue => "The review was due on",
            DueKind::Review => "The review is due on",
            DueKind::End => "The last day of the limits was",
        };
        let late = days_between(&self.on, today).filter(|days| self.is_overdue && *days > 0);
        let late = late.map(|days| match days {
            1 => ", a day ago".to_owned(),
            days => [", ", &days.to_string(), " days ago"].concat(),
        });
        let then = match self.kind {
            DueKind::End => " Say that they have ended, and tell everyone who was told of them.",
            DueKind::Assessment | DueKind::Review => "",
        };
        [what, " ", &in_words(&self.on), late.as_deref().unwrap_or(""), ".", then].concat()
    }
}

/// Whether one day is before another. What is no day is before none.
fn is_before(day: &str, other: &str) -> bool {
    parse(day).zip(parse(other)).is_some_and(|(day, other)| day < other)
}

impl CaseHistory {
    /// What is in force after the last entry: what was decided on the spot since, then the decision and what a further step added to
    /// it. A review decides on all of them at once.
    pub fn in_force(&self) -> Vec<InForce<'_>> {
        let (mut decided, mut on_the_spot) = (Vec::new(), None);
        for (number, entry) in (1..).zip(self.made()) {
            let set = entry.limits.as_ref().map(|limits| InForce { number, entry, limits });
            match (entry.kind, set) {
                (EntryKind::OnTheSpotNotice, Some(set)) => on_the_spot = Some(set),
                (EntryKind::End, _) | (EntryKind::Review, None) => {
                    (decided, on_the_spot) = (Vec::new(), None)
                }
                (EntryKind::Decision | EntryKind::Review, Some(set)) => {
                    (decided, on_the_spot) = (vec![set], None)
                }
                (EntryKind::Change, Some(set)) => {
                    decided.push(set);
                    on_the_spot = None;
                }
                _ => {}
            }
        }
        on_the_spot.into_iter().chain(decided).collect()
    }

    /// What is due, overdue first and then by day. `decided_on` is the field of the record with the day of a decision.
    pub fn due(&self, decided_on: Option<&String>, today: &str) -> Vec<Due> {
        let mut due: Vec<Due> = self.in_force().iter().flat_map(|set| set.due(decided_on, today)).collect();
        due.sort_by(|one, other| one.order().cmp(&other.order()));
        due
    }

    /// The entries that were made after today, in sentences: the day of this computer is wrong, or that of another one was.
    pub fn made_after(&self, today: &str) -> Vec<String> {
        let made = (1..)
            .zip(self.made())
            .filter_map(|(number, entry)| Some((number, entry, entry.made_on.as_deref()?)));
        let later = made.filter(|(_, _, made_on)| is_before(today, made_on));
        later
            .map(|(number, entry, made_on)| {
                let says = ", which is after today. Check the day of this computer.";
                [&named(number, entry), " was made on ", &in_words(made_on), says].concat()
            })
            .collect()
    }

    /// What cannot have happened as the entries say, in sentences. A file that was changed by hand can say anything.
    pub fn contradictions(&self) -> Vec<String> {
        let entries: Vec<(usize, &CaseEntry)> = (1..).zip(self.made()).collect();
        let order = entries.windows(2).filter_map(|pair| out_of_order(pair[0], pair[1]));
        let own = entries.iter().flat_map(|(number, entry)| contradictions_of(*number, entry));
        order.chain(own).chain(self.reviews_of_nothing()).collect()
    }

    /// Reviews after an end, with nothing set between the two. One that nothing was set before can be of a decision on paper.
    fn reviews_of_nothing(&self) -> Vec<String> {
        let (mut has_ended, mut found) = (false, Vec::new());
        for (number, entry) in (1..).zip(self.made()) {
            if entry.kind == EntryKind::Review && has_ended {
                let says = " reviews a restriction, and every one had ended before it.";
                found.push([&named(number, entry), says].concat());
            }
            let ends =
                entry.kind == EntryKind::End || (entry.kind == EntryKind::Review && entry.limits.is_none());
            has_ended = ends || (has_ended && entry.limits.is_none());
        }
        found
    }
}

/// An entry as a sentence begins with it.
fn named(number: usize, entry: &CaseEntry) -> String {
    ["Entry ", &number.to_string(), " (", entry.kind.name(), ")"].concat()
}

fn out_of_order(before: (usize, &CaseEntry), after: (usize, &CaseEntry)) -> Option<String> {
    let (earlier, later) = (before.1.made_on.as_deref()?, after.1.made_on.as_deref()?);
    let says = |day| [" was made on ", &in_words(day)].concat();
    is_before(later, earlier).then(|| {
        [&named(after.0, after.1), &says(later), ", before the one above it, which", &says(earlier), "."]
            .concat()
    })
}

/// What an entry says that cannot be, by itself.
fn contradictions_of(number: usize, entry: &CaseEntry) -> Vec<String> {
    let mut found = Vec::new();
    if entry.made_on.is_none() {
        found.push(" was never made, and others follow it.".to_owned());
    }
    if let Some(limits) = entry.limits.as_ref().filter(|limits| is_before(&limits.ends_on, &limits.starts_on))
    {
        let (first, last) = (in_words(&limits.starts_on), in_words(&limits.ends_on));
        found.push([" sets limits that end on ", &last, " and begin on ", &first, "."].concat());
    }
    let corrects = entry.case.text(&Key::Corrects);
    if entry.kind == EntryKind::Correction && corrects.parse().is_ok_and(|of: usize| of == 0 || of >= number)
    {
        found.push([" corrects entry ", corrects, ", which does not stand before it."].concat());
    }
    found.iter().map(|says| [&named(number, entry), says.as_str()].concat()).collect()
}
