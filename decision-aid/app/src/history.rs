//! A screen as the browser's history keeps it: how many of the aid's steps lie before it, and its name. Never an answer.

use casework::Screen;
use policy::Policy;
use ui::browser;

/// A step of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    /// How many of the aid's steps lie before it.
    pub(crate) depth: u32,
    /// The screen.
    pub(crate) screen: Screen,
}

/// The step that the browser is at, where it is one of the aid's.
pub(crate) fn current(policy: &Policy) -> Option<Step> {
    read(policy, &browser::history_state()?)
}

/// Adds a screen to the history.
pub(crate) fn push(policy: &Policy, screen: Screen) {
    let depth = current(policy).map_or(0, |step| step.depth + 1);
    browser::push_state(&written(policy, Step { depth, screen }));
}

/// Puts a screen where the history is now.
pub(crate) fn replace(policy: &Policy, screen: Screen) {
    let depth = current(policy).map_or(0, |step| step.depth);
    browser::replace_state(&written(policy, Step { depth, screen }));
}

/// Goes a step back where that is one of the aid's. False where it is not.
pub(crate) fn go_back(policy: &Policy) -> bool {
    let is_ours = current(policy).is_some_and(|step| step.depth > 0);
    if is_ours {
        browser::go_back();
    }
    is_ours
}

fn written(policy: &Policy, Step { depth, screen }: Step) -> String {
    match screen {
        Screen::Questions(group, number) => format!("{depth} questions {} {number}", policy[group].id),
        Screen::Review => format!("{depth} review"),
        Screen::Result => format!("{depth} result"),
        Screen::Decision => format!("{depth} decision"),
        Screen::AtOnce(letter) => format!("{depth} at-once {letter}"),
        Screen::Dates => format!("{depth} dates"),
        Screen::Letter(letter) => format!("{depth} letter {letter}"),
        Screen::Done => format!("{depth} done"),
        Screen::Entries => format!("{depth} entries"),
    }
}

fn read(policy: &Policy, written: &str) -> Option<Step> {
    let mut words = written.split(' ');
    let depth = words.next()?.parse().ok()?;
    let (name, first, second) = (words.next()?, words.next(), words.next());
    let number = |word: Option<&str>| word?.parse::<u32>().ok();
    let screen = match name {
        "questions" => {
            let group = policy.group_refs().find(|group| Some(policy[*group].id.as_str()) == first)?;
            Screen::Questions(group, u8::try_from(number(second)?).ok()?)
        }
        "review" => Screen::Review,
        "result" => Screen::Result,
        "decision" => Screen::Decision,
        "at-once" => Screen::AtOnce(number(first)? as usize),
        "dates" => Screen::Dates,
        "letter" => Screen::Letter(number(first)? as usize),
        "done" => Screen::Done,
        "entries" => Screen::Entries,
        _ => return None,
    };
    Some(Step { depth, screen })
}

#[cfg(test)]
mod tests;
