//! The screens of the aid, in order, and which of them a case needs.
//!
//! Which screens there are follows from the answers, so only a position among them is kept. One that a case does not need can
//! still be opened: what is answered there is kept, and decides nothing.

use crate::case_view::CaseView;
use policy::{
    Answers, Assessment, Circumstances, Condition, Group, OptionStatus, Policy, Question, RecordSection, Ref,
    Stage, Status, assess, questions_of,
};

/// A screen, in the order of the way through a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    /// Questions of a group: those on one of its screens, from 0.
    Questions(Ref<Group>, u8),
    /// The result.
    Result,
    /// The decision on the options.
    Decision,
    /// The decision on the options that a letter is about which is made at once. The letter, by its index.
    AtOnce(usize),
    /// The dates and people of the decision.
    Dates,
    /// A letter, by its index among all letters.
    Letter(usize),
    /// What is done, and what comes next.
    Done,
}

impl Default for Screen {
    fn default() -> Self {
        Self::Questions(Ref::new(0), 0)
    }
}

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
        let mut questions = questions_of(self.policy(), &self.case.answers, group);
        questions.retain(|question| self.policy()[*question].screen == screen);
        questions
    }

    /// Whether a question has an answer that it takes.
    pub fn is_answered(&self, question: Ref<Question>) -> bool {
        let question = &self.policy()[question];
        self.case.answers.get(&question.id).is_some_and(|answer| question.takes(answer))
    }

    /// The questions on a screen that matter and have no answer.
    pub fn unanswered_on(&self, group: Ref<Group>, screen: u8) -> Vec<Ref<Question>> {
        let mut questions = self.needed_on(group, screen);
        questions.retain(|question| self.is_owed(*question));
        questions
    }

    /// Whether an answer to a question is owed: there is none, and no answer to a later question has made it idle.
    fn is_owed(&self, question: Ref<Question>) -> bool {
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
        let before = self.screens().into_iter().rev().find(|before| *before < screen);
        before.unwrap_or_default()
    }

    /// The screen after one of questions, whether the case needs it or not.
    pub fn after_anyway(&self, screen: Screen) -> Screen {
        let mut after = question_screens(self.policy()).into_iter().filter(|next| *next > screen);
        after.next().unwrap_or_else(|| self.after(screen))
    }

    /// Whether everything that matters is answered, though there are questions after a screen that nobody has to answer.
    pub fn is_enough_after(&self, screen: Screen) -> bool {
        self.walk.next.is_none() && question_screens(self.policy()).last().is_some_and(|last| *last > screen)
    }

    /// The screens that this case needs, in order. What follows from the answers is there once they are complete.
    pub fn screens(&self) -> Vec<Screen> {
        let mut screens = question_screens(self.policy());
        screens.retain(|screen| match screen {
            Screen::Questions(group, number) => !self.needed_on(*group, *number).is_empty(),
            _ => true,
        });
        if self.walk.next.is_none() {
            screens.push(Screen::Result);
            screens.extend(weighs(self.policy(), self.assessment()).then_some(Screen::Decision));
            screens.push(Screen::Dates);
            let letters = self.content.paperwork.letters.iter().enumerate();
            let letters = letters.filter(|(_, letter)| self.is_for_this(letter));
            screens.extend(letters.map(|(index, _)| Screen::Letter(index)));
            screens.push(Screen::Done);
        }
        screens
    }

    /// The screen that is shown for a position: itself, or the first with something to answer where it waits for answers.
    pub fn shown(&self, screen: Screen) -> Screen {
        let letter = |index: usize| self.content.paperwork.letters.get(index);
        match (screen, self.walk.next) {
            (Screen::Questions(..), _) => screen,
            (Screen::AtOnce(index), _)
                if letter(index).is_some_and(|letter| self.can_be_made_at_once(letter)) =>
            {
                screen
            }
            (Screen::Letter(index), _) if letter(index).is_some_and(|letter| self.is_for_this(letter)) => {
                screen
            }
            (_, Some(question)) => self.screen_of(question),
            (Screen::Decision, None) if !weighs(self.policy(), self.assessment()) => Screen::Result,
            (Screen::AtOnce(_), None) => Screen::Result,
            (Screen::Letter(_), None) => Screen::Done,
            _ => screen,
        }
    }

    /// The screen of a question.
    pub fn screen_of(&self, question: Ref<Question>) -> Screen {
        Screen::Questions(self.policy()[question].group, self.policy()[question].screen)
    }

    /// The screen on which a section of the record is filled in: that of its stage. What belongs to a group that the case does not
    /// need, or what the answers up to there do not call for yet, is filled in with the dates and people: nobody has to go back.
    pub fn screen_of_section(&self, section: &RecordSection) -> Screen {
        match section.stage {
            Stage::Start => Screen::default(),
            Stage::Decision => Screen::Decision,
            Stage::Dates => Screen::Dates,
            Stage::Questions(group) => {
                let of_group = |screen: &Screen| matches!(screen, Screen::Questions(of, _) if *of == group);
                let last = self.screens().into_iter().rfind(of_group);
                last.filter(|_| self.is_settled_by(group, &section.when)).unwrap_or(Screen::Dates)
            }
        }
    }

    /// Whether the answers up to a group settle that a condition holds.
    fn is_settled_by(&self, group: Ref<Group>, when: &Condition) -> bool {
        let policy = self.policy();
        let mut answers = Answers::none(policy);
        for question in policy.question_refs().filter(|question| policy[*question].group <= group) {
            if let Some(given) = self.walk.answers.get(question) {
                answers.set(question, given);
            }
        }
        let outcome = assess(policy, &answers).outcome;
        when.holds(Circumstances { policy, answers: &answers, outcome }) == Some(true)
    }

    /// The list of stages: each group of questions, then the result and what follows from it.
    pub fn stages(&self) -> Vec<StageState> {
        let groups = self.policy().group_refs().map(|group| self.group_state(group));
        let complete = self.walk.next.is_none();
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
        groups.chain(after).collect()
    }

    /// The first letter that the case needs; the first of all where it needs none yet.
    fn first_letter(&self) -> Screen {
        let letters = &self.content.paperwork.letters;
        Screen::Letter(letters.iter().position(|letter| self.is_for_this(letter)).unwrap_or(0))
    }

    fn group_state(&self, group: Ref<Group>) -> StageState {
        let questions = questions_of(self.policy(), &self.case.answers, group);
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
