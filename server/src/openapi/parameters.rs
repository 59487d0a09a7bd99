//! What each parameter may be, by its name: the same name means the same thing in every call. The handlers read more than is
//! said here, as people write it; a program that keeps to this is never misunderstood.

use fund::edition::Edition;
use fund::repayment::{Keep, Method};
use serde_json::{Map, Value, json};

use fund::records::{EntryKind, PaperKind};

/// Adds to a parameter's schema what its name means.
pub(super) fn refine(edition: &Edition, path: &str, parameter: &mut Value) {
    let name = parameter["name"].as_str().unwrap_or_default().to_owned();
    if name == "{question}" {
        return answers(edition, parameter);
    }
    if let Some((more, example)) = meaning(edition, path, &name) {
        narrow(&mut parameter["schema"], more);
        parameter["example"] = example;
    }
}

/// Adds to the schema of a body what the names of its members mean.
pub(super) fn refine_body(edition: &Edition, schema: &mut Value) {
    let members = schema["properties"].as_object_mut();
    for (name, member) in members.into_iter().flatten() {
        if let Some((more, example)) = meaning(edition, "", name) {
            narrow(member, more);
            member["examples"] = json!([example]);
        }
    }
}

fn narrow(schema: &mut Value, more: Value) {
    // What may be left out is left out: nobody needs `null` as well.
    if let Some(kinds) = schema["type"].as_array().cloned() {
        let kind = kinds.into_iter().find(|kind| kind != "null");
        schema["type"] = kind.unwrap_or_else(|| json!("string"));
    }
    if let (Some(schema), Value::Object(more)) = (schema.as_object_mut(), more) {
        schema.extend(more);
    }
}

/// The answers to a notice's questions: each under the code of its question, of whichever service.
fn answers(edition: &Edition, parameter: &mut Value) {
    let questions = edition.flows.iter().flat_map(|flow| &flow.questions);
    let answers: Map<_, _> = questions
        .map(|question| (question.code.clone(), json!({ "type": "string" })))
        .collect();
    parameter["name"] = json!("answers");
    parameter["style"] = json!("form");
    parameter["explode"] = json!(true);
    parameter["schema"] = json!({ "type": "object", "properties": answers, "additionalProperties": false });
    parameter["example"] = json!({});
}

/// What more the schema says, and an example.
type Meaning = (Value, Value);

fn meaning(edition: &Edition, path: &str, name: &str) -> Option<Meaning> {
    amounts(path, name)
        .or_else(|| numbers(name))
        .or_else(|| days(path, name))
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
fn amounts(path: &str, name: &str) -> Option<Meaning> {
    let positive = |example: &str| pattern(r"^[1-9][0-9]{3,6}(\.[0-9]{2})?$", example);
    Some(match name {
        "principal" | "price" => positive("600000.00"),
        "savings" | "fund_amount" | "bank_principal" => positive("300000.00"),
        "amount" if path.ends_with("/prepayment") => positive("50000.00"),
        "amount" if path.ends_with("/overdue") => positive("3000.00"),
        "amount" => positive("500000.00"),
        "wage" | "next_wage" | "budget" => positive("6000.00"),
        "income" if path.ends_with("/quota") || path.ends_with("/afford") => positive("12000.00"),
        "per_square_metre" => pattern(r"^[1-9][0-9]{3,4}$", "6500"),
        "balances" | "spouse_balances" | "spouse_income" | "monthly" | "debts" | "balance"
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
        "points" | "points_1" | "points_2" | "points_3" | "points_4" => pattern(r"^-?[1-9][0-9]?$", "-20"),
        "months" | "bank_months" => range(1, 360, 240),
        "years" | "years_1" | "years_2" | "years_3" | "years_4" => range(1, 30, 20),
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
        "before" => pattern("^(0|[1-9][0-9]{0,8})$", "20"),
        _ => return None,
    })
}

fn days(path: &str, name: &str) -> Option<Meaning> {
    let day = |example: &str| {
        let in_reach = r"^20(2[5-9]|3[0-9])-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$";
        (json!({ "format": "date", "pattern": in_reach }), json!(example))
    };
    Some(match name {
        "birth" => (
            json!({ "format": "date", "pattern": r"^19(7[0-9]|8[0-9]|9[0-9])-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$" }),
            json!("1988-05-12"),
        ),
        "first_due" => day("2026-12-15"),
        "on" => day("2027-01-20"),
        "until" => day("2027-11-28"),
        "to" => day("2026-12-05"),
        "granted_on" if path.ends_with("/existing") => day("2025-06-15"),
        "granted_on" | "from" | "settle_on" => day("2026-11-28"),
        _ => return None,
    })
}

fn codes(path: &str, name: &str) -> Option<Meaning> {
    match name {
        "method" | "method_1" | "method_2" | "method_3" | "method_4" | "bank_method" => {
            one_of(Method::ALL.map(Method::code))
        }
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
        "kind_2" => one_of(["commercial", "combined", "fund"]),
        "kind_3" | "kind_4" => one_of(["combined", "commercial", "fund", "none"]),
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
        "id_number" => Some((
            json!({ "minLength": 4, "maxLength": 40 }),
            json!("990101196803152429"),
        )),
        "password" => Some((
            json!({ "minLength": 1, "maxLength": 128 }),
            json!("kite-lamp-4821"),
        )),
        "paper" => one_of(PaperKind::ALL.iter().map(|kind| kind.name())),
        "last_four" => Some(pattern("^[0-9]{3}[0-9X]$", "2429")),
        "idempotency_key" => Some(pattern("^[!-~]{1,64}$", "5f0c1f7e-2b7d-4d8e-9c57-0c1a52f1a001")),
        "code" => Some(pattern("^[0-9A-HJKMNP-TV-Z]{8}$", "K7Q2MF10")),
        "number" => Some(pattern(
            "^[A-Z]{2,4}-20[0-9]{2}-[0-9]{6}-[0-9A-Z]{8}$",
            "XN-2026-000001-K7Q2MF3D",
        )),
        "Visit-Pass" => Some(pattern(
            "^[0-9A-Z]{8}\\.[0-9]{10}\\.[0-9a-f]{32}$",
            "K7Q2MF10.1796000000.0123456789abcdef0123456789abcdef",
        )),
        "q" => Some((json!({}), json!("租房"))),
        "slot" => Some(pattern(
            "^[a-z_]{2,20}-20[0-9]{6}-[0-9]{4}$",
            "shizhi-20261205-0930",
        )),
        "slip" => places(edition, path, "number"),
        _ => None,
    }
}
