use super::super::well_formed::{HOSTILE, check};
use super::*;
use proptest::prelude::*;

fn shown(label: &str, values: &[i32]) -> Row {
    let mark = |value: &i32| Some(Mark { value: *value, spread: Some((value - 8, value + 5)) });
    let marks = values.iter().map(mark).collect();
    Row { label: label.into(), content: Content::Shown { marks, gap_label: format!("+{}", values.len()) } }
}

fn picture(rows: Vec<Row>) -> GapPicture {
    let tick = |value: i32| Tick { value, label: value.to_string() };
    GapPicture {
        id_prefix: "ecarts".into(),
        title: "Écarts de regard".into(),
        desc: "Du plus grand au plus petit".into(),
        groups: ["direction, 5", "atelier, 26", "informatique, 6"].map(String::from).to_vec(),
        ticks: [0, 25, 50, 75, 100].map(tick).to_vec(),
        rows,
    }
}

fn hidden(label: &str) -> Row {
    Row {
        label: label.into(), content: Content::Hidden("masqué : moins de 5 réponses d’un groupe".into())
    }
}

fn sound(picture: &GapPicture) -> Result<(), String> {
    check(&draw(picture))?;
    check(&draw_tall(picture))?;
    for form in [&WIDE, &TALL] {
        let (sheet, height) = paint(picture, form);
        if let Some(found) = sheet.overlaps(form.width, height) {
            return Err(format!("{}: {found:?}", form.class));
        }
    }
    Ok(())
}

#[test]
fn the_largest_gap_comes_first_and_hidden_rows_last() {
    let svg = draw(&picture(vec![hidden("Relations"), shown("Petit", &[40, 50]), shown("Grand", &[10, 90])]));
    let at = |word: &str| svg.find(word).expect("the word is there");
    assert!(at(">Grand<") < at(">Petit<") && at(">Petit<") < at(">Relations<"));
}

#[test]
fn a_hidden_row_has_words_and_no_mark() {
    let legend_only = draw(&picture(vec![])).matches("stroke-width=\"1\"/>").count();
    let with_hidden = draw(&picture(vec![hidden("Relations")]));
    assert_eq!(with_hidden.matches("stroke-width=\"1\"/>").count(), legend_only);
    assert!(with_hidden.contains("masqué"));
}

#[test]
fn groups_differ_by_shape_and_not_by_colour_alone() {
    let svg = draw(&picture(vec![]));
    for shape in ["<rect", "<circle", "<path"] {
        assert!(svg.contains(shape), "{shape}");
    }
}

#[test]
fn equal_values_and_the_ends_of_the_scale_stay_readable() {
    let rows =
        vec![shown("Égaux", &[50, 50, 50]), shown("Bouts", &[0, 100, 100]), shown("Dehors", &[-40, 900])];
    assert_eq!(sound(&picture(rows)), Ok(()));
    assert_eq!(sound(&GapPicture::default()), Ok(()));
}

#[test]
fn hostile_words_stay_words() {
    let mut picture = picture(vec![shown(HOSTILE, &[1, 2]), hidden(HOSTILE)]);
    picture.groups[0] = HOSTILE.into();
    picture.ticks[0].label = HOSTILE.into();
    assert_eq!(sound(&picture), Ok(()));
}

fn any_row() -> impl Strategy<Value = Row> {
    ("[A-Za-zéè ]{0,70}", proptest::collection::vec(-10..110_i32, 0..4), any::<bool>())
        .prop_map(|(label, values, seen)| if seen { shown(&label, &values) } else { hidden(&label) })
}

proptest! {
    #[test]
    fn whatever_the_values_no_words_overlap(rows in proptest::collection::vec(any_row(), 0..14)) {
        let picture = picture(rows);
        prop_assert_eq!(sound(&picture), Ok(()));
        prop_assert_eq!(draw(&picture), draw(&picture.clone()));
    }
}
