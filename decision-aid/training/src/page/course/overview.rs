//! How far the learner is: in one line while a section is on screen, else with the list of all sections.

use super::{CLEAR_PROMPT, Clear, CoursePage, Message, OVERVIEW, knowledge_check_link, section_fragment};
use ::course::Course;
use policy::{CourseSection, Ref};
use ui::{Button, ButtonKind, changing};
use yew::{Context, Html, html};

impl CoursePage {
    pub(super) fn panel(&self, ctx: &Context<Self>) -> Html {
        let course = &ctx.props().data.course;
        let total = course.training.sections.len();
        let finished = self.store.progress.finished_sections(course);
        let summary = format!("{finished} of {total} sections finished");
        html! {
            <section class="training-panel" aria-labelledby={OVERVIEW}>
                <h2 id={OVERVIEW} tabindex="-1">{ "Your progress" }</h2>
                <p class="training-progress">
                    <progress max={total.to_string()} value={finished.to_string()} aria-label={summary.clone()} />
                    { changing(&summary) }
                    if self.section.is_some() {
                        <a href={format!("#{OVERVIEW}")}>{ "All sections" }</a>
                    }
                </p>
                if self.section.is_none() { { self.overview(ctx) } }
            </section>
        }
    }

    fn overview(&self, ctx: &Context<Self>) -> Html {
        let course = &ctx.props().data.course;
        let sections =
            course.sections().map(|(reference, section)| self.section_item(course, reference, section));
        html! { <>
            <p>{ changing(&self.summary(course)) }</p>
            <ol class="training-sections">{ for sections }</ol>
            { self.actions(ctx) }
            if self.is_confirming_clear { { clear_prompt(ctx) } }
        </> }
    }

    fn has_begun(&self, course: &Course) -> bool {
        let progress = &self.store.progress;
        progress.finished_sections(course) > 0 || progress.current_section(course).is_some()
    }

    fn summary(&self, course: &Course) -> String {
        let progress = &self.store.progress;
        match (progress.minutes_left(course), progress.has_passed()) {
            (0, true) => "You have finished the course and passed the knowledge check.".to_owned(),
            (0, false) => "You have finished every section. Next is the knowledge check.".to_owned(),
            (left, _) => {
                format!("Left to read: about {}. Stop when you like: your place is kept.", minutes(left))
            }
        }
    }

    fn section_item(&self, course: &Course, reference: Ref<CourseSection>, section: &CourseSection) -> Html {
        let progress = &self.store.progress;
        let is_next = progress.next_section(course) == Some(reference) && self.has_begun(course);
        let state = match progress.left_in_words(course, reference) {
            None => "Finished".to_owned(),
            Some(left) if is_next => format!("Go on here. {left}"),
            Some(left) => left,
        };
        html! {
            <li>
                <a href={format!("#{}", section_fragment(course, reference))}>{ section.title.clone() }</a>
                <span class="training-state">{ changing(&format!("{state}. About {}", minutes(section.minutes()))) }</span>
            </li>
        }
    }

    fn actions(&self, ctx: &Context<Self>) -> Html {
        let data = &ctx.props().data;
        let course = &data.course;
        let verb = if self.has_begun(course) { "Go on with" } else { "Begin with" };
        let ask_to_clear = ctx.link().callback(|_| Message::Clear(Clear::Ask));
        html! {
            <div class="actions">
                if let Some(next) = self.store.progress.next_section(course) {
                    <a class="button" href={format!("#{}", section_fragment(course, next))}>
                        { changing(&format!("{verb} section {}", next.index() + 1)) }
                    </a>
                } else if !course.training.sections.is_empty() {
                    { knowledge_check_link(data) }
                }
                if !self.store.is_empty() && !self.is_confirming_clear {
                    <Button on_click={ask_to_clear}>{ "Clear my progress" }</Button>
                }
            </div>
        }
    }
}

fn clear_prompt(ctx: &Context<CoursePage>) -> Html {
    let send = |step: Clear| ctx.link().callback(move |_| Message::Clear(step));
    html! {
        <div class="aid-notice" role="group" aria-labelledby={CLEAR_PROMPT}>
            <p id={CLEAR_PROMPT} tabindex="-1">
                { "This forgets your name, the sections and cases that you finished, and your results. \
                    What a learning system was told stays there." }
            </p>
            <div class="actions">
                <Button kind={ButtonKind::Primary} on_click={send(Clear::Confirm)}>{ "Clear everything" }</Button>
                <Button on_click={send(Clear::Cancel)}>{ "Keep it" }</Button>
            </div>
        </div>
    }
}

fn minutes(count: u32) -> String {
    if count == 1 { "1 minute".to_owned() } else { format!("{count} minutes") }
}
