//! Writing XML: elements whose every text and attribute is escaped.

/// Escapes a text for an element or for an attribute in double quotes; drops what XML forbids.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// An element being written: attributes first, then what it holds.
pub struct Element {
    name: &'static str,
    start: String,
}

impl Element {
    pub fn new(name: &'static str) -> Self {
        Self { name, start: format!("<{name}") }
    }

    pub fn attr(mut self, name: &str, value: &str) -> Self {
        self.start.push_str(&format!(" {name}=\"{}\"", escape(value)));
        self
    }

    pub fn int(self, name: &str, value: i32) -> Self {
        self.attr(name, &value.to_string())
    }

    pub fn ints<const N: usize>(self, pairs: [(&str, i32); N]) -> Self {
        pairs.into_iter().fold(self, |element, (name, value)| element.int(name, value))
    }

    /// Adds the attribute when there is a value.
    pub fn maybe(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    pub fn empty(self) -> String {
        self.start + "/>"
    }

    /// Closes around a text, which is escaped.
    pub fn saying(self, text: &str) -> String {
        self.holding(&escape(text))
    }

    /// Closes around elements already written.
    pub fn holding(self, inner: &str) -> String {
        format!("{}>{inner}</{}>", self.start, self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_typed_cannot_leave_its_attribute_or_its_element() {
        let typed = "\"><script>alert('x')</script>&\u{0}";
        let written = Element::new("a").attr("href", typed).saying(typed);
        assert_eq!(written.matches('<').count(), 2, "{written}");
        assert_eq!(written.matches('"').count(), 2, "{written}");
        assert!(!written.contains('\u{0}'));
    }

    #[test]
    fn an_attribute_without_value_is_not_written() {
        assert_eq!(Element::new("g").maybe("class", None).empty(), "<g/>");
    }
}
