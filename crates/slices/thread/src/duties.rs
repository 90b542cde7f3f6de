//! What is to be done, read from what each slice knows of the project. Pure.

use access::Act;
use agreements::api::Clause;
use consultations::{Consultation, EventKind, Side};
use findings::Finding;
use jiff::civil::Date;
use kernel::{Party, SpaceId, Sphere};
use methods::{Campaign, CampaignState};
use obligations::api::LegalTodo;
use platform::{T, clock::civil_day};
use spaces::{Activity, ActivityState, Alert, Pitfall, Subject, Told};

use crate::{
    model::{
        day::days_between,
        duty::{Duty, Matter},
    },
    whole::Whole,
};

/// How many planned times of dialogue stand in the list.
const NEXT: usize = 3;
/// A commitment enters the list so many days before it is due.
const SOON: i32 = 60;

/// All there is to do, in no order.
pub fn duties(whole: &Whole, law: &[LegalTodo], today: Date) -> Vec<Duty> {
    let bites = whole.project.stage.in_real_conditions();
    let mut duties: Vec<Duty> = law.iter().map(|todo| of_law(todo, bites)).collect();
    duties.extend(keys(whole));
    duties.extend(whole.campaigns.iter().filter_map(|campaign| of_campaign(whole, campaign, today)));
    duties.extend(answers(whole));
    duties.extend(articles(whole));
    duties.extend(follow_up(whole, today));
    duties.extend(meetings(whole, today));
    duties.extend(beginnings(whole));
    duties
}

fn duty(matter: Matter, parties: &[Party], due: Option<Date>, rest: impl Into<String>) -> Duty {
    Duty { matter, parties: parties.to_vec(), due, rest: rest.into() }
}

fn of_law(todo: &LegalTodo, bites: bool) -> Duty {
    let (title, why, articles) = (todo.title.clone(), todo.why.clone(), todo.articles.clone());
    let matter = if todo.is_blocking {
        Matter::Stop { title, why, articles, bites }
    } else {
        Matter::Law { title, why, articles }
    };
    duty(matter, &[], todo.on, "obligations")
}

fn keys(whole: &Whole) -> impl Iterator<Item = Duty> {
    whole.keys.iter().map(|key| {
        let campaign = key.campaign.title.clone();
        let matter = Matter::Key { opening: key.act == Act::OpenCampaign, campaign, by: key.party };
        duty(matter, &[key.awaited], Some(civil_day(key.expires_at)), key.campaign.rest())
    })
}

/// A campaign that waits for a first key, or for answers. One whose key is turned is in [`keys`] already.
fn of_campaign(whole: &Whole, campaign: &Campaign, today: Date) -> Option<Duty> {
    let name = campaign.title.clone();
    let is_keyed = whole.keys.iter().any(|key| key.campaign.id == campaign.id);
    let both = &whole.key_rule.holders();
    match campaign.state {
        CampaignState::Prepared if !is_keyed => {
            Some(duty(Matter::Open { campaign: name }, both, None, campaign.rest()))
        }
        CampaignState::Open if campaign.closes_on >= today => {
            Some(duty(Matter::Collect { campaign: name }, &[], Some(campaign.closes_on), campaign.rest()))
        }
        CampaignState::Open if !is_keyed => {
            Some(duty(Matter::Close { campaign: name }, both, Some(campaign.closes_on), campaign.rest()))
        }
        _ => None,
    }
}

/// Findings that wait for an answer, together where the same parties owe it to the same space.
fn answers(whole: &Whole) -> Vec<Duty> {
    let mut asked: Vec<(SpaceId, Duty)> = Vec::new();
    for finding in &whole.findings {
        for passed in finding.waiting() {
            let parties = answerers(finding, passed.to_sphere);
            let same =
                |(space, duty): &&mut (SpaceId, Duty)| *space == passed.to_space && duty.parties == parties;
            match asked.iter_mut().find(same) {
                Some((_, duty)) => join(duty, passed.answer_due),
                None => {
                    let words = if passed.words.is_empty() { &finding.text } else { &passed.words };
                    let matter =
                        Matter::Answer { words: words.clone(), count: 1, space: passed.to_name.clone() };
                    let rest = format!("constats/{}", finding.id);
                    asked.push((passed.to_space, duty(matter, &parties, Some(passed.answer_due), rest)));
                }
            }
        }
    }
    asked.into_iter().map(|(_, duty)| duty).collect()
}

/// One more finding for the same parties: the earliest day counts, and the list of findings is the place to go.
fn join(duty: &mut Duty, due: Date) {
    if let Matter::Answer { count, .. } = &mut duty.matter {
        *count += 1;
    }
    duty.due = duty.due.map(|earlier| earlier.min(due));
    "constats".clone_into(&mut duty.rest);
}

/// Who is expected to answer in a sphere; never the party that said it. Others may.
pub fn answerers(finding: &Finding, sphere: Sphere) -> Vec<Party> {
    let expected: &[Party] = match sphere {
        Sphere::Social => &[Party::Management, Party::StaffRepresentatives],
        Sphere::Professional => &[Party::Management, Party::LineManagers],
        Sphere::Technical => &[Party::Technical, Party::Management],
    };
    expected.iter().copied().filter(|party| finding.answerable_by(*party).is_ok()).collect()
}

/// Articles that wait for positions, together where the same parties are awaited; objections, one by one.
fn articles(whole: &Whole) -> Vec<Duty> {
    let Some(agreement) = &whole.agreement else { return Vec::new() };
    let mut present: Vec<Party> = whole.members.iter().map(|member| member.party).collect();
    present.dedup();
    let mut duties: Vec<Duty> = Vec::new();
    for clause in agreement.clauses.iter().filter(|clause| clause.is_proposed()) {
        let standing = clause.standing(&whole.key_rule, &present);
        duties.extend(standing.objecting.iter().map(|by| objection(clause, *by)));
        if !standing.silent.is_empty() {
            ask_consent(&mut duties, clause, &standing.silent);
        }
    }
    duties
}

fn objection(clause: &Clause, by: Party) -> Duty {
    let others: Vec<Party> =
        Act::DraftClause.parties().iter().copied().filter(|party| *party != by).collect();
    let matter = Matter::Objection { number: clause.number, title: clause.title.clone(), by };
    duty(matter, &others, None, agreements::store::rest(clause.id))
}

fn ask_consent(duties: &mut Vec<Duty>, clause: &Clause, silent: &[Party]) {
    for known in duties.iter_mut().filter(|duty| duty.parties == silent) {
        if let Matter::Consent { count, .. } = &mut known.matter {
            *count += 1;
            "accords".clone_into(&mut known.rest);
            return;
        }
    }
    let matter = Matter::Consent { number: clause.number, title: clause.title.clone(), count: 1 };
    duties.push(duty(matter, silent, None, agreements::store::rest(clause.id)));
}

/// Commitments that are due, indicators that come close to their threshold, the next review of each commitment.
fn follow_up(whole: &Whole, today: Date) -> Vec<Duty> {
    let mut duties = Vec::new();
    for commitment in &whole.commitments {
        let what = || commitment.what.clone();
        if commitment.kept.is_none() && days_between(today, commitment.due_on) <= SOON {
            let matter = Matter::Keep { what: what(), owner: commitment.owner.clone() };
            let rest = format!("suivi/{}", commitment.id);
            duties.push(duty(matter, &[commitment.owner_party], Some(commitment.due_on), rest));
        }
        if commitment.is_near_threshold() {
            let matter = Matter::Watch { indicator: commitment.indicator.clone(), what: what() };
            duties.push(duty(
                matter,
                Act::RecordIndicator.parties(),
                None,
                format!("suivi/{}", commitment.id),
            ));
        }
        if let Some(review) = commitment.on_the_table().or_else(|| commitment.next_review()) {
            let matter = Matter::Review { what: what(), called: review.is_called() };
            let rest = format!("suivi/bilans/{}", review.id);
            duties.push(duty(matter, Act::HoldReview.parties(), Some(review.due_on), rest));
        }
    }
    duties
}

/// The next times of dialogue that people planned, and those of which nobody said what came.
fn meetings(whole: &Whole, today: Date) -> Vec<Duty> {
    let by_hand =
        |activity: &&Activity| activity.state == ActivityState::Planned && activity.source.is_none();
    let (past, ahead): (Vec<&Activity>, Vec<&Activity>) =
        whole.activities.iter().filter(by_hand).partition(|activity| activity.is_overdue(today));
    let parties = Act::PlanActivity.parties();
    let said = past.into_iter().map(|activity| (Matter::SayHeld { title: activity.title.clone() }, activity));
    let held = ahead.into_iter().take(NEXT).map(|activity| {
        let space = whole.spaces.iter().find(|space| space.id == activity.space);
        let who = space.map(|space| space.name.clone()).unwrap_or_default();
        (Matter::Hold { kind: activity.kind, title: activity.title.clone(), who }, activity)
    });
    said.chain(held).map(|(matter, activity)| duty(matter, parties, Some(activity.on), "espaces")).collect()
}

/// What a new project begins with: a trinôme, and a first diagnostic.
fn beginnings(whole: &Whole) -> Vec<Duty> {
    let missing = |party: &Party| whole.members.iter().all(|member| member.party != *party);
    let people = format!("/structures/{}/personnes", whole.organisation.id);
    let invited = Party::TRINOME.into_iter().filter(missing);
    let mut duties: Vec<Duty> = invited
        .map(|party| duty(Matter::Invite { party }, Act::InviteMember.parties(), None, people.clone()))
        .collect();
    if whole.campaigns.is_empty() {
        duties.push(duty(Matter::Begin, Act::PrepareCampaign.parties(), None, "diagnostics"));
    }
    duties
}

/// The alerts of the dialogue that this reader's party has not set aside, in words. A party of the trinôme that is missing
/// is asked for already, as are the families it speaks for.
pub fn heeds(whole: &Whole, reader: Party, t: &T) -> Vec<Duty> {
    let asked = |alert: &&Alert| match alert.subject {
        Subject::Family(family) => Party::TRINOME.iter().any(|party| family.spoken_for_by(*party)),
        Subject::Project | Subject::Space(_) => alert.pitfall == Pitfall::NoTechnicalMember,
    };
    let told = whole.watch.told_to(reader).filter(|alert| !asked(alert));
    let alerts = told.map(|alert| {
        let Told { what, why, go, rest } = spaces::told(alert, &whole.spaces, whole.organisation.id, t);
        duty(Matter::Heed { what, why, go }, &[], None, rest)
    });
    alerts.chain(consulted(whole, reader, t)).collect()
}

/// What each consultation awaits from this reader's side: to acknowledge, to answer, to say what follows.
fn consulted(whole: &Whole, reader: Party, t: &T) -> Vec<Duty> {
    whole.consultations.iter().flat_map(|consultation| awaited(consultation, reader, t)).collect()
}

fn awaited(consultation: &Consultation, reader: Party, t: &T) -> Vec<Duty> {
    if consultation.is_withdrawn() {
        return Vec::new();
    }
    let has = |kind| consultation.has(kind);
    let what = |kind| consultations::to_do(t, kind, consultation);
    let mut awaited = Vec::new();
    match Side::of(reader) {
        Some(Side::Council) if has(EventKind::HandedOver) && !has(EventKind::Acknowledged) => {
            awaited.push(what(EventKind::Acknowledged));
        }
        Some(Side::Employer) => {
            let waiting = consultation.unanswered().count();
            if waiting > 0 {
                awaited.push(t.one("consult-to-answer", "count", waiting));
            }
            if has(EventKind::OpinionGiven) && !has(EventKind::FollowedUp) {
                awaited.push(what(EventKind::FollowedUp));
            }
        }
        _ => {}
    }
    let matter = |what| Matter::Heed { what, why: String::new(), go: t.say("consult-see") };
    awaited
        .into_iter()
        .map(|what| duty(matter(what), &[reader], None, consultations::rest(consultation)))
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{Locale, Party, StakeholderFamily};
    use spaces::{Alert, Pitfall, Subject, store::Aside};

    use super::{duties, heeds};
    use crate::{
        fixture::{TODAY, activity, agreement, bare, finding, pass, speak},
        model::duty::{Duty, Matter},
        whole::Whole,
    };

    fn of(whole: &Whole) -> Vec<Duty> {
        duties(whole, &[], TODAY)
    }

    #[test]
    fn a_new_project_begins_with_the_missing_parties_and_a_first_diagnostic() {
        let mut whole = bare();
        whole.members.retain(|member| member.party == Party::Management);
        let matters: Vec<Matter> = of(&whole).into_iter().map(|duty| duty.matter).collect();
        let missing = [Party::StaffRepresentatives, Party::Technical].map(|party| Matter::Invite { party });
        assert_eq!(matters, [&missing[..], &[Matter::Begin]].concat());
    }

    #[test]
    fn an_alert_is_told_in_words_until_the_readers_party_sets_it_aside_and_never_twice() {
        let mut whole = bare();
        let family =
            |family| Alert { pitfall: Pitfall::MissingFamily, subject: Subject::Family(family), since: None };
        whole.watch.alerts =
            vec![family(StakeholderFamily::Preventers), family(StakeholderFamily::Designers)];
        let t = speak(Locale::Fr);
        let told = heeds(&whole, Party::Management, &t);
        assert_eq!(told.len(), 1, "who designs is asked for with the technical party: {told:?}");
        assert!(matches!(&told[0].matter, Matter::Heed { what, .. } if what.starts_with("Préventeurs")));
        whole.watch.asides = vec![Aside {
            pitfall: Pitfall::MissingFamily,
            subject: "preventers".to_owned(),
            party: Party::Management,
            reason: "le médecin du travail arrive en janvier".to_owned(),
            until: TODAY,
        }];
        assert!(heeds(&whole, Party::Management, &t).is_empty());
        assert_eq!(heeds(&whole, Party::StaffRepresentatives, &t).len(), 1, "no party silences another");
    }

    #[test]
    fn findings_that_wait_for_the_same_parties_are_answered_together_by_the_earliest_day() {
        let mut whole = bare();
        for (n, due) in [(1, date(2026, 12, 9)), (2, date(2026, 12, 4))] {
            let mut said = finding(n, "un constat");
            pass(&mut said, due);
            whole.findings.push(said);
        }
        let asked: Vec<Duty> =
            of(&whole).into_iter().filter(|duty| matches!(duty.matter, Matter::Answer { .. })).collect();
        assert_eq!(asked.len(), 1);
        assert!(matches!(asked[0].matter, Matter::Answer { count: 2, .. }));
        assert_eq!((asked[0].due, asked[0].rest.as_str()), (Some(date(2026, 12, 4)), "constats"));
        assert_eq!(asked[0].parties, [Party::Management, Party::StaffRepresentatives]);
    }

    #[test]
    fn a_party_is_never_asked_to_answer_what_it_said() {
        let mut whole = bare();
        let mut said = finding(1, "une question");
        said.party = Party::StaffRepresentatives;
        pass(&mut said, date(2026, 12, 4));
        whole.findings.push(said);
        let asked = of(&whole).into_iter().find(|duty| matches!(duty.matter, Matter::Answer { .. }));
        assert_eq!(asked.map(|duty| duty.parties), Some(vec![Party::Management]));
    }

    #[test]
    fn an_article_awaits_the_parties_that_have_not_spoken() {
        let mut whole = bare();
        whole.agreement = Some(agreement(4, None));
        let asked = of(&whole).into_iter().find(|duty| matches!(duty.matter, Matter::Consent { .. }));
        let asked = asked.expect("an article waits");
        assert_eq!(asked.parties, Party::TRINOME);
        assert!(asked.rest.starts_with("accords/articles/"), "{}", asked.rest);
    }

    #[test]
    fn a_meeting_of_which_nobody_said_what_came_is_asked_about_and_the_next_ones_are_prepared() {
        let mut whole = bare();
        let mut past = activity(1, 1, date(2026, 11, 10), "réunion");
        past.state = spaces::ActivityState::Planned;
        whole.activities = vec![past];
        let day = |n: u32| date(2026, 12, i8::try_from(n).expect("a day"));
        whole.activities.extend((2..8).map(|n| activity(n, 2, day(n), "atelier")));
        let duties = of(&whole);
        let count = |is: fn(&Matter) -> bool| duties.iter().filter(|duty| is(&duty.matter)).count();
        assert_eq!(count(|matter| matches!(matter, Matter::SayHeld { .. })), 1);
        assert_eq!(count(|matter| matches!(matter, Matter::Hold { .. })), 3);
    }
}
