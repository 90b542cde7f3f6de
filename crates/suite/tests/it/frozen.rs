//! What opening freezes stays frozen: every address of the application is posted to, as every role, with and without what
//! somebody would send who wanted to change the rules, and after each the rules of the open campaign are read again.

use testkit::{Browser, Engine, TestApp, case::Moment};

use crate::{
    routes::{Ids, Route, all},
    tokens::{KARIMA, Post, SYLVIE},
};

/// Those who hold no key of a campaign.
const OTHERS: [&str; 5] = [
    "thomas.keller@hautes-vosges.example",
    "elise.aubry@aract.example",
    "julien.ferry@hautes-vosges.example",
    "denis.claudel@hautes-vosges.example",
    "nadia.ferri@sante-travail.example",
];

/// Words in the addresses that end the campaign, the session or the person: posted to last, so that the rest is tried by
/// somebody who may.
const LAST: [&str; 9] = [
    "/clore",
    "/deconnexion",
    "/compte",
    "/retrait",
    "/retirer",
    "/effacement",
    "/suppression",
    "/secours",
    "/regle-de-connexion",
];

/// The buttons of the two keys that raise the floor.
const FIRST: &str = "Tourner notre clé pour ce seuil";
const SECOND: &str = "Tourner notre clé et relever le seuil";

/// What opening froze, as the database has it: the rules, the groups, and the version that its questions come from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rules(Vec<Vec<String>>);

impl Rules {
    /// Empty where the campaign is gone.
    fn of(app: &TestApp, campaign: &str) -> Self {
        let rules = format!(
            "SELECT answering, CAST(floor AS TEXT), method, method_version FROM campaign WHERE campaign_id = '{campaign}'"
        );
        let groups = format!(
            "SELECT party, label, CAST(code_count AS TEXT), CAST(by_mail AS TEXT) FROM campaign_group
             WHERE campaign_id = '{campaign}' ORDER BY party"
        );
        let (rules, groups): (&'static str, &'static str) = (rules.leak(), groups.leak());
        let read = app.read(move |tx| {
            let mut rows = tx.list(rules, &[], four)?;
            rows.extend(tx.list(groups, &[], four)?);
            Ok::<_, platform::DbError>(rows)
        });
        Self(read.unwrap_or_else(|error| panic!("{error}")))
    }
}

fn four(row: &platform::Row<'_>) -> Result<Vec<String>, platform::DbError> {
    (0..4).map(|at| row.get(at)).collect()
}

/// What somebody would send who wanted other rules.
fn hostile(campaign: &str) -> Vec<(String, String)> {
    let fields = [
        ("answering", "collective"),
        ("answering", "named"),
        ("anonymous", "no"),
        ("floor", "2"),
        ("seuil", "2"),
        ("method", "other"),
        ("method_version", "0.0.1"),
        ("state", "prepared"),
        ("party", "workers"),
        ("group_party", "workers"),
        ("people-workers", "1"),
        ("people-management", "1"),
        ("people-prevention", "9"),
        ("label", "Un seul"),
        ("label-workers", "Un seul"),
        ("questions", "a1"),
        ("title", "Nommée"),
        ("name", "Nommée"),
        ("text", "Nommée"),
        ("reason", "Pour voir."),
        ("closes_on", "2026-11-23"),
        ("emails-workers", "une.seule@exemple.fr"),
        ("campaign", campaign),
        ("campaign_id", campaign),
        ("id", campaign),
        ("subject", campaign),
        ("key", campaign),
    ];
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

/// The addresses that take something: those that end something last.
fn posted() -> Vec<Route> {
    let mut routes: Vec<Route> = all().into_iter().filter(|route| route.posts).collect();
    let place = |route: &Route| LAST.iter().position(|word| route.path.contains(word)).map_or(0, |at| at + 1);
    routes.sort_by_key(place);
    routes
}

fn is_last(route: &Route) -> bool {
    LAST.iter().any(|word| route.path.contains(word))
}

/// An address of this organisation and campaign; what it has none of is nobody's.
fn filled(ids: &Ids, route: &Route, campaign: &str) -> String {
    let named = route.path.replace("{campaign}", campaign).replace("{n}", "1");
    let parts = named.split('/').map(|part| match part.strip_prefix('{').and_then(|p| p.strip_suffix('}')) {
        Some(name) => ids.get(name).unwrap_or_else(|| "0".repeat(32)),
        None => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Posts to every address as each of these, and tells after which one the rules were no longer the same. `meanwhile` runs
/// after each address.
fn changes(
    app: &TestApp,
    campaign: &str,
    walkers: &[(&str, Browser)],
    meanwhile: impl Fn(&Route),
) -> Vec<String> {
    let org = app.dump().table("organisation").column("organisation_id").remove(0);
    let (ids, mut rules, mut changed) = (Ids::of(app, &org), Rules::of(app, campaign), Vec::new());
    assert!(rules.0.len() > 2, "the campaign and its groups: {rules:?}");
    for route in posted() {
        let path = filled(&ids, &route, campaign);
        for (who, browser) in walkers {
            for fields in [Vec::new(), hostile(campaign)] {
                post(browser, &path, &fields);
                meanwhile(&route);
                let now = Rules::of(app, campaign);
                // A project that both parties delete takes its campaigns along: there is no rule left to change.
                if now.0.is_empty() && is_last(&route) {
                    return changed;
                }
                if now != rules {
                    changed.push(format!("{who} posted to {path}: {rules:?} became {now:?}"));
                    rules = now;
                }
            }
        }
    }
    changed
}

/// An instance where all there is exists, and a campaign by letter and by code is open.
fn opened(engine: Engine) -> (TestApp, String) {
    let (app, cast) = TestApp::at(engine, Moment::Committed);
    let post = Post::open(&app, &app.resume(&cast), 8, 6);
    (app, post.id())
}

fn signed_in<'a>(app: &TestApp, who: &[&'a str]) -> Vec<(&'a str, Browser)> {
    who.iter().map(|email| (*email, app.sign_in(email))).collect()
}

#[test]
fn no_address_changes_what_opening_froze_whoever_posts_to_it() {
    for engine in Engine::available() {
        let (app, campaign) = opened(engine);
        let mut walkers = signed_in(&app, &OTHERS);
        walkers.push(("nobody", app.browser()));
        let changed = changes(&app, &campaign, &walkers, |_| ());
        assert!(!Rules::of(&app, &campaign).0.is_empty(), "somebody without a key removed the campaign");
        assert!(changed.is_empty(), "{engine:?}:\n{}", changed.join("\n"));
    }
}

/// Both keys in two hands that would turn everything: an act of two keys changes no rule of an open campaign either.
#[test]
fn no_address_changes_what_opening_froze_when_both_keys_are_turned_for_everything() {
    for engine in Engine::available() {
        let (app, campaign) = opened(engine);
        let walkers = signed_in(&app, &[SYLVIE, KARIMA, SYLVIE]);
        let closed = std::cell::Cell::new(false);
        let changed = changes(&app, &campaign, &walkers, |route| {
            let state = "SELECT state FROM campaign ORDER BY campaign_id";
            let states = column(&app, state);
            closed.set(closed.get() || !states.is_empty() && states.iter().all(|state| state == "closed"));
            assert!(
                is_last(route) || !closed.get(),
                "{} closed the campaign: list it among the last",
                route.path
            );
        });
        assert!(closed.get(), "nobody came as far as closing: their posts say nothing");
        assert!(changed.is_empty(), "{engine:?}:\n{}", changed.join("\n"));
    }
}

/// The walk sees a change: here one that somebody with the database makes after taking the triggers away.
#[test]
fn the_walk_tells_after_which_address_a_rule_was_changed() {
    let (app, campaign) = opened(Engine::Sqlite);
    let walkers = signed_in(&app, &OTHERS[..1]);
    let update: &'static str = "UPDATE campaign SET floor = 2 WHERE state = 'open'";
    assert!(app.refuses(update), "the database itself lets the floor go down");
    let changed = changes(&app, &campaign, &walkers, |route| {
        if route.path.ends_with("/{campaign}/lettres") {
            app.tamper("DROP TRIGGER IF EXISTS campaign_rules_are_frozen");
            app.tamper(update);
        }
    });
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(changed[0].contains("/lettres: "), "{changed:?}");
}

/// After closing the floor rises by its own act of two keys, and by no other; nothing lowers it.
#[test]
fn the_floor_of_what_is_published_rises_by_its_own_act_and_never_goes_down() {
    let (app, cast) = TestApp::at(Engine::Sqlite, Moment::Answered);
    let campaign = app.resume(&cast).saved("campagne").expect("saved").rsplit('/').next().map(str::to_owned);
    let campaign = campaign.expect("an identifier");
    let org = app.dump().table("organisation").column("organisation_id").remove(0);
    let ids = Ids::of(&app, &org);
    let floors = || {
        let read = column(&app, "SELECT CAST(floor AS TEXT) FROM publication");
        let mut floors: Vec<u32> = read.iter().map(|floor| floor.parse().expect("a number")).collect();
        floors.sort_unstable();
        floors
    };
    let walkers = signed_in(&app, &[SYLVIE, KARIMA]);
    let mut known = floors();
    assert!(!known.is_empty());
    let floor = |value: &str| {
        let mut fields: Vec<_> = hostile(&campaign).into_iter().filter(|(name, _)| name != "floor").collect();
        fields.push(("floor".to_owned(), value.to_owned()));
        fields
    };
    for route in posted() {
        let path = filled(&ids, &route, &campaign);
        for (_, browser) in &walkers {
            for value in ["2", "-1", "0"] {
                post(browser, &path, &floor(value));
                assert_eq!(floors(), known, "{path} with a floor of {value}");
            }
        }
        // The floor of the structure is another one: that of campaigns to come.
        if !(path.contains("/diagnostics/") && path.ends_with("/seuil")) {
            browser_pair(&walkers, &path, &floor("9"));
            assert_eq!(floors(), known, "{path} raised the floor");
            continue;
        }
        let form = walkers[0].1.open(&path).expect("the page");
        let nine = [("floor".to_owned(), "9".to_owned())];
        walkers[0].1.press(&form, FIRST, &nine).expect("an answer");
        let form = walkers[1].1.open(&path).expect("the page");
        walkers[1].1.press(&form, SECOND, &nine).expect("an answer");
        let raised = floors();
        assert!(raised.contains(&9) && raised.len() > known.len(), "its own act raises it: {raised:?}");
        known = raised;
    }
}

/// Posts, once more where the connection was closed: whoever is refused before their form was read may find it so.
fn post(browser: &Browser, path: &str, fields: &[(String, String)]) {
    if browser.send(path, fields).is_err() {
        browser.send(path, fields).expect("an answer at the second try");
    }
}

/// The first column of what a statement finds.
fn column(app: &TestApp, sql: &'static str) -> Vec<String> {
    let read = app.read(move |tx| tx.list(sql, &[], |row| row.get::<String>(0)));
    read.unwrap_or_else(|error: platform::DbError| panic!("{error}"))
}

fn browser_pair(walkers: &[(&str, Browser)], path: &str, fields: &[(String, String)]) {
    for (_, browser) in walkers {
        post(browser, path, fields);
    }
}
