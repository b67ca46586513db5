//! People who use the service all at once: residents who file, officers who answer, a patrol that logs its stops. Each goes on
//! whatever happens, and each notes what was promised.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use tokio::task::JoinHandle;

use super::browser::{Browser, Gone, Page};
use super::memory::{Memory, What};

/// Who signed in: an officer of the quartier's unit, and one who goes on patrol.
pub const OFFICER: &str = "agent.c1-ouest";
pub const PATROL: &str = "agent.c1-est";

/// Marks are numbered over the whole run.
static NEXT: AtomicU64 = AtomicU64::new(1);

fn mark(word: &str) -> String {
    format!("{word}{:06}X", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// People at work until they are sent home.
pub struct Crowd {
    home: Arc<AtomicBool>,
    tasks: Vec<JoinHandle<()>>,
}

/// Two browsers, signed in.
pub async fn staff(address: SocketAddr) -> Vec<Browser> {
    let mut staff = Vec::new();
    for login in [OFFICER, PATROL] {
        let browser = Browser::new(address);
        browser.sign_in(login).await.unwrap_or_else(|_| panic!("{login} cannot sign in"));
        staff.push(browser);
    }
    staff
}

impl Crowd {
    /// So many residents, and the staff.
    pub fn come(address: SocketAddr, residents: usize, staff: &[Browser], memory: &Memory) -> Crowd {
        let home = Arc::new(AtomicBool::new(false));
        let mut tasks = Vec::new();
        for _ in 0..residents {
            let (home, memory) = (Arc::clone(&home), memory.clone());
            tasks.push(tokio::spawn(async move {
                while !home.load(Ordering::Relaxed) {
                    rest(resident(&Browser::new(address), &memory).await).await;
                }
            }));
        }
        for (n, browser) in staff.iter().enumerate() {
            let (home, memory, browser) = (Arc::clone(&home), memory.clone(), browser.clone());
            tasks.push(tokio::spawn(async move {
                while !home.load(Ordering::Relaxed) {
                    let done = if n == 0 { officer(&browser, &memory).await } else { patrol(&browser, &memory).await };
                    rest(done).await;
                }
            }));
        }
        Crowd { home, tasks }
    }

    /// Everybody ends what they do.
    pub async fn leave(self) {
        self.home.store(true, Ordering::Relaxed);
        for task in self.tasks {
            task.await.expect("people do not panic");
        }
    }
}

/// Who was not served waits a moment before the next try.
async fn rest(done: Result<(), Gone>) {
    if done.is_err() {
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

/// Files a concern; or sends the form again that nobody answered, with the same token.
pub async fn resident(browser: &Browser, memory: &Memory) -> Result<(), Gone> {
    let (form, mark) = match memory.take_unanswered() {
        Some(before) => before,
        None => {
            let page = browser.visit("/fr/concerns/new?category=light").await;
            memory.saw("resident reads", &page);
            let mark = mark("LAMPE");
            let form = page?.form("/fr/concerns/new").ok_or(Gone)?;
            let form = form.fill("area", "banconi").fill("landmark", "derrière la mosquée").fill("readers", "private");
            (form.fill("words", &format!("La lampe {mark} est éteinte depuis lundi.")), mark)
        }
    };
    let mut page = browser.send(&form).await;
    if let Ok(shown) = &page
        && shown.code().is_none()
        && let Some(button) =
            shown.text.contains("Non, envoyer le mien").then(|| shown.form("/fr/concerns/new")).flatten()
    {
        page = browser.send(&button.fill("similar", "send")).await;
    }
    memory.saw("resident files", &page);
    match &page {
        Ok(shown) => match (shown.code(), shown.number()) {
            (Some(code), Some(number)) => {
                memory.promise(What::Concern, Some(code), format!("/fr/desk/concerns/{number}"), &mark);
                Ok(())
            }
            _ => {
                keep(memory, shown, form, mark);
                Err(Gone)
            }
        },
        Err(Gone) => {
            memory.unanswered(form, mark);
            Err(Gone)
        }
    }
}

/// A page that says « not now » is followed as it says: the same form again, later.
fn keep(memory: &Memory, shown: &Page, form: super::browser::Form, mark: String) {
    if shown.status >= 500 {
        memory.unanswered(form, mark);
    }
}

async fn officer(browser: &Browser, memory: &Memory) -> Result<(), Gone> {
    let mark = mark("REPONSE");
    let n: usize = mark.bytes().map(usize::from).sum();
    let Some(concern) = memory.a_concern(n) else { return Err(Gone) };
    let page = browser.visit(&concern.path).await;
    memory.saw("officer reads", &page);
    let form = page?.form_with("answer").ok_or(Gone)?;
    let page = browser.send(&form.fill("answer", &format!("Nous passons demain, {mark}."))).await;
    memory.saw("officer answers", &page);
    if page?.status != 303 {
        return Err(Gone);
    }
    memory.promise(What::Answer, None, concern.path, &mark);
    Ok(())
}

/// A patrol: out, a stop, on, and home. Each step is a promise of its own.
async fn patrol(browser: &Browser, memory: &Memory) -> Result<(), Gone> {
    let page = browser.visit("/fr/desk/patrols/new").await;
    memory.saw("patrol reads", &page);
    let goal = mark("BUT");
    let form = page?.form_with("objective").ok_or(Gone)?;
    let form = form.fill("mode", "moto").fill("headcount", "3").fill("objective", &format!("Marché {goal}"));
    let opened = browser.send(&form).await;
    memory.saw("patrol logs", &opened);
    let path = opened?.to.split(['?', '#']).next().unwrap_or_default().to_owned();
    if path.is_empty() {
        return Err(Gone);
    }
    memory.promise(What::Patrol, None, path.clone(), &goal);
    let place = mark("ARRET");
    let arrive = browser.visit(&path).await?.form_with("place").ok_or(Gone)?;
    let arrive = arrive.fill("area", "fadjiguila").fill("place", &format!("Carrefour {place}"));
    step(browser, memory, &arrive, &path, &place).await?;
    let seen = mark("VU");
    let leave = browser.visit(&path).await?.form_with("observation").ok_or(Gone)?;
    step(browser, memory, &leave.fill("observation", &format!("Deux lampes {seen}.")), &path, &seen).await?;
    let end = mark("FIN");
    let closure = browser.visit(&path).await?.form_with("observations").ok_or(Gone)?;
    step(browser, memory, &closure.fill("observations", &format!("Calme {end}.")), &path, &end).await
}

async fn step(
    browser: &Browser,
    memory: &Memory,
    form: &super::browser::Form,
    path: &str,
    mark: &str,
) -> Result<(), Gone> {
    let page = browser.send(form).await;
    memory.saw("patrol logs", &page);
    if page?.status != 303 {
        return Err(Gone);
    }
    memory.promise(What::Patrol, None, path.to_owned(), mark);
    Ok(())
}
