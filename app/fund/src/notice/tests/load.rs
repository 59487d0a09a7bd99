//! Files that are refused, and where.

use super::*;

/// A small sound flow; the tests break one place each.
const SOUND: &str = include_str!("sound.toml");

fn refused(from: &str, to: &str) -> Vec<String> {
    assert!(SOUND.contains(from), "nothing to replace: {from}");
    let text = SOUND.replacen(from, to, 1);
    let errors = Flow::from_toml("notices/sound.toml", &text).expect_err(to);
    errors.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn says(from: &str, to: &str, expected: &[&str]) {
    let found = refused(from, to);
    assert_eq!(found, expected, "{found:#?}");
}

#[test]
fn the_sound_one_is_sound() {
    let flow = Flow::from_toml("notices/sound.toml", SOUND).unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!(flow.questions.len(), 3);
}

#[test]
fn broken_text_and_unknown_keys() {
    let found = refused("code = \"sound\"", "code = ");
    assert!(found[0].starts_with("notices/sound.toml:1: "), "{found:?}");
    let found = refused("ends = true", "end = true");
    assert!(
        found[0].starts_with("notices/sound.toml:46: unknown field `end`"),
        "{found:?}"
    );
    let found = refused("equals = \"yes\"", "equal = \"yes\"");
    assert!(found[0].contains(":34: unknown field `equal`"), "{found:?}");
    let found = refused("verified = false", "checked = false");
    assert!(found[0].contains("unknown field `checked`"), "{found:?}");
}

#[test]
fn names() {
    says(
        "code = \"sound\"",
        "code = \"other\"",
        &["notices/sound.toml:1: code `other` is not the file's name"],
    );
    says(
        "code = \"rent\"",
        "code = \"Rent\"",
        &[
            "notices/sound.toml:36: code `Rent` is not snake_case",
            "notices/sound.toml:45: question `rent` does not exist",
        ],
    );
    says(
        "code = \"id_card\"",
        "code = \"birth_certificate\"",
        &["notices/sound.toml:60: code `birth_certificate` is used twice"],
    );
    says(
        "text = \"房租多少？\"",
        "text = \" \"",
        &["notices/sound.toml:36: text is empty"],
    );
}

#[test]
fn kinds_and_bounds() {
    says(
        "min = 0\nmax = 9",
        "min = 9\nmax = 9",
        &[
            "notices/sound.toml:27: `min` and `max` are needed, min below max",
            "notices/sound.toml:58: every answer to question `children` is on one side of the bound",
        ],
    );
    says(
        "min = \"1\"",
        "min = 1",
        &[
            "notices/sound.toml:36: `min` and `max` are needed, min below max",
            "notices/sound.toml:40: an amount's bound is a string of yuan, such as \"10000\"",
        ],
    );
    says(
        "kind = \"yes_no\"",
        "kind = \"yes_no\"\nunit = \"个\"",
        &["notices/sound.toml:22: question `married` has keys of another kind"],
    );
    says(
        "kind = \"yes_no\"",
        "kind = \"choice\"\noptions = [{ value = \"yes\", label = \"是\" }]",
        &["notices/sound.toml:22: a choice needs at least two options"],
    );
}

#[test]
fn conditions() {
    let married = "{ question = \"married\", equals = \"yes\" }";
    says(
        married,
        "{ question = \"rent\", at_least = \"2\" }",
        &["notices/sound.toml:34: question `rent` is asked only later"],
    );
    says(
        married,
        "{ question = \"children\", at_least = 1 }",
        &["notices/sound.toml:34: question `children` is asked only later"],
    );
    says(
        married,
        "{ question = \"wed\", equals = \"yes\" }",
        &["notices/sound.toml:34: question `wed` does not exist"],
    );
    says(
        married,
        "{ question = \"married\", equals = \"maybe\" }",
        &["notices/sound.toml:34: `maybe` is no option of question `married`"],
    );
    says(
        married,
        "{ question = \"married\", at_least = 1 }",
        &["notices/sound.toml:34: question `married` asks for neither a number nor an amount"],
    );
    says(
        married,
        "{ question = \"married\", older_than_months = 1 }",
        &["notices/sound.toml:34: question `married` does not ask for a date"],
    );
    says(
        married,
        "{ all = [] }",
        &["notices/sound.toml:34: `all` and `any` need at least one part"],
    );
    let form = "notices/sound.toml:34: a condition is `all`, `any` or `not` alone, or `question` with exactly one of \
                `equals`, `one_of`, `at_least`, `at_most`, `older_than_months`";
    says(married, "{}", &[form]);
    says(married, "{ question = \"married\" }", &[form]);
    says(
        married,
        "{ question = \"married\", equals = \"yes\", one_of = [\"no\"] }",
        &[form],
    );
    says(
        "at_least = \"100000\"",
        "at_least = 100000",
        &["notices/sound.toml:45: question `rent` asks for an amount; write the bound as a string of yuan"],
    );
    says(
        "at_least = \"100000\"",
        "at_least = \"200000.01\"",
        &["notices/sound.toml:45: every answer to question `rent` is on one side of the bound"],
    );
}

#[test]
fn what_only_the_walk_finds() {
    // Nobody says yes and no.
    let never = "{ all = [{ question = \"married\", equals = \"yes\" }, { question = \"married\", equals = \"no\" }] }";
    says(
        "{ question = \"married\", equals = \"yes\" }",
        never,
        &[
            "notices/sound.toml:27: question `children` is never asked, or no answer to it is possible",
            "notices/sound.toml:51: this item can never apply",
        ],
    );
    says(
        "{ question = \"rent\", at_least = \"100000\" }",
        never,
        &[
            "notices/sound.toml:36: question `rent` decides nothing: no condition uses its answer",
            "notices/sound.toml:43: this refusal can never apply",
        ],
    );
    // The identity card is asked of everybody: without it some bring nothing.
    let found = refused(
        "why = \"看本人\"",
        "why = \"看本人\"\nwhen = { question = \"children\", at_least = 1 }",
    );
    assert_eq!(
        found,
        [
            "notices/sound.toml:1: a way ends with neither a paper nor a refusal: married=yes&children=0&rent=1.00"
        ]
    );
    let found = refused(
        "originals = 1\nissuer = \"公安\"",
        "fetched_by_centre = true\nissuer = \"公安\"",
    );
    assert!(
        found[0].contains("a way ends with neither a paper nor a refusal"),
        "{found:?}"
    );
}

#[test]
fn a_flow_too_large_to_check() {
    let mut text = SOUND.to_owned();
    for index in 0..17 {
        let question = format!(
            "\n[[question]]\ncode = \"q{index}\"\nkind = \"yes_no\"\ntext = \"？\"\n[[note]]\ntext = \"注\"\n\
             when = {{ question = \"q{index}\", equals = \"yes\" }}\n"
        );
        text.push_str(&question);
    }
    let errors = Flow::from_toml("sound.toml", &text).unwrap_err();
    assert_eq!(errors.len(), 1);
    assert!(errors[0].reason.contains("more ways"), "{errors:?}");
}

#[test]
fn no_text_shouts_and_all_are_examples() {
    for code in ["new_home_loan", "rent_withdrawal", "purchase_withdrawal"] {
        let text = std::fs::read_to_string(format!("editions/xianning/notices/{code}.toml")).unwrap();
        let text = text.replace("亲属", "");
        assert!(!text.contains(['！', '!', '亲']), "{code}");
        assert!(!built_in(code).meta.verified, "{code} is an example");
    }
}

#[test]
fn english_stands_beside_its_chinese() {
    says(
        "why = \"看本人\"",
        "why = \"看本人\"\nvalidity_en = \"not expired\"",
        &["notices/sound.toml:60: validity_en stands without validity"],
    );
    says(
        "name = \"出生证\"",
        "name = \"出生证\"\nname_en = \"出生证 of birth\"",
        &["notices/sound.toml:51: name has Chinese in its English outside brackets"],
    );
    says(
        "basis = [\"某条例\"]",
        "basis = [\"某条例\"]\nbasis_en = [\"A regulation\", \"Another\"]",
        &["notices/sound.toml:7: basis_en must have as many lines as basis"],
    );
    says(
        "unit = \"个\"",
        "unit = \"个\"\nunit_en = [\"child\", \"\"]",
        &["notices/sound.toml:27: unit has an empty English"],
    );
    let text = SOUND.replacen(
        "title = \"试验\"",
        "title = \"试验\"\ntitle_en = \"A test (试验)\"",
        1,
    );
    let flow = Flow::from_toml("notices/sound.toml", &text).unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!(flow.title.en(), Some("A test (试验)"));
    assert_eq!(
        flow.texts().iter().filter(|text| !text.lacks_english()).count(),
        1
    );
}
