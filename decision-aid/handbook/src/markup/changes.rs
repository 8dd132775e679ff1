//! What a change of the rules did to the results, as a `changes` block tells it.

use super::Setting;
use maud::{Markup, html};
use policy_compiler::CountedChange;

impl Setting<'_> {
    pub(super) fn counted(&self, change: &CountedChange) -> Markup {
        let CountedChange { since, rules, sets, changed, effects } = change;
        html! {
            section class="counted" {
                @if changed == "0" {
                    p { strong { "No result changes." } " For each of " (sets) " possible sets of answers, the aid says what it said before." }
                } @else {
                    p { strong { "The result changes in " (changed) " of " (sets) " possible sets of answers." } }
                    ul { @for effect in effects { li { (effect) } } }
                    p { "These are all the answers that can be given, likely or not. They do not say how often such cases come up." }
                }
                p class="source" { "Counted from revision " code { (since) } " to the rules with fingerprint " code { (rules) } "." }
            }
        }
    }
}
