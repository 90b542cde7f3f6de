//! Everything a project's thread is made of, read in one state of the database.

use access::{Member, Reader};
use agreements::api::Agreement;
use consultations::Consultation;
use findings::{Finding, Link};
use follow_up::Commitment;
use jiff::{Timestamp, civil::Date};
use kernel::{ProjectId, Sphere};
use methods::{
    Campaign,
    api::{Gaps, KeyWaiting},
};
use obligations::api::{Crossing, Evidence, Reading};
use platform::{DbError, T, Tx, clock::civil_day};
use registry::{Organisation, Project};
use spaces::{Activity, Space, Watch};

/// A project, whole. A handful of queries, none in a loop.
#[derive(Debug, Clone)]
pub struct Whole {
    pub organisation: Organisation,
    pub project: Project,
    pub members: Vec<Member>,
    pub spaces: Vec<Space>,
    /// By day.
    pub activities: Vec<Activity>,
    /// Newest first.
    pub findings: Vec<Finding>,
    pub links: Vec<Link>,
    /// Newest first.
    pub campaigns: Vec<Campaign>,
    pub keys: Vec<KeyWaiting>,
    /// Whose the two keys are.
    pub key_rule: access::KeyRule,
    /// Of the latest campaign that was closed.
    pub gaps: Option<Gaps>,
    pub agreement: Option<Agreement>,
    /// By number.
    pub consultations: Vec<Consultation>,
    /// What went past a closed gate, oldest first.
    pub crossings: Vec<Crossing>,
    /// What was said of its obligations, oldest first.
    pub evidence: Vec<Evidence>,
    pub commitments: Vec<Commitment>,
    /// What the project adds to the risk document.
    pub prevention: prevention::Board,
    /// What is watched over the dialogue as a whole.
    pub watch: Watch,
    /// The last line of the organisation's journal.
    pub head: journal::Head,
}

impl Whole {
    /// Reads a project the caller has already found, as this reader may see it.
    pub fn of(
        tx: &mut Tx<'_>,
        reader: Reader,
        project: Project,
        t: &T,
        now: Timestamp,
    ) -> Result<Self, DbError> {
        let (org, id) = (project.organisation, project.id);
        let exchanges = findings::store::exchanges(tx, reader, id)?;
        Ok(Self {
            organisation: registry::structure::employer(tx, org, civil_day(now))?,
            members: access::store::members(tx, org)?,
            spaces: spaces::store::spaces(tx, org, id)?,
            activities: spaces::store::activities(tx, org, id)?,
            findings: findings::store::findings(tx, reader, id)?,
            links: findings::store::links(tx, reader, id)?,
            campaigns: methods::api::campaigns(tx, org, id)?,
            keys: methods::api::keys_waiting(tx, org, id, now)?,
            key_rule: access::keys::rule::of(tx, org)?,
            gaps: methods::api::latest_gaps(tx, org, id, t)?,
            agreement: agreements::api::agreement(tx, org, id)?,
            evidence: obligations::api::evidence(tx, org, id)?,
            consultations: consultations::store::all_of_project(tx, org, id)?,
            crossings: obligations::api::crossings(tx, org, id)?,
            commitments: follow_up::store::commitments(tx, org, id)?,
            prevention: prevention::store::board(tx, reader, id)?,
            watch: spaces::store::watch(tx, reader, id, &exchanges, civil_day(now))?,
            head: journal::head(tx, org)?,
            project,
        })
    }

    /// Finds the project, then reads it.
    pub fn read(
        tx: &mut Tx<'_>,
        reader: Reader,
        project: ProjectId,
        t: &T,
        now: Timestamp,
    ) -> Result<Option<Self>, DbError> {
        match registry::store::find_project(tx, reader.organisation(), project)? {
            Some(found) => Ok(Some(Self::of(tx, reader, found, t, now)?)),
            None => Ok(None),
        }
    }

    /// What the law says of it today.
    pub fn reading(&self, today: Date) -> Reading {
        obligations::api::reading(&self.organisation, &self.project, today)
    }

    /// The spaces of a sphere.
    pub fn spaces_of(&self, sphere: Sphere) -> impl Iterator<Item = &Space> {
        self.spaces.iter().filter(move |space| space.sphere == sphere)
    }

    /// The planned start of use, where it is known.
    pub fn use_on(&self) -> Option<Date> {
        self.project.facts.get("project.use_on")?.as_str()?.parse().ok()
    }
}
