//! Scripts as the site has them: made smaller, or holding a text.

use anyhow::{Result, anyhow};

/// A script without what only its readers need. It drops the flags of regular expressions, so none has any.
///
/// # Errors
/// It is no script. `name` says which.
pub(crate) fn minified(name: &str, script: &str) -> Result<String> {
    Ok(minifier::js::minify(script).map_err(|error| anyhow!("{name}: {error}"))?.to_string())
}
