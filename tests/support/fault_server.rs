//! A server with chosen faults: real sockets on loopback and raw bytes, without an HTTP library that would prevent
//! them.

use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::sleep;

pub use self::fault::{End, Fault, json, response};
pub use self::received::Received;

mod fault;
mod received;

/// A server with faults. It stops when it is dropped.
pub struct FaultServer {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

type Choose = dyn Fn(&Received) -> Fault + Send + Sync;

struct Shared {
    /// How connections end before anything is read, if they do.
    at_accept: Mutex<Option<End>>,
    choose: Mutex<Arc<Choose>>,
    received: Mutex<Option<Vec<Received>>>,
    accepted: AtomicUsize,
    open: AtomicUsize,
}

impl FaultServer {
    /// Starts a server without a fault.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("loopback has a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let shared = Arc::new(Shared {
            at_accept: Mutex::new(None),
            choose: Mutex::new(Arc::new(fault::none)),
            received: Mutex::new(Some(Vec::new())),
            accepted: AtomicUsize::new(0),
            open: AtomicUsize::new(0),
        });
        let accepting = Some(tokio::spawn(accept(listener, Arc::clone(&shared))));
        Self {
            address,
            shared,
            accepting,
        }
    }

    /// The URL of its root.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// From now on, every request has this fault.
    pub fn fail(&self, fault: Fault) {
        self.choose(move |_| fault.clone());
    }

    /// From now on, every connection ends in this way before anything is read.
    pub fn fail_at_accept(&self, end: End) {
        *lock(&self.shared.at_accept) = Some(end);
    }

    /// From now on, a function chooses the fault of every request.
    pub fn choose(&self, choose: impl Fn(&Received) -> Fault + Send + Sync + 'static) {
        *lock(&self.shared.choose) = Arc::new(choose);
    }

    /// From now on, connections are refused.
    pub async fn refuse(&mut self) {
        if let Some(accepting) = self.accepting.take() {
            accepting.abort();
            let _ = accepting.await;
        }
    }

    /// From now on, nothing has a fault.
    pub async fn heal(&mut self) {
        *lock(&self.shared.at_accept) = None;
        self.choose(fault::none);
        if self.accepting.is_none() {
            let listener = TcpListener::bind(self.address).await.expect("the port is still free");
            self.accepting = Some(tokio::spawn(accept(listener, Arc::clone(&self.shared))));
        }
    }

    /// From now on, requests are not recorded: there will be many.
    pub fn forget(&self) {
        *lock(&self.shared.received) = None;
    }

    /// The requests so far, including incomplete ones.
    pub fn received(&self) -> Vec<Received> {
        lock(&self.shared.received).clone().unwrap_or_default()
    }

    /// The requests since the record was last taken.
    pub fn take_received(&self) -> Vec<Received> {
        lock(&self.shared.received)
            .as_mut()
            .map(std::mem::take)
            .unwrap_or_default()
    }

    /// The number of connections so far.
    pub fn accepted(&self) -> usize {
        self.shared.accepted.load(Ordering::SeqCst)
    }

    /// Waits until no connection is open. Returns false if that takes longer than two seconds.
    pub async fn all_connections_closed(&self) -> bool {
        for _ in 0..400 {
            if self.shared.open.load(Ordering::SeqCst) == 0 {
                return true;
            }
            sleep(Duration::from_millis(5)).await;
        }
        false
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        if let Some(accepting) = &self.accepting {
            accepting.abort();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    while let Ok((stream, _)) = listener.accept().await {
        shared.accepted.fetch_add(1, Ordering::SeqCst);
        let open = Open::new(Arc::clone(&shared));
        tokio::spawn(async move {
            // Many faults close the connection of the peer.
            let _ = serve(stream, &open.0).await;
        });
    }
}

/// Counts a connection as long as it is open.
struct Open(Arc<Shared>);

impl Open {
    fn new(shared: Arc<Shared>) -> Self {
        shared.open.fetch_add(1, Ordering::SeqCst);
        Self(shared)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.open.fetch_sub(1, Ordering::SeqCst);
    }
}

async fn serve(mut stream: TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let at_accept = *lock(&shared.at_accept);
    if let Some(end) = at_accept {
        finish(&mut stream, end).await?;
        return Ok(());
    }
    let mut buffer = Vec::new();
    while let Some(request) = received::read(&mut stream, &mut buffer).await? {
        if let Some(all) = &mut *lock(&shared.received) {
            all.push(request.clone());
        }
        let choose = Arc::clone(&lock(&shared.choose));
        if !play(&mut stream, choose(&request)).await? {
            break;
        }
    }
    Ok(())
}

/// Performs a fault, and returns whether the connection remains open.
async fn play(stream: &mut TcpStream, fault: Fault) -> io::Result<bool> {
    match fault {
        Fault::Answer(bytes, end) => {
            stream.write_all(&bytes).await?;
            finish(stream, end).await
        }
        Fault::Drip(bytes, pause) => {
            for byte in bytes {
                stream.write_all(&[byte]).await?;
                sleep(pause).await;
            }
            Ok(false)
        }
        Fault::Endless(start, piece) => {
            stream.write_all(&start).await?;
            loop {
                stream.write_all(&piece).await?;
            }
        }
        Fault::After(pause, fault) => {
            sleep(pause).await;
            Box::pin(play(stream, *fault)).await
        }
    }
}

/// Ends an answer, and returns whether the connection remains open.
async fn finish(stream: &mut TcpStream, end: End) -> io::Result<bool> {
    match end {
        End::KeepAlive => return Ok(true),
        End::Close => stream.shutdown().await?,
        End::Reset => stream.set_zero_linger()?,
        End::Silence => {
            // Reads until the client gives up, so that nothing but time ends the exchange.
            while stream.read(&mut [0; 1024]).await? > 0 {}
        }
        End::ResetAtNext => {
            stream.read_exact(&mut [0; 1]).await?;
            stream.set_zero_linger()?;
        }
    }
    Ok(false)
}
