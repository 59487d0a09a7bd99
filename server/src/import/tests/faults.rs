//! What is said of an export that is wrong.

use super::{changed, export, read, refused, write};
use crate::import::{ImportError, manifest::Manifest, mapping::Mapping, run::read_all};
use std::fs;

#[test]
fn lines_are_numbered_however_they_end() {
    let bad = changed("members.csv", "A2,E1,Jane Doe", "A2,E1,\"Jane\nDoe\"");
    let text = &bad[2].1.replace("E1234567", "E");
    for (end, blanks) in [
        ("\n", 0),
        ("\r\n", 0),
        ("\r", 0),
        ("\n", 2),
        ("\r\n", 1),
        ("\r", 3),
    ] {
        let dir = tempfile::tempdir().unwrap();
        write(dir.path(), &export());
        // One row that is wrong after a quoted line end, one after blank lines.
        let rows = text.replace("GRZH,", &format!("{}GRZH,", "\n".repeat(blanks))) + "A1,E1,x,03,E1,\n";
        fs::write(dir.path().join("members.csv"), rows.replace('\n', end)).unwrap();
        let message = read(dir.path()).unwrap_err();
        for line in [3 + blanks, 5 + blanks] {
            assert!(
                message.contains(&format!("members.csv, line {line}, column")),
                "{end:?}, {blanks}: {message}"
            );
        }
    }
}

/// What no message may quote.
const PERSONAL: &[&str] = &[
    "9901011980",
    "9.90101",
    "王小明",
    "Jane",
    "EABCDEF",
    "13800138000",
    "1.38",
    "8255555",
    "2310",
    "10000.00",
];

#[test]
fn refusals_say_where_and_why() {
    let last = "A1,S5,2026-07-15,11,100.00,,07,02,01\n";
    let messages = [
        refused("employers.csv", "DWJJLX", "DWJLX"),
        refused("employers.csv", "DWZHZT", "DWXHRQ"),
        refused("employers.csv", "DWJJLX", "DWZH"),
        refused("employers.csv", "D2143569-X", "D2143569-7"),
        refused("employers.csv", "D2143569-X", "91420000000000000A"),
        refused("employers.csv", "20100301", "20100231"),
        refused("employers.csv", ",12.00,", ",112,"),
        refused("employers.csv", ",110\n", "\n"),
        refused("employers.csv", "咸宁市第一小学", ""),
        refused("members.csv", "990101198003071232", "990101198003071231"),
        refused("members.csv", "990101198003071232", "990101198002301235"),
        refused("members.csv", "990101198003071232", "990101800307123"),
        refused("members.csv", "13800138000", "8255555"),
        refused("members.csv", "13800138000", "1.38E+10"),
        refused("members.csv", "990101198003071232", "9.90101E+17"),
        refused("members.csv", "990101198003071232", "'990101198003071232"),
        refused(
            "members.csv",
            "990101198003071232",
            "\"=\"\"990101198003071232\"\"\"",
        ),
        refused("members.csv", "990101198003071232", "990101198003071000"),
        refused("members.csv", "E1234567", "EABCDEF"),
        refused(
            "members.csv",
            "Jane Doe,03,E1234567",
            "Jane Doe,01,990101198003071232",
        ),
        refused("members.csv", "王小明", "NULL"),
        refused("members.csv", "A2,E1", "4.2E+11,E1"),
        refused("members.csv", "GRZH,DWZH,XINGMING,ZJLX,ZJHM,SJHM\n", ""),
        refused("members.csv", "王小明", ""),
        refused("members.csv", "A2,E1", "A1,E1"),
        refused("members.csv", "A2,E1", "A2,E2"),
        refused("members.csv", "A2,E1", "A2 x,E1"),
        refused("members.csv", ",03,", ",3,"),
        refused("accounts.csv", "A1,01", "A1,07"),
        refused("accounts.csv", "2310.50,", "-2310.50,"),
        refused("accounts.csv", "2310.50,", "2310.505,"),
        refused("accounts.csv", "2310.50,", "2310.51,"),
        refused("accounts.csv", "0,0,0,2026-01-01", "5,5,0,2026-01-01"),
        refused("accounts.csv", "A2,05", "A1,05"),
        refused("accounts.csv", "A2,05", "A3,05"),
        refused("accounts.csv", "A2,05,0,0,0,0,0,0,2026-01-01,2026-06-01,\n", ""),
        refused("accounts.csv", "20260101,,202610", "20261224,,202610"),
        refused("accounts.csv", "20260101,,202610", "20260101,,2026"),
        refused("accounts.csv", "20260101,,202610", "20260101,20260601,202610"),
        refused("accounts.csv", "2026-06-01", "2025-06-01"),
        refused("accounts.csv", "20260101,,202610", "20260101,,2026.1"),
        refused("employers.csv", ",12.00,", ",0.12,"),
        refused("entries.csv", "A1,S5", "A1,S4"),
        refused("entries.csv", "A1,S5", "A9,S5"),
        refused("entries.csv", "2026-07-15", "2026-06-15"),
        refused("entries.csv", ",100.00,", ",-100.00,"),
        refused("entries.csv", ",100.00,", ",10000.00,"),
        refused("entries.csv", ",100.00,", ",100.01,"),
        refused("entries.csv", "S1,20260105,03,0.00", "S1,20260105,13,8.00"),
        refused("entries.csv", ",07,02,01", ",07,02,1"),
        refused("entries.csv", last, ""),
        refused("entries.csv", last, &format!("A2,S1,20260105,03,0,,,,01\n{last}")),
        refused("loans.csv", ",2.6,", ",0.026,"),
        refused_multiple("110"),
        refused_multiple("0"),
        refused("loans.csv", ",C1,", ",贷?1,"),
        refused("loans.csv", ",120,", ",361,"),
        refused("loans.csv", "L1,C1,A1", "L1,C1,A7"),
        refused("loans.csv", "214.50,2026", "214.51,2026"),
        refused("loans.csv", ",01,\n", ",01,20261101\n"),
        refused("loan_entries.csv", "1300.00,1000.00", "1300.00,1000.01"),
        refused("loan_entries.csv", "1300.00,1000.00", "1300.01,1000.01"),
        refused("loan_entries.csv", "L1,", "L2,"),
        refused(
            "manifest.toml",
            "members = { rows = 2 }",
            "members = { rows = 3 }",
        ),
        refused("manifest.toml", "2310.50", "2310.51"),
        refused("manifest.toml", "2510.50", "2510.49"),
        refused("manifest.toml", "2026-11-23", "2026-02-05"),
        refused("entries.csv", "A1,S5", "\"A1,S5"),
    ];
    let shown = messages.join("\n");
    for personal in PERSONAL {
        let quoted = shown
            .lines()
            .find(|line| line.contains(personal) && !line.contains("comes to"));
        assert_eq!(quoted, None, "a message quotes a personal value");
    }
    insta::assert_snapshot!(shown);
}

/// What is said of a loan at this multiple of the published rate.
fn refused_multiple(multiple: &str) -> String {
    let mut files = changed("loans.csv", "DKLL,DKDBLX", "DKLL,LLFDBL,DKDBLX");
    files[5].1 = files[5].1.replace(",2.6,", &format!(",2.6,{multiple},"));
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &files);
    read(dir.path()).unwrap_err()
}

#[test]
fn all_bad_rows_are_reported_together() {
    let dir = tempfile::tempdir().unwrap();
    let mut files = export();
    for (file, from, to) in [
        (1, "20100301", "2010"),
        (2, "王小明", "王\u{E000}明"),
        (2, "A2,E1,", "A2,E9,"),
        (3, "5000.00", "5e3"),
        (4, "20260205", "20260231"),
        (4, "S4,20260630,09", "S4,20260630,90"),
        (6, "L1,S2,02", "L1,S2,2"),
    ] {
        assert!(files[file].1.contains(from), "{from}");
        files[file].1 = files[file].1.replace(from, to);
    }
    write(dir.path(), &files);
    insta::assert_snapshot!(read(dir.path()).unwrap_err());
}

#[test]
fn a_report_lists_a_thousand_faults_and_counts_the_rest() {
    let mut files = export();
    files[2].1 += &"A9,E1,王,03,?,\n".repeat(1500);
    files[3].1 = files[3].1.replace("5000.00", "x");
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &files);
    let mut handed_on = 0;
    let manifest = Manifest::read(dir.path()).unwrap();
    let mut take = |_| {
        handed_on += 1;
        true
    };
    let error = read_all(dir.path(), &manifest, &Mapping::default(), &mut take).unwrap_err();
    let ImportError::Bad(report) = &error else {
        panic!("{error}");
    };
    // And the number of rows is not the manifest's.
    assert_eq!((report.faults().len(), report.total()), (1000, 1502));
    assert!(
        error
            .to_string()
            .starts_with("1502 faults, the first 1000 of which are:\n  members.csv, line 4,")
    );
    assert_eq!(handed_on, 1, "nothing is staged after the first fault");
}

#[test]
fn a_row_that_never_ends_is_stopped() {
    let endless = format!("\"{}", "x\n".repeat(3 * 1024 * 1024 / 2));
    insta::assert_snapshot!(refused("entries.csv", "A1,S1", &endless), @"entries.csv: a row is longer than 1 MiB: is there a quotation mark that is never closed?");
}

#[test]
fn a_file_that_breaks_off_is_not_told_of_through_those_that_refer_to_it() {
    let endless = format!("\"{}", "x\n".repeat(3 * 1024 * 1024 / 2));
    let message = refused("members.csv", "A1,E1", &endless);
    assert!(
        message.starts_with("members.csv: a row is longer than 1 MiB"),
        "{message}"
    );
    let message = refused("members.csv", "A1,E1", "\"A1,E1");
    assert!(
        message.contains("never closed") && !message.contains("not in members.csv"),
        "{message}"
    );
}

#[test]
fn a_missing_file_is_named() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &export());
    fs::remove_file(dir.path().join("loans.csv")).unwrap();
    let message = read(dir.path()).unwrap_err();
    assert!(message.contains("loans.csv: No such file"), "{message}");
}
