use policy::*;
use std::time::Instant;
fn main() {
    let (c, _) = handbook::site::compile_book(std::path::Path::new(".")).unwrap();
    let p = &c.policy;
    println!("nodes {} bits {}", p.diagrams.nodes.len(), p.diagrams.bits.len());
    let text = std::fs::read_to_string("/tmp/l1").unwrap();
    let t = Instant::now();
    let answers: Vec<Answers> = text
        .lines()
        .take(20000)
        .map(|l| {
            let v: std::collections::BTreeMap<String, RawAnswers> = serde_json::from_str(l).unwrap();
            Answers::read(p, &v["answers"]).unwrap()
        })
        .collect();
    println!("read {:?}", t.elapsed() / 20000);
    let t = Instant::now();
    let mut n = 0;
    for a in &answers {
        n += assess(p, a).ask.len();
    }
    println!("assess {:?} {n}", t.elapsed() / 20000);
    let t = Instant::now();
    let mut out = Vec::new();
    handbook::assess::assess_lines(p, Default::default(), text.as_bytes(), &mut out).unwrap();
    println!("lines {:?}", t.elapsed() / 100000);
}
