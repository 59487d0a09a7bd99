//! The accept loop: HTTP/1.1 by hyper, with the limits `axum::serve` does not set (time to send the head
//! of a request, connections in all and from one address) and an orderly end.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::{Request, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use super::peer::{ClientAddress, PeerAddress, ProxyNetwork};
use crate::config::Limits;

/// How long requests under way may take to finish once the process is told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until `stop` resolves, then finishes what is under way (ten seconds at most).
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: &Limits,
    proxies: &[ProxyNetwork],
    stop: impl Future<Output = ()>,
) {
    let graceful = GracefulShutdown::new();
    let gate = ConnectionGate::new(limits.connections, limits.connections_per_address, proxies);
    let patience = Patience {
        header: Duration::from_secs(limits.header_seconds),
        write: Duration::from_secs(limits.write_seconds),
    };
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                // Over the limit the connection is simply closed: answering would cost what the limit saves.
                if let Some(pass) = gate.enter(peer.ip()) {
                    handle(stream, peer, router.clone(), patience, &graceful, pass);
                }
            }
            Err(error) => {
                // Out of file descriptors, most likely: wait for some connections to end.
                tracing::warn!(%error, "could not accept a connection");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    tracing::info!("stopping: finishing requests under way");
    if tokio::time::timeout(GRACE, graceful.shutdown()).await.is_err() {
        tracing::warn!("stopped with requests unfinished after {} s", GRACE.as_secs());
    }
}

/// How long a client may keep a connection waiting.
#[derive(Clone, Copy)]
struct Patience {
    /// For the head of a request.
    header: Duration,
    /// Before it reads more of an answer.
    write: Duration,
}

fn handle(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    patience: Patience,
    graceful: &GracefulShutdown,
    pass: Pass,
) {
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(PeerAddress(peer));
        let router = router.clone();
        async move {
            Ok::<_, Infallible>(
                router
                    .oneshot(request.map(Body::new))
                    .await
                    .unwrap_or_else(|never| match never {}),
            )
        }
    });
    // Small answers must not wait for the client's delayed acknowledgement.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(patience.write));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.header)
        .max_buf_size(32 * 1024)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    let connection = graceful.watch(connection);
    tokio::spawn(async move {
        // Broken connections are the network's daily life, not news for the log.
        if let Err(error) = connection.await {
            tracing::debug!(%error, "connection ended early");
        }
        drop(pass);
    });
}

/// Counts open connections in all and by the caller's network.
#[derive(Clone)]
struct ConnectionGate {
    all: Arc<Semaphore>,
    by_address: Arc<Mutex<BTreeMap<IpAddr, usize>>>,
    per_address: usize,
    /// Everybody behind one of these comes from its address.
    proxies: Arc<[ProxyNetwork]>,
}

/// One open connection's place; dropping it frees the place.
struct Pass {
    gate: ConnectionGate,
    address: IpAddr,
    _place: OwnedSemaphorePermit,
}

impl ConnectionGate {
    fn new(all: usize, per_address: usize, proxies: &[ProxyNetwork]) -> Self {
        Self {
            all: Arc::new(Semaphore::new(all)),
            by_address: Arc::default(),
            per_address,
            proxies: proxies.into(),
        }
    }

    fn enter(&self, address: IpAddr) -> Option<Pass> {
        let canonical = address.to_canonical();
        let address = ClientAddress(address).network();
        let place = Arc::clone(&self.all).try_acquire_owned().ok()?;
        let mut open = self.by_address.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(address).or_default();
        let is_proxy = self.proxies.iter().any(|proxy| proxy.contains(canonical));
        if *count >= self.per_address && !is_proxy {
            return None;
        }
        *count += 1;
        drop(open);
        Some(Pass {
            gate: self.clone(),
            address,
            _place: place,
        })
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        let mut open = self
            .gate
            .by_address
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.address);
            }
        }
    }
}

/// Resolves at SIGTERM or Ctrl-C.
pub async fn stop_signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    async fn start(limits: Limits) -> SocketAddr {
        start_behind(limits, &[]).await
    }

    async fn start_behind(limits: Limits, proxies: &[&str]) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/", get(|| async { "ok" }));
        let proxies: Vec<_> = proxies
            .iter()
            .map(|text| ProxyNetwork::try_from((*text).to_owned()).unwrap())
            .collect();
        tokio::spawn(async move { serve(listener, router, &limits, &proxies, std::future::pending()).await });
        address
    }

    async fn read_all(stream: &mut TcpStream) -> String {
        let mut text = String::new();
        // A closed connection may show as a reset: either way nothing more comes.
        let _ = stream.read_to_string(&mut text).await;
        text
    }

    #[tokio::test]
    async fn a_client_that_never_finishes_its_head_is_cut_off() {
        let address = start(Limits {
            header_seconds: 1,
            ..Limits::default()
        })
        .await;
        let mut slow = TcpStream::connect(address).await.unwrap();
        slow.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n").await.unwrap();
        let cut = tokio::time::timeout(Duration::from_secs(20), read_all(&mut slow))
            .await
            .unwrap();
        assert!(!cut.contains("200 OK"));
    }

    #[tokio::test]
    async fn a_client_that_never_reads_its_answer_is_cut_off() {
        let limits = Limits {
            write_seconds: 1,
            ..Limits::default()
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (ended, end) = tokio::sync::oneshot::channel::<()>();
        let ended = Arc::new(Mutex::new(Some(ended)));
        let large = move || {
            let held = ended.lock().unwrap().take();
            async move { Body::new(Zeros(held)) }
        };
        let router = Router::new().route("/", get(large));
        tokio::spawn(async move { serve(listener, router, &limits, &[], std::future::pending()).await });
        let mut deaf = TcpStream::connect(address).await.unwrap();
        deaf.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            .await
            .unwrap();
        let cut = tokio::time::timeout(Duration::from_secs(20), end).await;
        assert!(cut.is_ok(), "the answer is still being held");
        drop(deaf);
    }

    /// Zeros without end, more than any socket holds; when they are given up, the other end of this is told.
    struct Zeros(
        #[expect(dead_code, reason = "it only has to be dropped")] Option<tokio::sync::oneshot::Sender<()>>,
    );

    impl hyper::body::Body for Zeros {
        type Data = axum::body::Bytes;
        type Error = Infallible;

        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<hyper::body::Frame<Self::Data>, Infallible>>> {
            static ZEROS: [u8; 65536] = [0; 65536];
            let zeros = axum::body::Bytes::from_static(&ZEROS);
            std::task::Poll::Ready(Some(Ok(hyper::body::Frame::data(zeros))))
        }
    }

    #[tokio::test]
    async fn one_address_cannot_take_every_connection() {
        let address = start(Limits {
            connections_per_address: 1,
            ..Limits::default()
        })
        .await;
        let mut first = TcpStream::connect(address).await.unwrap();
        first
            .write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            .await
            .unwrap();
        let mut head = [0; 15];
        first.read_exact(&mut head).await.unwrap();
        assert_eq!(&head, b"HTTP/1.1 200 OK");
        let mut second = TcpStream::connect(address).await.unwrap();
        let _ = second.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
        assert_eq!(read_all(&mut second).await, "");
        drop(first);
    }

    #[tokio::test]
    async fn everybody_behind_a_proxy_has_a_connection() {
        let limits = Limits {
            connections_per_address: 1,
            ..Limits::default()
        };
        let address = start_behind(limits, &["127.0.0.0/8"]).await;
        let mut streams = Vec::new();
        for _ in 0..5 {
            let mut stream = TcpStream::connect(address).await.unwrap();
            stream
                .write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                .await
                .unwrap();
            let mut head = [0; 15];
            stream.read_exact(&mut head).await.unwrap();
            assert_eq!(&head, b"HTTP/1.1 200 OK");
            streams.push(stream);
        }
    }
}
