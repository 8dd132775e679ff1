//! The case files that were read, and which of them count.

mod kept;

pub(crate) use kept::{KeptFile, Reads, own_options, taken};

use casework::Json;
use policy::Content;
use std::collections::{BTreeMap, BTreeSet};

/// The case files that were read so far. Of each only what the register and the report read is kept, so that ten thousand are light.
#[derive(Debug)]
pub struct Casebook {
    reads: Reads,
    is_made_up: bool,
    given: usize,
    names: BTreeSet<String>,
    kept: Vec<KeptFile>,
    left_out: Vec<LeftOut>,
    /// The file that somebody chose of several of a case, by the id of the case.
    chosen: BTreeMap<String, String>,
}

/// A file that counts nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The file.
    pub name: String,
    /// Why, and what to do, in sentences.
    pub why: String,
}

/// Several files of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The files, in the order in which they were read.
    pub names: Vec<String>,
    /// The reference of the case; its id where it has none.
    pub reference: String,
    /// How the files differ.
    pub kind: DuplicateKind,
    /// The file that counts. None where somebody has to choose.
    pub counted: Option<String>,
}

/// How several files of one case differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DuplicateKind {
    /// They have the same entries.
    Same,
    /// One goes on where the others end.
    Longer {
        /// The one that goes on. It counts.
        used: String,
    },
    /// They say different things of the case. Until one is chosen, none counts.
    Different,
}

/// A case that counts, by its file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CountedCase<'b> {
    pub(crate) file: &'b KeptFile,
    /// The greatest number of calendar files that any file of the case knows of.
    pub(crate) calendar_sequence: u32,
}

impl Casebook {
    /// One without files. `content` is the policy whose register and report are made from it.
    pub fn new(content: &Content) -> Self {
        Self {
            reads: Reads::of(content),
            is_made_up: false,
            given: 0,
            names: BTreeSet::new(),
            kept: Vec::new(),
            left_out: Vec::new(),
            chosen: BTreeMap::new(),
        }
    }

    /// The same for files of cases that nobody had: whatever is made of them says so.
    pub fn of_made_up_cases(content: &Content) -> Self {
        Self { is_made_up: true, ..Self::new(content) }
    }

    /// Whether nobody had the cases.
    pub fn is_made_up(&self) -> bool {
        self.is_made_up
    }

    /// Reads the text of a file. What cannot be read, or cannot have happened, is noted under the file's name. A name that was
    /// given before gets a number.
    pub fn add<J: Json>(&mut self, name: &str, text: &str) {
        self.given += 1;
        let name = self.new_name(name);
        self.names.insert(name.clone());
        match KeptFile::read::<J>(&self.reads, name.clone(), text) {
            Ok(file) => self.kept.push(file),
            Err(why) => self.left_out.push(LeftOut { name, why }),
        }
    }

    fn new_name(&self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(|name| !self.names.contains(name)).unwrap_or_default()
    }

    /// How many files were given.
    pub fn files(&self) -> usize {
        self.given
    }

    /// The files that count nowhere because something is wrong with them, in the order in which they were read.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// The cases of which several files were read.
    pub fn duplicates(&self) -> Vec<Duplicate> {
        let groups = self.cases().into_values().filter(|files| files.len() > 1);
        groups.map(|files| self.duplicate(&files)).collect()
    }

    fn duplicate(&self, files: &[&KeptFile]) -> Duplicate {
        let longest = longest(files);
        let kind = if differ(files) {
            DuplicateKind::Different
        } else if files.iter().all(|file| file.marks.len() == longest.marks.len()) {
            DuplicateKind::Same
        } else {
            DuplicateKind::Longer { used: longest.name.clone() }
        };
        Duplicate {
            names: files.iter().map(|file| file.name.clone()).collect(),
            reference: longest.reference(&self.reads).unwrap_or(&longest.history.case_id).to_owned(),
            kind,
            counted: self.counted(files).map(|file| file.name.clone()),
        }
    }

    /// Of files of one case that differ, the one with this name counts from now on, and no other. Any other name changes nothing.
    pub fn choose(&mut self, name: &str) {
        if let Some(file) = self.kept.iter().find(|file| file.name == name) {
            self.chosen.insert(file.history.case_id.clone(), name.to_owned());
        }
    }

    /// How many cases count.
    pub fn cases_counted(&self) -> usize {
        self.counted_cases().len()
    }

    /// The cases that count, in the order in which their files were read.
    pub(crate) fn counted_cases(&self) -> Vec<CountedCase<'_>> {
        let cases = self.cases();
        let counted = |file: &&KeptFile| {
            let files = cases.get(file.history.case_id.as_str())?;
            let is_counted = self.counted(files).is_some_and(|counted| counted.name == file.name);
            is_counted.then(|| files.iter().map(|file| file.history.calendar_sequence).max().unwrap_or(0))
        };
        let kept = self.kept.iter();
        kept.filter_map(|file| Some(CountedCase { file, calendar_sequence: counted(&file)? })).collect()
    }

    /// What of a case is read.
    pub(crate) fn reads(&self) -> &Reads {
        &self.reads
    }

    /// The files by the ids of their cases.
    fn cases(&self) -> BTreeMap<&str, Vec<&KeptFile>> {
        let mut cases: BTreeMap<&str, Vec<&KeptFile>> = BTreeMap::new();
        for file in &self.kept {
            cases.entry(&file.history.case_id).or_default().push(file);
        }
        cases
    }

    /// The file of a case that counts.
    fn counted<'k>(&self, files: &[&'k KeptFile]) -> Option<&'k KeptFile> {
        if !differ(files) {
            return Some(longest(files));
        }
        let chosen = self.chosen.get(&files[0].history.case_id)?;
        files.iter().find(|file| file.name == *chosen).copied()
    }
}

/// The first file with the most entries. There is always one file.
fn longest<'k>(files: &[&'k KeptFile]) -> &'k KeptFile {
    let (first, rest) = (files[0], &files[1..]);
    rest.iter()
        .fold(first, |longest, file| if file.marks.len() > longest.marks.len() { file } else { longest })
}

/// Whether a file says something else than the longest does up to there.
fn differ(files: &[&KeptFile]) -> bool {
    let longest = longest(files);
    !files.iter().all(|file| longest.marks.starts_with(&file.marks))
}

#[cfg(test)]
mod tests;
