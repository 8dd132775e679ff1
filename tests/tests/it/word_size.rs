//! What an officer's browser has to load before it can make a Word document.

use brotli::enc::BrotliEncoderParams;
use handbook::browser_app;

/// The most that it may be, compressed: the budget of the design.
const BUDGET: usize = 50_000;

fn compressed(mut bytes: &[u8]) -> usize {
    let parameters = BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut out, &parameters).unwrap();
    out.len()
}

#[test]
fn what_writes_word_documents_is_small() {
    let app = browser_app::ready().unwrap().word;
    let (wasm, glue) = (compressed(&app.wasm), compressed(app.glue.as_bytes()));
    println!(
        "wasm: {} bytes, {wasm} compressed; glue: {} bytes, {glue} compressed",
        app.wasm.len(),
        app.glue.len()
    );
    assert!(wasm + glue <= BUDGET, "{wasm} bytes of WASM and {glue} of glue are more than {BUDGET}");
}
