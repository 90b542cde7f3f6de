//! The thread (*le fil*): three dialogues side by side in time, what passed between them, what the law dates.
//!
//! [`draw`] is for wide screens and paper: time runs to the right, one lane per sphere. [`draw_tall`] is for phones:
//! time runs down as a list, the lanes are three rails beside it. A page writes both and shows one.

mod dots;
mod flags;
mod key;
mod labels;
mod plan;
mod scale;
mod tall;
mod wide;

use kernel::Sphere;

use super::sheet::joined;

/// What the thread shows. Days are day numbers of any epoch: only their differences count.
#[derive(Debug, Clone, Default)]
pub struct ThreadPicture {
    /// Keeps the ids of this drawing unique in its page; the two versions add their own ending.
    pub id_prefix: String,
    /// Short name of the picture.
    pub title: String,
    /// The picture in one or two sentences, and where the same content stands as a table.
    pub desc: String,
    pub today: i32,
    /// "aujourd’hui".
    pub today_label: String,
    /// Social, professional, technical, in this order.
    pub lanes: [Lane; 3],
    /// Parts of the life cycle, in order of time.
    pub bands: Vec<Band>,
    pub events: Vec<Event>,
    /// Name of the row of legal deadlines, "Échéances"; may be empty.
    pub flags_name: String,
    pub flags: Vec<Flag>,
    pub links: Vec<Link>,
}

/// One of the three dialogues.
#[derive(Debug, Clone, Default)]
pub struct Lane {
    pub name: String,
    /// Who speaks there: "CSE", "atelier, planning".
    pub sub_name: String,
}

/// A part of the life cycle: it runs to the next one, the last to the edge of the picture.
#[derive(Debug, Clone, Default)]
pub struct Band {
    pub label: String,
    /// Its dates in words; may be empty.
    pub dates: String,
    /// First day; without one, the band starts at the edge of the picture.
    pub from: Option<i32>,
}

/// A time of dialogue.
#[derive(Debug, Clone)]
pub struct Event {
    pub lane: Sphere,
    pub day: i32,
    pub label: String,
    /// The day in words: "12 nov.".
    pub date: String,
    /// Held: a full circle. Planned: a hollow one.
    pub held: bool,
    pub href: Option<String>,
}

/// A legal deadline.
#[derive(Debug, Clone)]
pub struct Flag {
    pub day: i32,
    pub label: String,
    /// The day in words; may be empty when the label has it.
    pub date: String,
    pub tone: Tone,
    pub href: Option<String>,
}

/// How loud a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    #[default]
    Plain,
    Alert,
}

/// What passed from one space to another, from event to event (places in [`ThreadPicture::events`]).
#[derive(Debug, Clone)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    /// What passed, in words: shown as a tip.
    pub label: String,
}

/// The thread with time running to the right. Its height follows its content; its width is 1180 or, past some
/// forty events in one lane, more.
pub fn draw(picture: &ThreadPicture) -> String {
    let page = wide::paint(picture);
    page.sheet.finish(&page.frame(picture))
}

/// The thread with time running down, 340 wide.
pub fn draw_tall(picture: &ThreadPicture) -> String {
    let page = tall::paint(picture);
    page.sheet.finish(&page.frame(picture))
}

/// A drawing and its size.
struct Page {
    sheet: super::sheet::Sheet,
    width: i32,
    height: i32,
    class: &'static str,
    id_prefix: String,
}

impl Page {
    fn frame<'a>(&'a self, picture: &'a ThreadPicture) -> super::sheet::Frame<'a> {
        super::sheet::Frame {
            id_prefix: &self.id_prefix,
            class: self.class,
            title: &picture.title,
            desc: &picture.desc,
            width: self.width,
            height: self.height,
        }
    }
}

impl ThreadPicture {
    fn lane(&self, sphere: Sphere) -> &Lane {
        &self.lanes[lane_at(sphere)]
    }

    /// How an event is read aloud: lane, label, date.
    fn spoken(&self, event: &Event) -> String {
        joined(&[&self.lane(event.lane).name, &event.label, &event.date], ", ")
    }

    /// Links whose two ends exist and differ.
    fn real_links(&self) -> impl Iterator<Item = (&Link, &Event, &Event)> {
        self.links.iter().filter_map(|link| {
            let (from, to) = (self.events.get(link.from)?, self.events.get(link.to)?);
            (link.from != link.to).then_some((link, from, to))
        })
    }
}

impl Flag {
    fn words(&self) -> String {
        joined(&[&self.date, &self.label], " · ")
    }
}

/// Place of a sphere among the lanes.
fn lane_at(sphere: Sphere) -> usize {
    match sphere {
        Sphere::Social => 0,
        Sphere::Professional => 1,
        Sphere::Technical => 2,
    }
}

#[cfg(test)]
mod tests;
