//! Answering together, in one session: the sheet for whoever leads it, who was there, and what was agreed.

use access::Act;
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect},
};
use content::method::Method;
use kernel::Party;
use platform::{PageError, PageResult, form::Form};
use registry::ProjectSeat;
use ui::{Choice, Field, Notice, Page, Tone, render_with};

use super::information::{self, Information};
use crate::{
    Answering, Campaign, CampaignState, api,
    model::together::{Attendance, Outcome, Together},
    store,
};

#[derive(Template)]
#[template(path = "together.html")]
struct TogetherPage {
    page: Page,
    campaign: Campaign,
    method: &'static Method,
    here: String,
    minutes: Option<String>,
    is_few: bool,
    /// Who was there, to be filled in while the session runs.
    present: Option<(Field, Field)>,
    attended: Option<String>,
    criteria: Vec<CriterionView>,
    information: Information,
    /// The facilitation sheet.
    sheet: String,
    left: usize,
}

struct CriterionView {
    id: String,
    name: String,
    explanation: String,
    questions: Vec<QuestionView>,
}

struct QuestionView {
    text: String,
    /// In words: the answer that was agreed, or that views differ.
    became: Option<String>,
    /// What was said with it.
    said: Vec<String>,
    /// The page on which it is written down, while the session runs.
    write: Option<String>,
    /// The form that turns it into a finding, once something was said.
    finding: Option<String>,
}

/// A campaign that is answered together; any other has no such page.
pub(super) async fn load(seat: &ProjectSeat, id: &str) -> PageResult<Campaign> {
    let campaign = super::load(seat, id).await?;
    if campaign.answering == Answering::Collective { Ok(campaign) } else { Err(PageError::NotFound) }
}

/// Its page, as the end of an address under the project.
pub(super) fn rest(campaign: &Campaign) -> String {
    format!("{}/ensemble", campaign.rest())
}

pub async fn show(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath) -> PageResult {
    let campaign = load(&seat, &id).await?;
    let done = seat.ctx().here.ends_with("?inscrit");
    let text = seat.ctx().t.say("together-done");
    let notice = done.then_some(Notice { tone: Tone::Ok, text });
    let written = written(&seat, &campaign).await?;
    let form = Form::with(
        written
            .parties
            .iter()
            .map(|party| ("present", party.code()))
            .chain(written.people.map(|people| ("people", people.code()))),
    );
    page(&seat, campaign, &written, &form, StatusCode::OK, notice).await
}

pub(super) async fn written(seat: &ProjectSeat, campaign: &Campaign) -> PageResult<Together> {
    let (organisation, id) = (seat.project.organisation, campaign.id);
    Ok(seat.ctx().db().read(move |tx| store::together(tx, organisation, id)).await?)
}

async fn page(
    seat: &ProjectSeat,
    campaign: Campaign,
    written: &Together,
    form: &Form,
    status: StatusCode,
    notice: Option<Notice>,
) -> PageResult {
    let information = information::card(seat, &campaign).await?;
    let t = &seat.ctx().t;
    let method = campaign.method()?;
    let writes = campaign.state == CampaignState::Open && seat.seat.may(Act::AnswerTogether);
    let view = View { seat, campaign: &campaign, method, written, writes };
    let page = TogetherPage {
        page: Page { notice, ..seat.page(campaign.title.clone(), "methods") },
        here: seat.path(&rest(&campaign)),
        minutes: super::campaigns::minutes(method, content::method::Answering::Together, t),
        is_few: disclosure::LargeEnough::of(campaign.invited()).is_err(),
        present: writes.then(|| (present(seat, form), people(seat, form))),
        attended: view.attended(),
        criteria: view.criteria(),
        information,
        sheet: seat.path(&format!("{}/fiche", rest(&campaign))),
        left: method.questions.iter().filter(|q| !written.outcomes.contains_key(&q.id)).count(),
        method,
        campaign: campaign.clone(),
    };
    render_with(status, &page)
}

fn present(seat: &ProjectSeat, form: &Form) -> Field {
    let t = &seat.ctx().t;
    let choices = Party::ALL.iter().map(|party| Choice::new(party.code(), t.say_code("party", party)));
    Field::boxes(t, form, "present", t.say("together-present"), choices.collect())
}

fn people(seat: &ProjectSeat, form: &Form) -> Field {
    let t = &seat.ctx().t;
    let choices = Attendance::ALL.iter().map(|n| Choice::new(n.code(), t.say_code("attendance", n)));
    Field::radios(t, form, "people", t.say("together-people"), choices.collect())
}

/// Writes down who is in the room.
pub async fn attend(seat: ProjectSeat, Path((_, _, id)): super::CampaignPath, mut form: Form) -> PageResult {
    let permit = seat.seat.permit(Act::AnswerTogether)?;
    let campaign = load(&seat, &id).await?;
    let t = seat.ctx().t.clone();
    let parties: Vec<Party> = form.all("present").filter_map(|code| Party::parse(code).ok()).collect();
    if parties.is_empty() {
        form.refuse("present", t.say("form-choose"));
    }
    let Some(people) = form.code(&t, "people", Attendance::parse).filter(|_| !form.is_refused()) else {
        let written = written(&seat, &campaign).await?;
        return page(&seat, campaign, &written, &form, StatusCode::UNPROCESSABLE_ENTITY, None).await;
    };
    let (now, to) = (seat.ctx().now, seat.path(&rest(&campaign)));
    let work = move |tx: &mut platform::Tx<'_>| store::attend(tx, &permit, &campaign, &parties, people, now);
    let done = if seat.ctx().db().write(work).await? { "?inscrit" } else { "" };
    Ok(Redirect::to(&format!("{to}{done}")).into_response())
}

/// What turns a session into words.
struct View<'a> {
    seat: &'a ProjectSeat,
    campaign: &'a Campaign,
    method: &'static Method,
    written: &'a Together,
    writes: bool,
}

impl View<'_> {
    fn attended(&self) -> Option<String> {
        let t = &self.seat.ctx().t;
        let people = self.written.people?;
        let parties: Vec<String> = self.written.parties.iter().map(|p| t.say_code("party", p)).collect();
        Some(t.two(
            "together-attended",
            "parties",
            parties.join(", "),
            "people",
            t.say_code("attendance", people),
        ))
    }

    fn criteria(&self) -> Vec<CriterionView> {
        let locale = self.seat.ctx().locale();
        let view = |criterion: &content::method::Criterion| CriterionView {
            id: criterion.id.clone(),
            name: criterion.name(locale).to_owned(),
            explanation: criterion.explanation(locale).to_owned(),
            questions: self.method.questions_of(&criterion.id).map(|q| self.question(q)).collect(),
        };
        self.method.criteria.iter().map(view).collect()
    }

    fn question(&self, question: &content::method::Question) -> QuestionView {
        let t = &self.seat.ctx().t;
        let text = question.text(t.locale()).to_owned();
        let outcome = self.written.outcomes.get(&question.id);
        let place = self.method.questions.iter().position(|other| other.id == question.id);
        let write = place.filter(|_| self.writes).map(|at| format!("{}/{}", rest(self.campaign), at + 1));
        let origin =
            t.two("methods-origin-question", "title", self.campaign.title.clone(), "question", text.clone());
        QuestionView {
            became: outcome.map(|outcome| super::together_question::became(t, outcome)),
            said: outcome.map_or_else(Vec::new, said),
            write: write.map(|rest| self.seat.path(&rest)),
            finding: outcome.map(|_| self.seat.path(&api::new_finding(self.campaign, &question.id, &origin))),
            text,
        }
    }
}

fn said(outcome: &Outcome) -> Vec<String> {
    let words = match outcome {
        Outcome::Agreed { words, .. } => vec![words],
        Outcome::Differ { one, other } => vec![one, other],
    };
    words.into_iter().filter(|words| !words.is_empty()).cloned().collect()
}
