//! The account room on PostgreSQL.

use super::PostgresStore;
use crate::{
    account::store::{
        AccountStore, AccountSummary, Contributions, Credential, Entry, EntryFilter, Page, Session, TokenHash,
    },
    import::rows::EntryKind,
    seal::PersonKey,
    store::{
        decode,
        error::{Doing as _, StoreError},
    },
};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::postgres::PgRow;

/// The key of a person's account in use: open before closed, normal before the rest, the latest opened first.
macro_rules! account_in_use {
    () => {
        "(SELECT a.key FROM imported.member m JOIN imported.account a ON a.key = m.account WHERE m.person = $1 \
          ORDER BY a.status IN ('03', '04', '05'), a.status <> '01', a.opened_on DESC, a.key LIMIT 1)"
    };
}

const SESSION: &str = "SELECT token_hash, person, opened_at, seen_at, expires_at, device FROM session \
     WHERE token_hash = $1";

#[async_trait]
impl AccountStore for PostgresStore {
    async fn credential(&self, person: PersonKey) -> Result<Option<Credential>, StoreError> {
        let row = sqlx::query("SELECT person, password_hash, changed_at FROM credential WHERE person = $1")
            .bind(person.as_bytes())
            .fetch_optional(&self.pool)
            .await
            .doing("reading a credential")?;
        row.as_ref().map(decode::credential).transpose()
    }

    async fn set_credentials(&self, credentials: &[Credential]) -> Result<(), StoreError> {
        let credentials = credentials.to_vec();
        self.transact(move |connection| {
            let credentials = credentials.clone();
            Box::pin(async move {
                for credential in credentials {
                    sqlx::query(
                        "INSERT INTO credential (person, password_hash, changed_at) VALUES ($1, $2, $3) \
                             ON CONFLICT (person) DO UPDATE \
                             SET password_hash = excluded.password_hash, changed_at = excluded.changed_at",
                    )
                    .bind(credential.person.as_bytes())
                    .bind(credential.password_hash)
                    .bind(credential.changed_at)
                    .execute(&mut *connection)
                    .await
                    .doing("setting a credential")?;
                }
                Ok(())
            })
        })
        .await
    }

    async fn open_session(&self, session: &Session) -> Result<(), StoreError> {
        let session = session.clone();
        self.transact(move |connection| {
            let session = session.clone();
            Box::pin(async move {
                sqlx::query("DELETE FROM session WHERE person = $1 AND expires_at <= $2")
                    .bind(session.person.as_bytes())
                    .bind(session.opened_at)
                    .execute(&mut *connection)
                    .await
                    .doing("forgetting expired sessions")?;
                sqlx::query(
                    "INSERT INTO session (token_hash, person, opened_at, seen_at, expires_at, device) \
                         VALUES ($1, $2, $3, $4, $5, $6)",
                )
                .bind(&session.token.0[..])
                .bind(session.person.as_bytes())
                .bind(session.opened_at)
                .bind(session.seen_at)
                .bind(session.expires_at)
                .bind(session.device)
                .execute(connection)
                .await
                .map(drop)
                .doing("opening a session")
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
        let row = sqlx::query(SESSION)
            .bind(&token.0[..])
            .fetch_optional(&self.pool)
            .await
            .doing("reading a session")?;
        let session = row.as_ref().map(decode::session).transpose()?;
        let Some(mut session) = session.filter(|session| session.is_open(now, idle)) else {
            return Ok(None);
        };
        if session.is_stale(now) {
            match self.touch(*token, now).await {
                Ok(true) => session.seen_at = now,
                Ok(false) => return Ok(None),
                // A full disk or a crowd of writers must not sign everybody out.
                Err(error) => tracing::warn!(%error, "the use of a session was not written down"),
            }
        }
        Ok(Some(session))
    }

    async fn sessions(
        &self,
        person: PersonKey,
        now: DateTime<Utc>,
        idle: TimeDelta,
    ) -> Result<Vec<Session>, StoreError> {
        let rows = sqlx::query(
            "SELECT token_hash, person, opened_at, seen_at, expires_at, device FROM session \
             WHERE person = $1 ORDER BY seen_at DESC, token_hash",
        )
        .bind(person.as_bytes())
        .fetch_all(&self.pool)
        .await
        .doing("reading a person's sessions")?;
        let sessions: Vec<_> = rows.iter().map(decode::session).collect::<Result<_, _>>()?;
        Ok(sessions
            .into_iter()
            .filter(|session| session.is_open(now, idle))
            .collect())
    }

    async fn close_session(&self, token: &TokenHash) -> Result<bool, StoreError> {
        let done = sqlx::query("DELETE FROM session WHERE token_hash = $1")
            .bind(&token.0[..])
            .execute(&self.pool)
            .await
            .doing("closing a session")?;
        Ok(done.rows_affected() > 0)
    }

    async fn close_sessions(&self, person: PersonKey, keep: Option<&TokenHash>) -> Result<u64, StoreError> {
        sqlx::query("DELETE FROM session WHERE person = $1 AND token_hash IS DISTINCT FROM $2")
            .bind(person.as_bytes())
            .bind(keep.map(|token| &token.0[..]))
            .execute(&self.pool)
            .await
            .map(|done| done.rows_affected())
            .doing("closing a person's sessions")
    }

    async fn account(&self, person: PersonKey) -> Result<Option<AccountSummary>, StoreError> {
        let row = sqlx::query(concat!(
            "SELECT a.key, a.account_no, a.status, m.name, m.paper_kind, m.paper, m.phone, \
             e.name AS employer_name, e.branch, a.base, a.member_monthly, a.employer_monthly, a.balance, \
             a.carried_over, a.this_year, a.opened_on, a.closed_on, a.paid_until \
             FROM imported.account a JOIN imported.member m ON m.account = a.key \
             JOIN imported.employer e ON e.key = m.employer \
             WHERE a.key = ",
            account_in_use!()
        ))
        .bind(person.as_bytes())
        .fetch_optional(&self.pool)
        .await
        .doing("reading an account")?;
        row.as_ref()
            .map(|row| decode::account(row, self.keys()))
            .transpose()
    }

    async fn entries(
        &self,
        person: PersonKey,
        filter: EntryFilter,
        before: Option<u32>,
        limit: u16,
    ) -> Result<Page<Entry>, StoreError> {
        let rows: Vec<PgRow> = sqlx::query(concat!(
            "SELECT line, serial, booked_on, kind, amount, interest, balance, reason, way, reversal FROM imported.entry \
             WHERE account = ",
            account_in_use!(),
            " AND line < $2 AND ($3::text IS NULL OR kind = $3) \
             AND ($4::int IS NULL OR extract(year FROM booked_on) = $4) \
             ORDER BY line DESC LIMIT $5"
        ))
        .bind(person.as_bytes())
        .bind(before.map_or(i32::MAX, |line| i32::try_from(line).unwrap_or(i32::MAX)))
        .bind(filter.kind.map(EntryKind::code))
        .bind(filter.year)
        .bind(i64::from(limit) + 1)
        .fetch_all(&self.pool)
        .await
        .doing("reading entries")?;
        let lines = rows.iter().map(decode::entry).collect::<Result<_, _>>()?;
        Ok(Page::cut(lines, limit, |entry: &Entry| entry.line))
    }

    async fn contributions(&self, person: PersonKey) -> Result<Contributions, StoreError> {
        let rows: Vec<PgRow> = sqlx::query(concat!(
            "SELECT (extract(year FROM booked_on) * 100 + extract(month FROM booked_on))::int AS month, kind, \
             sum(amount)::bigint AS amount FROM imported.entry WHERE account = ",
            account_in_use!(),
            " AND kind IN ('01', '02') GROUP BY 1, kind"
        ))
        .bind(person.as_bytes())
        .fetch_all(&self.pool)
        .await
        .doing("reading contributions")?;
        decode::contributions(&rows)
    }
}

impl PostgresStore {
    /// Writes down that a session is used; false when it was closed meanwhile.
    async fn touch(&self, token: TokenHash, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let done = sqlx::query("UPDATE session SET seen_at = greatest(seen_at, $2) WHERE token_hash = $1")
            .bind(&token.0[..])
            .bind(now)
            .execute(&self.pool)
            .await
            .doing("writing down that a session is used")?;
        Ok(done.rows_affected() > 0)
    }
}
