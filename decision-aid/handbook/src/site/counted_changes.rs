//! Whether the newest count of what a change did to the results is of the rules as they stand, and right.

use crate::diff;
use policy_compiler::{Compiled, Diagnostic, Diagnostics, Item, Place};
use std::path::Path;

/// Refuses a newest `changes` block that was counted for other rules, or that says something else than a new count.
/// Where git does not know the revision, as in a shallow clone, it cannot be counted again, and only the rules are compared.
pub(crate) fn refuse_stale(book: &Path, compiled: &Compiled, wrong: &mut Diagnostics) {
    let (Some(newest), Some(place)) = (compiled.changes.first(), compiled.place_of(Item::Changes(0))) else {
        return;
    };
    let help = format!(
        "put what `cargo handbook diff {} --block` prints in its place; after an edition was published, add a block above it \
         that counts from there",
        newest.since
    );
    let mut refuse = |place: Place, message: &str| {
        wrong.push(Diagnostic::new(place, message.to_owned()).help(help.clone()))
    };
    if newest.rules != diff::rules(&compiled.policy) {
        return refuse(place, "the rules were changed after this was counted");
    }
    let again = diff::difference_from(book, &newest.since, compiled);
    if again.is_ok_and(|difference| diff::counted(&difference) != *newest) {
        refuse(place, "a new count does not come to this");
    }
}
