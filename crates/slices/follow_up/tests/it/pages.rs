//! The same story through the pages, as people press the buttons.

use jiff::civil::date;
use kernel::Party::{Management, StaffRepresentatives, Technical, Workers};

use crate::stage::Stage;

/// The form of a sound article.
fn article(stage: &Stage) -> Vec<(&'static str, String)> {
    [
        ("finding", stage.finding.to_string()),
        ("title", "L’écart ne juge personne".into()),
        ("text", "L’écart entre l’estimé et le réel ne sert jamais à juger une personne.".into()),
        ("what", "Retirer l’écart par personne de tous les écrans.".into()),
        ("owner", "Claire Morel".into()),
        ("owner_party", "management".into()),
        ("due_on", "2027-03-01".into()),
        ("indicator", "part des commandes livrées en retard".into()),
        ("unit", "%".into()),
        ("threshold", "15".into()),
        ("direction", "above".into()),
        ("trigger_space", stage.spaces[0].to_string()),
        ("short_on", "2027-02-23".into()),
        ("medium_on", "2027-11-23".into()),
        ("long_on", "2028-11-23".into()),
    ]
    .into()
}

fn pairs<'a>(form: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    form.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// The end of an address under the project.
fn rest(stage: &Stage, location: &str) -> String {
    let base = format!("/structures/{}/projets/{}/", stage.organisation, stage.project);
    location
        .strip_prefix(&base)
        .expect("an address of the project")
        .split('?')
        .next()
        .unwrap_or_default()
        .to_owned()
}

async fn propose(stage: &Stage) -> String {
    let answer =
        stage.ask(StaffRepresentatives, "accords/nouvel-article", Some(&pairs(&article(stage)))).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    rest(stage, &answer.location)
}

#[tokio::test]
async fn the_form_starts_from_the_finding_and_from_its_answer() {
    let stage = Stage::new().await;
    let empty = stage.get(Management, "accords").await;
    assert!(empty.contains("À quoi sert un accord de méthode") && empty.contains("Partir d’un constat"));
    let form = stage.get(Management, &format!("accords/nouvel-article?constat={}", stage.finding)).await;
    assert!(
        form.contains("L’outil impose une méthode") && form.contains("Nous demandons que le tableur reste")
    );
    assert!(form.contains(r#"value="2027-02-23""#) && form.contains(r#"value="2028-11-23""#));
}

#[tokio::test]
async fn what_is_wrong_is_said_next_to_its_field_and_what_is_typed_stays() {
    let stage = Stage::new().await;
    let mut form = article(&stage);
    for (name, value) in
        [("owner", ""), ("threshold", "15,5"), ("medium_on", "2027-01-01"), ("short_on", "2026-11-23")]
    {
        form.iter_mut().find(|(known, _)| *known == name).expect("a field").1 = value.into();
    }
    let answer = stage.ask(StaffRepresentatives, "accords/nouvel-article", Some(&pairs(&form))).await;
    assert_eq!(answer.status, 422);
    for id in ["owner-error", "threshold-error", "short_on-error"] {
        assert!(answer.body.contains(&format!("id=\"{id}\"")), "{id}");
    }
    assert!(answer.body.contains("L’écart ne juge personne") && answer.body.contains(r#"value="15,5""#));
    assert!(
        stage.get(Management, "accords").await.contains("À quoi sert un accord de méthode"),
        "nothing was changed"
    );
}

#[tokio::test]
async fn an_article_goes_from_proposal_to_follow_up_by_its_buttons() {
    let stage = Stage::new().await;
    let at = propose(&stage).await;
    let page = stage.get(Management, &at).await;
    assert!(page.contains("n’a pas encore parlé") && page.contains("position attendue"));
    assert!(!page.contains("Retirer l’article"), "another party proposed it");

    let bare =
        stage.ask(Management, &format!("{at}/objecter"), Some(&[("version", "1"), ("reason", "")])).await;
    assert_eq!(bare.status, 422);
    assert!(bare.body.contains("reason-error"));
    let reason = [("version", "1"), ("reason", "Le délai est trop court.")];
    assert_eq!(stage.ask(Management, &format!("{at}/objecter"), Some(&reason)).await.status, 303);
    assert!(stage.get(Technical, &at).await.contains("Le délai est trop court."));

    let mut form = article(&stage);
    form.extend([("version", "1".to_owned()), ("reason", "Lever l’objection.".to_owned())]);
    form.iter_mut().find(|(name, _)| *name == "text").expect("the text").1.push_str(" Délai : un mois.");
    assert!(
        stage
            .get(StaffRepresentatives, &format!("{at}/modifier"))
            .await
            .contains("remet les positions à zéro")
    );
    let amended = stage.ask(StaffRepresentatives, &format!("{at}/modifier"), Some(&pairs(&form))).await;
    assert!(amended.location.ends_with("?nouvelle-version"), "{}", amended.body);
    assert!(stage.get(Technical, &at).await.contains("<ins>"));

    let stale = stage.ask(Management, &format!("{at}/consentir"), Some(&[("version", "1")])).await;
    assert_eq!(stale.status, 422);
    for (party, end) in
        [(Management, "?position"), (Technical, "?position"), (StaffRepresentatives, "?adopte")]
    {
        let answer = stage.ask(party, &format!("{at}/consentir"), Some(&[("version", "2")])).await;
        assert!(answer.location.ends_with(end), "{party}: {}", answer.location);
    }
    let adopted = stage.get(Management, &at).await;
    assert!(adopted.contains("adopté le 23\u{a0}novembre") || adopted.contains("adopté le 23 novembre"));
    assert!(stage.get(Management, "suivi").await.contains("Retirer l’écart par personne"));
    assert_eq!(
        stage.ask(Management, &format!("{at}/modifier"), None).await.status,
        303,
        "an adopted article is closed"
    );
}

#[tokio::test]
async fn a_value_past_the_threshold_is_an_alert_until_the_meeting_concludes() {
    let stage = Stage::new().await;
    let at = propose(&stage).await;
    for party in [Management, Technical, StaffRepresentatives] {
        stage.ask(party, &format!("{at}/consentir"), Some(&[("version", "1")])).await;
    }
    let commitment = stage.commitments().await.remove(0);
    let here = format!("suivi/{}", commitment.id);
    let ahead = stage
        .ask(Technical, &format!("{here}/indicateur"), Some(&[("value", "12"), ("on", "2027-05-01")]))
        .await;
    assert_eq!(ahead.status, 422);
    stage.put_day(date(2026, 12, 14));
    let fired = stage
        .ask(Technical, &format!("{here}/indicateur"), Some(&[("value", "18"), ("on", "2026-12-14")]))
        .await;
    assert!(fired.location.ends_with("?retour"), "{}", fired.body);
    for rest in ["suivi", &here] {
        let page = stage.get(StaffRepresentatives, rest).await;
        assert!(page.contains("Le retour en arrière est à l’ordre du jour"), "{rest}");
        assert!(page.contains("<svg"), "{rest}");
    }

    let called = stage.commitment(commitment.id).await.on_the_table().expect("on the table").id;
    let review = format!("suivi/bilans/{called}");
    assert!(stage.get(Management, &review).await.contains("Revenir en arrière"));
    let alone = [
        ("held_on", "2026-12-14"),
        ("outcome", "go_back"),
        ("note", "Trop de retards."),
        ("present", "management"),
    ];
    let refused = stage.ask(Management, &review, Some(&alone)).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("present-error") && refused.body.contains("Trop de retards."));
    let mut both = alone.to_vec();
    both.push(("present", "staff_representatives"));
    assert_eq!(stage.ask(Management, &review, Some(&both)).await.status, 303);
    assert!(stage.get(Technical, &review).await.contains("Revenir en arrière"));
    assert!(!stage.get(Technical, "suivi").await.contains("à l’ordre du jour</h2>"));
}

#[tokio::test]
async fn workers_read_the_text_and_take_no_position_on_it() {
    let stage = Stage::seated(&[Management, StaffRepresentatives, Workers]).await;
    let at = propose(&stage).await;
    let page = stage.get(Workers, &at).await;
    assert!(page.contains("Qui consent") && !page.contains("Consentir à cet article"));
    for rest in ["consentir", "objecter", "retirer"] {
        let form = [("version", "1"), ("reason", "Non.")];
        assert_eq!(stage.ask(Workers, &format!("{at}/{rest}"), Some(&form)).await.status, 403, "{rest}");
    }
    assert_eq!(stage.ask(Workers, "accords/nouvel-article", None).await.status, 403);
}

#[tokio::test]
async fn every_page_speaks_english_too() {
    let stage = Stage::new().await;
    let at = propose(&stage).await;
    let english = async |rest: &str| {
        let answer = stage.ask_in("en", Management, rest, None).await;
        assert_eq!(answer.status, 200, "{rest}");
        answer.body
    };
    assert!(english("suivi").await.contains("Nothing to follow yet"));
    assert!(english("accords/nouvel-article?modele=going-back").await.contains("What would make us go back"));
    assert!(english(&format!("{at}/modifier")).await.contains("clears the positions"));
    for party in [Management, Technical, StaffRepresentatives] {
        stage.ask(party, &format!("{at}/consentir"), Some(&[("version", "1")])).await;
    }
    let commitment = stage.commitments().await.remove(0);
    assert!(english("accords").await.contains("1 clause adopted"));
    assert!(english(&at).await.contains("consents"));
    assert!(english(&format!("suivi/{}", commitment.id)).await.contains("Medium-term review"));
    assert!(
        english(&format!("suivi/bilans/{}", commitment.reviews[0].id)).await.contains("None is worth more")
    );
}
