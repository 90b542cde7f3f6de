//! What the boxes say together: which uses follow people, which bear on them, which call for an impact assessment.

use super::{
    answers::Answers,
    vocabulary::{Answer, Change, Data, Decision, Function, Ticks},
};

/// The boxes, a screen that was not answered being unknown from end to end.
pub(super) struct Known {
    pub(super) is_ai: Answer<bool>,
    is_new: Answer<bool>,
    functions: Ticks<Function>,
    pub(super) work: Ticks<Change>,
    decisions: Ticks<Decision>,
    data: Ticks<Data>,
    pub(super) personal: Answer<bool>,
}

impl Known {
    pub(super) fn of(answers: &Answers) -> Self {
        let data = answers.data.clone();
        let mut known = Self {
            is_ai: answers.tool.map_or(Answer::Unknown, |tool| tool.is_ai),
            is_new: answers.tool.map_or(Answer::Unknown, |tool| tool.is_new),
            functions: answers.functions.clone().unwrap_or_else(nothing_said),
            work: answers.work.clone().unwrap_or_else(nothing_said),
            decisions: answers.decisions.clone().unwrap_or_else(nothing_said),
            personal: data.as_ref().map_or(Answer::Unknown, |data| data.personal),
            data: data.map_or_else(nothing_said, |data| data.ticks),
        };
        // Who watches, locates, judges or sorts people uses data on people, whatever was answered elsewhere.
        if known.follows() == Answer::Is(true) || known.is_about_people() == Answer::Is(true) {
            known.personal = Answer::Is(true);
        }
        known
    }

    pub(super) fn does(&self, function: Function) -> Answer<bool> {
        self.functions.says(function)
    }

    pub(super) fn decides(&self, decision: Decision) -> Answer<bool> {
        self.decisions.says(decision)
    }

    /// Only data on people can be watched over, sensitive, matched…
    pub(super) fn uses(&self, data: Data) -> Answer<bool> {
        self.personal.and(self.data.says(data))
    }

    /// Whether it shows what each person does, even if that is not its aim.
    pub(super) fn follows(&self) -> Answer<bool> {
        self.does(Function::Watches).or(self.does(Function::Locates))
    }

    fn is_about_people(&self) -> Answer<bool> {
        let judged = self.decides(Decision::Evaluate).or(self.decides(Decision::Recruit));
        let managed = self.decides(Decision::Allocate).or(self.decides(Decision::Manage));
        judged.or(managed).or(self.decides(Decision::Profile)).or(self.does(Function::Emotions))
    }
}

fn nothing_said<C>() -> Ticks<C> {
    Ticks { ticked: Vec::new(), rest_unknown: true }
}

/// What the CNIL's list asks an impact assessment for, among what these questions can tell.
pub(super) fn cnil_list(known: &Known) -> [(&'static str, Answer<bool>); 3] {
    let judged = known.decides(Decision::Recruit).or(known.decides(Decision::Evaluate));
    let managed = known.decides(Decision::Allocate).or(known.decides(Decision::Manage));
    [
        ("constant_monitoring", known.follows().and(known.uses(Data::Constant))),
        ("hr_profiling", known.decides(Decision::Profile).and(judged.or(managed))),
        ("large_scale_location", known.does(Function::Locates).and(known.uses(Data::LargeScale))),
    ]
}

/// The criteria of the data protection authorities, among what these questions can tell.
pub(super) fn dpia_criteria(known: &Known) -> [(&'static str, Answer<bool>); 8] {
    let judged = known.decides(Decision::Evaluate).or(known.decides(Decision::Recruit));
    let intimate =
        known.uses(Data::Sensitive).or(known.does(Function::Locates)).or(known.does(Function::Emotions));
    let innovative = known.personal.and(known.is_ai.and(known.is_new));
    [
        ("c1", judged.or(known.decides(Decision::Profile))),
        ("c2", known.personal.and(known.decides(Decision::Alone))),
        ("c3", known.follows()),
        ("c4", intimate),
        ("c5", known.uses(Data::LargeScale)),
        ("c6", known.uses(Data::Matching)),
        ("c7", known.follows().or(known.is_about_people())),
        ("c8", innovative),
    ]
}
