//! A notice's text as blocks: what an administrator types is plain text with three habits, and no markup of theirs reaches a page.

/// A block of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A line that begins with `#`.
    Heading(String),
    /// Lines that begin with `-`.
    Points(Vec<String>),
    /// Anything else, up to an empty line.
    Paragraph(String),
}

/// Reads a text into blocks.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut broken = true;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            broken = true;
            continue;
        }
        if let Some(heading) = line.strip_prefix('#') {
            blocks.push(Block::Heading(heading.trim_start_matches('#').trim().to_owned()));
            broken = true;
        } else if let Some(point) = line.strip_prefix("- ") {
            match blocks.last_mut().filter(|_| !broken) {
                Some(Block::Points(points)) => points.push(point.to_owned()),
                _ => blocks.push(Block::Points(vec![point.to_owned()])),
            }
            broken = false;
        } else {
            match blocks.last_mut().filter(|_| !broken) {
                Some(Block::Paragraph(text)) => {
                    text.push(' ');
                    text.push_str(line);
                }
                _ => blocks.push(Block::Paragraph(line.to_owned())),
            }
            broken = false;
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_headings_points_and_paragraphs() {
        let text = "Bonjour,\nvoici.\n\n# Ce que nous gardons\n- vos mots\n- la date\n\nEt c’est tout.";
        assert_eq!(
            blocks(text),
            [
                Block::Paragraph("Bonjour, voici.".into()),
                Block::Heading("Ce que nous gardons".into()),
                Block::Points(vec!["vos mots".into(), "la date".into()]),
                Block::Paragraph("Et c’est tout.".into()),
            ]
        );
    }
}
