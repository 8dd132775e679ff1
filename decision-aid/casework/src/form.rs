//! Fields to fill in: what stands in them, and what is wrong with it.

use crate::Key;
use crate::calendar::{months_after, parse};
use crate::case_view::CaseView;
use crate::entry::{Entry, EntryKind, Problem};
use policy::{Field, FieldKind, RecordSection};

impl<'a> CaseView<'a> {
    /// The sections of the record that come up, each with its fields.
    pub fn sections(&self) -> Vec<(&'a RecordSection, Vec<Entry<'a>>)> {
        let restricting = self.restricts();
        let mut sections = Vec::new();
        for section in &self.content.paperwork.sections {
            if self.comes_up(&section.when) && (restricting || !section.when_restricting) {
                let mut entries = Vec::new();
                for field in &section.fields {
                    entries.push(self.entry(field, &Key::Record(&field.id)));
                }
                sections.push((section, entries));
            }
        }
        sections
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
            self.usual(field).unwrap_or_default()
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

    /// The usual date of a field, where its other date is known.
    fn usual(&self, field: &Field) -> Option<String> {
        let usual = field.usual.as_ref()?;
        months_after(self.case.text(&Key::Record(&usual.after)), usual.months)
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
            FieldKind::Choice(choices) => {
                for choice in choices {
                    if choice.id == value {
                        return None;
                    }
                }
                Some(Problem::NotAChoice)
            }
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
        if usual.otherwise != field.id || written.is_empty() {
            return false;
        }
        match months_after(self.case.text(&Key::Record(&usual.after)), usual.months) {
            Some(usually) => written != usually,
            None => false,
        }
    }

    fn date_problem(&self, field: &Field, value: &str) -> Option<Problem> {
        let Some(date) = parse(value) else { return Some(Problem::NotADate) };
        let other = self.record_field(field.not_before.as_deref()?)?;
        let earliest = parse(self.case.text(&Key::Record(&other.id)))?;
        (date < earliest).then(|| Problem::TooEarly(other.label.clone()))
    }
}

#[cfg(test)]
mod tests;
