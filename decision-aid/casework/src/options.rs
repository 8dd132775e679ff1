//! Weighing the options: what is taken, with what details and for what reasons, and what speaks against it.

use crate::case::{OWN_OPTIONS, own_option};
use crate::desk::Desk;
use crate::form::Entry;
use crate::{Key, calendar};
use policy::{
    Clause, Field, FieldKind, PolicyOption, Question, Reason, Ref, Source, Standing, Status, reason,
    why_status,
};

/// What the officer decided about an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Nothing yet.
    Undecided,
    /// It is taken.
    Taken,
    /// It is not taken.
    Rejected,
}

/// Something that speaks against a choice, with the clauses that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The warning in words.
    pub says: String,
    /// The clauses behind it.
    pub clauses: Vec<Ref<Clause>>,
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
    pub standing: Option<Standing>,
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
}

/// The options of a case: those of the policy that are offered, then those that the officer has added.
pub(crate) fn weigh<'a>(desk: &Desk<'a>) -> Vec<WeighedOption<'a>> {
    let policy = desk.policy();
    let places = (0..).map(Ref::<PolicyOption>::new).zip(&desk.assessment().options);
    let taken = |id: &str| !desk.case.text(&Key::Taken(id)).is_empty();
    // An option that was decided on stays on the desk, also when later answers no longer offer it.
    let shown = places
        .filter(|(option, standing)| standing.status != Status::NotOffered || taken(&policy[*option].id));
    let of_the_policy = shown.map(|(option, standing)| of_the_policy(desk, option, *standing));
    let own = (1..=OWN_OPTIONS).filter_map(|number| own(desk, number));
    of_the_policy.chain(own).collect()
}

fn of_the_policy<'a>(desk: &Desk<'a>, option: Ref<PolicyOption>, standing: Standing) -> WeighedOption<'a> {
    let (policy, answers) = (desk.policy(), &desk.way.answers);
    let of: &'a PolicyOption = &policy[option];
    // What the policy requires is taken, unless the officer says otherwise.
    let choice = match desk.case.text(&Key::Taken(&of.id)) {
        "yes" => Choice::Taken,
        "no" => Choice::Rejected,
        _ if standing.status == Status::Required => Choice::Taken,
        _ => Choice::Undecided,
    };
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
    };
    weighed.warnings = warnings(desk, of, &weighed);
    weighed
}

/// Whether taking an option has to be explained: what the policy requires explains itself, unless it limits somebody.
fn needs_reasons(option: &PolicyOption, standing: Standing) -> bool {
    option.restricts || standing.status != Status::Required
}

fn own<'a>(desk: &Desk<'a>, number: usize) -> Option<WeighedOption<'a>> {
    let id = own_option(number);
    let name = desk.case.text(&Key::Own(number)).to_owned();
    (!name.is_empty()).then(|| WeighedOption {
        option: None,
        name,
        standing: None,
        reason: None,
        because: Vec::new(),
        choice: Choice::Taken,
        entries: entries(desk, &id, &[], Choice::Taken, true),
        warnings: Vec::new(),
        id,
    })
}

fn entries<'a>(
    desk: &Desk<'a>,
    id: &str,
    details: &'a [Field],
    choice: Choice,
    needs_reasons: bool,
) -> Vec<Entry<'a>> {
    let reasons = &desk.content.paperwork.reasons;
    let reasons_of = |fields: &'a [Field]| {
        fields.iter().map(|field| desk.entry(field, &Key::Reason(id, &field.id))).collect::<Vec<_>>()
    };
    match choice {
        Choice::Undecided => Vec::new(),
        Choice::Rejected => reasons_of(&reasons.rejected),
        Choice::Taken => {
            let details = details.iter().map(|field| desk.entry(field, &Key::Detail(id, &field.id)));
            details.chain(if needs_reasons { reasons_of(&reasons.taken) } else { Vec::new() }).collect()
        }
    }
}

/// What speaks against taking an option.
fn warnings(desk: &Desk<'_>, option: &PolicyOption, weighed: &WeighedOption<'_>) -> Vec<Warning> {
    if weighed.choice != Choice::Taken {
        return Vec::new();
    }
    let warning =
        |says: &str, source: &Source| Warning { says: says.to_owned(), clauses: source.clauses.clone() };
    let unsupported = weighed.reason.filter(|_| {
        let status = weighed.standing.map(|standing| standing.status);
        matches!(status, Some(Status::NotWarranted | Status::NotAvailable | Status::NotOffered))
    });
    let unsupported = unsupported.map(|reason| {
        warning(&["The answers do not support this option. ", reason.because].concat(), reason.source)
    });
    let without_evidence = no_evidence(desk, option).then(|| {
        let asked: Vec<&str> =
            option.evidence.iter().map(|asked| desk.policy()[*asked].short.as_str()).collect();
        let says = "No recorded behaviour stands behind this option. Note what happened, with dates, at: ";
        warning(&[says, &asked.join(", ")].concat(), &option.source)
    });
    let without_end = (option.restricts && !has_end(desk, &weighed.entries))
        .then(|| warning("This option has no end. Give the last day.", &option.source));
    let cut_off = weighed.entries.iter().filter_map(|entry| cut_off(desk, entry));
    unsupported.into_iter().chain(without_evidence).chain(without_end).chain(cut_off).collect()
}

fn no_evidence(desk: &Desk<'_>, option: &PolicyOption) -> bool {
    let noted =
        |asked: &Ref<Question>| !desk.case.text(&Key::Evidence(&desk.policy()[*asked].id)).trim().is_empty();
    !option.evidence.is_empty() && !option.evidence.iter().any(noted)
}

/// Whether there is a last day: among the option's own details, or in the record.
fn has_end(desk: &Desk<'_>, entries: &[Entry<'_>]) -> bool {
    let ends = |entry: &Entry<'_>| entry.field.ends && calendar::parse(&entry.value).is_some();
    entries.iter().any(ends) || desk.sections().iter().any(|(_, entries)| entries.iter().any(ends))
}

/// A choice that cuts off what another field says has to be kept.
fn cut_off(desk: &Desk<'_>, entry: &Entry<'_>) -> Option<Warning> {
    let keeps = entry.field.keeps.as_ref()?;
    let FieldKind::Choice(choices) = &entry.field.kind else { return None };
    let kept = desk.record_value(&keeps.field);
    // A route that this option does not choose between is not cut off by it.
    let clashes =
        !entry.value.is_empty() && kept != entry.value && choices.iter().any(|choice| choice.id == kept);
    clashes.then(|| Warning { says: keeps.warning.clone(), clauses: keeps.clauses.clone() })
}

#[cfg(test)]
mod tests;
