//! A small reader of XML for the tests: it accepts what the charts may write and nothing else.

/// Reads the whole text: one root, tags closed in order, attributes quoted and unique, no forbidden character.
pub fn check(xml: &str) -> Result<(), String> {
    let mut open: Vec<String> = Vec::new();
    let mut rest = xml;
    let mut roots = 0;
    while !rest.is_empty() {
        let at = rest.find('<').unwrap_or(rest.len());
        content(&rest[..at], !open.is_empty())?;
        rest = &rest[at..];
        if rest.is_empty() {
            break;
        }
        let end = rest.find('>').ok_or("a tag is not closed")?;
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let expected = open.pop().ok_or_else(|| format!("</{name}> closes nothing"))?;
            if expected != name {
                return Err(format!("</{name}> where </{expected}> was due"));
            }
            continue;
        }
        roots += usize::from(open.is_empty());
        let name = start_tag(tag.strip_suffix('/').unwrap_or(tag))?;
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    match (open.pop(), roots) {
        (Some(name), _) => Err(format!("<{name}> stays open")),
        (None, 1) => Ok(()),
        (None, n) => Err(format!("{n} roots")),
    }
}

fn start_tag(tag: &str) -> Result<String, String> {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(format!("{name:?} is no element"));
    }
    let mut seen: Vec<&str> = Vec::new();
    while !rest.is_empty() {
        let (key, after) =
            rest.split_once("=\"").ok_or_else(|| format!("attribute without quotes: {rest}"))?;
        if seen.contains(&key) || !key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(format!("bad or repeated attribute {key:?}"));
        }
        if key == "style" || key.starts_with("on") {
            return Err(format!("{key} is refused by the content policy"));
        }
        seen.push(key);
        let (value, after) = after.split_once('"').ok_or("an attribute is not closed")?;
        content(value, true)?;
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    Ok(name.to_owned())
}

fn content(text: &str, inside: bool) -> Result<(), String> {
    if !inside && !text.is_empty() {
        return Err(format!("text outside the root: {text:?}"));
    }
    if let Some(bad) = text.chars().find(|c| *c == '>' || c.is_control()) {
        return Err(format!("{bad:?} must be escaped"));
    }
    for (at, _) in text.match_indices('&') {
        let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
        if !entities.iter().any(|entity| text[at..].starts_with(entity)) {
            return Err(format!("loose ampersand in {text:?}"));
        }
    }
    Ok(())
}

/// Text that tries to escape from where it is put.
pub const HOSTILE: &str = "</text></svg>\"'&<script>x</script>\u{0}\u{1b}";

#[test]
fn the_reader_refuses_what_a_browser_would_misread() {
    assert_eq!(check(r#"<svg a="1"><g/><text>x &amp; y</text></svg>"#), Ok(()));
    let refused =
        ["<a>", "<a></b>", "<a>x & y</a>", "<a x=1/>", r#"<a x="1" x="2"/>"#, "<a/><b/>", r#"<a style=""/>"#];
    for xml in refused {
        assert!(check(xml).is_err(), "{xml}");
    }
}
