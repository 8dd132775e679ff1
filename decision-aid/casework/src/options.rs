//! Weighing the options: what is taken, with what details and for what reasons, and what speaks against it.

use crate::case::{OWN_OPTIONS, own_option};
use crate::case_view::CaseView;
use crate::entry::Entry;
use crate::weighed_option::{Choice, Warning, WeighedOption};
use crate::{Key, calendar};
use policy::{Field, FieldKind, OptionStatus, PolicyOption, Ref, Source, Status, reason, why_status};

impl<'a> CaseView<'a> {
    /// The options to weigh, least intrusive first, and those that the officer has added. They are weighed once.
    pub fn options(&self) -> &[WeighedOption<'a>] {
        self.weighed.get_or_init(|| weigh(self))
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
    let mut entries = Vec::new();
    let fields: &'a [Field] = match choice {
        Choice::Undecided => &[],
        Choice::Rejected => &reasons.rejected,
        Choice::Taken => {
            for field in details {
                entries.push(view.entry(field, &Key::Detail(id, &field.id)));
            }
            if needs_reasons { &reasons.taken } else { &[] }
        }
    };
    for field in fields {
        entries.push(view.entry(field, &Key::Reason(id, &field.id)));
    }
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
        let says = ["This cannot be taken together with “", other, "”. Take one of the two."].concat();
        warnings.push(warning(says, &option.source));
    }
    if no_evidence(view, option) {
        warnings.push(warning(without_evidence(view, option), &option.source));
    }
    if option.restricts && !has_end(view, &weighed.entries) {
        let says = "This option has no end yet. Give the last day in the record.".to_owned();
        warnings.push(Warning { later: true, ..warning(says, &option.source) });
    }
    for entry in &weighed.entries {
        if let Some(warning) = cut_off(view, entry) {
            warnings.push(warning);
        }
    }
    warnings
}

/// The options taken that exclude this one, or that it excludes.
fn clashes<'a>(view: &CaseView<'a>, option: Ref<PolicyOption>) -> Vec<&'a str> {
    let mut names = Vec::new();
    let policy = view.policy();
    for (index, of) in (0..).zip(&policy.options) {
        let other = Ref::new(index);
        let excluded = policy[option].instead_of.contains(&other) || of.instead_of.contains(&option);
        if excluded && view.choice(other) == Choice::Taken {
            names.push(of.name.as_str());
        }
    }
    names
}

fn no_evidence(view: &CaseView<'_>, option: &PolicyOption) -> bool {
    for asked in &option.evidence {
        if !view.case.text(&Key::Evidence(&view.policy()[*asked].id)).trim().is_empty() {
            return false;
        }
    }
    !option.evidence.is_empty()
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

/// A choice that cuts off what another field says has to be kept.
fn cut_off(view: &CaseView<'_>, entry: &Entry<'_>) -> Option<Warning> {
    let keeps = entry.field.keeps.as_ref()?;
    let FieldKind::Choice(choices) = &entry.field.kind else { return None };
    let kept = view.record_value(&keeps.field);
    // A route that this option does not choose between is not cut off by it.
    let clashes =
        !entry.value.is_empty() && kept != entry.value && choices.iter().any(|choice| choice.id == kept);
    clashes.then(|| Warning { says: keeps.warning.clone(), clauses: keeps.clauses.clone(), later: false })
}

#[cfg(test)]
mod tests;
