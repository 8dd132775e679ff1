//! The end of a section: whether it is finished, and the links to go on with.

use super::{CoursePage, Message, OVERVIEW, knowledge_check_link, section_end_id, section_fragment};
use policy::{CourseSection, Ref};
use ui::{Button, ButtonKind, changing};
use yew::{Context, Html, html};

impl CoursePage {
    pub(super) fn section_end(&self, ctx: &Context<Self>, reference: Ref<CourseSection>) -> Html {
        let course = &ctx.props().data.course;
        let is_finished = self.store.progress.is_finished(&course.training.sections[reference.index()]);
        let has_questions = course.questions_of(reference).next().is_some();
        let state = match (is_finished, has_questions) {
            (true, _) => "You have finished this section.",
            (false, true) => "This section is finished when its questions are answered.",
            (false, false) => "This section has no questions.",
        };
        let finish = ctx.link().callback(move |_| Message::FinishSection(reference));
        html! {
            <div class="section-end">
                <p id={section_end_id(course, reference)} tabindex="-1" role="status">{ changing(state) }</p>
                <div class="actions">
                    if !is_finished && !has_questions {
                        <Button kind={ButtonKind::Primary} on_click={finish}>{ "I have read this section" }</Button>
                    }
                    { self.link_to_next(ctx, reference, is_finished) }
                    <a class="button-quiet" href={format!("#{OVERVIEW}")}>{ "All sections" }</a>
                </div>
            </div>
        }
    }

    /// A link to the next section; after the last one, to the knowledge check once all sections are finished.
    fn link_to_next(&self, ctx: &Context<Self>, reference: Ref<CourseSection>, is_finished: bool) -> Html {
        let data = &ctx.props().data;
        let course = &data.course;
        // The main action is the one that the learner has not done yet.
        let class = if is_finished { "button" } else { "button-quiet" };
        match course.sections().nth(reference.index() + 1) {
            Some((next, section)) => html! {
                <a {class} href={format!("#{}", section_fragment(course, next))}>{ format!("Next: {}", section.title) }</a>
            },
            None if self.store.progress.next_section(course).is_none() => knowledge_check_link(data),
            None => html! {},
        }
    }
}
