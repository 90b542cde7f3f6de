//! The description of the interface (OpenAPI 3.1): kept by hand, except the case, whose keys are the words of the law.

use std::sync::LazyLock;

use axum::response::Response;
use content::law::{FactWord, in_force};
use kernel::Locale;
use rules::Kind;
use serde_json::{Map, Value as Json, json};

use crate::evaluate;

const BY_HAND: &str = include_str!("../assets/openapi.json");

static WRITTEN: LazyLock<Vec<u8>> = LazyLock::new(|| serde_json::to_vec(&description()).unwrap_or_default());

pub async fn show() -> Response {
    evaluate::json(WRITTEN.clone())
}

/// The whole description. Its version is that of the interface; the edition of the law stands in each answer.
pub fn description() -> Json {
    let mut description: Json = serde_json::from_str(BY_HAND).expect("the description is read by a test");
    if let Some(schemas) = description.pointer_mut("/components/schemas").and_then(Json::as_object_mut) {
        schemas.insert("Case".to_owned(), case());
    }
    description
}

/// A case: one object a family of facts.
fn case() -> Json {
    let mut families: Map<String, Json> = Map::new();
    for word in in_force().words().iter() {
        let Some((family, name)) = word.name.split_once('.') else { continue };
        let family = families
            .entry(family)
            .or_insert_with(|| json!({ "type": "object", "additionalProperties": false, "properties": {} }));
        if let Some(facts) = family.get_mut("properties").and_then(Json::as_object_mut) {
            facts.insert(name.to_owned(), fact(word));
        }
    }
    families.insert("as_of".to_owned(), json!({ "type": "string", "format": "date" }));
    for beside in ["title", "description", "note"] {
        families.insert(beside.to_owned(), json!({ "type": "string" }));
    }
    families.insert("expect".to_owned(), json!({ "type": "object" }));
    json!({ "type": "object", "additionalProperties": false, "properties": families })
}

fn fact(word: &FactWord) -> Json {
    let unknown = json!({ "const": "unknown" });
    let kind = match &word.kind {
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Int if word.rounds_down => json!({ "type": "number", "minimum": 0 }),
        Kind::Int => json!({ "type": "integer", "minimum": 0 }),
        Kind::Date => json!({ "type": ["string", "null"], "format": "date" }),
        Kind::Text(codes) if codes.is_empty() => json!({ "type": ["string", "null"] }),
        Kind::Text(codes) => {
            json!({ "enum": codes.iter().map(|code| json!(code)).chain([json!("none"), Json::Null]).collect::<Vec<_>>() })
        }
        Kind::List(codes) if codes.is_empty() => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::List(codes) => json!({ "type": "array", "items": { "enum": codes } }),
        Kind::Period => json!({ "$ref": "#/components/schemas/Period" }),
        Kind::Nothing => json!({}),
    };
    json!({ "description": word.label.get(Locale::En), "anyOf": [kind, unknown] })
}
