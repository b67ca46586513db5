//! The public register of commitments.

use askama::Template;

use super::parts::Promise;
use crate::areas::Reference;
use crate::base::Lang;
use crate::forums::model::{Owner, OwnerKind};
use crate::forums::reads::Register;
use crate::forums::store::commitments::{Filter, Wanted};
use crate::i18n::Text;
use crate::web::{Cx, Form, Page, Pager};
use crate::{urls, web};

/// A tab of the register.
pub struct Tab {
    url: String,
    word: Text,
    count: Option<i64>,
    late: bool,
    here: bool,
}

/// The register of commitments.
#[derive(Template)]
#[template(path = "forums/commitments.html")]
pub struct RegisterPage {
    page: Page,
    form: Form,
    tabs: Vec<Tab>,
    state: String,
    committees: Vec<(String, String)>,
    owners: Vec<(String, String)>,
    rows: Vec<Promise>,
    pager: Pager,
}

/// Every body that may promise something, as pairs of a form's word and a name.
pub(super) fn owner_options(r: &Reference, lang: Lang) -> Vec<(String, String)> {
    let units = r.units.iter().filter(|u| u.active).map(|u| (OwnerKind::Unit, u.id.raw()));
    let partners = r.partners.iter().filter(|p| p.active).map(|p| (OwnerKind::Partner, p.id.raw()));
    let committees = r.committees.iter().filter(|c| c.active).map(|c| (OwnerKind::Committee, c.id.raw()));
    units
        .chain(partners)
        .chain(committees)
        .map(|(kind, id)| Owner { kind, id })
        .map(|o| (o.word(), o.name(r, lang).unwrap_or_default()))
        .collect()
}

/// The word of a state in the register's address.
pub const fn wanted_word(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::All => "",
        Wanted::Expected => "expected",
        Wanted::Overdue => "overdue",
        Wanted::Kept => "kept",
        Wanted::Abandoned => "abandoned",
    }
}

impl RegisterPage {
    pub fn new(cx: &Cx, filter: &Filter, read: &Register) -> RegisterPage {
        let (page, r) = (cx.page(), &cx.r);
        let l = page.l;
        let url = urls::commitments(page.lang);
        let committee = filter.committee.and_then(|c| r.committee(c)).map(|c| c.slug.clone()).unwrap_or_default();
        let owner = filter.owner.map(|o| o.word()).unwrap_or_default();
        let tab = |wanted: Wanted, word: Text, count: Option<i64>| Tab {
            url: urls::with_query(
                &url,
                &[("state", wanted_word(wanted)), ("committee", &committee), ("owner", &owner)],
            ),
            word,
            count,
            late: wanted == Wanted::Overdue,
            here: filter.state == wanted,
        };
        let tabs = vec![
            tab(Wanted::All, l.forums_filter_all(), None),
            tab(Wanted::Expected, l.forums_filter_expected(), Some(read.tally.0)),
            tab(Wanted::Overdue, l.forums_filter_overdue(), Some(read.tally.1)),
            tab(Wanted::Kept, l.forums_filter_kept(), None),
            tab(Wanted::Abandoned, l.forums_filter_abandoned(), None),
        ];
        let query =
            [("state", wanted_word(filter.state)), ("committee", committee.as_str()), ("owner", owner.as_str())];
        RegisterPage {
            tabs,
            state: wanted_word(filter.state).to_owned(),
            committees: r
                .committees
                .iter()
                .filter(|c| c.active)
                .map(|c| (c.slug.clone(), c.name(page.lang).to_owned()))
                .collect(),
            owners: owner_options(r, page.lang),
            rows: Promise::list(&page, r, &read.page.items),
            pager: Pager::new(&url, &query, cx.cursor(), read.page.next),
            form: Form::filled([("committee", committee.clone()), ("owner", owner.clone())]),
            page,
        }
    }
}
