//! The end of a section: whether it is finished, and the links to go on with.

use super::{CoursePage, Message, OVERVIEW, knowledge_check_link, section_end_id, section_fragment};
use policy::{CourseSection, Ref};
use ui::{Button, ButtonKind, changing};
use yew::{Context, Html, html};

impl CoursePage {
    pub(super) fn section_end(&self, ctx: &Context<Self>, reference: Ref<CourseSection>) -> Html {
        let course = &ctx.props().data.course;
        let left = self.store.progress.left_in_words(course, reference);
        let is_finished = left.is_none();
        let has_questions = course.questions_of(reference).next().is_some();
        let state = match left {
            None => "You have finished this section.".to_owned(),
            Some(left) if has_questions => {
                format!("{left}. This section is finished when its questions are answered.")
            }
            Some(_) => "This section has no questions.".to_owned(),
        };
        let finish = ctx.link().callback(move |_| Message::FinishSection(reference));
        html! {
            <div class="section-end">
                <p id={section_end_id(course, reference)} tabindex="-1" role="status">{ changing(&state) }</p>
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

    /// A link to the next section; after the last one, to the section that is not finished yet, or to the knowledge check.
    fn link_to_next(&self, ctx: &Context<Self>, reference: Ref<CourseSection>, is_finished: bool) -> Html {
        let data = &ctx.props().data;
        let course = &data.course;
        // The main action is the one that the learner has not done yet.
        let class = if is_finished { "button" } else { "button-quiet" };
        match course.sections().nth(reference.index() + 1) {
            Some((next, section)) => html! {
                <a {class} href={format!("#{}", section_fragment(course, next))}>{ format!("Next: {}", section.title) }</a>
            },
            None => self.link_to_unfinished(ctx, reference).unwrap_or_else(|| knowledge_check_link(data)),
        }
    }

    /// A link to the first section that is not finished, with what is left of it; `None` where all are. Nothing to follow
    /// where that is the section on screen.
    fn link_to_unfinished(&self, ctx: &Context<Self>, on_screen: Ref<CourseSection>) -> Option<Html> {
        let course = &ctx.props().data.course;
        let is_unfinished = |(section, _): &(Ref<CourseSection>, &CourseSection)| {
            self.store.progress.left_in_words(course, *section).is_some()
        };
        let (section, _) = course.sections().find(is_unfinished)?;
        if section == on_screen {
            return Some(html! {});
        }
        let left = self.store.progress.left_in_words(course, section)?;
        let label = format!("Go on with section {}: {left}", section.index() + 1);
        Some(html! {
            <a class="button-quiet" href={format!("#{}", section_fragment(course, section))}>{ changing(&label) }</a>
        })
    }
}
