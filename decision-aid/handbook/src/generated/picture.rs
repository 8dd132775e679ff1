//! The flow as a picture: the steps down a spine, the outcomes beside it. Narrow, so that a phone shows all of it.

use super::flow::{Exit, Flow, Step};
use policy::Policy;

/// How wide the picture is, in its own units; a unit is a pixel on a phone.
pub const WIDTH: u32 = 340;
/// Where the spine stands.
pub const SPINE: u32 = 18;
/// Where the name of a step begins.
pub const NAME: u32 = 46;
/// Where the box of an outcome begins.
pub const BOX: u32 = 62;

const STEP_LINE: u32 = 21;
const STEP_LETTERS: usize = 33;
const EXIT_LINE: u32 = 19;
const EXIT_LETTERS: usize = 33;
const NOTE_LINE: u32 = 16;

/// The flow, laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// How high it is.
    pub height: u32,
    /// The steps, from the top.
    pub steps: Vec<PlacedStep>,
}

/// A step with its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedStep {
    /// Its number.
    pub number: usize,
    /// The middle of its first line.
    pub at: u32,
    /// Its name, line by line, each with its base.
    pub lines: Vec<(u32, String)>,
    /// The outcomes that it can lead to.
    pub exits: Vec<PlacedExit>,
}

/// An outcome with its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedExit {
    /// The top of its box.
    pub top: u32,
    /// The height of its box.
    pub height: u32,
    /// Its name, line by line, each with its base.
    pub lines: Vec<(u32, String)>,
    /// When it is not settled in every case.
    pub note: Option<(u32, String)>,
}

/// Lays the flow out.
pub fn picture(policy: &Policy, flow: &Flow) -> Picture {
    let mut top = 4;
    let steps: Vec<PlacedStep> =
        flow.steps.iter().enumerate().map(|(at, step)| place(policy, at, step, &mut top)).collect();
    Picture { height: top, steps }
}

fn place(policy: &Policy, number: usize, step: &Step, top: &mut u32) -> PlacedStep {
    let at = *top + 14;
    let mut base = at + 6;
    let lines = stacked(&policy[step.group].title, STEP_LETTERS, STEP_LINE, &mut base);
    *top = base - STEP_LINE + 14;
    let exits = step.leads_to.iter().map(|exit| place_exit(policy, number, *exit, top)).collect();
    *top += 14;
    PlacedStep { number: number + 1, at, lines, exits }
}

fn place_exit(policy: &Policy, at: usize, exit: Exit, top: &mut u32) -> PlacedExit {
    let start = *top;
    let mut base = start + 20;
    let lines = stacked(&policy[exit.outcome].name, EXIT_LETTERS, EXIT_LINE, &mut base);
    let note = exit.later_than(at).map(|step| {
        base += NOTE_LINE;
        (base - EXIT_LINE, format!("in some cases not before step {step}"))
    });
    let height = base - EXIT_LINE + 10 - start;
    *top = start + height + 8;
    PlacedExit { top: start, height, lines, note }
}

/// Words in lines of so many letters, one below the other; `base` moves to the base of the line after them.
fn stacked(text: &str, letters: usize, step: u32, base: &mut u32) -> Vec<(u32, String)> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let mut place = |line| {
        let at = *base;
        *base += step;
        (at, line)
    };
    lines.into_iter().map(&mut place).collect()
}
