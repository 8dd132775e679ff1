//! Reading what [`to_bytes`](crate::Policy::to_bytes) wrote.
//!
//! The bytes are postcard's: a number in groups of seven bits, a text or a list after its length, a variant by its
//! index, a struct field by field. Postcard could read them back too; but through serde that is 5 KB more of what
//! the browser loads. The tests hold the two against each other.
//!
//! Nothing here stops at an error, for every stop would cost bytes in every field of every struct: what cannot be
//! read is nothing, and [`Bytes::end`] says at last whether all was well.

mod model;

use crate::Ref;

/// Bytes, as far as they are not read yet.
pub(crate) struct Bytes<'a> {
    left: &'a [u8],
    broken: bool,
}

/// What can be read.
pub(crate) trait Read {
    fn read(bytes: &mut Bytes<'_>) -> Self;
}

impl<'a> Bytes<'a> {
    pub(crate) fn new(left: &'a [u8]) -> Self {
        Self { left, broken: false }
    }

    /// What comes next.
    fn read<T: Read>(&mut self) -> T {
        T::read(self)
    }

    /// Whether everything was read, and nothing was missing.
    pub(crate) fn end(&self) -> bool {
        !self.broken && self.left.is_empty()
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        match self.left.split_first() {
            Some((byte, left)) => {
                self.left = left;
                *byte
            }
            None => {
                self.broken = true;
                0
            }
        }
    }

    /// A number, seven bits to a byte, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for group in 0..5 {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << (group * 7);
            if byte < 0x80 {
                return number;
            }
        }
        self.broken = true;
        0
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        let length = self.number() as usize;
        let text = match self.left.split_at_checked(length) {
            Some((text, left)) => {
                self.left = left;
                std::str::from_utf8(text)
            }
            None => Ok(""),
        };
        // The length is right, or what follows does not fit.
        match text {
            Ok(text) if text.len() == length => text.to_owned(),
            _ => {
                self.broken = true;
                String::new()
            }
        }
    }

    /// One of the variants of an enum; the first where there is no such place.
    fn one_of<T: Copy>(&mut self, variants: &[T]) -> T {
        match variants.get(self.number() as usize) {
            Some(variant) => *variant,
            None => self.nothing(variants[0]),
        }
    }

    /// What stands for a variant that does not exist.
    fn nothing<T>(&mut self, instead: T) -> T {
        self.broken = true;
        instead
    }
}

impl Read for bool {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte() != 0
    }
}

impl Read for u8 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte()
    }
}

impl Read for u16 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.number() as Self
    }
}

impl Read for u32 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.number()
    }
}

impl Read for i32 {
    /// Numbers below zero are those with the lowest bit set.
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let number = bytes.number();
        (number >> 1) as Self ^ -((number & 1) as Self)
    }
}

impl Read for String {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.text()
    }
}

impl<T> Read for Ref<T> {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        Self::new(bytes.number() as u16)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        if bytes.byte() == 0 { None } else { Some(bytes.read()) }
    }
}

impl<T: Read> Read for Box<T> {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        Self::new(bytes.read())
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let mut list = Self::new();
        for _ in 0..bytes.number() {
            if bytes.broken {
                break;
            }
            list.push(bytes.read());
        }
        list
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        (bytes.read(), bytes.read())
    }
}

impl<A: Read, B: Read, C: Read> Read for (A, B, C) {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        (bytes.read(), bytes.read(), bytes.read())
    }
}

#[cfg(test)]
mod tests;
