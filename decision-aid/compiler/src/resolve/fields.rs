//! Makes the fields that people fill in: of the record, of letters, of options taken and of reasons.

use super::Resolver;
use super::read::{Blocks, Read};
use crate::block::{RawField, RawFieldChoice, RawFieldKind, RawKeeps, Text};
use crate::names::{Names, suggestion};
use crate::{Diagnostic, Diagnostics};
use policy::{Field, FieldChoice, FieldKind, Keeps, Prefill, Ref, TODAY, UsualDate, With};

/// The fields of the record, which others refer to.
pub(crate) struct Fields {
    names: Names<Field>,
    kinds: Vec<RawFieldKind>,
    /// The ids of the choices of each.
    choices: Vec<Vec<String>>,
}

impl Fields {
    /// Gathers the fields of all sections of the record; an id given twice is noted.
    pub(crate) fn of_record(blocks: &Blocks<'_>, diagnostics: &mut Diagnostics) -> Self {
        let names = Names::new("field of the record");
        let mut fields = Self { names, kinds: Vec::new(), choices: Vec::new() };
        for read in &blocks.records {
            for raw in &read.raw.fields {
                let reference = Ref::new(u16::try_from(fields.kinds.len()).unwrap_or(u16::MAX));
                diagnostics.note(fields.names.add(raw.id.get_ref(), reference, read.place_of(&raw.id)));
                fields.kinds.push(raw.kind);
                fields.choices.push(raw.choices.iter().map(|choice| choice.id.get_ref().clone()).collect());
            }
        }
        fields
    }
}

impl Resolver<'_> {
    /// Reads a list of fields.
    pub(crate) fn fields<T>(&self, read: &Read<'_, T>, raw: &[RawField]) -> Vec<Field> {
        self.refuse_too_many_fields(read, raw);
        let siblings = raw;
        let mut ids = Names::new("field");
        let field = |(number, raw): (u16, &RawField)| {
            let id = &raw.id;
            self.note(ids.add(id.get_ref(), Ref::<Field>::new(number), read.place_of(id)));
            Field {
                id: id.get_ref().clone(),
                label: raw.label.clone(),
                hint: raw.hint.clone(),
                kind: self.field_kind(read, raw),
                optional: raw.optional,
                from: self.prefills(read, raw.from.as_ref()),
                with: raw.with.as_ref().map(|id| self.with(read, id, siblings)),
                not_before: raw.not_before.as_ref().map(|id| self.record_date(read, id)),
                not_after: raw.not_after.as_ref().map(|id| self.record_date(read, id)),
                usual: raw.usual.as_ref().map(|usual| UsualDate {
                    after: self.record_date(read, &usual.after),
                    months: usual.months,
                    otherwise: usual.otherwise.as_ref().map(|id| self.record_field(read, id)),
                }),
                default: raw.default.as_ref().map(|default| self.default(read, raw, default)),
                ends: raw.ends,
                calendar: raw.calendar.clone(),
                keeps: raw.keeps.as_ref().map(|keeps| self.keeps(read, raw, keeps)),
            }
        };
        (0..).zip(raw).map(field).collect()
    }

    /// The id of a field of the record.
    pub(super) fn record_field<T>(&self, read: &Read<'_, T>, id: &Text) -> String {
        self.note(self.fields.names.find(id.get_ref(), read.place_of(id)));
        id.get_ref().clone()
    }

    /// The id of a field of the record that holds a date.
    pub(super) fn record_date<T>(&self, read: &Read<'_, T>, id: &Text) -> String {
        let known = self.fields.names.get(id.get_ref()).map(|field| self.fields.kinds[field.index()]);
        if known.is_some_and(|kind| kind != RawFieldKind::Date) {
            let message = format!("the field `{}` holds no date", id.get_ref());
            self.push(
                Diagnostic::new(read.place_of(id), message).help("name a field of the record with a date"),
            );
        }
        self.record_field(read, id)
    }

    /// `field`, or `field.choice`, of the same list.
    fn with<T>(&self, read: &Read<'_, T>, with: &Text, siblings: &[RawField]) -> With {
        let (id, choice) = match with.get_ref().split_once('.') {
            Some((id, choice)) => (id, Some(choice)),
            None => (with.get_ref().as_str(), None),
        };
        let known = || siblings.iter().map(|field| field.id.get_ref().as_str());
        let field = siblings.iter().find(|field| field.id.get_ref() == id);
        let choices =
            || field.into_iter().flat_map(|field| &field.choices).map(|choice| choice.id.get_ref().as_str());
        let wrong = match choice {
            _ if field.is_none() => {
                Some((format!("no field `{id}` beside this one"), suggestion(id, known())))
            }
            Some(choice) if !choices().any(|known| known == choice) => {
                Some((format!("the field `{id}` has no choice `{choice}`"), suggestion(choice, choices())))
            }
            _ => None,
        };
        if let Some((message, help)) = wrong {
            self.push(Diagnostic::new(read.place_of(with), message).maybe_help(help));
        }
        With { field: id.to_owned(), choice: choice.map(str::to_owned) }
    }

    /// What a field must not cut off. One that never cuts anything off would be a check that cannot fail.
    fn keeps<T>(&self, read: &Read<'_, T>, field: &RawField, raw: &RawKeeps) -> Keeps {
        if raw.cuts_off.is_empty() && field.choices.iter().all(|choice| choice.cuts_off.is_empty()) {
            let message = format!("the field `{}` cuts nothing off", field.id.get_ref());
            let help = "give `cuts-off` to its choices, or to `keeps`: the choices of the kept field that it cuts off";
            self.push(Diagnostic::new(read.place_of(&raw.field), message).help(help));
        }
        Keeps {
            field: self.record_field(read, &raw.field),
            cuts_off: self.choices_among(read, &raw.cuts_off, self.choices_of(&raw.field).iter()),
            warning: raw.warning.clone(),
            clauses: self.cited(read, &raw.cites),
        }
    }

    /// What stands in a field until something else is written: what the field takes.
    fn default<T>(&self, read: &Read<'_, T>, field: &RawField, default: &Text) -> String {
        let value = default.get_ref();
        let choices = || field.choices.iter().map(|choice| choice.id.get_ref().as_str());
        let help = match field.kind {
            RawFieldKind::Text | RawFieldKind::Lines => None,
            RawFieldKind::Date => (value != TODAY).then(|| Some(format!("write `{TODAY}`, or leave it out"))),
            RawFieldKind::Number => {
                value.parse::<u32>().is_err().then(|| Some("write a whole number".to_owned()))
            }
            RawFieldKind::Choice | RawFieldKind::Choices => {
                (!choices().any(|known| known == value)).then(|| suggestion(value, choices()))
            }
        };
        if let Some(help) = help {
            let message = format!("the field `{}` does not take `{value}`", field.id.get_ref());
            self.push(Diagnostic::new(read.place_of(default), message).maybe_help(help));
        }
        value.clone()
    }

    /// The choices of a field of the record.
    fn choices_of(&self, field: &Text) -> &[String] {
        let known = self.fields.names.get(field.get_ref());
        known.and_then(|field| self.fields.choices.get(field.index())).map_or(&[], Vec::as_slice)
    }

    /// Ids that have to be among the choices of a field.
    pub(super) fn choices_among<'n, T>(
        &self,
        read: &Read<'_, T>,
        ids: &[Text],
        known: impl Iterator<Item = &'n String> + Clone,
    ) -> Vec<String> {
        let unknown = |id: &&Text| !known.clone().any(|known| known == id.get_ref());
        for id in ids.iter().filter(unknown) {
            let message = format!("no choice `{}` there", id.get_ref());
            let help = suggestion(id.get_ref(), known.clone().map(String::as_str));
            self.push(Diagnostic::new(read.place_of(id), message).maybe_help(help));
        }
        ids.iter().map(|id| id.get_ref().clone()).collect()
    }

    /// Where a letter takes a field from: one of them, or several with `or` between.
    fn prefills<T>(&self, read: &Read<'_, T>, from: Option<&Text>) -> Vec<Prefill> {
        let Some(from) = from else { return Vec::new() };
        from.get_ref().split(" or ").filter_map(|one| self.prefill(read, from, one.trim())).collect()
    }

    /// `record.field`, `evidence.question` (several with `and` between) or `actions`.
    fn prefill<T>(&self, read: &Read<'_, T>, from: &Text, one: &str) -> Option<Prefill> {
        let place = read.place_of(from);
        let questions = || {
            let named = one.split(" and ").map(|one| one.trim().strip_prefix("evidence."));
            named.collect::<Option<Vec<&str>>>()
        };
        if let Some(questions) = questions() {
            let find = |id: &&str| self.note(self.names.questions.find(id, read.place_of(from)));
            return Some(Prefill::Evidence(questions.iter().filter_map(find).collect()));
        }
        let found = match one.split_once('.') {
            Some(("record", id)) => self.fields.names.find(id, place).map(|_| Prefill::Record(id.to_owned())),
            None if one == "actions" => Ok(Prefill::Actions),
            _ => Err(Diagnostic::new(place, format!("nothing can be taken from `{one}`"))
                .help("write `record.` and a field, `evidence.` and a question, or `actions`")),
        };
        self.note(found)
    }

    /// What can be written into a field: a choice needs its choices, and nothing else has any.
    fn field_kind<T>(&self, read: &Read<'_, T>, raw: &RawField) -> FieldKind {
        let choice = matches!(raw.kind, RawFieldKind::Choice | RawFieldKind::Choices);
        if choice == raw.choices.is_empty() {
            let id = raw.id.get_ref();
            let message = match choice {
                true => format!("the field `{id}` has no choices"),
                false => {
                    format!("the field `{id}` has choices, and is not of the kind `choice` or `choices`")
                }
            };
            let help =
                "a field of the kind `choice` or `choices` lists its `choices`, each with `id` and `label`";
            self.push(Diagnostic::new(read.place_of(&raw.id), message).help(help));
        }
        match raw.kind {
            RawFieldKind::Text => FieldKind::Text,
            RawFieldKind::Lines => FieldKind::Lines,
            RawFieldKind::Date => FieldKind::Date,
            RawFieldKind::Number => FieldKind::Number,
            RawFieldKind::Choice => FieldKind::Choice(self.field_choices(read, raw)),
            RawFieldKind::Choices => FieldKind::Choices(self.field_choices(read, raw)),
        }
    }

    fn field_choices<T>(&self, read: &Read<'_, T>, raw: &RawField) -> Vec<FieldChoice> {
        let kept = raw.keeps.as_ref().map_or(&[][..], |keeps| self.choices_of(&keeps.field));
        let choice = |choice: &RawFieldChoice| FieldChoice {
            id: choice.id.get_ref().clone(),
            label: choice.label.clone(),
            when: choice.when.as_ref().map(|when| self.condition_or_always(read, Some(when))),
            alone: choice.alone,
            cuts_off: self.choices_among(read, &choice.cuts_off, kept.iter()),
            instead: choice.instead.clone(),
        };
        raw.choices.iter().map(choice).collect()
    }
}
