//! A PostgreSQL cluster in a temporary folder, on a free port of the loopback, gone again with the test.
//!
//! `postgres` runs in the foreground as our child and dies with us (`setpriv --pdeathsig`), whatever becomes of the test.
//! It refuses to run as root: then it runs as `postgres` or `nobody`. Flushing to disk stays on.

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use std::{
    net::TcpListener,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

pub(crate) struct Cluster {
    folder: tempfile::TempDir,
    programs: PathBuf,
    user: Option<&'static str>,
    port: u16,
    server: Option<Child>,
}

impl Cluster {
    /// Makes a cluster and starts it.
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let programs = programs().expect(
            "PostgreSQL is needed for the contract tests: put initdb and postgres on PATH, or install Debian's postgresql",
        );
        let user = unprivileged_user();
        if let Some(user) = user {
            std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
            must(
                Command::new("install")
                    .args(["-d", "-o", user])
                    .arg(folder.path().join("data")),
            );
        }
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let mut cluster = Self {
            folder,
            programs,
            user,
            port,
            server: None,
        };
        let data = cluster.data();
        let mut initdb = cluster.program("initdb", None);
        must(
            initdb
                .args([
                    "--no-sync",
                    "--auth=trust",
                    "--username=anju",
                    "--encoding=UTF8",
                    "--locale=C",
                    "-D",
                ])
                .arg(data),
        );
        cluster.run();
        cluster
    }

    /// Starts the server and waits until it answers.
    pub(crate) fn run(&mut self) {
        let data = self.data();
        let port = self.port.to_string();
        let log = std::fs::File::create(self.folder.path().join("log")).unwrap();
        let server = self
            .program("postgres", Some("INT"))
            .args([
                "-p",
                &port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
            ])
            .args(["-c", "max_connections=300", "-c", "fsync=on"])
            // Fifty databases that live for a second each are not worth tidying.
            .args(["-c", "autovacuum=off", "-c", "checkpoint_timeout=1h", "-D"])
            .arg(data)
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        self.server = Some(server);
        let deadline = Instant::now() + Duration::from_mins(1);
        while !self.answers() {
            assert!(
                Instant::now() < deadline,
                "PostgreSQL does not start: {}",
                self.log()
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Stops the server as a power cut would: nothing is tidied up.
    pub(crate) fn crash(&mut self) {
        self.signal("QUIT");
    }

    /// Creates a database, empty or as a copy; its address.
    pub(crate) fn create_database(&self, name: &str, copy_of: Option<&str>) -> String {
        let template = copy_of.map(|of| format!(" TEMPLATE {of}")).unwrap_or_default();
        let sql = format!("CREATE DATABASE {name}{template}");
        crate::bench::block_on(async {
            let mut connection = PgConnection::connect(&self.url("postgres")).await.unwrap();
            sqlx::raw_sql(AssertSqlSafe(sql))
                .execute(&mut connection)
                .await
                .unwrap();
        });
        self.url(name)
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://anju@127.0.0.1:{}/{database}", self.port)
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    fn answers(&self) -> bool {
        let url = self.url("postgres");
        crate::bench::block_on(async { PgConnection::connect(&url).await.is_ok() })
    }

    /// A program of PostgreSQL's as the unprivileged user; with a signal to get when we die.
    fn program(&self, name: &str, dies_by: Option<&str>) -> Command {
        let mut command = Command::new("setpriv");
        if let Some(signal) = dies_by {
            command.args(["--pdeathsig", signal]);
        }
        if let Some(user) = self.user {
            command.args(["--reuid", user, "--regid", &group_of(user), "--clear-groups"]);
        }
        command.arg("--").arg(self.programs.join(name));
        command
            .current_dir(self.folder.path())
            .env_remove("PGDATA")
            .env("LC_ALL", "C");
        command
    }

    fn signal(&mut self, signal: &str) {
        if let Some(mut server) = self.server.take() {
            let _ = Command::new("kill")
                .args([&format!("-{signal}"), &server.id().to_string()])
                .status();
            let _ = server.wait();
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.signal("INT");
    }
}

fn must(command: &mut Command) {
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = [stdout, stderr].concat();
    assert!(
        status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&said)
    );
}

/// The folder PostgreSQL's programs are in: PATH first, then where Debian keeps them, the newest first.
fn programs() -> Option<PathBuf> {
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let mut debian: Vec<_> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|versions| {
            versions
                .flatten()
                .map(|version| version.path().join("bin"))
                .collect()
        })
        .unwrap_or_default();
    debian.sort_by_key(|folder: &PathBuf| {
        let version = folder
            .parent()
            .and_then(Path::file_name)
            .map(|name| name.to_string_lossy().into_owned());
        std::cmp::Reverse(version.and_then(|version| version.parse::<u32>().ok()))
    });
    std::env::split_paths(&on_path).chain(debian).find(|folder| {
        ["initdb", "postgres"]
            .iter()
            .all(|name| folder.join(name).is_file())
    })
}

/// Who runs the server when we are root.
fn unprivileged_user() -> Option<&'static str> {
    if id(&["-u"])? != "0" {
        return None;
    }
    let user = ["postgres", "nobody"]
        .into_iter()
        .find(|user| id(&["-u", user]).is_some());
    Some(user.expect("PostgreSQL does not run as root, and there is neither a user postgres nor nobody"))
}

fn group_of(user: &str) -> String {
    id(&["-g", user]).unwrap_or_default()
}

fn id(arguments: &[&str]) -> Option<String> {
    let output = Command::new("id")
        .args(arguments)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
