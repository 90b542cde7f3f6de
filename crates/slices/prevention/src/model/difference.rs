//! What changed between two versions, line by line, so that whoever is consulted reads only what is new.

use super::snapshot::{LineThen, Snapshot};

/// What became of a line from one version to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<'a> {
    Added(&'a LineThen),
    Removed(&'a LineThen),
    Rewritten { was: &'a LineThen, is: &'a LineThen },
}

/// The lines that are not the same: added and rewritten ones in the order of the later version, then the removed ones.
pub fn difference<'a>(before: &'a Snapshot, after: &'a Snapshot) -> Vec<Change<'a>> {
    let same = |line: &LineThen, other: &LineThen| line.id == other.id;
    let mut changes: Vec<Change<'a>> = Vec::new();
    for is in &after.lines {
        match before.lines.iter().find(|was| same(was, is)) {
            None => changes.push(Change::Added(is)),
            Some(was) if was != is => changes.push(Change::Rewritten { was, is }),
            Some(_) => {}
        }
    }
    let gone = before.lines.iter().filter(|was| !after.lines.iter().any(|is| same(was, is)));
    changes.extend(gone.map(Change::Removed));
    changes
}

#[cfg(test)]
mod tests {
    use super::{Change, difference};
    use crate::model::{
        samples::{action, line},
        snapshot::Snapshot,
    };

    fn of(lines: &[crate::model::line::Line], actions: &[crate::model::action::Action]) -> Snapshot {
        Snapshot::of(None, lines, actions, |_| Vec::new())
    }

    #[test]
    fn two_versions_differ_by_what_was_added_rewritten_and_removed_and_by_nothing_else() {
        let (one, two, three) = (line(1), line(2), line(3));
        let before = of(&[one.clone(), two.clone()], &[action(1, &one)]);
        assert!(difference(&before, &before).is_empty());
        let mut done = action(1, &one);
        done.words.done_on = Some(crate::model::samples::today());
        let after = of(&[one.clone(), three.clone()], &[done]);
        let changes = difference(&before, &after);
        assert_eq!(changes.len(), 3);
        assert!(matches!(changes[0], Change::Rewritten { is, .. } if is.id == one.id));
        assert!(matches!(changes[1], Change::Added(line) if line.id == three.id));
        assert!(matches!(changes[2], Change::Removed(line) if line.id == two.id));
    }
}
