//! Finds the clauses that a block cites: those it names, or the one above it.

use super::Resolver;
use super::read::Read;
use crate::Diagnostic;
use crate::block::{RawSource, Text};
use policy::{Basis, Clause, Ref, Source};

impl Resolver<'_> {
    /// The source of a block as a whole.
    pub(crate) fn source<T>(&self, read: &Read<'_, T>, raw: &RawSource) -> Source {
        let above = self.clauses.above(read.block).into_iter().collect();
        let source = self.source_of_part(read, raw, &Source { clauses: above, ..Source::default() });
        if source.clauses.is_empty() && raw.cites.as_ref().is_none_or(Vec::is_empty) {
            let message = format!("this {} cites no clause", read.block.kind.word());
            self.push(
                Diagnostic::new(read.block.locate(0..read.block.text.find('\n').unwrap_or(0)), message).help(
                    "put it under the clause it carries out, or add a line such as `cites = [\"page.name\"]`",
                ),
            );
        }
        source
    }

    /// The source of a part of a block, such as a step: what it does not say, the block says for it.
    pub(crate) fn source_of_part<T>(&self, read: &Read<'_, T>, raw: &RawSource, whole: &Source) -> Source {
        let basis = raw.basis.as_ref().map_or(whole.basis, |basis| *basis.get_ref());
        let whole_statute = whole.statute.as_ref().filter(|_| basis == Basis::Law);
        match (&raw.basis, &raw.statute) {
            (Some(given), None) if basis == Basis::Law && whole_statute.is_none() => self.push(
                Diagnostic::new(
                    read.block.locate(given.span()),
                    "the basis is law, and nothing names the statute",
                )
                .help("add a line such as `source = \"Equality Act 2010, section 20\"`"),
            ),
            (_, Some(statute)) if basis != Basis::Law => self.push(
                Diagnostic::new(read.place_of(statute), "a statute is named, and the basis is not law")
                    .help("add `basis = \"law\"`, or leave `source` out"),
            ),
            _ => {}
        }
        Source {
            clauses: match &raw.cites {
                Some(cites) => self.cited(read, cites),
                None => whole.clauses.clone(),
            },
            basis,
            statute: raw.statute.as_ref().map(Text::get_ref).or(whole_statute).cloned(),
        }
    }

    /// The clauses of a list of ids.
    pub(crate) fn cited<T>(&self, read: &Read<'_, T>, cites: &[Text]) -> Vec<Ref<Clause>> {
        self.find_all(&self.clauses.names, read, cites)
    }
}
