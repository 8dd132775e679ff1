//! The flow as SVG: classes only, so that the theme colours it in light, in dark, in forced colours and on paper.

use crate::generated::Picture;
use crate::generated::picture::{BOX, NAME, PlacedExit, PlacedStep, SPINE, WIDTH};
use maud::{Markup, html};

pub(super) fn picture(picture: &Picture) -> Markup {
    let first = picture.steps.first().map_or(0, |step| step.at);
    let last = picture.steps.last().map_or(0, |step| step.at);
    html! {
        svg class="flow" viewBox={ "0 0 " (WIDTH) " " (picture.height) } role="img" aria-labelledby="flow-title flow-desc" {
            title id="flow-title" { "The flow of a case" }
            desc id="flow-desc" { (description(picture)) " The list below says the same in words." }
            path class="flow-line" d={ "M" (SPINE) " " (first) "V" (last) } {}
            @for step in &picture.steps { (self::step(step)) }
        }
    }
}

/// What the picture shows, for those who cannot see it.
fn description(picture: &Picture) -> String {
    let name =
        |lines: &[(u32, String)]| lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join(" ");
    let step = |step: &PlacedStep| {
        let exits: Vec<String> = step.exits.iter().map(|exit| name(&exit.lines)).collect();
        let leads =
            if exits.is_empty() { String::new() } else { format!(" It can lead to: {}.", exits.join("; ")) };
        format!("Step {}: {}{leads}", step.number, name(&step.lines))
    };
    picture.steps.iter().map(step).collect::<Vec<_>>().join(" ")
}

fn step(step: &PlacedStep) -> Markup {
    html! {
        @for exit in &step.exits { (self::exit(step, exit)) }
        circle class="flow-step" cx=(SPINE) cy=(step.at) r="13" {}
        text class="flow-number" x=(SPINE) y=(step.at + 5) { (step.number) }
        @for (base, line) in &step.lines { text class="flow-name" x=(NAME) y=(base) { (line) } }
    }
}

fn exit(step: &PlacedStep, exit: &PlacedExit) -> Markup {
    let middle = exit.top + exit.height / 2;
    html! {
        path class="flow-line" d={ "M" (SPINE) " " (step.at) "V" (middle) "H" (BOX) } {}
        rect class="flow-outcome" x=(BOX) y=(exit.top) width=(WIDTH - BOX - 1) height=(exit.height) rx="3" {}
        @for (base, line) in &exit.lines { text class="flow-text" x=(BOX + 10) y=(base) { (line) } }
        @if let Some((base, note)) = &exit.note { text class="flow-note" x=(BOX + 10) y=(base) { (note) } }
    }
}
