//! Weighing the options: what is taken, with what details and for what reasons, and what speaks against it.

use crate::case::{OWN_OPTIONS, own_option};
use crate::case_view::{CaseView, Choice};
use crate::form::Entry;
use crate::{Key, calendar};
use policy::{
    Clause, Field, FieldKind, OptionStatus, PolicyOption, Question, Reason, Ref, Source, Status, reason,
    why_status,
};

/// Something that speaks against a choice, with the clauses that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The warning in words.
    pub says: String,
    /// The clauses behind it.
    pub clauses: Vec<Ref<Clause>>,
    /// Whether the record may still settle it, so that it is no news while the options are weighed.
    pub later: bool,
}

/// An option as it stands in a case.
#[derive(Debug, Clone, PartialEq)]
pub struct WeighedOption<'a> {
    /// The id, under which its texts are kept.
    pub id: String,
    /// The option of the policy; `None` for one that the officer has added.
    pub option: Option<Ref<PolicyOption>>,
    /// Its name.
    pub name: String,
    /// Its standing under the policy.
    pub standing: Option<OptionStatus>,
    /// Why it has that standing.
    pub reason: Option<Reason<'a>>,
    /// The fewest answers that suffice for its status, where it is settled.
    pub because: Vec<Ref<Question>>,
    /// What the officer decided.
    pub choice: Choice,
    /// What is there to fill in under that choice.
    pub entries: Vec<Entry<'a>>,
    /// What speaks against the choice.
    pub warnings: Vec<Warning>,
    /// The names of the options taken that cannot be taken together with this one, which is taken too.
    pub clashes: Vec<&'a str>,
}

impl<'a> CaseView<'a> {
    /// The options to weigh, least intrusive first, and those that the officer has added.
    pub fn options(&self) -> Vec<WeighedOption<'a>> {
        weigh(self)
    }
}

/// The options of a case: those of the policy that are offered, then those that the officer has added.
fn weigh<'a>(desk: &CaseView<'a>) -> Vec<WeighedOption<'a>> {
    let policy = desk.policy();
    let mut options = Vec::new();
    for (place, standing) in (0..).zip(&desk.assessment().options) {
        let option = Ref::<PolicyOption>::new(place);
        let decided = !desk.case.text(&Key::Taken(&policy[option].id)).is_empty();
        // An option that was decided on stays on the desk, also when later answers no longer offer it.
        if decided || is_weighed(desk, option, *standing) {
            options.push(of_the_policy(desk, option, *standing));
        }
    }
    for number in 1..=OWN_OPTIONS {
        let name = desk.case.text(&Key::Own(number));
        if !name.is_empty() {
            options.push(own(desk, number, name));
        }
    }
    options
}

/// Whether an option is on the desk: a possible outcome weighs it, or the policy requires or supports it anyway.
fn is_weighed(desk: &CaseView<'_>, option: Ref<PolicyOption>, standing: OptionStatus) -> bool {
    match standing.status {
        Status::Required | Status::Warranted => true,
        Status::NotOffered => false,
        _ => desk.assessment().possible.iter().any(|outcome| desk.policy()[*outcome].weigh.contains(&option)),
    }
}

fn of_the_policy<'a>(
    desk: &CaseView<'a>,
    option: Ref<PolicyOption>,
    standing: OptionStatus,
) -> WeighedOption<'a> {
    let (policy, answers) = (desk.policy(), &desk.way.answers);
    let of: &'a PolicyOption = &policy[option];
    let choice = desk.choice(option);
    let because = standing.settled.then(|| why_status(policy, answers, option, standing.status)).flatten();
    let mut weighed = WeighedOption {
        id: of.id.clone(),
        option: Some(option),
        name: of.name.clone(),
        standing: Some(standing),
        reason: Some(reason(policy, answers, option, standing)),
        because: because.unwrap_or_default(),
        choice,
        entries: entries(desk, &of.id, &of.details, choice, needs_reasons(of, standing)),
        warnings: Vec::new(),
        clashes: if choice == Choice::Taken { clashes(desk, option) } else { Vec::new() },
    };
    weighed.warnings = warnings(desk, of, &weighed);
    weighed
}

/// Whether taking an option has to be explained: what the policy requires explains itself, unless it limits somebody,
/// and what rests on no evidence is no step against anybody.
fn needs_reasons(option: &PolicyOption, standing: OptionStatus) -> bool {
    option.restricts || (standing.status != Status::Required && !option.evidence.is_empty())
}

fn own<'a>(desk: &CaseView<'a>, number: usize, name: &str) -> WeighedOption<'a> {
    let id = own_option(number);
    WeighedOption {
        option: None,
        name: name.to_owned(),
        standing: None,
        reason: None,
        because: Vec::new(),
        choice: Choice::Taken,
        entries: entries(desk, &id, &[], Choice::Taken, true),
        warnings: Vec::new(),
        clashes: Vec::new(),
        id,
    }
}

fn entries<'a>(
    desk: &CaseView<'a>,
    id: &str,
    details: &'a [Field],
    choice: Choice,
    needs_reasons: bool,
) -> Vec<Entry<'a>> {
    let reasons = &desk.content.paperwork.reasons;
    let mut entries = Vec::new();
    let fields: &'a [Field] = match choice {
        Choice::Undecided => &[],
        Choice::Rejected => &reasons.rejected,
        Choice::Taken => {
            for field in details {
                entries.push(desk.entry(field, &Key::Detail(id, &field.id)));
            }
            if needs_reasons { &reasons.taken } else { &[] }
        }
    };
    for field in fields {
        entries.push(desk.entry(field, &Key::Reason(id, &field.id)));
    }
    entries
}

/// What speaks against taking an option.
fn warnings(desk: &CaseView<'_>, option: &PolicyOption, weighed: &WeighedOption<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let warning =
        |says: String, source: &Source| Warning { says, clauses: source.clauses.clone(), later: false };
    if weighed.choice != Choice::Taken {
        let required = weighed.standing.is_some_and(|standing| standing.status == Status::Required);
        if required && weighed.choice == Choice::Rejected {
            warnings.push(warning(
                "The policy requires this. Say why it is not done.".to_owned(),
                &option.source,
            ));
        }
        return warnings;
    }
    if let (Some(standing), Some(reason)) = (weighed.standing, weighed.reason)
        && matches!(standing.status, Status::NotWarranted | Status::NotAvailable | Status::NotOffered)
    {
        let says = ["The answers do not support this option. ", reason.because].concat();
        warnings.push(warning(says, reason.source));
    }
    for other in &weighed.clashes {
        let says = ["This cannot be taken together with “", other, "”. Take one of the two."].concat();
        warnings.push(warning(says, &option.source));
    }
    if no_evidence(desk, option) {
        let mut says = String::from(
            "No recorded behaviour stands behind this option. Note what happened, with dates, at",
        );
        let mut between = ": ";
        for asked in &option.evidence {
            says.push_str(between);
            says.push_str(&desk.policy()[*asked].short);
            between = ", ";
        }
        warnings.push(warning(says, &option.source));
    }
    if option.restricts && !has_end(desk, &weighed.entries) {
        let says = "This option has no end yet. Give the last day in the record.".to_owned();
        warnings.push(Warning { later: true, ..warning(says, &option.source) });
    }
    for entry in &weighed.entries {
        if let Some(warning) = cut_off(desk, entry) {
            warnings.push(warning);
        }
    }
    warnings
}

/// The options taken that exclude this one, or that it excludes.
fn clashes<'a>(desk: &CaseView<'a>, option: Ref<PolicyOption>) -> Vec<&'a str> {
    let mut names = Vec::new();
    let policy = desk.policy();
    for (place, of) in (0..).zip(&policy.options) {
        let other = Ref::new(place);
        let excluded = policy[option].instead_of.contains(&other) || of.instead_of.contains(&option);
        if excluded && desk.choice(other) == Choice::Taken {
            names.push(of.name.as_str());
        }
    }
    names
}

fn no_evidence(desk: &CaseView<'_>, option: &PolicyOption) -> bool {
    for asked in &option.evidence {
        if !desk.case.text(&Key::Evidence(&desk.policy()[*asked].id)).trim().is_empty() {
            return false;
        }
    }
    !option.evidence.is_empty()
}

/// Whether there is a last day: among the option's own details, or in the record.
fn has_end(desk: &CaseView<'_>, entries: &[Entry<'_>]) -> bool {
    if any_ends(entries) {
        return true;
    }
    for (_, entries) in &desk.sections() {
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
fn cut_off(desk: &CaseView<'_>, entry: &Entry<'_>) -> Option<Warning> {
    let keeps = entry.field.keeps.as_ref()?;
    let FieldKind::Choice(choices) = &entry.field.kind else { return None };
    let kept = desk.record_value(&keeps.field);
    // A route that this option does not choose between is not cut off by it.
    let clashes =
        !entry.value.is_empty() && kept != entry.value && choices.iter().any(|choice| choice.id == kept);
    clashes.then(|| Warning { says: keeps.warning.clone(), clauses: keeps.clauses.clone(), later: false })
}

#[cfg(test)]
mod tests;
