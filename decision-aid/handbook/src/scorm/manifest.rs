//! The manifest of a package: what it is, what the learning system opens, and every file of it.

use super::launch_page;
use super::standard::Standard;
use crate::site::CourseSite;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// The name that every learning system looks for.
pub(super) const FILE: &str = "imsmanifest.xml";

/// What stands in an address as it is; the rest of a file's name is written in per cent.
const KEPT_IN_ADDRESS: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

type Xml = Writer<Vec<u8>>;

/// The manifest of a package with these files, the launch page first.
///
/// It names no score to pass with. A learning system that knows one sets the status itself, whatever the script says, and a
/// later attempt would take back a pass.
pub(super) fn manifest<'f>(
    standard: Standard,
    site: &CourseSite,
    files: impl Iterator<Item = &'f str>,
) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let identifier = identifier(&site.title);
    xml.create_element("manifest")
        .with_attribute(("identifier", identifier.as_str()))
        .with_attributes(standard.namespaces().iter().copied())
        .write_inner_content(|xml| {
            metadata(xml, standard)?;
            organizations(xml, standard, site)?;
            resources(xml, standard, files)
        })?;
    Ok(xml.into_inner())
}

/// A name for the package that stays the same from edition to edition: the words of its title.
pub(super) fn identifier(title: &str) -> String {
    let title = title.to_ascii_lowercase();
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    // XML asks for a letter in front.
    let has_letter = words.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
    let before = if has_letter { None } else { Some("handbook") };
    before.into_iter().chain(words).chain(["course"]).collect::<Vec<_>>().join("-")
}

fn metadata(xml: &mut Xml, standard: Standard) -> io::Result<()> {
    xml.create_element("metadata").write_inner_content(|xml| {
        text(xml, "schema", "ADL SCORM")?;
        text(xml, "schemaversion", standard.schema_version())
    })?;
    Ok(())
}

/// The course as the only thing to open in the package.
fn organizations(xml: &mut Xml, standard: Standard, site: &CourseSite) -> io::Result<()> {
    xml.create_element("organizations").with_attribute(("default", "handbook")).write_inner_content(
        |xml| {
            xml.create_element("organization")
                .with_attribute(("identifier", "handbook"))
                .write_inner_content(|xml| {
                    text(xml, "title", &site.title)?;
                    item(xml, standard, site)?;
                    // Lets a learning system open the course as soon as the package is opened.
                    sequencing(xml, standard, "controlMode", &[("choice", "true"), ("flow", "true")])
                })?;
            Ok(())
        },
    )?;
    Ok(())
}

fn item(xml: &mut Xml, standard: Standard, site: &CourseSite) -> io::Result<()> {
    let title = match site.edition.as_str() {
        "" => site.course.clone(),
        edition => format!("{}, edition {edition}", site.course),
    };
    xml.create_element("item")
        .with_attributes([("identifier", "course"), ("identifierref", "files")])
        .write_inner_content(|xml| {
            text(xml, "title", &title)?;
            // Otherwise a course that was opened and told nothing would count as completed and passed.
            let by_content = [("completionSetByContent", "true"), ("objectiveSetByContent", "true")];
            sequencing(xml, standard, "deliveryControls", &by_content)
        })?;
    Ok(())
}

/// A rule for the way through the package, which only SCORM 2004 has.
fn sequencing(xml: &mut Xml, standard: Standard, rule: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    if standard == Standard::Scorm2004 {
        xml.create_element("imsss:sequencing").write_inner_content(|xml| {
            let rule = format!("imsss:{rule}");
            xml.create_element(rule.as_str()).with_attributes(attributes.iter().copied()).write_empty()?;
            Ok(())
        })?;
    }
    Ok(())
}

fn resources<'f>(xml: &mut Xml, standard: Standard, files: impl Iterator<Item = &'f str>) -> io::Result<()> {
    xml.create_element("resources").write_inner_content(|xml| {
        xml.create_element("resource")
            .with_attributes([("identifier", "files"), ("type", "webcontent")])
            .with_attributes([(standard.type_attribute(), "sco"), ("href", launch_page::PAGE)])
            .write_inner_content(|xml| {
                for file in files {
                    let address = utf8_percent_encode(file, KEPT_IN_ADDRESS).to_string();
                    xml.create_element("file").with_attribute(("href", address.as_str())).write_empty()?;
                }
                Ok(())
            })?;
        Ok(())
    })?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

impl Standard {
    fn namespaces(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Scorm12 => &[
                ("xmlns", "http://www.imsproject.org/xsd/imscp_rootv1p1p2"),
                ("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2"),
            ],
            Self::Scorm2004 => &[
                ("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1"),
                ("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3"),
                ("xmlns:imsss", "http://www.imsglobal.org/xsd/imsss"),
            ],
        }
    }

    fn schema_version(self) -> &'static str {
        match self {
            Self::Scorm12 => "1.2",
            Self::Scorm2004 => "2004 4th Edition",
        }
    }

    /// The attribute that tells a course that reports from a file that does not. Only its capital letter differs.
    fn type_attribute(self) -> &'static str {
        match self {
            Self::Scorm12 => "adlcp:scormtype",
            Self::Scorm2004 => "adlcp:scormType",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::identifier;

    #[test]
    fn an_identifier_is_made_of_the_words_of_the_title_and_begins_with_a_letter() {
        for (title, expected) in [
            ("Customer Handling Handbook", "customer-handling-handbook-course"),
            ("  Fines & dates, 2nd part ", "fines-dates-2nd-part-course"),
            ("24 hours", "handbook-24-hours-course"),
            ("Überblick", "berblick-course"),
            ("", "handbook-course"),
        ] {
            assert_eq!(identifier(title), expected);
        }
    }
}
