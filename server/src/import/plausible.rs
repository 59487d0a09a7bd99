//! Whether text is what a person wrote, or what a wrong encoding or a lossy export left of it.
//!
//! Judged at the import only: what the store holds already is read back as it is.

/// What is wrong with text for people, as the rest of a sentence; none if it is plausible.
///
/// `known` says that the encoding is no guess.
pub(super) fn ruined(text: &str, known: bool) -> Option<&'static str> {
    if text.chars().any(char::is_control) {
        return Some("holds control characters");
    }
    if text.contains('\u{FFFD}') || text.contains("锟斤拷") {
        return Some("holds U+FFFD: characters were lost in an earlier conversion");
    }
    if text.chars().any(is_private) {
        return Some("holds a character of the private use area, which means something else to every system");
    }
    if text.chars().any(is_noncharacter) {
        return Some("holds a code that is no character");
    }
    if text
        .chars()
        .any(|c| is_unseen(c) && !(is_mongolian_mark(c) && text.chars().any(is_mongolian)))
    {
        return Some("holds invisible or bidirectional marks");
    }
    if !known && may_be_gb2312(text) {
        return Some(
            "may be Chinese in GB18030 read as UTF-8; say in manifest.toml which it is: encoding = \"UTF-8\" or \"GB18030\"",
        );
    }
    None
}

/// The same for a person's name, which is letters of one of the world's scripts and what stands between them.
pub(super) fn ruined_name(name: &str, known: bool) -> Option<&'static str> {
    if let Some(is) = ruined(name, known) {
        return Some(is);
    }
    if name.contains(['?', '？', '□', '■', '◇', '*', '＊', '〓']) {
        return Some("holds a mark (? * □) that stands for a character the export could not write");
    }
    if !name
        .chars()
        .all(|c| is_letter(c) || is_between(c) || c.is_ascii_digit() || is_mongolian_mark(c))
    {
        return Some("holds characters that are not part of a name");
    }
    if !name.chars().any(is_letter) {
        return Some("holds no letter");
    }
    None
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Marks that show nothing: joiners, direction marks, soft hyphens, fillers, tags, variation selectors.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// What chooses the form of a Mongolian letter; it belongs to the spelling.
fn is_mongolian_mark(c: char) -> bool {
    matches!(c, '\u{180B}'..='\u{180F}' | '\u{202F}')
}

fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1820}'..='\u{18AA}')
}

/// Whether the letters beyond ASCII may be Chinese characters in GB2312 that were read as UTF-8: all of them would be
/// common ones, and no plain letter is there as in every name of the Latin alphabet. Uyghur letters are left alone.
fn may_be_gb2312(text: &str) -> bool {
    let mut found = false;
    for c in text.chars() {
        let mut bytes = [0; 4];
        match c.encode_utf8(&mut bytes).as_bytes() {
            [byte] if byte.is_ascii_alphabetic() => return false,
            [_] | [0xD8..=0xDF, 0xA1..=0xBF] => {}
            [0xC2..=0xD7, 0xA1..=0xBF] if c != '·' => found = true,
            _ => return false,
        }
    }
    found
}

/// A letter, or a vowel sign or accent that goes with one.
fn is_letter(c: char) -> bool {
    matches!(
        c,
        // Chinese, all extensions; 々 and 〇.
        '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3347F}' | '\u{F900}'..='\u{FAFF}'
        | '々' | '〇'
        // Latin, with accents apart or not, and its wide forms.
        | 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}'
        | '\u{1E00}'..='\u{1EFF}' | '\u{300}'..='\u{36F}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ'
        // Uyghur, Kazakh, Kirgiz and the rest of Arabic, with its presentation forms.
        | '\u{620}'..='\u{65F}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}' | '\u{6E5}' | '\u{6E6}' | '\u{6EE}' | '\u{6EF}'
        | '\u{6FA}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}'
        | '\u{FE70}'..='\u{FEFC}'
        // Tibetan, Mongolian, Yi, Dai, Lisu, Miao.
        | '\u{F00}' | '\u{F40}'..='\u{FBC}' | '\u{1820}'..='\u{18AA}' | '\u{A000}'..='\u{A48C}'
        | '\u{1950}'..='\u{1974}' | '\u{1980}'..='\u{19C9}' | '\u{1A20}'..='\u{1A7C}' | '\u{AA60}'..='\u{AADF}'
        | '\u{A4D0}'..='\u{A4FD}' | '\u{16F00}'..='\u{16F9F}'
        // Korean, Japanese.
        | '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | 'ー' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9D}'
        // Greek, Cyrillic, Armenian, Hebrew, Georgian, Ethiopic, the scripts of India and of South-East Asia.
        | '\u{370}'..='\u{373}' | '\u{386}' | '\u{388}'..='\u{3FF}' | '\u{400}'..='\u{481}' | '\u{48A}'..='\u{52F}'
        | '\u{531}'..='\u{556}' | '\u{561}'..='\u{587}' | '\u{5D0}'..='\u{5EA}' | '\u{10A0}'..='\u{10FF}'
        | '\u{1200}'..='\u{135A}' | '\u{900}'..='\u{DF3}' | '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}'
        | '\u{E81}'..='\u{ECD}' | '\u{1000}'..='\u{103F}' | '\u{1780}'..='\u{17D3}'
    )
}

/// What stands between the parts of a name: the middle dot in its many forms, blanks, hyphens, brackets.
fn is_between(c: char) -> bool {
    matches!(
        c,
        '·' | '•'
            | '‧'
            | '∙'
            | '⋅'
            | '・'
            | '･'
            | '˙'
            | '．'
            | '.'
            | ' '
            | '\u{A0}'
            | '\u{3000}'
            | '-'
            | '‐'
            | '–'
            | '—'
            | '－'
            | '\''
            | '’'
            | '‘'
            | 'ʼ'
            | '`'
            | ','
            | '，'
            | '、'
            | '/'
            | '('
            | ')'
            | '（'
            | '）'
            | '_'
            | '་'
            | '༌'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_all_peoples_are_plausible() {
        for name in [
            "王小明",
            "欧阳〇",
            "𠮷田",
            "𫍯㛃",
            "阿依古丽·买买提",
            "迪丽热巴•迪力木拉提",
            "Jane Doe",
            "DOE/JANE",
            "O'Brien-Smith, J.",
            "José",
            "Nguyễn Thị Ánh",
            "Đỗ Ôn",
            "王小明2",
            "王晓（小）",
            "ئايگۈل تۇرسۇن",
            "بەكرى",
            "བཀྲ་ཤིས་དོན་གྲུབ",
            "ᠪᠠᠲᠤ",
            "ᠰᠠᠢᠬᠠᠨ\u{180B}",
            "ꆈꌠꃅ",
            "김철수",
            "さくら",
            "サトウ・ハナコ",
            "Иван Петров",
            "Γιώργος",
            "สมชาย",
            "ＪＡＮＥ",
        ] {
            assert_eq!(ruined_name(name, false), None, "{name}");
        }
    }

    #[test]
    fn ruins_are_not() {
        for name in [
            "",
            "·",
            "12",
            "王\u{E000}明",
            "王\u{FFFD}",
            "锟斤拷",
            "王\u{200B}明",
            "\u{202D}王明",
            "王\u{FEFF}明",
            "王\u{85}明",
            "王?明",
            "王□",
            "王**",
            "王①",
            "王★明",
            "王=明",
            "王😀",
            "王\u{3164}",
            "王\u{FE0F}",
            "王\u{180B}",
            "éü",
            "Σй",
            "℃",
        ] {
            assert!(ruined_name(name, false).is_some(), "{name:?}");
        }
        assert_eq!(ruined_name("СС", true), None, "with the encoding known");
    }

    #[test]
    fn other_text_may_hold_what_names_may_not() {
        for text in ["咸宁市（集团）第1分公司★", "A&B Ltd. ②?", "温泉路 3# 2×4m²"] {
            assert_eq!(ruined(text, false), None, "{text}");
        }
        assert!(ruined("公司\u{E5E5}", false).is_some());
        assert!(ruined("éü", false).is_some());
    }
}
