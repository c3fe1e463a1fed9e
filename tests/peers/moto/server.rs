//! moto's server, started for the tests and stopped with them.

use std::{
    io::{BufRead, BufReader},
    process::{Child, ChildStderr, Stdio},
    sync::{
        Arc, Mutex, PoisonError, Weak,
        mpsc::{Sender, channel},
    },
    thread,
    time::Duration,
};

use rest_op_tests::prerequisites::python;

/// How long a slow machine may take to start Python and to import moto.
const PATIENCE: Duration = Duration::from_mins(2);

pub(crate) struct Server {
    process: Child,
    endpoint: String,
}

/// The server of the tests that run at the same time; the last of them stops it.
static SHARED: Mutex<Weak<Server>> = Mutex::new(Weak::new());

impl Server {
    /// Returns the running server, or a new one. If moto is not installed, prints that this is left out.
    pub(crate) fn shared() -> Option<Arc<Self>> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(server) = shared.upgrade() {
            return Some(server);
        }
        let server = Arc::new(Self::start()?);
        *shared = Arc::downgrade(&server);
        Some(server)
    }

    /// Starts moto's server on a free port.
    fn start() -> Option<Self> {
        let mut process = python("moto", "moto.server")?
            .args(["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = process.stderr.take().unwrap();
        let mut server = Self {
            process,
            endpoint: String::new(),
        };
        let (found, endpoint) = channel();
        thread::spawn(move || read(log, &found));
        server.endpoint = endpoint.recv_timeout(PATIENCE).expect("moto says where it listens");
        Some(server)
    }

    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Finds the address in the log, and keeps reading, so that the server never blocks on a full pipe.
fn read(log: ChildStderr, found: &Sender<String>) {
    for line in BufReader::new(log).lines().map_while(Result::ok) {
        if let Some((_, endpoint)) = line.split_once("Running on ") {
            let _ = found.send(endpoint.trim().to_owned());
        }
    }
}
