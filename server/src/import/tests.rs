//! The import as a whole: a small centre's export, and every way it can be wrong.

mod faults;
mod forms;

use super::{
    Former, encoding::Encoding, files::has_field, manifest::Manifest, mapping::Mapping, run::read_all,
    store::Batch,
};
use crate::{clock::FixedClock, seal::Keys, store};
use chrono::NaiveDate;
use fund::money::Fen;
use fund::records::{AccountEntry, EntryKind};
use proptest::prelude::*;
use rand::SeedableRng as _;
use std::{fs, path::Path, sync::Arc};

/// File names and texts of an export of two members, one with a loan.
fn export() -> Vec<(&'static str, String)> {
    let files = [
        (
            "manifest.toml",
            "as_of = 2026-11-23\nissuer = \"核心业务系统\"\n\
             employers = { rows = 1 }\nmembers = { rows = 2 }\n\
             accounts = { rows = 2, total = \"2310.50\" }\nentries = { rows = 5, total = \"3390.50\" }\n\
             loans = { rows = 1, total = \"99000.00\" }\nloan_entries = { rows = 2, total = \"101300.00\" }\n",
        ),
        (
            "employers.csv",
            "DWZH,DWMC,ZZJGDM,YWWD,DWKHRQ,DWZHZT,GRJCBL,DWJCBL,DWJCRS,DWFCRS,JZNY,DWJJLX\n\
             E1,咸宁市第一小学,D2143569-X,shizhi,20100301,01,12.00,12,2,0,202610,110\n",
        ),
        (
            "members.csv",
            "GRZH,DWZH,XINGMING,ZJLX,ZJHM,SJHM\n\
             A1,E1,王小明,01,990101198003071232,13800138000\n\
             A2,E1,Jane Doe,03,E1234567,\n",
        ),
        (
            "accounts.csv",
            "GRZH,GRZHZT,GRJCJS,GRYJCE,DWYJCE,GRZHYE,GRZHSNJZYE,GRZHDNGJYE,KHRQ,XHRQ,GRJZNY\n\
             A1,01,5000.00,600.00,600,2310.50,2410.50,-100.00,20260101,,202610\n\
             A2,05,0,0,0,0,0,0,2026-01-01,2026-06-01,\n",
        ),
        (
            "entries.csv",
            "GRZH,YWLSH,JZRQ,GJHTQYWLX,FSE,FSLXE,TQYY,TQFS,CZBZ\n\
             A1,S1,20260105,03,0.00,0.00,,,01\n\
             A1,S2,20260205,01,1200.00,,,,01\n\
             A1,S3,20260305,01,1200.00,,,,01\n\
             A1,S4,20260630,09,10.50,10.50,,,01\n\
             A1,S5,2026-07-15,11,100.00,,07,02,01\n",
        ),
        (
            "loans.csv",
            "DKZH,JKHTBH,JKRGJJZH,DKLX,DKFFE,DKFFRQ,YDDQRQ,DKQS,DKHKFS,DKLL,DKDBLX,YDHKR,DKYE,DQQC,DQJHHKJE,DQJHGHBJ,\
             DQJHGHLX,DQYHRQ,HSBJZE,HSLXZE,FXZE,TQGHBJZE,YQBJZE,YQLXZE,LJYQQS,DKFXDJ,DKJQRQ\n\
             L1,C1,A1,01,100000.00,20260901,20360901,120,02,2.6,01,1,99000.00,2,1214.50,1000.00,214.50,20261201,\
             1000.00,300.00,0,0,0,0,0,01,\n",
        ),
        (
            "loan_entries.csv",
            "DKZH,YWLSH,DKYWMXLX,YWFSRQ,JZRQ,FSE,BJJE,LXJE,FXJE,DQQC\n\
             L1,S1,01,20260901,20260901,100000.00,100000.00,0,0,\n\
             L1,S2,02,20261101,20261102,1300.00,1000.00,300.00,0,1\n",
        ),
    ];
    // The amounts as written come to 0 + 1200 + 1200 + 10.50 + 100.
    files
        .into_iter()
        .map(|(name, text)| (name, text.replace("3390.50", "2510.50")))
        .collect()
}

fn write(dir: &Path, files: &[(&str, String)]) {
    for (name, text) in files {
        fs::write(dir.join(name), text).unwrap();
    }
}

/// Reads a folder without a store: the batches, or why it was refused.
fn read(dir: &Path) -> Result<(Vec<Batch>, Encoding), String> {
    let mut batches = Vec::new();
    let manifest = Manifest::read(dir).map_err(|error| error.to_string())?;
    let mapping = Mapping::read(dir, has_field).map_err(|error| error.to_string())?;
    let mut take = |batch| {
        batches.push(batch);
        true
    };
    let encoding = read_all(dir, &manifest, &mapping, &mut take).map_err(|error| error.to_string())?;
    Ok((batches, encoding))
}

fn entries(batches: &[Batch]) -> Vec<&AccountEntry> {
    let rows = batches.iter().filter_map(|batch| match batch {
        Batch::Entries(rows) => Some(rows),
        _ => None,
    });
    rows.flatten().collect()
}

#[test]
fn reads_an_export() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &export());
    let (batches, encoding) = read(dir.path()).unwrap();
    assert_eq!(encoding, Encoding::Utf8);
    let entries: Vec<_> = entries(&batches)
        .iter()
        .map(|row| (row.kind, row.amount.get(), row.balance.get()))
        .collect();
    assert_eq!(
        entries,
        [
            (EntryKind::Opening, 0, 0),
            (EntryKind::Remittance, 120_000, 120_000),
            (EntryKind::Remittance, 120_000, 240_000),
            (EntryKind::Interest, 1_050, 241_050),
            (EntryKind::PartialWithdrawal, -10_000, 231_050),
        ]
    );
    insta::assert_debug_snapshot!(batches);
}

/// The export with `from` in `file` made `to`.
fn changed(file: &str, from: &str, to: &str) -> Vec<(&'static str, String)> {
    let mut files = export();
    let (_, text) = files.iter_mut().find(|(name, _)| *name == file).unwrap();
    assert!(text.contains(from), "{file} has no {from:?}");
    *text = text.replace(from, to);
    files
}

/// Reads the export with this change.
fn read_changed(file: &str, from: &str, to: &str) -> Result<(Vec<Batch>, Encoding), String> {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &changed(file, from, to));
    read(dir.path())
}

#[test]
fn a_vendors_own_names_and_signs() {
    let dir = tempfile::tempdir().unwrap();
    let files: Vec<_> = export()
        .into_iter()
        .map(|(name, text)| match name {
            "entries.csv" => (
                name,
                text.replace("GRZH", "PERSON").replace(",100.00,", ",-100.00,"),
            ),
            "loans.csv" => (name, text.replace(",2.6,", ",0.0260000,")),
            "members.csv" => (
                name,
                text.replace("SJHM", "SJHM,MEMO")
                    .replace(",13800138000", ",13800138000,x")
                    .replace("E1234567,", "E1234567,,y"),
            ),
            "manifest.toml" => (name, text.replace("2510.50", "2310.50")),
            _ => (name, text),
        })
        .collect();
    write(dir.path(), &files);
    let mapping = "withdrawals = \"negative\"\nrates = \"fraction\"\n[entries]\ncolumns = { GRZH = \"PERSON\" }\n\
                   [members]\nignore = [\"MEMO\"]\n";
    fs::write(dir.path().join("mapping.toml"), mapping).unwrap();
    let (batches, _) = read(dir.path()).unwrap();
    assert_eq!(entries(&batches).last().unwrap().amount, Fen::from_yuan(-100));
    let rate = batches.iter().find_map(|batch| match batch {
        Batch::Loans(rows) => Some(rows[0].rate),
        _ => None,
    });
    assert_eq!(rate.unwrap().to_string(), "2.60");
}

#[test]
fn kinds_and_marks_decide_what_an_amount_does() {
    let dir = tempfile::tempdir().unwrap();
    let mut files = export();
    let entries_file = &mut files[4].1;
    *entries_file = entries_file.replace(
        "A1,S5,2026-07-15,11,100.00,,07,02,01\n",
        "A1,S5,20260715,11,100.00,,07,02,01\n\
         A1,S6,20260716,11,100.00,,07,02,02\n\
         A1,S7,20260717,11,-100.00,,07,02,02\n\
         A1,S8,20260718,99,-50.00,,,,01\n\
         A1,S9,20260719,14,0,,,,01\n\
         A1,S10,20260720,12,2470.50,10.00,03,02,01\n",
    );
    files[0].1 = files[0]
        .1
        .replace("rows = 5, total = \"2510.50\"", "rows = 10, total = \"4931.00\"");
    files[0].1 = files[0].1.replace("total = \"2310.50\"", "total = \"0\"");
    files[3].1 = files[3].1.replace("2310.50,2410.50,-100.00", "0,0,0");
    write(dir.path(), &files);
    let (batches, _) = read(dir.path()).unwrap();
    let effects: Vec<_> = entries(&batches)[4..]
        .iter()
        .map(|row| (row.amount.to_string(), row.balance.to_string()))
        .collect();
    insta::assert_debug_snapshot!(effects);
}

/// What is said of the export when `from` in `file` is `to`.
fn refused(file: &str, from: &str, to: &str) -> String {
    read_changed(file, from, to).unwrap_err()
}

#[test]
fn demonstrations_of_any_day_and_seed_read_back() {
    for (seed, today) in [
        (1, "2026-11-24"),
        (2, "2026-07-01"),
        (3, "2024-02-29"),
        (4, "2030-12-31"),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let edition = crate::policy::load(None).unwrap();
        demo::generate(dir.path(), 300, seed, today.parse().unwrap(), &edition).unwrap();
        let (batches, _) = read(dir.path()).unwrap();
        assert!(entries(&batches).len() > 10_000, "{today}");
    }
}

async fn sqlite(dir: &Path) -> Arc<dyn store::Store> {
    let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(1);
    let keys = Arc::new(Keys::from_toml(&Keys::generate_toml(&mut rng)).unwrap());
    let url = format!("sqlite:{}", dir.join("anju.db").display());
    store::migrate(&url, &keys, store::Purpose::Centre).await.unwrap();
    store::open(&url, keys, store::Purpose::Centre).await.unwrap()
}

fn clock() -> FixedClock {
    FixedClock::at(
        NaiveDate::from_ymd_opt(2026, 11, 24)
            .unwrap()
            .and_hms_opt(2, 0, 0)
            .unwrap(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn swaps_in_a_good_export_and_keeps_it_when_the_next_is_bad() {
    let dir = tempfile::tempdir().unwrap();
    let store = sqlite(dir.path()).await;
    let files = dir.path().join("export");
    fs::create_dir(&files).unwrap();
    write(&files, &export());
    let summary = super::run(&files, store.as_ref(), &clock(), Former::MustFit)
        .await
        .unwrap();
    let shown = summary.to_string();
    insta::assert_snapshot!(shown[..shown.rfind('\n').unwrap()]);
    assert_eq!(store.last_import().await.unwrap(), Some(summary.record.clone()));

    let tomorrow = export()[0].1.replace("2026-11-23", "2026-11-25");
    fs::write(files.join("manifest.toml"), tomorrow).unwrap();
    let refused = super::run(&files, store.as_ref(), &clock(), Former::MustFit)
        .await
        .unwrap_err();
    assert_eq!(
        refused.to_string(),
        "manifest.toml: as_of, 2026-11-25, lies in the future"
    );

    let mut bad = export();
    bad[6].1 = bad[6].1.replace("L1,S2", "L1,S1");
    write(&files, &bad);
    super::run(&files, store.as_ref(), &clock(), Former::MustFit)
        .await
        .unwrap_err();
    assert_eq!(store.last_import().await.unwrap(), Some(summary.record.clone()));

    let mut older = export();
    older[0].1 = older[0].1.replace("2026-11-23", "2026-11-22");
    write(&files, &older);
    let odd = super::run(&files, store.as_ref(), &clock(), Former::MustFit)
        .await
        .unwrap_err();
    assert_eq!(
        odd.to_string(),
        "this looks like the wrong export: its data are of 2026-11-22, those in use of 2026-11-23; \
         if it is meant so, repeat with --force"
    );
    assert_eq!(store.last_import().await.unwrap(), Some(summary.record));
    super::run(&files, store.as_ref(), &clock(), Former::MayDiffer)
        .await
        .unwrap();
    store.close().await.unwrap();
}

proptest! {
    /// Any bytes in place of a piece of any file: read or refused, never a panic.
    #[test]
    fn any_bytes_are_read_or_refused(
        file in 0_usize..7,
        at in any::<prop::sample::Index>(),
        bytes in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..60),
            "[0-9,\"\n.\\-AS]{0,40}".prop_map(String::into_bytes),
        ],
        cut in 0_usize..60,
    ) {
        let dir = tempfile::tempdir().unwrap();
        let files = export();
        write(dir.path(), &files);
        let (name, text) = &files[file];
        let mut text = text.clone().into_bytes();
        let at = at.index(text.len());
        let end = (at + cut).min(text.len());
        text.splice(at..end, bytes);
        fs::write(dir.path().join(name), text).unwrap();
        let _ = read(dir.path());
    }
}
