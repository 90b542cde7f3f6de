//! Whoever describes a project: their draft, what it says, and the organisation they already belong to.

use access::{Act, Visitor};
use axum::{
    extract::{FromRef, FromRequestParts},
    http::{HeaderValue, request::Parts},
};
use kernel::{OrganisationId, ProjectId, Stage};
use platform::{
    Ctx, PageError, Platform,
    cookies::{Cookie, Life},
    secret,
};
use registry::{Organisation, OrganisationKind, Project};

use super::{COOKIE, PATH};
use crate::{
    model::{
        answers::Answers,
        draft::Draft,
        employer::Employer,
        facts,
        question::Question,
        route::{Describer, questions},
        vocabulary::Answer,
    },
    store,
};

/// Somebody describing a project.
pub struct Describing {
    pub visitor: Visitor,
    pub draft: Draft,
    pub describer: Describer,
    /// The organisation of a member who may start a project there.
    pub organisation: Option<Organisation>,
    pub questions: Vec<Question>,
    /// What is asked and answered.
    pub answers: Answers,
}

impl Describing {
    pub const fn ctx(&self) -> &Ctx {
        &self.visitor.ctx
    }

    pub fn employer(&self) -> Employer {
        self.describer.employer(&self.answers)
    }

    /// The hash of the draft's secret, if the browser holds one.
    pub fn hash(&self) -> Option<String> {
        self.ctx().cookie(COOKIE).map(secret::digest)
    }

    /// The draft after an answer: what is asked next may have changed.
    pub fn after(&mut self, draft: Draft) {
        let known = self.describer.known();
        let said = Answers::read(&draft, known, self.visitor.ctx.today);
        self.questions = questions(&self.describer, &said);
        self.answers = said.to(&self.questions);
        self.draft = draft;
    }

    /// The organisation: the member's own, else the one that the answers describe.
    pub fn organisation(&self, id: OrganisationId, name: &str) -> Organisation {
        if let Some(organisation) = &self.organisation {
            return organisation.clone();
        }
        let (kind, headcount, facts) = facts::of_employer(&self.answers, self.ctx().today);
        Organisation {
            id,
            name: name.to_owned(),
            kind: kind.unwrap_or(OrganisationKind::Company),
            headcount,
            facts,
        }
    }

    /// The project that the answers describe.
    pub fn project(&self, organisation: OrganisationId, id: ProjectId) -> Project {
        let answer = self.answers.project.clone();
        let stage = self.answers.stage.unwrap_or_default();
        let people = self.answers.people.as_ref();
        Project {
            organisation,
            id,
            title: answer.as_ref().map_or_else(String::new, |project| project.title.clone()),
            purpose: answer.map_or_else(String::new, |project| project.purpose),
            concerned: people.and_then(|people| people.concerned.known().copied()),
            stage: match stage {
                Answer::Is(stage) => stage,
                Answer::Unknown => Stage::Idea,
            },
            facts: facts::of_project(&self.answers),
            created_at: self.ctx().now,
            stages: Vec::new(),
        }
    }
}

/// The line that gives the browser the secret of a draft.
pub fn hand_out(ctx: &Ctx, secret: &str) -> HeaderValue {
    let life = Life::Seconds(u32::try_from(store::DAYS).unwrap_or(0) * 24 * 3_600);
    Cookie { name: COOKIE, value: secret, path: PATH, life, secure: ctx.platform.settings.is_https() }
        .header()
}

/// The line that makes the browser forget it.
pub fn take_back(ctx: &Ctx) -> HeaderValue {
    ctx.forget(COOKIE, PATH)
}

impl<S> FromRequestParts<S> for Describing
where
    Platform: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let visitor = Visitor::from_request_parts(parts, state).await?;
        let hash = visitor.ctx.cookie_at(COOKIE, PATH).map(secret::digest);
        let today = visitor.ctx.today;
        let starter = visitor.actor.as_ref().filter(|actor| Act::StartProject.is_open_to(actor.party));
        let organisation = starter.map(|actor| actor.organisation);
        let (draft, organisation) = visitor
            .ctx
            .db()
            .read(move |tx| {
                let draft = match hash {
                    Some(hash) => store::draft(tx, &hash, today)?,
                    None => Draft::default(),
                };
                let organisation =
                    organisation.map(|id| registry::structure::employer(tx, id, today)).transpose()?;
                Ok::<_, platform::DbError>((draft, organisation))
            })
            .await?;
        let describer =
            organisation.as_ref().map_or(Describer::Visitor, |known| Describer::Member(Employer::of(known)));
        let mut describing = Self {
            visitor,
            draft: Draft::default(),
            describer,
            organisation,
            questions: Vec::new(),
            answers: Answers::default(),
        };
        describing.after(draft);
        Ok(describing)
    }
}
