//! Where the project's own files are.

use std::path::{Path, PathBuf};

/// The root of the workspace that this command was built in.
pub(crate) fn root() -> PathBuf {
    // Cargo tells a command it runs where its package is; a command started by itself remembers.
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").filter(|folder| Path::new(folder).ends_with("handbook"));
    let package = package.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.ancestors().nth(2).map_or_else(|| package.clone(), Path::to_path_buf)
}

/// The folder for what is made and can be made again.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
