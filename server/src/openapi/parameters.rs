//! What each parameter may be, by its name: the same name means the same thing in every call. The handlers read more than is
//! said here, as people write it; a program that keeps to this is never misunderstood.

use fund::edition::Edition;
use fund::repayment::{Keep, Method};
use serde_json::{Value, json};

use crate::import::rows::EntryKind;

/// Adds to a parameter's schema what its name means.
pub(super) fn refine(edition: &Edition, path: &str, parameter: &mut Value) {
    let name = parameter["name"].as_str().unwrap_or_default().to_owned();
    if name == "{question}" {
        return answers(parameter);
    }
    let Some((more, example)) = meaning(edition, path, &name) else {
        return;
    };
    // `null` is for members of a body: a parameter is sent or not.
    let schema = &mut parameter["schema"];
    if let Some(kinds) = schema["type"].as_array().cloned() {
        let kind = kinds.into_iter().find(|kind| kind != "null");
        schema["type"] = kind.unwrap_or_else(|| json!("string"));
    }
    if let (Some(schema), Value::Object(more)) = (schema.as_object_mut(), more) {
        schema.extend(more);
    }
    parameter["example"] = example;
}

/// The answers to a notice's questions: each under the code of its question.
fn answers(parameter: &mut Value) {
    parameter["name"] = json!("answers");
    parameter["style"] = json!("form");
    parameter["explode"] = json!(true);
    parameter["schema"] = json!({ "type": "object", "additionalProperties": { "type": "string" } });
    parameter["example"] = json!({});
}

/// What more the schema says, and an example.
type Meaning = (Value, Value);

fn meaning(edition: &Edition, path: &str, name: &str) -> Option<Meaning> {
    amounts(name)
        .or_else(|| numbers(name))
        .or_else(|| days(name))
        .or_else(|| codes(path, name))
        .or_else(|| places(edition, path, name))
}

fn pattern(pattern: &str, example: &str) -> Meaning {
    (json!({ "pattern": pattern }), json!(example))
}

fn range(least: u32, most: u32, example: u32) -> Meaning {
    (json!({ "minimum": least, "maximum": most }), json!(example))
}

fn one_of<'a>(codes: impl IntoIterator<Item = &'a str>) -> Option<Meaning> {
    let codes: Vec<_> = codes.into_iter().collect();
    let first = codes.first().copied()?;
    Some((json!({ "enum": codes }), json!(first)))
}

/// Yuan, up to ten million less one, with fen or without.
fn amounts(name: &str) -> Option<Meaning> {
    Some(match name {
        "principal" | "price" | "amount" | "wage" | "next_wage" | "savings" | "budget" | "fund_amount"
        | "bank_principal" => pattern(r"^[1-9][0-9]{3,6}(\.[0-9]{2})?$", "6000.00"),
        "per_square_metre" => pattern(r"^[1-9][0-9]{3,4}$", "6500"),
        "balances" | "spouse_balances" | "income" | "spouse_income" | "monthly" | "debts" | "balance"
        | "second_balance" | "second_monthly" | "outstanding" | "floor" => {
            pattern(r"^(0|[1-9][0-9]{0,5})(\.[0-9]{2})?$", "3000.00")
        }
        _ => return None,
    })
}

fn numbers(name: &str) -> Option<Meaning> {
    Some(match name {
        "annual_rate" | "bank_annual_rate" | "rate_le5y" | "rate_gt5y" | "prime" => {
            pattern(r"^[1-9](\.[0-9]{1,2})?$", "3.25")
        }
        "member_ratio" | "employer_ratio" => pattern(r"^([5-9]|1[0-2])(\.[0-9]{1,2})?$", "8"),
        "points_1" | "points" => pattern(r"^-?[1-9][0-9]?$", "-20"),
        "months" | "bank_months" => range(1, 360, 240),
        "years" | "years_1" => range(1, 30, 20),
        "due_day" | "day" => range(1, 31, 15),
        "month" => range(1, 12, 7),
        "after" => range(1, 359, 36),
        "limit" => range(1, 100, 20),
        // A person has one account, rarely two: which others there are says `/account`.
        "account" => range(1, 1, 1),
        "year" => range(1990, 2099, 2026),
        "headcount" => range(1, 60_000, 30),
        "months_contributed" => range(0, 480, 30),
        "building_age" => range(0, 50, 10),
        "earlier_loans" => range(0, 5, 0),
        "children" => range(0, 9, 1),
        "before" => pattern("^[1-9][0-9]{0,8}$", "20"),
        _ => return None,
    })
}

fn days(name: &str) -> Option<Meaning> {
    let day = |example: &str| {
        let in_reach = r"^20(2[5-9]|3[0-9])-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$";
        (json!({ "format": "date", "pattern": in_reach }), json!(example))
    };
    Some(match name {
        "birth" => (
            json!({ "format": "date", "pattern": r"^19(7[0-9]|8[0-9]|9[0-9])-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$" }),
            json!("1988-05-12"),
        ),
        "granted_on" | "first_due" | "on" | "from" | "to" | "until" | "settle_on" => day("2026-11-28"),
        _ => return None,
    })
}

fn codes(path: &str, name: &str) -> Option<Meaning> {
    match name {
        "method" | "method_1" | "bank_method" => one_of(Method::ALL.map(Method::code)),
        "keep" if path.ends_with("/offset") => one_of(Keep::ALL.map(Keep::code)),
        "keep" => one_of(Keep::ALL.map(Keep::code).into_iter().chain(["settle"])),
        "every" => one_of(["once", "month", "year"]),
        "home" => one_of(["first", "second"]),
        "contributors" => one_of(["one", "two"]),
        "product" => one_of([
            "ordinary",
            "entrepreneurship_housing",
            "other_city",
            "combined",
            "commercial_to_fund",
        ]),
        "track" => one_of(["man", "woman_cadre", "woman_worker"]),
        "green_building" | "talent" => one_of(["1"]),
        "good_credit" | "bank" => one_of(["yes", "no"]),
        "market" => one_of(["new", "resale"]),
        "kind_1" => one_of(["fund", "combined", "commercial"]),
        "first_period" => one_of(["whole_month", "by_days"]),
        "january" => one_of(["whole", "split"]),
        "kind" => one_of(EntryKind::ALL.iter().map(|kind| kind.name())),
        _ => None,
    }
}

/// What depends on the centre: its branches, services and ways.
fn places(edition: &Edition, path: &str, name: &str) -> Option<Meaning> {
    match name {
        "branch" => one_of(edition.branches.iter().map(|branch| branch.code.as_str())),
        "service" if path.starts_with("/api/v1/notice/") => {
            one_of(edition.flows.iter().map(|flow| flow.code.as_str()))
        }
        "service" => {
            let bookable = edition.services.iter().filter(|service| service.is_bookable());
            one_of(bookable.map(|service| service.code.as_str()))
        }
        "way" => one_of(edition.offset.ways.iter().map(|way| way.code())),
        "code" => Some(pattern("^[0-9A-HJKMNP-TV-Z]{8}$", "K7Q2MF10")),
        "number" => Some(pattern(
            "^[A-Z]{2,4}-20[0-9]{2}-[0-9]{6}-[0-9A-Z]{8}$",
            "XN-2026-000001-K7Q2MF3D",
        )),
        "Visit-Pass" => Some(pattern(
            "^[0-9A-Z]{8}\\.[0-9]{10}\\.[0-9a-f]{32}$",
            "K7Q2MF10.1796000000.0123456789abcdef0123456789abcdef",
        )),
        "q" => Some((json!({ "maxLength": 40 }), json!("租房"))),
        _ => None,
    }
}
