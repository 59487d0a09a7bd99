use super::*;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::sync::Notify;

/// A writer on a fresh database with one table, whose pages are limited so that it can be full.
async fn writer(dir: &tempfile::TempDir) -> Arc<Writer> {
    let options = SqliteConnectOptions::new()
        .filename(dir.path().join("writer.db"))
        .create_if_missing(true)
        .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
        .pragma("max_page_count", "40");
    let writer = Writer::start(options).await.unwrap();
    writer
        .run(|connection| {
            Box::pin(
                async move { execute(connection, "CREATE TABLE word (word TEXT NOT NULL UNIQUE)").await },
            )
        })
        .await
        .unwrap();
    Arc::new(writer)
}

async fn add(writer: &Writer, word: &str) -> Result<(), StoreError> {
    let word = word.to_owned();
    writer
        .run(move |connection| {
            Box::pin(async move {
                sqlx::query("INSERT INTO word VALUES ($1)")
                    .bind(word)
                    .execute(connection)
                    .await
                    .map(drop)
                    .doing("adding a word")
            })
        })
        .await
}

/// The words on file, read over a connection of its own: what is not committed is not seen.
async fn words(dir: &tempfile::TempDir) -> Vec<String> {
    let options = SqliteConnectOptions::new()
        .filename(dir.path().join("writer.db"))
        .read_only(true);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query_scalar("SELECT word FROM word ORDER BY word")
        .fetch_all(&mut connection)
        .await
        .unwrap()
}

/// Keeps the writer busy, so that what is asked for meanwhile forms one group.
async fn hold(writer: &Arc<Writer>) -> (Arc<Notify>, JoinHandle<Result<(), StoreError>>) {
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let held = tokio::spawn({
        let (writer, begun, go_on) = (Arc::clone(writer), Arc::clone(&begun), Arc::clone(&go_on));
        async move {
            writer
                .run(move |_| {
                    Box::pin(async move {
                        begun.notify_one();
                        go_on.notified().await;
                        Ok(())
                    })
                })
                .await
        }
    });
    begun.notified().await;
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
                        .run(|connection| {
                            Box::pin(async move {
                                execute(connection, "INSERT INTO word VALUES ('midway')").await?;
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
    go_on.notify_one();
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
    let writer = writer(&dir).await;
    for word in ["slot", "slip", "loan"] {
        add(&writer, word).await.unwrap();
        assert!(words(&dir).await.contains(&word.to_owned()));
    }
}

#[tokio::test]
async fn an_error_undoes_its_own_unit_only() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir).await;
    let results = group(&writer, &["one", "one", "two"]).await;
    assert!(results[0].is_ok() && results[2].is_ok());
    assert!(matches!(
        results[1],
        Err(StoreError::Database {
            doing: "adding a word",
            ..
        })
    ));
    assert_eq!(words(&dir).await, ["one", "two"]);
    // Alone in its group as well.
    assert!(add(&writer, "one").await.is_err());
    add(&writer, "three").await.unwrap();
}

#[tokio::test]
async fn a_panic_undoes_its_own_unit_only() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir).await;
    let results = group(&writer, &["one", "panic at once", "two", "panic midway", "three"]).await;
    assert!(matches!(results[1], Err(StoreError::Panicked)));
    assert!(matches!(results[3], Err(StoreError::Panicked)));
    assert!([0, 2, 4].iter().all(|n| results[*n].is_ok()));
    assert_eq!(words(&dir).await, ["one", "three", "two"]);
}

#[tokio::test]
async fn a_full_disk_fails_what_does_not_fit_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir).await;
    add(&writer, "before").await.unwrap();
    let long = "x".repeat(400_000);
    assert!(add(&writer, &long).await.is_err());
    add(&writer, "after").await.unwrap();
    assert_eq!(words(&dir).await, ["after", "before"]);
}

#[tokio::test]
async fn a_full_disk_within_a_group_loses_nothing_acknowledged() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir).await;
    let (go_on, held) = hold(&writer).await;
    let mut tasks = Vec::new();
    for word in ["first".to_owned(), "x".repeat(400_000), "last".to_owned()] {
        let of_task = Arc::clone(&writer);
        tasks.push(tokio::spawn(
            async move { add(&of_task, &word).await.map(|()| word) },
        ));
        tokio::task::yield_now().await;
    }
    go_on.notify_one();
    held.await.unwrap().unwrap();
    let mut acknowledged = Vec::new();
    for task in tasks {
        acknowledged.extend(task.await.unwrap());
    }
    assert_eq!(
        words(&dir).await,
        acknowledged,
        "exactly what was acknowledged is there"
    );
    add(&writer, "then").await.unwrap();
}

#[tokio::test]
async fn work_nobody_waits_for_does_not_begin() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir).await;
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
    go_on.notify_one();
    held.await.unwrap().unwrap();
    add(&writer, "next").await.unwrap();
    assert!(!ran.load(Ordering::Relaxed));
}

#[tokio::test]
async fn closing_finishes_what_waits_and_takes_no_more() {
    let dir = tempfile::tempdir().unwrap();
    let writer = writer(&dir).await;
    let (go_on, held) = hold(&writer).await;
    let waiting = tokio::spawn({
        let writer = Arc::clone(&writer);
        async move { add(&writer, "waiting").await }
    });
    tokio::task::yield_now().await;
    go_on.notify_one();
    writer.close().await;
    held.await.unwrap().unwrap();
    waiting.await.unwrap().unwrap();
    assert!(matches!(add(&writer, "late").await, Err(StoreError::Closed)));
    assert_eq!(words(&dir).await, ["waiting"]);
    writer.close().await;
}
