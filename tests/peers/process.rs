//! A server in a process of its own, which logs its port. Dropping it stops the server.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long a slow machine may take to start a server.
const PATIENCE: Duration = Duration::from_mins(2);

pub(crate) struct Process {
    child: Child,
    endpoint: String,
}

impl Process {
    /// Starts a server. `find` reads the port from a line of its log.
    pub(crate) fn start(command: &mut Command, find: fn(&str) -> Option<u16>) -> Self {
        let command = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let logs: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().unwrap()),
            Box::new(child.stderr.take().unwrap()),
        ];
        let mut process = Self {
            child,
            endpoint: String::new(),
        };
        let (sender, receiver) = mpsc::channel();
        for log in logs {
            let sender = sender.clone();
            // Keeps reading after the port is found, so that the server never blocks on a full pipe.
            thread::spawn(move || {
                for line in BufReader::new(log).lines().map_while(Result::ok) {
                    if let Some(port) = find(&line) {
                        let _ = sender.send(port);
                    }
                }
            });
        }
        // Dropped here, so that `receiver` fails at once if the server exits.
        drop(sender);
        let port = receiver.recv_timeout(PATIENCE).expect("the server prints its port");
        process.endpoint = format!("http://127.0.0.1:{port}");
        process
    }

    pub(crate) fn endpoint(&self) -> &str {
        &self.endpoint
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
