//! Finds the clauses that a block cites: those it names, or the one above it.

use super::clauses::Clauses;
use super::read::Read;
use crate::block::{RawSource, Text};
use crate::{Diagnostic, Diagnostics};
use policy::{Basis, Clause, Ref, Source};

/// The source of a block as a whole.
pub(crate) fn source<T>(
    read: &Read<'_, T>,
    raw: &RawSource,
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> Source {
    let above = clauses.above(read.block).into_iter().collect();
    let source = part(read, raw, &Source { clauses: above, ..Source::default() }, clauses, diagnostics);
    if source.clauses.is_empty() && raw.cites.as_ref().is_none_or(Vec::is_empty) {
        let message = format!("this {} cites no clause", read.block.kind.word());
        diagnostics.push(
            Diagnostic::new(read.block.locate(0..read.block.text.find('\n').unwrap_or(0)), message).help(
                "put it under the clause it carries out, or add a line such as `cites = [\"page.name\"]`",
            ),
        );
    }
    source
}

/// The source of a part of a block, such as a step: what it does not say, the block says for it.
pub(crate) fn part<T>(
    read: &Read<'_, T>,
    raw: &RawSource,
    whole: &Source,
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> Source {
    let basis = raw.basis.as_ref().map_or(whole.basis, |basis| *basis.get_ref());
    let whole_statute = whole.statute.as_ref().filter(|_| basis == Basis::Law);
    match (&raw.basis, &raw.statute) {
        (Some(given), None) if basis == Basis::Law && whole_statute.is_none() => diagnostics.push(
            Diagnostic::new(
                read.block.locate(given.span()),
                "the basis is law, and nothing names the statute",
            )
            .help("add a line such as `source = \"Equality Act 2010, section 20\"`"),
        ),
        (_, Some(statute)) if basis != Basis::Law => diagnostics.push(
            Diagnostic::new(read.place_of(statute), "a statute is named, and the basis is not law")
                .help("add `basis = \"law\"`, or leave `source` out"),
        ),
        _ => {}
    }
    Source {
        clauses: match &raw.cites {
            Some(cites) => cited(read, cites, clauses, diagnostics),
            None => whole.clauses.clone(),
        },
        basis,
        statute: raw.statute.as_ref().map(Text::get_ref).or(whole_statute).cloned(),
    }
}

/// The clauses of a list of ids.
pub(crate) fn cited<T>(
    read: &Read<'_, T>,
    cites: &[Text],
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> Vec<Ref<Clause>> {
    let find = |id: &Text| clauses.names.find(id.get_ref(), read.place_of(id));
    cites.iter().filter_map(|id| diagnostics.note(find(id))).collect()
}
