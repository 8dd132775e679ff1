//! Fields to fill in: what stands in them, and what is wrong with it.

use crate::Key;
use crate::calendar::{months_after, parse};
use crate::desk::Desk;
use policy::{Field, FieldKind};

/// A field with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The name of its place.
    pub key: String,
    /// The field.
    pub field: &'a Field,
    /// What stands in it: what was written, or what is usual there.
    pub value: String,
    /// What is wrong with that.
    pub problem: Option<Problem>,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Nothing stands in it.
    Missing,
    /// There is no such day.
    NotADate,
    /// The date lies before that of another field, which is named.
    TooEarly(String),
    /// It is no whole number above 0.
    NotANumber,
    /// It is none of the choices.
    NotAChoice,
    /// The usual date was changed, and nothing says why.
    ReasonMissing,
}

impl Problem {
    /// The problem and what to do, in a sentence without a full stop.
    pub fn says(&self, label: &str) -> String {
        match self {
            Self::Missing => [label, ": fill this in"].concat(),
            Self::NotADate => [label, ": give a day that exists"].concat(),
            Self::TooEarly(other) => [label, ": give a date that is not before “", other, "”"].concat(),
            Self::NotANumber => [label, ": give a whole number above 0"].concat(),
            Self::NotAChoice => [label, ": choose one of the answers"].concat(),
            Self::ReasonMissing => [label, ": say why, because the usual date was changed"].concat(),
        }
    }
}

impl<'a> Desk<'a> {
    /// Fields with what stands in them. `key` names the place of a field by its id.
    pub(crate) fn entries<'k>(
        &self,
        fields: &'a [Field],
        key: impl Fn(&'a str) -> Key<'k>,
    ) -> Vec<Entry<'a>> {
        let entry = |field: &'a Field| self.entry(field, &key(&field.id));
        fields.iter().map(entry).collect()
    }

    pub(crate) fn entry(&self, field: &'a Field, key: &Key<'_>) -> Entry<'a> {
        let written = self.case.text(key);
        let value = if written.trim().is_empty() {
            self.usual(field).unwrap_or_default()
        } else {
            written.to_owned()
        };
        let problem = self.problem(field, &value);
        Entry { key: key.to_string(), field, value, problem }
    }

    /// The field of the record with an id.
    pub(crate) fn record_field(&self, id: &str) -> Option<&'a Field> {
        let sections = self.content.paperwork.sections.iter();
        sections.flat_map(|section| &section.fields).find(|field| field.id == id)
    }

    /// What stands in a field of the record.
    pub(crate) fn record_value(&self, id: &str) -> String {
        self.record_field(id).map(|field| self.entry(field, &Key::Record(id)).value).unwrap_or_default()
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
            FieldKind::Number => {
                value.parse::<u32>().map_or(true, |number| number == 0).then_some(Problem::NotANumber)
            }
            FieldKind::Choice(choices) => {
                (!choices.iter().any(|choice| choice.id == value)).then_some(Problem::NotAChoice)
            }
            FieldKind::Date => self.date_problem(field, value),
        }
    }

    /// An empty field is wrong where it must be filled in, or where it has to give the reason for an unusual date.
    fn empty_problem(&self, field: &Field) -> Option<Problem> {
        let sections = self.content.paperwork.sections.iter();
        let mut dated = sections.flat_map(|section| &section.fields);
        let asks_why = |dated: &Field| {
            let usual = dated.usual.as_ref().filter(|usual| usual.otherwise == field.id)?;
            let written = self.case.text(&Key::Record(&dated.id));
            let usually = months_after(self.case.text(&Key::Record(&usual.after)), usual.months)?;
            Some(!written.is_empty() && written != usually)
        };
        if dated.any(|dated| asks_why(dated) == Some(true)) {
            return Some(Problem::ReasonMissing);
        }
        (!field.optional).then_some(Problem::Missing)
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
