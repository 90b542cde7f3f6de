//! The law for other programs: the same answers as everywhere else, to whoever asks, and nothing kept of it.
//!
//! No answer here reads a database: they are asked of one engine, but for the test that nothing is written to any.

use std::fs;

use content::law::{CaseFacts, in_force};
use platform::limits::LimitSettings;
use serde_json::{Value as Json, json};
use testkit::{Engine, TestApp, View, for_each_engine, source::root};

/// Asks as a program does.
fn ask(app: &TestApp, body: &[u8], headers: &[(&str, &str)]) -> View {
    app.browser().send_bytes("/api/v1/obligations", body, headers).expect("an answer")
}

const AS_JSON: (&str, &str) = ("content-type", "application/json");

fn evaluated(app: &TestApp, case: &Json) -> View {
    ask(app, case.to_string().as_bytes(), &[AS_JSON])
}

fn json_of(view: &View) -> Json {
    serde_json::from_str(&view.html()).unwrap_or_else(|error| panic!("{error}: {}", view.html()))
}

fn header<'a>(view: &'a View, name: &str) -> &'a str {
    view.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Every worked case: its name, its text, and the same as JSON.
fn cases() -> Vec<(String, String, Json)> {
    let folder = fs::read_dir(root().join("packs/law/fr/cases")).expect("the cases");
    let paths = folder.map(|entry| entry.expect("an entry").path());
    let read = paths.filter(|path| !path.ends_with("each-rule.toml")).map(|path| {
        let text = fs::read_to_string(&path).expect("a case");
        let table: toml::Table = text.parse().expect("TOML");
        (path.display().to_string(), text, in_json(&toml::Value::Table(table)))
    });
    read.collect()
}

/// JSON has no dates: they are texts.
fn in_json(value: &toml::Value) -> Json {
    match value {
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(list) => list.iter().map(in_json).collect(),
        toml::Value::Table(table) => {
            Json::Object(table.iter().map(|(key, value)| (key.clone(), in_json(value))).collect())
        }
        other => serde_json::to_value(other).expect("JSON"),
    }
}

#[test]
fn every_worked_case_is_answered_over_http_as_on_the_command_line() {
    let app = TestApp::on(Engine::Sqlite);
    let cases = cases();
    assert!(cases.len() >= 15);
    for (name, text, sent) in cases {
        let answer = evaluated(&app, &sent);
        assert_eq!((answer.status, header(&answer, "content-type")), (200, "application/json"), "{name}");
        let case = CaseFacts::from_toml(&name, text.as_bytes()).expect("a case");
        let reading = in_force().evaluate(&case, case.as_of().expect("a day"));
        assert_eq!(json_of(&answer), serde_json::to_value(&reading).expect("JSON"), "{name}");
    }
}

#[test]
fn what_programs_ask_needs_no_account_sets_no_cookie_and_is_kept_nowhere() {
    for_each_engine(|app| {
        let before = app.dump().to_string();
        let answer =
            evaluated(app, &json!({ "title": "Zephirine Quatrelivres", "org": { "headcount": 86 } }));
        assert_eq!(answer.status, 200);
        assert!(!answer.headers.contains_key("set-cookie"));
        assert_eq!(json_of(&answer)["as_of"], app.today().to_string(), "without a day: today");
        assert_eq!(app.dump().to_string(), before);
    });
}

#[test]
fn what_cannot_be_read_is_a_problem_with_its_key_and_what_was_expected() {
    let app = TestApp::on(Engine::Sqlite);
    let wrong = json!({ "as_of": "soon", "org": { "headcount": "many", "hedcount": 3 }, "systems": {} });
    let answer = evaluated(&app, &wrong);
    assert_eq!((answer.status, header(&answer, "content-type")), (422, "application/problem+json"));
    let problem = json_of(&answer);
    assert_eq!((&problem["status"], problem["errors"].as_array().expect("errors").len()), (&json!(422), 4));
    let keys: Vec<&str> = problem["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|error| error["key"].as_str().expect("a key"))
        .collect();
    assert_eq!(keys, ["as_of", "org.headcount", "org.hedcount", "systems"]);
    assert_eq!(problem["errors"][1]["given"], "\"many\"");
    assert!(problem["errors"][1]["expected"].as_str().is_some_and(|text| text.starts_with("a number")));
    for (body, headers, status) in [
        (b"{\"org\": ".to_vec(), [AS_JSON], 400),
        ([b"[".repeat(5_000), b"]".repeat(5_000)].concat(), [AS_JSON], 400),
        (b"\xff\xfe".to_vec(), [AS_JSON], 400),
        (b"{}".to_vec(), [("content-type", "text/plain")], 415),
        (b"[]".to_vec(), [AS_JSON], 422),
        ([b"{\"title\": \"".to_vec(), b"a".repeat(70_000), b"\"}".to_vec()].concat(), [AS_JSON], 413),
    ] {
        let answer = ask(&app, &body, &headers);
        assert_eq!(answer.status, status, "{}", answer.html());
        assert_eq!(header(&answer, "content-type"), "application/problem+json");
        assert_eq!(json_of(&answer)["status"], json!(status));
        assert!(json_of(&answer)["detail"].as_str().is_some_and(|detail| !detail.contains("law-problem")));
    }
    for path in ["/api/v1/nothing", "/api/v1/obligations"] {
        let answer = app.browser().fetch(path, &[]).expect("an answer");
        assert_eq!(header(&answer, "content-type"), "application/problem+json", "{path}");
        assert!([404, 405].contains(&answer.status), "{path}: {}", answer.status);
    }
}

#[test]
fn any_site_may_ask_without_credentials_and_forms_of_other_sites_still_change_nothing() {
    let app = TestApp::on(Engine::Sqlite);
    let elsewhere = [AS_JSON, ("origin", "https://syndicat.example"), ("sec-fetch-site", "cross-site")];
    let answer = ask(&app, b"{}", &elsewhere);
    assert_eq!((answer.status, header(&answer, "access-control-allow-origin")), (200, "*"));
    assert!(!answer.headers.contains_key("access-control-allow-credentials"));
    let law = app.browser().fetch("/api/v1/law", &elsewhere[1..]).expect("an answer");
    assert_eq!((law.status, header(&law, "access-control-allow-origin")), (200, "*"));
    let form = app.browser().send_from("https://syndicat.example", "/connexion", &[]).expect("an answer");
    assert_eq!(form.status, 403);
    assert!(!form.headers.contains_key("access-control-allow-origin"));
}

#[test]
fn whoever_asks_too_often_is_told_how_long_to_wait() {
    let app = TestApp::on(Engine::Sqlite);
    app.limit(LimitSettings::default());
    let mut answers = (0..400).map(|_| ask(&app, b"{}", &[AS_JSON]));
    let refused = answers.find(|answer| answer.status != 200).expect("a limit");
    assert_eq!((refused.status, header(&refused, "content-type")), (429, "application/problem+json"));
    assert!(header(&refused, "retry-after").parse::<u32>().is_ok_and(|seconds| seconds >= 1));
    assert_eq!(app.browser().open("/api").expect("a page").status, 200, "pages are not limited by it");
}

#[test]
fn the_law_is_given_whole_with_its_edition_its_texts_and_its_citations() {
    let app = TestApp::on(Engine::Sqlite);
    let law = json_of(&app.browser().fetch("/api/v1/law", &[]).expect("an answer"));
    assert_eq!(law["edition"], json!(in_force().edition));
    let rules = law["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), in_force().rules().len());
    for rule in rules {
        assert!(!rule["citations"].as_array().expect("citations").is_empty(), "{rule}");
        for condition in rule["conditions"].as_array().expect("conditions") {
            let known = &law["conditions"][condition.as_str().expect("a name")];
            assert!(known["label"]["fr"].is_string() && known["expression"].is_string(), "{condition}");
        }
    }
}

#[test]
fn every_answer_is_as_the_description_says() {
    let app = TestApp::on(Engine::Sqlite);
    let described = json_of(&app.browser().fetch("/api/v1/openapi.json", &[]).expect("an answer"));
    assert_eq!(described["openapi"], "3.1.0");
    let law = json_of(&app.browser().fetch("/api/v1/law", &[]).expect("an answer"));
    conforms(&described, &json!({ "$ref": "#/components/schemas/Law" }), &law, "law");
    let all_unknown: serde_json::Map<String, Json> = ["org", "system", "data", "project"]
        .into_iter()
        .map(|family| {
            let names = in_force().words().iter().filter_map(|word| word.name.split_once('.'));
            let facts = names.filter(|(of, _)| *of == family);
            (
                family.to_owned(),
                Json::Object(facts.map(|(_, name)| (name.to_owned(), "unknown".into())).collect()),
            )
        })
        .collect();
    let mut asked = cases();
    asked.push(("all unknown".to_owned(), String::new(), Json::Object(all_unknown)));
    for (name, _, sent) in asked {
        conforms(&described, &json!({ "$ref": "#/components/schemas/Case" }), &sent, &name);
        let reading = json_of(&evaluated(&app, &sent));
        conforms(&described, &json!({ "$ref": "#/components/schemas/Reading" }), &reading, &name);
    }
    let problem = json_of(&evaluated(&app, &json!({ "org": { "cse": 3 } })));
    conforms(&described, &json!({ "$ref": "#/components/schemas/Problem" }), &problem, "problem");
    let example =
        described.pointer("/paths/~1api~1v1~1obligations/post/requestBody/content/application~1json/example");
    assert_eq!(evaluated(&app, example.expect("an example")).status, 200);
}

#[test]
fn the_description_is_not_satisfied_by_something_else() {
    let schema = json!({ "type": "object", "required": ["a"], "additionalProperties": false, "properties": { "a": { "type": "string" } } });
    assert_eq!(fault(&Json::Null, &schema, &json!({ "a": "x" }), ""), None);
    for wrong in [json!({}), json!({ "a": 1 }), json!({ "a": "x", "b": 2 }), json!([])] {
        assert!(fault(&Json::Null, &schema, &wrong, "").is_some(), "{wrong}");
    }
}

fn conforms(described: &Json, schema: &Json, value: &Json, place: &str) {
    if let Some(fault) = fault(described, schema, value, place) {
        panic!("{fault}");
    }
}

/// Where a value is not as a schema says: as much of JSON Schema as the description uses.
fn fault(described: &Json, schema: &Json, value: &Json, place: &str) -> Option<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target =
            described.pointer(&reference[1..]).unwrap_or_else(|| panic!("{reference} leads nowhere"));
        return fault(described, target, value, place);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let fits = choices.iter().any(|choice| fault(described, choice, value, place).is_none());
        return (!fits).then(|| format!("{place}: {value} is none of {choices:?}"));
    }
    if let Some(codes) = schema["enum"].as_array() {
        return (!codes.contains(value)).then(|| format!("{place}: {value} is none of {codes:?}"));
    }
    if schema.get("const").is_some_and(|only| only != value) {
        return Some(format!("{place}: {value} is not {}", schema["const"]));
    }
    if !is_of_type(&schema["type"], value) {
        return Some(format!("{place}: {value} is not of type {}", schema["type"]));
    }
    let items = value.as_array().into_iter().flatten().filter(|_| schema.get("items").is_some());
    let of_items = items
        .enumerate()
        .find_map(|(n, item)| fault(described, &schema["items"], item, &format!("{place}[{n}]")));
    of_items.or_else(|| of_fields(described, schema, value, place))
}

fn of_fields(described: &Json, schema: &Json, value: &Json, place: &str) -> Option<String> {
    let fields = value.as_object()?;
    let mut required = schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
    if let Some(missing) = required.find(|name| !fields.contains_key(*name)) {
        return Some(format!("{place}: {missing} is missing"));
    }
    fields.iter().find_map(|(name, value)| {
        let place = format!("{place}.{name}");
        match (schema["properties"].get(name), schema.get("additionalProperties")) {
            (Some(known), _) => fault(described, known, value, &place),
            (None, Some(Json::Bool(false))) => Some(format!("{place} is not described")),
            (None, Some(other)) if other.is_object() => fault(described, other, value, &place),
            (None, _) => None,
        }
    })
}

fn is_of_type(kind: &Json, value: &Json) -> bool {
    let is = |kind: &str| match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        other => panic!("{other} is no type"),
    };
    match kind {
        Json::String(kind) => is(kind),
        Json::Array(kinds) => kinds.iter().filter_map(Json::as_str).any(is),
        _ => true,
    }
}
