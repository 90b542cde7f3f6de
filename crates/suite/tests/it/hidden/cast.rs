//! Who stands above whom in the walk, who speaks for themselves, and who must not read whom: worked out here from the pairs
//! alone, not from the program.

use std::collections::BTreeSet;

/// Somebody of the walk. Their word is what everything they write begins with: letters only, found nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    pub word: &'static str,
    pub name: &'static str,
    pub email: &'static str,
    pub party: &'static str,
}

const fn person(word: &'static str, name: &'static str, email: &'static str, party: &'static str) -> Person {
    Person { word, name, email, party }
}

/// The seven of case 1, one for each party.
pub const OF_THE_CASE: [Person; 7] = [
    person("sylvie", "Sylvie Marchal", "sylvie.marchal@hautes-vosges.example", "management"),
    person("karima", "Karima Benali", "karima.benali@hautes-vosges.example", "staff_representatives"),
    person("thomas", "Thomas Keller", "thomas.keller@hautes-vosges.example", "technical"),
    person("denis", "Denis Claudel", "denis.claudel@hautes-vosges.example", "line_managers"),
    person("elise", "Élise Aubry", "elise.aubry@aract.example", "facilitator"),
    person("julien", "Julien Ferry", "julien.ferry@hautes-vosges.example", "workers"),
    person("nadia", "Nadia Ferri", "nadia.ferri@sante-travail.example", "prevention"),
];

/// Those who come with the line.
pub const INVITED: [Person; 9] = [
    person("ambre", "Ambre Adam", "ambre@hautes-vosges.example", "workers"),
    person("bilal", "Bilal Brun", "bilal@hautes-vosges.example", "workers"),
    person("chloe", "Chloé Colin", "chloe@hautes-vosges.example", "workers"),
    person("dario", "Dario Dumas", "dario@hautes-vosges.example", "workers"),
    person("eva", "Eva Étienne", "eva@hautes-vosges.example", "line_managers"),
    person("farid", "Farid Faure", "farid@hautes-vosges.example", "line_managers"),
    person("gael", "Gaël Guérin", "gael@hautes-vosges.example", "line_managers"),
    person("hana", "Hana Henry", "hana@hautes-vosges.example", "line_managers"),
    person("ines", "Inès Imbert", "ines@hautes-vosges.example", "workers"),
];

/// Six heights (Bilal, Ambre, Eva, Gaël, Hana, Sylvie), superiors of every party, and several superiors: Ambre, a worker,
/// leads a team; Chloé also answers to Karima, who represents the staff, Dario to Thomas, a technician, and Julien to Nadia
/// and to Élise, who belong to no line themselves. Karima and Thomas have superiors too, but speak by mandate. Inès stands
/// in no line, and neither does Denis.
const LINE: [(&str, &str); 16] = [
    ("bilal", "ambre"),
    ("ambre", "eva"),
    ("eva", "gael"),
    ("chloe", "farid"),
    ("chloe", "karima"),
    ("dario", "farid"),
    ("dario", "thomas"),
    ("farid", "gael"),
    ("gael", "hana"),
    ("hana", "sylvie"),
    ("julien", "denis"),
    ("julien", "nadia"),
    ("julien", "elise"),
    ("denis", "hana"),
    ("karima", "eva"),
    ("thomas", "hana"),
];

pub fn everybody() -> impl Iterator<Item = Person> {
    OF_THE_CASE.into_iter().chain(INVITED)
}

pub fn named(word: &str) -> Person {
    everybody().find(|person| person.word == word).unwrap_or_else(|| panic!("nobody is {word}"))
}

/// The line as a file.
pub fn file() -> String {
    let pairs =
        LINE.iter().map(|(one, superior)| format!("{};{}\n", named(one).email, named(superior).email));
    std::iter::once("personne;supérieur\n".to_owned()).chain(pairs).collect()
}

/// Who stands above somebody, at any height.
fn above(word: &'static str) -> BTreeSet<&'static str> {
    let mut all = BTreeSet::new();
    let mut waiting = vec![word];
    while let Some(next) = waiting.pop() {
        for (_, superior) in LINE.iter().filter(|(one, _)| *one == next) {
            if all.insert(*superior) {
                waiting.push(superior);
            }
        }
    }
    all
}

impl Person {
    /// Workers and line managers speak for themselves; the others by mandate.
    fn speaks_for_themselves(self) -> bool {
        ["workers", "line_managers"].contains(&self.party)
    }

    /// Whether what this person says is hidden from the reader.
    pub fn is_hidden_from(self, reader: Self) -> bool {
        self.speaks_for_themselves() && above(self.word).contains(reader.word)
    }

    /// Whether it is hidden from anybody at all: it then stands in no file.
    pub fn is_hidden_from_somebody(self) -> bool {
        self.speaks_for_themselves() && !above(self.word).is_empty()
    }
}

#[test]
fn the_line_of_the_walk_is_as_deep_and_as_wide_as_it_says() {
    let bilal = above("bilal");
    assert_eq!(bilal.into_iter().collect::<Vec<_>>(), ["ambre", "eva", "gael", "hana", "sylvie"]);
    assert_eq!(above("dario").len(), 5, "both branches are climbed");
    let readers = everybody().filter(|reader| everybody().any(|author| author.is_hidden_from(*reader)));
    let parties: BTreeSet<&str> = readers.map(|reader| reader.party).collect();
    assert_eq!(parties.len(), 7, "superiors of every party: {parties:?}");
    assert!(!named("karima").is_hidden_from(named("eva")), "a mandate hides nothing");
    assert!(!named("ines").is_hidden_from_somebody());
}
