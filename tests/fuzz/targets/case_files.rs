//! Feeds made-up input to `case_files`: see `tests/src/untrusted.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| handbook_tests::untrusted::case_files(input));
