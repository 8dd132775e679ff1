//! `cargo handbook`: what is done with the handbook, one command each.

#![warn(clippy::print_stdout, clippy::print_stderr)]

use anyhow::Result;
use clap::{Args, Parser, Subcommand};
use handbook::console::{self, print};
use handbook::site::{self, Build};
use handbook::timings::Timings;
use handbook::{
    assess, browser_app, diff, new_book, practice_case, preview, prove, samples, scorm, test_command,
    toolchain,
};
use std::path::PathBuf;
use std::process::ExitCode;

/// Builds, previews, checks and tests the handbook.
#[derive(Parser)]
#[command(name = "cargo handbook", bin_name = "cargo handbook", version)]
struct Command {
    #[command(subcommand)]
    job: Job,
}

#[derive(Subcommand)]
enum Job {
    /// Build the site, preview it on this machine, and rebuild and reload on every change
    Serve {
        #[command(flatten)]
        book: BookFolder,
        /// The port of the preview
        #[arg(long, default_value_t = 3000)]
        port: u16,
        /// Open the preview in the browser
        #[arg(long)]
        open: bool,
    },
    /// Make a small whole handbook in a new folder, to begin another one from
    New {
        /// The new folder, such as ../library-bans
        folder: PathBuf,
    },
    /// Build the site into a folder
    Build {
        #[command(flatten)]
        book: BookFolder,
        /// The folder of the site; by default the one that book.toml names
        #[arg(long)]
        out: Option<PathBuf>,
        /// Leave out what book.toml says that these readers do not get, such as public
        #[arg(long)]
        audience: Option<String>,
        /// Print the whole policy, the checklist and the letters as PDFs too, with Chromium
        #[arg(long)]
        pdf: bool,
        /// Print how long each part took
        #[arg(long)]
        timings: bool,
    },
    /// Report everything that is wrong with the pages
    Check {
        #[command(flatten)]
        book: BookFolder,
        /// Where nothing is wrong, add the pages and clauses to the list of those that were published
        #[arg(long)]
        publish: bool,
    },
    /// Prove every property over every set of answers, or show the smallest answers that break it
    Prove {
        #[command(flatten)]
        book: BookFolder,
    },
    /// Count for how many sets of answers the result changes since a git revision, with examples
    Diff {
        /// The revision to compare the pages with: a commit, a branch or a tag, such as HEAD
        revision: String,
        /// Print the count as a block for the page that tells what changed
        #[arg(long)]
        block: bool,
        #[command(flatten)]
        book: BookFolder,
    },
    /// Assess cases: a JSON object a line in, a JSON object a line out
    Assess {
        #[command(flatten)]
        book: BookFolder,
        /// Add the fewest answers that suffice for the outcome
        #[arg(long)]
        explain: bool,
        /// Add why each option has its status, why each question is asked, what would change the result, and the trace
        #[arg(long)]
        why: bool,
    },
    /// Print a case file of the decision aid as a practice case, ready to paste into a page
    Case {
        /// The case file, as the aid saved it
        file: PathBuf,
        #[command(flatten)]
        book: BookFolder,
    },
    /// Make case files that nobody wrote, to try the register and the report with
    Samples {
        /// How many
        count: usize,
        /// What they are made from: the same seed makes the same files
        #[arg(long)]
        seed: u64,
        /// The folder to write them into, a new or an empty one
        #[arg(long, default_value = "samples")]
        out: PathBuf,
        #[command(flatten)]
        book: BookFolder,
    },
    /// Make the course into packages for learning systems: SCORM 1.2, and SCORM 2004, 4th edition
    Scorm {
        #[command(flatten)]
        book: BookFolder,
        /// The folder of the packages; by default the one around the folder of the site
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Set up and run every test, the browser's included
    Test,
    /// Render a book that mdBook sends: what `mdbook build` calls through [output.handbook]
    #[command(hide = true)]
    Render,
}

#[derive(Args)]
struct BookFolder {
    /// The folder of the book
    #[arg(long, default_value = ".")]
    book: PathBuf,
}

fn main() -> ExitCode {
    console::exit_code(run(Command::parse().job))
}

fn run(job: Job) -> Result<()> {
    match job {
        Job::Serve { book, port, open } => {
            toolchain::prepare()?;
            preview::serve(&book.book, port, open)
        }
        Job::New { folder } => print(new_book::make(&folder)?),
        Job::Build { book, out, audience, pdf, timings } => build(book, out, audience, pdf, timings),
        Job::Check { book, publish } => {
            let check = if publish { site::publish } else { site::check };
            print(check(&book.book)?)
        }
        Job::Prove { book } => prove::report(&book.book, &mut std::io::stdout().lock()),
        Job::Diff { revision, block: true, book } => {
            diff::report_as_block(&book.book, &revision, &mut std::io::stdout().lock())
        }
        Job::Diff { revision, block: false, book } => {
            diff::report(&book.book, &revision, &mut std::io::stdout().lock())
        }
        Job::Assess { book, explain, why } => {
            let detail = assess::Detail { because: explain || why, why };
            let lines = std::io::stdin().lock();
            assess::lines(&book.book, detail, lines, std::io::stdout().lock())
        }
        Job::Case { file, book } => practice_case::report(&book.book, &file, &mut std::io::stdout().lock()),
        Job::Samples { count, seed, out, book } => print(samples::write(&book.book, count, seed, &out)?),
        Job::Scorm { book, out } => {
            let packages = scorm::packages(&book.book, out.as_deref(), browser_app::ready()?)?;
            packages.iter().try_for_each(print)?;
            print(scorm::NEXT_STEPS)
        }
        Job::Test => test_command::test(),
        Job::Render => site::render_from_mdbook(std::io::stdin().lock()),
    }
}

fn build(
    book: BookFolder,
    out: Option<PathBuf>,
    audience: Option<String>,
    pdf: bool,
    print_timings: bool,
) -> Result<()> {
    let mut timings = Timings::start();
    // The apps take minutes the first time: what can be refused is refused before.
    site::refuse_output_folder(&book.book, out.as_deref())?;
    let apps = browser_app::ready()?;
    timings.lap("browser apps");
    let request = Build { book: book.book, out, audience, apps, live_reload: false };
    let built = if pdf {
        site::build_with_pdfs(&request, &mut timings)?
    } else {
        site::build(&request, &mut timings)?
    };
    print(format_args!("Built {} pages in {}", built.pages, built.folder.display()))?;
    built.without.iter().try_for_each(print)?;
    if print_timings { print(timings) } else { Ok(()) }
}
