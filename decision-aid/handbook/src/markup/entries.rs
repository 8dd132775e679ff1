//! How one entry of a case follows another.

use super::Setting;
use maud::{Markup, html};
use policy::EntryRules;

impl Setting<'_> {
    /// What an incident and a correction ask for, and what goes on from one entry into the next.
    pub(super) fn entry_rules(&self, rules: &EntryRules) -> Markup {
        let policy = self.policy;
        let carried = rules.carries.iter().map(|question| &policy[*question].short);
        let sections = self.site.compiled.paperwork.sections.iter();
        let fields = sections.flat_map(|section| &section.fields);
        let fields =
            fields.filter(|field| rules.carries_fields.contains(&field.id)).map(|field| &field.label);
        html! {
            section class="record-section" id="case-entries" {
                h3 { "Something that happened" }
                (self.fields(&rules.incident))
                h3 { "A correction" }
                (self.fields(&rules.correction))
                h3 { "What each result makes" }
                table {
                    thead { tr { th scope="col" { "Result" } th scope="col" { "Entry" } } }
                    tbody { @for (outcome, kind) in &rules.kinds {
                        tr { td { (policy[*outcome].name) } td { (kind.name()) } }
                    } }
                }
                p { "Every other result makes a decision. Outside of a review, an entry that ends every limit is an end." }
                h3 { "What goes on into the next entry" }
                ul { @for name in carried.chain(fields) { li { (name) } } }
                p { (self.source(&rules.source)) }
            }
        }
    }
}
