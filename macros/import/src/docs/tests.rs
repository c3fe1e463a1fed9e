use super::*;

#[test]
fn first_sentences_are_taken_from_markdown() {
    for (text, expected) in [
        ("List issues", "List issues."),
        ("list all pets", "List all pets."),
        (
            "Lists the issues of a repository. Only open ones.",
            "Lists the issues of a repository.",
        ),
        (
            "Uses e.g. a token, i.e. a secret. Next.",
            "Uses e.g. a token, i.e. a secret.",
        ),
        (
            "Costs 1.5 USD per call of v2.0 API. Next.",
            "Costs 1.5 USD per call of v2.0 API.",
        ),
        ("Is it open? Yes.", "Is it open?"),
        ("Required. The id of the room. More.", "Required. The id of the room."),
        (
            "By J. Doe of No. 5 in the U.S. and no. Next.",
            "By J. Doe of No. 5 in the U.S. and no.",
        ),
        ("The `user.name`. Next.", "The `user.name`."),
        ("Ends (here.) Next one.", "Ends (here.)"),
        ("Allowed values:\n\n- a\n- b", "Allowed values."),
        ("One\ntwo\r\nthree.\n\nFour.", "One two three."),
        (
            "# Heading\n\nText with **bold** [link](https://a.b) and ![i](j).",
            "Text with bold link and .",
        ),
        ("![badge](x)\n\nText.", "Text."),
        ("a | b\n--- | ---\n1 | 2\n\nText.", "Text."),
        ("**Optional** <br>\nIs sent.", "Is sent."),
        ("Note: one.", "Note: one."),
        ("Deprecated", "Deprecated."),
        ("", ""),
        ("  \n ", ""),
        ("---", ""),
        ("iOS app", "iOS app."),
        ("1. First of all.", "First of all."),
        ("Wait...", "Wait..."),
    ] {
        assert_eq!(first_sentence(text), expected, "{text}");
    }
}

#[test]
fn first_sentences_are_taken_from_html() {
    for (text, expected) in [
        ("<p>Creates a room.</p> <note> <p>Wait.</p> </note>", "Creates a room."),
        (
            "<note> <p>Not for all buckets.</p> </note> <p>Sets the tags.</p>",
            "Sets the tags.",
        ),
        (
            "<p>The <code>RoomId</code> of <i>this</i> room&#39;s owner</p>",
            "The `RoomId` of this room's owner.",
        ),
        (
            "<fullname>Amazon Chime</fullname><p>Adds a &lt;b&gt; tag.</p>",
            "Adds a `<b>` tag.",
        ),
        ("Line one<br/>line two", "Line one."),
        ("<h2>Title</h2><table><tr><td>x</td></tr></table>Text", "Text."),
        ("A < b and b > a.", "A \\< b and b > a."),
    ] {
        assert_eq!(first_sentence(text), expected, "{text}");
    }
}

#[test]
fn names_are_code_and_signs_are_escaped() {
    for (text, expected) in [
        (
            "The user_id of UserPool's members",
            "The `user_id` of `UserPool`'s members.",
        ),
        (
            "See GET /rooms/{id} (or list())",
            "See GET `/rooms/{id}` (or `list()`).",
        ),
        ("Has [brackets] and a * star", "Has \\[brackets\\] and a \\* star."),
        (
            "OAuth on GitHub with JSON APIs and URLs",
            "OAuth on GitHub with JSON APIs and URLs.",
        ),
        ("`a`b_c`d` is code", "`ab_cd` is code."),
        ("See https://a.b/c_d.", "See <https://a.b/c_d>."),
        ("AT&T &copy; &amp;lt; x", "AT&T © \\&lt; x."),
        ("#1 of 2", "\\#1 of 2."),
        ("- not a list", "Not a list."),
        ("Use \\_this\\_ and `` a`b ``", "Use `_this_` and `` a`b ``."),
        ("Tabs\tand\u{a0}spaces\u{202e}\u{7}", "Tabs and spaces."),
    ] {
        assert_eq!(first_sentence(text), expected, "{text}");
    }
}

#[test]
fn long_sentences_are_cut_at_a_word() {
    let sentence = first_sentence(&"word, ".repeat(60));
    assert!(sentence.ends_with("word…"), "{sentence}");
    assert!((190..=201).contains(&sentence.chars().count()), "{sentence}");
    assert_eq!(first_sentence(&"x".repeat(300)).chars().count(), 201);
}

#[test]
fn titles_have_no_full_stop() {
    assert_eq!(phrase("GitHub v3 REST API"), "GitHub v3 REST API");
    assert_eq!(phrase("DigitalOcean API"), "`DigitalOcean` API");
    assert_eq!(phrase(" "), "");
}

#[test]
fn code_may_contain_backticks() {
    assert_eq!(code("a b"), "`a b`");
    assert_eq!(code("a`b"), "`` a`b ``");
    assert_eq!(code("a``b"), "``` a``b ```");
    assert_eq!(code("\n"), "` `");
}

#[test]
fn links_lead_to_the_web() {
    assert_eq!(link("https://a.b/c").unwrap(), "[Reference](https://a.b/c)");
    assert_eq!(link("https://a.b/c_(d)").unwrap(), "[Reference](<https://a.b/c_(d)>)");
    assert_eq!(link("/relative"), None);
    assert_eq!(link("https://a.b/c d"), None);
    assert_eq!(link("javascript:alert(1)"), None);
}
