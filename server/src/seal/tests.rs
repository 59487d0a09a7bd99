use super::*;
use rand::SeedableRng as _;
use rand_chacha::ChaCha20Rng;

fn keys() -> Keys {
    Keys::from_toml(&Keys::generate_toml(&mut ChaCha20Rng::seed_from_u64(1))).unwrap()
}

#[test]
fn opens_only_where_it_was_sealed() {
    let keys = keys();
    let value = keys.seal(Column::MEMBER_NAME, 7, "王小明").unwrap();
    assert_eq!(*keys.open(Column::MEMBER_NAME, 7, &value).unwrap(), "王小明");
    assert!(keys.open(Column::MEMBER_NAME, 8, &value).is_err());
    assert!(keys.open(Column::MEMBER_PHONE, 7, &value).is_err());
    for place in 0..value.len() {
        let mut altered = value.clone();
        altered[place] ^= 1;
        assert!(
            keys.open(Column::MEMBER_NAME, 7, &altered).is_err(),
            "byte {place}"
        );
    }
    assert!(keys.open(Column::MEMBER_NAME, 7, &[]).is_err());
}

#[test]
fn same_name_in_two_rows_looks_different() {
    let keys = keys();
    let [one, two] = [1, 2].map(|row| keys.seal(Column::MEMBER_NAME, row, "李娜").unwrap());
    assert_ne!(one, two);
}

#[test]
fn old_values_open_after_rotation() {
    let old_text = Keys::generate_toml(&mut ChaCha20Rng::seed_from_u64(1));
    let value = Keys::from_toml(&old_text)
        .unwrap()
        .seal(Column::MEMBER_NAME, 7, "王小明")
        .unwrap();
    let rotated = old_text.replace("current = 1", "current = 2") + &format!("2 = \"{}\"\n", "5a".repeat(32));
    let keys = Keys::from_toml(&rotated).unwrap();
    assert_eq!(*keys.open(Column::MEMBER_NAME, 7, &value).unwrap(), "王小明");
    assert_eq!(keys.seal(Column::MEMBER_NAME, 7, "王小明").unwrap()[0], 2);

    let lost = rotated.replace("\n1 = ", "\n3 = ");
    let error = Keys::from_toml(&lost)
        .unwrap()
        .open(Column::MEMBER_NAME, 7, &value)
        .unwrap_err();
    assert!(matches!(error, SealError::UnknownKey { key: 1, .. }));
}

#[test]
fn messages_and_debug_show_no_key() {
    let text = Keys::generate_toml(&mut ChaCha20Rng::seed_from_u64(1));
    let secret = text.split('"').nth(1).unwrap().to_owned();
    for broken in [
        text.replace("current = 1", "current = 9"),
        text.replace("current = 1", "current = \"1\""),
        text.replace(&secret, &secret[1..]),
        text.replace("blind_index", "blind"),
    ] {
        let message = Keys::from_toml(&broken).unwrap_err().to_string();
        assert!(!message.contains(&secret[1..9]), "{message}");
    }
    assert_eq!(format!("{:?}", keys()), "Keys(current 1, ids [1], withheld)");
}

#[test]
fn key_file_is_private_and_never_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("keys.toml");
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    Keys::create(&path, &mut rng).unwrap();
    Keys::load(&path).unwrap();
    assert!(Keys::create(&path, &mut rng).is_err());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(Keys::load(&path), Err(SealError::Exposed(_))));
    }
}

#[test]
fn rotating_the_index_keeps_every_key_and_adds_one() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("keys.toml");
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let first = Keys::create(&path, &mut rng).unwrap();
    let name = first.seal(Column::MEMBER_NAME, 7, "王小明").unwrap();
    // What an attempt left that broke off is in nobody's way.
    std::fs::write(path.with_extension("rotating"), "half").unwrap();
    for version in 2..=3 {
        let keys = Keys::rotate_index(&path, &mut rng).unwrap();
        assert_eq!(keys.index_version(), version);
        let loaded = Keys::load(&path).unwrap();
        for at in 1..=version {
            assert_eq!(loaded.index_check(at), keys.index_check(at));
        }
        assert_eq!(loaded.index_check(1), first.index_check(1));
        assert_eq!(loaded.index_check(version + 1), None);
        assert_eq!(*loaded.open(Column::MEMBER_NAME, 7, &name).unwrap(), "王小明");
    }
    assert!(!path.with_extension("rotating").exists());
}

#[test]
fn files_from_before_rotation_are_read() {
    let text = Keys::generate_toml(&mut ChaCha20Rng::seed_from_u64(1));
    let older = text
        .replace("blind_index = [\"", "blind_index = \"")
        .replace("\"]", "\"");
    assert_ne!(*text, older);
    let [old, new] = [&older, &*text].map(|text| Keys::from_toml(text).unwrap());
    assert_eq!(old.index_check(1), new.index_check(1));
    assert!(Keys::from_toml(&text.replace("blind_index = [", "blind_index = [] #")).is_err());
}
