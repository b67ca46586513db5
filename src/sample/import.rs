//! `sigida import`: areas from GeoJSON, units and categories from CSV or JSON. All of a file or nothing; an error is one line.

use std::collections::HashMap;

use serde::de::DeserializeOwned;

use super::reference::{self, AreaRow, CategoryRow, UnitRow};
use crate::base::named;
use crate::error::Error;
use crate::policy::Audience;
use crate::web::{Icon, Site};

named! {
    /// What a file of reference data holds.
    pub enum Section {
        /// Communes and quartiers.
        Areas = "areas",
        /// Police units and the places they answer for.
        Units = "units",
        /// Kinds of concerns.
        Categories = "categories",
    }
}

impl std::str::FromStr for Section {
    type Err = &'static str;

    fn from_str(word: &str) -> Result<Section, Self::Err> {
        Section::parse(word).ok_or("one of areas, units, categories")
    }
}

enum Rows {
    Areas(Vec<AreaRow>),
    Units(Vec<UnitRow>),
    Categories(Vec<CategoryRow>),
}

impl Rows {
    fn count(&self) -> usize {
        match self {
            Rows::Areas(rows) => rows.len(),
            Rows::Units(rows) => rows.len(),
            Rows::Categories(rows) => rows.len(),
        }
    }
}

/// Enters a file; returns how many rows it had.
///
/// # Errors
/// One line: what is wrong and where.
pub fn import(site: &Site, section: Section, text: String) -> Result<usize, String> {
    let rows = read(section, &text)?;
    let count = rows.count();
    if count == 0 {
        return Err("the file holds no rows".into());
    }
    site.db
        .write_now(move |tx| {
            match &rows {
                Rows::Areas(rows) => reference::load_areas(tx, rows)?,
                Rows::Units(rows) => reference::load_units(tx, rows)?,
                Rows::Categories(rows) => reference::load_categories(tx, rows)?,
            }
            reference::loaded(tx, section.as_str())
        })
        .map_err(|e| match e {
            Error::Internal(line) => line,
            other => other.to_string(),
        })?;
    Ok(count)
}

/// How many rows a file has; enters none of them.
///
/// # Errors
/// One line: what is wrong and where.
pub fn importable(section: Section, text: &str) -> Result<usize, String> {
    Ok(read(section, text)?.count())
}

fn read(section: Section, text: &str) -> Result<Rows, String> {
    let text = text.trim_start_matches('\u{feff}');
    let json = text.trim_start().starts_with(['{', '[']);
    Ok(match (section, json) {
        (Section::Areas, true) => Rows::Areas(reference::read_areas(text)?),
        (Section::Areas, false) => return Err("areas are read from GeoJSON".into()),
        (Section::Units, true) => Rows::Units(from_json(text, "units")?),
        (Section::Units, false) => Rows::Units(from_csv(text, unit)?),
        (Section::Categories, true) => Rows::Categories(checked(from_json(text, "categories")?)?),
        (Section::Categories, false) => Rows::Categories(checked(from_csv(text, category)?)?),
    })
}

/// The list itself, or the member of that name.
fn from_json<T: DeserializeOwned>(text: &str, name: &str) -> Result<Vec<T>, String> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let list = match value {
        serde_json::Value::Object(mut members) => {
            members.remove(name).ok_or_else(|| format!("there is no « {name} »"))?
        }
        list => list,
    };
    let serde_json::Value::Array(items) = list else { return Err(format!("« {name} » is not a list")) };
    items
        .into_iter()
        .enumerate()
        .map(|(i, item)| serde_json::from_value(item).map_err(|e| format!("{name} {}: {e}", i + 1)))
        .collect()
}

fn checked(rows: Vec<CategoryRow>) -> Result<Vec<CategoryRow>, String> {
    for row in &rows {
        if Icon::from_name(&row.icon).is_none() {
            return Err(format!("category {}: there is no icon « {} »", row.slug, row.icon));
        }
        if !(1..=8_760).contains(&row.target_hours) {
            return Err(format!("category {}: target_hours lies between 1 and 8760", row.slug));
        }
    }
    Ok(rows)
}

/// One line of a CSV file, by its header's names.
struct Line<'a> {
    number: usize,
    cells: HashMap<&'a str, String>,
}

impl Line<'_> {
    fn text(&self, name: &str) -> String {
        self.cells.get(name).map(|c| c.trim().to_owned()).unwrap_or_default()
    }

    fn needed(&self, name: &str) -> Result<String, String> {
        Some(self.text(name)).filter(|t| !t.is_empty()).ok_or_else(|| self.wrong(&format!("« {name} » is empty")))
    }

    fn yes(&self, name: &str) -> Result<bool, String> {
        match self.text(name).to_lowercase().as_str() {
            "" | "no" | "non" | "false" | "0" => Ok(false),
            "yes" | "oui" | "true" | "1" => Ok(true),
            other => Err(self.wrong(&format!("« {name} » is yes or no, not « {other} »"))),
        }
    }

    fn wrong(&self, what: &str) -> String {
        format!("line {}: {what}", self.number)
    }
}

fn unit(line: &Line<'_>) -> Result<UnitRow, String> {
    let quartiers = line.text("quartiers");
    let quartiers: Vec<String> = quartiers.split('|').map(|q| q.trim().to_owned()).filter(|q| !q.is_empty()).collect();
    Ok(UnitRow {
        slug: line.needed("slug")?,
        name: line.needed("name")?,
        commune: Some(line.text("commune")).filter(|c| !c.is_empty()),
        address: line.text("address"),
        phone: line.text("phone"),
        focal_point: line.text("focal_point"),
        quartiers: (!quartiers.is_empty()).then_some(quartiers),
        district_desk: line.yes("district_desk")?,
        desk: line.text("desk").split('|').map(|k| k.trim().to_owned()).filter(|k| !k.is_empty()).collect(),
    })
}

fn category(line: &Line<'_>) -> Result<CategoryRow, String> {
    let audience = line.needed("audience")?;
    let hours = line.needed("target_hours")?;
    Ok(CategoryRow {
        slug: line.needed("slug")?,
        icon: line.needed("icon")?,
        name_fr: line.needed("name_fr")?,
        name_bm: line.text("name_bm"),
        hint_fr: line.text("hint_fr"),
        hint_bm: line.text("hint_bm"),
        audience: Audience::parse(&audience).ok_or_else(|| line.wrong(&format!("no audience « {audience} »")))?,
        conduct: line.yes("conduct")?,
        target_hours: hours.parse().map_err(|_| line.wrong(&format!("« {hours} » is not a number of hours")))?,
    })
}

fn from_csv<T>(text: &str, read: impl Fn(&Line<'_>) -> Result<T, String>) -> Result<Vec<T>, String> {
    let separator = if text.lines().next().unwrap_or_default().contains(';') { ';' } else { ',' };
    let mut rows = split(text, separator)?.into_iter();
    let (_, header) = rows.next().ok_or("the file is empty")?;
    let header: Vec<String> = header.iter().map(|h| h.trim().to_lowercase()).collect();
    rows.map(|(number, cells)| {
        if cells.len() > header.len() {
            return Err(format!("line {number}: {} cells, the header has {}", cells.len(), header.len()));
        }
        let cells = header.iter().map(String::as_str).zip(cells).collect();
        read(&Line { number, cells })
    })
    .collect()
}

/// RFC 4180: cells between separators, quoted ones with `""` for a quote; each row with the number of its first line.
fn split(text: &str, separator: char) -> Result<Vec<(usize, Vec<String>)>, String> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut line, mut began) = (false, 1, 1);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                line += 1;
                row.push(std::mem::take(&mut cell));
                rows.push((began, std::mem::take(&mut row)));
                began = line;
            }
            c if c == separator && !quoted => row.push(std::mem::take(&mut cell)),
            c => {
                line += usize::from(c == '\n');
                cell.push(c);
            }
        }
    }
    if quoted {
        return Err(format!("line {began}: a quote is not closed"));
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push((began, row));
    }
    rows.retain(|(_, cells)| cells.iter().any(|c| !c.trim().is_empty()));
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_from_a_spreadsheet_is_read_with_either_separator() {
        let text = "slug;name;commune;quartiers;district_desk\nc1;\"Le \"\"grand\"\" poste; Est\";Commune I;Banconi | Sikoroni;non\n\nd;Bureau;;;oui\n";
        let Ok(Rows::Units(units)) = read(Section::Units, text) else { panic!("units") };
        assert_eq!(units[0].name, "Le \"grand\" poste; Est");
        assert_eq!(units[0].quartiers.as_deref(), Some(&["Banconi".to_owned(), "Sikoroni".to_owned()][..]));
        assert!(units[1].district_desk && units[1].commune.is_none());
    }

    #[test]
    fn what_is_wrong_is_told_in_one_line_with_its_place() {
        let wrong = |section, text: &str| read(section, text).err().unwrap_or_default();
        assert_eq!(wrong(Section::Units, "slug,name\nc1,\n"), "line 2: « name » is empty");
        assert_eq!(wrong(Section::Units, "slug,name\n\"c1,x\n"), "line 2: a quote is not closed");
        let header = "slug,icon,name_fr,audience,target_hours\n";
        assert_eq!(
            wrong(Section::Categories, &format!("{header}x,nope,X,public,72")),
            "category x: there is no icon « nope »"
        );
        assert_eq!(wrong(Section::Categories, &format!("{header}x,other,X,all,72")), "line 2: no audience « all »");
        assert_eq!(wrong(Section::Areas, "a,b"), "areas are read from GeoJSON");
        assert!(!wrong(Section::Areas, "{\"features\": [{}]}").contains('\n'));
    }
}
