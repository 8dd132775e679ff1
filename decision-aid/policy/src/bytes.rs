//! The policy, and what follows it, as bytes, as the browser gets them.
//!
//! The format has no names in it: both sides must be built from the same model, and the handbook sees to that, for
//! it compiles the app from the sources that it is itself made of.

use crate::{Deferred, FirstStage, Policy};
use std::fmt;

/// The bytes are not what they should be, or not of this version of the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BytesError;

impl fmt::Display for BytesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the policy and this app are not of the same version")
    }
}

impl std::error::Error for BytesError {}

/// Both ways, for what the browser gets.
macro_rules! as_bytes {
    ($($type:ty),*) => {$(
        impl $type {
            /// The bytes that stand for it.
            ///
            /// # Errors
            /// A list has more entries than can be counted; none has.
            pub fn to_bytes(&self) -> Result<Vec<u8>, BytesError> {
                postcard::to_allocvec(self).map_err(|_| BytesError)
            }

            /// What bytes stand for.
            ///
            /// # Errors
            /// The bytes stand for nothing of this kind: something is missing, of another kind, or left over.
            pub fn from_bytes(bytes: &[u8]) -> Result<Self, BytesError> {
                match postcard::take_from_bytes(bytes) {
                    Ok((read, [])) => Ok(read),
                    _ => Err(BytesError),
                }
            }
        }
    )*};
}

as_bytes!(Policy, FirstStage, Deferred);

#[cfg(test)]
mod tests;
