//! The demonstration as a whole keeps what it promises. That the import takes it is tested beside the command that makes it.

use super::*;
use crate::centre::LONG_LEDGERS;
use crate::life::{Life, each_member};
use crate::report::{CITY, COLLECTED, LENT, Totals, WITHDRAWN};
use chrono::Months;
use fund::money::Fen;
use fund::overdue::penalty;
use fund::records::{AccountStatus, EntryKind, LoanEntryKind};
use fund::repayment::{Booked, Instalment, January, agreement};
use std::fs;

fn edition() -> Edition {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../app/fund/editions/xianning");
    Edition::load(&|name| fs::read_to_string(format!("{folder}/{name}")).ok()).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Lives the first members of a centre.
fn live(count: u32, [members, seed]: [u32; 2], today: &str, mut take: impl FnMut(&Life)) {
    let edition = edition();
    let mut centre = Centre::new(members, seed.into(), day(today), &edition).unwrap();
    let take = |life: &Life, _: &Centre<'_>| {
        take(life);
        Ok(())
    };
    each_member(&mut centre, count, take).unwrap();
}

#[test]
fn same_seed_and_day_same_files() {
    let files = |seed, today| {
        let dir = tempfile::tempdir().unwrap();
        let people = generate(dir.path(), 60, seed, day(today), &edition()).unwrap();
        assert!(people.len() == 60 && people == super::people(dir.path()).unwrap());
        #[cfg(unix)]
        {
            let list = fs::metadata(dir.path().join(PEOPLE)).unwrap();
            assert_eq!(std::os::unix::fs::MetadataExt::mode(&list) & 0o777, 0o600);
        }
        let files = fs::read_dir(dir.path()).unwrap().map(|file| file.unwrap());
        let mut files: Vec<_> = files
            .map(|file| (file.file_name(), fs::read(file.path()).unwrap()))
            .collect();
        files.sort();
        files
    };
    let first = files(7, "2026-11-24");
    assert_eq!(first.len(), 8);
    assert!(first == files(7, "2026-11-24"));
    assert!(first != files(8, "2026-11-24"));
    assert!(first != files(7, "2026-11-25"));
}

#[test]
fn a_number_of_members_that_cannot_be_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    for members in [0, 17, 4_000_001] {
        let refused = generate(dir.path(), members, 1, day("2026-11-24"), &edition())
            .err()
            .unwrap();
        assert_eq!(
            refused.to_string(),
            "a demonstration has from 18 to 4000000 members"
        );
    }
}

/// What must hold for every account: the ledger adds up, never lies below zero, and ends where the account was closed.
fn assert_sound(life: &Life) {
    let (story, account) = (&life.story, &life.account);
    let mut balance = Fen::ZERO;
    for line in &account.lines {
        balance += line.amount;
        assert!(!balance.is_negative(), "{} {line:?}", life.index);
    }
    assert!(account.lines.is_sorted_by_key(|line| line.on));
    assert!(!account.carried_over.is_negative());
    if story.status.is_closed() {
        let last = account.lines.last().map(|line| line.on);
        assert_eq!(
            (balance, account.carried_over, last),
            (Fen::ZERO, Fen::ZERO, story.since)
        );
    }
}

#[test]
fn any_day_makes_a_centre_with_long_ledgers_and_short_ones() {
    let months = (0..12).map(|later| day("2026-11-24") + Months::new(later));
    let short = months.map(|today| (500, [LONG_LEDGERS + 1, 1], today.to_string()));
    let days = "2024-02-29 2024-07-01 2025-06-30 2025-07-02 2026-01-01 2026-12-31 2028-03-01";
    let long = days.split(' ').map(|today| (300, [300, 5], today.to_owned()));
    for (count, centre, today) in short.chain(long) {
        let (mut lived, mut balances) = (0, Fen::ZERO);
        live(count, centre, &today, |life| {
            assert_sound(life);
            lived += 1;
            balances += life.account.balance();
        });
        assert!(lived == count && balances > Fen::ZERO);
    }
}

/// Part / whole is within `percent` of the reported proportion.
fn assert_close([part, whole]: [Fen; 2], [reported_part, reported_whole]: [Fen; 2], percent: i128) {
    let product = |a: Fen, b: Fen| i128::from(a.get()) * i128::from(b.get());
    let (found, wanted) = (product(part, reported_whole), product(reported_part, whole));
    assert!(
        (found - wanted).abs() * 100 <= wanted * percent,
        "{part} of {whole}"
    );
}

#[test]
fn totals_keep_the_proportions_of_the_report() {
    let edition = edition();
    // The report, in hundredths of a hundred million yuan.
    let wanted = [[349, 402, 230], [1058 - 349, 1002 - 402, 513 - 230]];
    let wanted = wanted.map(|totals| totals.map(|hundredths| Fen::from_yuan(hundredths * 1_000_000)));
    for seed in [1, 2, 3] {
        let mut centre = Centre::new(2_000, seed, day("2026-11-24"), &edition).unwrap();
        let (mut city_loans, mut promoted) = (0, 0);
        let count = |life: &Life, centre: &Centre<'_>| {
            let area = centre.employers[life.story.employer].area;
            if let Some(loan) = &life.loan {
                city_loans += usize::from(area == CITY);
                promoted += usize::from(loan.plan.promoted);
                assert!(area == CITY || !loan.plan.promoted);
            }
            Ok(())
        };
        let found = each_member(&mut centre, 2_000, count).unwrap().totals;
        assert_eq!(centre.reported, wanted);
        for (area, figure, percent) in [(0, LENT, 4), (1, LENT, 4), (0, WITHDRAWN, 2), (1, WITHDRAWN, 2)] {
            let share = |totals: &[Totals; 2]| [figure, COLLECTED].map(|figure| totals[area][figure]);
            assert_close(share(&found), share(&wanted), percent);
        }
        let collected = |totals: &[Totals; 2]| {
            let [city, counties] = totals.map(|totals| totals[COLLECTED]);
            [city, city + counties]
        };
        assert_close(collected(&found), collected(&wanted), 2);
        let share = promoted * 10_000 / city_loans;
        assert!(
            city_loans > 60 && (4_200..=4_500).contains(&share),
            "{share} of {city_loans}"
        );
        let heads = centre
            .employers
            .iter()
            .map(|employer| employer.paying + employer.sealed);
        let paying: u32 = heads.sum();
        assert!((1_900..2_000).contains(&paying), "{paying}");
    }
}

#[test]
fn everybody_plays_their_part() {
    let mut told = Vec::new();
    live(cast::SIZE, [cast::SIZE, 1], "2026-11-24", |life| {
        let Life { story, account, .. } = life;
        let monthly = account.monthly.map(|monthly| (monthly.member, monthly.employer));
        let paid_until = account.paid_until.map(|month| month.to_string());
        let lines = account.lines.len();
        let (name, status, balance) = (&story.name, story.status, account.balance());
        told.push(format!(
            "{name} {status} {balance} until {paid_until:?}, {monthly:?} a month, {lines} lines"
        ));
        if let Some(loan) = &life.loan {
            let next = loan.next.map(|next| (next.due_on, next.instalment));
            let next = next.map(|(due_on, next)| (next.number, next.payment, due_on));
            let parts: [fn(&Instalment) -> Fen; 2] = [|missed| missed.principal, |missed| missed.interest];
            let overdue = parts.map(|part| loan.overdue(part));
            let (kind, balance, settled) = (loan.plan.kind, loan.balance(), loan.settled_on());
            told.push(format!(
                "  {kind} {balance} left, next {next:?}, overdue {overdue:?}, settled {settled:?}"
            ));
        }
    });
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_centre_has_all_kinds_of_fates() {
    use AccountStatus::{ClosedByWithdrawal, Frozen, Normal, Sealed, TransferredOut};
    use EntryKind::{BackPayment, BaseChange, Deferral, TransferIn};
    use LoanEntryKind::{Offset, OverdueRepayment, Prepayment, Settled as SettledLoan};
    let (mut statuses, mut lines, mut loan_lines) = (Vec::new(), Vec::new(), Vec::new());
    live(2_000, [2_000, 1], "2026-11-24", |life| {
        statuses.push(life.story.status);
        lines.extend(life.account.lines.iter().map(|line| line.kind));
        let of_loan = life.loan.iter().flat_map(|loan| &loan.lines);
        loan_lines.extend(of_loan.map(|line| line.kind));
    });
    for status in [Normal, Sealed, Frozen, ClosedByWithdrawal, TransferredOut] {
        assert!(statuses.contains(&status), "{status}");
    }
    for kind in [BackPayment, BaseChange, TransferIn, Deferral] {
        assert!(lines.contains(&kind), "{kind}");
    }
    for kind in [Offset, OverdueRepayment, Prepayment, SettledLoan] {
        assert!(loan_lines.contains(&kind), "{kind}");
    }
}

#[test]
fn every_loans_ledger_is_our_replay_to_the_fen() {
    let (edition, as_of) = (edition(), day("2026-11-23"));
    let mut counts = [0; 4];
    live(2_000, [2_000, 1], "2026-11-24", |life| {
        let Some(loan) = &life.loan else { return };
        let (terms, mut balance, mut booked) = (&loan.plan.terms, loan.plan.terms.principal, Vec::new());
        for line in &loan.lines[1..] {
            balance -= line.principal;
            let (on, amount, settled) = (line.on, line.principal, line.kind == LoanEntryKind::Settled);
            let (principal, interest) = (line.principal, line.interest);
            let instalment = |number| Booked::Instalment {
                number,
                principal,
                interest,
                balance,
            };
            let ahead = Booked::Ahead { on, amount, settled };
            booked.push(line.period.map_or(ahead, instalment));
        }
        let found = agreement(terms, &edition.loan_rates, January::Whole, &booked, as_of).unwrap();
        let differing: Vec<_> = found.differing().collect();
        assert_eq!((differing, found.beyond), (vec![], 0), "{}", life.index);
        let unpaid: Fen = found.unpaid().map(|line| line.ours.instalment.principal).sum();
        assert_eq!(unpaid, loan.overdue(|missed| missed.principal));
        assert_eq!(found.replay.balance_on(as_of) + unpaid, loan.balance());
        assert_eq!(found.replay.next_after(as_of), loan.next.as_ref());
        let overdue = |line: &&loan::Line| line.kind == LoanEntryKind::OverdueRepayment;
        for line in loan.lines.iter().filter(overdue) {
            let ours = &found.replay.instalments[usize::from(line.period.unwrap()) - 1];
            let days = u32::try_from((line.on - ours.due_on).num_days()).unwrap();
            let asked = penalty(ours.instalment.payment, ours.rate, days, &edition.overdue);
            assert!(line.penalty == asked && asked > Fen::ZERO);
            counts[3] += 1;
        }
        counts[0] += found.same();
        counts[1] += found.replay.steps.len();
        counts[2] += usize::from(loan.repaid(loan::Line::ahead) > Fen::ZERO);
    });
    let [instalments, repriced, prepaid, late] = counts;
    assert!(
        instalments > 5_000 && repriced > 200 && prepaid > 10 && late > 3,
        "{counts:?}"
    );
}
