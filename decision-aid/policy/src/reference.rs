//! References between the parts of a policy: an index that knows what it points at.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// The index of a `T` in its list in the [`Policy`](crate::Policy) it was made for.
///
/// Only the compiler makes references, after it has checked that the thing exists; that is why looking one
/// up in its own policy cannot fail.
pub struct Ref<T> {
    index: u16,
    of: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// The reference to the `index`-th entry of a list.
    pub const fn new(index: u16) -> Self {
        Self { index, of: PhantomData }
    }

    /// The index in the list.
    pub const fn index(self) -> usize {
        self.index as usize
    }
}

/// Every reference into `list`, in its order. A list longer than `u16` can count is cut, which the compiler
/// refuses long before.
pub(crate) fn refs<T>(list: &[T]) -> impl DoubleEndedIterator<Item = Ref<T>> + use<T> {
    let length = u16::try_from(list.len()).unwrap_or(u16::MAX);
    (0..length).map(Ref::new)
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Ref<T> {}
impl<T> PartialOrd for Ref<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ref<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}
impl<T> Hash for Ref<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}
impl<T> Serialize for Ref<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.index)
    }
}
impl<'de, T> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u16::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ref, refs};

    #[test]
    fn a_reference_is_its_number_in_data_in_order_and_to_whoever_looks_for_a_fault() {
        let [first, third]: [Ref<()>; 2] = [Ref::new(0), Ref::new(2)];
        assert!(first < third && first != third);
        assert_eq!(refs(&[(); 3]).collect::<Vec<_>>(), [first, Ref::new(1), third]);
        assert_eq!(serde_json::to_value(third).expect("it can be written"), 2);
        assert_eq!(serde_json::from_value::<Ref<()>>(2.into()).expect("and read"), third);
        assert_eq!(format!("{third:?}"), "#2");
    }
}
