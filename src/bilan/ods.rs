//! The bilan as a sheet of LibreOffice (OpenDocument 1.3): a zip of four small files, written here. The crates that write such
//! sheets bring some seventy others with them; one table of words and numbers needs none of it. Tests read it back with a
//! reader of somebody else's.

use std::fmt::Write;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::model::Bilan;
use crate::error::{Error, Result};
use crate::i18n::L;

/// What the file is.
pub(super) const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";

const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"#;

const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"/>"#;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3">
<office:automatic-styles><style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="9cm"/></style:style>
<style:style style:name="bold" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>"#;

const TAIL: &str = "</table:table></office:spreadsheet></office:body></office:document-content>";

/// Text inside an element or an attribute. A control character has no place in XML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_control()) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

fn words(out: &mut String, style: &str, text: &str) -> std::fmt::Result {
    let style = if style.is_empty() { String::new() } else { format!(" table:style-name=\"{style}\"") };
    write!(
        out,
        "<table:table-cell{style} office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
        escaped(text)
    )
}

fn number(out: &mut String, value: Option<f64>) -> std::fmt::Result {
    match value {
        None => out.write_str("<table:table-cell/>"),
        Some(n) => write!(
            out,
            "<table:table-cell office:value-type=\"float\" office:value=\"{n}\"><text:p>{n}</text:p></table:table-cell>"
        ),
    }
}

fn content(bilan: &Bilan, l: L) -> std::result::Result<String, std::fmt::Error> {
    let mut out = String::from(HEAD);
    write!(
        out,
        "<table:table table:name=\"{}\"><table:table-column table:style-name=\"wide\"/>",
        escaped(&bilan.period)
    )?;
    out.push_str(
        "<table:table-column table:style-name=\"wide\"/><table:table-column table:number-columns-repeated=\"2\"/>",
    );
    let mut row = |cells: &[&str], style: &str| -> std::fmt::Result {
        out.push_str("<table:table-row>");
        for cell in cells {
            words(&mut out, style, cell)?;
        }
        out.write_str("</table:table-row>")
    };
    row(&[&bilan.unit], "bold")?;
    row(&[&bilan.period, &bilan.made], "")?;
    let head = [l.bilan_part(), l.bilan_what(), l.bilan_number(), l.bilan_measure()].map(|word| word.as_str());
    row(&head, "bold")?;
    for section in &bilan.sections {
        for line in &section.rows {
            let (value, measure) = line.value.plain();
            out.push_str("<table:table-row>");
            words(&mut out, "", &section.title)?;
            words(&mut out, "", &line.label)?;
            number(&mut out, value)?;
            words(&mut out, "", measure)?;
            out.push_str("</table:table-row>");
        }
    }
    out.push_str(TAIL);
    Ok(out)
}

/// The whole file. What it is stands first and uncompressed, as the format asks.
pub(super) fn of(bilan: &Bilan, l: L) -> Result<Vec<u8>> {
    let content = content(bilan, l).map_err(Error::internal)?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in
        [("mimetype", KIND), ("content.xml", &content), ("styles.xml", STYLES), ("META-INF/manifest.xml", MANIFEST)]
    {
        zip.start_file(name, stored).map_err(Error::internal)?;
        zip.write_all(text.as_bytes()).map_err(Error::internal)?;
    }
    Ok(zip.finish().map_err(Error::internal)?.into_inner())
}
