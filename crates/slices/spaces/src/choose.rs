//! Choosing where something is held or goes: an open space, since nobody sits in a closed one.

use kernel::SpaceId;
use platform::{T, form::Form};

use crate::model::space::Space;

/// The open space that a field names, among all those of the project. Another is refused beside the field; a closed one
/// with what to do: it was open when the form was drawn.
pub fn open_one(t: &T, form: &mut Form, name: &str, spaces: &[Space]) -> Option<SpaceId> {
    let named = spaces.iter().find(|space| space.id.to_string() == form.value(name));
    match named {
        Some(space) if space.is_open() => return Some(space.id),
        Some(space) => form.refuse(name, t.one("space-refused-closed", "space", space.name.as_str())),
        None => form.refuse(name, t.say("form-choose")),
    }
    None
}

/// Where what was meant for a space is held once that space is closed: an open one of its sphere, statutory first; else
/// any open one; else the space itself, since a review must stand somewhere.
pub fn standing_in(spaces: &[Space], meant: SpaceId) -> SpaceId {
    let sphere = spaces.iter().find(|space| space.id == meant).map(|space| space.sphere);
    let open = spaces.iter().filter(|space| space.is_open());
    let nearest =
        open.min_by_key(|space| (space.id != meant, Some(space.sphere) != sphere, !space.is_statutory));
    nearest.map_or(meant, |space| space.id)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{SpaceId, Sphere};

    use super::standing_in;
    use crate::model::space::{Closed, Space};

    fn space(n: u8, sphere: Sphere, is_statutory: bool) -> Space {
        let id = SpaceId::parse(&format!("{n:032x}")).expect("an id");
        Space::new(id, sphere, (String::new(), String::new()), is_statutory, date(2026, 3, 1))
    }

    fn closed(space: Space) -> Space {
        let on = date(2026, 4, 1);
        Space { closed: Some(Closed { on, because: String::new(), next_review: on }), ..space }
    }

    #[test]
    fn a_closed_space_is_stood_in_for_by_the_nearest_open_one_and_an_open_one_by_itself() {
        let [team, council, other] = [
            space(1, Sphere::Professional, false),
            space(2, Sphere::Social, true),
            space(3, Sphere::Professional, false),
        ];
        let ids = [team.id, council.id, other.id];
        assert_eq!(standing_in(&[team.clone(), council.clone(), other.clone()], ids[0]), ids[0]);
        assert_eq!(standing_in(&[closed(team.clone()), council.clone(), other.clone()], ids[0]), ids[2]);
        assert_eq!(standing_in(&[closed(team.clone()), council.clone(), closed(other)], ids[0]), ids[1]);
        assert_eq!(standing_in(&[closed(team), closed(council)], ids[0]), ids[0]);
    }
}
