//! The bands of the thread: before, during and after, from the days on which the project changed stage.

use jiff::civil::Date;
use kernel::Stage;
use registry::StageChange;

/// A part of the project's life. It runs to the next one; the last has no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// The last stage reached in this part.
    pub stage: Stage,
    /// Its first day; none for the first part, which starts with the picture.
    pub from: Option<Date>,
    /// A part that has not begun: the planned start of use.
    pub is_planned: bool,
}

/// The parts of a life: one for each run of stages of the same phase, then the planned start of use where it is known and
/// still ahead. Going back opens a new part: nothing that was is drawn over.
pub fn bands(changes: &[StageChange], current: Stage, use_on: Option<Date>, today: Date) -> Vec<Band> {
    let mut changes: Vec<StageChange> = changes.to_vec();
    // Two changes on one day: the one that stands today came last.
    changes.sort_by_key(|change| (change.began_on, change.stage == current));
    let mut bands: Vec<Band> = Vec::new();
    for change in changes {
        match bands.last_mut() {
            Some(last) if last.stage.phase() == change.stage.phase() => last.stage = change.stage,
            Some(_) => {
                bands.push(Band { stage: change.stage, from: Some(change.began_on), is_planned: false })
            }
            None => bands.push(Band { stage: change.stage, from: None, is_planned: false }),
        }
    }
    if bands.is_empty() {
        bands.push(Band { stage: current, from: None, is_planned: false });
    }
    let awaits_use = !matches!(current, Stage::Use | Stage::Withdrawal);
    if let Some(day) = use_on.filter(|day| awaits_use && *day > today) {
        bands.push(Band { stage: Stage::Use, from: Some(day), is_planned: true });
    }
    bands
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use kernel::Stage;
    use registry::StageChange;

    use super::{Band, bands};

    const TODAY: Date = date(2026, 11, 22);

    fn change(stage: Stage, month: i8, day: i8) -> StageChange {
        StageChange { began_on: date(2026, month, day), stage }
    }

    fn band(stage: Stage, from: Option<Date>) -> Band {
        Band { stage, from, is_planned: false }
    }

    #[test]
    fn stages_of_one_phase_make_one_band_named_after_the_last() {
        let changes = [change(Stage::Idea, 6, 1), change(Stage::Design, 9, 1), change(Stage::Pilot, 11, 2)];
        let expected = vec![band(Stage::Design, None), band(Stage::Pilot, Some(date(2026, 11, 2)))];
        assert_eq!(bands(&changes, Stage::Pilot, None, TODAY), expected);
    }

    #[test]
    fn a_planned_start_of_use_opens_the_next_band_only_while_it_is_ahead() {
        let changes = [change(Stage::Pilot, 11, 2)];
        let planned = Band { stage: Stage::Use, from: Some(date(2027, 2, 1)), is_planned: true };
        let drawn = bands(&changes, Stage::Pilot, Some(date(2027, 2, 1)), TODAY);
        assert_eq!(drawn, vec![band(Stage::Pilot, None), planned]);
        assert_eq!(bands(&changes, Stage::Pilot, Some(TODAY), TODAY).len(), 1);
        assert_eq!(bands(&[change(Stage::Use, 11, 2)], Stage::Use, Some(date(2027, 2, 1)), TODAY).len(), 1);
    }

    #[test]
    fn going_back_opens_a_new_band() {
        let changes = [change(Stage::Design, 1, 5), change(Stage::Pilot, 3, 1), change(Stage::Design, 5, 1)];
        let phases: Vec<_> =
            bands(&changes, Stage::Design, None, TODAY).iter().map(|b| b.stage.phase()).collect();
        assert_eq!(phases, [Stage::Design.phase(), Stage::Pilot.phase(), Stage::Design.phase()]);
    }

    #[test]
    fn of_two_changes_on_one_day_the_stage_that_stands_came_last() {
        let changes = [change(Stage::Pilot, 3, 1), change(Stage::Design, 3, 1)];
        let drawn = bands(&changes, Stage::Pilot, None, TODAY);
        assert_eq!(drawn.last().map(|band| band.stage), Some(Stage::Pilot));
    }

    #[test]
    fn a_project_without_history_still_has_a_band() {
        assert_eq!(bands(&[], Stage::Idea, None, TODAY), vec![band(Stage::Idea, None)]);
    }
}
