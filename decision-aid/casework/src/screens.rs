//! Which screens a case needs, in order.
//!
//! Which screens there are follows from the answers, so only a position among them is kept. One that a case does not need can
//! still be opened: what is answered there is kept, and decides nothing.

use crate::Key;
use crate::case_view::CaseView;
use crate::screen::Screen;
use policy::{
    Answers, Assessment, Circumstances, Condition, EntryKind, Group, OptionStatus, Policy, Question,
    RecordSection, Ref, Stage, Status, assess, walk,
};

/// How far a stage has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Everything that it asks is answered.
    Done,
    /// Something is left to do.
    ToDo,
    /// Nothing in it matters in this case.
    NotNeeded,
}

/// A row of the list of stages: a group of questions, or one of the screens after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageState {
    /// The screen that it opens at.
    pub screen: Screen,
    /// Whether it can be opened yet: what follows from the answers waits for them.
    pub opens: bool,
    /// How far it has come.
    pub progress: Progress,
    /// Its answers that count, in order.
    pub answered: Vec<Ref<Question>>,
}

impl CaseView<'_> {
    /// The questions that a screen asks, in order.
    pub fn questions_at(&self, screen: Screen) -> Vec<Ref<Question>> {
        match screen {
            Screen::Questions(group, number) => self.questions_on(group, number),
            Screen::Review => self.asked_afresh(),
            _ => Vec::new(),
        }
    }

    /// In a review: the questions that matter after the first group, but for those whose answers go on from an earlier entry.
    fn asked_afresh(&self) -> Vec<Ref<Question>> {
        let later = self.walk.by_group.iter().skip(1).flatten().copied();
        later.filter(|question| !self.is_carried(*question)).collect()
    }

    /// Whether the answer to a question goes on from an earlier entry, and was not changed since.
    pub fn is_carried(&self, question: Ref<Question>) -> bool {
        self.case.has(&Key::Carried(&self.policy()[question].id).to_string())
    }

    /// Whether the case on screen is a review of what an earlier entry decided.
    pub fn is_review(&self) -> bool {
        self.case.text(&Key::Begun) == EntryKind::Review.word()
    }

    /// The questions on a screen that come up; where none does, all of it, for whoever goes on all the same.
    pub fn questions_on(&self, group: Ref<Group>, screen: u8) -> Vec<Ref<Question>> {
        let needed = self.needed_on(group, screen);
        if !needed.is_empty() {
            return needed;
        }
        let policy = self.policy();
        let here =
            |question: &Ref<Question>| policy[*question].group == group && policy[*question].screen == screen;
        policy.question_refs().filter(here).collect()
    }

    /// The questions on a screen that matter.
    pub fn needed_on(&self, group: Ref<Group>, screen: u8) -> Vec<Ref<Question>> {
        let questions = self.walk.by_group[group.index()].iter().copied();
        questions.filter(|question| self.policy()[*question].screen == screen).collect()
    }

    /// Whether a question has an answer that it takes.
    pub fn is_answered(&self, question: Ref<Question>) -> bool {
        let question = &self.policy()[question];
        self.case.answers.get(&question.id).is_some_and(|answer| question.takes(answer))
    }

    /// The questions on a screen that matter and have no answer.
    pub fn unanswered_at(&self, screen: Screen) -> Vec<Ref<Question>> {
        let mut questions = match screen {
            Screen::Questions(group, number) => self.needed_on(group, number),
            other => self.questions_at(other),
        };
        questions.retain(|question| self.is_owed(*question));
        questions
    }

    /// Whether an answer to a question is owed: there is none, and no answer to a later question has made it idle.
    pub fn is_owed(&self, question: Ref<Question>) -> bool {
        !self.is_answered(question) && self.assessment().ask.contains(&question)
    }

    /// The screen after another, of those that this case needs.
    pub fn after(&self, screen: Screen) -> Screen {
        if let Screen::AtOnce(letter) = screen {
            return Screen::Letter(letter);
        }
        let mut after = self.screens().into_iter().filter(|next| *next > screen);
        after.next().unwrap_or(Screen::Done)
    }

    /// The screen before another, of those that this case needs.
    pub fn before(&self, screen: Screen) -> Screen {
        if let Screen::AtOnce(_) = screen {
            // It was offered where the danger was found.
            return Screen::default();
        }
        if self.is_optional(screen) {
            // It was offered among the questions.
            return if self.is_review() { Screen::Review } else { self.first_to_do() };
        }
        let before = self.screens().into_iter().rev().find(|before| *before < screen);
        before.unwrap_or_default()
    }

    /// The screen after one of questions, whether the case needs it or not.
    pub fn after_anyway(&self, screen: Screen) -> Screen {
        let mut after = question_screens(self.policy()).into_iter().filter(|next| *next > screen);
        after.next().unwrap_or_else(|| self.after(screen))
    }

    /// Whether everything that matters is answered, though more could be asked but for the answers on this screen.
    pub fn is_enough_after(&self, screen: Screen) -> bool {
        let Screen::Questions(group, _) = screen else { return false };
        if self.walk.next.is_some() {
            return false;
        }
        let mut others = self.case.answers.clone();
        for asked in self.questions_at(screen) {
            others.remove(&self.policy()[asked].id);
        }
        walk(self.policy(), &others).by_group[group.index() + 1..].iter().any(|later| !later.is_empty())
    }

    /// The screens that this case needs, in order. What follows from the answers is there once they are complete.
    pub fn screens(&self) -> Vec<Screen> {
        let mut screens = question_screens(self.policy());
        screens.retain(|screen| self.is_asked_on(*screen));
        if self.is_review() && !self.asked_afresh().is_empty() {
            screens.push(Screen::Review);
        }
        if self.walk.next.is_none() {
            // A review is decided below its result.
            screens.extend(
                (!self.is_review() || !weighs(self.policy(), self.assessment())).then_some(Screen::Result),
            );
            screens.extend(weighs(self.policy(), self.assessment()).then_some(Screen::Decision));
            screens.push(Screen::Dates);
            screens.extend(self.letters_to_send().map(|(index, _)| Screen::Letter(index)));
            screens.push(Screen::Done);
        }
        screens
    }

    /// Whether a screen of questions asks one that no earlier entry has answered. A review has them on one screen, but for the
    /// first group.
    fn is_asked_on(&self, screen: Screen) -> bool {
        let Screen::Questions(group, number) = screen else { return false };
        (group.index() == 0 || !self.is_review())
            && self.needed_on(group, number).iter().any(|question| !self.is_carried(*question))
    }

    /// The screen that is shown for a position: itself, or the first with something to answer where it waits for answers.
    pub fn shown(&self, screen: Screen) -> Screen {
        let letter = |index: usize| self.content.paperwork.letters.get(index);
        match (screen, self.walk.next) {
            (Screen::Questions(..) | Screen::Entries, _) => screen,
            (Screen::AtOnce(index), _)
                if letter(index).is_some_and(|letter| self.can_be_made_at_once(letter)) =>
            {
                screen
            }
            (Screen::Letter(index), _) if letter(index).is_some_and(|letter| self.is_for_this(letter)) => {
                screen
            }
            (_, Some(question)) => self.screen_of(question),
            (Screen::Review, _) if !self.is_review() => self.first_to_do(),
            (Screen::Review, _) => screen,
            (Screen::Decision, None) if !weighs(self.policy(), self.assessment()) => Screen::Result,
            (Screen::AtOnce(_), None) => Screen::Result,
            (Screen::Letter(_), None) => Screen::Done,
            _ => screen,
        }
    }

    /// The screen of a question.
    pub fn screen_of(&self, question: Ref<Question>) -> Screen {
        if self.is_review() && self.policy()[question].group.index() > 0 && !self.is_carried(question) {
            return Screen::Review;
        }
        Screen::Questions(self.policy()[question].group, self.policy()[question].screen)
    }

    /// The screen on which a section of the record is filled in: that of its stage. What belongs to a group that the case does not
    /// need, or what the answers up to there do not call for yet, is filled in with the dates and people: nobody has to go back.
    pub fn screen_of_section(&self, section: &RecordSection) -> Screen {
        let index = self.content.paperwork.sections.iter().position(|known| known.id == section.id);
        index.map_or(Screen::Dates, |index| self.section_screens()[index])
    }

    /// The screen of each section of the record. They are found once.
    fn section_screens(&self) -> &[Screen] {
        self.section_screens.get_or_init(|| {
            let up_to: Vec<Answers> =
                self.policy().group_refs().map(|group| self.answers_up_to(group)).collect();
            let screen = |section: &RecordSection| match section.stage {
                Stage::Start => Screen::default(),
                Stage::Decision => Screen::Decision,
                Stage::Dates => Screen::Dates,
                Stage::Questions(group) => {
                    let last = self.walk.by_group[group.index()].last().map(|last| self.screen_of(*last));
                    last.filter(|_| self.is_settled_by(&up_to[group.index()], &section.when))
                        .unwrap_or(Screen::Dates)
                }
            };
            self.content.paperwork.sections.iter().map(screen).collect()
        })
    }

    /// The answers that count of the groups up to one, itself included.
    fn answers_up_to(&self, group: Ref<Group>) -> Answers {
        let policy = self.policy();
        let mut answers = Answers::none(policy);
        for question in policy.question_refs().filter(|question| policy[*question].group <= group) {
            if let Some(given) = self.walk.answers.get(question) {
                answers.set(question, given);
            }
        }
        answers
    }

    /// Whether some answers settle that a condition holds.
    fn is_settled_by(&self, answers: &Answers, when: &Condition) -> bool {
        let policy = self.policy();
        let outcome = assess(policy, answers).outcome;
        when.holds(Circumstances { policy, answers, outcome }) == Some(true)
    }

    /// The list of stages: each group of questions, then the result and what follows from it.
    pub fn stages(&self) -> Vec<StageState> {
        let groups = self.policy().group_refs().map(|group| self.group_state(group));
        let groups = groups.take(if self.is_review() { 1 } else { usize::MAX });
        let review = self.is_review().then(|| self.review_state());
        let complete = self.walk.next.is_none();
        let is_decided_at_once = self.is_review() && weighs(self.policy(), self.assessment());
        let after = [Screen::Result, Screen::Decision, Screen::Dates, self.first_letter(), Screen::Done];
        let needed = self.screens();
        let after = after.map(|screen| StageState {
            screen,
            opens: complete && needed.contains(&screen),
            progress: match complete && !needed.contains(&screen) {
                true => Progress::NotNeeded,
                false => Progress::ToDo,
            },
            answered: Vec::new(),
        });
        let after = after.into_iter().filter(|stage| stage.screen != Screen::Result || !is_decided_at_once);
        groups.chain(review).chain(after).collect()
    }

    /// The first letter that the case needs; the first of all where it needs none yet.
    fn first_letter(&self) -> Screen {
        Screen::Letter(self.letters_to_send().next().map_or(0, |(index, _)| index))
    }

    /// The review, with every answer after the first group: those that go on from an earlier entry too.
    fn review_state(&self) -> StageState {
        let answered = self.walk.answered.iter().copied();
        StageState {
            screen: Screen::Review,
            opens: true,
            progress: match self.unanswered_at(Screen::Review).is_empty() {
                true => Progress::Done,
                false => Progress::ToDo,
            },
            answered: answered.filter(|question| self.policy()[*question].group.index() > 0).collect(),
        }
    }

    fn group_state(&self, group: Ref<Group>) -> StageState {
        let questions = &self.walk.by_group[group.index()];
        let progress = match (questions.is_empty(), !questions.iter().any(|asked| self.is_owed(*asked))) {
            (true, _) => Progress::NotNeeded,
            (false, true) => Progress::Done,
            (false, false) => Progress::ToDo,
        };
        let answered = self.walk.answered.iter().copied();
        StageState {
            screen: Screen::Questions(
                group,
                questions.first().map_or(0, |first| self.policy()[*first].screen),
            ),
            opens: true,
            progress,
            answered: answered.filter(|question| self.policy()[*question].group == group).collect(),
        }
    }
}

/// Every screen of questions.
fn question_screens(policy: &Policy) -> Vec<Screen> {
    let screen = |question: Ref<Question>| Screen::Questions(policy[question].group, policy[question].screen);
    let mut screens: Vec<Screen> = policy.question_refs().map(screen).collect();
    screens.dedup();
    screens
}

/// Whether the case has options to weigh: the outcome weighs some, or the policy requires or supports one anyway.
pub fn weighs(policy: &Policy, assessment: &Assessment) -> bool {
    let weighed = assessment.possible.iter().any(|outcome| !policy[*outcome].weigh.is_empty());
    let supported = |standing: &OptionStatus| matches!(standing.status, Status::Required | Status::Warranted);
    weighed || assessment.options.iter().any(supported)
}

#[cfg(test)]
mod tests;
