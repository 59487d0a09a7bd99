//! What a form page and its handler agree on: names of common fields, and errors by field.

/// One thing to correct, and the field it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name, which is also the id its error link goes to.
    pub field: String,
    /// What to do, in plain words: 请填写身份证号.
    pub message: String,
}

/// What a person must correct before a form is accepted, in the order of the fields.
///
/// ```
/// use app::form::FormErrors;
///
/// let mut errors = FormErrors::default();
/// errors.add("phone", "手机号是 11 位数字");
/// assert_eq!(errors.of("phone").as_deref(), Some("手机号是 11 位数字"));
/// assert_eq!(errors.of("name"), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormErrors(Vec<FieldError>);

impl FormErrors {
    /// Nothing to correct.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// One thing to correct.
    pub fn one(field: impl Into<String>, message: impl Into<String>) -> Self {
        let mut errors = Self::none();
        errors.add(field, message);
        errors
    }

    /// Adds an error to a field.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.push(FieldError {
            field: field.into(),
            message: message.into(),
        });
    }

    /// The first error of this field, for the message beside it.
    pub fn of(&self, field: &str) -> Option<String> {
        self.0
            .iter()
            .find(|error| error.field == field)
            .map(|error| error.message.clone())
    }

    /// Nothing to correct?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All errors, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, FieldError> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a FormErrors {
    type Item = &'a FieldError;
    type IntoIter = std::slice::Iter<'a, FieldError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
