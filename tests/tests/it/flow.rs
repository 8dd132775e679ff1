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
fn probe3() {
    let mut o = Officer::begin(&THREAT);
    o.work();
    println!("{:?} next {:?}", o.state.screen, o.state.way.next.map(|q| &CONTENT.policy[q].id));
    let notice = CONTENT.paperwork.letters.iter().position(|l| l.id == "on-the-spot-notice").unwrap();
    o.press(Screen::AtOnce(notice));
    o.work();
    o.go_on();
    println!("{:?}", o.state.screen);
    println!("{:#?}", o.state.to_fill_in);
    o.work();
    println!("{:#?}", o.state.view(&CONTENT).missing_on(o.state.screen));
    println!("{:#?}", o.counts);
}
#[test]
fn probe4() {
    let done = Officer::begin(&UNDECIDED_LIMIT).until(|screen| screen == letter("apology-letter"));
    println!("{} {:#?}", done.counts.screens.len(), done.counts);
    println!("{:#?}", done.state.view(&CONTENT).missing());
}
#[test]
fn probe7() {
    use policy::Answer;
    let one = |w: &str| Answer::One(w.to_owned());
    for (a, what) in [
        ("only-criticism=yes", ""),
        ("only-criticism=yes;only-challenge=yes", ""),
        ("only-criticism=yes;only-challenge=yes;thoroughly-dealt=yes", ""),
        ("only-challenge=yes;thoroughly-dealt=no", ""),
        ("named-officer=no;assessment-done=yes", ""),
        ("assessment-done=no;factors=yes", ""),
    ] {
        for behaviour in [vec![], vec!["excessive-demands".to_owned()]] {
            let mut case = casework::Case::default();
            for (id, words) in HEAVY_MAIL.answers {
                case.answers.insert(
                    (*id).to_owned(),
                    match words {
                        [w] if !["behaviour", "contacts", "where"].contains(id) => one(w),
                        _ => Answer::Many(words.iter().map(|w| (*w).to_owned()).collect()),
                    },
                );
            }
            case.answers.insert("behaviour".to_owned(), Answer::Many(behaviour.clone()));
            for x in a.split(';') {
                let (i, w) = x.split_once('=').unwrap();
                case.answers.insert(i.to_owned(), one(w));
            }
            let v = casework::CaseView::new(&CONTENT, &case);
            println!(
                "{a} {behaviour:?}: {:?} next {:?} answered only-challenge {}",
                v.contradictions().iter().map(|c| &c.id).collect::<Vec<_>>(),
                v.walk.next.map(|q| &CONTENT.policy[q].id),
                v.walk.answers.get(CONTENT.policy.question("only-challenge").unwrap()).is_some()
            );
            println!(
                "   {:?}",
                v.walk.answered.iter().map(|q| CONTENT.policy[*q].id.clone()).collect::<Vec<_>>().join(" ")
            );
        }
    }
    let _ = &HEAVY_MAIL_WITHOUT_NOTES;
    let _: &Facts = &HEAVY_MAIL;
}
