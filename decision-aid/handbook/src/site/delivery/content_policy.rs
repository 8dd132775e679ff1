//! What the site asks of browsers: a strict content policy, in every page and in the settings for web servers, and the
//! headers that go with it.
//!
//! Trusted Types are enforced by header. One policy, `handbook` in `own-files.js`, lets through the scripts of this build by name; a
//! script that loads another calls `ownScript`. No page has a `<base>`, which the content policy forbids.

use maud::{Markup, html};

/// What a page may load and do. It needs no exception: no script or style stands in a page.
pub(crate) const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// What only a header can ask, or only a server should: no frame around the pages, and no script by an address that the
/// policy `handbook` in `own-files.js` has not let through.
const BY_HEADER_ONLY: &str =
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types handbook";

/// What the pages never use, and so nobody can use through them.
const UNUSED_FEATURES: [&str; 15] = [
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "usb",
    "xr-spatial-tracking",
];

/// How long a file may be kept that is named after its bytes: a year, the longest there is.
pub(crate) const KEPT: &str = "public, max-age=31536000, immutable";

/// How any other file may be kept: only to ask each time whether it is still the same.
pub(crate) const ASKED_FOR: &str = "no-cache";

/// The policy as it stands in every page, before anything that it is to hold for.
pub(crate) fn in_page() -> Markup {
    html! {
        meta http-equiv="Content-Security-Policy" content=(CONTENT_POLICY);
        meta name="referrer" content="no-referrer";
    }
}

/// The headers of every file, but for how it may be kept.
pub(crate) fn headers() -> [(&'static str, String); 5] {
    let features = UNUSED_FEATURES.map(|feature| format!("{feature}=()"));
    [
        ("Content-Security-Policy", format!("{CONTENT_POLICY}; {BY_HEADER_ONLY}")),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", features.join(", ")),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ]
}
