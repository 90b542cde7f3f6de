//! One project under two editions of the rule base: what appears, disappears, moves, or is written otherwise.

use content::law::{self, LawPack, Reading as LawReading, Reworded, RuleChange, Standing};
use jiff::civil::Date;

use super::reading::Reading;

/// What an edition reads of a project, beside the one in force.
pub struct Reread {
    pub of: &'static LawPack,
    pub was: LawReading,
    /// Rules that bind or warn under the edition in force and did not, with where they stood.
    pub appears: Vec<RuleChange>,
    /// Rules that did, and no longer do, with where they stand now.
    pub disappears: Vec<RuleChange>,
    /// Rules that do under neither, but stand elsewhere: later, in doubt, or waiting.
    pub elsewhere: Vec<RuleChange>,
    /// Rules whose dates move.
    pub moves: Vec<RuleChange>,
    /// Rules that apply under both, and are written otherwise.
    pub reworded: Vec<(String, Reworded)>,
}

impl Reread {
    /// Reads the facts of a reading under another edition, as of the same day.
    pub fn of(of: &'static LawPack, now: &Reading, in_force: &LawPack, today: Date) -> Self {
        let was = of.evaluate(now.case(), today);
        let reworded = in_both(&was, now)
            .map(|rule| (rule.clone(), law::reworded(of, in_force, &rule)))
            .filter(|(_, how)| *how != Reworded::Not)
            .collect();
        let (mut appears, mut disappears, mut elsewhere, mut moves) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for change in law::difference(&was, now.law()).changes {
            let applies = |standing: &Option<Standing>| *standing == Some(Standing::Applies);
            match (applies(&change.was), applies(&change.is)) {
                (false, true) => appears.push(change),
                (true, false) => disappears.push(change),
                (true, true) => moves.push(change),
                (false, false) => elsewhere.push(change),
            }
        }
        Self { of, was, appears, disappears, elsewhere, moves, reworded }
    }

    /// Whether both editions say the same.
    pub fn is_nothing(&self) -> bool {
        let changes = [&self.appears, &self.disappears, &self.elsewhere, &self.moves];
        changes.iter().all(|changes| changes.is_empty()) && self.reworded.is_empty()
    }
}

fn in_both(was: &LawReading, now: &Reading) -> impl Iterator<Item = String> {
    let both = now.applies.iter().filter(|applied| was.applied(&applied.rule).is_some());
    both.map(|applied| applied.rule.clone()).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use content::law::{self, LawPack, Reworded};
    use jiff::civil::{Date, date};
    use serde_json::json;

    use super::Reread;
    use crate::model::{
        case::from_facts,
        reading::{Reading, pack},
    };

    const TODAY: Date = date(2026, 11, 22);

    fn reading() -> Reading {
        let facts = registry::Facts::from([
            ("org.sector".to_owned(), json!("company")),
            ("org.headcount".to_owned(), json!(86)),
            ("org.cse".to_owned(), json!("elected")),
            ("org.reached50_on".to_owned(), json!("2015-12-31")),
            ("org.ess".to_owned(), json!(true)),
            ("system.is_ai".to_owned(), json!(true)),
            ("system.new_technology".to_owned(), json!(true)),
            ("system.generative_media".to_owned(), json!(true)),
            ("project.meeting_on".to_owned(), json!("2026-12-15")),
        ]);
        Reading::of(from_facts(&facts).0, crate::model::gate::Standing::default(), TODAY)
    }

    /// The built-in edition with words replaced, each of which must be there; kept until the process ends.
    fn earlier(changes: &[(&str, &str)]) -> &'static LawPack {
        let files = law::embedded().iter().map(|(name, bytes)| {
            let mut text = String::from_utf8_lossy(bytes).into_owned();
            changes.iter().for_each(|(from, to)| text = text.replacen(from, to, 1));
            (*name, text.into_bytes())
        });
        Box::leak(Box::new(law::load(files).expect("an edition")))
    }

    #[test]
    fn the_same_edition_says_the_same() {
        let reading = reading();
        assert!(Reread::of(pack(), &reading, pack(), TODAY).is_nothing());
    }

    #[test]
    fn another_edition_brings_takes_moves_and_rewrites() {
        let edition = earlier(&[
            ("{ from = \"2021-10-06\" }", "{ from = \"2027-10-06\" }"),
            ("{ from = '2026-12-02' }", "{ from = '2026-11-02' }"),
            ("\"minus_days(project.meeting_on, 3)\"", "\"minus_days(project.meeting_on, 5)\""),
            ("LEGIARTI000043975196", "LEGIARTI000000000001"),
            ("Consulter le CSE sur l’introduction d’une nouvelle technologie", "Consulter le CSE"),
        ]);
        let told = Reread::of(edition, &reading(), pack(), TODAY);
        let ids = |changes: &[law::RuleChange]| changes.iter().map(|c| c.rule.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&told.appears), ["ess-agreement-2021"]);
        assert_eq!(ids(&told.disappears), ["aia-new-bans-2026-12"]);
        assert_eq!(ids(&told.moves), ["cse-agenda"]);
        assert_eq!(told.reworded, [("cse-consult-new-technology".to_owned(), Reworded::Both)]);
        assert!(told.elsewhere.is_empty());
    }
}
