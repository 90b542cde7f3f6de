//! A campaign: a method run with groups of people, for a time, under rules that opening freezes.

use disclosure::{Floor, LargeEnough};
use jiff::{ToSpan, civil::Date};
use kernel::{CampaignId, Party, ProjectId, SpaceId, Stage, codes};
use thiserror::Error;

codes! {
    /// Where a campaign stands.
    pub enum CampaignState("campaign_state") {
        /// Proposed: nothing is answered, nothing binds anybody yet.
        Prepared = "prepared",
        /// Opened with two keys: its rules no longer change.
        Open = "open",
        /// Closed with two keys, and published by that.
        Closed = "closed",
    }
}

codes! {
    /// How the people of a campaign answer. Chosen when it is prepared, frozen when it opens.
    pub enum Answering("answering") {
        /// Each alone, with a code drawn from a hat or a token drawn from a letter.
        Individual = "individual",
        /// Each group together, in the open: in a circle too small for statistics.
        Collective = "collective",
    }
}

/// The groups that a gap plot can tell apart by shape.
pub const MOST_GROUPS: usize = 4;
/// The most codes one group may have: a sheet of paper slips stays possible to cut.
pub const MOST_CODES: u32 = 500;
/// The highest floor that may be chosen.
pub const MOST_FLOOR: u32 = 30;
/// How far away the closing day may be.
const LONGEST_DAYS: i64 = 366;

/// People who are asked as one group: their answers are counted together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub party: Party,
    /// Empty: the party's own name.
    pub label: String,
    /// How many people are asked, each for one answer.
    pub codes: u32,
    /// How many of them get a letter; the others draw a code on paper.
    pub by_mail: u32,
}

impl Group {
    /// Whether it can ever be shown by itself.
    pub const fn can_be_shown(&self, floor: Floor) -> bool {
        self.codes >= floor.get()
    }

    /// How many draw a code on paper.
    pub const fn on_paper(&self) -> u32 {
        self.codes.saturating_sub(self.by_mail)
    }
}

/// Somebody who gets a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    pub group: Party,
    pub email: String,
}

/// A campaign of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    pub id: CampaignId,
    pub project: ProjectId,
    pub space: SpaceId,
    /// Id of the method's pack.
    pub method: String,
    pub method_version: String,
    pub title: String,
    /// The stage of the project when the campaign was prepared.
    pub stage: Stage,
    pub state: CampaignState,
    pub answering: Answering,
    pub floor: Floor,
    /// The last day on which answers are taken.
    pub closes_on: Date,
    pub opened_on: Option<Date>,
    pub closed_on: Option<Date>,
    /// The day the codes were last made, and the party whose member printed them.
    pub codes_made_on: Option<Date>,
    pub codes_made_by: Option<Party>,
    /// The day the letters last left.
    pub letters_sent_on: Option<Date>,
    /// In the order of [`Party::ALL`].
    pub groups: Vec<Group>,
}

impl Campaign {
    pub fn invited(&self) -> u32 {
        invited(&self.groups)
    }

    /// How many people get a letter.
    pub fn by_mail(&self) -> u32 {
        self.groups.iter().fold(0, |sum, group| sum.saturating_add(group.by_mail))
    }

    /// How many people draw a code on paper.
    pub fn on_paper(&self) -> u32 {
        self.groups.iter().fold(0, |sum, group| sum.saturating_add(group.on_paper()))
    }

    /// Whether an answer may come in today.
    pub fn takes_answers(&self, today: Date) -> bool {
        self.answering == Answering::Individual
            && self.state == CampaignState::Open
            && today <= self.closes_on
    }

    pub fn group(&self, party: Party) -> Option<&Group> {
        self.groups.iter().find(|group| group.party == party)
    }

    /// What its activity and its findings say they come from.
    pub fn source(&self) -> String {
        format!("campaign:{}", self.id)
    }

    /// Its page, as the end of an address under the project.
    pub fn rest(&self) -> String {
        format!("diagnostics/{}", self.id)
    }
}

/// A campaign to prepare.
#[derive(Debug, Clone)]
pub struct NewCampaign {
    pub id: CampaignId,
    pub project: ProjectId,
    pub space: SpaceId,
    pub method: String,
    pub method_version: String,
    pub title: String,
    pub stage: Stage,
    pub answering: Answering,
    pub floor: Floor,
    pub closes_on: Date,
    pub groups: Vec<Group>,
    /// As many in each group as [`Group::by_mail`] says.
    pub letters: Vec<Invited>,
}

/// Why a campaign would say nothing, or say too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CannotPrepare {
    /// Without two groups there is no difference of views to see.
    #[error("two groups at least are needed")]
    OneGroup,
    /// Nobody is asked.
    #[error("a group at least is needed")]
    NoGroup,
    #[error("more than {MOST_GROUPS} groups cannot be told apart")]
    TooManyGroups,
    /// In so small a circle everyone is recognised: answer together instead.
    #[error("{invited} people are too few for statistics")]
    TooFewInvited { invited: u32 },
    /// No group reaches the floor: nothing could be shown.
    #[error("no group reaches the floor of {floor}")]
    NoGroupReachesFloor { floor: u32 },
    #[error("the closing day has passed")]
    ClosesInThePast,
    #[error("the closing day is more than a year away")]
    ClosesTooLate,
}

/// How many people all the groups ask.
pub fn invited(groups: &[Group]) -> u32 {
    groups.iter().fold(0, |sum, group| sum.saturating_add(group.codes))
}

/// Whether a campaign with these groups could be run and read. Errors: the first [`CannotPrepare`] that stands.
pub fn check(
    answering: Answering,
    groups: &[Group],
    floor: Floor,
    closes_on: Date,
    today: Date,
) -> Result<(), CannotPrepare> {
    if groups.is_empty() {
        return Err(CannotPrepare::NoGroup);
    }
    if groups.len() > MOST_GROUPS {
        return Err(CannotPrepare::TooManyGroups);
    }
    if answering == Answering::Individual {
        check_statistics(groups, floor)?;
    }
    check_closing_day(closes_on, today)
}

/// Whether answers given each alone could be counted and shown.
fn check_statistics(groups: &[Group], floor: Floor) -> Result<(), CannotPrepare> {
    if groups.len() < 2 {
        return Err(CannotPrepare::OneGroup);
    }
    let invited = invited(groups);
    LargeEnough::of(invited).map_err(|_| CannotPrepare::TooFewInvited { invited })?;
    if !groups.iter().any(|group| group.can_be_shown(floor)) {
        return Err(CannotPrepare::NoGroupReachesFloor { floor: floor.get() });
    }
    Ok(())
}

/// Whether answers could still come in until this day. Errors: [`CannotPrepare`].
pub fn check_closing_day(closes_on: Date, today: Date) -> Result<(), CannotPrepare> {
    if closes_on < today {
        return Err(CannotPrepare::ClosesInThePast);
    }
    let latest = today.checked_add(LONGEST_DAYS.days()).unwrap_or(Date::MAX);
    if closes_on > latest { Err(CannotPrepare::ClosesTooLate) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use disclosure::Floor;
    use jiff::civil::{Date, date};
    use kernel::Party;

    use super::{Answering, CannotPrepare, Group};

    const TODAY: Date = date(2026, 11, 22);

    fn groups<const N: usize>(codes: [u32; N]) -> Vec<Group> {
        Party::ALL
            .iter()
            .zip(codes)
            .map(|(party, codes)| Group { party: *party, label: String::new(), codes, by_mail: 0 })
            .collect()
    }

    fn check(groups: &[Group], floor: Floor, closes_on: Date, today: Date) -> Result<(), CannotPrepare> {
        super::check(Answering::Individual, groups, floor, closes_on, today)
    }

    #[test]
    fn a_few_people_may_answer_together_where_they_could_not_each_alone() {
        let together =
            |groups: &[Group]| super::check(Answering::Collective, groups, Floor::DEFAULT, TODAY, TODAY);
        assert!(together(&groups([3])).is_ok());
        assert_eq!(together(&[]), Err(CannotPrepare::NoGroup));
        assert_eq!(together(&groups([3; 5])), Err(CannotPrepare::TooManyGroups));
    }

    #[test]
    fn nine_people_answer_together_and_ten_may_answer_each_alone() {
        assert_eq!(
            check(&groups([4, 5]), Floor::DEFAULT, TODAY, TODAY),
            Err(CannotPrepare::TooFewInvited { invited: 9 })
        );
        assert!(check(&groups([4, 6]), Floor::DEFAULT, TODAY, TODAY).is_ok());
    }

    #[test]
    fn a_campaign_compares_two_to_four_groups() {
        assert_eq!(check(&groups([20]), Floor::DEFAULT, TODAY, TODAY), Err(CannotPrepare::OneGroup));
        assert_eq!(check(&groups([9; 5]), Floor::DEFAULT, TODAY, TODAY), Err(CannotPrepare::TooManyGroups));
        assert!(check(&groups([9; 4]), Floor::DEFAULT, TODAY, TODAY).is_ok());
    }

    #[test]
    fn a_campaign_that_could_show_nothing_is_not_prepared() {
        let refused = check(&groups([4, 4, 4]), Floor::DEFAULT, TODAY, TODAY);
        assert_eq!(refused, Err(CannotPrepare::NoGroupReachesFloor { floor: 5 }));
        let eight = Floor::new(8).expect("above five");
        let refused = check(&groups([7, 7]), eight, TODAY, TODAY);
        assert_eq!(refused, Err(CannotPrepare::NoGroupReachesFloor { floor: 8 }));
    }

    #[test]
    fn the_closing_day_is_today_at_the_earliest_and_a_year_away_at_the_latest() {
        let on = |day| check(&groups([9, 9]), Floor::DEFAULT, day, TODAY);
        assert_eq!(on(date(2026, 11, 21)), Err(CannotPrepare::ClosesInThePast));
        assert!(on(date(2027, 11, 22)).is_ok());
        assert_eq!(on(date(2028, 11, 22)), Err(CannotPrepare::ClosesTooLate));
    }
}
