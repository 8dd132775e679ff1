//! The label of a clause: its number, which is a link to it, and its force in a plain word.

use super::Setting;
use maud::{Markup, html};
use policy::{Clause, Force, Ref};

/// The force of a clause in a word that a reader can trust.
pub(crate) const fn in_words(force: Force) -> &'static str {
    match force {
        Force::Must => "must",
        Force::Should => "should",
        Force::May => "may",
        Force::Not => "not enough alone",
        Force::Aim => "aim",
        Force::Expects => "expectation",
        Force::Definition => "meaning",
    }
}

impl Setting<'_> {
    /// What stands in the place of a label line, before the text of the paragraph.
    pub(super) fn label(&self, clause: Ref<Clause>) -> Markup {
        let clause = &self.policy[clause];
        html! {
            span class="clause" id=(clause.id) {
                a class="clause-number" href={ "#" (clause.id) } { span class="visually-hidden" { "Paragraph " } (clause.number) }
                " "
                // Read aloud, the word does not run into the sentence after it.
                span class={ "force force-" (clause.force.word()) } {
                    (in_words(clause.force)) span class="visually-hidden" { ":" }
                }
            }
            " "
        }
    }
}
