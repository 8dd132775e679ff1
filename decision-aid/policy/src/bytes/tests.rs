//! What was written is read, and nothing else is.

use super::BytesError;
use crate::small_policy::small_policy;
use crate::{
    Basis, Condition, Deferred, EntryFacts, EntryKind, EntryRules, Field, FieldChoice, FieldKind, Keeps,
    Letter, LetterPart, OpenPoint, OptionTexts, Outcome, Paperwork, Piece, Policy, Prefill, Reasons,
    RecordSection, Ref, Source, Step, Term, UsualDate, With,
};

fn text(text: &str) -> String {
    text.to_owned()
}

/// Paperwork in which every kind of thing is there, and no two texts are the same.
fn paperwork() -> Paperwork {
    let source = |statute: Option<&str>| Source {
        clauses: vec![Ref::new(3), Ref::new(300)],
        basis: if statute.is_some() { Basis::Law } else { Basis::Guidance },
        statute: statute.map(text),
    };
    let field = |id: &str, kind: FieldKind, from: Option<Prefill>| Field {
        id: text(id),
        label: format!("label of {id}"),
        hint: Some(format!("hint of {id} – “so”")),
        kind,
        optional: from.is_some(),
        from: from.into_iter().collect(),
        with: Some(With { field: text("beside"), choice: Some(text("chosen")) }),
        not_before: Some(text("start")),
        not_after: Some(text("end")),
        default: Some(text("default")),
        usual: Some(UsualDate { after: text("after"), months: 70_000, otherwise: Some(text("otherwise")) }),
        ends: true,
        calendar: Some(text("calendar")),
        keeps: Some(Keeps {
            field: text("kept"),
            cuts_off: vec![text("cut")],
            warning: text("warning"),
            clauses: vec![Ref::new(1)],
        }),
    };
    let choices = vec![FieldChoice {
        id: text("post"),
        label: text("By post"),
        when: Some(Condition::Always),
        alone: true,
        cuts_off: vec![text("phone")],
        instead: Some(text("instead")),
    }];
    Paperwork {
        entries: EntryRules {
            kinds: vec![(Ref::new(1), EntryKind::Review)],
            carries: vec![Ref::new(2)],
            facts: EntryFacts { lesson: Some("lesson".to_owned()), ..EntryFacts::default() },
            ..EntryRules::default()
        },
        sections: vec![RecordSection {
            id: text("section"),
            title: text("Section"),
            stage: crate::Stage::Questions(Ref::new(1)),
            when: Condition::Not(Box::new(Condition::Any(vec![
                Condition::Outcome(Ref::<Outcome>::new(2)),
                Condition::Always,
            ]))),
            when_restricting: true,
            when_taken: vec![Ref::new(6)],
            fields: vec![field("a", FieldKind::Text, None), field("b", FieldKind::Lines, None)],
            source: source(None),
        }],
        reasons: Reasons {
            decision: vec![field("g", FieldKind::Text, None)],
            taken: vec![field("c", FieldKind::Date, Some(Prefill::Record(text("a"))))],
            rejected: vec![field("d", FieldKind::Number, Some(Prefill::Evidence(vec![Ref::new(5)])))],
            source: source(Some("Act")),
        },
        open_points: vec![OpenPoint {
            id: text("point"),
            ask: text("Ask?"),
            when: Condition::NotSure(Ref::new(1)),
            source: source(None),
        }],
        letters: vec![Letter {
            id: text("letter"),
            name: text("Letter"),
            says: text("Says."),
            outcomes: vec![Ref::new(0)],
            about: vec![Ref::new(4)],
            at_once: Some(Condition::Always),
            optional: true,
            fields: vec![
                field("e", FieldKind::Choice(choices.clone()), Some(Prefill::Actions)),
                field("g", FieldKind::Choices(choices), None),
                field("f", FieldKind::Text, Some(Prefill::Record(text("b")))),
            ],
            parts: vec![LetterPart {
                id: text("part"),
                name: text("Part"),
                required: true,
                when_taken: vec![Ref::new(7)],
                unless_taken: vec![Ref::new(8)],
                paragraphs: vec![
                    vec![Piece::Text(text("plain")), Piece::Strong(text("strong"))],
                    vec![Piece::Field(200)],
                ],
                source: source(None),
            }],
            source: source(None),
        }],
        terms: vec![Term { term: text("term"), meaning: text("meaning") }],
    }
}

fn deferred() -> Deferred {
    let paperwork = paperwork();
    Deferred {
        clauses: vec![text("Clause")],
        advice: vec![(Some(text("otherwise")), None)],
        conditions: vec![Condition::Always],
        contradictions: Vec::new(),
        findings: vec![(text("finding"), Condition::Always)],
        options: vec![OptionTexts {
            does: text("does"),
            tells: vec![text("tells"), text("more")],
            details: paperwork.sections[0].fields.clone(),
            rules: Vec::new(),
        }],
        outcomes: vec![
            (
                vec![Step {
                    action: text("act"),
                    who: text("who"),
                    source: paperwork.sections[0].source.clone(),
                }],
                Condition::NotSure(Ref::new(1)),
            ),
            (vec![], Condition::Always),
        ],
        paperwork,
    }
}

#[test]
fn what_was_written_is_read() {
    let written = small_policy().to_bytes().expect("a policy can be written");
    assert_eq!(Policy::from_bytes(&written), Ok(small_policy()));
    let written = deferred().to_bytes().expect("it can be written");
    assert_eq!(Deferred::from_bytes(&written), Ok(deferred()));
}

#[test]
fn what_is_cut_off_or_goes_on_is_refused() {
    let policy = small_policy().to_bytes().expect("a policy can be written");
    let deferred = deferred().to_bytes().expect("it can be written");
    for length in 0..policy.len() {
        assert_eq!(Policy::from_bytes(&policy[..length]), Err(BytesError), "{length} bytes");
    }
    for length in 0..deferred.len() {
        assert_eq!(Deferred::from_bytes(&deferred[..length]), Err(BytesError), "{length} bytes");
    }
    assert_eq!(Policy::from_bytes(&[policy, vec![0]].concat()), Err(BytesError));
    assert_eq!(Deferred::from_bytes(&[deferred, vec![0]].concat()), Err(BytesError));
}

#[test]
fn any_bytes_are_read_or_refused() {
    let written = small_policy().to_bytes().expect("a policy can be written");
    for place in 0..written.len() {
        let mut changed = written.clone();
        changed[place] = changed[place].wrapping_add(0x81);
        // It may say something else; it may not fail otherwise.
        let _ = Policy::from_bytes(&changed);
    }
}
