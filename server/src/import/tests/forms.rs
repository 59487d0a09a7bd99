//! The forms in which exports come: encodings, names, cells, the order of a day.

use super::{changed, entries, export, read, read_changed, refused, write};
use crate::import::{encoding::Encoding, store::Batch};
use fund::money::Fen;
use std::{fs, path::Path};

/// Writes the export in GB18030, with other names of people if any are given.
fn write_gb(dir: &Path, name: &str) {
    for (file, text) in &export() {
        let text = text.replace("王小明", name);
        if *file == "manifest.toml" {
            fs::write(dir.join(file), text).unwrap();
        } else {
            fs::write(dir.join(file), encoding_rs::GB18030.encode(&text).0).unwrap();
        }
    }
}

fn names(batches: &[Batch]) -> Vec<&str> {
    let rows = batches.iter().filter_map(|batch| match batch {
        Batch::Members(rows) => Some(rows),
        _ => None,
    });
    rows.flatten().map(|row| row.name.as_str()).collect()
}

#[test]
fn an_export_in_the_national_encoding_reads_the_same() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &export());
    let (utf8, _) = read(dir.path()).unwrap();
    write_gb(dir.path(), "王小明");
    let (gb, encoding) = read(dir.path()).unwrap();
    assert_eq!((gb, encoding), (utf8, Encoding::Gb18030));
}

#[test]
fn a_file_valid_in_both_encodings_is_in_that_of_the_others() {
    let dir = tempfile::tempdir().unwrap();
    write_gb(dir.path(), "茅眉");
    let members = fs::read(dir.path().join("members.csv")).unwrap();
    assert!(std::str::from_utf8(&members).is_ok(), "as the fault needs it");
    let (batches, encoding) = read(dir.path()).unwrap();
    assert_eq!(encoding, Encoding::Gb18030);
    assert_eq!(names(&batches), ["茅眉", "Jane Doe"]);
}

#[test]
fn the_manifests_encoding_wins() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &export());
    let (_, manifest) = &export()[0];
    let say = |encoding: &str| {
        fs::write(
            dir.path().join("manifest.toml"),
            format!("encoding = \"{encoding}\"\n{manifest}"),
        )
        .unwrap();
        read(dir.path()).map(|(_, encoding)| encoding)
    };
    assert_eq!(say("utf-8"), Ok(Encoding::Utf8));
    let refused = say("GB18030").unwrap_err();
    assert!(
        refused.contains("is not GB18030, which manifest.toml says it is"),
        "{refused}"
    );
    assert!(say("Big5").unwrap_err().contains("encoding must be"));
    write_gb(dir.path(), "王小明");
    assert_eq!(say("gbk"), Ok(Encoding::Gb18030));
    let refused = say("UTF-8").unwrap_err();
    assert!(
        refused.contains("employers.csv, line 2: is not UTF-8"),
        "{refused}"
    );
}

#[test]
fn implausible_names_are_bad_rows() {
    for name in [
        "éü",
        "王\u{E000}",
        "王\u{FFFD}",
        "\u{202E}王小明",
        "王\u{200B}小明",
        "王?明",
        "王\u{1}明",
    ] {
        let message = refused("members.csv", "王小明", name);
        assert!(
            message.starts_with("members.csv, line 2, column 3 (XINGMING): the value (withheld) "),
            "{message}"
        );
    }
    for name in [
        "阿依古丽·买买提",
        "𠮷𫍯",
        "ئايگۈل",
        "བཀྲ་ཤིས",
        "ᠪᠠᠲᠤ",
        "ꆈꌠ",
        "José Álvarez",
    ] {
        let dir = tempfile::tempdir().unwrap();
        write(dir.path(), &changed("members.csv", "王小明", name));
        let (batches, _) = read(dir.path()).unwrap();
        assert_eq!(names(&batches)[0], name);
    }
}

#[test]
fn the_order_within_a_day_does_not_matter() {
    let last = "A1,S5,2026-07-15,11,100.00,,07,02,01\n";
    // Out, in, out and in on one day, of which no order but money in first will do.
    let day = [
        "A1,S5,2026-07-15,11,2400.00,,07,02,01\n",
        "A1,S6,2026-07-15,01,2300.00,,,,01\n",
        "A1,S7,2026-07-15,11,2300.00,,07,02,01\n",
        "A1,S8,2026-07-15,11,2300.00,,07,02,02\n",
    ];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [0, 2, 1, 3], [2, 0, 3, 1]] {
        let lines: String = order.iter().map(|at| day[*at]).collect();
        let mut files = changed("entries.csv", last, &lines);
        files[0].1 = files[0]
            .1
            .replace("rows = 5, total = \"2510.50\"", "rows = 8, total = \"11710.50\"");
        let dir = tempfile::tempdir().unwrap();
        write(dir.path(), &files);
        let (batches, _) = read(dir.path()).unwrap();
        let balances: Vec<_> = entries(&batches).iter().map(|row| row.balance).collect();
        assert_eq!(balances.len(), 8);
        assert!(
            balances.iter().all(|balance| !balance.is_negative()),
            "{order:?}: {balances:?}"
        );
        assert_eq!(balances.last(), Some(&Fen::new(231_050)));
    }
    let beyond = refused("entries.csv", last, &day[2].replace("2300", "9300"));
    assert!(
        beyond.contains("line 6, column 5 (FSE): takes the ledger below zero at the close of the day"),
        "{beyond}"
    );
}

#[test]
fn cells_in_the_forms_of_exports_and_spreadsheets() {
    for (file, from, to) in [
        ("employers.csv", ",12.00,12,2,0,", ",12.00%,12.0000,2.0,0,"),
        ("employers.csv", "20100301", "2010/3/1 0:00"),
        ("employers.csv", "D2143569-X", "null"),
        ("members.csv", "13800138000", "0715-8235555"),
        ("members.csv", "13800138000", "8613800138000"),
        ("members.csv", "13800138000", "NULL"),
        ("members.csv", "03,E1234567", "02,南字第12345678号"),
        ("accounts.csv", "5000.00", "\"5,000.0000\""),
        (
            "accounts.csv",
            "20260101,,202610",
            "2026-01-01 00:00:00,\\N,2026-10",
        ),
        ("entries.csv", "10.50,10.50", "10.5000,10.5"),
        ("entries.csv", "20260105", "2026年1月5日"),
        ("loans.csv", "L1,C1,", "L1,咸公积金贷字〔2026〕第0012号,"),
        ("loans.csv", ",120,02,", ",120.0,02,"),
        (
            "loan_entries.csv",
            "20260901,20260901",
            "2026-09-01T00:00:00,2026/9/1",
        ),
    ] {
        let read = read_changed(file, from, to);
        assert!(read.is_ok(), "{file}: {to}: {:?}", read.err());
    }
    let (batches, _) = read_changed("members.csv", "13800138000", "+86 138-0013-8000").unwrap();
    let phones = batches.iter().find_map(|batch| match batch {
        Batch::Members(rows) => rows[0].phone.clone(),
        _ => None,
    });
    assert_eq!(phones.unwrap().as_str(), "13800138000");
}
