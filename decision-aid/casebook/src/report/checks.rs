//! What the cases came to: results, grounds, behaviour, options taken, warnings, and what was written down.

use super::ReportTable;
use super::counting::{Counting, Heading, Past, labels};
use crate::casebook::{own_options, taken};
use policy::{Answer, EntryKind, Outcome, PolicyOption, Ref};

impl Counting<'_> {
    pub(super) fn checks(&self) -> Vec<ReportTable> {
        let options = Some(self.options());
        let tables = [
            Some(self.outcomes()),
            self.grounds(),
            self.behaviour(),
            options,
            self.warnings(),
            self.written_down(),
        ];
        tables.into_iter().flatten().collect()
    }

    fn outcomes(&self) -> ReportTable {
        let outcomes = &self.policy().outcomes;
        let kinds = &self.content.paperwork.entries.kinds;
        let kind = |outcome: Ref<Outcome>| kinds.iter().find(|(of, _)| *of == outcome).map(|(_, kind)| *kind);
        let known =
            self.policy().outcome_refs().map(|outcome| (self.policy()[outcome].name.clone(), kind(outcome)));
        let other = labels(["No single result yet", "A result of another version of the policy"]);
        let row = |past: &Past<'_>| match past.entry().outcome.as_str() {
            "" => outcomes.len(),
            id => outcomes.iter().position(|outcome| outcome.id == id).unwrap_or(outcomes.len() + 1),
        };
        self.table_with_total(
            Heading {
                id: "outcomes",
                title: "Results",
                note: "What the policy said of the case. A case counts again for each entry in which it was looked at anew.",
            },
            known.chain(other).collect(),
            None,
            self.entries().filter(Past::has_result).map(|past| (row(&past), past.day)),
        )
    }

    fn grounds(&self) -> Option<ReportTable> {
        let grounds = Some(&self.facts().grounds).filter(|grounds| !grounds.is_empty())?;
        let ids: Vec<&str> = grounds.iter().map(|ground| self.policy()[*ground].id.as_str()).collect();
        let ids = &ids;
        let found = self.entries().filter(Past::is_new).flat_map(|past| {
            past.rows(ids.len(), move |row| past.entry().findings.iter().any(|found| found == ids[row]))
        });
        Some(self.table(
            Heading {
                id: "grounds",
                title: "Grounds",
                note: "What the answers amounted to, reviews left out. A case can have several.",
            },
            labels(grounds.iter().map(|ground| self.policy()[*ground].name.as_str())),
            found,
        ))
    }

    fn behaviour(&self) -> Option<ReportTable> {
        let question = &self.policy()[self.facts().behaviour?];
        let choices = question.answers.choices();
        let found = self.entries().filter(Past::is_new).flat_map(|past| {
            let answer = past.entry().case.answers.get(&question.id);
            past.rows(choices.len(), move |row| match answer {
                Some(Answer::Many(ticked)) => ticked.contains(&choices[row].id),
                Some(Answer::One(choice)) => *choice == choices[row].id,
                None => false,
            })
        });
        Some(self.table(
            Heading {
                id: "behaviour",
                title: "Behaviour",
                note: "What was reported, reviews left out. A case can have several.",
            },
            labels(choices.iter().map(|choice| choice.label.as_str())),
            found,
        ))
    }

    /// The options taken, but for those that a review decides by: these are counted as results of reviews.
    fn options(&self) -> ReportTable {
        let rules = &self.content.paperwork.entries;
        let of_reviews =
            |option| rules.ends.contains(&option) || rules.terms.iter().any(|(of, _)| *of == option);
        let all = (0..).map(Ref::<PolicyOption>::new).zip(&self.policy().options);
        let options: Vec<&PolicyOption> =
            all.filter(|(option, _)| !of_reviews(*option)).map(|(_, option)| option).collect();
        let options = &options;
        let found = self.entries().filter(Past::is_new).flat_map(|past| {
            past.rows(options.len() + 1, move |row| match options.get(row) {
                Some(option) => taken(past.entry(), &option.id),
                None => own_options(past.entry()),
            })
        });
        let names = options.iter().map(|option| option.name.as_str());
        self.table(
            Heading {
                id: "options",
                title: "What was decided to do",
                note: "The options taken, reviews left out. A case can have several.",
            },
            labels(names.chain(["Something that is not on the list of options"])),
            found,
        )
    }

    fn warnings(&self) -> Option<ReportTable> {
        self.comes_up(EntryKind::Warning).then_some(())?;
        let warnings = self.entries().filter(|past| past.is(EntryKind::Warning));
        Some(self.table_with_total(
            Heading {
                id: "warnings",
                title: "Letters that asked for a change",
                note: "Whether the letter was enough, as far as the case file says by now.",
            },
            labels([
                "It was enough: a later check set no limits",
                "It was not enough: limits were set, or another letter was sent",
                "Nothing was decided since",
            ]),
            Some(EntryKind::Warning),
            warnings.map(|past| (after_warning(&past), past.day)),
        ))
    }

    /// How often something was written into the fields that a handbook has for it.
    fn written_down(&self) -> Option<ReportTable> {
        let facts = self.facts();
        let rows = [
            (&facts.adjustments, "Adjustments for an illness, a disability or another need considered"),
            (&facts.departure, "Gone on although a check was not met"),
            (&facts.lesson, "A lesson written down"),
        ];
        let (fields, names): (Vec<_>, Vec<_>) =
            rows.into_iter().filter_map(|(field, name)| Some((field.as_ref()?, name))).unzip();
        let fields = Some(&fields).filter(|fields| !fields.is_empty())?;
        let found = self.entries().filter(Past::has_result).flat_map(|past| {
            past.rows(fields.len(), move |row| !past.entry().recorded(Some(fields[row])).is_empty())
        });
        Some(self.table(
            Heading {
                id: "written-down",
                title: "Adjustments, departures and lessons",
                note: "How many entries say something of it.",
            },
            labels(names),
            found,
        ))
    }
}

/// What followed a warning: the first entry after it that settles that it was enough, or not.
fn after_warning(past: &Past<'_>) -> usize {
    let settled = past.later().find_map(|entry| match entry.kind {
        EntryKind::Warning => Some(1),
        EntryKind::Incident | EntryKind::Correction => None,
        _ if entry.limits.is_some() => Some(1),
        _ => Some(0),
    });
    settled.unwrap_or(2)
}
