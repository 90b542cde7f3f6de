//! The path of a finding in a table cell: said, debated, answered, committed to.

use super::xml::{Element, escape};

/// Four small bars (as many as there are steps), full up to the step reached, then the names of those reached.
///
/// `steps` are the names in order ("dit", "débattu", "répondu", "engagé"); `reached` counts the steps done;
/// `spoken` says the same in words for who does not see the bars ("étape 3 sur 4").
pub fn draw(steps: &[&str], reached: usize, spoken: &str) -> String {
    let reached = reached.min(steps.len());
    let bar = |at: usize| if at < reached { r#"<i class="d"></i>"# } else { "<i></i>" };
    let bars: String = (0..steps.len()).map(bar).collect();
    let picture = Element::new("span").attr("class", "steps").attr("role", "img").attr("aria-label", spoken);
    let words = escape(&steps[..reached].join(" · "));
    picture.holding(&bars) + &Element::new("span").attr("class", "src").holding(&words)
}

#[cfg(test)]
mod tests {
    use super::super::well_formed::{HOSTILE, check};
    use super::*;

    const STEPS: [&str; 4] = ["dit", "débattu", "répondu", "engagé"];

    #[test]
    fn as_many_bars_are_full_as_steps_were_reached() {
        let html = draw(&STEPS, 3, "étape 3 sur 4");
        assert_eq!((html.matches("<i").count(), html.matches("class=\"d\"").count()), (4, 3));
        assert!(html.contains("dit · débattu · répondu<") && html.contains(r#"aria-label="étape 3 sur 4""#));
    }

    #[test]
    fn more_steps_than_there_are_is_all_of_them() {
        assert_eq!(draw(&STEPS, 9, "x").matches("class=\"d\"").count(), 4);
    }

    #[test]
    fn hostile_names_stay_words() {
        assert_eq!(check(&format!("<p>{}</p>", draw(&[HOSTILE], 1, HOSTILE))), Ok(()));
    }
}
