//! How another program asks what the law says, on one page that needs no script.

use access::Visitor;
use askama::Template;
use content::law::in_force;
use platform::PageResult;
use ui::{Page, render};

#[derive(Template)]
#[template(path = "guide.html")]
struct GuidePage {
    page: Page,
    edition: String,
    rules: usize,
    addresses: [Address; 3],
    example: String,
}

/// Something that can be asked.
struct Address {
    method: &'static str,
    path: &'static str,
    /// Whether a browser can simply open it.
    is_page: bool,
    /// The key of what it gives.
    what: &'static str,
}

const ADDRESSES: [Address; 3] = [
    Address { method: "POST", path: "/api/v1/obligations", is_page: false, what: "law-api-obligations" },
    Address { method: "GET", path: "/api/v1/law", is_page: true, what: "law-api-law" },
    Address { method: "GET", path: "/api/v1/openapi.json", is_page: true, what: "law-api-openapi" },
];

pub async fn show(visitor: Visitor) -> PageResult {
    let ctx = &visitor.ctx;
    let example = format!(
        "curl {} \\\n  -H 'content-type: application/json' \\\n  -d '{}'",
        ctx.absolute("/api/v1/obligations"),
        r#"{"as_of": "2026-11-22", "org": {"sector": "company", "headcount": 86, "cse": "unknown"}, "system": {"is_ai": true, "new_technology": true}}"#
    );
    let law = in_force();
    render(&GuidePage {
        page: visitor.page(ctx.t.say("law-api-title")),
        edition: law.edition.clone(),
        rules: law.rules().len(),
        addresses: ADDRESSES,
        example,
    })
}
