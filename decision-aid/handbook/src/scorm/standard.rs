//! The standards that packages are made for.

/// A version of SCORM.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standard {
    Scorm12,
    Scorm2004,
}

impl Standard {
    pub(super) const ALL: [Self; 2] = [Self::Scorm12, Self::Scorm2004];

    /// What people call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Scorm12 => "SCORM 1.2",
            Self::Scorm2004 => "SCORM 2004, 4th edition",
        }
    }

    /// What ends the name of its package.
    pub(super) fn file_suffix(self) -> &'static str {
        match self {
            Self::Scorm12 => "scorm-1.2",
            Self::Scorm2004 => "scorm-2004",
        }
    }

    /// What the script of the launch page calls it.
    pub(super) fn binding(self) -> &'static str {
        match self {
            Self::Scorm12 => "1.2",
            Self::Scorm2004 => "2004",
        }
    }
}
