//! The thread under data that no designer chose.

use super::super::well_formed::{HOSTILE, check};
use super::*;
use proptest::prelude::*;

fn event(lane: Sphere, day: i32, label: &str) -> Event {
    Event {
        lane,
        day,
        label: label.into(),
        date: format!("j{day}"),
        held: day <= 80,
        href: Some("/t/1".into()),
    }
}

fn picture(events: Vec<Event>, flags: Vec<Flag>) -> ThreadPicture {
    let lane = |name: &str, sub_name: &str| Lane { name: name.into(), sub_name: sub_name.into() };
    let band = |label: &str, from: Option<i32>| Band { label: label.into(), dates: "dates".into(), from };
    ThreadPicture {
        id_prefix: "fil".into(),
        title: "Le fil".into(),
        desc: "Trois dialogues".into(),
        today: 80,
        today_label: "aujourd’hui".into(),
        lanes: [lane("Social", "CSE"), lane("Professionnel", "atelier, planning"), lane("Technique", "DSI")],
        bands: vec![band("avant", None), band("pendant · essai", Some(60)), band("après", Some(140))],
        flags_name: "Échéances".into(),
        links: (1..events.len()).map(|to| Link { from: to - 1, to, label: "passé".into() }).collect(),
        events,
        flags,
    }
}

fn flag(day: i32, label: &str) -> Flag {
    let tone = if day % 2 == 0 { Tone::Alert } else { Tone::Plain };
    Flag { day, label: label.into(), date: format!("j{day}"), tone, href: None }
}

/// Both drawings are XML, and no text covers another, nor a mark, nor the edge.
fn sound(picture: &ThreadPicture) -> Result<(), String> {
    for page in [wide::paint(picture), tall::paint(picture)] {
        check(&page.sheet.finish(&page.frame(picture)))?;
        if let Some(found) = page.sheet.overlaps(page.width, page.height) {
            return Err(format!("{}: {found:?}", page.class));
        }
    }
    Ok(())
}

#[test]
fn a_thread_without_events_is_still_a_picture() {
    assert_eq!(sound(&picture(vec![], vec![])), Ok(()));
    assert_eq!(sound(&ThreadPicture::default()), Ok(()));
}

#[test]
fn one_event_shows_its_label_and_its_date() {
    let picture = picture(vec![event(Sphere::Social, 70, "lancement")], vec![]);
    assert_eq!(sound(&picture), Ok(()));
    let svg = draw(&picture);
    assert!(svg.contains(">lancement</text>") && svg.contains(">j70</text>"), "{svg}");
}

#[test]
fn forty_events_and_ten_flags_all_stay_readable() {
    let spheres = [Sphere::Social, Sphere::Professional, Sphere::Technical];
    let label = |i: i32| format!("réunion numéro {i} avec l’équipe du matin");
    let events = (0..40).map(|i| event(spheres[(i % 3) as usize], 60 + i, &label(i))).collect();
    let flags = (0..10).map(|i| flag(60 + i * 3, "fin du délai d’avis (2 mois, expert désigné)")).collect();
    let picture = picture(events, flags);
    assert_eq!(sound(&picture), Ok(()));
    let svg = draw(&picture);
    for i in 0..40 {
        assert!(svg.contains(&format!("numéro {i} ")), "event {i} is lost");
    }
    assert!(wide::paint(&picture).sheet.text_count() > 80);
}

#[test]
fn a_review_far_ahead_does_not_crush_a_busy_week() {
    let mut events: Vec<Event> = (70..76).map(|day| event(Sphere::Professional, day, "atelier")).collect();
    events.push(event(Sphere::Social, 80 + 540, "bilan"));
    let picture = picture(events, vec![]);
    let room = scale::Room { start: 0, end: 1040, before: 20, after: 60 };
    let places = scale::place(&picture, room, &[100, 100, 100]);
    let week = places.events[5] - places.events[0];
    assert!(week > 150, "the week has {week} px");
    assert!(places.events[6] > places.today && places.events[6] <= 1040);
}

#[test]
fn what_is_held_is_full_and_what_is_planned_is_hollow() {
    let count = |day: i32| {
        let svg = draw(&picture(vec![event(Sphere::Technical, day, "x")], vec![]));
        svg.matches("r=\"9\" fill=\"#fff\"").count()
    };
    assert_eq!((count(70), count(90)), (0, 1));
}

#[test]
fn hostile_words_stay_words() {
    let mut picture = picture(vec![event(Sphere::Social, 1, HOSTILE)], vec![flag(2, HOSTILE)]);
    picture.title = HOSTILE.into();
    picture.id_prefix = HOSTILE.into();
    picture.events[0].href = Some(HOSTILE.into());
    picture.bands[0].label = HOSTILE.into();
    picture.lanes[0].name = HOSTILE.into();
    assert_eq!(sound(&picture), Ok(()));
    assert!(!draw(&picture).contains("<script"));
}

#[test]
fn a_link_to_an_event_that_does_not_exist_is_left_out() {
    let mut picture = picture(vec![event(Sphere::Social, 1, "seul")], vec![]);
    picture.links =
        vec![Link { from: 0, to: 7, label: "rien".into() }, Link { from: 0, to: 0, label: "soi".into() }];
    assert_eq!(draw(&picture).matches("passed").count(), 0);
}

#[test]
fn the_two_versions_have_different_ids() {
    let picture = picture(vec![], vec![]);
    assert!(draw(&picture).contains(r#"id="fil-wide-title""#));
    assert!(draw_tall(&picture).contains(r#"id="fil-tall-title""#));
}

fn any_event() -> impl Strategy<Value = Event> {
    (0..3_usize, 0..700_i32, "[a-zàéœ ]{0,50}", any::<bool>()).prop_map(|(lane, day, label, held)| Event {
        lane: Sphere::ALL[lane],
        day,
        label,
        date: format!("{day} janv."),
        held,
        href: None,
    })
}

fn any_picture() -> impl Strategy<Value = ThreadPicture> {
    let events = proptest::collection::vec(any_event(), 0..45);
    let flags = proptest::collection::vec((0..700_i32, "[a-zé ]{0,60}"), 0..12);
    (events, flags, -50..750_i32, 0..500_i32).prop_map(|(events, flags, today, band)| {
        let flags = flags.iter().map(|(day, label)| flag(*day, label)).collect();
        let mut picture = picture(events, flags);
        picture.today = today;
        picture.bands[1].from = Some(band);
        picture.bands[2].from = Some(band + 90);
        picture
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_dates_no_words_overlap(picture in any_picture()) {
        prop_assert_eq!(sound(&picture), Ok(()));
    }

    #[test]
    fn whatever_the_dates_time_runs_to_the_right(picture in any_picture()) {
        let room = scale::Room { start: 130, end: 1170, before: 28, after: 60 };
        let places = scale::place(&picture, room, &[120, 120, 120]);
        for (i, a) in picture.events.iter().enumerate() {
            for (j, b) in picture.events.iter().enumerate() {
                let (x, y) = (places.events[i], places.events[j]);
                prop_assert!(a.day >= b.day || x < y, "day {} at {x}, day {} at {y}", a.day, b.day);
                prop_assert!(i == j || a.lane != b.lane || (x - y).abs() >= places.spacing);
            }
            prop_assert!(a.day <= picture.today || places.events[i] > places.today);
        }
    }

    #[test]
    fn the_same_picture_gives_the_same_bytes(picture in any_picture()) {
        prop_assert_eq!(draw(&picture), draw(&picture.clone()));
        prop_assert_eq!(draw_tall(&picture), draw_tall(&picture.clone()));
    }
}
