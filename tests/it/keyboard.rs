//! Everything by the keyboard alone, on a small telephone, with scripts and without: who cannot point, and who listens instead of
//! looking, get as far as everybody else. Nothing here is ever clicked.

use crate::custody::file_named;
use crate::support::world::{number as count, password, world};
use crate::support::{Browser, House, Look, on_sqlite};
use serde_json::{Value, json};
use sigida::base::Id;
use std::time::Duration;
use thirtyfour::{Key, TypingData};

/// Steps of the tab key within which anything of a page is reached.
const STEPS: usize = 150;

/// What has the focus after a step of the tab key: what it is called, whether it is the wanted one (a selector or a name), and
/// what is wrong with it: its place in the order, its name, whether it is seen, and seen to have the focus.
const STEP: &str = r#"
const [wanted, back] = arguments;
const at = document.activeElement, before = window.sigidaBefore, passed = window.sigidaPassed ||= new Set();
window.sigidaBefore = at;
// From one end of the page to the other, without a halt in between.
const first = back ? before : at;
if (before && before !== at && before !== document.body && first?.matches('.skip')) return { out: true, told: [] };
if (!at || at === document.body || at === document.documentElement) return { out: true, told: [] };
const fold = text => (text || '').replace(/\s+/g, ' ').trim();
const read = element => {
  const copy = element.cloneNode(true);
  for (const unread of copy.querySelectorAll('[aria-hidden=true], select, textarea, script')) unread.remove();
  const drawn = [...copy.querySelectorAll('img[alt], [aria-label]')].map(one => one.alt || one.getAttribute('aria-label'));
  return fold([copy.textContent, ...drawn].join(' '));
};
const by = (at.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id)).filter(Boolean);
const field = at.matches('input, select, textarea');
const name = by.map(read).join(' ') || fold(at.getAttribute('aria-label')) || [...(at.labels || [])].map(read).join(' ')
  || (field ? '' : read(at)) || fold(at.title);
const called = `<${at.localName}${at.name ? ' name=' + at.name : ''}> “${name.slice(0, 60)}”`;
const told = [], say = what => told.push(`${called} ${what}`);
// Within a date one goes on from the day to the month.
const again = before === at;
if (!again && before && before !== document.body && before.isConnected) {
  const forward = !!(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (forward === back) say(`comes out of order after ${before.outerHTML.slice(0, 80)}`);
}
if (!name) say('has no name');
if (at.closest('[aria-hidden=true]')) say('is kept from those who listen');
const box = at.getBoundingClientRect();
const inside = box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
if (!inside || !at.checkVisibility({ visibilityProperty: true, opacityProperty: true })) say('is not to be seen');
const look = () => {
  const style = getComputedStyle(at);
  return {
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !/, 0\)$/.test(style.outlineColor),
    rest: [style.boxShadow, style.borderColor, style.borderWidth, style.backgroundColor, style.textDecoration].join(),
  };
};
const focused = look();
if (!focused.ring && !again) {
  at.blur();
  if (look().rest === focused.rest) say('does not show that it has the focus');
  at.focus({ preventScroll: true });
}
for (const one of document.querySelectorAll('[tabindex]')) {
  if (one.tabIndex > 0) told.push(`${one.outerHTML.slice(0, 80)} pushes itself forward by its tabindex`);
}
passed.add(at);
let hit = false;
try { hit = at.matches(wanted); } catch { /* a name, not a selector */ }
return { out: false, name: called, told, hit: hit || (wanted !== '' && name === wanted) };
"#;

/// What can be used and the tab key never came to; of radio buttons with one name, one is enough.
const MISSED: &str = r#"
const passed = window.sigidaPassed || new Set();
const groups = new Set([...passed].filter(one => one.type === 'radio').map(one => one.name));
const able = 'a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], [tabindex="0"]';
return [...document.querySelectorAll(able)]
  .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))
  .filter(one => !passed.has(one) && !(one.type === 'radio' && groups.has(one.name)))
  .map(one => one.outerHTML.slice(0, 100));
"#;

/// The page begins anew, for who goes round it.
const ANEW: &str = "window.sigidaBefore = document.activeElement; window.sigidaPassed = new Set(); return true";

/// Somebody who has a keyboard and nothing else.
struct Keyboard<'a> {
    browser: &'a Browser,
    faults: Vec<String>,
}

impl<'a> Keyboard<'a> {
    fn of(browser: &'a Browser) -> Keyboard<'a> {
        Keyboard { browser, faults: Vec::new() }
    }

    /// Types, wherever the focus is.
    async fn press(&self, keys: impl Into<TypingData>) {
        let pressed = self.browser.driver().action_chain().send_keys(keys).perform().await;
        pressed.unwrap_or_else(|error| panic!("the keys are stuck: {error}"));
    }

    /// One step of the tab key; what it leads to.
    async fn step(&mut self, wanted: &str, back: bool) -> Value {
        let keys = self.browser.driver().action_chain();
        let keys = match back {
            true => keys.key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift),
            false => keys.send_keys(Key::Tab),
        };
        keys.perform().await.unwrap_or_else(|error| panic!("the tab key is stuck: {error}"));
        let said = self.browser.driver().execute(STEP, vec![json!(wanted), json!(back)]).await;
        let said =
            said.map(|said| said.json().clone()).unwrap_or_else(|error| panic!("nothing has the focus: {error}"));
        let told: Vec<&str> = said["told"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if !told.is_empty() {
            let place = self.browser.path().await;
            self.faults.extend(told.into_iter().map(|fault| format!("{place}: {fault}")));
        }
        said
    }

    /// Goes on by the tab key to what is wanted, a selector or a name, in so many steps at most.
    async fn tab_to(&mut self, wanted: &str, most: usize) {
        self.browser.run("window.sigidaBefore = document.activeElement; return true").await;
        let mut passed = Vec::new();
        for _ in 0..most {
            let said = self.step(wanted, false).await;
            if said["hit"].as_bool() == Some(true) {
                return;
            }
            passed.push(said["name"].as_str().unwrap_or("(the end of the page)").to_owned());
        }
        panic!("{most} steps lead past, not to `{wanted}` on {}: {passed:#?}", self.browser.path().await)
    }

    /// Goes to what is wanted and presses Enter.
    async fn enter(&mut self, wanted: &str) {
        self.tab_to(wanted, STEPS).await;
        self.press(Key::Enter).await;
    }

    /// Goes to a field and types.
    async fn write(&mut self, field: &str, words: &str) {
        self.tab_to(field, STEPS).await;
        self.press(words).await;
    }

    /// Round the whole page to its end: all there is to use is come by, nothing holds the focus.
    async fn around(&mut self) {
        self.round(false).await;
    }

    /// Round the whole page, on to its end or back to its beginning.
    async fn round(&mut self, back: bool) {
        self.browser.run(ANEW).await;
        let mut steps = 0;
        while self.step("", back).await["out"].as_bool() != Some(true) {
            steps += 1;
            assert!(steps < 400, "the focus never leaves {}", self.browser.path().await);
        }
        let missed = self.browser.run(MISSED).await;
        let place = self.browser.path().await;
        let missed = missed.as_array().into_iter().flatten().filter_map(Value::as_str);
        self.faults.extend(missed.map(|one| format!("{place}: the tab key never comes to {one}")));
    }

    /// Waits for the page whose address ends so.
    async fn arrives(&self, end: &str) {
        for _ in 0..100 {
            if self.browser.path().await.ends_with(end) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{} should be …{end}.\n{}", self.browser.path().await, self.browser.text().await)
    }

    /// Opens the menu and follows the link that ends so.
    async fn menu(&mut self, end: &str) {
        self.enter(".menu > summary").await;
        self.enter(&format!(".menu a[href$='{end}']")).await;
        self.arrives(end).await;
    }

    /// Signs in from the home page.
    async fn signs_in(&mut self, login: &str) {
        self.menu("/login").await;
        self.write("input[name='login']", login).await;
        self.write("input[name='password']", &password(login)).await;
        self.press(Key::Enter).await;
        self.browser.find("form[action$='/logout']").await;
    }

    /// Goes on to the form's next part, where a script shows one at a time.
    async fn on(&mut self) {
        if self.browser.look().script {
            self.enter("#turn button:last-child").await;
        }
    }

    /// Files a concern; the code.
    async fn files(&mut self) -> String {
        self.around().await;
        self.enter("main a[href$='/concerns/new']").await;
        self.arrives("/concerns/new").await;
        self.around().await;
        self.enter("main a[href*='category=light']").await;
        self.browser.find("#filing").await;
        self.around().await;
        self.round(true).await;
        self.write("select[name='area']", "Banconi").await;
        self.on().await;
        self.write("textarea[name='words']", "Les lampes sont éteintes depuis dimanche.").await;
        self.on().await;
        self.tab_to("input[name='readers']", STEPS).await;
        self.press(Key::Space).await;
        self.on().await;
        self.enter("#send").await;
        self.browser.find(".slip .code").await;
        self.around().await;
        let code = self.browser.run("return document.querySelector('.code').textContent").await;
        code.as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect()
    }

    /// Follows it from the page that showed the code: first by a wrong one, which leads from the summary of errors to its field.
    async fn follows(&mut self, code: &str) {
        self.enter("main a[href$='/follow']").await;
        self.arrives("/follow").await;
        self.around().await;
        self.write("input[name='code']", "1234").await;
        self.press(Key::Enter).await;
        self.browser.find(".errors").await;
        self.enter(".errors a[href='#code']").await;
        let led = self.browser.run("return document.activeElement.id").await;
        assert_eq!(led.as_str(), Some("code"), "the summary of errors leads to the field");
        let keys = self.browser.driver().action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control);
        keys.perform().await.expect("all of it is chosen");
        self.press(code).await;
        self.press(Key::Enter).await;
        self.browser.find("main a[href$='/follow/concern']").await;
        self.around().await;
        self.enter("main a[href$='/follow/concern']").await;
        self.browser.must_have("Les lampes sont éteintes depuis dimanche.").await;
        self.around().await;
    }

    /// The unit's officer answers it, and asks who filed another.
    async fn answers(&mut self, lang: &str, number: &str, named: &str) {
        self.signs_in("agent.c1-ouest").await;
        self.menu("/desk").await;
        self.around().await;
        self.browser.visit(&format!("/{lang}/desk/concerns/{number}")).await;
        self.around().await;
        self.write("textarea[name='answer']", "Nous passons ce soir CINQUANTE.").await;
        self.enter("#panel-answer .actions button").await;
        self.browser.must_have("CINQUANTE").await;
        self.browser.visit(&format!("/{lang}/desk/concerns/{named}/identity")).await;
        self.around().await;
        self.write("textarea[name='reason']", "Il faut la rappeler ce soir.").await;
        self.enter("form:has(textarea[name='reason']) .actions button").await;
        self.browser.find(".notice.ok").await;
    }

    /// A moderator publishes it; everybody reads what was answered.
    async fn publishes(&mut self, lang: &str, number: &str) {
        self.signs_in("moderation.c1").await;
        self.menu("/committee").await;
        self.around().await;
        self.browser.visit(&format!("/{lang}/committee/concerns/{number}")).await;
        self.around().await;
        self.enter("form:has(input[value='publish']) button").await;
        self.browser.find(".notice.ok").await;
        self.browser.visit(&format!("/{lang}/concerns/{number}")).await;
        self.browser.must_have("CINQUANTE").await;
        self.around().await;
    }

    /// An overseer grants a name that is asked for.
    async fn grants(&mut self, asked: &str) {
        self.signs_in("controle").await;
        self.menu("/oversight").await;
        self.around().await;
        self.enter("main a[href$='/oversight/custody']").await;
        self.arrives("/oversight/custody").await;
        self.around().await;
        self.enter(&format!("main a[href$='/asks/{asked}']")).await;
        self.arrives(asked).await;
        self.around().await;
        self.write("textarea[name='reason']", "La raison est bonne.").await;
        self.enter("button[name='verdict'][value='grant']").await;
        self.browser.find(".notice.ok").await;
    }
}

/// The four of them, one after the other; what was wrong on their way.
async fn by_the_keyboard_alone(house: House, look: Look, lang: &str) {
    let house = world(house);
    let home = format!("/{lang}");
    let mut faults = Vec::new();

    let resident = Browser::open(&house, look).await;
    resident.visit(&home).await;
    let mut keys = Keyboard::of(&resident);
    let code = keys.files().await;
    assert_eq!(code.len(), 16, "“{code}” is a code");
    keys.follows(&code).await;
    faults.append(&mut keys.faults);
    resident.close().await;
    let serial = count(&house, "SELECT CAST(MAX(serial) AS BIGINT) AS value FROM concerns").await;
    let number = format!("BKO-2026-{serial:05}");
    let named = file_named(&house, "noise", "banconi", "Awa Marqueur", "76 11 22 33").await.number;

    let officer = Browser::open(&house, look).await;
    officer.visit(&home).await;
    let mut keys = Keyboard::of(&officer);
    keys.answers(lang, &number, &named).await;
    faults.append(&mut keys.faults);
    officer.close().await;

    let moderator = Browser::open(&house, look).await;
    moderator.visit(&home).await;
    let mut keys = Keyboard::of(&moderator);
    keys.publishes(lang, &number).await;
    faults.append(&mut keys.faults);
    moderator.close().await;

    let asked = count(&house, "SELECT MAX(ask_id) AS value FROM custody_steps").await;
    let overseer = Browser::open(&house, look).await;
    overseer.visit(&home).await;
    let mut keys = Keyboard::of(&overseer);
    keys.grants(&Id::<()>::new(asked).to_string()).await;
    faults.append(&mut keys.faults);
    overseer.close().await;
    let granted = format!("SELECT COUNT(*) AS value FROM custody_steps WHERE step = 'granted' AND ask_id = {asked}");
    assert_eq!(count(&house, &granted).await, 1, "the name that was asked for is granted");

    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{} faults by the keyboard:\n{}", faults.len(), faults.join("\n"));
}

on_sqlite! {
    /// A concern is filed, followed, answered and published, and a name granted, by keys, where pages run no script.
    async fn a_concern_goes_from_the_keyboard_to_an_answer_without_scripts(house: House) {
        by_the_keyboard_alone(house, Look::phone().without_script(), "bm").await;
    }

    /// The same where the form shows one part at a time.
    async fn a_concern_goes_from_the_keyboard_to_an_answer_with_scripts(house: House) {
        by_the_keyboard_alone(house, Look::phone(), "fr").await;
    }
}
