//! Sample data: `sigida demo` and `sigida generate`.
