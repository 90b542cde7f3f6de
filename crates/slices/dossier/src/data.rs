//! The dossier as data: stable names in English, identifiers and links in both directions, disclosed results only.
//!
//! A name is never renamed nor given another meaning; what changes the form changes [`FORM`].

use agreements::api::{Agreement, Clause, Position, Terms, Version};
use findings::{Finding, Stop, back, onwards};
use follow_up::{Commitment, Review};
use jiff::civil::Date;
use methods::{Campaign, api::Gaps};
use platform::T;
use serde_json::{Value, json};
use thread::Whole;

use crate::gathered::Gathered;

/// The form of the file.
pub const FORM: &str = "trinome-dossier-1";

/// All that an organisation may take of a project, for a program to read.
pub fn data(gathered: &Gathered, t: &T, today: Date) -> Value {
    let whole = &gathered.whole;
    json!({
        "format": FORM,
        "exported_on": today,
        "language": t.locale().code(),
        "notice": obligations::api::notices(t).notice,
        "organisation": organisation(whole),
        "project": project(whole),
        "parties": parties(whole),
        "spaces": whole.spaces,
        "activities": whole.activities,
        "obligations": obligations(whole, t, today),
        "evidence": evidence(whole, t, today),
        "consultations": whole.consultations.iter().map(consultation).collect::<Vec<_>>(),
        "gate_crossings": whole.crossings,
        "campaigns": whole.campaigns.iter().map(campaign).collect::<Vec<_>>(),
        "results": gathered.results.iter().map(results).collect::<Vec<_>>(),
        "findings": whole.findings.iter().map(|f| finding(whole, f)).collect::<Vec<_>>(),
        "agreement": whole.agreement.as_ref().map(|agreement| text(whole, agreement)),
        "commitments": whole.commitments.iter().map(|c| commitment(whole, c, today)).collect::<Vec<_>>(),
        "prevention": prevented(whole, t, today),
        "links": whole.links,
        "journal": {"number": whole.head.number, "hash": whole.head.hash},
    })
}

fn organisation(whole: &Whole) -> Value {
    let organisation = &whole.organisation;
    json!({
        "id": organisation.id,
        "name": organisation.name,
        "kind": organisation.kind,
        "headcount": organisation.headcount,
        "facts": organisation.facts,
    })
}

fn project(whole: &Whole) -> Value {
    let project = &whole.project;
    let stages: Vec<Value> = project
        .stages
        .iter()
        .map(|change| json!({"stage": change.stage, "began_on": change.began_on}))
        .collect();
    json!({
        "id": project.id,
        "title": project.title,
        "purpose": project.purpose,
        "concerned": project.concerned,
        "stage": project.stage,
        "stages": stages,
        "facts": project.facts,
    })
}

/// Who speaks for whom. Addresses stay here: they only serve to send a link.
fn parties(whole: &Whole) -> Vec<Value> {
    let member = |m: &access::Member| json!({"party": m.party, "name": m.name, "title": m.title, "has_joined": m.has_joined});
    whole.members.iter().map(member).collect()
}

/// The reading itself, then the same in words.
fn obligations(whole: &Whole, t: &T, today: Date) -> Value {
    let reading = whole.reading(today);
    let rows = obligations::api::document_rows(&reading, t);
    let rows = rows.iter().map(|row| {
        json!({"scope": if row.is_base { "base" } else { "project" }, "kind": row.kind, "title": row.title, "who": row.who,
               "dates": row.dates, "articles": row.articles, "because": row.why})
    });
    json!({"reading": *reading, "in_words": rows.collect::<Vec<_>>()})
}

/// Where each obligation stands and what was said of it; then what does not apply, and why.
fn evidence(whole: &Whole, t: &T, today: Date) -> Value {
    let reading = whole.reading(today);
    let statuses = obligations::api::statuses(&reading, &whole.evidence, t, today);
    let state = |status: &obligations::api::Status| json!({"rule": status.rule, "title": status.title, "state": status.state, "reasons": status.reasons});
    let not = obligations::api::not_applicable(&reading, t);
    let not: Vec<Value> =
        not.into_iter().map(|(title, why)| json!({"title": title, "reasons": why})).collect();
    json!({"states": statuses.iter().map(state).collect::<Vec<_>>(), "said": whole.evidence, "not_applicable": not})
}

/// Days and outcomes; the words of what decides only.
fn consultation(consultation: &consultations::Consultation) -> Value {
    let event = |event: &&consultations::Event| {
        let words = event.kind.is_public().then_some(&event.words);
        json!({"id": event.id, "kind": event.kind, "on": event.on, "opinion": event.outcome, "words": words,
               "party": event.recorded.party})
    };
    json!({
        "id": consultation.id,
        "number": consultation.number,
        "council": consultation.council,
        "level": consultation.level,
        "place": consultation.place,
        "object": consultation.object,
        "begun_on": consultation.begun.on,
        "events": consultation.standing().iter().map(event).collect::<Vec<_>>(),
    })
}

fn campaign(campaign: &Campaign) -> Value {
    let groups: Vec<Value> = campaign
        .groups
        .iter()
        .map(|group| json!({"party": group.party, "label": group.label, "invited": group.codes}))
        .collect();
    json!({
        "id": campaign.id,
        "space": campaign.space,
        "title": campaign.title,
        "method": campaign.method,
        "method_version": campaign.method_version,
        "stage": campaign.stage,
        "state": campaign.state,
        "floor": campaign.floor.get(),
        "opened_on": campaign.opened_on,
        "closes_on": campaign.closes_on,
        "closed_on": campaign.closed_on,
        "groups": groups,
    })
}

/// Null stands for what is withheld.
fn results(gaps: &Gaps) -> Value {
    let groups: Vec<Value> = gaps
        .groups
        .iter()
        .map(|group| json!({"party": group.party, "label": group.label, "respondents": group.respondents}))
        .collect();
    let criteria: Vec<Value> = gaps
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().map(|cell| {
                cell.map(|cell| {
                    json!({"vigilance_percent": cell.percent, "lower_quartile_percent": cell.low,
                           "upper_quartile_percent": cell.high, "dont_know_percent": cell.dont_know,
                           "value_of_campaign": cell.as_before})
                })
            });
            json!({"criterion": row.criterion, "label": row.label, "groups": cells.collect::<Vec<_>>(),
                   "gap_points": row.gap})
        })
        .collect();
    json!({
        "campaign": gaps.campaign,
        "closed_on": gaps.closed_on,
        "floor": gaps.floor,
        "invited": gaps.invited,
        "respondents": gaps.respondents,
        "groups": groups,
        "criteria": criteria,
    })
}

/// A finding is its party's: the person who wrote it down is not exported.
fn finding(whole: &Whole, finding: &Finding) -> Value {
    json!({
        "id": finding.id,
        "space": finding.space,
        "sphere": finding.sphere,
        "kind": finding.kind,
        "text": finding.text,
        "origin": finding.origin,
        "origin_ref": finding.origin_ref,
        "recorded_on": finding.recorded_on,
        "party": finding.party,
        "reworded_on": finding.reworded_on,
        "step": finding.step,
        "reached": finding.reached,
        "responses": finding.responses,
        "passed": finding.passed,
        "fate": finding.fate,
        "comes_from": stops(back(&whole.links, "finding", &finding.id.to_string())),
        "leads_to": stops(onwards(&whole.links, "finding", &finding.id.to_string())),
    })
}

/// What is on the way, nearest first.
fn stops(stops: Vec<Stop>) -> Vec<Value> {
    let stop = |s: Stop| json!({"kind": s.kind, "id": s.id, "relation": s.relation, "on": s.on, "distance": s.distance});
    stops.into_iter().map(stop).collect()
}

fn text(whole: &Whole, agreement: &Agreement) -> Value {
    json!({
        "id": agreement.id,
        "kind": agreement.kind,
        "title": agreement.title,
        "begun_on": agreement.begun_on,
        "consents_needed": agreement.needed,
        "clauses": agreement.clauses.iter().map(|c| clause(whole, c)).collect::<Vec<_>>(),
    })
}

fn clause(whole: &Whole, clause: &Clause) -> Value {
    json!({
        "id": clause.id,
        "number": clause.number,
        "title": clause.title,
        "text": clause.text,
        "finding": clause.finding,
        "version": clause.version,
        "state": clause.state,
        "proposed_by": clause.proposed_by,
        "proposed_on": clause.proposed_on,
        "settled_on": clause.settled_on,
        "terms": terms(&clause.terms),
        "positions": clause.positions.iter().map(position).collect::<Vec<_>>(),
        "all_positions": clause.spoken.iter().map(position).collect::<Vec<_>>(),
        "versions": clause.versions.iter().map(version).collect::<Vec<_>>(),
        "comes_from": stops(back(&whole.links, "clause", &clause.id.to_string())),
        "leads_to": stops(onwards(&whole.links, "clause", &clause.id.to_string())),
    })
}

fn terms(terms: &Terms) -> Value {
    json!({
        "what": terms.what,
        "owner": terms.owner,
        "owner_party": terms.owner_party,
        "due_on": terms.due_on,
        "indicator": terms.indicator,
        "unit": terms.unit,
        "threshold": terms.threshold,
        "direction": terms.direction,
        "trigger_space": terms.trigger_space,
        "short_on": terms.short_on,
        "medium_on": terms.medium_on,
        "long_on": terms.long_on,
    })
}

fn position(position: &Position) -> Value {
    json!({"party": position.party, "position": position.kind, "reason": position.reason, "by_name": position.by_name,
           "on": position.on, "version": position.version})
}

fn version(version: &Version) -> Value {
    json!({"number": version.number, "title": version.title, "text": version.text, "terms": terms(&version.terms),
           "reason": version.reason, "by_party": version.by_party, "by_name": version.by_name,
           "written_on": version.written_on})
}

fn commitment(whole: &Whole, commitment: &Commitment, today: Date) -> Value {
    let kept = commitment.kept.as_ref();
    let kept = kept.map(|kept| json!({"on": kept.on, "by_party": kept.by_party, "by_name": kept.by_name}));
    let readings: Vec<Value> = commitment
        .readings
        .iter()
        .map(|r| json!({"on": r.on, "value": r.value, "by_party": r.by_party, "by_name": r.by_name, "corrects": r.corrects}))
        .collect();
    let trigger = &commitment.trigger;
    json!({
        "id": commitment.id,
        "clause": commitment.clause,
        "clause_number": commitment.clause_number,
        "what": commitment.what,
        "owner": commitment.owner,
        "owner_party": commitment.owner_party,
        "made_on": commitment.made_on,
        "due_on": commitment.due_on,
        "state": commitment.state(today),
        "kept": kept,
        "indicator": commitment.indicator,
        "unit": commitment.unit,
        "readings": readings,
        "trigger": {"id": trigger.id, "threshold": trigger.threshold, "direction": trigger.direction,
                    "space": trigger.space, "fired_on": trigger.fired_on},
        "reviews": commitment.reviews.iter().map(review).collect::<Vec<_>>(),
        "comes_from": stops(back(&whole.links, "commitment", &commitment.id.to_string())),
        "leads_to": stops(onwards(&whole.links, "commitment", &commitment.id.to_string())),
    })
}

/// The lines that are kept with their actions, and the versions that were dated.
fn prevented(whole: &Whole, t: &T, today: Date) -> Value {
    let standing = prevention::api::standing(t, &whole.prevention, &whole.reading(today), today);
    let versions: Vec<Value> = whole
        .prevention
        .versions
        .iter()
        .map(|v| {
            json!({"number": v.number, "dated_on": v.dated_on, "reason": v.reason, "words": v.words, "council": v.council,
                   "consulted_on": v.consulted.as_ref().map(|(on, _)| on), "by_party": v.by.party, "by_name": v.by.name})
        })
        .collect();
    json!({"standing": standing, "versions": versions})
}

fn review(review: &Review) -> Value {
    let held = review.held.as_ref().map(|held| {
        json!({"on": held.on, "outcome": held.outcome, "note": held.note, "present": held.present,
               "by_party": held.by_party, "by_name": held.by_name})
    });
    json!({"id": review.id, "horizon": review.horizon, "due_on": review.due_on, "held": held})
}
