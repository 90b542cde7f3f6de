//! The first chapters: the project in a page, the parties, the thread.

use jiff::civil::Date;
use obligations::api::Reading;
use platform::T;
use thread::{Line, Scene, Whole, scene};
use ui::charts::thread::draw;

use super::blocks::{Section, Tone, callout, facts, figure, paragraph, table};

pub fn sections(whole: &Whole, reading: &Reading, t: &T, today: Date) -> Vec<Section> {
    let scene = scene(whole, reading, t, today, None);
    vec![in_a_page(whole, reading, t), parties(whole, t), the_thread(&scene, t)]
}

fn in_a_page(whole: &Whole, reading: &Reading, t: &T) -> Section {
    let project = &whole.project;
    let law = obligations::api::todo(reading, t);
    let mut blocks = vec![facts(vec![
        (t.say("dossier-organisation"), organisation(whole, t)),
        (t.say("dossier-purpose"), project.purpose.clone()),
        (t.say("dossier-concerned"), project.concerned.map(|n| t.number(n.into())).unwrap_or_default()),
        (t.say("dossier-stage"), stage(whole, t)),
        (t.say("dossier-use-on"), whole.use_on().map(|day| t.day(day)).unwrap_or_default()),
    ])];
    for stop in law.iter().filter(|todo| todo.is_blocking) {
        let text = [stop.why.clone(), stop.articles.join(" ; ")];
        let text: Vec<&str> = text.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        blocks.push(callout(
            Tone::Alert,
            t.one("dossier-stop", "title", stop.title.clone()),
            text.join("\n"),
        ));
    }
    Section::chapter(t.say("dossier-page-one"), blocks)
}

fn organisation(whole: &Whole, t: &T) -> String {
    let name = whole.organisation.name.clone();
    match whole.organisation.headcount {
        Some(headcount) => {
            t.two("dossier-organisation-staff", "name", name, "headcount", t.number(headcount.get().into()))
        }
        None => name,
    }
}

fn stage(whole: &Whole, t: &T) -> String {
    let stage = t.say_code("stage", whole.project.stage);
    match whole.project.stages.iter().rfind(|change| change.stage == whole.project.stage) {
        Some(change) => t.two("dossier-stage-since", "stage", stage, "day", t.day(change.began_on)),
        None => stage,
    }
}

fn parties(whole: &Whole, t: &T) -> Section {
    let rows = whole
        .members
        .iter()
        .map(|member| {
            let came = if member.has_joined { "dossier-member-in" } else { "dossier-member-invited" };
            vec![t.say_code("party", member.party), member.name.clone(), member.title.clone(), t.say(came)]
        })
        .collect();
    let columns = ["dossier-col-party", "dossier-col-name", "dossier-col-role", "dossier-col-state"];
    let columns = columns.map(|key| t.say(key)).into();
    let spaces = whole
        .spaces
        .iter()
        .map(|space| {
            let kind = if space.is_statutory { "dossier-space-statutory" } else { "dossier-space-informal" };
            vec![
                space.name.clone(),
                t.say_code("sphere-dialogue", space.sphere),
                space.who.clone(),
                t.say(kind),
            ]
        })
        .collect();
    let of_spaces = ["dossier-col-space", "dossier-col-sphere", "dossier-col-who", "dossier-col-nature"];
    let of_spaces = of_spaces.map(|key| t.say(key)).into();
    Section::chapter(
        t.say("dossier-parties"),
        vec![
            table(t.say("dossier-parties-caption"), columns, rows, false),
            table(t.say("dossier-spaces-caption"), of_spaces, spaces, true),
            paragraph(t.say("dossier-spaces-note")),
        ],
    )
}

fn the_thread(scene: &Scene, t: &T) -> Section {
    let columns = ["thread-col-day", "thread-col-lane", "thread-col-what", "thread-col-outcome"];
    let columns = columns.map(|key| t.say(key)).into();
    let rows = scene.lines.iter().map(|line| row(line, t)).collect();
    Section::chapter(
        t.say("thread-title"),
        vec![
            figure(draw(&scene.picture), scene.picture.desc.clone(), t.say("dossier-thread-caption")),
            table(t.say("dossier-thread-table"), columns, rows, false),
        ],
    )
}

fn row(line: &Line, t: &T) -> Vec<String> {
    let lane = line.sphere.map_or_else(|| line.lane.clone(), |sphere| t.say_code("sphere", sphere));
    let what = t.two("dossier-thread-what", "what", line.what.clone(), "state", line.state.clone());
    vec![t.day(line.on), lane, what, line.outcome.join("\n")]
}
