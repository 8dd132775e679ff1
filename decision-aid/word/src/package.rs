//! Files put together as a ZIP archive, uncompressed: the form of a Word file.
//!
//! An archive of stored files is a header before each file and a list of them at the end, which is all that is
//! written here. The crate `zip` would do it in 50 KB of compressed WASM, the whole budget, and asks the browser for
//! random numbers. It reads these archives back in the tests.

/// The version of the format that a reader has to know: 2.0, as Word itself says.
const VERSION: [u8; 2] = 20u16.to_le_bytes();
/// Midnight on the first day that the format can tell. A clock would make each file different.
const TIME_AND_DATE: [u8; 4] = [0, 0, 0x21, 0];

/// A file of the package.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its path in the package.
    pub(crate) name: &'static str,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
}

/// The package of some files, in their order.
pub(crate) fn package(parts: &[Part]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        let start = archive.len();
        let facts = facts(part);
        archive.extend(b"PK\x03\x04");
        archive.extend(&facts);
        archive.extend(part.name.as_bytes());
        archive.extend(&part.bytes);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION);
        directory.extend(&facts);
        // No comment, the first disk, and no attributes, inner or outer.
        directory.extend([0; 10]);
        directory.extend(four_bytes(start));
        directory.extend(part.name.as_bytes());
    }
    let start = archive.len();
    archive.extend(&directory);
    archive.extend(end(parts.len(), directory.len(), start));
    archive
}

/// What both the header of a file and its entry in the directory say.
fn facts(part: &Part) -> Vec<u8> {
    let size = four_bytes(part.bytes.len());
    let mut facts = VERSION.to_vec();
    // No flags, and stored as it is.
    facts.extend([0; 4]);
    facts.extend(TIME_AND_DATE);
    facts.extend(crc32fast::hash(&part.bytes).to_le_bytes());
    facts.extend(size);
    facts.extend(size);
    facts.extend(two_bytes(part.name.len()));
    // No extra field.
    facts.extend([0; 2]);
    facts
}

/// What ends the archive: where its directory stands.
fn end(files: usize, length: usize, start: usize) -> Vec<u8> {
    let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
    end.extend(two_bytes(files));
    end.extend(two_bytes(files));
    end.extend(four_bytes(length));
    end.extend(four_bytes(start));
    // No comment.
    end.extend([0; 2]);
    end
}

// The format counts in two and four bytes. A package has ten files, and no browser holds one of 4 GB.

fn two_bytes(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

fn four_bytes(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}
