//! Everything that the aid can ask and say, in order, with the shortest way to each.

use super::wording::{answers, counted, entry, options, outcomes, rule, steps, when};
use crate::content::{Item, Line, Part};
use policy::{AnswerKind, Choice, Outcome, Policy, PolicyOption, Question, RecordItem, Ref, Rule, Source};
use policy_compiler::witnesses::{Witnesses, witnesses};
use policy_compiler::{Dependencies, Questions, Witness, dependencies};

/// The catalogue of a policy.
pub fn catalogue(policy: &Policy) -> Vec<Part> {
    // Conditions too entangled for this are refused when the pages are compiled.
    let (dependencies, witnesses) =
        (dependencies(policy).unwrap_or_default(), witnesses(policy).unwrap_or_default());
    let catalogue = Catalogue { policy, dependencies, witnesses };
    let mut parts = catalogue.questions();
    parts.extend(section(
        "The outcomes",
        "Exactly one holds for each complete set of answers.",
        catalogue.outcomes(),
    ));
    let duties = "These are shown as soon as an answer calls for one, in any outcome.";
    parts.extend(section("What cannot wait", duties, catalogue.duties()));
    parts.extend(section(
        "The findings",
        "A finding puts several answers into one statement.",
        catalogue.findings(),
    ));
    let conditions = "These have a name so that several rules can use them. No result shows them.";
    parts.extend(section("Conditions with a name", conditions, catalogue.conditions()));
    let together =
        "The aid says so beside each of the questions. It decides nothing: whoever answered looks again.";
    parts.extend(section("Answers that do not go together", together, catalogue.contradictions()));
    let rules = "The first rule that holds decides. Each has an example: answers with which it is the one that decides.";
    parts.extend(section("The options", rules, catalogue.options()));
    parts
}

/// A section, unless nothing is in it.
fn section(title: &str, says: &str, entries: Vec<Part>) -> Vec<Part> {
    if entries.is_empty() {
        return entries;
    }
    [Part::heading(2, title), Part::paragraph(says)].into_iter().chain(entries).collect()
}

/// A heading with what stands below it.
fn part(level: u8, title: impl Into<String>, says: Line, items: Vec<Item>) -> Part {
    let parts = vec![Part::heading(level, title), Part::Paragraph(says), Part::list(items)];
    Part::Group { class: "entry condition", id: None, parts }
}

struct Catalogue<'p> {
    policy: &'p Policy,
    dependencies: Dependencies,
    witnesses: Witnesses,
}

impl Catalogue<'_> {
    fn questions(&self) -> Vec<Part> {
        let intro =
            "Each has the fewest answers after which it comes up. “Not sure” is always an answer too.";
        let mut parts = vec![Part::heading(2, "The questions, in the order asked"), Part::paragraph(intro)];
        for (number, group) in (0..).zip(&self.policy.groups) {
            parts.push(Part::heading(3, group.title.clone()));
            if group.always {
                parts.push(Part::paragraph("These questions come up in every case."));
            }
            let own = self.policy.question_refs().filter(|of| self.policy[*of].group == Ref::new(number));
            parts.extend(own.map(|question| self.question(question)));
        }
        parts
    }

    fn question(&self, of: Ref<Question>) -> Part {
        let question = &self.policy[of];
        let title = format!("{}. {}", of.index() + 1, question.ask);
        let name = Line::default().block("question", &question.id, &question.short);
        let says = name.text(".").source(&question.source);
        let mut items: Vec<Item> = question.hint.iter().map(|hint| Line::of(hint.clone()).into()).collect();
        items.push(question_answers(question));
        items.push(self.needed_for(of));
        if let (Some(needs), Some(otherwise)) = (question.needs, &question.otherwise) {
            let lead = format!("If the answer is not {}", if needs { "yes" } else { "no" });
            items.push(entry(&lead, Line::of(otherwise.clone())));
        }
        items.extend(question.settled_by.iter().map(|by| entry("Who can settle it", Line::of(by.clone()))));
        items.push(self.comes_up(of));
        part(4, title, says, items)
    }

    fn comes_up(&self, of: Ref<Question>) -> Item {
        match self.witnesses.questions.get(of.index()).and_then(Option::as_ref) {
            None => Line::of("The aid does not ask it by itself: no outcome, option or record rests on it.")
                .into(),
            Some(witness) if witness.answers.is_empty() => Line::of("It comes up first.").into(),
            Some(witness) => {
                let lead = format!("Comes up after {}", counted(witness.answers.len(), "answer"));
                entry(&lead, answers(self.policy, witness))
            }
        }
    }

    /// The results that read the answer.
    fn needed_for(&self, of: Ref<Question>) -> Item {
        let policy = self.policy;
        let findings = read_by(&self.dependencies.findings, of).into_iter().map(|number| {
            let finding = &policy.findings[usize::from(number)];
            Line::default().block("finding", &finding.id, &finding.name)
        });
        let duties = read_by(&self.dependencies.duties, of).into_iter().map(|number| {
            let duty = &policy.duties[usize::from(number)];
            Line::default().block("duty", &duty.id, &duty.name)
        });
        let recorded = policy.outcome_refs().filter(|outcome| records(&policy[*outcome], of));
        let named = |numbers: Vec<u16>| outcomes(policy, numbers.into_iter().map(Ref::new));
        let options = |numbers: Vec<u16>| options(policy, numbers.into_iter().map(Ref::new));
        let kinds = [
            ("", most("outcome", &self.dependencies.outcomes, of, named)),
            ("findings ", Line::joined(findings, ", ")),
            ("at once ", Line::joined(duties, ", ")),
            ("", most("option", &self.dependencies.options, of, options)),
            ("the record of ", outcomes(policy, recorded)),
        ];
        let kinds = kinds.into_iter().filter(|(_, line)| !line.0.is_empty());
        entry("Needed for", Line::joined(kinds.map(|(lead, line)| Line::of(lead).then(line)), "; "))
    }

    fn outcomes(&self) -> Vec<Part> {
        self.policy.outcome_refs().map(|outcome| self.outcome(outcome)).collect()
    }

    fn outcome(&self, of: Ref<Outcome>) -> Part {
        let (policy, outcome) = (self.policy, &self.policy[of]);
        let mut items = vec![when(policy, "It is the outcome when", &outcome.when)];
        items.extend(self.enough(self.witnesses.outcomes.get(of.index())));
        if !outcome.steps.is_empty() {
            items.push(Item { below: vec![steps(outcome)], ..Line::of("What to do next:").into() });
        }
        if !outcome.weigh.is_empty() {
            items.push(entry("Options to weigh", options(policy, outcome.weigh.iter().copied())));
        }
        if !outcome.record.is_empty() {
            let recorded = outcome.record.iter().map(|item| self.recorded(*item));
            items.push(entry("Its record holds", Line::joined(recorded, ", ")));
        }
        part(3, outcome.name.clone(), says(&outcome.says, &outcome.source), items)
    }

    fn recorded(&self, item: RecordItem) -> Line {
        let policy = self.policy;
        match item {
            RecordItem::Question(of) => Line::default().block("question", &policy[of].id, &policy[of].short),
            RecordItem::Finding(of) => Line::default().block("finding", &policy[of].id, &policy[of].name),
        }
    }

    fn duties(&self) -> Vec<Part> {
        let duty = |(duty, witness): (&policy::Duty, _)| {
            let mut items = vec![when(self.policy, "It is shown when", &duty.when)];
            items.extend(self.enough(witness));
            part(3, duty.name.clone(), says(&duty.says, &duty.source), items)
        };
        with_witnesses(&self.policy.duties, &self.witnesses.duties).map(duty).collect()
    }

    fn findings(&self) -> Vec<Part> {
        let finding = |(finding, witness): (&policy::Finding, _)| {
            let mut items = vec![when(self.policy, "It holds when", &finding.when)];
            items.extend(self.enough(witness));
            part(3, finding.name.clone(), says(&finding.says, &finding.source), items)
        };
        with_witnesses(&self.policy.findings, &self.witnesses.findings).map(finding).collect()
    }

    fn conditions(&self) -> Vec<Part> {
        let condition = |named: &policy::NamedCondition| {
            let name = Line::bold(named.name.clone()).text(" ");
            let item = when(self.policy, "holds when", &named.when);
            Item { line: name.then(item.line), ..item }
        };
        let items: Vec<Item> = self.policy.conditions.iter().map(condition).collect();
        if items.is_empty() {
            return Vec::new();
        }
        vec![Part::Group { class: "entry condition", id: None, parts: vec![Part::list(items)] }]
    }

    fn contradictions(&self) -> Vec<Part> {
        let contradiction = |of: &policy::Contradiction| Item {
            below: vec![Part::list(vec![when(self.policy, "It is said when", &of.when)])],
            ..says(&of.says, &of.source).into()
        };
        let items: Vec<Item> = self.policy.contradictions.iter().map(contradiction).collect();
        if items.is_empty() {
            return Vec::new();
        }
        vec![Part::Group { class: "entry condition", id: None, parts: vec![Part::list(items)] }]
    }

    fn options(&self) -> Vec<Part> {
        let empty = Vec::new();
        let witnesses = self.witnesses.rules.iter().chain(std::iter::repeat(&empty));
        self.policy
            .options
            .iter()
            .zip(witnesses)
            .map(|(option, witnesses)| self.option(option, witnesses))
            .collect()
    }

    fn option(&self, option: &PolicyOption, witnesses: &[Option<Witness>]) -> Part {
        let policy = self.policy;
        let rules = with_witnesses(&option.rules, witnesses)
            .map(|(rule, witness)| self.rule(rule, witness))
            .collect();
        let everywhere = option.offered_in.len() == policy.outcomes.len();
        let offered = match everywhere {
            true => Line::of("every outcome"),
            false => outcomes(policy, option.offered_in.iter().copied()),
        };
        let mut items = vec![entry("Offered in", offered)];
        if !option.instead_of.is_empty() {
            items.push(entry("Taken instead of", options(policy, option.instead_of.iter().copied())));
        }
        items.push(Item { below: vec![Part::steps(rules)], ..Line::of("Its status:").into() });
        part(3, option.name.clone(), says(&option.does, &option.source), items)
    }

    fn rule(&self, of: &Rule, witness: Option<&Option<Witness>>) -> Item {
        let condition = (of.when != policy::Condition::Always).then(|| when(self.policy, "When", &of.when));
        let example =
            witness.and_then(Option::as_ref).map(|witness| entry("Example", answers(self.policy, witness)));
        let below: Vec<Item> = condition.into_iter().chain(example).collect();
        Item { below: vec![Part::list(below)], ..rule(self.policy, of).source(&of.source).into() }
    }

    /// The answers that are enough, where any are.
    fn enough(&self, witness: Option<&Option<Witness>>) -> Option<Item> {
        Some(entry("Enough for it", answers(self.policy, witness?.as_ref()?)))
    }
}

/// The results that read a question, by their index.
fn read_by(reads: &[Questions], of: Ref<Question>) -> Vec<u16> {
    (0..).zip(reads).filter(|(_, reads)| reads.contains(&of)).map(|(number, _)| number).collect()
}

/// The results of one kind that read a question: all of them, all but a few, or each by name.
fn most(kind: &str, reads: &[Questions], of: Ref<Question>, named: impl Fn(Vec<u16>) -> Line) -> Line {
    let read = read_by(reads, of);
    let others: Vec<u16> = (0..).take(reads.len()).filter(|number| !read.contains(number)).collect();
    match (read.len(), others.len()) {
        (0, _) => Line::default(),
        (_, 0) => Line::of(format!("every {kind}")),
        (read, others_count) if others_count * 2 < read => {
            Line::of(format!("every {kind} but ")).then(named(others))
        }
        (1, _) => Line::of(format!("{kind} ")).then(named(read)),
        _ => Line::of(format!("{kind}s ")).then(named(read)),
    }
}

fn says(text: &str, source: &Source) -> Line {
    Line::of(text).source(source)
}

/// Each thing with its witness.
fn with_witnesses<'a, T>(
    things: &'a [T],
    witnesses: &'a [Option<Witness>],
) -> impl Iterator<Item = (&'a T, Option<&'a Option<Witness>>)> {
    things.iter().enumerate().map(|(index, thing)| (thing, witnesses.get(index)))
}

fn records(outcome: &Outcome, question: Ref<Question>) -> bool {
    outcome.record.contains(&RecordItem::Question(question))
}

fn question_answers(question: &Question) -> Item {
    let choice = |choice: &Choice| {
        let line = Line::of(choice.label.clone());
        let line = if choice.record_only { line.text(" (for the record only)") } else { line };
        let source = Source { clauses: choice.clauses.clone(), ..Source::default() };
        Item::from(if choice.clauses.is_empty() { line } else { line.source(&source) })
    };
    let lead = match question.answers {
        AnswerKind::YesNo => return Line::of("Answers: yes or no").into(),
        AnswerKind::AnyOf(_) => "Answers: any of these, or none of them",
        AnswerKind::OneOf(_) => "Answers: one of these",
    };
    let choices = question.answers.choices().iter().map(choice).collect();
    Item { below: vec![Part::list(choices)], ..Line::of(lead).into() }
}
