//! A loopback service that records the bytes that it receives, and sends empty responses.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::mpsc::{Receiver, channel},
    thread,
};

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::compare::Seen;

pub(crate) struct Loopback {
    address: SocketAddr,
    received: Receiver<Seen>,
}

impl Loopback {
    /// Starts the service on a free port. It runs until the test process exits.
    pub(crate) fn start() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let (sender, received) = channel();
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let Ok(seen) = receive(&connection) else { continue };
                // The request is recorded before it is answered.
                if sender.send(seen).is_err() || answer(&connection).is_err() {
                    return;
                }
            }
        });
        Ok(Self { address, received })
    }

    /// Its URL.
    pub(crate) fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The last request. That of an answered call is always recorded.
    pub(crate) fn received(&self) -> Option<Seen> {
        self.received.try_recv().ok()
    }
}

/// Reads one request.
fn receive(connection: &TcpStream) -> io::Result<Seen> {
    let malformed = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    let mut reader = BufReader::new(connection);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut parts = line.split_whitespace();
    let (Some(method), Some(target)) = (parts.next(), parts.next()) else {
        return Err(malformed("no request line"));
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut headers = HeaderMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end_matches(['\r', '\n']).split_once(':') else {
            break;
        };
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| malformed("a header name"))?;
        headers.append(
            name,
            HeaderValue::from_str(value.trim()).map_err(|_| malformed("a header value"))?,
        );
    }
    let length = headers
        .get("content-length")
        .and_then(|length| length.to_str().ok()?.parse().ok())
        .unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok(Seen {
        method: method.parse().map_err(|_| malformed("a method"))?,
        path: path.to_owned(),
        query: query.to_owned(),
        headers,
        body: body.into(),
        host: None,
        on_the_wire: true,
    })
}

fn answer(mut connection: &TcpStream) -> io::Result<()> {
    connection.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
}
