//! Fields to fill in: what stands in them, and what is wrong with it.

use crate::Key;
use crate::calendar::{months_after, parse};
use crate::case_view::CaseView;
use crate::entry::{Entry, EntryKind, Problem};
use crate::screen::Screen;
use policy::{Field, FieldChoice, FieldKind, RecordSection, Stage, TODAY};

impl<'a> CaseView<'a> {
    /// The sections of the record that come up, each with its fields.
    pub fn sections(&self) -> Vec<(&'a RecordSection, Vec<Entry<'a>>)> {
        self.filled_in(|_| true)
    }

    /// The sections of a stage that the officer fills in, each with its fields: those that are sure to come up, and, once
    /// every question is answered, those that still may.
    pub fn sections_at(&self, stage: Stage) -> Vec<(&'a RecordSection, Vec<Entry<'a>>)> {
        self.sections_where(|section| section.stage == stage)
    }

    fn sections_where(
        &self,
        is_meant: impl Fn(&RecordSection) -> bool,
    ) -> Vec<(&'a RecordSection, Vec<Entry<'a>>)> {
        let is_sure =
            |section: &RecordSection| self.walk.next.is_none() || self.holds(&section.when) == Some(true);
        self.filled_in(|section| is_meant(section) && is_sure(section))
    }

    /// The sections that come up and are meant, each with its fields.
    fn filled_in(
        &self,
        is_meant: impl Fn(&RecordSection) -> bool,
    ) -> Vec<(&'a RecordSection, Vec<Entry<'a>>)> {
        let sections = self.content.paperwork.sections.iter();
        let sections = sections.filter(|section| self.holds_section(section) && is_meant(section));
        sections
            .map(|section| (section, self.entries(&section.fields, &|field| Key::Record(field))))
            .collect()
    }

    /// Whether a section belongs in the record of this case.
    fn holds_section(&self, section: &RecordSection) -> bool {
        self.comes_up(&section.when)
            && (!section.when_restricting || self.restricts())
            && (section.when_taken.is_empty() || self.takes_any(&section.when_taken))
    }

    /// What the record of this case says in a field; nothing where the field is not in it, though something was written
    /// there while it was.
    pub(crate) fn recorded(&self, id: &str) -> String {
        let holds = |section: &&RecordSection| section.fields.iter().any(|field| field.id == id);
        let section = self.content.paperwork.sections.iter().find(holds);
        let field = section.filter(|section| self.holds_section(section)).and_then(|_| self.record_field(id));
        let asked = field.filter(|field| self.is_asked(field, &Key::Record(id)));
        asked.map(|field| self.entry(field, &Key::Record(id)).value).unwrap_or_default()
    }

    /// A field of the record, where it belongs in that of this case and is asked for.
    pub(crate) fn record_entry(&self, id: &str) -> Option<Entry<'a>> {
        let mut entries = self.sections().into_iter().flat_map(|(_, entries)| entries);
        entries.find(|entry| entry.field.id == id)
    }

    /// The sections on a screen, each with its fields.
    pub fn sections_on(&self, screen: Screen) -> Vec<(&'a RecordSection, Vec<Entry<'a>>)> {
        self.sections_where(|section| self.screen_of_section(section) == screen)
    }

    /// The fields of the record on a screen.
    pub(crate) fn section_entries_on(&self, screen: Screen) -> Vec<Entry<'a>> {
        self.sections_on(screen).into_iter().flat_map(|(_, entries)| entries).collect()
    }

    /// The fields of a letter, by its index.
    pub(crate) fn letter_entries(&self, index: usize) -> Vec<Entry<'a>> {
        let letter = self.content.paperwork.letters.get(index);
        letter.map(|letter| self.letter(letter).entries).unwrap_or_default()
    }

    /// The fields of a list that are asked for, each under its key.
    pub(crate) fn entries<'k>(&self, fields: &'a [Field], key: &dyn Fn(&'k str) -> Key<'k>) -> Vec<Entry<'a>>
    where
        'a: 'k,
    {
        let keyed = fields.iter().map(|field| (field, key(&field.id)));
        let asked = keyed.filter(|(field, key)| self.is_asked(field, key));
        asked.map(|(field, key)| self.entry(field, &key)).collect()
    }

    /// Whether a field is asked for: one that goes with another only once that is filled in.
    fn is_asked(&self, field: &'a Field, key: &Key<'_>) -> bool {
        let Some(with) = &field.with else { return true };
        let Some(beside) = key.beside(&with.field) else { return true };
        let mut lines = self.case.text(&beside).lines().map(str::trim);
        match &with.choice {
            Some(choice) => lines.any(|line| line == choice),
            None => lines.any(|line| !line.is_empty()),
        }
    }

    /// The case's reference: the first field of the record.
    pub fn reference(&self) -> String {
        for section in &self.content.paperwork.sections {
            if let Some(field) = section.fields.first() {
                return self.record_value(&field.id);
            }
        }
        String::new()
    }

    /// A field with what stands in it. `key` names it.
    pub(crate) fn entry(&self, field: &'a Field, key: &Key<'_>) -> Entry<'a> {
        let written = self.case.text(key);
        let value = if written.trim().is_empty() {
            self.usual(field).or_else(|| default(field)).unwrap_or_default()
        } else {
            written.to_owned()
        };
        let problem = self.problem(field, &value);
        Entry { kind: EntryKind::of(key), key: key.to_string(), field, value, problem }
    }

    /// The field of the record with an id.
    pub(crate) fn record_field(&self, id: &str) -> Option<&'a Field> {
        for section in &self.content.paperwork.sections {
            for field in &section.fields {
                if field.id == id {
                    return Some(field);
                }
            }
        }
        None
    }

    /// What stands in a field of the record.
    pub(crate) fn record_value(&self, id: &str) -> String {
        match self.record_field(id) {
            Some(field) => self.entry(field, &Key::Record(id)).value,
            None => String::new(),
        }
    }

    /// What usually stands in a field: a date counted from another, or the choice that the answers point to.
    fn usual(&self, field: &Field) -> Option<String> {
        if let Some(usual) = &field.usual {
            return months_after(self.case.text(&Key::Record(&usual.after)), usual.months);
        }
        let points =
            |choice: &&FieldChoice| choice.when.as_ref().is_some_and(|when| self.holds(when) == Some(true));
        field.kind.choices().iter().find(points).map(|choice| choice.id.clone())
    }

    fn problem(&self, field: &Field, value: &str) -> Option<Problem> {
        let value = value.trim();
        if value.is_empty() {
            return self.empty_problem(field);
        }
        match &field.kind {
            FieldKind::Text | FieldKind::Lines => None,
            FieldKind::Number => match value.parse::<u32>() {
                Ok(number) if number > 0 => None,
                _ => Some(Problem::NotANumber),
            },
            FieldKind::Choice(_) | FieldKind::Choices(_) => choice_problem(field, value),
            FieldKind::Date => self.date_problem(field, value),
        }
    }

    /// An empty field is wrong where it must be filled in, or where it has to give the reason for an unusual date.
    fn empty_problem(&self, field: &Field) -> Option<Problem> {
        for section in &self.content.paperwork.sections {
            for dated in &section.fields {
                if self.asks_why(dated, field) {
                    return Some(Problem::ReasonMissing);
                }
            }
        }
        (!field.optional).then_some(Problem::Missing)
    }

    /// Whether a date is not the usual one, so that `field` has to say why.
    fn asks_why(&self, dated: &Field, field: &Field) -> bool {
        let Some(usual) = &dated.usual else { return false };
        let written = self.case.text(&Key::Record(&dated.id));
        if usual.otherwise.as_ref() != Some(&field.id) || written.is_empty() {
            return false;
        }
        match months_after(self.case.text(&Key::Record(&usual.after)), usual.months) {
            Some(usually) => written != usually,
            None => false,
        }
    }

    fn date_problem(&self, field: &Field, value: &str) -> Option<Problem> {
        let Some(date) = parse(value) else { return Some(Problem::NotADate) };
        let other = |id: &Option<String>| {
            let other = self.record_field(id.as_deref()?)?;
            Some((parse(self.case.text(&Key::Record(&other.id)))?, other.label.clone()))
        };
        let too_early = other(&field.not_before).filter(|(earliest, _)| date < *earliest);
        let too_late = || other(&field.not_after).filter(|(latest, _)| date > *latest);
        too_early
            .map(|(_, label)| Problem::TooEarly(label))
            .or_else(|| too_late().map(|(_, label)| Problem::TooLate(label)))
    }
}

/// What stands in a field until something is written there. A day has none before the officer gets to it.
fn default(field: &Field) -> Option<String> {
    field.default.clone().filter(|default| field.kind != FieldKind::Date || default != TODAY)
}

/// The choices of a field that are chosen, one to a line of what stands in it.
pub(crate) fn chosen<'f>(field: &'f Field, value: &str) -> impl Iterator<Item = &'f FieldChoice> {
    let choices = field.kind.choices().iter();
    choices.filter(move |choice| value.lines().any(|line| line.trim() == choice.id))
}

/// What a field of several choices holds once one of them is ticked, or the tick is taken away: a choice that excludes the
/// others stands alone.
pub fn toggled(field: &Field, value: &str, choice: &FieldChoice) -> String {
    let before = chosen(field, value).filter(|other| other.id != choice.id);
    let was_ticked = chosen(field, value).any(|other| other.id == choice.id);
    let kept = before.filter(|other| was_ticked || (!choice.alone && !other.alone));
    let kept = kept.map(|other| other.id.as_str());
    kept.chain((!was_ticked).then_some(choice.id.as_str())).collect::<Vec<_>>().join("\n")
}

fn choice_problem(field: &Field, value: &str) -> Option<Problem> {
    let is_known = |line: &str| field.kind.choices().iter().any(|choice| choice.id == line.trim());
    let count = value.lines().count();
    if !value.lines().all(is_known) || (count > 1 && matches!(field.kind, FieldKind::Choice(_))) {
        return Some(Problem::NotAChoice);
    }
    if let Some(alone) = chosen(field, value).find(|choice| choice.alone).filter(|_| count > 1) {
        return Some(Problem::NotAlone(alone.label.clone()));
    }
    chosen(field, value).find_map(|choice| choice.instead.clone()).map(Problem::Instead)
}

#[cfg(test)]
mod tests;
