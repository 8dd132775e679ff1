//! One list of questions for two revisions of a policy, and each revision's conditions in terms of it.

use policy::{AnswerKind, Choice, Condition, Diagrams, Policy, Question, Ref, Source};

/// The questions of both revisions, in the order of the later one; each choice of either is in it once.
pub(super) struct Union {
    questions: Vec<Question>,
    before: Mapping,
    now: Mapping,
}

/// For each question of a revision, in its own order, where it stands in the union.
type Mapping = Vec<MappedQuestion>;

struct MappedQuestion {
    question: Ref<Question>,
    /// For each of the revision's own choices, which choice of the union it is.
    choices: Vec<u8>,
}

/// One question of the union, as the revisions have it.
type Pair = (Option<Ref<Question>>, Option<Ref<Question>>);

impl Union {
    /// Puts the questions of two revisions together, by id. A question that takes another kind of answer is another
    /// question.
    pub(super) fn of(before: &Policy, now: &Policy) -> Self {
        let pairs = pairs(before, now);
        let questions: Vec<Question> = pairs
            .iter()
            .filter_map(|(then, today)| together(then.map(|it| &before[it]), today.map(|it| &now[it])))
            .collect();
        Self {
            before: mapping(before, &questions, pairs.iter().map(|(then, _)| *then)),
            now: mapping(now, &questions, pairs.iter().map(|(_, today)| *today)),
            questions,
        }
    }

    /// The earlier revision in terms of the union.
    pub(super) fn before(&self, policy: &Policy) -> Policy {
        self.moved(policy, &self.before)
    }

    /// The later revision in terms of the union.
    pub(super) fn now(&self, policy: &Policy) -> Policy {
        self.moved(policy, &self.now)
    }

    /// Where a question of the earlier revision stands in the union.
    pub(super) fn place_before(&self, question: Ref<Question>) -> Ref<Question> {
        self.before[question.index()].question
    }

    /// Where a question of the later revision stands in the union.
    pub(super) fn place_now(&self, question: Ref<Question>) -> Ref<Question> {
        self.now[question.index()].question
    }

    /// Holds where each question that both revisions ask is answered by a choice that both know.
    pub(super) fn known_to_both(&self) -> Condition {
        let shared = |then: &MappedQuestion| {
            let AnswerKind::OneOf(all) = &self.questions[then.question.index()].answers else { return None };
            let today = self.now.iter().find(|today| today.question == then.question)?;
            let both: Vec<u8> =
                then.choices.iter().copied().filter(|one| today.choices.contains(one)).collect();
            (both.len() < all.len()).then(|| any_of(then.question, &both))
        };
        Condition::All(self.before.iter().filter_map(shared).collect())
    }

    /// A policy with the union's questions, good for its conditions alone: it has no records and no diagrams.
    fn moved(&self, policy: &Policy, mapping: &Mapping) -> Policy {
        let mut moved =
            Policy { questions: self.questions.clone(), diagrams: Diagrams::default(), ..policy.clone() };
        for outcome in &mut moved.outcomes {
            outcome.record.clear();
        }
        for when in conditions(&mut moved) {
            *when = in_union(when, mapping);
        }
        moved
    }
}

/// Which questions of the two revisions are one. Those that are gone stand after those they stood after.
fn pairs(before: &Policy, now: &Policy) -> Vec<Pair> {
    let same = |question: Ref<Question>| {
        let then = before.question(&now[question].id)?;
        same_kind(&before[then].answers, &now[question].answers).then_some(then)
    };
    let mut pairs: Vec<Pair> = now.question_refs().map(|question| (same(question), Some(question))).collect();
    let mut after = 0;
    for question in before.question_refs() {
        match pairs.iter().position(|(then, _)| *then == Some(question)) {
            Some(index) => after = index + 1,
            None => {
                pairs.insert(after, (Some(question), None));
                after += 1;
            }
        }
    }
    pairs
}

fn same_kind(one: &AnswerKind, other: &AnswerKind) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

/// A question with the choices of both revisions. Only its id and its answers are ever read.
fn together(before: Option<&Question>, now: Option<&Question>) -> Option<Question> {
    let question = now.or(before)?;
    let mut choices: Vec<Choice> = question.answers.choices().to_vec();
    for choice in before.map_or(&[][..], |question| question.answers.choices()) {
        if !choices.iter().any(|known| known.id == choice.id) {
            choices.push(choice.clone());
        }
    }
    let answers = match question.answers {
        AnswerKind::YesNo => AnswerKind::YesNo,
        AnswerKind::AnyOf(_) => AnswerKind::AnyOf(choices),
        AnswerKind::OneOf(_) => AnswerKind::OneOf(choices),
    };
    Some(Question { answers, group: Ref::new(0), source: Source::default(), ..question.clone() })
}

/// Where a revision's questions stand; `own` says for each question of the union which of the revision's it is.
fn mapping(policy: &Policy, union: &[Question], own: impl Iterator<Item = Option<Ref<Question>>>) -> Mapping {
    let mut mapping: Vec<(Ref<Question>, MappedQuestion)> = (0..)
        .map(Ref::new)
        .zip(own)
        .filter_map(|(question, own)| {
            let own = own?;
            Some((own, MappedQuestion { question, choices: choices(&policy[own], &union[question.index()]) }))
        })
        .collect();
    mapping.sort_by_key(|(own, _)| *own);
    mapping.into_iter().map(|(_, mapped)| mapped).collect()
}

fn choices(own: &Question, union: &Question) -> Vec<u8> {
    let index_in_union =
        |choice: &Choice| union.answers.choices().iter().position(|known| known.id == choice.id);
    let indices = own.answers.choices().iter().filter_map(index_in_union);
    // Each revision has 32 choices to a question at most, so the two have 64.
    indices.map(|index| u8::try_from(index).unwrap_or(u8::MAX)).collect()
}

/// Every condition of a policy.
fn conditions(policy: &mut Policy) -> impl Iterator<Item = &mut Condition> {
    let named = policy.conditions.iter_mut().map(|named| &mut named.when);
    let findings = policy.findings.iter_mut().map(|finding| &mut finding.when);
    let outcomes = policy.outcomes.iter_mut().map(|outcome| &mut outcome.when);
    let duties = policy.duties.iter_mut().map(|duty| &mut duty.when);
    let rules = policy.options.iter_mut().flat_map(|option| &mut option.rules).map(|rule| &mut rule.when);
    named.chain(findings).chain(outcomes).chain(duties).chain(rules)
}

/// A condition of a revision in terms of the union.
fn in_union(condition: &Condition, mapping: &Mapping) -> Condition {
    let all = |parts: &[Condition]| parts.iter().map(|part| in_union(part, mapping)).collect();
    match condition {
        Condition::Answer { question, choice } => {
            let mapped = &mapping[question.index()];
            // A yes-no question has no choices: its yes stays where it is.
            let choice = mapped.choices.get(usize::from(*choice)).copied().unwrap_or(*choice);
            Condition::Answer { question: mapped.question, choice }
        }
        // Any choice that the revision itself knows: one that only the other has is none of its business.
        Condition::AnyChoice(question) => {
            let mapped = &mapping[question.index()];
            any_of(mapped.question, &mapped.choices)
        }
        // A complete set of answers has no "not sure" in it.
        Condition::NotSure(_) => Condition::Any(Vec::new()),
        Condition::Not(inner) => Condition::Not(Box::new(in_union(inner, mapping))),
        Condition::All(parts) => Condition::All(all(parts)),
        Condition::Any(parts) => Condition::Any(all(parts)),
        Condition::Always
        | Condition::Finding(_)
        | Condition::Named(_)
        | Condition::Outcome(_)
        | Condition::Duty(_)
        | Condition::Status(..) => condition.clone(),
    }
}

/// At least one of some choices.
fn any_of(question: Ref<Question>, choices: &[u8]) -> Condition {
    Condition::Any(choices.iter().map(|choice| Condition::Answer { question, choice: *choice }).collect())
}
