//! The account room.

use super::{Rooms, job};
use crate::{
    account::code::{AwaitedCode, BrowserHash, CodeAsked, CodeId, CodeTried, NewCode},
    account::store::{AccountStore, Credential, EntryFilter, MemberAccount, Session, TokenHash},
    job::store::Job,
    seal::{Digest, PersonKey},
    store::{
        decode,
        error::StoreError,
        imported::Stored as _,
        page::Page,
        sql::{Database, Sql, concatenated, values},
    },
};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use fund::records::{Account, AccountEntry, Contributions, EntryKind, Member};
use std::sync::Arc;

/// How a person's accounts are ordered, the one in use first: open before closed, normal before the rest, the latest opened
/// first.
macro_rules! in_use_first {
    () => {
        " ORDER BY a.status IN ('03', '04', '05'), a.status <> '01', a.opened_on DESC, a.key"
    };
}

/// The key of one of a person's accounts.
macro_rules! account_at {
    ($offset:literal) => {
        concat!(
            "(SELECT a.key FROM imported.member m JOIN imported.account a ON a.key = m.account \
              WHERE m.person = $1",
            in_use_first!(),
            " LIMIT 1 OFFSET ",
            $offset,
            ")"
        )
    };
}

/// The key of a person's account in use.
macro_rules! account_in_use {
    () => {
        account_at!("0")
    };
}

const SELECT_ACCOUNT: &str = concatenated!(
    "SELECT ",
    Account::SELECT,
    ", ",
    Member::SELECT,
    ", e.employer_no, e.name AS employer_name, e.branch FROM imported.account a \
     JOIN imported.member m ON m.account = a.key JOIN imported.employer e ON e.key = m.employer WHERE "
);

macro_rules! select_session {
    ($rest:literal) => {
        concat!(
            "SELECT token_hash, person, opened_at, seen_at, expires_at, confirmed_at, device FROM session WHERE ",
            $rest
        )
    };
}

const CREDENTIAL: Sql = Sql::new(
    "reading a credential",
    "SELECT person, password_hash, changed_at FROM credential WHERE person = $1",
);
const SET_CREDENTIAL: Sql = Sql::new(
    "setting a credential",
    "INSERT INTO credential (person, password_hash, changed_at) VALUES ($1, $2, $3) \
     ON CONFLICT (person) DO UPDATE \
     SET password_hash = excluded.password_hash, changed_at = excluded.changed_at",
);
const FORGET_SESSIONS: Sql = Sql::new(
    "forgetting expired sessions",
    "DELETE FROM session WHERE person = $1 AND expires_at <= $2",
);
const OPEN_SESSION: Sql = Sql::new(
    "opening a session",
    "INSERT INTO session (token_hash, person, opened_at, seen_at, expires_at, confirmed_at, device) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
const SESSION: Sql = Sql::new("reading a session", select_session!("token_hash = $1"));
const SESSIONS: Sql = Sql::new(
    "reading a person's sessions",
    select_session!("person = $1 ORDER BY seen_at DESC, token_hash"),
);
const CLOSE_SESSION: Sql = Sql::new("closing a session", "DELETE FROM session WHERE token_hash = $1");
const CLOSE_SESSIONS: Sql = Sql::new(
    "closing a person's sessions",
    "DELETE FROM session WHERE person = $1 AND token_hash IS DISTINCT FROM $2",
);
const USE_PROOF: Sql = Sql::new(
    "using up a session's proof",
    "UPDATE session SET confirmed_at = NULL WHERE token_hash = $1 AND person = $2 AND confirmed_at IS NOT NULL",
);
const ACCOUNT: Sql = Sql::new(
    "reading an account",
    concatenated!(SELECT_ACCOUNT, "a.key = ", account_in_use!()),
);
const ACCOUNTS: Sql = Sql::new(
    "reading a person's accounts",
    concatenated!(SELECT_ACCOUNT, "m.person = $1", in_use_first!()),
);
const ENTRIES: Sql = Sql::new(
    "reading entries",
    concatenated!(
        "SELECT r.line, o.account_no, ",
        AccountEntry::SELECT,
        " FROM imported.entry r JOIN imported.account o ON o.key = r.account WHERE r.account = ",
        account_at!("$7"),
        " AND r.line < $2 AND ($3 IS NULL OR r.kind = $3) AND r.booked_on >= $4 AND r.booked_on < $5 \
         ORDER BY r.line DESC LIMIT $6"
    ),
);
const CONTRIBUTIONS: Sql = Sql::new(
    "reading contributions",
    concat!(
        "SELECT booked_on, kind, CAST(sum(amount) AS BIGINT) AS amount FROM imported.entry WHERE account = ",
        account_in_use!(),
        " AND kind IN ('01', '02') GROUP BY booked_on, kind"
    ),
);

#[async_trait]
impl<D: Database> AccountStore for Rooms<D> {
    async fn credential(&self, person: PersonKey) -> Result<Option<Credential>, StoreError> {
        self.database
            .read(move |tx| {
                Box::pin(async move { tx.row(&CREDENTIAL, values![&person], decode::credential).await })
            })
            .await
    }

    async fn set_credentials(&self, credentials: &[Credential]) -> Result<(), StoreError> {
        let credentials: Arc<[Credential]> = credentials.into();
        self.database
            .write(move |tx| {
                let credentials = Arc::clone(&credentials);
                Box::pin(async move {
                    for Credential {
                        person,
                        password_hash,
                        changed_at,
                    } in &*credentials
                    {
                        tx.run(&SET_CREDENTIAL, values![person, password_hash, *changed_at])
                            .await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    async fn change_password(
        &self,
        credential: &Credential,
        session: &TokenHash,
        message: &Job,
    ) -> Result<Option<u64>, StoreError> {
        let (change, keep) = (Arc::new((credential.clone(), message.clone())), *session);
        let keys = Arc::clone(&self.keys);
        self.database
            .write(move |tx| {
                let (change, keys) = (Arc::clone(&change), Arc::clone(&keys));
                Box::pin(async move {
                    let (new, message) = &*change;
                    if tx.run(&USE_PROOF, values![&keep.0[..], &new.person]).await? == 0 {
                        return Ok(None);
                    }
                    job::write(tx, &keys, message, new.changed_at).await?;
                    let values = values![&new.person, &new.password_hash, new.changed_at];
                    tx.run(&SET_CREDENTIAL, values).await?;
                    let closed = tx
                        .run(&CLOSE_SESSIONS, values![&new.person, Some(&keep.0[..])])
                        .await?;
                    Ok(Some(closed))
                })
            })
            .await
    }

    async fn ask_code(&self, code: &NewCode) -> Result<CodeAsked, StoreError> {
        self.write_code(code).await
    }

    async fn awaited_code(
        &self,
        id: CodeId,
        browser: BrowserHash,
        now: DateTime<Utc>,
    ) -> Result<Option<AwaitedCode>, StoreError> {
        self.read_code(id, browser, now).await
    }

    async fn try_code(
        &self,
        id: CodeId,
        browser: BrowserHash,
        proof: Digest,
        now: DateTime<Utc>,
    ) -> Result<CodeTried, StoreError> {
        self.judge_code(id, browser, proof, now).await
    }

    async fn open_session(&self, session: &Session) -> Result<(), StoreError> {
        let session = Arc::new(session.clone());
        self.database
            .write(move |tx| {
                let new = Arc::clone(&session);
                Box::pin(async move {
                    tx.run(&FORGET_SESSIONS, values![&new.person, new.opened_at])
                        .await?;
                    let values = values![
                        &new.token.0[..],
                        &new.person,
                        new.opened_at,
                        new.seen_at,
                        new.expires_at,
                        new.confirmed_at,
                        &new.device
                    ];
                    tx.run(&OPEN_SESSION, values).await.map(drop)
                })
            })
            .await
    }

    async fn session(
        &self,
        token: &TokenHash,
        now: DateTime<Utc>,
        idle: TimeDelta,
    ) -> Result<Option<Session>, StoreError> {
        let token = *token;
        let session = self
            .database
            .read(move |tx| {
                Box::pin(async move { tx.row(&SESSION, values![&token.0[..]], decode::session).await })
            })
            .await?;
        let session = session.map(|session| self.with_latest_use(session));
        let Some(mut session) = session.filter(|session| session.is_open(now, idle)) else {
            return Ok(None);
        };
        if session.is_stale(now) {
            self.seen.note(token, now);
            session.seen_at = now;
        }
        Ok(Some(session))
    }

    async fn sessions(
        &self,
        person: PersonKey,
        now: DateTime<Utc>,
        idle: TimeDelta,
    ) -> Result<Vec<Session>, StoreError> {
        let sessions = self
            .database
            .read(move |tx| {
                Box::pin(async move { tx.rows(&SESSIONS, values![&person], decode::session).await })
            })
            .await?;
        let mut sessions: Vec<_> = sessions
            .into_iter()
            .map(|session| self.with_latest_use(session))
            .filter(|session| session.is_open(now, idle))
            .collect();
        sessions.sort_by_key(|session| (std::cmp::Reverse(session.seen_at), session.token.0));
        Ok(sessions)
    }

    async fn close_session(&self, token: &TokenHash) -> Result<bool, StoreError> {
        let token = *token;
        self.database
            .write(move |tx| {
                Box::pin(async move { Ok(tx.run(&CLOSE_SESSION, values![&token.0[..]]).await? > 0) })
            })
            .await
    }

    async fn close_sessions(&self, person: PersonKey, keep: Option<&TokenHash>) -> Result<u64, StoreError> {
        let keep = keep.copied();
        self.database
            .write(move |tx| {
                Box::pin(async move {
                    let keep = keep.as_ref().map(|token| &token.0[..]);
                    tx.run(&CLOSE_SESSIONS, values![&person, keep]).await
                })
            })
            .await
    }

    async fn account(&self, person: PersonKey) -> Result<Option<MemberAccount>, StoreError> {
        let keys = Arc::clone(&self.keys);
        self.database
            .read(move |tx| {
                let keys = Arc::clone(&keys);
                Box::pin(async move {
                    tx.row(&ACCOUNT, values![&person], |row| decode::account(row, &keys))
                        .await
                })
            })
            .await
    }

    async fn accounts(&self, person: PersonKey) -> Result<Vec<MemberAccount>, StoreError> {
        let keys = Arc::clone(&self.keys);
        self.database
            .read(move |tx| {
                let keys = Arc::clone(&keys);
                Box::pin(async move {
                    tx.rows(&ACCOUNTS, values![&person], |row| decode::account(row, &keys))
                        .await
                })
            })
            .await
    }

    async fn entries(
        &self,
        person: PersonKey,
        filter: EntryFilter,
        before: Option<u32>,
        limit: u16,
    ) -> Result<Page<AccountEntry>, StoreError> {
        let (from, to) = days_of(filter.year);
        let keys = Arc::clone(&self.keys);
        let found = self
            .database
            .read(move |tx| {
                let keys = Arc::clone(&keys);
                Box::pin(async move {
                    let values = values![
                        &person,
                        before_line(before),
                        filter.kind.map(EntryKind::code),
                        from,
                        to,
                        i64::from(limit) + 1,
                        filter.account
                    ];
                    tx.rows(&ENTRIES, values, |row| decode::line(row, &keys)).await
                })
            })
            .await?;
        Ok(Page::cut(found, limit))
    }

    async fn contributions(&self, person: PersonKey) -> Result<Contributions, StoreError> {
        let sums = self
            .database
            .read(move |tx| {
                Box::pin(async move {
                    tx.rows(&CONTRIBUTIONS, values![&person], decode::contribution)
                        .await
                })
            })
            .await?;
        let mut contributions = Contributions::default();
        for (month, kind, amount) in sums {
            contributions.add(month, amount, kind == EntryKind::BackPayment);
        }
        Ok(contributions)
    }
}

impl<D: Database> Rooms<D> {
    /// The session, its use that is not written down yet counted.
    fn with_latest_use(&self, mut session: Session) -> Session {
        if let Some(seen_at) = self.seen.of(&session.token) {
            session.seen_at = session.seen_at.max(seen_at);
        }
        session
    }
}

/// Before which line to look, from the newest when none is said.
pub(super) fn before_line(before: Option<u32>) -> i64 {
    before.map_or(i64::from(i32::MAX), i64::from)
}

/// From which day until before which a year lasts; without a year, all days an export can name.
fn days_of(year: Option<i32>) -> (NaiveDate, NaiveDate) {
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1);
    let of_year = year.and_then(|year| first(year).zip(first(year.checked_add(1)?)));
    match (year, of_year) {
        (_, Some(days)) => days,
        // A year no calendar has: nothing was booked in it.
        (Some(_), None) => (NaiveDate::MIN, NaiveDate::MIN),
        (None, None) => (
            first(1).unwrap_or(NaiveDate::MIN),
            first(9999).unwrap_or(NaiveDate::MAX),
        ),
    }
}
