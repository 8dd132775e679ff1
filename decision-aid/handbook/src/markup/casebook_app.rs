//! The elements that the register and the report start in, and what stands there when they cannot run.

use super::Setting;
use maud::{Markup, html};

/// A page that is made from case files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CasebookPage {
    Register,
    Report,
}

impl CasebookPage {
    /// What the app calls it.
    fn id(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Report => "report",
        }
    }

    /// What it is called in a sentence that it begins.
    fn name(self) -> &'static str {
        match self {
            Self::Register => "The register",
            Self::Report => "The report",
        }
    }

    /// How the same is done where the app cannot run.
    fn by_hand(self) -> &'static str {
        match self {
            Self::Register => {
                "By hand: open each case file in the aid, and write down its review date and what is overdue."
            }
            Self::Report => {
                "By hand: count the decisions, letters, reviews and ends in the decision records of the period."
            }
        }
    }
}

impl Setting<'_> {
    /// Where the register or the report stands in its page.
    pub(super) fn casebook(&self, page: CasebookPage) -> Markup {
        let Some(files) = self.site.casebook else { return html! {} };
        let aid = self.site.aid;
        html! {
            link rel="stylesheet" href={ (self.root) (aid.style) };
            link rel="stylesheet" href={ (self.root) (files.style) };
            div class="casebook" id="casebook" data-page=(page.id()) data-root=(self.root) data-glue=(files.glue)
                data-wasm=(files.wasm) data-wasm-script=(files.wasm_script)
                data-policy=(aid.policy) data-deferred=(aid.deferred) data-word-glue=(aid.word_glue)
                data-word-wasm=(aid.word_wasm) data-word-wasm-script=(aid.word_wasm_script) {
                p class="aid-loading" data-casebook="loading" role="status" hidden { (page.name()) " is loading." }
                div class="aid-failed" data-casebook="failed" role="alert" hidden {
                    p { (page.name()) " cannot be made here. That needs JavaScript, WebAssembly and, the first time, a network. " (page.by_hand()) }
                }
                div class="aid-failed" data-casebook="framed" hidden {
                    p { (page.name()) " takes no case files inside another website’s page, which could hide from you what you press." }
                    p { a href="#casebook" target="_top" { "Open this page by itself" } }
                }
                noscript {
                    p class="aid-failed" { (page.name()) " needs JavaScript, which is off in this browser. " (page.by_hand()) }
                }
                div data-casebook="app" {}
            }
            script src={ (self.root) (files.start) } defer {}
        }
    }
}
