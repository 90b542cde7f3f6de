//! A space of dialogue: where people of one sphere meet, and what it may and may not do.

use jiff::civil::Date;
use kernel::{SpaceId, Sphere, codes};
use serde::Serialize;

codes! {
    /// How far a space reaches, from the trade to the country: a matter goes up a level by being passed on, not by itself.
    pub enum Level("level") {
        Trade = "trade",
        Team = "team",
        Establishment = "establishment",
        Company = "company",
        Branch = "branch",
        Sector = "sector",
        Territory = "territory",
        National = "national",
        European = "european",
    }
}

codes! {
    /// What people do together there. A dialogue is not one thing, and each says which it is.
    pub enum Form("dialogue_form") {
        Information = "information",
        Consultation = "consultation",
        Negotiation = "negotiation",
        Expression = "expression",
        Inquiry = "inquiry",
        Training = "training",
    }
}

impl Form {
    /// Whether only a statutory space takes it: a consultation is never inferred from an informal space.
    pub const fn needs_a_statutory_space(self) -> bool {
        matches!(self, Self::Consultation)
    }
}

/// What a space may do and what it may not, in people's words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Mandate {
    pub may: String,
    pub may_not: String,
}

/// A space that meets no more: nothing is settled once and for all, so it says when it is looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Closed {
    pub on: Date,
    pub because: String,
    pub next_review: Date,
}

/// A space of dialogue of a project. It belongs to one sphere and never changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Space {
    pub id: SpaceId,
    pub sphere: Sphere,
    /// What people call it: « CSE », « Atelier et équipes ».
    pub name: String,
    /// Who sits there, in people's words: « atelier, planning ».
    pub who: String,
    /// Whether a text of law gives it its powers. What is held elsewhere is never a consultation.
    pub is_statutory: bool,
    pub level: Level,
    /// What is usually done there; each time of dialogue says its own.
    pub form: Form,
    pub mandate: Mandate,
    /// It means to meet every so many weeks.
    pub rhythm_weeks: Option<u8>,
    pub opened_on: Date,
    pub closed: Option<Closed>,
}

impl Space {
    /// A space with what goes without saying: a committee of the company is consulted, the people who do the work speak in
    /// their team, technical people inform.
    pub fn new(
        id: SpaceId,
        sphere: Sphere,
        (name, who): (String, String),
        is_statutory: bool,
        opened_on: Date,
    ) -> Self {
        let level = if sphere == Sphere::Professional { Level::Team } else { Level::Company };
        let form = usual_form(sphere, is_statutory);
        let mandate = Mandate::default();
        Self {
            id,
            sphere,
            name,
            who,
            is_statutory,
            level,
            form,
            mandate,
            rhythm_weeks: None,
            opened_on,
            closed: None,
        }
    }

    pub const fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Whether it says of itself only what its status lets it say.
    pub const fn is_lawful(&self) -> bool {
        self.is_statutory || !self.form.needs_a_statutory_space()
    }
}

/// What is usually done in a space of this sphere.
pub const fn usual_form(sphere: Sphere, is_statutory: bool) -> Form {
    match sphere {
        _ if is_statutory => Form::Consultation,
        Sphere::Technical => Form::Information,
        Sphere::Social | Sphere::Professional => Form::Expression,
    }
}

/// Why a space cannot be closed so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotClose {
    /// Nobody says when it is looked at again.
    NoReview,
    /// The day on which it would be looked at again has passed.
    ReviewInThePast,
}

/// Whether a space may be closed today, to be looked at again on that day. Errors: [`CannotClose`].
pub fn close(review: Option<Date>, because: &str, today: Date) -> Result<Closed, CannotClose> {
    let next_review = review.ok_or(CannotClose::NoReview)?;
    if next_review <= today {
        return Err(CannotClose::ReviewInThePast);
    }
    Ok(Closed { on: today, because: because.to_owned(), next_review })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{SpaceId, Sphere};

    use super::{CannotClose, Form, Space, close, usual_form};

    fn space(sphere: Sphere, is_statutory: bool) -> Space {
        let id = SpaceId::parse("0198c0de000070008000000000000001").expect("an id");
        Space::new(id, sphere, ("x".to_owned(), String::new()), is_statutory, date(2026, 11, 22))
    }

    #[test]
    fn no_informal_space_is_one_of_consultation_whatever_its_sphere() {
        for sphere in Sphere::ALL {
            assert_ne!(usual_form(*sphere, false), Form::Consultation);
            for form in Form::ALL {
                let informal = Space { form: *form, ..space(*sphere, false) };
                assert_eq!(informal.is_lawful(), *form != Form::Consultation, "{sphere} {form}");
                assert!(Space { form: *form, ..space(*sphere, true) }.is_lawful());
            }
        }
    }

    #[test]
    fn a_space_is_closed_only_with_a_day_on_which_it_is_looked_at_again() {
        let today = date(2026, 11, 22);
        assert_eq!(close(None, "", today), Err(CannotClose::NoReview));
        assert_eq!(close(Some(today), "", today), Err(CannotClose::ReviewInThePast));
        let closed = close(Some(date(2027, 2, 1)), "le comité reprend la main", today).expect("it closes");
        assert_eq!((closed.on, closed.next_review), (today, date(2027, 2, 1)));
        assert!(!Space { closed: Some(closed), ..space(Sphere::Social, true) }.is_open());
    }
}
