//! Properties: the promise in a sentence, and in the words that the program reads.

use super::Setting;
use maud::{Markup, html};
use policy::{PolicyOption, Ref};
use policy_compiler::Property;
use policy_compiler::prove::Claim;

impl Setting<'_> {
    pub(super) fn property(&self, property: &Property) -> Markup {
        html! {
            div class="property" id={ "property-" (property.id) } {
                p class="property-says" { (property.says) " " (self.source(&property.source)) }
                details class="rule" {
                    summary { "As the program reads it" }
                    div class="rule-body condition" { (self.claim(&property.claim)) }
                }
            }
        }
    }

    fn claim(&self, claim: &Claim) -> Markup {
        match claim {
            Claim::Always(condition) => html! {
                p { "For every set of answers:" }
                ul { li { (self.condition(condition)) } }
            },
            Claim::NoEffect(questions) => html! {
                p { "No answer to these questions changes the outcome, or the status of an option:" }
                ul { @for question in questions { li { (self.named(*question)) } } }
            },
            Claim::NeverMore { turning, options } => html! {
                p { "Answering one of these yes instead of no:" }
                ul { @for question in turning { li { (self.named(*question)) } } }
                p { "never makes one of these options warranted:" }
                ul { @for option in options { li { (self.option_link(*option)) } } }
            },
        }
    }

    /// A link to an option.
    pub(super) fn option_link(&self, option: Ref<PolicyOption>) -> Markup {
        let option = &self.policy[option];
        self.link_to("option", &option.id, &option.name)
    }
}
