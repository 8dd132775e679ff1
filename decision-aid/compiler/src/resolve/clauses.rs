//! Numbers the clauses: that of the page among the pages with clauses, and that of the clause on its page.

use crate::names::Names;
use crate::placed::PlacedLabel;
use crate::scan::{Block, ScannedPage};
use crate::{Diagnostic, Diagnostics, Page, Place};
use policy::{Clause, Ref};
use std::collections::BTreeMap;

/// The clauses of all pages.
pub(crate) struct Clauses {
    pub(crate) list: Vec<Clause>,
    pub(crate) names: Names<Clause>,
    /// The number of the first clause of each page.
    first_on_page: Vec<u16>,
}

pub(crate) fn number(
    pages: &[Page],
    scanned_pages: &[ScannedPage],
    diagnostics: &mut Diagnostics,
) -> Clauses {
    let mut clauses = Clauses { list: Vec::new(), names: Names::new("clause"), first_on_page: Vec::new() };
    let mut pages_with_clauses = 0;
    for (page, scanned_page) in pages.iter().zip(scanned_pages) {
        clauses.first_on_page.push(count(&clauses.list));
        pages_with_clauses += usize::from(!scanned_page.labels.is_empty());
        for (index, label) in scanned_page.labels.iter().enumerate() {
            let reference = Ref::new(count(&clauses.list));
            diagnostics.note(clauses.names.add(&label.id, reference, label.id_place.clone()));
            let number = format!("{pages_with_clauses}.{}", index + 1);
            clauses.names.call(&label.id, &number);
            clauses.list.push(Clause {
                id: label.id.clone(),
                number,
                force: label.force,
                codes: label.codes.clone(),
                page: page.url.clone(),
                text: label.text.trim().to_owned(),
            });
        }
    }
    refuse_repeated_codes(scanned_pages, diagnostics);
    clauses
}

fn count<T>(list: &[T]) -> u16 {
    u16::try_from(list.len()).unwrap_or(u16::MAX)
}

/// Each provision is restated once.
fn refuse_repeated_codes(scanned_pages: &[ScannedPage], diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<&str, &Place> = BTreeMap::new();
    for label in scanned_pages.iter().flat_map(|page| &page.labels) {
        for code in &label.codes {
            if let Some(place) = first.insert(code, &label.id_place) {
                diagnostics.push(
                    Diagnostic::new(
                        label.id_place.clone(),
                        format!("provision {code} is restated a second time"),
                    )
                    .help("each provision code stands on one label; cite the clause instead")
                    .other(place.clone(), "it is restated here first"),
                );
            }
        }
    }
}

impl Clauses {
    /// The clause that a block stands under.
    pub(crate) fn above(&self, block: &Block) -> Option<Ref<Clause>> {
        let first = self.first_on_page.get(block.place.page)?;
        Some(Ref::new(first + u16::try_from(block.label_above?).ok()?))
    }

    pub(crate) fn on_page(&self, page: usize, scanned_page: &ScannedPage) -> Vec<PlacedLabel> {
        let first = self.first_on_page.get(page).copied().unwrap_or_default();
        (first..)
            .zip(&scanned_page.labels)
            .map(|(number, label)| PlacedLabel {
                line: label.line.clone(),
                id: label.id_place.clone(),
                end: label.end,
                clause: Ref::new(number),
                mark: label.mark.clone(),
            })
            .collect()
    }
}
