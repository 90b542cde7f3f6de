//! Which cells a publication shows: what the plan allows, and what earlier publications forbid.

use std::collections::BTreeMap;

use disclosure::{Comparison, Floor, Recall, Row, recall};

use crate::ledger::{Column, Ledger};
use crate::published::{Line, Published, PublishedCriterion, Said};
use crate::{Question, Sheet, tally};

/// An earlier publication, with what may be known of its campaign at today's floor.
pub(crate) struct Remembered<'a> {
    pub(crate) id: &'a str,
    pub(crate) published: &'a Published,
    pub(crate) ledger: Ledger<'a>,
}

/// Decides for a campaign that is published for the first time; `earlier`, latest first.
pub(crate) struct Decision<'a> {
    pub(crate) floor: Floor,
    pub(crate) now: &'a Ledger<'a>,
    pub(crate) earlier: &'a [Remembered<'a>],
}

/// The sheets of a group at an earlier publication, at each that asked it since, and now.
type Since<'a> = Vec<&'a [&'a Sheet]>;

/// A line of the tables: how it is planned, what it was, and what it counts.
struct Asked<'a> {
    criterion: &'a str,
    row: &'a Row,
    /// What an earlier publication said of it.
    then: &'a dyn Fn(&'a Published) -> Option<&'a Line>,
    /// Compares the people of some groups, then and now, one comparison for each base of the line's figures.
    compare: &'a dyn Fn(&[Since<'_>]) -> Vec<Comparison>,
}

impl<'a> Decision<'a> {
    pub(crate) fn published(&self) -> Published {
        let criteria = self.now.criteria().iter();
        Published {
            floor: self.floor,
            sheets: planned(self.now, self.now.sheets()),
            criteria: criteria.map(|(id, asked)| ((*id).to_owned(), self.criterion(id, asked))).collect(),
        }
    }

    fn criterion(&self, id: &'a str, asked: &[&'a Question]) -> PublishedCriterion {
        let row = self.now.row(id).unwrap_or(self.now.sheets());
        let balance = self.line(&Asked {
            criterion: id,
            row,
            then: &|published| published.balance(id),
            compare: &|groups| balances(groups, asked),
        });
        let unknown = self.line(&Asked {
            criterion: id,
            row,
            then: &|published| published.unknown(id),
            compare: &|groups| vec![compare(groups, |sheet| Some(tally::brings(sheet, asked).1))],
        });
        let question = |question: &&Question| {
            let line = self.line(&Asked {
                criterion: id,
                row,
                then: &|published| published.question(id, &question.id),
                compare: &|groups| vec![answers(groups, question)],
            });
            (question.id.clone(), line)
        };
        PublishedCriterion { balance, unknown, questions: asked.iter().map(question).collect() }
    }

    fn line(&self, asked: &Asked<'a>) -> Line {
        let groups: BTreeMap<String, Said> =
            self.now.groups().map(|group| (group.to_owned(), self.group(asked, group))).collect();
        let together = self.together(asked, &groups);
        Line { groups, together }
    }

    fn group(&self, asked: &Asked<'a>, group: &str) -> Said {
        let was_shown = |line: &&Line| *line.group(group) == Said::Shown;
        let compared = |then: &Remembered<'a>| match (asked.then)(then.published).filter(was_shown) {
            Some(_) => (asked.compare)(&[self.since(then, group)]),
            None => Vec::new(),
        };
        match recall(self.floor, &self.earlier.iter().map(compared).collect::<Vec<_>>()) {
            Recall::AsBefore(at) => self.as_before(asked, Column::Group(group), &self.earlier[at]),
            Recall::New if self.now.shows(asked.row, Column::Group(group)) => Said::Shown,
            Recall::New => Said::Withheld,
        }
    }

    /// A total is new where each of its groups is: it then gives nothing that they do not. A total over withheld groups is
    /// safe by itself; over several campaigns, in which other groups are withheld, it is not.
    fn together(&self, asked: &Asked<'a>, groups: &BTreeMap<String, Said>) -> Said {
        if groups.values().all(|said| *said == Said::Shown) && self.now.shows(asked.row, Column::Together) {
            return Said::Shown;
        }
        let was_shown = |then: &&Remembered<'a>| {
            (asked.then)(then.published).is_some_and(|line| line.together == Said::Shown)
        };
        let recalls = groups.values().any(|said| matches!(said, Said::AsBefore(_)));
        match self.earlier.iter().find(was_shown).filter(|_| recalls) {
            Some(then) => self.as_before(asked, Column::Together, then),
            None => Said::Withheld,
        }
    }

    /// The earlier value stands as long as the group itself may be shown, however many contribute today: whether it stands
    /// must not tell whether the few who left had an opinion.
    fn as_before(&self, asked: &Asked<'a>, column: Column<'_>, then: &Remembered<'a>) -> Said {
        let was_said = (asked.then)(then.published).is_some_and(|line| match column {
            Column::Group(group) => *line.group(group) == Said::Shown,
            Column::Together => line.together == Said::Shown,
        });
        let is_there = then.ledger.row(asked.criterion).is_some_and(|row| then.ledger.shows(row, column));
        if was_said && is_there && self.now.shows(self.now.sheets(), column) {
            Said::AsBefore(then.id.to_owned())
        } else {
            Said::Withheld
        }
    }

    /// What a group handed in at an earlier campaign, at each that asked it since, and now.
    fn since<'b>(&'b self, then: &'b Remembered<'a>, group: &str) -> Since<'b> {
        let newer = self.earlier.iter().take_while(|other| other.id != then.id);
        let newer = newer.filter(|other| other.ledger.asks(group)).map(|other| other.ledger.sheets_of(group));
        let now = self.now.sheets_of(group);
        let latest_first = [now].into_iter().chain(newer).chain([then.ledger.sheets_of(group)]);
        let mut path: Vec<&[&Sheet]> = latest_first.collect();
        path.reverse();
        path
    }
}

/// A line without memory: what its plan shows.
fn planned(ledger: &Ledger<'_>, row: &Row) -> Line {
    let said = |column| if ledger.shows(row, column) { Said::Shown } else { Said::Withheld };
    let groups = ledger.groups().map(|group| (group.to_owned(), said(Column::Group(group))));
    Line { groups: groups.collect(), together: said(Column::Together) }
}

/// The two bases of a balance: those who answered yes or no, by their own share; and every sheet, since whether the few
/// who came or left had an opinion is theirs to tell.
fn balances(groups: &[Since<'_>], asked: &[&Question]) -> Vec<Comparison> {
    vec![
        compare(groups, |sheet| tally::brings(sheet, asked).0),
        compare(groups, |sheet| Some(tally::brings(sheet, asked).0)),
    ]
}

fn answers(groups: &[Since<'_>], question: &Question) -> Comparison {
    compare(groups, |sheet| Some(sheet.answer(question)))
}

fn compare<T: Ord>(groups: &[Since<'_>], said: impl Fn(&Sheet) -> Option<T>) -> Comparison {
    let at = |sheets: &&[&Sheet]| sheets.iter().filter_map(|sheet| said(sheet)).collect::<Vec<T>>();
    Comparison::over(&groups.iter().map(|since| since.iter().map(at).collect()).collect::<Vec<_>>())
}

/// What may still be said of what was published, at the floor of this ledger: never more.
pub(crate) fn still(published: &Published, floor: Floor, now: &Ledger<'_>) -> Published {
    let line = |own: Option<&Line>, row: &Row| -> Line {
        let said = |said: Option<&Said>, column: Column<'_>| match said {
            Some(Said::Shown) if now.shows(row, column) => Said::Shown,
            Some(Said::AsBefore(id)) if now.shows(now.sheets(), column) => Said::AsBefore(id.clone()),
            _ => Said::Withheld,
        };
        let group = |group: &str| said(own.map(|own| own.group(group)), Column::Group(group));
        Line {
            groups: now.groups().map(|name| (name.to_owned(), group(name))).collect(),
            together: said(own.map(|own| &own.together), Column::Together),
        }
    };
    let criterion = |(id, asked): &(&str, Vec<&Question>)| {
        let row = now.row(id).unwrap_or(now.sheets());
        let question = |q: &&Question| (q.id.clone(), line(published.question(id, &q.id), row));
        let questions = asked.iter().map(question).collect();
        let (balance, unknown) = (line(published.balance(id), row), line(published.unknown(id), row));
        ((*id).to_owned(), PublishedCriterion { balance, unknown, questions })
    };
    Published {
        floor,
        sheets: line(Some(&published.sheets), now.sheets()),
        criteria: now.criteria().iter().map(criterion).collect(),
    }
}
