//! What was said, and what became of it: one line a finding, as the thread's page and the dossier tell it.

use findings::{Finding, Step};
use jiff::civil::Date;
use kernel::Sphere;
use platform::T;

use crate::{model::day::days_between, whole::Whole};

/// A finding and where it stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate {
    pub words: String,
    pub sphere: Sphere,
    pub origin: String,
    pub step: Step,
    /// What is said before the link; may be empty.
    pub before: String,
    pub link: String,
    /// What is said after it; may be empty.
    pub after: String,
    /// The end of the link's address under the project.
    pub rest: String,
}

/// The longest answer quoted in the table; the finding's page has it whole.
const QUOTED: usize = 110;

/// The fates of these findings, in their order.
pub fn fates<'a>(
    whole: &Whole,
    findings: impl Iterator<Item = &'a Finding>,
    t: &T,
    today: Date,
) -> Vec<Fate> {
    findings.map(|finding| fate(whole, finding, t, today)).collect()
}

/// The findings, those that moved last first.
pub fn by_last_move(whole: &Whole) -> Vec<&Finding> {
    let mut findings: Vec<&Finding> = whole.findings.iter().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(last_move(finding)));
    findings
}

fn last_move(finding: &Finding) -> Date {
    let answers = finding.responses.iter().map(|response| response.on);
    let moves = finding.passed.iter().map(|passed| passed.on).chain(answers);
    moves
        .chain(finding.fate.iter().map(|fate| fate.on))
        .chain([finding.recorded_on])
        .max()
        .unwrap_or(finding.recorded_on)
}

fn fate(whole: &Whole, finding: &Finding, t: &T, today: Date) -> Fate {
    let (before, link, after, rest) = today_of(whole, finding, t, today);
    let origin = if finding.origin.is_empty() { finding.space_name.clone() } else { finding.origin.clone() };
    Fate {
        words: finding.text.clone(),
        sphere: finding.sphere,
        origin,
        step: finding.step,
        before,
        link,
        after,
        rest,
    }
}

/// Before, link, after, and where the link leads.
fn today_of(whole: &Whole, finding: &Finding, t: &T, today: Date) -> (String, String, String, String) {
    let own = format!("constats/{}", finding.id);
    if let Some(fate) = &finding.fate {
        let clause = clauses(whole).find(|clause| fate.href_rest == agreements::store::rest(clause.id));
        let unsaid = clause.filter(|clause| !fate.label.contains(clause.title.as_str()));
        let after = unsaid
            .map(|clause| t.one("thread-fate-title", "title", clause.title.clone()))
            .unwrap_or_default();
        return (String::new(), capitalised(&fate.label), after, fate.href_rest.clone());
    }
    let drafted = clauses(whole).find(|clause| clause.is_proposed() && clause.finding == Some(finding.id));
    if let Some(clause) = drafted {
        let link = t.one("thread-fate-drafted", "number", clause.number);
        let after = t.one("thread-fate-title", "title", clause.title.clone());
        return (String::new(), link, after, agreements::store::rest(clause.id));
    }
    if let Some(review) = called(whole, finding) {
        let before = t.one("thread-fate-called", "day", t.short_day(review.due_on));
        return (before, t.say("thread-fate-prepare"), String::new(), format!("suivi/bilans/{}", review.id));
    }
    let late = finding.waiting().filter(|passed| passed.is_late(today)).map(|passed| passed.answer_due).min();
    if let Some(due) = late {
        let before = t.one("thread-fate-late", "days", days_between(due, today));
        return (before, t.say("thread-fate-see"), String::new(), own);
    }
    if let Some(passed) = finding.waiting().next() {
        let before = t.two(
            "thread-fate-asked",
            "space",
            passed.to_name.clone(),
            "day",
            t.short_day(passed.answer_due),
        );
        return (before, t.say("thread-fate-see"), String::new(), own);
    }
    if let Some(answer) = finding.responses.last() {
        let (party, day) = (t.say_code("party", answer.party), t.short_day(answer.on));
        let before = t.two("thread-fate-answered", "party", party, "day", day);
        return (before, shortened(&answer.text, QUOTED), String::new(), own);
    }
    let key = if finding.step == Step::Discussed { "thread-fate-discussed" } else { "thread-fate-said" };
    (t.say(key), t.say("thread-fate-next"), String::new(), own)
}

/// The meeting that a trigger called, for the finding that it gave, while it is awaited.
fn called<'a>(whole: &'a Whole, finding: &Finding) -> Option<&'a follow_up::Review> {
    let trigger = finding.origin_ref.as_deref()?.strip_prefix("trigger:")?;
    whole.commitments.iter().find(|commitment| commitment.trigger.id.to_string() == trigger)?.on_the_table()
}

fn clauses(whole: &Whole) -> impl Iterator<Item = &agreements::api::Clause> {
    whole.agreement.iter().flat_map(|agreement| &agreement.clauses)
}

/// A label at the beginning of a sentence.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A text cut at a blank, with an ellipsis; whole when it is short enough.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches(['.', ',', ';', ':', '…', ' ', '\u{a0}']))
}

#[cfg(test)]
mod tests {
    use findings::Response;
    use jiff::civil::date;
    use kernel::{Locale, Party};

    use super::{Fate, by_last_move, capitalised, fates, shortened};
    use crate::{
        fixture::{TODAY, agreement, bare, finding, id, pass, speak},
        whole::Whole,
    };

    fn fate(whole: &Whole) -> Fate {
        fates(whole, whole.findings.iter(), &speak(Locale::Fr), TODAY).remove(0)
    }

    #[test]
    fn what_was_only_said_invites_to_take_it_further() {
        let mut whole = bare();
        whole.findings = vec![finding(1, "un constat")];
        let fate = fate(&whole);
        assert_eq!((fate.link.as_str(), fate.origin.as_str()), ("lui donner une suite", "espace 2"));
        assert_eq!(fate.rest, format!("constats/{}", id::<()>(1)));
    }

    #[test]
    fn an_answer_that_is_late_says_for_how_long() {
        let mut whole = bare();
        let mut said = finding(1, "un constat");
        pass(&mut said, date(2026, 11, 13));
        whole.findings = vec![said];
        assert_eq!(fate(&whole).before, "Sans réponse, attendue depuis 9\u{a0}jours\u{a0};");
    }

    #[test]
    fn an_answer_is_quoted() {
        let mut whole = bare();
        let mut said = finding(1, "un constat");
        said.responses.push(Response {
            id: id(2),
            party: Party::Technical,
            by_name: "éditeur".to_owned(),
            text: "Trois heures par mois.".to_owned(),
            reasons: String::new(),
            on: date(2026, 11, 12),
        });
        whole.findings = vec![said];
        let fate = fate(&whole);
        assert_eq!(fate.before, "Technique a répondu le 12 nov.\u{a0}:");
        assert_eq!(fate.link, "Trois heures par mois.");
    }

    #[test]
    fn an_article_under_discussion_is_what_became_of_its_finding() {
        let mut whole = bare();
        whole.findings = vec![finding(1, "un constat")];
        whole.agreement = Some(agreement(4, Some(1)));
        let fate = fate(&whole);
        assert_eq!(fate.link, "Article 4 en discussion");
        assert_eq!(fate.after, "\u{a0}: Usage de l’écart");
    }

    #[test]
    fn the_title_of_an_article_is_not_said_twice() {
        let mut whole = bare();
        let mut said = finding(1, "un constat");
        let rest = agreements::store::rest(id(400));
        let label = "article 4 de l’accord".to_owned();
        said.fate = Some(findings::Fate { label, href_rest: rest, on: TODAY });
        whole.agreement = Some(agreement(4, Some(1)));
        whole.findings = vec![said.clone()];
        assert_eq!(fate(&whole).after, "\u{a0}: Usage de l’écart");
        said.fate.iter_mut().for_each(|fate| fate.label = "article 4 : Usage de l’écart".to_owned());
        whole.findings = vec![said];
        assert_eq!(
            (fate(&whole).link.as_str(), fate(&whole).after.as_str()),
            ("Article 4 : Usage de l’écart", "")
        );
    }

    #[test]
    fn what_moved_last_comes_first() {
        let mut whole = bare();
        let mut passed = finding(1, "passé");
        pass(&mut passed, TODAY);
        whole.findings = vec![finding(2, "dit"), passed];
        let words: Vec<&str> = by_last_move(&whole).iter().map(|finding| finding.text.as_str()).collect();
        assert_eq!(words, ["passé", "dit"]);
    }

    #[test]
    fn a_long_answer_is_cut_between_two_words() {
        assert_eq!(
            shortened("Le planning, par commande et jamais par personne.", 30),
            "Le planning, par commande et…"
        );
        assert_eq!(shortened("Oui.", 30), "Oui.");
    }

    #[test]
    fn a_label_begins_a_sentence() {
        assert_eq!(capitalised("état du texte"), "État du texte");
        assert_eq!(capitalised(""), "");
    }
}
