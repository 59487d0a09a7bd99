use super::{
    super::connection::{open, open_writing},
    *,
};
use crate::store::sql::{Sql, values};
use rusqlite::OpenFlags;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
    mpsc::{Sender, channel},
};
use tokio::task::JoinHandle;

const ADD: Sql = Sql::new("adding a word", "INSERT INTO word VALUES ($1)");

/// A writer on a fresh database with one table, whose pages are limited so that it can be full.
fn writer(dir: &tempfile::TempDir) -> Arc<Writer> {
    let path = dir.path().join("writer.db");
    std::fs::File::create(&path).unwrap();
    let open = move || {
        let connection = open_writing(&path)?;
        connection
            .execute_batch(
                "PRAGMA max_page_count = 40; CREATE TABLE IF NOT EXISTS word (word TEXT NOT NULL UNIQUE)",
            )
            .doing("making a table")?;
        Ok(connection)
    };
    Arc::new(Writer::start(Box::new(open)).unwrap())
}

async fn add(writer: &Writer, word: &str) -> Result<(), StoreError> {
    let word = word.to_owned();
    writer
        .run(move |tx| {
            let word = word.clone();
            Box::pin(async move { tx.run(&ADD, values![&word]).await.map(drop) })
        })
        .await
}

/// The words on file, read over a connection of its own: what is not committed is not seen.
fn words(dir: &tempfile::TempDir) -> Vec<String> {
    let path = dir.path().join("writer.db");
    let connection = open(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut statement = connection.prepare("SELECT word FROM word ORDER BY word").unwrap();
    let words = statement.query_map([], |row| row.get(0)).unwrap();
    words.collect::<Result<_, _>>().unwrap()
}

/// Keeps the writer busy until told to go on, so that what is asked for meanwhile forms one group.
async fn hold(writer: &Arc<Writer>) -> (Sender<()>, JoinHandle<Result<(), StoreError>>) {
    let (begun, has_begun) = tokio::sync::oneshot::channel();
    let (go_on, told) = channel();
    let ends = std::sync::Mutex::new(Some((begun, told)));
    let held = tokio::spawn({
        let writer = Arc::clone(writer);
        async move {
            writer
                .run(move |_| {
                    let (begun, told) = ends.lock().unwrap().take().unwrap();
                    begun.send(()).unwrap();
                    told.recv().unwrap();
                    Box::pin(async { Ok(()) })
                })
                .await
        }
    });
    has_begun.await.unwrap();
    (go_on, held)
}

/// What is asked for at once, in order, while the writer is held.
async fn group(writer: &Arc<Writer>, asked: &'static [&'static str]) -> Vec<Result<(), StoreError>> {
    let (go_on, held) = hold(writer).await;
    let mut tasks = Vec::new();
    for word in asked {
        let of_task = Arc::clone(writer);
        tasks.push(tokio::spawn(async move {
            match *word {
                "panic at once" => of_task.run(|_| panic!("at once")).await,
                "panic midway" => {
                    of_task
                        .run(|tx| {
                            Box::pin(async move {
                                tx.run(&ADD, values!["midway"]).await?;
                                panic!("midway")
                            })
                        })
                        .await
                }
                word => add(&of_task, word).await,
            }
        }));
        tokio::task::yield_now().await; // each takes its place in the queue before the next
    }
    go_on.send(()).unwrap();
    held.await.unwrap().unwrap();
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await.unwrap());
    }
    results
}

#[tokio::test]
async fn what_is_answered_is_committed() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir);
    for word in ["slot", "slip", "loan"] {
        add(&writer, word).await.unwrap();
        assert!(words(&dir).contains(&word.to_owned()));
    }
}

#[tokio::test]
async fn an_error_undoes_its_own_unit_only() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir);
    let results = group(&writer, &["one", "one", "two"]).await;
    assert!(results[0].is_ok() && results[2].is_ok());
    assert!(matches!(
        results[1],
        Err(StoreError::Sqlite {
            doing: "adding a word",
            ..
        })
    ));
    assert_eq!(words(&dir), ["one", "two"]);
    // Alone in its group as well.
    assert!(add(&writer, "one").await.is_err());
    add(&writer, "three").await.unwrap();
}

#[tokio::test]
async fn a_panic_undoes_its_own_unit_only() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir);
    let results = group(&writer, &["one", "panic at once", "two", "panic midway", "three"]).await;
    assert!(matches!(results[1], Err(StoreError::Panicked)));
    assert!(matches!(results[3], Err(StoreError::Panicked)));
    assert!([0, 2, 4].iter().all(|n| results[*n].is_ok()));
    assert_eq!(words(&dir), ["one", "three", "two"]);
}

#[tokio::test]
async fn a_unit_that_waits_for_something_else_is_undone() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir);
    let waited = writer
        .run(|tx| {
            Box::pin(async move {
                tx.run(&ADD, values!["waiting"]).await?;
                std::future::pending::<()>().await;
                Ok(())
            })
        })
        .await;
    assert!(matches!(waited, Err(StoreError::Unsupported(_))), "{waited:?}");
    assert!(words(&dir).is_empty());
}

#[tokio::test]
async fn a_full_disk_fails_what_does_not_fit_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir);
    add(&writer, "before").await.unwrap();
    let long = "x".repeat(400_000);
    let full = add(&writer, &long).await.unwrap_err();
    assert!(full.is_transient(), "the operator makes room: {full}");
    add(&writer, "after").await.unwrap();
    assert_eq!(words(&dir), ["after", "before"]);
}

#[tokio::test]
async fn a_full_disk_within_a_group_loses_nothing_acknowledged() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir);
    let (go_on, held) = hold(&writer).await;
    let mut tasks = Vec::new();
    for word in ["first".to_owned(), "x".repeat(400_000), "last".to_owned()] {
        let of_task = Arc::clone(&writer);
        tasks.push(tokio::spawn(
            async move { add(&of_task, &word).await.map(|()| word) },
        ));
        tokio::task::yield_now().await;
    }
    go_on.send(()).unwrap();
    held.await.unwrap().unwrap();
    let mut acknowledged = Vec::new();
    for task in tasks {
        acknowledged.extend(task.await.unwrap());
    }
    assert_eq!(
        words(&dir),
        acknowledged,
        "exactly what was acknowledged is there"
    );
    add(&writer, "then").await.unwrap();
}

#[tokio::test]
async fn work_nobody_waits_for_does_not_begin() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir);
    let (go_on, held) = hold(&writer).await;
    let ran = Arc::new(AtomicBool::new(false));
    let forsaken = tokio::spawn({
        let (writer, ran) = (Arc::clone(&writer), Arc::clone(&ran));
        async move {
            let work = writer.run(move |_| {
                ran.store(true, Ordering::Relaxed);
                Box::pin(async { Ok(()) })
            });
            tokio::time::timeout(Duration::from_millis(20), work)
                .await
                .is_err()
        }
    });
    assert!(forsaken.await.unwrap());
    go_on.send(()).unwrap();
    held.await.unwrap().unwrap();
    add(&writer, "next").await.unwrap();
    assert!(!ran.load(Ordering::Relaxed));
}

#[tokio::test]
async fn closing_finishes_what_waits_and_takes_no_more() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir);
    let (go_on, held) = hold(&writer).await;
    let waiting = tokio::spawn({
        let writer = Arc::clone(&writer);
        async move { add(&writer, "waiting").await }
    });
    tokio::task::yield_now().await;
    go_on.send(()).unwrap();
    let closing = Arc::clone(&writer);
    tokio::task::spawn_blocking(move || closing.close())
        .await
        .unwrap();
    held.await.unwrap().unwrap();
    waiting.await.unwrap().unwrap();
    assert!(matches!(add(&writer, "late").await, Err(StoreError::Closed)));
    assert_eq!(words(&dir), ["waiting"]);
    writer.close();
}
