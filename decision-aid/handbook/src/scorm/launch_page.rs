//! The page that a learning system opens. It shows the site in a frame and holds the session with the learning system, which
//! may be opened only once while the learner goes from page to page.

use super::standard::Standard;
use crate::site::CourseSite;
use maud::{Markup, PreEscaped, html};

/// The page.
pub(super) const PAGE: &str = "learning-system.html";
const SCRIPT: &str = "learning-system.js";
const STYLE: &str = "learning-system.css";

/// The names of the page and of what it loads.
pub(super) const NAMES: [&str; 3] = [PAGE, SCRIPT, STYLE];

/// What the page may load: its own script and style, and the site in its frame.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The page and what it loads, the page first.
pub(super) fn files(standard: Standard, site: &CourseSite) -> Vec<(&'static str, Vec<u8>)> {
    let script = concat!(
        "(() => {\n'use strict';\n",
        include_str!("../../scripts/scorm/bindings.js"),
        include_str!("../../scripts/scorm/api.js"),
        include_str!("../../scripts/scorm/result.js"),
        include_str!("../../scripts/scorm/session.js"),
        include_str!("../../scripts/scorm/frame.js"),
        "})();\n"
    );
    vec![
        (PAGE, page(standard, site).0.into_bytes()),
        (SCRIPT, script.as_bytes().to_vec()),
        (STYLE, include_bytes!("../../scripts/scorm/learning-system.css").to_vec()),
    ]
}

fn page(standard: Standard, site: &CourseSite) -> Markup {
    html! {
        (PreEscaped("<!doctype html>"))
        html lang=(site.language) {
            head {
                meta http-equiv="Content-Security-Policy" content=(CONTENT_POLICY);
                meta name="referrer" content="no-referrer";
                meta charset="utf-8";
                title { (site.course) " - " (site.title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                link rel="stylesheet" href=(STYLE);
                // Before the frame, whose pages look for what it offers.
                script src=(SCRIPT) data-standard=(standard.binding()) {}
            }
            body {
                noscript { p {
                    "Scripts are switched off. You can read the course, and your learning system learns nothing of it."
                } }
                // Every page in it has landmarks of its own.
                iframe src=(site.page) title=(site.course) {}
            }
        }
    }
}
