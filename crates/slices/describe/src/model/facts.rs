//! Answers as the law reads them: the facts of the employer, and those of the project.

use jiff::{ToSpan, civil::Date};
use kernel::Headcount;
use registry::{Facts, OrganisationKind};
use serde_json::{Value as Json, json};

use super::{
    answers::Answers,
    employer::{Committee, Employer},
    known::{Known, cnil_list, dpia_criteria},
    question::UNKNOWN,
    screens::{DialogueAnswer, ThresholdAnswer, ToolAnswer},
    vocabulary::{Answer, Change, Data, Decision, Function, Origin, Since50, Union},
};

/// « Depuis le 1er janvier 2024 ou avant »: far enough for a threshold to have had all its effects.
pub fn long_since(today: Date) -> Date {
    today.first_of_year().saturating_sub(2.years())
}

/// The kind and headcount of the employer where they are known, and its facts.
pub fn of_employer(answers: &Answers, today: Date) -> (Option<OrganisationKind>, Option<Headcount>, Facts) {
    let employer = answers.employer();
    let headcount = employer.headcount.known().and_then(|count| Headcount::try_from(i64::from(*count)).ok());
    let mut facts = Facts::new();
    let mut put = |name: &str, fact: Json| drop(facts.insert(name.to_owned(), fact));
    if employer.kind == Answer::Unknown {
        put("org.sector", UNKNOWN.into());
    }
    if headcount.is_none() {
        put("org.headcount", UNKNOWN.into());
    }
    put("org.threshold11_met", yes_no(threshold_11(answers, &employer)));
    put("org.reached50_on", reached_50(answers, &employer, today));
    put("org.cse", committee(answers, &employer));
    if !employer.is_public() && employer.at_least(11) != Some(false) {
        let union = answers.representation.map_or(Answer::Unknown, |answer| answer.union);
        put("org.union_delegate", yes_no(union.map(|union| union == Union::Delegate)));
        put("org.union_section", yes_no(union.map(|union| union != Union::Neither)));
    }
    // An association is an employer of the social economy by law; what a platform's workers are is not asked here.
    put("org.ess", json!(employer.kind == Answer::Is(OrganisationKind::Association)));
    if employer.kind == Answer::Is(OrganisationKind::Platform) {
        put("org.platform_sector", UNKNOWN.into());
        put("org.platform_status", UNKNOWN.into());
    }
    (employer.kind.known().copied(), headcount, facts)
}

fn threshold_11(answers: &Answers, employer: &Employer) -> Answer<bool> {
    match (employer.at_least(11), answers.threshold) {
        (Some(false), _) => Answer::Is(false),
        (None, _) | (Some(true), None) => Answer::Unknown,
        (Some(true), Some(ThresholdAnswer::Eleven(met))) => met,
        // Twelve months at fifty are twelve months at eleven; having just come to fifty says nothing of it.
        (Some(true), Some(ThresholdAnswer::Fifty(Answer::Is(Since50::Long | Since50::Recent), _))) => {
            Answer::Is(true)
        }
        (Some(true), Some(ThresholdAnswer::Fifty(..))) => Answer::Unknown,
    }
}

fn reached_50(answers: &Answers, employer: &Employer, today: Date) -> Json {
    if employer.at_least(50) == Some(false) || employer.is_public() {
        return Json::Null;
    }
    match answers.threshold {
        Some(ThresholdAnswer::Fifty(Answer::Is(Since50::Long), _)) => json!(long_since(today)),
        Some(ThresholdAnswer::Fifty(Answer::Is(Since50::Recent), Some(day))) => json!(day),
        Some(ThresholdAnswer::Fifty(Answer::Is(Since50::NotYet), _)) => Json::Null,
        _ => UNKNOWN.into(),
    }
}

fn committee(answers: &Answers, employer: &Employer) -> Json {
    let said = answers.representation.map_or(Answer::Unknown, |answer| answer.committee);
    let committee = match said {
        _ if employer.is_public() => Answer::Is(Committee::NotApplicable),
        _ if employer.at_least(11) == Some(false) => Answer::Is(Committee::NoneBelow11),
        said => said,
    };
    committee.known().map_or_else(|| UNKNOWN.into(), |committee| committee.code().into())
}

/// The facts of the project, its system and its data.
pub fn of_project(answers: &Answers) -> Facts {
    let known = Known::of(answers);
    let mut facts = Facts::new();
    facts.extend(of_tool(answers));
    facts.extend(of_use(&known));
    facts.extend(of_data(&known));
    facts.extend(of_dialogue(answers));
    if answers.stage.unwrap_or_default() == Answer::Unknown {
        facts.insert("project.stage".to_owned(), UNKNOWN.into());
    }
    facts
}

fn of_tool(answers: &Answers) -> Facts {
    let unsaid = ToolAnswer {
        is_ai: Answer::Unknown,
        is_new: Answer::Unknown,
        origin: Answer::Unknown,
        on_the_market: None,
    };
    let tool = answers.tool.unwrap_or(unsaid);
    let role = match tool.origin {
        Answer::Is(Origin::Bought | Origin::Adapted) => "deployer",
        Answer::Is(Origin::Own) => "both",
        Answer::Unknown => UNKNOWN,
    };
    let adapted = tool.origin.map(|origin| origin == Origin::Adapted);
    // Only the rules on AI ask since when the model is on the market.
    let market = match tool.on_the_market {
        Some(day) => json!(day),
        None if tool.is_ai == Answer::Is(false) => Json::Null,
        None => UNKNOWN.into(),
    };
    named([
        ("system.is_ai", yes_no(tool.is_ai)),
        ("system.new_technology", yes_no(tool.is_new)),
        ("system.role", role.into()),
        ("system.rebranded_or_repurposed", yes_no(adapted)),
        ("system.placed_on_market", market),
    ])
}

fn of_use(known: &Known) -> Facts {
    let emotion = match known.does(Function::Emotions) {
        Answer::Is(true) => "workers",
        Answer::Is(false) => "none",
        Answer::Unknown => UNKNOWN,
    };
    let hr = known.decides(Decision::Allocate).or(known.decides(Decision::Manage));
    let change = known.work.says(Change::Organisation).or(known.work.says(Change::Safety));
    named([
        ("system.generative", yes_no(known.does(Function::Writes).or(known.does(Function::Media)))),
        ("system.generative_media", yes_no(known.does(Function::Media))),
        ("system.direct_interaction", yes_no(known.does(Function::Talks))),
        ("system.monitors_activity", yes_no(known.follows())),
        ("system.geolocation", yes_no(known.does(Function::Locates))),
        ("system.emotion", emotion.into()),
        ("system.affects_jobs_skills", yes_no(known.work.says(Change::Skills))),
        ("system.important_change", yes_no(change)),
        ("system.usage_rules", yes_no(known.work.says(Change::Rules))),
        ("system.recruitment_aid", yes_no(known.decides(Decision::Recruit))),
        ("system.evaluates_workers", yes_no(known.decides(Decision::Evaluate))),
        ("system.hr_automated", yes_no(hr)),
        ("system.profiling", yes_no(known.decides(Decision::Profile))),
        ("system.solely_automated", yes_no(known.decides(Decision::Alone))),
        ("system.annex3_4", annex(known).into()),
    ])
}

/// Point 4 of Annex III: (b) evaluating people or giving out tasks by who they are, else (a) recruiting.
fn annex(known: &Known) -> &'static str {
    let at_work = known.decides(Decision::Evaluate).or(known.decides(Decision::Allocate));
    match (known.is_ai, at_work, known.decides(Decision::Recruit)) {
        (Answer::Is(false), ..) => "none",
        (_, Answer::Is(true), _) => "b",
        (_, _, Answer::Is(true)) => "a",
        (_, Answer::Is(false), Answer::Is(false)) => "none",
        _ => UNKNOWN,
    }
}

fn of_data(known: &Known) -> Facts {
    let collected = known.uses(Data::Staff).or(known.follows()).or(known.does(Function::Emotions));
    named([
        ("data.personal", yes_no(known.personal)),
        ("data.special", yes_no(known.uses(Data::Sensitive))),
        ("data.cnil_list", list(&cnil_list(known), 1)),
        ("data.dpia_criteria", list(&dpia_criteria(known), 2)),
        ("system.collects_worker_data", yes_no(collected)),
        ("system.vendor_processes_data", yes_no(known.uses(Data::Vendor))),
    ])
}

/// The codes that hold; unknown when fewer than `enough` certainly do and others might.
fn list(codes: &[(&'static str, Answer<bool>)], enough: usize) -> Json {
    let certain: Vec<&str> =
        codes.iter().filter(|(_, holds)| *holds == Answer::Is(true)).map(|(code, _)| *code).collect();
    let is_open = codes.iter().any(|(_, holds)| *holds == Answer::Unknown);
    if certain.len() < enough && is_open { UNKNOWN.into() } else { json!(certain) }
}

fn of_dialogue(answers: &Answers) -> Facts {
    let Some(said) = answers.dialogue else { return Facts::new() };
    let day = |pick: fn(DialogueAnswer) -> Option<Date>| match said {
        Answer::Unknown => UNKNOWN.into(),
        Answer::Is(days) => json!(pick(days)),
    };
    named([
        ("project.info_on", day(|days| days.information)),
        ("project.meeting_on", day(|days| days.meeting)),
        ("project.expert_voted_on", day(|days| days.expert)),
        ("project.opinion_on", day(|days| days.opinion)),
    ])
}

fn yes_no(answer: Answer<bool>) -> Json {
    answer.known().map_or_else(|| UNKNOWN.into(), |holds| json!(holds))
}

fn named<const N: usize>(facts: [(&str, Json); N]) -> Facts {
    facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)).collect()
}
