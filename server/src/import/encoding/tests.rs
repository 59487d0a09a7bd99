use super::*;
use encoding_rs::GB18030;
use proptest::prelude::*;

/// A folder whose files are empty but for employers.csv and members.csv.
fn folder(employers: &[u8], members: &[u8]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for table in Table::ALL {
        let bytes = match table {
            Table::Employer => employers,
            Table::Member => members,
            _ => b"",
        };
        std::fs::write(dir.path().join(file_of(table)), bytes).unwrap();
    }
    dir
}

/// The encoding found, and the text of members.csv in it.
fn decided(employers: &[u8], members: &[u8], said: Option<Encoding>) -> Result<(Encoding, String), String> {
    let dir = folder(employers, members);
    let encoding = of_folder(dir.path(), said).map_err(|error| error.to_string())?;
    let (mut text, _) = open(&dir.path().join("members.csv"), encoding).unwrap();
    let mut read = String::new();
    text.read_to_string(&mut read).unwrap();
    Ok((encoding, read))
}

fn gb(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}

#[test]
fn one_encoding_for_the_folder() {
    use Encoding::{Gb18030, Utf8};
    let ours = |encoding, text: &str| Ok((encoding, text.to_owned()));
    let (school, names) = ("咸宁市第一小学\n", "茅眉\n茅\n");
    let marked = |text: &str| [BYTE_ORDER_MARK, text.as_bytes()].concat();
    assert!(
        String::from_utf8(gb(names)).is_ok(),
        "valid UTF-8 though it is GB18030"
    );
    assert_eq!(decided(&gb(school), &gb(names), None), ours(Gb18030, names));
    assert_eq!(decided(&gb(names), &gb(names), None), ours(Gb18030, names));
    assert_eq!(
        decided(school.as_bytes(), names.as_bytes(), None),
        ours(Utf8, names)
    );
    assert_eq!(
        decided(school.as_bytes(), "José\n".as_bytes(), None),
        ours(Utf8, "José\n")
    );
    assert_eq!(
        decided(b"a\n", "Müller\n".as_bytes(), None),
        ours(Utf8, "Müller\n")
    );
    assert_eq!(decided(b"a\n", b"b\n", None), ours(Utf8, "b\n"));
    assert_eq!(decided(&marked("a\n"), &marked("éé\n"), None), ours(Utf8, "éé\n"));
    assert_eq!(
        decided(b"a\n", &[GB_BYTE_ORDER_MARK, &gb(names)].concat(), None),
        ours(Gb18030, names)
    );
}

#[test]
fn the_manifests_word_wins() {
    use Encoding::{Gb18030, Utf8};
    let lucky = gb("茅眉\n");
    assert_eq!(decided(b"a\n", &lucky, Some(Utf8)), Ok((Utf8, "éü\n".to_owned())));
    assert_eq!(
        decided(b"a\n", "éü\n".as_bytes(), Some(Gb18030)),
        Ok((Gb18030, "茅眉\n".to_owned()))
    );
    for (name, encoding) in [
        ("utf-8", Some(Utf8)),
        ("UTF8", Some(Utf8)),
        ("GBK", Some(Gb18030)),
        ("GB 18030", Some(Gb18030)),
        ("latin1", None),
    ] {
        assert_eq!(Encoding::from_name(name), encoding, "{name}");
    }
}

#[test]
fn refusals_name_file_and_line() {
    let school = "咸宁市第一小学\n";
    let messages = [
        decided(school.as_bytes(), &gb("GRZH\n王小明\n"), None),
        decided(&gb(school), "王小明\n李四光\n".as_bytes(), None),
        decided(b"a\n", b"GRZH\r\nplain\r\n\xFF\xFF\xFF\r\n", None),
        decided(b"a\n", &gb("王\n"), Some(Encoding::Utf8)),
        decided(b"a\n", b"b\n\xFF\xFF\n", Some(Encoding::Gb18030)),
        decided(
            b"a\n",
            &[BYTE_ORDER_MARK, b"b\n"].concat(),
            Some(Encoding::Gb18030),
        ),
        decided(b"a\n", b"\xFF\xFEG\0\n\0", None),
    ]
    .map(Result::unwrap_err);
    insta::assert_snapshot!(messages.join("\n"));
}

#[test]
fn characters_across_chunks_stay_whole() {
    let text = "咸宁".repeat(CHUNK / 2) + "a" + &"公积金".repeat(CHUNK) + "\n";
    assert!(decided(b"", &gb(&text), None) == Ok((Encoding::Gb18030, text.clone())));
    assert!(decided(b"", text.as_bytes(), None) == Ok((Encoding::Utf8, text)));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = decided(b"", &bytes, None);
    }

    /// Chinese text is never taken for something else: it is read as it was written, or refused.
    #[test]
    fn chinese_names_come_back_or_are_refused(
        names in proptest::collection::vec(proptest::collection::vec((0xB0_u8..0xD7, 0xA1_u8..0xFF), 2..4), 1..20),
    ) {
        let line = |name: &Vec<(u8, u8)>| {
            let bytes: Vec<u8> = name.iter().flat_map(|(lead, trail)| [*lead, *trail]).collect();
            GB18030.decode(&bytes).0.into_owned() + "\n"
        };
        let text: String = names.iter().map(line).collect();
        for bytes in [text.clone().into_bytes(), gb(&text)] {
            if let Ok((_, read)) = decided(b"", &bytes, None) {
                prop_assert_eq!(&read, &text);
            }
        }
    }
}
