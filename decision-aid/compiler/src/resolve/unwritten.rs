//! Refuses what is left to be written in a case: nobody may read "To be written" on a page.

use super::Resolver;
use super::read::Read;
use crate::Diagnostic;
use crate::block::{RawScenario, Text};
use crate::placeholder::{self, is_placeholder};

impl Resolver<'_> {
    /// Notes each line of a case that is still to be written.
    pub(super) fn refuse_unwritten(&self, read: &Read<'_, RawScenario>) {
        let raw = &read.raw;
        let lines = [("title", Some(&raw.title)), ("story", Some(&raw.story)), ("notes", raw.notes.as_ref())];
        let lines = lines.into_iter().chain([("right", raw.right.as_ref()), ("wrong", raw.wrong.as_ref())]);
        let lines = lines.filter_map(|(name, text)| Some((name, text?)));
        let lines = lines.chain(raw.open.iter().map(|text| ("open", text)));
        let unwritten = lines.filter(|(_, text)| is_placeholder(text.get_ref()));
        unwritten.for_each(|(name, text)| {
            self.unwritten(read, name, text, "write it in place of what stands here")
        });
        if raw.id.get_ref() == placeholder::ID {
            let help = "choose a name in small letters and hyphens, which stays for good";
            self.unwritten(read, "id", &raw.id, help);
        }
        for teaches in raw.teaches.iter().flatten().filter(|id| id.get_ref() == placeholder::ID) {
            let help = "name the learning outcomes that the case is for, or take the lines `teaches`, `right` and `wrong` away";
            self.unwritten(read, "teaches", teaches, help);
        }
    }

    fn unwritten(&self, read: &Read<'_, RawScenario>, name: &str, text: &Text, help: &str) {
        let message = format!("the `{name}` of the case `{}` is still to be written", read.raw.id.get_ref());
        self.push(Diagnostic::new(read.place_of(text), message).help(help));
    }
}
