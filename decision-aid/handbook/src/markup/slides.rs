//! The slides of the practice cases: all of them below one another, and what the script needs to show one at a time.

use super::Setting;
use crate::content::Part;
use maud::{Markup, html};

impl Setting<'_> {
    /// The slides, with the buttons that the script shows.
    pub(super) fn slides(&self, parts: &[Part]) -> Markup {
        let Some(files) = self.site.slides else { return html! {} };
        html! {
            link rel="stylesheet" href={ (self.root) (self.site.aid.style) };
            link rel="stylesheet" href={ (self.root) (files.style) };
            div class="slides" {
                noscript {
                    p class="aid-failed" { "One slide at a time needs JavaScript, which is off in this browser. All slides stand below, to scroll through." }
                }
                (self.parts(parts))
                div class="slide-controls" role="group" aria-label="Slides" hidden {
                    button type="button" class="button-quiet" data-slide="previous" { "Back" }
                    p role="status" {}
                    button type="button" class="button" data-slide="next" { "Next" }
                    a class="button-quiet" data-slide="leave" href="#slides-list" { "All cases" }
                }
            }
            script src={ (self.root) (files.script) } defer {}
        }
    }
}
