//! Every word that a screen may need is there, in both languages.

use describe::model::{answers::Answers, screens::ToolAnswer};
use describe::model::{
    employer::{Body, Committee, Employer},
    families::{Invitation, invitations},
    path::{Basis, Step},
    question::{Input, NONE, Question, UNKNOWN},
    vocabulary::{Answer, Origin},
};
use kernel::Locale;
use platform::{
    T,
    texts::{OWN, Texts},
};
use registry::OrganisationKind;

fn languages() -> Vec<T> {
    let texts = Texts::load(&[OWN, access::TEXTS, registry::TEXTS, obligations::TEXTS, describe::TEXTS])
        .expect("texts");
    Locale::ALL.iter().map(|locale| texts.speak(*locale)).collect()
}

fn must_have(t: &T, key: &str) {
    let key = key.replace('_', "-");
    // A message with a variable is not plain: it shows itself when it is given what it asks for.
    let is_there =
        t.has(&key) || !t.one(&key, "day", "…").contains('⟦') || !t.one(&key, "trades", "…").contains('⟦');
    assert!(is_there, "{key} in {}", t.locale());
}

fn employers() -> Vec<Employer> {
    let of = |kind, headcount, committee| Employer {
        kind: Answer::Is(kind),
        headcount: Answer::Is(headcount),
        committee: Answer::Is(committee),
        has_delegate: false,
    };
    vec![
        Employer::default(),
        of(OrganisationKind::Company, 7, Committee::NoneBelow11),
        of(OrganisationKind::Association, 30, Committee::NotOrganised),
        of(OrganisationKind::Company, 49, Committee::Elected),
        of(OrganisationKind::Company, 86, Committee::Elected),
        of(OrganisationKind::Company, 320, Committee::Elected),
        Employer { has_delegate: true, ..of(OrganisationKind::Company, 60, Committee::Carence) },
        of(OrganisationKind::PublicTerritorial, 45, Committee::NotApplicable),
    ]
}

#[test]
fn every_question_says_what_it_asks_and_why() {
    for t in languages() {
        for question in Question::ALL {
            must_have(&t, &format!("describe-q-{question}"));
            must_have(&t, &format!("describe-q-{question}-why"));
        }
    }
}

#[test]
fn every_field_and_every_choice_has_a_label() {
    for t in languages() {
        for (employer, question) in employers().iter().flat_map(|e| Question::ALL.iter().map(move |q| (e, q)))
        {
            for asked in question.fields(employer) {
                must_have(&t, &format!("describe-{}", asked.name));
                let (Input::One(codes) | Input::Several(codes)) = asked.input else { continue };
                for code in codes.into_iter().filter(|code| ![UNKNOWN, NONE].contains(code)) {
                    must_have(&t, &format!("describe-{}-{code}", asked.name));
                }
            }
        }
    }
}

#[test]
fn every_family_is_told_who_it_is_for_every_employer_and_every_maker() {
    let made_by = |origin| Answers {
        tool: Some(ToolAnswer {
            is_ai: Answer::Unknown,
            is_new: Answer::Unknown,
            origin: Answer::Is(origin),
            on_the_market: None,
        }),
        ..Answers::default()
    };
    for t in languages() {
        for (employer, origin) in employers().iter().flat_map(|e| Origin::ALL.iter().map(move |o| (e, o))) {
            for Invitation { family, words, .. } in invitations(employer, &made_by(*origin)) {
                must_have(&t, &format!("describe-invite-{family}-{words}"));
            }
        }
    }
}

#[test]
fn every_step_and_every_space_has_its_words() {
    for t in languages() {
        for step in Step::ALL {
            must_have(&t, &format!("describe-step-{step}"));
            must_have(&t, &format!("describe-step-{step}-what"));
        }
        for body in Body::ALL {
            must_have(&t, &format!("describe-space-social-{body}"));
            must_have(&t, &format!("describe-space-social-who-{body}"));
        }
        for basis in Basis::ALL {
            must_have(&t, &format!("describe-basis-{basis}"));
        }
    }
}

/// Nobody without a committee reads of one: neither whom to invite, nor what to hold, nor what to call the room.
#[test]
fn nothing_of_ours_names_a_committee_to_an_employer_that_has_none() {
    for t in languages() {
        for employer in employers().iter().filter(|employer| employer.body() == Body::Nobody) {
            let said = invitations(employer, &Answers::default())
                .iter()
                .map(|i| t.say(&format!("describe-invite-{}-{}", i.family, i.words).replace('_', "-")))
                .chain([
                    t.say_code("describe-space-social", Body::Nobody),
                    t.say_code("describe-space-social-who", Body::Nobody),
                ])
                .collect::<Vec<_>>()
                .join(" ");
            assert!(!said.contains("CSE") && !said.to_lowercase().contains("comité"), "{said}");
        }
    }
}
