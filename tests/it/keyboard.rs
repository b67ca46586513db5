//! Everything by the keyboard alone, on a small telephone, with scripts and without: who cannot point, and who listens instead of
//! looking, get as far as everybody else. Nothing here is ever clicked.

use crate::concerns::file;
use crate::custody::file_named;
use crate::forums::announced;
use crate::second::{enrolled, shown};
use crate::support::world::{number as count, password, sign_in, words, world};
use crate::support::{Browser, House, Look, on_sqlite};
use serde_json::{Value, json};
use sigida::base::{Id, Time};
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

    /// Types in place of what stands in the field.
    async fn overwrite(&self, words: &str) {
        let keys = self.browser.driver().action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control);
        keys.perform().await.expect("all of it is chosen");
        self.press(words).await;
    }

    /// What the field that has the focus holds.
    async fn held(&self) -> String {
        let held = self.browser.run("return document.activeElement.value").await;
        held.as_str().unwrap_or_default().to_owned()
    }

    /// Goes down to a value, in a list or among radio buttons.
    async fn down_to(&self, value: &str) {
        for _ in 0..100 {
            if self.held().await == value {
                return;
            }
            self.press(Key::Down).await;
        }
        panic!("the arrow leads past, not to “{value}” on {}: “{}”", self.browser.path().await, self.held().await)
    }

    /// Chooses in a list, by the arrow key.
    async fn choose(&mut self, name: &str, value: &str) {
        self.tab_to(&format!("select[name='{name}']"), STEPS).await;
        self.down_to(value).await;
    }

    /// Chooses among radio buttons: by the space bar the one that has the focus, by the arrow key those after it.
    async fn pick(&mut self, name: &str, value: &str) {
        self.tab_to(&format!("input[name='{name}']"), STEPS).await;
        self.press(Key::Space).await;
        self.down_to(value).await;
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

    /// Types who one is, and the password.
    async fn gives_the_password(&mut self, login: &str) {
        self.write("input[name='login']", login).await;
        self.write("input[name='password']", &password(login)).await;
        self.press(Key::Enter).await;
    }

    /// Signs in from the home page.
    async fn signs_in(&mut self, login: &str) {
        self.menu("/login").await;
        self.gives_the_password(login).await;
        self.browser.find("form[action$='/logout']").await;
    }

    /// Signs in from the home page by the password, then by the code that a telephone shows.
    async fn signs_in_by_both_steps(&mut self, login: &str, code: &str) {
        self.menu("/login").await;
        self.around().await;
        self.gives_the_password(login).await;
        self.arrives("/login/code").await;
        self.around().await;
        self.write("input[name='code']", code).await;
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
        self.overwrite(code).await;
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

    /// An officer notes a patrol that left before it was noted: one stop, a box ticked there, and the end.
    async fn patrols(&mut self, house: &House) {
        self.menu("/desk/patrols").await;
        self.around().await;
        self.enter("main a[href$='/desk/patrols/new']").await;
        self.arrives("/desk/patrols/new").await;
        self.around().await;
        self.pick("mode", "moto").await;
        self.tab_to("input[name='headcount']", STEPS).await;
        self.overwrite("3").await;
        self.write("input[name='objective']", "Marché du soir").await;
        self.enter("details:has(input[name='started_at']) > summary").await;
        self.tab_to("input[name='started_at']", STEPS).await;
        // Typed alike whether a browser asks for the day or for the month first, and for a half of the day or not.
        self.press("12122026").await;
        self.press(Key::Right).await;
        self.press("0912a").await;
        assert_eq!(self.held().await, "2026-12-12T09:12", "a day and an hour are typed");
        self.enter("main form button.big").await;
        self.browser.find("select[name='area']").await;
        self.around().await;
        self.write("select[name='area']", "Banconi").await;
        self.write("input[name='place']", "Devant la pharmacie").await;
        self.enter("form:has(select[name='area']) button.big").await;
        self.browser.find("textarea[name='observation']").await;
        self.around().await;
        self.round(true).await;
        self.write("input[name='met-residents']", "5").await;
        self.write("textarea[name='observation']", "Trois lampes éteintes.").await;
        self.tab_to("input[name='concern']", STEPS).await;
        self.press(Key::Space).await;
        house.clock.advance(12 * 60);
        self.enter("form:has(textarea[name='observation']) button.big").await;
        self.browser.find("textarea[name='observations']").await;
        self.enter("details:has(textarea[name='observations']) > summary").await;
        self.write("textarea[name='observations']", "Nuit calme QUATORZE.").await;
        self.enter("form:has(textarea[name='observations']) button").await;
        self.browser.must_have("QUATORZE").await;
        self.around().await;
    }

    /// A committee's secretary writes the minutes of a meeting, and opens them to corrections.
    async fn writes_minutes(&mut self, meeting: &str) {
        self.signs_in("moderation.c1").await;
        self.menu("/committee").await;
        self.enter(&format!("main a[href$='/committee/meetings/{meeting}/minutes']")).await;
        self.arrives("/minutes").await;
        self.around().await;
        self.round(true).await;
        self.write("textarea[name='body']", "Le maire a ouvert la séance.").await;
        self.write("textarea[name^='part-']", "Le dernier procès-verbal est lu QUINZE.").await;
        self.enter("button[name='do']:not([value='save'])").await;
        self.browser.find(".notice.ok").await;
        // The button at a point leads back to the point, not to the top of the page.
        self.tab_to("textarea[name^='part-']", 3).await;
        self.pick("state", "corrections").await;
        self.enter("button[name='do'][value='save']").await;
        self.arrives(&format!("/committee/meetings/{meeting}")).await;
        self.around().await;
    }

    /// A chief gives a file to an officer, refers it to a service, and hands all that the officer holds over when they leave.
    async fn refers_and_hands_over(&mut self, lang: &str, number: &str, officer: &str, chief: &str) {
        self.signs_in("chef.c1-ouest").await;
        let file = format!("/{lang}/desk/concerns/{number}");
        self.browser.visit(&file).await;
        self.around().await;
        self.enter("#panel-assign > summary").await;
        self.choose("assignee", officer).await;
        self.enter("#panel-assign .actions button").await;
        self.browser.find(".notice.ok").await;
        self.browser.visit(&file).await;
        self.enter("#panel-refer > summary").await;
        self.choose("partner", "mairie").await;
        self.write("textarea[name='errand']", "Merci de remplacer les lampes.").await;
        self.enter("#panel-refer .actions button").await;
        self.browser.find(".notice.ok").await;
        self.menu("/desk/people").await;
        self.around().await;
        self.enter(&format!("main a[href$='/people/{officer}/handover']")).await;
        self.arrives("/handover").await;
        self.around().await;
        self.round(true).await;
        self.choose("all", chief).await;
        self.enter("form.keep .actions button").await;
        self.browser.find(".notice.ok").await;
        self.around().await;
    }

    /// An administrator, asked again who they are since they signed in long ago, gives somebody a role.
    async fn gives_a_role(&mut self, house: &House, account: &str, committee: &str) {
        self.signs_in("admin").await;
        house.clock.advance(16 * 60);
        self.menu("/admin").await;
        self.around().await;
        self.enter("main a[href$='/admin/accounts']").await;
        self.arrives("/admin/accounts").await;
        self.around().await;
        self.write("input[name='q']", "moussa").await;
        self.press(Key::Enter).await;
        self.browser.find("input[name='q'][value='moussa']").await;
        self.enter(&format!("main a[href$='/admin/accounts/{account}']")).await;
        self.arrives("/account/proof").await;
        self.around().await;
        self.write("input[name='password']", &password("admin")).await;
        self.press(Key::Enter).await;
        self.arrives(&format!("/admin/accounts/{account}")).await;
        self.around().await;
        self.enter("details:has(input[name='role']) > summary").await;
        self.pick("role", "moderator").await;
        self.choose("committee", committee).await;
        self.enter("form:has(input[name='role']) .actions button").await;
        self.browser.find(".notice.ok").await;
    }
}

/// Panics with what was wrong on the way.
fn without_a_fault(mut faults: Vec<String>) {
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{} faults by the keyboard:\n{}", faults.len(), faults.join("\n"));
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
    without_a_fault(faults);
}

/// An id out of the database, as it stands in addresses and forms.
async fn id(house: &House, sql: &str) -> String {
    Id::<()>::new(count(house, sql).await).to_string()
}

/// Who works in the house, one after the other; what was wrong on their way, and what there is of it in the end.
async fn work_by_the_keyboard_alone(house: House, look: Look, lang: &str) {
    let house = world(House::open_with(house.kind(), |config| config.web.asks_again = true).await);
    let home = format!("/{lang}");
    let mut faults = Vec::new();
    let run = announced(&sign_in(&house, "moderation.c1").await, "Lumière du soir", "2026-12-05T16:00", "").await;
    let meeting = run.path.rsplit('/').next().unwrap_or_default();
    let saturday = Time::parse("2026-12-12T10:00:00Z").expect("a time");
    house.clock.advance(saturday.since(house.clock.now()));
    let number = file(&house, "light", "banconi", "La place est sans lampe.", "public").await.number;
    let (key, _) = enrolled(&sign_in(&house, "agent.c1-ouest").await, &house.clock).await;
    // The code that put it in force is taken once.
    house.clock.advance(60);

    let officer = Browser::open(&house, look).await;
    officer.visit(&home).await;
    let mut keys = Keyboard::of(&officer);
    keys.signs_in_by_both_steps("agent.c1-ouest", &shown(&key, house.clock.now())).await;
    let told = "SELECT COUNT(*) AS value FROM ledger WHERE deed = 'account.sign-in' AND detail = 'second step'";
    assert_eq!(count(&house, told).await, 1, "who came in by both steps");
    keys.patrols(&house).await;
    faults.append(&mut keys.faults);
    officer.close().await;
    let left = Time::parse("2026-12-12T09:12:00Z").expect("a time").seconds();
    let patrol = format!(
        "SELECT COUNT(*) AS value FROM patrols p JOIN patrol_stops s ON s.patrol_id = p.id \
         JOIN stop_concerns c ON c.stop_id = s.id WHERE p.state = 'closed' AND p.mode = 'moto' AND p.headcount = 3 \
         AND p.started_at = {left} AND p.observations = 'Nuit calme QUATORZE.' AND s.contacts = 5"
    );
    assert_eq!(count(&house, &patrol).await, 1, "a patrol with its stop and the concern cited there");

    let secretary = Browser::open(&house, look).await;
    secretary.visit(&home).await;
    let mut keys = Keyboard::of(&secretary);
    keys.writes_minutes(meeting).await;
    faults.append(&mut keys.faults);
    secretary.close().await;
    let written = "SELECT m.state || ' ' || m.body AS value FROM minutes m JOIN meetings o ON o.id = m.meeting_id \
                   WHERE o.title = 'Lumière du soir' ORDER BY m.version";
    let written = words(&house, written).await;
    let said = |words: &str| written.iter().all(|version| version.contains(words));
    assert!(written.len() == 2 && said("Le maire a ouvert la séance.") && said("QUINZE"), "{written:?}");
    assert!(written[0].starts_with("draft ") && written[1].starts_with("corrections "), "{written:?}");

    let agent = id(&house, "SELECT id AS value FROM accounts WHERE login = 'agent.c1-ouest'").await;
    let leads = id(&house, "SELECT id AS value FROM accounts WHERE login = 'chef.c1-ouest'").await;
    let chief = Browser::open(&house, look).await;
    chief.visit(&home).await;
    let mut keys = Keyboard::of(&chief);
    keys.refers_and_hands_over(lang, &number, &agent, &leads).await;
    faults.append(&mut keys.faults);
    chief.close().await;
    let serial: i64 = number[9..].parse().expect("a serial");
    let referred = format!(
        "SELECT COUNT(*) AS value FROM referrals r JOIN concerns c ON c.id = r.concern_id \
         JOIN partners p ON p.id = r.partner_id JOIN accounts a ON a.id = c.assignee_id \
         WHERE c.serial = {serial} AND p.slug = 'mairie' AND a.login = 'chef.c1-ouest'"
    );
    assert_eq!(count(&house, &referred).await, 1, "a service is asked, and the file has a new owner");
    let gone = "SELECT COUNT(*) AS value FROM handovers h JOIN accounts a ON a.id = h.account_id \
                WHERE a.login = 'agent.c1-ouest'";
    assert_eq!(count(&house, gone).await, 1, "the officer left with empty hands");

    let moussa = id(&house, "SELECT id AS value FROM accounts WHERE login = 'moussa'").await;
    let committee = id(&house, "SELECT id AS value FROM committees WHERE slug = 'ccs-commune-1'").await;
    let admin = Browser::open(&house, look).await;
    admin.visit(&home).await;
    let mut keys = Keyboard::of(&admin);
    keys.gives_a_role(&house, &moussa, &committee).await;
    faults.append(&mut keys.faults);
    admin.close().await;
    let held = "SELECT COUNT(*) AS value FROM memberships m JOIN accounts a ON a.id = m.account_id \
                JOIN committees c ON c.id = m.scope_id WHERE a.login = 'moussa' AND m.role = 'moderator' \
                AND c.slug = 'ccs-commune-1' AND m.ended_at IS NULL";
    assert_eq!(count(&house, held).await, 1, "the role is given");
    without_a_fault(faults);
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

    /// Signing in by both steps, a patrol, minutes, a referral, a handover and a role, by keys, where pages run no script.
    async fn the_house_works_by_the_keyboard_without_scripts(house: House) {
        work_by_the_keyboard_alone(house, Look::phone().without_script(), "bm").await;
    }

    /// The same where pages run scripts.
    async fn the_house_works_by_the_keyboard_with_scripts(house: House) {
        work_by_the_keyboard_alone(house, Look::phone(), "fr").await;
    }
}
