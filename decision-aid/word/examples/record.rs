//! Writes a decision record such as an officer would download, to see in a word processor how it looks:
//! `cargo run -p word --example record -- record.docx`

use document::{Block, Document, Level, Run, Runs, Table};
use std::io;

/// The questions, each with its clause, the answer and the evidence.
const ANSWERS: [[&str; 4]; 20] = [
    [
        "Has this customer’s own conduct been criminal, or suspected to be?",
        "1.1",
        "No",
        "Nothing in the call notes of 3 to 28 February suggests it.",
    ],
    [
        "Does, or did, this customer’s conduct put staff or other people at risk?",
        "1.1",
        "No",
        "The manager of the contact centre confirms it in her note of 2 March.",
    ],
    [
        "Is there an immediate risk to staff or offices?",
        "5.4",
        "No",
        "The customer has only telephoned and written.",
    ],
    [
        "Is anyone vulnerable, this customer included, at risk from anyone?",
        "7.3",
        "Not sure",
        "The customer wrote on 11 February that he is “not sleeping”. Adult social care was asked on 12 February and has not replied.",
    ],
    [
        "Is this about a Council service or employee, or one commissioned?",
        "2.5",
        "Yes",
        "A repair of the footway in Mill Road, highways reference HW-20817.",
    ],
    [
        "Is a restriction in force that was decided after an assessment?",
        "6.2",
        "No",
        "None in the register on 2 March.",
    ],
    ["Is this a new complaint or issue?", "3.1", "No", "The same repair as in the complaint of 14 November."],
    [
        "Does any of it belong to another process?",
        "law",
        "A request for information",
        "The email of 20 February asks for the inspection reports. Passed to the information governance team on 21 February.",
    ],
    [
        "Have we made every reasonable effort to investigate?",
        "2.1",
        "Yes",
        "Inspected on 18 November, 9 December and 20 January; a second contractor gave an opinion on 27 January.",
    ],
    [
        "Have we made every reasonable effort to use the customer’s preferred method of contact?",
        "2.2",
        "Yes",
        "He asked for telephone calls in the afternoon. Nine calls were made, all after 14:00.",
    ],
    [
        "Has the customer been given appropriate deadlines to expect a resolution?",
        "2.3",
        "Yes",
        "Letters of 20 November and 10 December, with dates. Both dates were kept.",
    ],
    [
        "Is the customer giving significant new information?",
        "2.4",
        "No",
        "All 41 emails were read. None adds a fact after 27 January.",
    ],
    [
        "What is happening?",
        "4.1",
        "Excessive demands; targets staff",
        "41 emails and 26 calls in 20 working days, most of them to one named officer at her own extension.",
    ],
    [
        "Do the contacts hinder consideration of complaints?",
        "4.2",
        "Yes",
        "Two officers spent about eleven hours a week on them, and six other complaints were answered late.",
    ],
    [
        "Are these only legitimate queries or criticism of an investigation under way?",
        "4.7",
        "No",
        "The investigation ended on 30 January.",
    ],
    [
        "Has the same matter been dealt with thoroughly through the Feedback Policy?",
        "5.9",
        "Yes",
        "Both stages, ended on 30 January. The customer was told of the Ombudsman.",
    ],
    [
        "Could it be linked to an illness, a disability or another need?",
        "5.6",
        "Not sure",
        "See “Health and adjustments” below.",
    ],
    [
        "Does the customer regularly behave this way?",
        "4.10",
        "Yes",
        "Since 3 February, on every working day but two.",
    ],
    [
        "Has the Council written to say why, and to ask the customer to modify the behaviour?",
        "4.11",
        "Yes",
        "Letter of 9 February, by post and by email. It names four dates and asks for one contact a week.",
    ],
    [
        "Since then, has the customer responded appropriately or modified the behaviour?",
        "5.7",
        "No",
        "17 calls in the ten working days after the letter arrived.\nNo reply to the letter itself.",
    ],
];

fn main() -> io::Result<()> {
    let file = std::env::args().nth(1).unwrap_or_else(|| "record.docx".to_owned());
    std::fs::write(file, word::docx(&record()))
}

fn plain(text: &str) -> Runs {
    vec![Run::plain(text)]
}

fn fact(name: &str, text: &str) -> Runs {
    vec![Run::strong(name), Run::plain(format!(" {text}"))]
}

fn heading(level: Level, text: &str) -> Block {
    Block::Heading(level, plain(text))
}

fn record() -> Document {
    let blocks = [opening(), answers(), considered(), options()].concat();
    Document { title: "Decision record CH-2026-0147".to_owned(), language: "en-GB".to_owned(), blocks }
}

fn opening() -> Vec<Block> {
    let facts = [
        fact("Date:", "2 March 2026"),
        fact("Policy:", "edition of November 2026, draft"),
        fact("Assessor:", "the named officer, customer relations"),
    ];
    vec![
        Block::Paragraph(facts.join(&Run::Break)),
        heading(Level::One, "What follows from the answers"),
        Block::Paragraph(plain(
            "A restriction may be decided. The customer was told why the contact is unreasonable and asked to modify it, and has not.",
        )),
        heading(Level::Two, "Next steps"),
        Block::Numbers(vec![
            plain("Choose the mildest option that meets the need, and record why a milder one does not."),
            plain(
                "Write to the customer with the reasons, how long it lasts, the review date and how to ask for a review. Offer another format than a letter if one is needed, and enclose the policy itself so that the customer can see what we went by.",
            ),
            vec![
                Run::plain("Ask adult social care for its answer "),
                Run::emphasis("before"),
                Run::plain(" the letter is sent."),
            ],
        ]),
    ]
}

fn answers() -> Vec<Block> {
    let rows = ANSWERS.map(|[question, clause, answer, evidence]| {
        vec![plain(question), plain(clause), vec![Run::strong(answer)], plain(evidence)]
    });
    let table = Table {
        header: ["Question", "Clause", "Answer", "Evidence"].map(plain).to_vec(),
        rows: rows.to_vec(),
        widths: vec![34, 9, 17, 40],
    };
    vec![heading(Level::One, "Answers and evidence"), Block::Table(table)]
}

fn considered() -> Vec<Block> {
    vec![
        heading(Level::One, "What was considered"),
        heading(Level::Two, "Persistent, unreasonably persistent, or new"),
        Block::Paragraph(plain(
            "The contact is persistent: 67 contacts in 20 working days. It is unreasonably persistent, since it hinders the consideration of other complaints. Nothing in it is new.",
        )),
        heading(Level::Two, "Health and adjustments"),
        Block::Bullets(vec![
            plain(
                "The customer mentioned poor sleep once. He was asked by telephone on 13 February whether an adjustment would help, and said that he would “rather have the path mended”.",
            ),
            plain(
                "A single contact point was offered on the same day as an adjustment, not as a restriction.",
            ),
            plain("The assessor took advice from the equality officer on 24 February."),
        ]),
        heading(Level::Three, "Third parties"),
        Block::Paragraph(plain(
            "The customer’s neighbour wrote twice in support. Her letters were answered separately and are no part of this record.",
        )),
    ]
}

fn options() -> Vec<Block> {
    let row = |name: &str, status: &str, why: &str| vec![vec![Run::strong(name)], plain(status), plain(why)];
    let table = Table {
        header: ["Option", "Decision", "Why"].map(plain).to_vec(),
        rows: vec![
            row(
                "One contact point",
                "Taken",
                "It takes the strain from the named officer and keeps every way of contact open.",
            ),
            row(
                "One medium of contact",
                "Rejected",
                "The customer’s preferred method is the telephone, and the number of calls can be limited without ending them.",
            ),
            row(
                "Contact at set times",
                "Taken",
                "One call a week, on Tuesdays at 14:30, is enough for a matter that has been closed.",
            ),
            row(
                "No further contact on this matter",
                "Rejected",
                "Not proportionate while the first two have not been tried.",
            ),
        ],
        widths: vec![3, 2, 6],
    };
    vec![
        Block::PageBreak,
        heading(Level::One, "Options"),
        Block::Table(table),
        Block::Paragraph(fact("Review date:", "2 September 2026, six months from the decision.")),
        Block::Paragraph(vec![
            Run::plain("As pasted from the last email: "),
            Run::emphasis("“السلام عليكم 👋 <b>answer me</b> \u{202e}won\u{202c}”"),
        ]),
    ]
}
