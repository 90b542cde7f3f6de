//! What a session remembers of the device it was opened on: two family words, never the text that the browser sends.

/// « Firefox, Android »; empty where neither is recognised.
pub fn family(user_agent: &str) -> String {
    let name = |families: &[(&str, &'static str)]| {
        families.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    [name(BROWSERS), name(SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The first mark that is found wins: nearly every browser also says that it is Safari, or Chrome.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];

/// Android also says that it is Linux; an iPhone, that it is like a Mac.
const SYSTEMS: &[(&str, &str)] = &[
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

#[cfg(test)]
mod tests {
    use super::family;

    #[test]
    fn a_browser_is_known_by_its_family_and_its_system() {
        for (agent, device) in [
            ("Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", "Firefox, Android"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            ("curl/8.5.0", ""),
        ] {
            assert_eq!(family(agent), device);
        }
    }

    #[test]
    fn nothing_that_the_browser_sends_is_kept_as_it_was_sent() {
        assert_eq!(family("Firefox <script>Serial-4711</script>"), "Firefox");
    }
}
