//! Accounts: who somebody is, how they sign in, which roles they hold and where. What a role may do, `policy` decides;
//! administering the accounts of others lives in `admin`.

mod actions;
mod entry;
mod forms;
mod guessable;
pub(crate) mod keyring;
pub(crate) mod links;
mod look;
mod model;
mod new_pair;
mod pages;
mod password;
mod renewal;
mod reset;
mod routes;
pub(crate) mod second;
mod sessions;
pub mod store;
mod unlock;
mod words;

pub(crate) use guessable::house_words;
pub(crate) use look::{anybody_at, names, others_at, serving, since};
pub(crate) use model::{Login, Weak, initial_password, is_over, weakness};
pub use model::{fold_login, scope_fits};
pub use password::hash as hash_password;
pub use routes::routes;
pub use second::answers_hold as key_answers_hold;
pub use store::officers;
pub(crate) use words::{role_why, role_word, scope_words, who_word};
