//! LimeSurvey: a questionnaire in XML (`.lss`), tables of rows as its database has them.
//!
//! Two layouts are read: texts in the rows themselves (up to version 3), texts in tables of their own (from version 4).

use roxmltree::{Document, Node};

use super::{Asked, CannotImport, Draft, Imported, Page, Question, Words};

/// Reads a LimeSurvey structure as a draft pack. Errors: no such XML, or nothing that can be asked.
pub fn from_limesurvey(id: &str, xml: &str) -> Result<Imported, CannotImport> {
    let not_this = |reason: String| CannotImport::NotThis { format: "a LimeSurvey structure", reason };
    let document = Document::parse(xml).map_err(|error| not_this(error.to_string()))?;
    let lss = Lss { root: document.root_element() };
    if lss.text_of("LimeSurveyDocType") != "Survey" {
        return Err(not_this("it is no LimeSurvey document of type Survey".to_owned()));
    }
    let mut draft = Draft {
        title: lss.words("surveys_languagesettings", &[], "surveyls_title", "surveyls_language"),
        summary: lss.words("surveys_languagesettings", &[], "surveyls_description", "surveyls_language"),
        ..Draft::default()
    };
    for table in ["conditions", "quota", "assessments", "question_attributes"] {
        if lss.rows(table).next().is_some() {
            draft.report.push(format!("the survey: {table} are not carried"));
        }
    }
    for group in lss.distinct("groups", "gid", "group_order") {
        lss.group(&group, &mut draft);
    }
    draft.write(id)
}

struct Lss<'x> {
    root: Node<'x, 'x>,
}

fn value<'x>(row: Node<'x, 'x>, key: &str) -> &'x str {
    let cell = row.children().find(|child| child.has_tag_name(key));
    cell.and_then(|cell| cell.text()).unwrap_or_default().trim()
}

impl<'x> Lss<'x> {
    fn text_of(&self, tag: &str) -> &'x str {
        value(self.root, tag)
    }

    fn rows(&self, table: &str) -> impl Iterator<Item = Node<'x, 'x>> + use<'x> {
        let table = self.root.children().find(|child| child.has_tag_name(table));
        let rows = table.and_then(|table| table.children().find(|child| child.has_tag_name("rows")));
        rows.into_iter().flat_map(|rows| rows.children()).filter(|row| row.has_tag_name("row"))
    }

    /// One row for each value of a key (older files have one a language), in their order.
    fn distinct(&self, table: &str, key: &str, order: &str) -> Vec<Node<'x, 'x>> {
        let mut all: Vec<Node<'x, 'x>> = Vec::new();
        for row in self.rows(table) {
            if !all.iter().any(|known| value(*known, key) == value(row, key)) {
                all.push(row);
            }
        }
        all.sort_by_key(|row| value(*row, order).parse::<i64>().unwrap_or(i64::MAX));
        all
    }

    /// A text in the rows of a table where these keys have these values, language by language.
    fn words(&self, table: &str, at: &[(&str, &str)], key: &str, language: &str) -> Words {
        let mut words = Words::default();
        for row in self.rows(table).filter(|row| at.iter().all(|(key, wanted)| value(*row, key) == *wanted)) {
            let text = Some(without_tags(value(row, key))).filter(|text| !text.is_empty());
            match value(row, language).split('-').next() {
                Some("en") => words.en = words.en.or(text),
                Some("fr" | "") | None => words.fr = words.fr.or(text),
                // Another language is better than none, and is marked as not French.
                Some(_) if words.fr.is_none() && words.en.is_none() => {
                    words.fr = text.map(|t| format!("[à traduire] {t}"))
                }
                Some(_) => {}
            }
        }
        words
    }

    /// A text from its own table, else from the rows themselves.
    fn either(&self, own: &str, table: &str, at: (&str, &str), key: &str) -> Words {
        let words = self.words(own, &[at], key, "language");
        if words.is_empty() { self.words(table, &[at], key, "language") } else { words }
    }

    fn group(&self, group: &Node<'x, 'x>, draft: &mut Draft) {
        let gid = value(*group, "gid");
        let mut title = self.either("group_l10ns", "groups", ("gid", gid), "group_name");
        if title.is_empty() {
            title = Words::same(gid);
        }
        if !matches!(value(*group, "grelevance"), "" | "1") {
            draft.report.push(format!("group {gid}: its condition is not carried, it is always shown"));
        }
        let mut questions = Vec::new();
        let of_group =
            |row: &Node<'_, '_>| value(*row, "gid") == gid && matches!(value(*row, "parent_qid"), "" | "0");
        for row in self.distinct("questions", "qid", "question_order").into_iter().filter(of_group) {
            self.question(row, &mut questions, &mut draft.report);
        }
        draft.pages.push(Page { title, questions });
    }

    fn question(&self, row: Node<'x, 'x>, questions: &mut Vec<Question>, report: &mut Vec<String>) {
        let (qid, code, kind) = (value(row, "qid"), value(row, "title"), value(row, "type"));
        let asked = match self.asked(qid, kind) {
            Ok(asked) => asked,
            Err(why) => return report.push(format!("{code}: {why}")),
        };
        for (key, harmless, what) in [
            ("relevance", ["", "1"], "its condition"),
            ("other", ["", "N"], "the answer “other”"),
            ("preg", ["", ""], "its validation"),
        ] {
            if !harmless.contains(&value(row, key)) {
                report.push(format!("{code}: {what} is not carried"));
            }
        }
        report.extend(changed(kind).map(|what| format!("{code}: {what}")));
        questions.push(Question {
            text: self.either("question_l10ns", "questions", ("qid", qid), "question"),
            help: self.either("question_l10ns", "questions", ("qid", qid), "help"),
            code: code.to_owned(),
            optional: value(row, "mandatory") != "Y",
            asked,
        });
    }

    fn asked(&self, qid: &str, kind: &str) -> Result<Asked, String> {
        let numbers = |most: u8| (1..=most).map(|n| (n.to_string(), Words::same(&n.to_string()))).collect();
        match kind {
            "T" | "S" | "U" | "N" | "D" => Ok(Asked::Text),
            "Y" => Ok(Asked::Choice { among: named(&YES_NO), many: false }),
            "5" => Ok(Asked::Scale(numbers(5))),
            "L" | "!" | "O" => Ok(Asked::Choice { among: self.answers(qid)?, many: false }),
            "M" | "P" => Ok(Asked::Choice { among: self.rows_of(qid)?, many: true }),
            "R" => Ok(Asked::Ranking(self.answers(qid)?)),
            "F" | "H" => Ok(Asked::Matrix { rows: self.rows_of(qid)?, columns: self.answers(qid)? }),
            "A" => Ok(Asked::Matrix { rows: self.rows_of(qid)?, columns: numbers(5) }),
            "B" => Ok(Asked::Matrix { rows: self.rows_of(qid)?, columns: numbers(10) }),
            "C" => Ok(Asked::Matrix { rows: self.rows_of(qid)?, columns: named(&YES_NO) }),
            "E" => Ok(Asked::Matrix { rows: self.rows_of(qid)?, columns: named(&MORE_LESS) }),
            other => Err(format!("a question of type {other:?} is not carried")),
        }
    }

    fn answers(&self, qid: &str) -> Result<Vec<(String, Words)>, String> {
        let mut all = Vec::new();
        for row in self.distinct_answers(qid) {
            let (aid, code) = (value(row, "aid"), value(row, "code"));
            let own = self.words("answer_l10ns", &[("aid", aid)], "answer", "language");
            let words = if aid.is_empty() || own.is_empty() {
                self.words("answers", &[("qid", qid), ("code", code)], "answer", "language")
            } else {
                own
            };
            all.push((code.to_owned(), words));
        }
        at_least_two(all, "answers")
    }

    fn distinct_answers(&self, qid: &str) -> Vec<Node<'x, 'x>> {
        let mut all: Vec<Node<'x, 'x>> = Vec::new();
        for row in self.rows("answers").filter(|row| value(*row, "qid") == qid) {
            if !all.iter().any(|known| value(*known, "code") == value(row, "code")) {
                all.push(row);
            }
        }
        all.sort_by_key(|row| value(*row, "sortorder").parse::<i64>().unwrap_or(i64::MAX));
        all
    }

    fn rows_of(&self, qid: &str) -> Result<Vec<(String, Words)>, String> {
        let mut all = Vec::new();
        let under = |row: &Node<'_, '_>| value(*row, "parent_qid") == qid;
        for row in self.distinct("subquestions", "qid", "question_order").into_iter().filter(under) {
            let words = self.either("question_l10ns", "subquestions", ("qid", value(row, "qid")), "question");
            all.push((value(row, "title").to_owned(), words));
        }
        at_least_two(all, "rows")
    }
}

const YES_NO: [(&str, &str, &str); 2] = [("yes", "Oui", "Yes"), ("no", "Non", "No")];
const MORE_LESS: [(&str, &str, &str); 3] =
    [("more", "Plus", "More"), ("same", "Pareil", "The same"), ("less", "Moins", "Less")];

fn named(entries: &[(&str, &str, &str)]) -> Vec<(String, Words)> {
    entries.iter().map(|(code, fr, en)| ((*code).to_owned(), Words::both(fr, en))).collect()
}

fn at_least_two(all: Vec<(String, Words)>, what: &str) -> Result<Vec<(String, Words)>, String> {
    if all.len() < 2 { Err(format!("it has fewer than two {what}, and is not carried")) } else { Ok(all) }
}

/// What a type loses on the way.
fn changed(kind: &str) -> Option<&'static str> {
    match kind {
        "N" | "D" => Some("a number or a date becomes free text"),
        "O" | "P" => Some("the comment beside each answer is not carried"),
        "Y" | "C" => Some("yes and no are a choice; say which is the point of vigilance to make it count"),
        "H" => Some("an array by column is asked by row"),
        _ => None,
    }
}

/// The text of a small HTML, blanks made single.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    for (entity, plain) in
        [("&nbsp;", "\u{a0}"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "’"), ("&amp;", "&")]
    {
        text = text.replace(entity, plain);
    }
    text.split([' ', '\n', '\t', '\r']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
