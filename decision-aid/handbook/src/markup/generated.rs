//! The pages that the handbook makes by itself.

use super::Setting;
use super::casebook_app::CasebookPage;
use crate::content::Part;
use crate::generated::cases::cases_by_outcome;
use crate::generated::catalogue::catalogue;
use crate::generated::certificate::certificate;
use crate::generated::coverage::coverage;
use crate::generated::facilitator::{cases_as_slides, cases_with_notes};
use crate::generated::flow::{Flow, in_words};
use crate::generated::{paper, picture};
use maud::{Markup, html};
use policy_compiler::Insert;

impl Setting<'_> {
    pub(super) fn insert(&self, insert: Insert) -> Markup {
        let compiled = self.site.compiled;
        let parts: Vec<Part> = match insert {
            Insert::DecisionAid => return self.decision_aid(),
            Insert::Flow => return self.flow(),
            Insert::Checklist => paper(self.policy),
            Insert::Catalogue => catalogue(self.policy),
            Insert::Certificate => certificate(compiled),
            Insert::Coverage => coverage(compiled, self.site.pages),
            Insert::CasesByOutcome => cases_by_outcome(compiled),
            Insert::CasesWithNotes => cases_with_notes(compiled),
            Insert::CasesAsSlides => return self.slides(&cases_as_slides(compiled)),
            Insert::WholePolicy => return self.whole_policy(),
            Insert::Course => return self.training("course", "The course"),
            Insert::Practice => return self.training("practice", "Practice"),
            Insert::KnowledgeCheck => return self.knowledge_check(),
            Insert::Register => return self.casebook(CasebookPage::Register),
            Insert::Report => return self.casebook(CasebookPage::Report),
        };
        self.parts(&parts)
    }

    /// The element that the whole policy is filled into, which is made from its pages once they are set.
    fn whole_policy(&self) -> Markup {
        html! {
            div class="whole-policy" data-fill="whole-policy" {}
            (self.policy_note())
        }
    }

    fn flow(&self) -> Markup {
        let flow = Flow::of(self.policy);
        html! {
            // Markdown takes a picture by itself for part of a paragraph.
            div { (super::picture::picture(&picture(self.policy, &flow))) }
            h2 { "The same in words" }
            (self.parts(&in_words(self.policy, &flow)))
        }
    }
}
