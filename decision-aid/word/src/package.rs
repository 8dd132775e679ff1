//! The package of a Word document: an uncompressed ZIP archive of its parts.
//!
//! Such an archive is a local header before each file and a central directory of all files at the end, which is all that is
//! written here. The crate `zip` would need 50 KB of compressed WASM for it, the whole budget, and random numbers from the
//! browser. In the tests it reads these archives back.

/// The version of the ZIP format that is needed to extract the files: 2.0, as Word itself writes.
const VERSION: [u8; 2] = 20u16.to_le_bytes();
/// Midnight on 1 January 1980, the first day of the format: with the time of now, the same document would give other bytes.
const TIME_AND_DATE: [u8; 4] = [0, 0, 0x21, 0];

/// A part of the package, which is a file in the archive.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its path in the package.
    pub(crate) name: &'static str,
    /// Its content.
    pub(crate) bytes: Vec<u8>,
}

/// Writes an archive of the parts, in their order.
pub(crate) fn package(parts: &[Part]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        let start = archive.len();
        let fields = common_fields(part);
        archive.extend(b"PK\x03\x04");
        archive.extend(&fields);
        archive.extend(part.name.as_bytes());
        archive.extend(&part.bytes);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION);
        directory.extend(&fields);
        // No comment, the first disk, and no internal or external attributes.
        directory.extend([0; 10]);
        directory.extend(four_bytes(start));
        directory.extend(part.name.as_bytes());
    }
    let start = archive.len();
    archive.extend(&directory);
    archive.extend(end_of_central_directory(parts.len(), directory.len(), start));
    archive
}

/// The fields that the local header of a file and its entry in the central directory share.
fn common_fields(part: &Part) -> Vec<u8> {
    let size = four_bytes(part.bytes.len());
    let mut fields = VERSION.to_vec();
    // No flags, and compression method 0, which is none.
    fields.extend([0; 4]);
    fields.extend(TIME_AND_DATE);
    fields.extend(crc32fast::hash(&part.bytes).to_le_bytes());
    fields.extend(size);
    fields.extend(size);
    fields.extend(two_bytes(part.name.len()));
    // No extra field.
    fields.extend([0; 2]);
    fields
}

/// The end of central directory record, which says where the directory starts and how long it is.
fn end_of_central_directory(files: usize, length: usize, start: usize) -> Vec<u8> {
    let mut record = b"PK\x05\x06\0\0\0\0".to_vec();
    record.extend(two_bytes(files));
    record.extend(two_bytes(files));
    record.extend(four_bytes(length));
    record.extend(four_bytes(start));
    // No comment.
    record.extend([0; 2]);
    record
}

// The format has numbers of two and four bytes. They suffice: a package has ten files, and no browser holds one of 4 GB.

fn two_bytes(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

fn four_bytes(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}
