//! A made check of a case: answers by chance until they lead where the story goes, then options, dates, reasons and the rest.

use super::words;
use casework::{Case, CaseEntry, CaseView, Entry, Key, WeighedOption, days_after, months_after};
use fastrand::Rng;
use policy::{
    AnswerKind, Answers, Content, EntryKind, FieldKind, Outcome, Policy, PolicyOption, Question, Ref,
    Selection, Status, assess, walk,
};
use std::rc::Rc;

/// How often answers are tried before the story goes another way.
const TRIES: usize = 150;

/// How often fields are looked for: one that is filled in can make another be asked for.
const ROUNDS: usize = 3;

/// What a check is made with.
pub(super) struct Check<'s> {
    pub(super) content: &'s Content,
    pub(super) reference: &'s str,
    pub(super) day: &'s str,
    pub(super) rng: &'s mut Rng,
}

impl Check<'_> {
    /// A check that goes on from what was begun and makes an entry of a kind, where one is asked for. None where no answers that
    /// were tried do.
    pub(super) fn made(&mut self, begun: &Case, kind: Option<EntryKind>) -> Option<CaseEntry> {
        (0..TRIES).find_map(|_| {
            let mut case = self.answered(begun, kind)?;
            self.decide(&mut case);
            let view = CaseView::new(self.content, &case);
            let is_meant = kind.is_none_or(|kind| kind == view.entry_kind() && self.is_whole(&view, kind));
            if !is_meant {
                return None;
            }
            self.fill_in(&mut case);
            Some(CaseView::new(self.content, &case).entry_today(self.day))
        })
    }

    /// Whether the answers come to a result, and to limits where an entry of the kind is about them. A decision without any is
    /// told now and then.
    fn is_whole(&mut self, view: &CaseView<'_>, kind: EntryKind) -> bool {
        let is_taken = |id: &str| view.case.text(&Key::Taken(id)) == "yes";
        let limits = view.policy().options.iter().any(|option| option.restricts && is_taken(&option.id));
        let needs_limits = match kind {
            EntryKind::OnTheSpotNotice => true,
            EntryKind::Decision => self.rng.u32(0..4) > 0,
            _ => false,
        };
        view.assessment().outcome.is_some() && (limits || !needs_limits)
    }

    /// Answers to every question that matters, beside those that go on from before. None where they lead elsewhere: an outcome is the
    /// same whether or not what does not matter is answered, so it is known before the way through the questions is looked for.
    fn answered(&mut self, begun: &Case, kind: Option<EntryKind>) -> Option<Case> {
        let policy = &self.content.policy;
        let mut case = begun.clone();
        for question in &policy.questions {
            if !case.answers.contains_key(&question.id) {
                let chosen = self.chosen(question);
                case.answers.insert(question.id.clone(), question.answer(Selection::Chosen(chosen)));
            }
        }
        let outcome = assess(policy, &Answers::read(policy, &case.answers).ok()?).outcome;
        if kind.is_some_and(|kind| !self.can_make(outcome, kind)) {
            return None;
        }
        let walked = walk(policy, &case.answers).answered;
        let ids: Vec<&String> = walked.iter().map(|question| &policy[*question].id).collect();
        let answers = std::mem::take(&mut case.answers).into_iter();
        case.answers = answers.filter(|(id, _)| ids.contains(&id)).collect();
        Some(case)
    }

    /// Whether an outcome can make an entry of a kind. The end of limits is no outcome: what is decided in one makes it.
    fn can_make(&self, outcome: Option<Ref<Outcome>>, kind: EntryKind) -> bool {
        let rules = &self.content.paperwork.entries;
        let of_outcome = rules.kinds.iter().find(|(of, _)| Some(*of) == outcome).map(|(_, kind)| *kind);
        match kind {
            EntryKind::End => rules.ends.iter().any(|option| {
                outcome.is_some_and(|outcome| self.content.policy[*option].offered_in.contains(&outcome))
            }),
            kind => of_outcome.unwrap_or_default() == kind,
        }
    }

    /// Most checks are met, and most of what can be so is not.
    fn chosen(&mut self, question: &Question) -> u32 {
        match &question.answers {
            AnswerKind::YesNo => {
                let likely = match question.needs {
                    Some(true) => 9,
                    Some(false) => 1,
                    None => 5,
                };
                u32::from(self.rng.u32(0..10) < likely)
            }
            AnswerKind::OneOf(choices) => 1 << self.rng.usize(0..choices.len()),
            AnswerKind::AnyOf(choices) => {
                (0..choices.len()).filter(|_| self.rng.u32(0..5) == 0).map(|choice| 1 << choice).sum()
            }
        }
    }

    /// Decides on the options: one of those that the result is about is taken, then some of the rest, where they go with it.
    fn decide(&mut self, case: &mut Case) {
        let walk = Rc::new(walk(&self.content.policy, &case.answers));
        let offers = offers(self.content, &CaseView::with_walk(self.content, case, Rc::clone(&walk)));
        let one = self.one_of(&offers);
        for offer in &offers {
            let chosen = if offer.is_about {
                one == Some(&offer.id)
            } else {
                offer.is_supported && self.rng.u32(0..3) == 0
            };
            let is_taken = chosen || offer.is_required;
            case.write(&Key::Taken(&offer.id).to_string(), if is_taken { "yes" } else { "no" }.to_owned());
            if !(is_taken && offer.can_clash) {
                continue;
            }
            let view = CaseView::with_walk(self.content, case, Rc::clone(&walk));
            let clashes = |option: &WeighedOption<'_>| option.id == offer.id && !option.clashes.is_empty();
            if view.options().iter().any(clashes) {
                case.write(&Key::Taken(&offer.id).to_string(), "no".to_owned());
            }
        }
    }

    /// One of those that the result is about, rather one that the facts support.
    fn one_of<'o>(&mut self, offers: &'o [Offer]) -> Option<&'o String> {
        let about: Vec<&Offer> = offers.iter().filter(|offer| offer.is_about).collect();
        let supported: Vec<&Offer> = about.iter().copied().filter(|offer| offer.is_supported).collect();
        let among = if supported.is_empty() { about } else { supported };
        among.get(self.rng.usize(0..among.len().max(1))).map(|offer| &offer.id)
    }

    /// Writes something wherever something is asked for.
    fn fill_in(&mut self, case: &mut Case) {
        self.dates(case);
        let questions: Vec<&Question> = self
            .content
            .policy
            .questions
            .iter()
            .filter(|asked| case.answers.contains_key(&asked.id))
            .collect();
        for question in questions {
            let key = Key::Evidence(&question.id).to_string();
            if self.rng.bool() && !case.texts.iter().any(|(known, _)| *known == key) {
                case.write(&key, words::event(self.day, self.rng));
            }
        }
        let walk = Rc::new(walk(&self.content.policy, &case.answers));
        for _ in 0..ROUNDS {
            let found = self.texts(&CaseView::with_walk(self.content, case, Rc::clone(&walk)));
            found.into_iter().for_each(|(key, text)| case.write(&key, text));
        }
    }

    /// The texts for what is asked for and empty. What may stay empty often does.
    fn texts(&mut self, view: &CaseView<'_>) -> Vec<(String, String)> {
        let facts = &self.content.paperwork.entries.facts;
        let options = view.options().iter().flat_map(|option| &option.entries).cloned();
        let sections = view.sections().into_iter().flat_map(|(_, entries)| entries);
        let entries: Vec<Entry<'_>> = options.chain(view.decision_reasons()).chain(sections).collect();
        let empty =
            entries.into_iter().filter(|entry| view.case.texts.iter().all(|(key, _)| *key != entry.key));
        let empty: Vec<Entry<'_>> = empty.collect();
        let mut texts = Vec::new();
        for entry in empty {
            let text = if Some(&entry.field.id) == facts.lesson.as_ref() {
                words::lesson(self.rng)
            } else if Some(&entry.field.id) == facts.adjustments.as_ref() {
                words::adjustment(self.rng)
            } else {
                words::written(entry.field, self.day, self.rng)
            };
            // What is left empty stays so in later rounds too.
            let is_left = entry.field.optional && self.rng.u32(0..5) < 3;
            texts.push((entry.key, if is_left { String::new() } else { text }));
        }
        texts
    }

    /// The dates that the policy reckons with, so that they fit each other, and the reference.
    fn dates(&mut self, case: &mut Case) {
        let facts = &self.content.paperwork.entries.facts;
        let after = |days: i64| days_after(self.day, days).unwrap_or_else(|| self.day.to_owned());
        let months = words::one_of(&[(1, 2), (2, 1), (3, 3), (6, 5), (9, 1), (12, 3), (18, 1)], self.rng);
        let starts_on = after(self.rng.i64(0..5));
        let ends_on =
            months_after(&starts_on, months).and_then(|day| days_after(&day, -1)).unwrap_or_default();
        let review_on = months_after(self.day, months.min(6)).unwrap_or_default();
        let assessed_on = after(-self.rng.i64(0..6));
        for (field, text) in [
            (&facts.decided_on, self.day.to_owned()),
            (&facts.starts_on, starts_on),
            (&facts.ends_on, ends_on),
            (&facts.review_on, review_on),
            (&facts.ended_on, self.day.to_owned()),
            (&facts.assessed_on, assessed_on),
        ] {
            let is_date = |field: &&String| self.is_date(field);
            field.as_ref().filter(is_date).into_iter().for_each(|field| {
                case.write(&Key::Record(field).to_string(), text.clone());
            });
        }
        let first = self.content.paperwork.sections.iter().find_map(|section| section.fields.first());
        first.into_iter().for_each(|field| {
            case.write(&Key::Record(&field.id).to_string(), self.reference.to_owned());
        });
    }

    fn is_date(&self, id: &str) -> bool {
        let sections = self.content.paperwork.sections.iter();
        let mut fields = sections.flat_map(|section| &section.fields);
        fields.any(|field| field.id == id && field.kind == FieldKind::Date)
    }
}

/// An option to decide on.
struct Offer {
    id: String,
    is_supported: bool,
    is_required: bool,
    /// Whether it is one of those of which the result needs one.
    is_about: bool,
    /// Whether some option cannot be taken together with it. To weigh all of them takes time.
    can_clash: bool,
}

/// The options to decide on, those first that the result is about: the rest has to go with them.
fn offers(content: &Content, view: &CaseView<'_>) -> Vec<Offer> {
    let outcome = view.assessment().outcome;
    let one_of = outcome.map(|outcome| content.policy[outcome].decide_one.clone()).unwrap_or_default();
    let offer = |option: &WeighedOption<'_>| Offer {
        id: option.id.clone(),
        is_supported: option.is_supported(),
        is_required: option.status.is_some_and(|of| of.status == Status::Required),
        is_about: option.option.is_some_and(|option| one_of.contains(&option)),
        can_clash: option.option.is_some_and(|option| can_clash(&content.policy, option)),
    };
    let mut offers: Vec<Offer> = view.options().iter().map(offer).collect();
    offers.sort_by_key(|offer| !offer.is_about);
    offers
}

/// Whether an option says of another, or another of it, that the two cannot be taken together.
fn can_clash(policy: &Policy, option: Ref<PolicyOption>) -> bool {
    let names = |of: &PolicyOption| {
        let conflicts = of.conflicts.iter().flat_map(|conflict| &conflict.with);
        of.instead_of.contains(&option) || conflicts.into_iter().any(|with| with.option == option)
    };
    let own = &policy[option];
    !own.instead_of.is_empty() || !own.conflicts.is_empty() || policy.options.iter().any(names)
}
