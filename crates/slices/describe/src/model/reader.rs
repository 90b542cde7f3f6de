//! Reading one screen: every field parsed, every refusal named, so that the page can say it next to the field.

use jiff::civil::Date;
use kernel::UnknownCode;

use super::{
    draft::Given,
    question::{NONE, UNKNOWN},
    vocabulary::{Answer, Ticks},
};

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Required,
    TooLong(usize),
    Choose,
    /// No box ticked, not even « rien de tout cela ».
    TickOne,
    /// « Rien de tout cela » beside something.
    NoneAndSome,
    NotANumber,
    OutOfRange(u32, u32),
    NotADate,
    InTheFuture,
    BeforeTheInformation,
    /// Something has begun, and no day is given.
    NoDay,
}

/// Every refusal of a screen, by field.
pub type Refusals = Vec<(&'static str, Refusal)>;

/// Reads the fields of a screen one after the other, going on after a refusal so that all are named at once.
pub struct Reader<'a> {
    given: &'a Given,
    refusals: Refusals,
}

impl<'a> Reader<'a> {
    pub const fn new(given: &'a Given) -> Self {
        Self { given, refusals: Vec::new() }
    }

    /// The answer, or everything that is wrong with it.
    pub fn done<T>(self, answer: T) -> Result<T, Refusals> {
        if self.refusals.is_empty() { Ok(answer) } else { Err(self.refusals) }
    }

    pub fn refuse(&mut self, name: &'static str, refusal: Refusal) {
        if self.refusals.iter().all(|(known, _)| *known != name) {
            self.refusals.push((name, refusal));
        }
    }

    pub fn text(&mut self, name: &'static str, most: usize) -> String {
        let text = self.optional_text(name, most);
        if text.is_empty() {
            self.refuse(name, Refusal::Required);
        }
        text
    }

    pub fn optional_text(&mut self, name: &'static str, most: usize) -> String {
        let text = self.given.one(name).trim().to_owned();
        if text.chars().count() > most {
            self.refuse(name, Refusal::TooLong(most));
        }
        text
    }

    /// A whole number, or « je ne sais pas » in the box beside it. A number that is typed is an answer, box or not.
    pub fn number(&mut self, name: &'static str, beside: &str, least: u32, most: u32) -> Answer<u32> {
        let typed: String = self.given.one(name).chars().filter(|sign| !sign.is_whitespace()).collect();
        match typed.parse::<u32>() {
            Ok(number) if (least..=most).contains(&number) => return Answer::Is(number),
            Ok(_) => self.refuse(name, Refusal::OutOfRange(least, most)),
            Err(_) if typed.is_empty() && self.given.has(beside, UNKNOWN) => {}
            Err(_) if typed.is_empty() => self.refuse(name, Refusal::Required),
            Err(_) => self.refuse(name, Refusal::NotANumber),
        }
        Answer::Unknown
    }

    /// One code of a vocabulary, or « je ne sais pas ».
    pub fn one<C>(
        &mut self,
        name: &'static str,
        parse: impl Fn(&str) -> Result<C, UnknownCode>,
    ) -> Answer<C> {
        match self.given.one(name) {
            UNKNOWN => Answer::Unknown,
            code => match parse(code) {
                Ok(choice) => Answer::Is(choice),
                Err(_) => {
                    self.refuse(name, Refusal::Choose);
                    Answer::Unknown
                }
            },
        }
    }

    /// The boxes that are ticked: something, « rien de tout cela » alone, or « pour le reste, je ne sais pas ».
    pub fn several<C: PartialEq>(
        &mut self,
        name: &'static str,
        parse: impl Fn(&str) -> Result<C, UnknownCode>,
    ) -> Ticks<C> {
        let values: Vec<&str> = self.given.all(name).collect();
        let ticked: Vec<C> = values.iter().filter_map(|code| parse(code).ok()).collect();
        let (none, unknown) = (values.contains(&NONE), values.contains(&UNKNOWN));
        if ticked.is_empty() && !none && !unknown {
            self.refuse(name, Refusal::TickOne);
        }
        if none && (unknown || !ticked.is_empty()) {
            self.refuse(name, Refusal::NoneAndSome);
        }
        Ticks { ticked, rest_unknown: unknown }
    }

    /// A day, or nothing: as browsers send it, or as people type it.
    pub fn day(&mut self, name: &'static str) -> Option<Date> {
        let typed = self.given.one(name).trim();
        if typed.is_empty() {
            return None;
        }
        let day = typed.parse().ok().or_else(|| Date::strptime("%d/%m/%Y", typed).ok());
        if day.is_none() {
            self.refuse(name, Refusal::NotADate);
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Refusal};
    use crate::model::{
        draft::Given,
        vocabulary::{Answer, Function},
    };

    fn given(pairs: &[(&str, &str)]) -> Given {
        Given::of(pairs.iter().copied(), &["n", "n_unknown", "does"])
    }

    #[test]
    fn nothing_typed_is_an_answer_only_when_somebody_says_that_they_do_not_know() {
        let silent = given(&[("n", "")]);
        let mut reader = Reader::new(&silent);
        assert_eq!(reader.number("n", "n_unknown", 1, 10), Answer::Unknown);
        assert_eq!(reader.done(()), Err(vec![("n", Refusal::Required)]));
        let honest = given(&[("n", ""), ("n_unknown", "unknown")]);
        let mut reader = Reader::new(&honest);
        assert_eq!(reader.number("n", "n_unknown", 1, 10), Answer::Unknown);
        assert_eq!(reader.done(()), Ok(()));
    }

    #[test]
    fn nothing_of_the_kind_beside_something_is_refused() {
        let both = given(&[("does", "writes"), ("does", "none")]);
        let mut reader = Reader::new(&both);
        reader.several("does", Function::parse);
        assert_eq!(reader.done(()), Err(vec![("does", Refusal::NoneAndSome)]));
    }

    #[test]
    fn what_is_not_ticked_is_no_unless_the_rest_is_not_known() {
        let some = given(&[("does", "writes")]);
        let ticks = Reader::new(&some).several("does", Function::parse);
        assert_eq!(
            (ticks.says(Function::Writes), ticks.says(Function::Talks)),
            (Answer::Is(true), Answer::Is(false))
        );
        let unsure = given(&[("does", "writes"), ("does", "unknown")]);
        let ticks = Reader::new(&unsure).several("does", Function::parse);
        assert_eq!(
            (ticks.says(Function::Writes), ticks.says(Function::Talks)),
            (Answer::Is(true), Answer::Unknown)
        );
    }
}
