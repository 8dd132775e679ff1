//! What is written down without a check: something that happened, and what was wrong in an earlier entry.

use super::CaseEntry;
use crate::entry::Entry;
use crate::{Case, CaseView, Key};
use policy::EntryKind;

impl<'a> CaseView<'a> {
    /// What the case on screen is being written down as, where that takes no check: an incident or a correction.
    pub fn noted_kind(&self) -> Option<EntryKind> {
        let kind = EntryKind::from_word(self.case.text(&Key::Begun))?;
        matches!(kind, EntryKind::Incident | EntryKind::Correction).then_some(kind)
    }

    /// The fields of what is being written down so.
    pub fn noted_entries(&self) -> Vec<Entry<'a>> {
        let rules = &self.content.paperwork.entries;
        match self.noted_kind() {
            Some(EntryKind::Incident) => self.entries(&rules.incident, &|field| Key::Incident(field)),
            Some(EntryKind::Correction) => self.entries(&rules.correction, &|field| Key::Correction(field)),
            _ => Vec::new(),
        }
    }

    /// It as an entry, as it stands today.
    pub fn noted_today(&self, kind: EntryKind, today: &str) -> CaseEntry {
        let noted = [
            self.noted_entries().into_iter().map(|entry| entry.key).collect(),
            vec![Key::Corrects.to_string()],
        ];
        let mut case = Case::default();
        for key in noted.concat() {
            let text = self.case.texts.iter().find(|(known, _)| *known == key).map(|(_, text)| text.clone());
            text.into_iter().for_each(|text| case.write(&key, text));
        }
        CaseEntry {
            kind,
            policy_version: self.policy().version.clone(),
            saved_on: today.to_owned(),
            case,
            ..CaseEntry::default()
        }
    }
}

impl Case {
    /// A case that begins as something to write down: an incident, or a correction of the entry with a number.
    pub fn noting(kind: EntryKind, corrects: Option<usize>) -> Self {
        let mut case = Self::default();
        case.write(&Key::Begun.to_string(), kind.word().to_owned());
        if let Some(number) = corrects {
            case.write(&Key::Corrects.to_string(), number.to_string());
        }
        case
    }
}
