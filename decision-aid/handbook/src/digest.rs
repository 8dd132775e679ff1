//! What bytes are called by: the beginning of their SHA-256.

use sha2::{Digest, Sha256};

/// The first bytes of the SHA-256 of a text or a file, two hexadecimal digits each.
pub(crate) fn digest(bytes: impl AsRef<[u8]>, length: usize) -> String {
    Sha256::digest(bytes.as_ref()).iter().take(length).map(|byte| format!("{byte:02x}")).collect()
}
