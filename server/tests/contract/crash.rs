//! What was acknowledged is there after the power goes.

use crate::{
    bench::{Bench, PURPOSE, block_on, keys, now},
    cluster::Cluster,
    visit::{slot, wish},
};
use server::{
    store::{self, Store},
    visit::store::{AppointmentCode, Booked},
};
use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Command, Stdio},
    sync::Arc,
};

/// Where a child process of this test finds the database it is to book in.
const CHILD: &str = "ANJU_CRASH_CHILD";
const ROUNDS: u32 = 5;
const SLOT: u16 = 60_000;

/// Books without end, sixteen at a time, and prints each code once it is acknowledged. Runs in a process of its own, which
/// the test below kills.
#[test]
fn child_that_is_killed() {
    let Ok(url) = std::env::var(CHILD) else { return };
    let round: u32 = std::env::var("ANJU_CRASH_ROUND").unwrap().parse().unwrap();
    block_on(async {
        let store = store::open(&url, keys(), PURPOSE).await.unwrap();
        let tasks: Vec<_> = (0..16)
            .map(|lane| {
                let store = Arc::clone(&store);
                tokio::spawn(async move {
                    for n in (0..).map(|step| round * 1_000_000 + step * 16 + lane) {
                        let booked = store.book(&wish(n, slot(60, SLOT)), now()).await.unwrap();
                        assert!(matches!(booked, Booked::Created(_)));
                        let mut out = std::io::stdout().lock();
                        writeln!(out, "\nacknowledged {n:08}").unwrap();
                        out.flush().unwrap();
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
    });
}

#[test]
fn sqlite_keeps_what_it_acknowledged_when_killed() {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", dir.path().join("anju.db").display());
    block_on(async { store::migrate(&url, &keys(), PURPOSE).await.unwrap() });
    let mut acknowledged = Vec::new();
    for round in 1..=ROUNDS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "crash::child_that_is_killed", "--nocapture"])
            .env(CHILD, &url)
            .env("ANJU_CRASH_ROUND", round.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut killed = false;
        let mut of_round = 0;
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            if let Some(code) = line.unwrap().strip_prefix("acknowledged ") {
                acknowledged.push(AppointmentCode::parse(code).unwrap());
                of_round += 1;
            }
            if of_round >= 40 * round && !killed {
                child.kill().unwrap(); // SIGKILL; what it printed before is still read
                killed = true;
            }
        }
        child.wait().unwrap();
        assert!(killed, "the child ended by itself");
    }
    block_on(async { everything_is_there(&Bench::on(url).await, &acknowledged).await });
}

#[test]
fn postgres_keeps_what_it_acknowledged_when_it_crashes() {
    let mut cluster = Cluster::start();
    let url = cluster.create_database("crash", None);
    let bench = block_on(Bench::on(url));
    let acknowledged = block_on(async {
        let tasks: Vec<_> = (0..8)
            .map(|lane| {
                let store = Arc::clone(&bench.store);
                tokio::spawn(async move {
                    let mut acknowledged = Vec::new();
                    for n in (0..).map(|step| step * 8 + lane) {
                        match store.book(&wish(n, slot(60, SLOT)), now()).await {
                            Ok(Booked::Created(appointment)) => acknowledged.push(appointment.code),
                            Ok(other) => panic!("{other:?}"),
                            Err(_) => break, // it has crashed
                        }
                    }
                    acknowledged
                })
            })
            .collect();
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        tokio::task::block_in_place(|| cluster.crash());
        let mut acknowledged = Vec::new();
        for task in tasks {
            acknowledged.extend(task.await.unwrap());
        }
        acknowledged
    });
    assert!(acknowledged.len() > 20, "it hardly began");
    cluster.run();
    block_on(async { everything_is_there(&Bench::on(bench.url.clone()).await, &acknowledged).await });
}

async fn everything_is_there(bench: &Bench, acknowledged: &[AppointmentCode]) {
    for code in acknowledged {
        let appointment = bench.store.appointment(code).await.unwrap();
        assert!(appointment.is_some(), "{code} was acknowledged and is gone");
    }
    let figures = bench
        .ints("SELECT CAST(booked AS BIGINT), CAST((SELECT count(*) FROM appointment) AS BIGINT) FROM slot")
        .await
        .unwrap();
    let [booked, on_file] = figures[0][..] else {
        panic!("two columns")
    };
    assert_eq!(booked, on_file, "a booking is there by half");
    assert!(on_file >= i64::try_from(acknowledged.len()).unwrap());
    // And it goes on.
    let store: &dyn Store = &*bench.store;
    assert!(matches!(
        store
            .book(&wish(99_000_000, slot(60, SLOT)), now())
            .await
            .unwrap(),
        Booked::Created(_)
    ));
}
