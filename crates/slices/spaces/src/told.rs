//! An alert in the reader's own words, and where what it asks for is done.

use kernel::OrganisationId;
use platform::T;

use crate::model::{
    pitfall::{Alert, Pitfall, Subject},
    space::Space,
};

/// An alert, said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub what: String,
    pub why: String,
    /// What the link to the remedy says.
    pub go: String,
    /// The end of an address under the project, or a whole address starting with `/`.
    pub rest: String,
}

/// Says an alert. `spaces` are those of the project.
pub fn told(alert: &Alert, spaces: &[Space], organisation: OrganisationId, t: &T) -> Told {
    let name = match alert.subject {
        Subject::Project => String::new(),
        Subject::Space(id) => {
            spaces.iter().find(|space| space.id == id).map(|space| space.name.clone()).unwrap_or_default()
        }
        Subject::Family(family) => t.say_code("family", family),
    };
    let day = alert.since.map(|day| t.day(day)).unwrap_or_default();
    Told {
        what: t.two(&key("alert", alert.pitfall), "name", name, "day", day),
        why: t.say_code("alert-why", alert.pitfall),
        go: t.say_code("alert-do", alert.pitfall),
        rest: rest(alert, spaces, organisation),
    }
}

fn key(prefix: &str, pitfall: Pitfall) -> String {
    format!("{prefix}-{}", pitfall.code().replace('_', "-"))
}

fn rest(alert: &Alert, spaces: &[Space], organisation: OrganisationId) -> String {
    let open = || spaces.iter().filter(|space| space.is_open());
    let plan_in = |space: Option<&Space>| match space {
        Some(space) => format!("espaces/temps?espace={}", space.id),
        None => "espaces/nouveau".to_owned(),
    };
    let technical = || open().find(|space| space.sphere == kernel::Sphere::Technical);
    let at = |id| spaces.iter().find(|space| space.id == id);
    match (alert.pitfall, alert.subject) {
        (Pitfall::NoTechnicalMember | Pitfall::MissingFamily, _) => {
            format!("/structures/{organisation}/personnes")
        }
        (Pitfall::NotLinked, _) => "constats".to_owned(),
        (Pitfall::DecidedElsewhere, _) => plan_in(open().find(|space| space.is_statutory)),
        (Pitfall::NoTechnicalTalk | Pitfall::OtherDialogue, _) => plan_in(technical()),
        (Pitfall::Silent, Subject::Space(id)) => plan_in(at(id)),
        (_, Subject::Space(id)) => format!("espaces/{id}"),
        (Pitfall::SamePeople, _) => {
            open().next_back().map_or_else(|| "espaces".to_owned(), |space| format!("espaces/{}", space.id))
        }
        _ => "espaces".to_owned(),
    }
}
