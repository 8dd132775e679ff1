//! Feeds made-up input to `pages`: see `tests/src/untrusted.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| handbook_tests::untrusted::pages(input));
