//! English.

use super::{CreditCodeText, IdText, PhoneText, Text};
use crate::text::sentence::Sentence;

/// English.
pub const EN: Text = Text {
    id: IdText {
        empty: "Enter your ID number (身份证号码)",
        length: Sentence::new("An ID number has 18 characters; this one has {0}"),
        old_form: "The old ID numbers with 15 digits are no longer used; enter the 18 characters on your present ID card (身份证)",
        character: Sentence::new(
            "Character {0} of the ID number is wrong: the first 17 are digits, the last is a digit or X",
        ),
        birth: "Digits 7 to 14 of the ID number are not a date of birth; please check them",
        check: "One character of the ID number is wrong, as its last character shows; please compare it with your card",
    },
    phone: PhoneText {
        empty: "Enter your mobile number",
        length: Sentence::new("A mobile number has 11 digits; this one has {0}"),
        character: "A mobile number has digits only",
        prefix: "A mobile number begins with 13 to 19",
    },
    credit_code: CreditCodeText {
        empty: "Enter the unified social credit code (统一社会信用代码)",
        length: Sentence::new("A unified social credit code has 18 characters; this one has {0}"),
        character: Sentence::new(
            "Character {0} of the unified social credit code is wrong: it has digits and capital letters only, without I, O, S, V and Z",
        ),
        check: "One character of the unified social credit code is wrong, as its last character shows; please compare it with the business licence (营业执照)",
    },
};
