//! The demonstration as a whole: read back by the import, it keeps what it promises.

use super::*;
use crate::{
    account::store::EntryFilter,
    clock::FixedClock,
    import::rows::{AccountStatus, EntryKind, LoanEntryKind, LoanEntryRow, LoanMethod},
    policy, store,
};
use chrono::{NaiveDateTime, NaiveTime};
use fund::{
    money::Fen,
    quota::Home,
    repayment::{Booked, Existing, January, Method, agreement},
};
use rand::SeedableRng as _;
use rules::{Area, Totals};
use std::sync::Arc;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn files(members: u32, seed: u64, today: NaiveDate) -> Vec<(String, Vec<u8>)> {
    let dir = tempfile::tempdir().unwrap();
    generate(dir.path(), members, seed, today, &policy::load(None).unwrap()).unwrap();
    let mut files: Vec<_> = fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

fn lives(members: u32, seed: u64, today: NaiveDate) -> (Tally, Vec<(Life, Area)>) {
    let centre = Centre::new(members, seed, today, &policy::load(None).unwrap()).unwrap();
    let mut lives = Vec::new();
    let tally = centre
        .each_member(members, |at, life, _| {
            lives.push((life.clone(), centre.employers[at].area));
            Ok(())
        })
        .unwrap();
    (tally, lives)
}

#[test]
fn same_seed_and_day_same_files() {
    let first = files(60, 7, today());
    assert_eq!(first.len(), 8);
    assert!(first == files(60, 7, today()));
    assert!(first != files(60, 8, today()));
    assert!(first != files(60, 7, today().succ_opt().unwrap()));
}

#[test]
fn a_large_centre_with_short_ledgers_can_be_made_in_every_month() {
    let edition = policy::load(None).unwrap();
    let mut today = today();
    for _ in 0..12 {
        let centre = Centre::new(LONG_LEDGERS + 1, 1, today, &edition).unwrap();
        let mut lived = 0;
        centre
            .each_member(500, |_, life, _| {
                lived += 1;
                assert!(life.entries.iter().all(|entry| !entry.balance.is_negative()));
                Ok(())
            })
            .unwrap();
        assert_eq!(lived, 500);
        today = today + chrono::Months::new(1);
    }
}

/// Whether part / whole is within `percent` of the reported proportion.
fn close(part: Fen, whole: Fen, reported_part: Fen, reported_whole: Fen, percent: i128) -> bool {
    let [part, whole] = [part, whole].map(|fen| i128::from(fen.get()));
    let [reported_part, reported_whole] = [reported_part, reported_whole].map(|fen| i128::from(fen.get()));
    let (found, wanted) = (part * reported_whole, reported_part * whole);
    (found - wanted).abs() * 100 <= wanted * percent
}

#[test]
fn totals_keep_the_proportions_of_the_report() {
    for seed in [1, 2, 3] {
        let (tally, lives) = lives(2_000, seed, today());
        for area in [Area::City, Area::Counties] {
            let (found, wanted) = (tally.totals(area), area.reported());
            println!("{area:?} {found:?}");
            assert!(
                close(found.lent, found.collected, wanted.lent, wanted.collected, 4),
                "{area:?}"
            );
            assert!(
                close(
                    found.withdrawn,
                    found.collected,
                    wanted.withdrawn,
                    wanted.collected,
                    2
                ),
                "{area:?}"
            );
        }
        let sum = |of: fn(&Totals) -> Fen, totals: fn(Area, &Tally) -> Totals| {
            [Area::City, Area::Counties]
                .into_iter()
                .map(|area| of(&totals(area, &tally)))
                .sum::<Fen>()
        };
        let found: fn(Area, &Tally) -> Totals = |area, tally| *tally.totals(area);
        let wanted: fn(Area, &Tally) -> Totals = |area, _| *area.reported();
        let collected: fn(&Totals) -> Fen = |totals| totals.collected;
        let (all, reported) = (sum(collected, found), sum(collected, wanted));
        assert!(close(
            tally.totals(Area::City).collected,
            all,
            Area::City.reported().collected,
            reported,
            2
        ));

        let city_loans: Vec<_> = lives
            .iter()
            .filter(|(_, area)| *area == Area::City)
            .filter_map(|(life, _)| life.loan.as_ref())
            .collect();
        let products = city_loans
            .iter()
            .filter(|loan| loan.row.product == rules::PRODUCT)
            .count();
        let share = products * 10_000 / city_loans.len();
        assert!(
            city_loans.len() > 60 && (4_200..=4_500).contains(&share),
            "{share} of {}",
            city_loans.len()
        );
        assert!(lives.iter().all(|(life, area)| {
            *area == Area::City || life.loan.as_ref().is_none_or(|loan| loan.row.product.is_empty())
        }));
    }
}

#[test]
fn everybody_plays_their_part() {
    let (_, lives) = lives(cast::SIZE.try_into().unwrap(), 1, today());
    let told: Vec<_> = lives
        .iter()
        .map(|(life, _)| {
            let loan = life.loan.as_ref().map(|loan| {
                let row = &loan.row;
                format!(
                    " | {} {} {} of {} left, next {:?} {} on {:?}, overdue {} + {}, {:?}, settled {:?}",
                    row.kind,
                    row.product,
                    row.balance,
                    row.principal,
                    row.next_number,
                    row.next_payment,
                    row.next_due_on,
                    row.overdue_principal,
                    row.overdue_interest,
                    row.risk,
                    row.settled_on
                )
            });
            let account = &life.account;
            format!(
                "{} {} {} paid until {:?}, {} + {} a month, {} entries{}",
                life.member.name.as_str(),
                account.status,
                account.balance,
                account.paid_until.map(|month| month.to_string()),
                account.member_monthly,
                account.employer_monthly,
                life.entries.len(),
                loan.unwrap_or_default()
            )
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn any_day_makes_a_centre() {
    for (year, month, day) in [
        (2024, 2, 29),
        (2024, 7, 1),
        (2025, 6, 30),
        (2026, 1, 1),
        (2026, 12, 31),
        (2028, 3, 1),
    ] {
        let today = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let (_, lives) = lives(300, 5, today);
        assert!(lives.iter().any(|(life, _)| life.account.balance > Fen::ZERO));
        for (life, _) in &lives {
            assert_eq!(
                life.account.balance,
                life.account.carried_over + life.account.this_year
            );
            assert!(!life.account.balance.is_negative() && !life.account.carried_over.is_negative());
        }
    }
}

#[test]
fn a_centre_has_all_kinds_of_fates() {
    let (_, lives) = lives(2_000, 1, today());
    for status in [
        AccountStatus::Normal,
        AccountStatus::Sealed,
        AccountStatus::Frozen,
        AccountStatus::ClosedByWithdrawal,
        AccountStatus::TransferredOut,
    ] {
        assert!(
            lives.iter().any(|(life, _)| life.account.status == status),
            "{status}"
        );
    }
    let entries: Vec<_> = lives
        .iter()
        .flat_map(|(life, _)| &life.entries)
        .map(|entry| entry.kind)
        .collect();
    for kind in [
        EntryKind::BackPayment,
        EntryKind::BaseChange,
        EntryKind::TransferIn,
        EntryKind::Deferral,
    ] {
        assert!(entries.contains(&kind), "{kind}");
    }
    let loans: Vec<_> = lives.iter().filter_map(|(life, _)| life.loan.as_ref()).collect();
    for kind in [
        LoanEntryKind::Offset,
        LoanEntryKind::OverdueRepayment,
        LoanEntryKind::Prepayment,
        LoanEntryKind::Settled,
    ] {
        assert!(
            loans
                .iter()
                .flat_map(|loan| &loan.entries)
                .any(|entry| entry.kind == kind),
            "{kind}"
        );
    }
    println!("{} entries, {} loans", entries.len(), loans.len());
}

#[test]
fn a_number_of_members_that_cannot_be_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    for members in [0, 17, 4_000_001] {
        let error = generate(dir.path(), members, 1, today(), &policy::load(None).unwrap()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "a demonstration has from 18 to 4000000 members"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_comes_in_through_the_import_and_its_people_can_sign_in() {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", dir.path().join("anju.db").display());
    let keys = Keys::generate_toml(&mut rand_chacha::ChaCha20Rng::seed_from_u64(1));
    let keys = Arc::new(Keys::from_toml(&keys).unwrap());
    let purpose = store::Purpose::Demonstration;
    store::migrate(&url, &keys, purpose).await.unwrap();
    let store = store::open(&url, Arc::clone(&keys), purpose).await.unwrap();
    let clock = FixedClock::at(NaiveDateTime::new(today(), NaiveTime::MIN));
    let export = dir.path().join("export");
    let edition = policy::load(None).unwrap();

    let loaded = load(&export, 40, 3, &edition, store.as_ref(), &keys, &clock)
        .await
        .unwrap();

    assert_eq!(loaded.summary.record.as_of, today().pred_opt().unwrap());
    assert_eq!(loaded.summary.record.rows[1..3], [40, 40]);
    let listed = People::read(&export).unwrap().0;
    assert_eq!((listed.len(), loaded.people.0.len()), (40, 40));
    let (_, lives) = lives(40, 3, today());
    for (person, (life, _)) in listed.iter().zip(&lives) {
        let key = keys.person(&person.id_number);
        assert!(
            store
                .credential(key)
                .await
                .unwrap()
                .unwrap()
                .password_hash
                .starts_with("$argon2id$v=19$m=19456,t=2,p=1$")
        );
        let account = store.account(key).await.unwrap().unwrap();
        assert_eq!(
            (account.balance, account.name.as_str()),
            (life.account.balance, person.name.as_str())
        );
        let page = store.entries(key, EntryFilter::default(), None, 1).await.unwrap();
        assert_eq!(page.lines[0].serial, life.entries.last().unwrap().serial);
    }
    store.close().await.unwrap();
}

/// The ledger of a loan as the comparison with our replay takes it.
fn booked(entries: &[LoanEntryRow]) -> Vec<Booked> {
    let line = |entry: &LoanEntryRow| match entry.kind {
        LoanEntryKind::Granted => None,
        LoanEntryKind::Prepayment | LoanEntryKind::Settled => Some(Booked::Ahead {
            on: entry.booked_on,
            amount: entry.principal,
            settled: entry.kind == LoanEntryKind::Settled,
        }),
        _ => Some(Booked::Instalment {
            number: entry.period.unwrap(),
            principal: entry.principal,
            interest: entry.interest,
            balance: entry.balance,
        }),
    };
    entries.iter().filter_map(line).collect()
}

#[test]
fn every_loans_ledger_is_our_replay_to_the_fen() {
    // The centre's files are those of the evening before.
    let as_of = today().pred_opt().unwrap();
    let rates = policy::load(None).unwrap().loan_rates;
    let (_, lives) = lives(2_000, 1, today());
    let (mut instalments, mut repriced, mut prepaid) = (0, 0, 0);
    for loan in lives.iter().filter_map(|(life, _)| life.loan.as_ref()) {
        let row = &loan.row;
        let terms = Existing {
            granted_on: row.granted_on,
            principal: row.principal,
            months: row.months,
            method: match row.method {
                LoanMethod::LevelPrincipal => Method::LevelPrincipal,
                _ => Method::LevelPayment,
            },
            home: Home::First,
            due_day: row.due_day,
        };
        let lines = booked(&loan.entries);
        let found = agreement(&terms, &rates, January::Whole, &lines, as_of).unwrap();
        let differing: Vec<_> = found.differing().collect();
        assert_eq!((differing, found.beyond), (vec![], 0), "{}", row.loan_no.as_str());
        let unpaid: Fen = found.unpaid().map(|line| line.ours.instalment.principal).sum();
        assert_eq!(unpaid, row.overdue_principal);
        let owed = found.replay.balance_on(as_of) + unpaid;
        assert_eq!(owed, row.balance);
        let next = found
            .replay
            .next_after(as_of)
            .map(|next| (next.due_on, next.instalment.payment));
        assert_eq!(next, row.next_due_on.map(|day| (day, row.next_payment)));
        instalments += found.same();
        repriced += found.replay.steps.len();
        prepaid += usize::from(lines.iter().any(|line| matches!(line, Booked::Ahead { .. })));
    }
    println!("{instalments} instalments, {repriced} changes of the rate, {prepaid} loans prepaid");
    assert!(instalments > 5_000 && repriced > 200 && prepaid > 10);
}
