//! Weighing the options: what is taken, with what details and for what reasons, and what speaks against it.

use crate::case::{OWN_OPTIONS, own_option};
use crate::case_view::CaseView;
use crate::entry::{Entry, Problem};
use crate::screen::Screen;
use crate::weighed_option::{Choice, Warning, WeighedOption};
use crate::wording::sentences;
use crate::{Key, calendar, form};
use policy::{ConflictsWith, Field, OptionStatus, PolicyOption, Ref, Source, Status, reason, why_status};

impl<'a> CaseView<'a> {
    /// The options to weigh, least intrusive first, and those that the officer has added. They are weighed once.
    pub fn options(&self) -> &[WeighedOption<'a>] {
        self.weighed.get_or_init(|| weigh(self))
    }

    /// The options to weigh on a screen: all of them, or those that its letter is about.
    pub fn options_on(&self, screen: Screen) -> impl Iterator<Item = &WeighedOption<'a>> {
        let about = match screen {
            Screen::AtOnce(index) => self.content.paperwork.letters.get(index).map(|letter| &letter.about),
            _ => None,
        };
        let here = move |option: &&WeighedOption<'_>| {
            about.is_none_or(|about| option.option.is_some_and(|known| about.contains(&known)))
        };
        self.options().iter().filter(here)
    }

    /// The reasons for the decision as a whole: asked for once an option is taken that needs reasons.
    pub fn decision_reasons(&self) -> Vec<Entry<'a>> {
        let explained = |option: &WeighedOption<'_>| option.choice == Choice::Taken && option.needs_reasons;
        if !self.options().iter().any(explained) {
            return Vec::new();
        }
        self.entries(&self.content.paperwork.reasons.decision, &|field| Key::DecisionReason(field))
    }

    /// What the customer would be told of the options taken, sentence by sentence.
    pub fn terms(&self) -> Vec<String> {
        let taken = self.options().iter().filter(|option| option.choice == Choice::Taken);
        taken.flat_map(|option| sentences(self, option)).collect()
    }
}

/// The options of a case: those of the policy that are offered, then those that the officer has added.
fn weigh<'a>(view: &CaseView<'a>) -> Vec<WeighedOption<'a>> {
    let policy = view.policy();
    let mut options = Vec::new();
    for (index, status) in (0..).zip(&view.assessment().options) {
        let option = Ref::<PolicyOption>::new(index);
        let decided = !view.case.text(&Key::Taken(&policy[option].id)).is_empty();
        // An option that was decided on stays in view, also when later answers no longer offer it.
        if decided || is_weighed(view, option, *status) {
            options.push(of_the_policy(view, option, *status));
        }
    }
    for number in 1..=OWN_OPTIONS {
        let name = view.case.text(&Key::Own(number));
        if !name.is_empty() {
            options.push(own(view, number, name));
        }
    }
    options
}

/// Whether an option is weighed: a possible outcome weighs it, or the policy requires or supports it anyway.
fn is_weighed(view: &CaseView<'_>, option: Ref<PolicyOption>, status: OptionStatus) -> bool {
    match status.status {
        Status::Required | Status::Warranted => true,
        Status::NotOffered => false,
        _ => view.assessment().possible.iter().any(|outcome| view.policy()[*outcome].weigh.contains(&option)),
    }
}

fn of_the_policy<'a>(
    view: &CaseView<'a>,
    option: Ref<PolicyOption>,
    status: OptionStatus,
) -> WeighedOption<'a> {
    let (policy, answers) = (view.policy(), &view.walk.answers);
    let of: &'a PolicyOption = &policy[option];
    let choice = view.choice(option);
    let because = status.settled.then(|| why_status(policy, answers, option, status.status)).flatten();
    let mut weighed = WeighedOption {
        id: of.id.clone(),
        option: Some(option),
        name: of.name.clone(),
        status: Some(status),
        reason: Some(reason(policy, answers, option, status)),
        because: because.unwrap_or_default(),
        choice,
        entries: entries(view, &of.id, &of.details, choice, needs_reasons(of, status)),
        warnings: Vec::new(),
        clashes: if choice == Choice::Taken { clashes(view, option) } else { Vec::new() },
        needs_reasons: needs_reasons(of, status),
    };
    weighed.warnings = warnings(view, of, &weighed);
    weighed
}

/// Whether taking an option has to be explained: what the policy requires explains itself, unless it limits somebody,
/// and what rests on no evidence is no step against anybody.
fn needs_reasons(option: &PolicyOption, status: OptionStatus) -> bool {
    option.restricts || (status.status != Status::Required && !option.evidence.is_empty())
}

fn own<'a>(view: &CaseView<'a>, number: usize, name: &str) -> WeighedOption<'a> {
    let id = own_option(number);
    WeighedOption {
        option: None,
        name: name.to_owned(),
        status: None,
        reason: None,
        because: Vec::new(),
        choice: Choice::Taken,
        entries: entries(view, &id, &[], Choice::Taken, true),
        warnings: Vec::new(),
        clashes: Vec::new(),
        needs_reasons: true,
        id,
    }
}

fn entries<'a>(
    view: &CaseView<'a>,
    id: &str,
    details: &'a [Field],
    choice: Choice,
    needs_reasons: bool,
) -> Vec<Entry<'a>> {
    let reasons = &view.content.paperwork.reasons;
    let (details, reasons): (&'a [Field], &'a [Field]) = match choice {
        Choice::Undecided => (&[], &[]),
        Choice::Rejected => (&[], &reasons.rejected),
        Choice::Taken => (details, if needs_reasons { &reasons.taken } else { &[] }),
    };
    let mut entries = view.entries(details, &|field| Key::Detail(id, field));
    for entry in &mut entries {
        let cut = cut_off(view, entry);
        if entry.problem.is_none() && !cut.is_empty() {
            entry.problem = Some(Problem::CutsOff(cut.join(", ")));
        }
    }
    entries.extend(view.entries(reasons, &|field| Key::Reason(id, field)));
    entries
}

/// What is said of an option that no evidence stands behind: where to note it.
fn without_evidence(view: &CaseView<'_>, option: &PolicyOption) -> String {
    let mut says =
        String::from("No recorded behaviour stands behind this option. Note what happened, with dates, at");
    let mut between = ": ";
    for asked in &option.evidence {
        says.push_str(between);
        says.push_str(&view.policy()[*asked].short);
        between = ", ";
    }
    says
}

/// What speaks against taking an option.
fn warnings(view: &CaseView<'_>, option: &PolicyOption, weighed: &WeighedOption<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let warning =
        |says: String, source: &Source| Warning { says, clauses: source.clauses.clone(), later: false };
    if weighed.choice != Choice::Taken {
        let required = weighed.status.is_some_and(|status| status.status == Status::Required);
        if required && weighed.choice == Choice::Rejected {
            warnings.push(warning(
                "The policy requires this. Say why it is not done.".to_owned(),
                &option.source,
            ));
        }
        return warnings;
    }
    if let (Some(status), Some(reason)) = (weighed.status, weighed.reason)
        && matches!(status.status, Status::NotWarranted | Status::NotAvailable | Status::NotOffered)
    {
        let says = ["The answers do not support this option. ", reason.because].concat();
        warnings.push(warning(says, reason.source));
    }
    for other in &weighed.clashes {
        let says = ["This contradicts “", other, "”. Take one of the two, or change one."].concat();
        warnings.push(warning(says, &option.source));
    }
    if no_evidence(view, option) {
        warnings.push(warning(without_evidence(view, option), &option.source));
    }
    if option.restricts && !has_end(view, &weighed.entries) {
        let says = "This option has no end yet. Give the last day in the record.".to_owned();
        warnings.push(Warning { later: true, ..warning(says, &option.source) });
    }
    let keeps = weighed.entries.iter().filter(|entry| !cut_off(view, entry).is_empty());
    let keeps = keeps.filter_map(|entry| entry.field.keeps.as_ref());
    warnings.extend(keeps.map(|keeps| Warning {
        says: keeps.warning.clone(),
        clauses: keeps.clauses.clone(),
        later: false,
    }));
    warnings
}

/// The names of the options taken that contradict this one.
fn clashes<'a>(view: &CaseView<'a>, option: Ref<PolicyOption>) -> Vec<&'a str> {
    let policy = view.policy();
    let others = (0..).zip(&policy.options).map(|(index, of)| (Ref::new(index), of));
    let taken = others.filter(|(other, _)| view.takes(*other));
    let contradicts = |other| excludes(view, option, other) || excludes(view, other, option);
    taken.filter(|(other, _)| contradicts(*other)).map(|(_, of)| of.name.as_str()).collect()
}

/// Whether an option excludes another, as a whole or by what was chosen for its details.
fn excludes(view: &CaseView<'_>, option: Ref<PolicyOption>, other: Ref<PolicyOption>) -> bool {
    let of = &view.policy()[option];
    of.instead_of.contains(&other)
        || of.conflicts.iter().any(|conflict| {
            let chosen = view.case.text(&Key::Detail(&of.id, &conflict.detail));
            conflict.choices.iter().any(|choice| choice == chosen)
                && conflict.with.iter().any(|with| with.option == other && is_there(view, with))
        })
}

/// Whether a term stands: its detail is filled in, where only that counts.
fn is_there(view: &CaseView<'_>, term: &ConflictsWith) -> bool {
    let option = &view.policy()[term.option].id;
    let detail = term.detail.as_deref().map(|detail| view.case.text(&Key::Detail(option, detail)));
    detail.is_none_or(|text| !text.trim().is_empty())
}

fn no_evidence(view: &CaseView<'_>, option: &PolicyOption) -> bool {
    !option.evidence.is_empty() && option.evidence.iter().all(|asked| view.evidence(*asked).is_empty())
}

/// Whether there is a last day: among the option's own details, or in the record.
fn has_end(view: &CaseView<'_>, entries: &[Entry<'_>]) -> bool {
    if any_ends(entries) {
        return true;
    }
    for (_, entries) in &view.sections() {
        if any_ends(entries) {
            return true;
        }
    }
    false
}

fn any_ends(entries: &[Entry<'_>]) -> bool {
    for entry in entries {
        if entry.field.ends && calendar::parse(&entry.value).is_some() {
            return true;
        }
    }
    false
}

/// The ways of contact that the customer needs and that a detail cuts off.
fn cut_off<'a>(view: &CaseView<'a>, entry: &Entry<'_>) -> Vec<&'a str> {
    let kept = entry.field.keeps.as_ref().filter(|_| !entry.value.trim().is_empty());
    let Some((keeps, kept)) = kept.and_then(|keeps| Some((keeps, view.record_field(&keeps.field)?))) else {
        return Vec::new();
    };
    let cuts = |needed: &str| {
        let mut chosen = form::chosen(entry.field, &entry.value);
        keeps.cuts_off.iter().any(|cut| cut == needed)
            || chosen.any(|choice| choice.cuts_off.iter().any(|cut| cut == needed))
    };
    let value = view.record_value(&keeps.field);
    form::chosen(kept, &value).filter(|choice| cuts(&choice.id)).map(|choice| choice.label.as_str()).collect()
}

#[cfg(test)]
mod tests;
