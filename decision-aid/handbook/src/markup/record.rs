//! What is written down: the sections of the record, the reasons for options, and the points left to a person.

use super::Setting;
use maud::{Markup, html};
use policy::{Condition, Field, OpenPoint, Reasons, RecordSection};

impl Setting<'_> {
    pub(super) fn record_section(&self, section: &RecordSection) -> Markup {
        html! {
            section class="record-section" id={ "record-" (section.id) } {
                h2 { (section.title) }
                @if section.when != Condition::Always {
                    div class="condition" { p { "It is asked for unless it is settled that this does not hold:" } ul { li { (self.condition(&section.when)) } } }
                }
                (self.fields(&section.fields))
                p { (self.source(&section.source)) }
            }
        }
    }

    pub(super) fn reasons(&self, reasons: &Reasons) -> Markup {
        html! {
            section class="record-section" id="reasons" {
                @if !reasons.decision.is_empty() {
                    h2 { "For the decision" }
                    (self.fields(&reasons.decision))
                }
                h2 { "For each option that is taken" }
                (self.fields(&reasons.taken))
                h2 { "For each option that is not taken" }
                (self.fields(&reasons.rejected))
                p { (self.source(&reasons.source)) }
            }
        }
    }

    /// Fields, as a list of what to write.
    pub(super) fn fields(&self, fields: &[Field]) -> Markup {
        html! {
            ul class="fields" { @for field in fields {
                li {
                    strong { (field.label) }
                    @if field.optional { " (if there is one)" }
                    @if let Some(hint) = &field.hint { ". " (hint) }
                    @if !field.kind.choices().is_empty() {
                        ul { @for choice in field.kind.choices() { li { (choice.label) } } }
                    }
                }
            } }
        }
    }

    /// A point left to a person, as an item of its own.
    pub(super) fn open_point(&self, point: &OpenPoint) -> Markup {
        html! {
            div class="open-point" id={ "open-point-" (point.id) } {
                p { (point.ask) " " (self.source(&point.source)) }
                @if point.when != Condition::Always {
                    details class="aid-use" {
                        summary { "When the aid asks this" }
                        div class="rule-body condition" { ul { li { (self.condition(&point.when)) } } }
                    }
                }
            }
        }
    }
}
