//! The sheet a chart is drawn on: it writes SVG and remembers where every text and every mark stands.

use super::measure::{Weight, width};
pub use super::xml::Element;

/// A rectangle in pixels of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Area {
    /// Whether two rectangles share more than an edge.
    pub fn meets(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub fn widened(&self, x: i32, y: i32) -> Area {
        Area { left: self.left - x, top: self.top - y, right: self.right + x, bottom: self.bottom + y }
    }
}

/// Which point of a line of text its `x` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    pub text: &'a str,
    pub x: i32,
    pub baseline: i32,
    pub anchor: Anchor,
    pub size: i32,
    pub weight: Weight,
    pub colour: &'a str,
    /// Colour of the thin outline that keeps the words readable where a line passes behind them.
    pub halo: Option<&'a str>,
}

impl<'a> Line<'a> {
    pub fn new(text: &'a str, x: i32, baseline: i32, size: i32, colour: &'a str) -> Self {
        Self { text, x, baseline, anchor: Anchor::Start, size, weight: Weight::Regular, colour, halo: None }
    }

    pub fn bold(mut self) -> Self {
        self.weight = Weight::Bold;
        self
    }

    pub fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    pub fn on(mut self, background: &'a str) -> Self {
        self.halo = Some(background);
        self
    }

    pub fn area(&self) -> Area {
        let width = width(self.text, self.size, self.weight);
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2,
            Anchor::End => self.x - width,
        };
        let (rise, fall) = ((self.size * 4 + 4) / 5, (self.size + 3) / 4);
        Area { left, top: self.baseline - rise, right: left + width, bottom: self.baseline + fall }
    }

    fn svg(&self) -> String {
        let element =
            Element::new("text").ints([("x", self.x), ("y", self.baseline), ("font-size", self.size)]);
        let anchor = match self.anchor {
            Anchor::Start => None,
            Anchor::Middle => Some("middle"),
            Anchor::End => Some("end"),
        };
        let outline = self.halo.map(|_| ("3", "stroke"));
        element
            .maybe("text-anchor", anchor)
            .maybe("font-weight", (self.weight == Weight::Bold).then_some("700"))
            .attr("fill", self.colour)
            .maybe("stroke", self.halo)
            .maybe("stroke-width", outline.map(|o| o.0))
            .maybe("stroke-linejoin", outline.map(|_| "round"))
            .maybe("paint-order", outline.map(|o| o.1))
            .saying(self.text)
    }
}

/// Who may be drawn upon and what was drawn.
#[derive(Debug, Default)]
pub struct Sheet {
    body: String,
    texts: Vec<Area>,
    marks: Vec<Area>,
    linked: bool,
}

impl Sheet {
    pub fn draw(&mut self, svg: &str) {
        self.body.push_str(svg);
    }

    pub fn text(&mut self, line: Line<'_>) {
        if !line.text.is_empty() {
            self.texts.push(line.area());
            self.body.push_str(&line.svg());
            // Two texts side by side read as one word to a screen reader.
            self.body.push(' ');
        }
    }

    /// Writes on a mark: the one place where words and mark share a spot.
    pub fn inside_mark(&mut self, line: Line<'_>) {
        self.body.push_str(&line.svg());
        // Two texts side by side read as one word to a screen reader.
        self.body.push(' ');
    }

    /// Draws something no text may cover.
    pub fn mark(&mut self, area: Area, svg: &str) {
        self.marks.push(area);
        self.draw(svg);
    }

    /// Draws inside a link, or a plain group when there is no address; `name` is read aloud and shown as a tip.
    pub fn linked(&mut self, href: Option<&str>, name: &str, inside: impl FnOnce(&mut Sheet)) {
        let open = match href {
            Some(href) => Element::new("a").attr("href", href).attr("aria-label", name),
            None => Element::new("g"),
        };
        self.linked |= href.is_some();
        let before = std::mem::take(&mut self.body);
        inside(self);
        let tip = Element::new("title").saying(name);
        let inner = std::mem::replace(&mut self.body, before);
        self.draw(&open.holding(&(tip + &inner)));
    }

    /// The finished picture.
    ///
    /// A picture without links is one image. With links it is a group instead: an image hides what it holds from
    /// assistive technology, and a link that takes the focus must not be hidden.
    pub fn finish(&self, frame: &Frame<'_>) -> String {
        let (title, desc) = (format!("{}-title", frame.id_prefix), format!("{}-desc", frame.id_prefix));
        let head = Element::new("title").attr("id", &title).saying(frame.title)
            + &Element::new("desc").attr("id", &desc).saying(frame.desc);
        Element::new("svg")
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("class", &format!("chart {}", frame.class))
            .attr("viewBox", &format!("0 0 {} {}", frame.width, frame.height))
            .attr("role", if self.linked { "group" } else { "img" })
            .attr("aria-labelledby", &title)
            .attr("aria-describedby", &desc)
            .holding(&(head + &self.body))
    }

    /// The first two texts that overlap, or a text and a mark, or a text outside the frame: none, ever.
    #[cfg(test)]
    pub fn overlaps(&self, width: i32, height: i32) -> Option<(Area, Area)> {
        let frame = Area { left: 0, top: 0, right: width, bottom: height };
        let outside = |a: &&Area| a.left < 0 || a.top < 0 || a.right > width || a.bottom > height;
        if let Some(area) = self.texts.iter().find(outside) {
            return Some((*area, frame));
        }
        let pairs = self
            .texts
            .iter()
            .enumerate()
            .flat_map(|(at, a)| self.texts[at + 1..].iter().chain(&self.marks).map(move |b| (*a, *b)));
        pairs.into_iter().find(|(a, b)| a.meets(b))
    }

    #[cfg(test)]
    pub fn text_count(&self) -> usize {
        self.texts.len()
    }
}

/// What surrounds a drawing: its names, its size, the prefix that keeps its ids unique in the page.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pub id_prefix: &'a str,
    pub class: &'a str,
    pub title: &'a str,
    pub desc: &'a str,
    pub width: i32,
    pub height: i32,
}

/// A circle, as an element to complete.
pub fn circle(x: i32, y: i32, radius: i32) -> Element {
    Element::new("circle").ints([("cx", x), ("cy", y), ("r", radius)])
}

/// A rectangle, as an element to complete.
pub fn rect(area: &Area) -> Element {
    Element::new("rect").ints([
        ("x", area.left),
        ("y", area.top),
        ("width", area.right - area.left),
        ("height", area.bottom - area.top),
    ])
}

/// A straight stroke, complete.
pub fn stroke(from: (i32, i32), to: (i32, i32), colour: &str, width: &str) -> String {
    Element::new("line")
        .ints([("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)])
        .attr("stroke", colour)
        .attr("stroke-width", width)
        .empty()
}

/// A square standing on its corner.
pub fn diamond(x: i32, y: i32, half: i32) -> Element {
    Element::new("path")
        .attr("d", &format!("M{x} {}l{half} {half} -{half} {half} -{half} -{half}z", y - half))
}

/// Several texts as one, for a label read aloud: "a, b, c", without the empty ones.
pub fn joined(texts: &[&str], by: &str) -> String {
    texts.iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join(by)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame() -> Frame<'static> {
        Frame { id_prefix: "a", class: "x", title: "T", desc: "D", width: 100, height: 50 }
    }

    #[test]
    fn two_texts_on_the_same_spot_are_seen_to_overlap() {
        let mut sheet = Sheet::default();
        sheet.text(Line::new("un", 10, 20, 12, "#000"));
        assert_eq!(sheet.overlaps(100, 50), None);
        sheet.text(Line::new("deux", 12, 22, 12, "#000"));
        assert!(sheet.overlaps(100, 50).is_some());
    }

    #[test]
    fn a_text_outside_the_frame_is_seen() {
        let mut sheet = Sheet::default();
        sheet.text(Line::new("hors cadre", 90, 20, 12, "#000"));
        assert!(sheet.overlaps(100, 50).is_some());
    }

    #[test]
    fn a_picture_with_links_is_a_group_so_that_its_links_can_be_read() {
        let mut sheet = Sheet::default();
        sheet.linked(None, "plain", |_| {});
        assert!(sheet.finish(&frame()).contains(r#"role="img""#));
        sheet.linked(Some("/projets/1"), "named", |_| {});
        let svg = sheet.finish(&frame());
        assert!(svg.contains(r#"role="group""#), "{svg}");
        assert!(svg.contains(r#"<a href="/projets/1" aria-label="named">"#), "{svg}");
    }
}
