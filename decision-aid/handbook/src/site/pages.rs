//! The pages that mdBook wrote, finished: what its templates cannot know is filled in, what the site does not want is taken out.
//!
//! It may use what the other rooms of the site offer for a page: `delivery`, `metadata` and the rewriting of HTML.

mod app_page;
pub(crate) mod branding;
pub(crate) mod build_info;
pub(crate) mod mdbook_html;
pub(crate) mod navigation;
pub(crate) mod page_contents;
pub(crate) mod postprocess;
mod start_page;
pub(crate) mod whole_policy;
