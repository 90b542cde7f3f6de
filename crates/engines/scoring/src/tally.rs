//! What a set of sheets says, before anyone asks whether it may be shown.

use serde::Serialize;

use crate::{Answer, Permille, Question, Sheet};

/// What a group says of a criterion: no grade, but how much vigilance it sees and how far it agrees with itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Balance {
    /// Mean, over contributors, of each one's own share of vigilance points among their yes and no: a person who
    /// answered two questions weighs as much as one who answered five.
    pub vigilance: Permille,
    /// A quarter of the contributors see this much vigilance or less (nearest rank).
    pub lower_quartile: Permille,
    /// Three quarters of the contributors see this much vigilance or less (nearest rank).
    pub upper_quartile: Permille,
    /// « Je ne sais pas » among yes, no and « je ne sais pas », over all sheets of the group: whoever knows nothing of
    /// a criterion contributes to no balance, and is heard here. None where it would tell what few people said.
    pub dont_know: Option<Permille>,
}

/// What a group says of a question. Base: all its sheets, so that the rest up to 1000 left the question out (each share
/// is rounded by itself; the four may add up to 1002).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Shares {
    pub vigilance: Permille,
    /// Yes or no, whichever is not a vigilance point.
    pub no_vigilance: Permille,
    pub dont_know: Permille,
    pub not_applicable: Permille,
}

/// Whether a sheet contributes to a criterion: at least one yes or no among its questions.
pub(crate) fn contributes(sheet: &Sheet, questions: &[&Question]) -> bool {
    own_share(sheet, questions).is_some()
}

/// What a sheet brings to a balance: its own share, and what it knows nothing of among what applies to it.
pub(crate) fn brings(sheet: &Sheet, questions: &[&Question]) -> (Option<Permille>, (usize, usize)) {
    let unknown = sheet.count(questions, |answer, _| answer == Answer::DontKnow);
    let applies = sheet.count(questions, |answer, _| answer != Answer::NotApplicable);
    (own_share(sheet, questions), (unknown, applies))
}

/// One person's share of vigilance points among their yes and no; none without a yes or no.
fn own_share(sheet: &Sheet, questions: &[&Question]) -> Option<Permille> {
    let answered = sheet.count(questions, |answer, _| matches!(answer, Answer::Yes | Answer::No));
    let vigilance = sheet.count(questions, |answer, question| answer == question.polarity.vigilance());
    (answered > 0).then(|| Permille::ratio(vigilance, answered))
}

pub(crate) fn balance(sheets: &[&Sheet], questions: &[&Question]) -> Balance {
    let mut shares = sheets.iter().filter_map(|sheet| own_share(sheet, questions)).collect::<Vec<_>>();
    shares.sort_unstable();
    Balance {
        vigilance: Permille::mean(&shares),
        lower_quartile: nearest_rank(&shares, 1),
        upper_quartile: nearest_rank(&shares, 3),
        dont_know: Some(dont_know(sheets, questions)),
    }
}

/// The value that `quarters` quarters of the sorted shares do not exceed.
// Quartiles, not extremes: the extreme of a group is one person, the one who stands alone.
fn nearest_rank(sorted: &[Permille], quarters: usize) -> Permille {
    let rank = (sorted.len() * quarters).div_ceil(4);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(Permille::ZERO)
}

fn dont_know(sheets: &[&Sheet], questions: &[&Question]) -> Permille {
    let count = |keep: fn(Answer) -> bool| {
        sheets.iter().map(|sheet| sheet.count(questions, |answer, _| keep(answer))).sum::<usize>()
    };
    Permille::ratio(
        count(|answer| answer == Answer::DontKnow),
        count(|answer| answer != Answer::NotApplicable),
    )
}

pub(crate) fn shares(sheets: &[&Sheet], question: &Question) -> Shares {
    let vigilance = question.polarity.vigilance();
    let of = |keep: &dyn Fn(Answer) -> bool| {
        let kept = sheets.iter().filter(|sheet| sheet.answer(question).is_some_and(keep)).count();
        Permille::ratio(kept, sheets.len())
    };
    Shares {
        vigilance: of(&|answer| answer == vigilance),
        no_vigilance: of(&|answer| matches!(answer, Answer::Yes | Answer::No) && answer != vigilance),
        dont_know: of(&|answer| answer == Answer::DontKnow),
        not_applicable: of(&|answer| answer == Answer::NotApplicable),
    }
}

#[cfg(test)]
mod tests {
    use super::{balance, nearest_rank, shares};
    use crate::Answer::{DontKnow, No, NotApplicable, Yes};
    use crate::{Answer, Permille, Polarity, Question, Sheet};

    fn questions() -> [Question; 2] {
        [("a1", Polarity::YesIsVigilance), ("a2", Polarity::NoIsVigilance)].map(|(id, polarity)| Question {
            id: id.into(),
            criterion: "autonomy".into(),
            polarity,
        })
    }

    fn sheet(answers: [Option<Answer>; 2]) -> Sheet {
        let given =
            ["a1", "a2"].into_iter().zip(answers).filter_map(|(id, answer)| Some((id.into(), answer?)));
        Sheet { group: "workers".into(), answers: given.collect() }
    }

    #[test]
    fn each_contributor_weighs_the_same_however_many_questions_they_answered() {
        let questions = questions();
        let sheets = [sheet([Some(Yes), None]), sheet([Some(No), Some(Yes)]), sheet([Some(DontKnow), None])];
        let balance = balance(&sheets.iter().collect::<Vec<_>>(), &questions.iter().collect::<Vec<_>>());
        assert_eq!(
            balance.vigilance.get(),
            500,
            "one person sees only vigilance, one none, the third does not count"
        );
        assert_eq!(
            balance.dont_know.map(Permille::get),
            Some(250),
            "one « je ne sais pas » out of four answers"
        );
    }

    #[test]
    fn what_does_not_apply_is_no_base_for_not_knowing() {
        let questions = questions();
        let sheets = [sheet([Some(Yes), Some(DontKnow)]), sheet([Some(NotApplicable), Some(NotApplicable)])];
        let balance = balance(&sheets.iter().collect::<Vec<_>>(), &questions.iter().collect::<Vec<_>>());
        assert_eq!(balance.dont_know.map(Permille::get), Some(500));
    }

    #[test]
    fn the_quartiles_of_five_people_are_the_second_and_the_fourth() {
        let five = [0, 200, 400, 600, 1000].map(|n| Permille::ratio(n, 1000));
        assert_eq!([nearest_rank(&five, 1).get(), nearest_rank(&five, 3).get()], [200, 600]);
    }

    #[test]
    fn the_base_of_a_question_is_every_sheet() {
        let questions = questions();
        let sheets = [[Some(Yes), None], [Some(No), None], [Some(DontKnow), None], [None, None]].map(sheet);
        let shares = shares(&sheets.iter().collect::<Vec<_>>(), &questions[0]);
        assert_eq!([shares.vigilance, shares.no_vigilance, shares.dont_know].map(Permille::get), [250; 3]);
        assert_eq!(shares.not_applicable, Permille::ZERO);
    }
}
