//! One-time codes, and the jobs that send them.

use crate::bench::{Bench, after, now, person};
use crate::session::{IDLE, session};
use chrono::{DateTime, TimeDelta, Utc};
use fund::retention::KeptFrom;
use server::account::code::{BrowserHash, CODE_TRIES, CodeAsked, CodeId, CodeTried, MOST_CODES, NewCode};
use server::account::store::{Credential, Session, TokenHash};
use server::job::store::{Ended, Job, JobId, JobKind};

behaviours![
    a_code_opens_once_for_its_browser_and_its_minutes,
    five_tries_are_all_there_are,
    a_code_without_a_phone_is_never_right,
    another_code_comes_after_a_minute_and_voids_the_first,
    ten_codes_a_day_counted_apart_for_known_devices,
    a_refused_code_leaves_no_job,
    many_tries_at_once_are_counted_one_by_one,
    of_many_who_ask_at_once_one_gets_a_code,
    a_job_is_leased_to_one_until_its_lease_ends,
    a_job_is_put_off_given_up_or_done,
    a_new_password_closes_the_other_sessions,
    old_codes_and_jobs_given_up_are_forgotten,
];

const BROWSER: BrowserHash = BrowserHash([7; 32]);
const RIGHT: [u8; 16] = [42; 16];

fn job(n: u8, at: DateTime<Utc>) -> Job {
    Job {
        id: JobId([n; 16]),
        kind: JobKind::Message,
        payload: format!("{{\"to\":\"139000000{n:02}\"}}"),
        due_at: at,
        ends_at: at + TimeDelta::minutes(5),
        tries: 0,
    }
}

fn code(n: u8, at: DateTime<Utc>) -> NewCode {
    NewCode {
        id: CodeId([n; 16]),
        person: person(1),
        browser: BROWSER,
        proof: RIGHT,
        known_device: false,
        deliverable: true,
        phone_end: "07".to_owned(),
        sent_at: at,
        message: job(n, at),
    }
}

fn seconds(seconds: i64) -> DateTime<Utc> {
    now() + TimeDelta::seconds(seconds)
}

async fn a_code_opens_once_for_its_browser_and_its_minutes(bench: Bench) {
    let store = &*bench.store;
    let sent = code(1, now());
    assert_eq!(store.ask_code(&sent).await.unwrap(), CodeAsked::Sent);
    let other = BrowserHash([8; 32]);
    assert_eq!(store.awaited_code(sent.id, other, now()).await.unwrap(), None);
    assert_eq!(
        store.try_code(sent.id, other, RIGHT, now()).await.unwrap(),
        CodeTried::Spent
    );
    let awaited = store
        .awaited_code(sent.id, BROWSER, seconds(299))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (awaited.phone_end.as_str(), awaited.expires_at),
        ("07", seconds(300))
    );
    let tried = async |at| store.try_code(sent.id, BROWSER, RIGHT, at).await.unwrap();
    assert_eq!(tried(seconds(300)).await, CodeTried::Spent);
    assert_eq!(tried(seconds(299)).await, CodeTried::Right(person(1)));
    assert_eq!(tried(seconds(299)).await, CodeTried::Spent);
    assert_eq!(
        store.awaited_code(sent.id, BROWSER, seconds(299)).await.unwrap(),
        None
    );
}

async fn five_tries_are_all_there_are(bench: Bench) {
    let store = &*bench.store;
    let sent = code(1, now());
    store.ask_code(&sent).await.unwrap();
    for left in (0..CODE_TRIES).rev() {
        let tried = store.try_code(sent.id, BROWSER, [0; 16], now()).await.unwrap();
        assert_eq!(tried, CodeTried::Wrong(person(1), left));
    }
    let tried = store.try_code(sent.id, BROWSER, RIGHT, now()).await.unwrap();
    assert_eq!(tried, CodeTried::Spent);
}

async fn a_code_without_a_phone_is_never_right(bench: Bench) {
    let store = &*bench.store;
    let sent = NewCode {
        deliverable: false,
        ..code(1, now())
    };
    assert_eq!(store.ask_code(&sent).await.unwrap(), CodeAsked::Sent);
    let tried = store.try_code(sent.id, BROWSER, RIGHT, now()).await.unwrap();
    assert_eq!(tried, CodeTried::Wrong(person(1), CODE_TRIES - 1));
}

async fn another_code_comes_after_a_minute_and_voids_the_first(bench: Bench) {
    let store = &*bench.store;
    store.ask_code(&code(1, now())).await.unwrap();
    let early = store.ask_code(&code(2, seconds(59))).await.unwrap();
    assert_eq!(early, CodeAsked::NotBefore(seconds(60)));
    assert_eq!(
        store.ask_code(&code(3, seconds(60))).await.unwrap(),
        CodeAsked::Sent
    );
    let tried = async |n| {
        store
            .try_code(CodeId([n; 16]), BROWSER, RIGHT, seconds(61))
            .await
            .unwrap()
    };
    assert_eq!(tried(1).await, CodeTried::Spent);
    assert_eq!(tried(3).await, CodeTried::Right(person(1)));
}

async fn ten_codes_a_day_counted_apart_for_known_devices(bench: Bench) {
    let store = &*bench.store;
    let most = u8::try_from(MOST_CODES).unwrap();
    for n in 0..most {
        let asked = store.ask_code(&code(n, after(i64::from(n)))).await.unwrap();
        assert_eq!(asked, CodeAsked::Sent, "{n}");
    }
    let late = after(23 * 60);
    let refused = store.ask_code(&code(50, late)).await.unwrap();
    assert_eq!(refused, CodeAsked::NotBefore(after(24 * 60)));
    let own = NewCode {
        known_device: true,
        ..code(51, late)
    };
    assert_eq!(store.ask_code(&own).await.unwrap(), CodeAsked::Sent);
    let else_ones = NewCode {
        person: person(2),
        ..code(52, late)
    };
    assert_eq!(store.ask_code(&else_ones).await.unwrap(), CodeAsked::Sent);
    let next_day = store.ask_code(&code(53, after(24 * 60))).await.unwrap();
    assert_eq!(next_day, CodeAsked::Sent);
}

async fn a_refused_code_leaves_no_job(bench: Bench) {
    let store = &*bench.store;
    store.ask_code(&code(1, now())).await.unwrap();
    store.ask_code(&code(2, seconds(1))).await.unwrap();
    let jobs = store
        .lease_jobs(JobKind::Message, seconds(1), after(2), 9)
        .await
        .unwrap();
    let ids: Vec<_> = jobs.iter().map(|job| job.id).collect();
    assert_eq!(ids, [JobId([1; 16])]);
    assert_eq!(
        jobs[0].payload,
        job(1, now()).payload,
        "it opens as it was sealed"
    );
}

async fn many_tries_at_once_are_counted_one_by_one(bench: Bench) {
    let sent = code(1, now());
    bench.store.ask_code(&sent).await.unwrap();
    let tries: Vec<_> = (0..40_u8)
        .map(|n| {
            let (store, id) = (bench.store.clone(), sent.id);
            tokio::spawn(async move { store.try_code(id, BROWSER, [n; 16], now()).await.unwrap() })
        })
        .collect();
    let mut counted = 0;
    for tried in tries {
        if matches!(tried.await.unwrap(), CodeTried::Wrong(..)) {
            counted += 1;
        }
    }
    assert_eq!(counted, CODE_TRIES, "no guess is free");
}

async fn of_many_who_ask_at_once_one_gets_a_code(bench: Bench) {
    let asked: Vec<_> = (1..=20_u8)
        .map(|n| {
            let store = bench.store.clone();
            tokio::spawn(async move { store.ask_code(&code(n, now())).await.unwrap() })
        })
        .collect();
    let mut sent = 0;
    for asked in asked {
        if asked.await.unwrap() == CodeAsked::Sent {
            sent += 1;
        }
    }
    assert_eq!(sent, 1, "a person's phone rings once");
}

async fn a_job_is_leased_to_one_until_its_lease_ends(bench: Bench) {
    let store = &*bench.store;
    for n in 1..=3_u8 {
        let sent = NewCode {
            person: person(n.into()),
            ..code(n, seconds(i64::from(n)))
        };
        store.ask_code(&sent).await.unwrap();
    }
    let take = async |at, limit| {
        let taken = store
            .lease_jobs(JobKind::Message, at, at + TimeDelta::minutes(2), limit)
            .await;
        taken
            .unwrap()
            .into_iter()
            .map(|job| (job.id.0[0], job.tries))
            .collect::<Vec<_>>()
    };
    assert_eq!(take(now(), 9).await, []);
    assert_eq!(take(seconds(10), 2).await, [(1, 1), (2, 1)]);
    assert_eq!(take(seconds(10), 9).await, [(3, 1)]);
    assert_eq!(take(seconds(129), 9).await, []);
    assert_eq!(take(seconds(130), 9).await, [(1, 2), (2, 2), (3, 2)]);
    assert_eq!(
        take(after(60), 9).await,
        [],
        "a code that is no longer good is not sent"
    );
}

async fn a_job_is_put_off_given_up_or_done(bench: Bench) {
    let store = &*bench.store;
    for n in 1..=3_u8 {
        let sent = NewCode {
            person: person(n.into()),
            ..code(n, now())
        };
        store.ask_code(&sent).await.unwrap();
    }
    let jobs = store
        .lease_jobs(JobKind::Message, now(), after(1), 9)
        .await
        .unwrap();
    assert!(store.end_job(&jobs[0], Ended::Done).await.unwrap());
    assert!(!store.end_job(&jobs[0], Ended::Done).await.unwrap(), "it is gone");
    assert!(store.end_job(&jobs[1], Ended::Again(seconds(90))).await.unwrap());
    assert!(
        store
            .end_job(&jobs[2], Ended::Dead("no such template".into()))
            .await
            .unwrap()
    );
    let dead = store.dead_jobs(9).await.unwrap();
    assert_eq!(dead.len(), 1);
    assert_eq!(
        (dead[0].id, dead[0].failure.as_str(), dead[0].tries),
        (jobs[2].id, "no such template", 1)
    );
    let again = store
        .lease_jobs(JobKind::Message, seconds(90), after(5), 9)
        .await
        .unwrap();
    assert_eq!(again.iter().map(|job| job.id).collect::<Vec<_>>(), [jobs[1].id]);
    // Whoever held it before has lost it.
    assert!(!store.end_job(&jobs[1], Ended::Done).await.unwrap());
    assert!(store.end_job(&again[0], Ended::Done).await.unwrap());
}

async fn a_new_password_closes_the_other_sessions(bench: Bench) {
    let store = &*bench.store;
    for n in 1..=3 {
        store.open_session(&session(n)).await.unwrap();
    }
    let credential = Credential {
        person: person(1),
        password_hash: "$argon2id$new".to_owned(),
        changed_at: now(),
    };
    let kept = TokenHash([2; 32]);
    let telling = job(9, now());
    let unproved = store.change_password(&credential, &kept, &telling).await.unwrap();
    assert_eq!(
        unproved, None,
        "a session without proof, or one that was closed meanwhile, sets nothing"
    );
    assert_eq!(store.credential(person(1)).await.unwrap(), None);
    let proved = Session {
        token: TokenHash([4; 32]),
        confirmed_at: Some(now()),
        ..session(1)
    };
    store.open_session(&proved).await.unwrap();
    let kept = proved.token;
    let changed = store.change_password(&credential, &kept, &telling).await.unwrap();
    assert_eq!(changed, Some(3));
    let again = store
        .change_password(&credential, &kept, &job(10, now()))
        .await
        .unwrap();
    assert_eq!(again, None, "a proof sets one password");
    let told = store
        .lease_jobs(JobKind::Message, now(), after(2), 9)
        .await
        .unwrap();
    assert_eq!(told.iter().map(|job| job.id).collect::<Vec<_>>(), [telling.id]);
    assert_eq!(store.credential(person(1)).await.unwrap(), Some(credential));
    let open = store.sessions(person(1), now(), IDLE).await.unwrap();
    assert_eq!(
        open.iter().map(|session| session.token).collect::<Vec<_>>(),
        [kept]
    );
}

async fn old_codes_and_jobs_given_up_are_forgotten(bench: Bench) {
    let store = &*bench.store;
    let day = now().date_naive();
    let kept = KeptFrom {
        slips: day,
        appointments: day,
        sessions: day,
    };
    let a_day = TimeDelta::hours(24);
    store.ask_code(&code(1, now())).await.unwrap();
    let jobs = store
        .lease_jobs(JobKind::Message, now(), after(1), 9)
        .await
        .unwrap();
    store
        .end_job(&jobs[0], Ended::Dead("refused".into()))
        .await
        .unwrap();
    // Of a clock that was ahead.
    let ahead = NewCode {
        person: person(2),
        ..code(2, now() + a_day * 90)
    };
    store.ask_code(&ahead).await.unwrap();
    assert_eq!(
        store.forget(kept, now() + a_day).await.unwrap(),
        1,
        "the code of the future"
    );
    let a_bit = TimeDelta::seconds(1);
    assert_eq!(
        store.forget(kept, now() + a_day + a_bit).await.unwrap(),
        1,
        "the code"
    );
    assert_eq!(store.dead_jobs(9).await.unwrap().len(), 1);
    assert_eq!(store.forget(kept, now() + a_day * 30 + a_bit).await.unwrap(), 1);
    assert_eq!(store.dead_jobs(9).await.unwrap(), []);
}
