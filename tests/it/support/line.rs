//! A line to a house that can be cut: what the network does to a telephone. A browser that talks to the line's address keeps it
//! through cuts and through restarts of the house.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Base, House};

const WHOLE: u8 = 0;
const CUT: u8 = 1;
const DEAF: u8 = 2;

/// A line; open until it is dropped.
pub struct Line {
    address: SocketAddr,
    inner: Arc<Inner>,
}

struct Inner {
    house: Base,
    state: AtomicU8,
    open: Mutex<Vec<TcpStream>>,
}

impl Line {
    /// A line to a house.
    pub fn to(house: &House) -> Line {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("the port just taken");
        let inner = Arc::new(Inner { house: house.base(), state: AtomicU8::new(WHOLE), open: Mutex::default() });
        let own = Arc::clone(&inner);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let own = Arc::clone(&own);
                std::thread::spawn(move || own.carry(stream));
            }
        });
        Line { address, inner }
    }

    /// Where a browser calls.
    pub fn base(&self) -> Base {
        Base::at(self.address)
    }

    /// No network.
    pub fn cut(&self) {
        self.set(CUT);
        for stream in self.inner.streams().drain(..) {
            let _gone_already = stream.shutdown(Shutdown::Both);
        }
    }

    /// What is sent arrives, and the line breaks before the answer does.
    pub fn lose_answers(&self) {
        self.set(DEAF);
    }

    /// The network is back.
    pub fn mend(&self) {
        self.set(WHOLE);
    }

    fn set(&self, state: u8) {
        self.inner.state.store(state, Ordering::SeqCst);
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.cut();
    }
}

impl Inner {
    fn streams(&self) -> std::sync::MutexGuard<'_, Vec<TcpStream>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is(&self, state: u8) -> bool {
        self.state.load(Ordering::SeqCst) == state
    }

    fn carry(&self, browser: TcpStream) {
        if self.is(CUT) {
            return;
        }
        let Ok(house) = TcpStream::connect(self.house.address()) else { return };
        let (Ok(up), Ok(down), Ok(one), Ok(two)) =
            (browser.try_clone(), house.try_clone(), browser.try_clone(), house.try_clone())
        else {
            return;
        };
        self.streams().extend([one, two]);
        std::thread::scope(|scope| {
            scope.spawn(|| self.copy(up, house, false));
            self.copy(down, browser, true);
        });
    }

    fn copy(&self, mut from: TcpStream, mut to: TcpStream, answer: bool) {
        let mut bytes = [0; 16 * 1024];
        loop {
            let read = from.read(&mut bytes).unwrap_or(0);
            if read == 0 || self.is(CUT) || (answer && self.is(DEAF)) || to.write_all(&bytes[..read]).is_err() {
                break;
            }
        }
        let _gone_already = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
    }
}
