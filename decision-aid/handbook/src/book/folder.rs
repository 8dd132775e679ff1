//! The folder of a book, and nothing outside it: whatever is read for a site resolves to a file in here, symbolic links
//! followed.

use super::faults::Faults;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use walkdir::WalkDir;

/// The byte-order mark that some editors put at the beginning of a file.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// The largest text that is read, in bytes: more than a hundred times the longest page of the handbook. A larger one is a file put
/// there by mistake, and would take gigabytes of memory.
pub(crate) const LARGEST: u64 = 5_000_000;

/// The folder of a book.
#[derive(Debug, Clone)]
pub(crate) struct BookFolder {
    root: PathBuf,
    /// The same with symbolic links followed.
    canonical: PathBuf,
}

/// Why a file of a book cannot be read.
#[derive(Debug)]
pub(crate) enum Unreadable {
    Missing,
    Outside,
    /// A symbolic link to nothing, or to itself by way of others.
    LeadsNowhere,
    Folder,
    /// A device, a pipe or a socket.
    NotRegular,
    /// So many bytes.
    TooLarge(u64),
    /// Its text with what is no UTF-8 replaced, and where that begins.
    NotUtf8 {
        text: String,
        at: usize,
    },
    /// It begins with a byte-order mark, and nothing takes that away before the text stands on a page.
    ByteOrderMark,
    Other(io::Error),
}

impl BookFolder {
    /// The folder, which must be there.
    ///
    /// # Errors
    /// It is not.
    pub(crate) fn new(root: &Path) -> io::Result<Self> {
        Ok(Self { root: std::path::absolute(root)?, canonical: root.canonicalize()? })
    }

    /// The folder as it was named, from the root of the file system.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The name of a file from the root of the book, as reports give it.
    pub(crate) fn name(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).or_else(|_| path.strip_prefix(&self.canonical));
        below.unwrap_or(path).display().to_string().replace('\\', "/")
    }

    /// What a relative path leads to from the root of the book, symbolic links followed.
    pub(crate) fn resolve(&self, relative: &Path) -> Result<PathBuf, Unreadable> {
        if leaves(relative) {
            return Err(Unreadable::Outside);
        }
        let path = self.root.join(relative);
        let resolved = path.canonicalize().map_err(|error| match path.symlink_metadata() {
            Ok(link) if link.is_symlink() => Unreadable::LeadsNowhere,
            _ if error.kind() == io::ErrorKind::NotFound => Unreadable::Missing,
            _ => Unreadable::Other(error),
        })?;
        if resolved.starts_with(&self.canonical) { Ok(resolved) } else { Err(Unreadable::Outside) }
    }

    /// The text of a file, by its path from the root of the book.
    pub(crate) fn read(&self, relative: &Path) -> Result<String, Unreadable> {
        let path = self.resolve(relative)?;
        let kind = path.metadata().map_err(Unreadable::Other)?;
        if kind.is_dir() {
            return Err(Unreadable::Folder);
        }
        if !kind.is_file() {
            return Err(Unreadable::NotRegular);
        }
        if kind.len() > LARGEST {
            return Err(Unreadable::TooLarge(kind.len()));
        }
        let bytes = fs::read(&path).map_err(Unreadable::Other)?;
        String::from_utf8(bytes).map_err(|error| Unreadable::NotUtf8 {
            text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            at: error.utf8_error().valid_up_to(),
        })
    }

    /// The text of a file that mdBook puts on a page as it is.
    pub(crate) fn read_unmarked(&self, relative: &Path) -> Result<String, Unreadable> {
        let text = self.read(relative)?;
        if text.starts_with(BYTE_ORDER_MARK) { Err(Unreadable::ByteOrderMark) } else { Ok(text) }
    }

    /// Notes every symbolic link in a folder of the book that leads out of the book, to nothing, or to a folder that it
    /// stands in. mdBook copies what stands there to the site.
    pub(crate) fn refuse_links_out(&self, folder: &Path, except: &Path, faults: &mut Faults) {
        let mut walk =
            WalkDir::new(self.root.join(folder)).follow_links(true).sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            let (path, wrong) = match entry {
                Ok(entry) if entry.path() == except => {
                    walk.skip_current_dir();
                    continue;
                }
                Ok(entry) if entry.path_is_symlink() => {
                    (entry.path().to_owned(), self.wrong_link(entry.path()))
                }
                Ok(_) => continue,
                Err(error) => {
                    let Some(path) = error.path().map(Path::to_owned) else { continue };
                    let name = self.name(&path);
                    let wrong = match (error.loop_ancestor(), self.wrong_link(&path)) {
                        (Some(_), _) => around(&name),
                        (None, Some(wrong)) => wrong,
                        (None, None) => Unreadable::Other(error.into()).said(&name),
                    };
                    (path, Some(wrong))
                }
            };
            let Some(wrong) = wrong else { continue };
            let file = faults.file(&self.name(&path), "");
            faults.add(file, 0..0, wrong);
            if path.is_dir() {
                walk.skip_current_dir();
            }
        }
    }

    fn wrong_link(&self, path: &Path) -> Option<(String, String)> {
        let name = self.name(path);
        self.resolve(Path::new(&name)).err().map(|wrong| wrong.said(&name))
    }
}

/// Whether a relative path leads out of the folder that it begins in, by what it says.
fn leaves(relative: &Path) -> bool {
    let mut depth = 0_usize;
    relative.components().any(|part| match part {
        Component::CurDir => false,
        Component::Normal(_) => {
            depth += 1;
            false
        }
        Component::ParentDir => match depth.checked_sub(1) {
            Some(above) => {
                depth = above;
                false
            }
            None => true,
        },
        Component::RootDir | Component::Prefix(_) => true,
    })
}

fn around(name: &str) -> (String, String) {
    (
        format!("`{name}` is a symbolic link to a folder that it stands in, which has no end"),
        "take the link away".to_owned(),
    )
}

impl Unreadable {
    /// What is wrong with the file of a name, and what to do about it.
    pub(crate) fn said(&self, name: &str) -> (String, String) {
        let (message, help) = match self {
            Self::Missing => (format!("there is no file `{name}`"), "write it, or correct the name"),
            Self::Outside => (
                format!("`{name}` is outside the folder of the book"),
                "put a copy of the file into the book, and name that",
            ),
            Self::LeadsNowhere => (
                format!("`{name}` is a symbolic link that leads to no file"),
                "put the file itself in its place",
            ),
            Self::Folder => (format!("`{name}` is a folder, not a file"), "name a file in it"),
            Self::NotRegular => {
                (format!("`{name}` is not a file that holds text"), "put a file in its place")
            }
            Self::TooLarge(length) => (
                format!("`{name}` has {length} bytes, and no more than {LARGEST} are read"),
                "make several pages of it, or take out what is no text",
            ),
            Self::NotUtf8 { .. } => (
                format!("`{name}` is not UTF-8 from here on"),
                "save it with the encoding UTF-8, as every editor can",
            ),
            Self::ByteOrderMark => (
                format!("`{name}` begins with a byte-order mark, which would stand on the page"),
                "save it as UTF-8 without a byte-order mark (BOM)",
            ),
            Self::Other(error) => {
                (format!("`{name}` cannot be read: {error}"), "look at the rights of the file")
            }
        };
        (message, help.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::leaves;
    use std::path::Path;

    #[test]
    fn a_way_that_leads_up_and_down_again_stays() {
        for (relative, out) in [
            ("a/b", false),
            ("./a", false),
            ("a/../b", false),
            ("..", true),
            ("a/../../b", true),
            ("/a", true),
        ] {
            assert_eq!(leaves(Path::new(relative)), out, "{relative}");
        }
    }
}
