//! What has to be known of the files before anything is made of them: those left out, and those of one case.

use super::{Intake, IntakeMessage};
use casebook::{Casebook, Duplicate, DuplicateKind};
use ui::changing;
use yew::events::Event;
use yew::{Callback, Html, html};

/// What was left out and why, and which files are of one case. Nothing where there is nothing to say.
pub(super) fn notices(intake: &Intake, casebook: &Casebook, on: &Callback<IntakeMessage>) -> Html {
    let left_out = casebook.left_out().iter().map(|left_out| (left_out.name.as_str(), left_out.why.clone()));
    let refused = intake.refused.iter().map(|(name, why)| (name.as_str(), why.clone()));
    let left_out: Vec<(&str, String)> = refused.chain(left_out).collect();
    html! { <>
        if !left_out.is_empty() { <div key="left-out">{ left_out_files(&left_out) }</div> }
        if !intake.duplicates.is_empty() { <div key="duplicates">{ of_one_case(&intake.duplicates, on) }</div> }
    </> }
}

fn left_out_files(files: &[(&str, String)]) -> Html {
    let title = match files.len() {
        1 => "1 file is left out".to_owned(),
        count => format!("{count} files are left out"),
    };
    let file = |(name, why): &(&str, String)| {
        html! { <li key={*name}><strong class="file-name">{ changing(name) }</strong><span>{ ": " }</span>{ changing(why) }</li> }
    };
    html! {
        <section class="aid-notice" aria-labelledby="left-out-heading">
            <h2 id="left-out-heading">{ changing(&title) }</h2>
            <p>{ "The rest is counted." }</p>
            <ul>{ for files.iter().map(file) }</ul>
        </section>
    }
}

fn of_one_case(duplicates: &[Duplicate], on: &Callback<IntakeMessage>) -> Html {
    html! {
        <section class="aid-notice" aria-labelledby="duplicates-heading">
            <h2 id="duplicates-heading">{ "Several files of one case" }</h2>
            { for duplicates.iter().enumerate().map(|(index, duplicate)| one_case(index, duplicate, on)) }
        </section>
    }
}

fn one_case(index: usize, duplicate: &Duplicate, on: &Callback<IntakeMessage>) -> Html {
    let names = duplicate.names.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    let case = [&duplicate.reference, ": ", &names].concat();
    let says = match &duplicate.kind {
        DuplicateKind::Same => "They hold the same. The case counts once.".to_owned(),
        DuplicateKind::Longer { used } => {
            format!("One goes on where the other ends. The longer one counts: “{used}”.")
        }
        DuplicateKind::Different => return choice(index, duplicate, on),
    };
    html! { <p key={case.as_str()}><strong class="file-name">{ changing(&case) }</strong><span>{ ". " }</span>{ changing(&says) }</p> }
}

/// Files of one case whose histories differ: none counts until somebody says which.
fn choice(index: usize, duplicate: &Duplicate, on: &Callback<IntakeMessage>) -> Html {
    let group = format!("case-{index}");
    let file = |(at, name): (usize, &String)| {
        let onchange = on.reform({
            let name = name.clone();
            move |_: Event| IntakeMessage::Use(name.clone())
        });
        let id = format!("{group}-{at}");
        html! {
            <label class="answer" for={id.clone()} key={name.as_str()}>
                <input type="radio" {id} name={group.clone()} checked={duplicate.counted.as_ref() == Some(name)} {onchange} />
                <span class="answer-label file-name">{ changing(name) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="row-several" key={group.clone()}>
            <legend class="field-label">{ changing(&[&duplicate.reference, ": which file counts?"].concat()) }</legend>
            <p class="hint">{ "The files tell different stories of the case. Until you choose, none of them counts." }</p>
            <div class="answers">{ for duplicate.names.iter().enumerate().map(file) }</div>
        </fieldset>
    }
}
