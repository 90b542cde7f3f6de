//! A questionnaire on its way to a pack: words in two languages, lists that are shared, ids that are ours.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{CannotImport, Imported};

/// A text in the languages that the questionnaire has.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words {
    pub fr: Option<String>,
    pub en: Option<String>,
}

/// How a question is asked, lists by their entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    Text,
    Scale(Vec<(String, Words)>),
    Choice { among: Vec<(String, Words)>, many: bool },
    Matrix { rows: Vec<(String, Words)>, columns: Vec<(String, Words)> },
    Ranking(Vec<(String, Words)>),
}

pub struct Question {
    /// Its name in the questionnaire.
    pub code: String,
    pub text: Words,
    pub help: Words,
    pub optional: bool,
    pub asked: Asked,
}

pub struct Page {
    pub title: Words,
    pub questions: Vec<Question>,
}

#[derive(Default)]
pub struct Draft {
    pub title: Words,
    pub summary: Words,
    pub pages: Vec<Page>,
    pub report: Vec<String>,
}

impl Words {
    pub fn same(text: &str) -> Self {
        Self { fr: Some(text.to_owned()), en: Some(text.to_owned()) }
    }

    pub fn both(fr: &str, en: &str) -> Self {
        Self { fr: Some(fr.to_owned()), en: Some(en.to_owned()) }
    }

    pub fn is_empty(&self) -> bool {
        let blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
        blank(&self.fr) && blank(&self.en)
    }

    /// In both languages; where one is missing, the other stands with a mark.
    fn filled(&self, missing: &mut usize) -> (String, String) {
        let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        match (given(&self.fr), given(&self.en)) {
            (Some(fr), Some(en)) => (fr, en),
            (Some(fr), None) => {
                *missing += 1;
                (fr.clone(), format!("[to translate] {fr}"))
            }
            (None, Some(en)) => {
                *missing += 1;
                (format!("[à traduire] {en}"), en)
            }
            (None, None) => {
                *missing += 1;
                ("[à écrire]".to_owned(), "[to write]".to_owned())
            }
        }
    }
}

impl Draft {
    /// The files of the pack. Errors: nothing to ask is left.
    pub fn write(mut self, id: &str) -> Result<Imported, CannotImport> {
        self.pages.retain(|page| !page.questions.is_empty());
        if self.pages.is_empty() {
            return Err(CannotImport::NoQuestion);
        }
        let writer = Writer::default().all(id, &self);
        let mut report = self.report;
        if writer.missing > 0 {
            report.push(format!(
                "{} texts are missing in one language: look for [à traduire] and [to translate]",
                writer.missing
            ));
        }
        report.push(
            "everything is marked as proposed: say where each item comes from, if it is not yours".to_owned(),
        );
        let files = vec![("method.toml", writer.method), ("fr.toml", writer.fr), ("en.toml", writer.en)];
        Ok(Imported { files, report })
    }
}

#[derive(Default)]
struct Writer {
    method: String,
    lists: String,
    fr: String,
    en: String,
    known: Vec<(Vec<(String, Words)>, String)>,
    ids: BTreeSet<String>,
    missing: usize,
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.trim().to_owned()).to_string()
}

/// A name as an id: small letters, digits, single hyphens.
fn slug(name: &str) -> String {
    let plain =
        name.to_lowercase().replace(['é', 'è', 'ê', 'ë'], "e").replace(['à', 'â'], "a").replace('ç', "c");
    let parts = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").chars().take(40).collect::<String>().trim_matches('-').to_owned()
}

/// An id that is not taken yet.
fn fresh(ids: &mut BTreeSet<String>, name: &str, otherwise: &str) -> String {
    let base = Some(slug(name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| otherwise.to_owned());
    let mut id = base.clone();
    let mut n = 1;
    while !ids.insert(id.clone()) {
        n += 1;
        id = format!("{base}-{n}");
    }
    id
}

impl Writer {
    fn all(mut self, id: &str, draft: &Draft) -> Self {
        self.head(id, draft);
        let mut steps = String::new();
        for (n, page) in draft.pages.iter().enumerate() {
            let block = fresh(&mut self.ids, &format!("page-{}", n + 1), "page");
            let _ = write!(
                steps,
                "\n[[step.block]]\nid = \"{block}\"\nkind = \"ask\"\nprovenance = \"proposed\"\n"
            );
            self.words(&format!("blocks.{block}"), &[("title", &page.title)]);
            for question in &page.questions {
                steps.push_str(&self.question(question));
            }
        }
        self.method.push_str(&std::mem::take(&mut self.lists));
        self.method.push_str(
            "\n[[step]]\nid = \"questionnaire\"\nanswering = \"alone\"\nprovenance = \"proposed\"\n",
        );
        self.method.push_str(&steps);
        self
    }

    fn head(&mut self, id: &str, draft: &Draft) {
        let questions: usize = draft.pages.iter().map(|page| page.questions.len()).sum();
        let minutes = (questions / 3).clamp(1, 120);
        let _ = write!(
            self.method,
            "# A draft from another questionnaire: read the report of the import, then mend what it says.\n\n\
             id = {}\nversion = \"0.1.0\"\nmaturity = \"prototype\"\nlicence = \"CC-BY-SA-4.0\"\n\
             authors = [\"[to write]\"]\nsphere = \"professional\"\nwording = \"proposed\"\n\
             phases = [\"before\", \"during\", \"after\"]\n\n\
             [participants]\nparties = [\"management\", \"staff_representatives\", \"workers\"]\n\
             provenance = \"proposed\"\n\n[[minutes]]\nanswering = \"alone\"\nminutes = {minutes}\n\
             provenance = \"proposed\"\n",
            quoted(id)
        );
        let (title, summary) =
            (draft.title.filled(&mut self.missing), draft.summary.filled(&mut self.missing));
        self.fr = format!(
            "title = {}\nsummary = {}\nhow_to_answer = \"Répondez pour le travail que vous faites.\"\n\
             participants = \"[à écrire]\"\nmaturity = \"Un brouillon, repris d’un autre questionnaire.\"\n\
             result_is = [\"Un point de départ pour se parler.\"]\nresult_is_not = [\"Ce n’est pas une note.\"]\n\n\
             [steps.questionnaire]\nname = \"Questionnaire\"\ntext = \"Chacun répond de son côté.\"\n",
            quoted(&title.0),
            quoted(&summary.0)
        );
        self.en = format!(
            "title = {}\nsummary = {}\nhow_to_answer = \"Answer for the work that you do.\"\n\
             participants = \"[to write]\"\nmaturity = \"A draft, taken from another questionnaire.\"\n\
             result_is = [\"A starting point for talking.\"]\nresult_is_not = [\"It is not a score.\"]\n\n\
             [steps.questionnaire]\nname = \"Questionnaire\"\ntext = \"Everyone answers alone.\"\n",
            quoted(&title.1),
            quoted(&summary.1)
        );
    }

    /// A table of texts, in both files.
    fn words(&mut self, table: &str, texts: &[(&str, &Words)]) {
        let _ = write!(self.fr, "\n[{table}]\n");
        let _ = write!(self.en, "\n[{table}]\n");
        for (key, words) in texts {
            let (fr, en) = words.filled(&mut self.missing);
            let _ = writeln!(self.fr, "{key} = {}", quoted(&fr));
            let _ = writeln!(self.en, "{key} = {}", quoted(&en));
        }
    }

    fn question(&mut self, question: &Question) -> String {
        let id = fresh(&mut self.ids, &question.code, "question");
        let mut text = format!("\n[[step.block.question]]\nid = \"{id}\"\n");
        text.push_str(&match &question.asked {
            Asked::Text => "answer = \"text\"\n".to_owned(),
            Asked::Scale(levels) => format!("answer = \"scale\"\namong = \"{}\"\n", self.list(levels)),
            Asked::Choice { among, many } => {
                let many = if *many { "many = true\n" } else { "" };
                format!("answer = \"choice\"\namong = \"{}\"\n{many}", self.list(among))
            }
            Asked::Matrix { rows, columns } => {
                let (rows, columns) = (self.list(rows), self.list(columns));
                format!("answer = \"matrix\"\nrows = \"{rows}\"\namong = \"{columns}\"\n")
            }
            Asked::Ranking(among) => format!("answer = \"ranking\"\namong = \"{}\"\n", self.list(among)),
        });
        if question.optional {
            text.push_str("optional = true\n");
        }
        text.push_str("provenance = \"proposed\"\n");
        let mut words = vec![("text", &question.text)];
        if !question.help.is_empty() {
            words.push(("help", &question.help));
        }
        self.words(&format!("questions.{id}"), &words);
        text
    }

    /// The id of a list with these entries, written once.
    fn list(&mut self, entries: &[(String, Words)]) -> String {
        if let Some((_, id)) = self.known.iter().find(|(known, _)| known == entries) {
            return id.clone();
        }
        let id = format!("list-{}", self.known.len() + 1);
        let mut ids = BTreeSet::new();
        let named: Vec<_> =
            entries.iter().map(|(code, words)| (fresh(&mut ids, code, "entry"), words)).collect();
        let written = named.iter().map(|(id, _)| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
        let _ = write!(
            self.lists,
            "\n[[list]]\nid = \"{id}\"\nentries = [{written}]\nprovenance = \"proposed\"\n"
        );
        let texts: Vec<_> = named.iter().map(|(id, words)| (id.as_str(), *words)).collect();
        self.words(&format!("lists.{id}"), &texts);
        self.known.push((entries.to_vec(), id.clone()));
        id
    }
}
