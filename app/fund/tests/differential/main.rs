//! Every instalment against an independent implementation: `reference.py` beside this file, written from the rules in
//! another language with other arithmetic. Thousands of random loans, the same in every run.
//!
//! The Python needs nothing but its standard library; `.ci/setup test` installs it where it is missing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "test code, though clippy sees no `#[cfg(test)]` in this file"
)]

mod cases;

use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::process::{Command, Stdio};
use std::thread;

use cases::{Case, Random};
use fund::money::Fen;
use fund::repayment::Instalment;

/// The first difference between the two, in words.
fn difference(cases: &[Case], ours: &[Vec<Instalment>], arguments: &[&str]) -> Option<String> {
    let mut python = Command::new("python3")
        .arg(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/differential/reference.py"
        ))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 (make test installs it)");
    let mut input = BufWriter::new(python.stdin.take().unwrap());
    let lines: Vec<String> = cases.iter().map(Case::line).collect();
    // Apart, so that neither waits for the other with a full pipe. Python may end early, when the answer is not wanted.
    let writer = thread::spawn(move || lines.iter().try_for_each(|line| writeln!(input, "{line}")));
    let mut answers = BufReader::new(python.stdout.take().unwrap()).lines();
    let mut found = None;
    for (case, ours) in cases.iter().zip(ours) {
        let Some(theirs) = answers.next() else {
            found = Some(format!("no answer to {}", case.line()));
            break;
        };
        found = differs(case, ours, &theirs.unwrap());
        if found.is_some() {
            break;
        }
    }
    let extra = found.is_none() && answers.next().is_some();
    drop(answers);
    let _ = python.kill();
    let ended = python.wait().unwrap();
    let _ = writer.join().unwrap();
    if found.is_none() && (extra || !ended.success() && ended.code().is_some()) {
        return Some(format!("python: {ended}, more answers than cases: {extra}"));
    }
    found
}

fn differs(case: &Case, ours: &[Instalment], theirs: &str) -> Option<String> {
    let rows: Vec<&str> = theirs.split_terminator(' ').collect();
    if rows.len() != ours.len() {
        return Some(format!(
            "{} instalments, Python has {}: {}",
            ours.len(),
            rows.len(),
            case.line()
        ));
    }
    ours.iter().zip(rows).find_map(|(ours, theirs)| {
        let same = format!(
            "{}:{}:{}",
            ours.principal.get(),
            ours.interest.get(),
            ours.balance.get()
        );
        let sum = ours.payment == ours.principal + ours.interest;
        (same != theirs || !sum).then(|| format!("{ours:?}, Python has {theirs}: {}", case.line()))
    })
}

fn run(make: fn(&mut Random) -> Case, seed: u64, count: usize) {
    let mut random = Random::new(seed);
    let cases: Vec<Case> = (0..count).map(|_| make(&mut random)).collect();
    let ours: Vec<_> = cases.iter().map(Case::instalments).collect();
    let instalments: usize = ours.iter().map(Vec::len).sum();
    println!("{count} loans, {instalments} instalments");
    if let Some(found) = difference(&cases, &ours, &[]) {
        panic!("{found}");
    }
}

#[test]
fn ten_thousand_plain_loans() {
    run(Case::plain, 1, 10_000);
}

#[test]
fn prepaid_loans() {
    run(Case::prepaid, 2, 4_000);
}

#[test]
fn loans_through_changes_of_the_rates() {
    run(Case::repriced, 3, 4_000);
}

#[test]
fn one_fen_is_noticed() {
    let mut random = Random::new(4);
    let cases: Vec<Case> = (0..50).map(|_| Case::plain(&mut random)).collect();
    let sound: Vec<_> = cases.iter().map(Case::instalments).collect();
    assert_eq!(difference(&cases, &sound, &[]), None);
    for part in [
        |row: &mut Instalment| row.principal += Fen::new(1),
        |row: &mut Instalment| row.interest -= Fen::new(1),
        |row: &mut Instalment| row.balance += Fen::new(1),
        |row: &mut Instalment| row.payment += Fen::new(1),
    ] {
        let mut wrong = sound.clone();
        part(wrong[49].last_mut().unwrap());
        assert!(difference(&cases, &wrong, &[]).is_some());
    }
    let mut short = sound.clone();
    short[20].pop();
    assert!(difference(&cases, &short, &[]).is_some());
    // And a rule that cuts off instead of rounding is another rule.
    assert!(difference(&cases, &sound, &["--wrong"]).is_some());
}
