//! The elements that the training starts in, and what stands there when it cannot run.

use super::Setting;
use maud::{Markup, PreEscaped, html};

impl Setting<'_> {
    /// Where the training stands in a page of a kind: `course`, `practice` or `knowledge-check`.
    pub(super) fn training(&self, kind: &str, name: &str) -> Markup {
        let Some(files) = self.site.training else { return html! {} };
        let aid = self.site.aid;
        html! {
            link rel="stylesheet" href={ (self.root) (aid.style) };
            link rel="stylesheet" href={ (self.root) (files.style) };
            div class="training" id="training" data-page=(kind) data-root=(self.root) data-glue=(files.glue)
                data-wasm=(files.wasm) data-wasm-script=(files.wasm_script) data-course=(files.course)
                data-policy=(aid.policy) data-deferred=(aid.deferred) data-word-glue=(aid.word_glue)
                data-word-wasm=(aid.word_wasm) data-word-wasm-script=(aid.word_wasm_script) {
                p class="aid-loading" data-training="loading" role="status" hidden { (name) " is loading." }
                div class="aid-failed" data-training="failed" role="alert" hidden {
                    p { (name) " cannot be answered here. That needs JavaScript, WebAssembly and, the first time, a network. All of it stands below to read." }
                }
                noscript {
                    p class="aid-failed" { (name) " can be answered on screen with JavaScript, which is off in this browser. All of it stands below to read." }
                }
                div data-training="app" {}
            }
            script src={ (self.root) (files.start) } defer {}
        }
    }

    /// The knowledge check. The questions that follow on the page are those that it draws from: with the training at work
    /// they would give the answers away.
    pub(super) fn knowledge_check(&self) -> Markup {
        html! {
            (self.training("knowledge-check", "The knowledge check"))
            (PreEscaped("<div class=\"knowledge-check-pool\">"))
        }
    }
}
