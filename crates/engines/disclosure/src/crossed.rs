//! Several breakdowns of the same people, published side by side: by trade, and by site.

use thiserror::Error;

use crate::{Cell, Disclosed, Floor, LargeEnough, RawCount, span::Span};

/// The most groups that all the breakdowns may have together. Above, the tables ask too many questions of few people, and
/// the search for what they give away would take its time.
pub const MOST_GROUPS: usize = 16;

/// People who stand in the same group of every breakdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corner {
    /// Their group in each breakdown.
    pub groups: Vec<usize>,
    pub people: RawCount,
}

/// Which cells of several breakdowns of the same people are shown: decided for all of them at once.
///
/// A cell is shown when it meets the floor, and when no addition or subtraction of it and of the cells shown before it
/// gives a set of people smaller than the floor. The first breakdown comes first, then the cell of all together, then the
/// others. It is assumed that everybody knows which corners exist: that nobody but painters works at the second site.
///
/// ```
/// # use disclosure::{Corner, Crossed, Floor, LargeEnough, RawCount};
/// let corner = |trade, site, n| Corner { groups: vec![trade, site], people: RawCount::new(n) };
/// // 17 fitters at the first site; 3 painters there and 12 at the second.
/// let corners = [corner(0, 0, 17), corner(1, 0, 3), corner(1, 1, 12)];
/// let enough = LargeEnough::of(40).expect("forty were invited");
/// let crossed = Crossed::draw(enough, Floor::DEFAULT, &[2, 2], &corners).expect("two breakdowns");
/// assert_eq!([0, 1].map(|trade| crossed.count(0, trade).to_string()), ["17", "15"]);
/// // The first site would give its three painters, 20 − 17; and the second as well, 15 − 12.
/// assert_eq!([0, 1].map(|site| crossed.count(1, site).to_string()), ["–", "–"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossed {
    /// By breakdown, then by group.
    groups: Vec<Vec<Disclosed<RawCount>>>,
    together: Disclosed<RawCount>,
}

/// Breakdowns that cannot be planned together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CannotCross {
    #[error("corner {corner} does not stand in one group of each breakdown")]
    NotACorner { corner: usize },
    #[error("{groups} groups in all are more than {MOST_GROUPS}")]
    TooManyGroups { groups: usize },
}

impl Crossed {
    /// Decides for all breakdowns at once. `sizes` gives the number of groups of each; the first breakdown comes first
    /// when not all can be shown, and within each the groups in their order.
    ///
    /// Errors: [`CannotCross`] when a corner is not one of these breakdowns, or there are too many groups.
    pub fn draw(
        _: LargeEnough,
        floor: Floor,
        sizes: &[usize],
        corners: &[Corner],
    ) -> Result<Self, CannotCross> {
        check(sizes, corners)?;
        let mut drawing = Drawing { floor, corners, span: Span::of_nothing(corners.len()) };
        let mut together = Disclosed::Withheld;
        let mut groups = Vec::new();
        for (breakdown, size) in sizes.iter().enumerate() {
            let cell = |group| move |corner: &Corner| corner.groups[breakdown] == group;
            groups.push((0..*size).map(|group| drawing.decide(cell(group))).collect());
            if breakdown == 0 {
                together = drawing.decide(|_| true);
            }
        }
        Ok(Self { groups, together })
    }

    /// What both plans show. Of an item, within the sheets it is a part of; or of the same people at a higher floor,
    /// within what was published at a lower one: nothing is then given that the other plan did not give.
    #[must_use]
    pub fn within(&self, wider: &Self) -> Self {
        let both = |own: &Disclosed<RawCount>, wide: Option<&Disclosed<RawCount>>| match wide {
            Some(Disclosed::Shown(_)) => *own,
            Some(Disclosed::Withheld) | None => Disclosed::Withheld,
        };
        let line = |(at, own): (usize, &Vec<Disclosed<RawCount>>)| {
            let wide = wider.groups.get(at);
            let cell = |(group, own)| both(own, wide.and_then(|wide| wide.get(group)));
            own.iter().enumerate().map(cell).collect()
        };
        Self {
            groups: self.groups.iter().enumerate().map(line).collect(),
            together: both(&self.together, Some(&wider.together)),
        }
    }

    /// The number of people of a group of a breakdown, if it may be shown. A group that is not there is withheld.
    pub fn count(&self, breakdown: usize, group: usize) -> Cell {
        self.group(breakdown, group).map(RawCount::get)
    }

    /// The number of people of all groups together, if it may be shown.
    pub fn count_together(&self) -> Cell {
        self.together.map(RawCount::get)
    }

    /// What `compute` says of a group, if it may be shown; otherwise it is not even computed.
    pub fn disclose<T>(&self, breakdown: usize, group: usize, compute: impl FnOnce() -> T) -> Disclosed<T> {
        self.group(breakdown, group).map(|_| compute())
    }

    fn group(&self, breakdown: usize, group: usize) -> Disclosed<RawCount> {
        self.groups
            .get(breakdown)
            .and_then(|groups| groups.get(group))
            .copied()
            .unwrap_or(Disclosed::Withheld)
    }
}

fn check(sizes: &[usize], corners: &[Corner]) -> Result<(), CannotCross> {
    let groups = sizes.iter().sum();
    if groups > MOST_GROUPS {
        return Err(CannotCross::TooManyGroups { groups });
    }
    let fits = |corner: &Corner| {
        corner.groups.len() == sizes.len() && corner.groups.iter().zip(sizes).all(|(at, size)| at < size)
    };
    match corners.iter().position(|corner| !fits(corner)) {
        Some(corner) => Err(CannotCross::NotACorner { corner }),
        None => Ok(()),
    }
}

/// What is shown so far, and what follows from it.
struct Drawing<'a> {
    floor: Floor,
    corners: &'a [Corner],
    span: Span,
}

impl Drawing<'_> {
    /// Shows a cell if it meets the floor and gives, with what is shown already, no set of people that does not.
    fn decide(&mut self, counts: impl Fn(&Corner) -> bool) -> Disclosed<RawCount> {
        let cell: Vec<bool> = self.corners.iter().map(counts).collect();
        let people = self.people(&cell);
        if !self.floor.is_met_by(people) {
            return Disclosed::Withheld;
        }
        let span = self.span.with(&cell);
        if !span.every_set(|set| self.floor.is_met_by(self.people(set))) {
            return Disclosed::Withheld;
        }
        self.span = span;
        Disclosed::shown(people)
    }

    fn people(&self, set: &[bool]) -> RawCount {
        let counted = self.corners.iter().zip(set).filter(|(_, is_in)| **is_in);
        RawCount::new(counted.fold(0, |sum: u32, (corner, _)| sum.saturating_add(corner.people.get())))
    }
}

#[cfg(test)]
mod tests {
    use super::{CannotCross, Corner, Crossed};
    use crate::{Floor, LargeEnough, RawCount};

    fn draw(sizes: &[usize], corners: &[(&[usize], u32)]) -> Result<Crossed, CannotCross> {
        let corner = |(groups, people): &(&[usize], u32)| Corner {
            groups: groups.to_vec(),
            people: RawCount::new(*people),
        };
        let enough = LargeEnough::of(100).expect("a hundred were invited");
        Crossed::draw(enough, Floor::DEFAULT, sizes, &corners.iter().map(corner).collect::<Vec<_>>())
    }

    #[test]
    fn a_total_that_another_breakdown_gives_away_is_counted_as_known() {
        // All sites are shown, and add up to the total: a single small trade would follow.
        let corners: &[(&[usize], u32)] = &[(&[0, 0], 10), (&[0, 1], 10), (&[1, 0], 2), (&[1, 1], 1)];
        let crossed = draw(&[2, 2], corners).expect("two breakdowns");
        assert_eq!(crossed.count(0, 0).value(), Some(&20));
        assert!(crossed.count(0, 1).is_withheld() && crossed.count_together().is_withheld());
        assert!(crossed.count(1, 0).is_withheld() || crossed.count(1, 1).is_withheld());
    }

    #[test]
    fn what_two_plans_show_is_what_each_of_them_shows() {
        let corners = |small: u32| -> Vec<(&[usize], u32)> { vec![(&[0], 9), (&[1], 7), (&[2], small)] };
        let (wide, narrow) = (draw(&[3], &corners(6)).expect("one"), draw(&[3], &corners(2)).expect("one"));
        assert_eq!(wide.within(&narrow).count(0, 2), narrow.count(0, 2));
        assert!(wide.within(&narrow).count_together().is_withheld());
        assert_eq!(narrow.within(&wide), narrow);
    }

    #[test]
    fn corners_of_other_breakdowns_are_refused() {
        assert_eq!(draw(&[2, 2], &[(&[0], 9)]), Err(CannotCross::NotACorner { corner: 0 }));
        assert_eq!(draw(&[2], &[(&[0], 9), (&[2], 9)]), Err(CannotCross::NotACorner { corner: 1 }));
        assert_eq!(draw(&[9, 9], &[]), Err(CannotCross::TooManyGroups { groups: 18 }));
    }
}
