//! Build script: turns the locale files and the icon sprite into Rust, and stops the build when one of them is wrong.
//! The rules live in `build/locales.rs` and `build/icons.rs`; nothing else is generated.

#[path = "build/icons.rs"]
mod icons;
#[path = "build/locales.rs"]
mod locales;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let (Some(root), Some(out)) = (folder("CARGO_MANIFEST_DIR"), folder("OUT_DIR")) else {
        println!("cargo::error=this script is run by cargo");
        return ExitCode::FAILURE;
    };
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let mut faults = Vec::new();
    faults.extend(locales::run(&root, &out).err().unwrap_or_default());
    faults.extend(icons::run(&root, &out).err());
    for fault in &faults {
        println!("cargo::error={fault}");
    }
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn folder(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}
