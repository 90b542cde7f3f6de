//! Publishing the sheets of a campaign, and reading again what was published.

use disclosure::{Disclosed, Floor, LargeEnough};

use crate::decide::{Decision, Remembered, still};
use crate::ledger::{Column, Criterion, Ledger};
use crate::published::{Line, Published, Said};
use crate::results::{Across, CannotScore, CriterionResult, Gap, InGroup, QuestionResult, Results};
use crate::{Balance, Question, Sheet};

/// A campaign to score. `questions` and `groups` are in the order in which people read them.
#[derive(Debug, Clone, Copy)]
pub struct Campaign<'a> {
    pub enough: LargeEnough,
    pub floor: Floor,
    pub groups: &'a [String],
    pub questions: &'a [Question],
    pub sheets: &'a [Sheet],
}

/// A campaign of the same questions that was published before.
#[derive(Debug, Clone)]
pub struct Earlier {
    pub id: String,
    pub enough: LargeEnough,
    pub groups: Vec<String>,
    pub sheets: Vec<Sheet>,
    pub published: Published,
}

/// Scores a campaign that nothing was published before, and keeps what may be shown.
///
/// Errors: those of [`publish`].
pub fn results(
    enough: LargeEnough,
    floor: Floor,
    groups: &[String],
    questions: &[Question],
    sheets: &[Sheet],
) -> Result<Results, CannotScore> {
    publish(Campaign { enough, floor, groups, questions, sheets }, &[]).map(|(results, _)| results)
}

/// Publishes a campaign for the first time: what may be shown of it beside the earlier campaigns, latest first.
///
/// Every sheet counts, an empty one too. The order of the sheets does not matter.
/// Errors: [`CannotScore`] when a sheet names a group or a question that is not given, or an id is given twice.
/// Limits: those of [`disclosure`].
pub fn publish(campaign: Campaign<'_>, earlier: &[Earlier]) -> Result<(Results, Published), CannotScore> {
    let (now, remembered) = open(&campaign, earlier)?;
    let published = Decision { floor: campaign.floor, now: &now, earlier: &remembered }.published();
    Ok((Reading { published: &published, now: &now, earlier: &remembered }.results(), published))
}

/// Reads what was published, at the floor of the campaign: the same one, or one that was raised since and hides more.
///
/// Errors: those of [`publish`].
pub fn again(
    campaign: Campaign<'_>,
    published: &Published,
    earlier: &[Earlier],
) -> Result<(Results, Published), CannotScore> {
    let (now, remembered) = open(&campaign, earlier)?;
    let published = still(published, campaign.floor, &now);
    Ok((Reading { published: &published, now: &now, earlier: &remembered }.results(), published))
}

type Opened<'a> = (Ledger<'a>, Vec<Remembered<'a>>);

fn open<'a>(campaign: &Campaign<'a>, earlier: &'a [Earlier]) -> Result<Opened<'a>, CannotScore> {
    let Campaign { enough, floor, groups, questions, sheets } = *campaign;
    check(groups, questions, sheets)?;
    let now = Ledger::draw(enough, floor, groups, questions, sheets)?;
    let remember = |then: &'a Earlier| {
        // A floor that was raised since holds for what is recalled as well.
        let floor = floor.max(then.published.floor);
        let ledger = Ledger::draw(then.enough, floor, &then.groups, questions, &then.sheets)?;
        Ok(Remembered { id: &then.id, published: &then.published, ledger })
    };
    Ok((now, earlier.iter().map(remember).collect::<Result<_, CannotScore>>()?))
}

fn check(groups: &[String], questions: &[Question], sheets: &[Sheet]) -> Result<(), CannotScore> {
    given_once(groups.iter())?;
    given_once(questions.iter().map(|question| &question.id))?;
    for sheet in sheets {
        if !groups.contains(&sheet.group) {
            return Err(CannotScore::UnknownGroup { group: sheet.group.clone() });
        }
        let unknown = |id: &&String| !questions.iter().any(|question| question.id == **id);
        if let Some(question) = sheet.answers.keys().find(unknown) {
            return Err(CannotScore::UnknownQuestion { question: question.clone() });
        }
    }
    Ok(())
}

fn given_once<'a>(ids: impl Iterator<Item = &'a String>) -> Result<(), CannotScore> {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(CannotScore::GivenTwice { id: id.clone() });
        }
    }
    Ok(())
}

/// Turns what was said into values, each from the ledger of the campaign that it is of.
struct Reading<'a> {
    published: &'a Published,
    now: &'a Ledger<'a>,
    earlier: &'a [Remembered<'a>],
}

impl Reading<'_> {
    fn results(&self) -> Results {
        let mut criteria: Vec<CriterionResult> =
            self.now.criteria().iter().map(|criterion| self.criterion(criterion)).collect();
        criteria.sort_by_key(CriterionResult::rank);
        let sheets =
            self.across(&self.published.sheets, |ledger, column| ledger.count(ledger.sheets(), column));
        Results { floor: self.published.floor, sheets, criteria }
    }

    fn criterion(&self, (id, asked): &Criterion<'_>) -> CriterionResult {
        let Some(said) = self.published.criteria.get(*id) else { return self.withheld(id) };
        let mut balance = self.across(&said.balance, |ledger, column| ledger.balance(id, asked, column));
        self.tell_apart_what_is_unknown(&mut balance, &said.unknown, id);
        let contributors = self.across(&said.balance, |ledger, column| match ledger.row(id) {
            Some(row) => ledger.count(row, column),
            None => Disclosed::Withheld,
        });
        let question = |question: &&Question| {
            let line = said.questions.get(&question.id)?;
            let shares = self.across(line, |ledger, column| ledger.shares(id, question, column));
            Some(QuestionResult { question: question.id.clone(), shares })
        };
        CriterionResult {
            criterion: (*id).to_owned(),
            gap: Gap::between(&balance),
            contributors,
            questions: asked.iter().filter_map(question).collect(),
            balance,
        }
    }

    /// Takes « je ne sais pas » away from each balance where it was not published with it.
    fn tell_apart_what_is_unknown(&self, balance: &mut Across<Balance>, unknown: &Line, id: &str) {
        let line = |then: Option<&str>| match then {
            Some(then) => self.earlier.iter().find(|e| e.id == then).and_then(|e| e.published.unknown(id)),
            None => Some(unknown),
        };
        let keep = |cell: Disclosed<Balance>, said: Option<&Said>| match said {
            Some(Said::Shown) => cell,
            _ => cell.map(|balance| Balance { dont_know: None, ..balance }),
        };
        for cell in &mut balance.groups {
            let said = line(cell.as_before.as_deref()).map(|line| line.group(&cell.group));
            cell.value = keep(cell.value, said);
        }
        let said = line(balance.together_as_before.as_deref()).map(|line| &line.together);
        balance.together = keep(balance.together, said);
    }

    /// A criterion of which nothing was published.
    fn withheld(&self, id: &str) -> CriterionResult {
        let nothing = Line { groups: std::collections::BTreeMap::new(), together: Said::Withheld };
        CriterionResult {
            criterion: id.to_owned(),
            gap: None,
            contributors: self.across(&nothing, |_, _| Disclosed::Withheld),
            balance: self.across(&nothing, |_, _| Disclosed::Withheld),
            questions: Vec::new(),
        }
    }

    fn across<T>(&self, line: &Line, value: impl Fn(&Ledger<'_>, Column<'_>) -> Disclosed<T>) -> Across<T> {
        let read = |said: &Said, column: Column<'_>| match said {
            Said::Shown => (value(self.now, column), None),
            Said::Withheld => (Disclosed::Withheld, None),
            Said::AsBefore(id) => match self.earlier.iter().find(|then| then.id == id) {
                Some(then) => (value(&then.ledger, column), Some(id.clone())),
                None => (Disclosed::Withheld, None),
            },
        };
        let group = |group: &str| {
            let (value, as_before) = read(line.group(group), Column::Group(group));
            InGroup { group: group.to_owned(), value, as_before }
        };
        let (together, together_as_before) = read(&line.together, Column::Together);
        Across { groups: self.now.groups().map(group).collect(), together, together_as_before }
    }
}
