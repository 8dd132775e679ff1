//! The element that the decision aid starts in, and what stands there when it cannot run.

use super::Setting;
use futures_util::FutureExt;
use maud::{Markup, PreEscaped, html};
use policy::Content;
use policy_compiler::Compiled;

impl Setting<'_> {
    pub(super) fn decision_aid(&self) -> Markup {
        let files = self.site.aid;
        html! {
            link rel="stylesheet" href={ (self.root) (files.style) };
            script src={ (self.root) (files.early) } data-wasm={ (self.root) (files.first_wasm) } async blocking="render" data-head {}
            // What the script will ask for is on its way before the script is.
            @for script in [&files.first_glue, &files.policy] {
                link rel="preload" as="script" href={ (self.root) (script) };
            }
            div class="aid" id="decision-aid" data-root=(self.root) data-first-glue=(files.first_glue)
                data-first-wasm=(files.first_wasm) data-first-wasm-script=(files.first_wasm_script)
                data-glue=(files.glue) data-wasm=(files.wasm) data-wasm-script=(files.wasm_script) data-page=(files.page)
                data-word-glue=(files.word_glue) data-word-wasm=(files.word_wasm) data-word-wasm-script=(files.word_wasm_script)
                data-policy=(files.policy) data-deferred=(files.deferred) {
                div class="aid-failed" data-aid="late" role="alert" hidden {
                    p { "The decision aid is taking long to load. It starts here as soon as it has arrived. Until then, the same questions stand below as a checklist." }
                    (try_again())
                }
                div class="aid-failed" data-aid="failed" role="alert" hidden {
                    p { "The decision aid did not start: something that it needs did not arrive, or this browser is too old for it. The same questions stand below as a checklist." }
                    (try_again())
                }
                div class="aid-failed" data-aid="unfinished" role="alert" hidden {
                    p { "The questions can be answered, but the rest of the decision aid did not arrive: the result, the letters and the saving of the case." }
                    (try_again())
                }
                div class="aid-failed" data-aid="unsupported" role="alert" hidden {
                    p { "The decision aid cannot run in this browser. It needs JavaScript and WebAssembly, which current browsers have. The same questions stand below as a checklist." }
                }
                div class="aid-failed" data-aid="framed" hidden {
                    p { "The decision aid takes no case inside another website’s page, which could hide from you what you press." }
                    p { a href="#decision-aid" target="_top" { "Open the decision aid by itself" } }
                }
                noscript {
                    p class="aid-failed" { "The decision aid needs JavaScript, which is off in this browser. The same questions stand below as a checklist." }
                }
                div data-aid="app" { (PreEscaped(self.first_stage())) }
                p class="aid-loading" data-aid="loading" role="status" hidden { "The decision aid is loading, and goes on by itself." }
            }
            script src={ (self.root) (files.start) } defer {}
            section id="decision-aid-checklist" class="checklist-section" {
                h2 { "The checklist" }
                p { "Answer the questions in order. Leave out those that earlier answers settle." }
                (self.questions_on_paper())
            }
        }
    }
}

impl Setting<'_> {
    /// The first stage, to read and tick before the program has arrived. The same code draws it there.
    fn first_stage(&self) -> String {
        let Compiled { policy, paperwork, .. } = self.site.compiled;
        let content = Content { policy: policy.clone(), paperwork: paperwork.clone() };
        // It waits for nothing, so it is ready at once.
        decision_aid::first_stage(content.split().0, self.root).now_or_never().unwrap_or_default()
    }
}

/// The button that asks again for what did not arrive.
fn try_again() -> Markup {
    html! {
        p { button type="button" class="button-quiet" data-aid="retry" { "Try again" } }
    }
}
