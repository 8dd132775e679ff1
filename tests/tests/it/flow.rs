//! The way of an officer through cases of the real handbook, from the first screen to the letter: how many screens, clicks and
//! fields it takes, and that it ends in a letter that can be sent.

mod facts;
mod officer;

use casework::Screen;
use facts::{Facts, HEAVY_MAIL, HEAVY_MAIL_WITHOUT_NOTES, THREAT, UNDECIDED_LIMIT};
use handbook_tests::CONTENT;
use officer::Officer;

fn letter(id: &str) -> Screen {
    let letters = &CONTENT.paperwork.letters;
    Screen::Letter(letters.iter().position(|letter| letter.id == id).expect("the handbook has it"))
}

#[test]
fn probe() {
    for (name, facts, last) in [
        ("heavy", &HEAVY_MAIL, "decision-letter"),
        ("heavy, no notes", &HEAVY_MAIL_WITHOUT_NOTES, "decision-letter"),
        ("put right", &UNDECIDED_LIMIT, "apology-letter"),
    ] {
        let done = Officer::begin(facts).until(|screen| screen == letter(last));
        println!(
            "{name}: {} screens, {} clicks, {} fields {:#?}",
            done.counts.screens.len(),
            done.counts.clicks,
            done.counts.required.len(),
            done.counts
        );
    }
}
