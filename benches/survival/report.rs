//! The table to paste, what people saw, and whether anything was lost.

/// What the run found.
#[derive(Default)]
pub struct Report {
    rows: Vec<(String, String, String)>,
    seen: Vec<(String, String)>,
    lost: Vec<String>,
}

impl Report {
    pub fn row(&mut self, what: &str, kind: &str, found: String) {
        println!("| {what} | {kind} | {found} |");
        self.rows.push((what.to_owned(), kind.to_owned(), found));
    }

    /// What people saw during the last row.
    pub fn seen(&mut self, kind: &str, seen: &str) {
        if let Some((what, ..)) = self.rows.last() {
            self.seen.push((format!("{what}, {kind}"), seen.to_owned()));
        }
    }

    /// Promises not kept.
    pub fn lost(&mut self, what: &[String]) {
        for one in what {
            println!("NOT KEPT: {one}");
        }
        self.lost.extend_from_slice(what);
    }

    /// Prints it all; true when every promise was kept.
    pub fn end(self) -> bool {
        println!("\n| what was done | database | found |\n|---|---|---|");
        for (what, kind, found) in &self.rows {
            println!("| {what} | {kind} | {found} |");
        }
        println!("\nWhat people saw:");
        for (when, seen) in &self.seen {
            println!("- {when}: {seen}");
        }
        println!("\nPromises not kept: {}", self.lost.len());
        self.lost.is_empty()
    }
}

/// Median, 95th of a hundred, and worst.
pub fn spread(values: &mut [f64], unit: &str) -> String {
    values.sort_by(f64::total_cmp);
    let at = |percent: usize| values.get((values.len().saturating_sub(1)) * percent / 100).copied().unwrap_or_default();
    format!("median {:.2} {unit}, 95 % {:.2} {unit}, worst {:.2} {unit}", at(50), at(95), at(100))
}
