//! Questions that begin with “Suppose”: the smallest changes of a case’s facts that lead elsewhere.

use super::Practised;
use crate::content::{Item, Line, Part};
use crate::generated::wording::answer;
use policy::{
    AnswerKind, Answers, Assessment, Change, Outcome, Policy, PolicyOption, Question, Ref, Selection, Status,
    assess, changes_to_outcome, single_changes_to_status,
};

/// The most questions about the outcome, and the most about an option, on one sheet.
const MOST: [usize; 2] = [3, 2];

/// What finds such questions.
pub(super) struct Suppose {
    /// The policy with no fact that has to stay as it is: in a story, each may be another.
    imagined: Policy,
    /// The policy with one fact that need not, for each question. A question of many choices has so many ways to be
    /// answered otherwise that the search among all facts would list no other.
    one_by_one: Vec<(Ref<Question>, Policy)>,
}

/// A change, and what follows from the facts with it.
struct Supposed {
    change: Change,
    then: Assessment,
}

impl Suppose {
    pub(super) fn of(policy: &Policy) -> Self {
        let with = |fixed: &dyn Fn(usize) -> bool| {
            let mut imagined = policy.clone();
            let questions = imagined.questions.iter_mut().enumerate();
            questions.for_each(|(index, question)| question.fixed = fixed(index));
            imagined
        };
        let one = |of: Ref<Question>| (of, with(&|index| index != of.index()));
        Self { imagined: with(&|_| false), one_by_one: policy.question_refs().map(one).collect() }
    }

    /// The questions for a case. Those about what sets it apart come first.
    pub(super) fn parts(&self, case: &Practised<'_>, apart: &[Ref<Question>]) -> Vec<Part> {
        let outcomes = various(self.outcomes(case, apart));
        let outcomes = outcomes.iter().take(MOST[0]).map(|way| to_outcome(case, way));
        let options = self.options(case, apart);
        let options = options.iter().take(MOST[1]).map(|(option, way)| to_status(case, *option, way));
        vec![Part::list(outcomes.chain(options).collect())]
    }

    /// The smallest changes to another outcome. A change of several facts has to settle it.
    fn outcomes(&self, case: &Practised<'_>, apart: &[Ref<Question>]) -> Vec<Supposed> {
        let others = case.policy().outcome_refs().filter(|of| Some(*of) != case.assessment.outcome);
        let known = |of: Ref<Question>| case.answers.known(of).is_some();
        let one_by_one = self.one_by_one.iter().filter(|(of, _)| known(*of)).map(|(_, policy)| policy);
        let searched: Vec<&Policy> = one_by_one.chain([&self.imagined]).collect();
        let ways = others.flat_map(|outcome| {
            searched.iter().flat_map(move |policy| changes_to_outcome(policy, &case.answers, outcome))
        });
        let mut found: Vec<Supposed> = Vec::new();
        for way in ways.filter_map(|change| Supposed::of(case, change)) {
            let known = found.iter().any(|known| known.leads_where(&way));
            if !known && (way.change.len() == 1 || way.then.outcome.is_some()) {
                found.push(way);
            }
        }
        found.sort_by_key(|way| (way.change.len(), way.rank(case, apart), way.then.outcome.is_none()));
        found
    }

    /// Single changes that leave the outcome as it is and give an option it weighs another status; each fact
    /// and each option once.
    fn options(&self, case: &Practised<'_>, apart: &[Ref<Question>]) -> Vec<(Ref<PolicyOption>, Supposed)> {
        let weighed =
            case.assessment.outcome.map_or(&[][..], |outcome: Ref<Outcome>| &case.policy()[outcome].weigh);
        let mut found: Vec<(Ref<PolicyOption>, Supposed)> = Vec::new();
        for (option, (status, _)) in weighed.iter().flat_map(|of| Status::WORDS.map(|word| (*of, word))) {
            let changes = single_changes_to_status(&self.imagined, &case.answers, option, status);
            for way in changes.into_iter().filter_map(|change| Supposed::of(case, change)) {
                let shown =
                    |(of, known): &(_, Supposed)| *of == option || known.change[0].0 == way.change[0].0;
                let moved = way.standing(option) != (case.assessment.options[option.index()].status, true);
                let same = way.then.outcome == case.assessment.outcome;
                if same && moved && way.standing(option).1 && !found.iter().any(shown) {
                    found.push((option, way));
                }
            }
        }
        found.sort_by_key(|(_, way)| way.rank(case, apart));
        found
    }
}

impl Supposed {
    fn of(case: &Practised<'_>, change: Change) -> Option<Self> {
        let policy = case.policy();
        let mut raw = case.scenario.answers.clone();
        for (question, selection) in &change {
            let question = &policy[*question];
            raw.insert(question.id.clone(), question.answer(*selection));
        }
        let then = assess(policy, &Answers::read(policy, &raw).ok()?);
        Some(Self { change, then })
    }

    /// Whether it changes the same facts as another and leads to the same outcome.
    fn leads_where(&self, other: &Self) -> bool {
        let facts = |way: &Self| way.change.iter().map(|(of, _)| *of).collect::<Vec<_>>();
        self.then.outcome == other.then.outcome && facts(self) == facts(other)
    }

    fn standing(&self, option: Ref<PolicyOption>) -> (Status, bool) {
        let standing = self.then.options[option.index()];
        (standing.status, standing.settled)
    }

    /// How little it has to do with the story: one fact answered otherwise is clearer than a tick taken away, and that
    /// than a tick for something that the story says nothing of; then, whether all that it changes is as in most cases.
    fn rank(&self, case: &Practised<'_>, apart: &[Ref<Question>]) -> (u8, bool) {
        let policy = case.policy();
        let strays = |(of, now): &(Ref<Question>, Selection)| match (&policy[*of].answers, now) {
            (AnswerKind::AnyOf(_), Selection::Chosen(now)) => {
                1 + u8::from(now & !case.answers.known(*of).unwrap_or(0) != 0)
            }
            _ => 0,
        };
        let strays = self.change.iter().map(strays).max().unwrap_or(0);
        (strays, !self.change.iter().any(|(of, _)| apart.contains(of)))
    }

    /// “Suppose Review of the contact: …”
    fn line(&self, policy: &Policy) -> Line {
        let facts = self.change.iter().map(|(of, now)| {
            let question = &policy[*of];
            let name = Line::default().block("question", &question.id, &question.short).text(": ");
            name.then(answer(question, &question.answer(*now)))
        });
        Line::of("Suppose ").then(Line::joined(facts, "; and ")).text(". ")
    }
}

/// The first change to each outcome, then all others.
fn various(ways: Vec<Supposed>) -> Vec<Supposed> {
    let mut seen = Vec::new();
    let first = |way: &Supposed| {
        let first = !seen.contains(&way.then.outcome);
        seen.push(way.then.outcome);
        first
    };
    let (mut firsts, others): (Vec<_>, Vec<_>) = ways.into_iter().partition(first);
    firsts.extend(others);
    firsts
}

fn to_outcome(case: &Practised<'_>, way: &Supposed) -> Item {
    let policy = case.policy();
    let line = way.line(policy);
    let next = way.then.ask.first();
    match (way.then.outcome, next) {
        (Some(outcome), _) => {
            line.text("Then: ").block("outcome", &policy[outcome].id, &policy[outcome].name).text(".")
        }
        (None, Some(next)) => line.text("Then the next question is: ").quoted(policy[*next].ask.clone()),
        (None, None) => line.text("Then it is open."),
    }
    .into()
}

fn to_status(case: &Practised<'_>, option: Ref<PolicyOption>, way: &Supposed) -> Item {
    let policy = case.policy();
    let status = way.standing(option).0.name().to_lowercase();
    let line = way.line(policy).text("Then the check says of the option ");
    line.block("option", &policy[option].id, &policy[option].name).text(format!(": {status}.")).into()
}
