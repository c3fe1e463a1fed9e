//! Streams of events in pieces of every size, and streams that must be rejected.

use std::collections::VecDeque;
use std::task::Waker;

use bytes::Bytes;

use super::*;

/// A body in pieces, which stays open after the last one if the flag is set.
struct Pieces(VecDeque<Bytes>, bool);

impl Stream for Pieces {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0.pop_front() {
            None if self.1 => Poll::Pending,
            piece => Poll::Ready(piece.map(Ok)),
        }
    }
}

fn events<'a>(pieces: impl IntoIterator<Item = &'a [u8]>, open: bool) -> Events {
    let pieces = pieces.into_iter().map(Bytes::copy_from_slice).collect();
    Events::new(ByteStream::new(Pieces(pieces, open)))
}

fn poll(events: &mut Events) -> Poll<Option<Result<Event, BoxError>>> {
    Pin::new(events).poll_next(&mut Context::from_waker(Waker::noop()))
}

/// The events that are available without waiting, each as name, data and last id.
fn read<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<[String; 3]> {
    let mut events = events(pieces, false);
    let mut read = Vec::new();
    while let Poll::Ready(Some(event)) = poll(&mut events) {
        let event = event.unwrap();
        read.push([event.name(), event.data(), event.last_event_id()].map(str::to_owned));
    }
    read
}

/// A line of a mebibyte and a little more.
fn long_line(start: &str, end: &str) -> Vec<u8> {
    [start, &"a".repeat(1 << 20), end].concat().into()
}

/// Streams, and the name, data and last id of each event in them.
const STREAMS: &[(&[u8], &[[&str; 3]])] = &[
    // The examples of the standard.
    (
        b"data: YHOO\ndata: +2\ndata: 10\n\n",
        &[["message", "YHOO\n+2\n10", ""]],
    ),
    (
        b": test stream\n\ndata: first\nid: 1\n\ndata:second\nid\n\ndata:  third\n",
        &[["message", "first", "1"], ["message", "second", ""]],
    ),
    (
        b"data\n\ndata\ndata\n\ndata:",
        &[["message", "", ""], ["message", "\n", ""]],
    ),
    (
        b"data:test\n\ndata: test\n\n",
        &[["message", "test", ""], ["message", "test", ""]],
    ),
    // Ends of lines, mixed.
    (
        b"data:a\r\ndata:b\r\n\r\ndata:c\r\n\r\n",
        &[["message", "a\nb", ""], ["message", "c", ""]],
    ),
    (
        b"data:a\rdata:b\r\rdata:c\n\r",
        &[["message", "a\nb", ""], ["message", "c", ""]],
    ),
    (
        b"data:a\n\r\n\n\r\rdata:b\r\n\n",
        &[["message", "a", ""], ["message", "b", ""]],
    ),
    // Names and ids: an id stays for later events, a name does not.
    (
        b"event:a\nid:1\ndata:x\n\ndata:y\n\nevent:\ndata:z\n\n",
        &[["a", "x", "1"], ["message", "y", "1"], ["message", "z", "1"]],
    ),
    (b"event:lost\nid:1\n\ndata:x\n\n", &[["message", "x", "1"]]),
    (b"id:1\nid:2\0\ndata:x\nid:3\0\n\n", &[["message", "x", "1"]]),
    (b"event:a\nevent:b\ndata:x\n\n", &[["b", "x", ""]]),
    // Comments and unknown fields.
    (
        b"Data:a\n data:b\ndata :c\ndat:d\ndata: e:f \n:data:g\n\n",
        &[["message", "e:f ", ""]],
    ),
    // A byte order mark, which counts only at the start.
    (b"\xef\xbb\xbfdata:a\n\n\xef\xbb\xbfdata:b\n\n", &[["message", "a", ""]]),
    (b"\xef\xbb\xbf\xef\xbb\xbfdata:a\n\n", &[]),
    // Valid and invalid UTF-8.
    (
        "event:é\nid:力\ndata:\u{1f980}\n\n".as_bytes(),
        &[["é", "\u{1f980}", "力"]],
    ),
    (
        b"data:\xe5\x8a\ndata:\xff\nevent:\x80\n\n",
        &[["\u{fffd}", "\u{fffd}\n\u{fffd}", ""]],
    ),
    // No event without an empty line at its end.
    (b"", &[]),
    (b"data:a\n", &[]),
    (b"data:a\nid:1\ndata", &[]),
];

#[test]
fn events_do_not_depend_on_how_the_body_is_split() {
    for (stream, expected) in STREAMS {
        let shown = stream.escape_ascii();
        for first in 0..=stream.len() {
            for second in first..=stream.len() {
                let pieces = [&stream[..first], &stream[first..second], &stream[second..]];
                assert_eq!(read(pieces), *expected, "{shown}, cut at {first} and {second}");
            }
        }
        assert_eq!(read(stream.chunks(1)), *expected, "{shown}, byte by byte");
    }
}

#[test]
fn event_is_returned_as_soon_as_its_empty_line_is_received() {
    for stream in ["data:a\n\n", "data:a\r\r", "data:a\r\n\r"] {
        let mut events = events([stream.as_bytes()], true);
        assert!(
            matches!(poll(&mut events), Poll::Ready(Some(Ok(event))) if event.data() == "a"),
            "{stream:?}"
        );
        assert!(poll(&mut events).is_pending());
    }
}

#[test]
fn retry_must_be_digits_and_the_last_id_is_that_of_the_last_block() {
    for (stream, retry, last_event_id) in [
        ("", None, ""),
        ("retry:10\nid:1\n", Some(10), ""),
        ("retry:10\nid:1\n\n", Some(10), "1"),
        ("retry: 10\nretry:20", Some(10), ""),
        ("retry:10\nretry:20\n", Some(20), ""),
        ("retry:10\nretry:\nretry\n", Some(10), ""),
        ("retry:10\nretry:+5\nretry:-5\nretry:5s\nretry:  5\n", Some(10), ""),
        ("retry:10\nretry:99999999999999999999\n", Some(10), ""),
        ("retry:010\n", Some(10), ""),
        ("id:1\n\nid:2\n\nid:3\n", None, "2"),
    ] {
        let mut events = events([stream.as_bytes()], false);
        assert!(matches!(poll(&mut events), Poll::Ready(None)));
        assert_eq!(events.retry(), retry.map(Duration::from_millis), "{stream:?}");
        assert_eq!(events.last_event_id(), last_event_id, "{stream:?}");
    }
}

#[test]
fn event_beyond_the_limit_ends_the_stream() {
    let data = long_line("data:", "\n");
    let long = vec![b'a'; MAX_LINE_BYTES + 1];
    for (pieces, message) in [
        (
            vec![data.as_slice(); 17],
            "the event at line 16 is longer than 16777216 bytes",
        ),
        (vec![b":\n", &long], "line 2 is longer than 16777216 bytes"),
    ] {
        let mut events = events(pieces.into_iter().chain([b"\n\ndata:a\n\n".as_slice()]), false);
        let Poll::Ready(Some(Err(error))) = poll(&mut events) else {
            panic!("no error, but expected {message:?}");
        };
        assert_eq!(error.to_string(), message);
        assert!(matches!(poll(&mut events), Poll::Ready(None)));
    }
}

#[test]
fn comments_have_no_limit() {
    let comment = long_line(":", "\n");
    let pieces = std::iter::repeat_n(comment.as_slice(), 20);
    let pieces = [b"data:a\n".as_slice()]
        .into_iter()
        .chain(pieces)
        .chain([b"\n".as_slice()]);
    assert_eq!(read(pieces), [["message", "a", ""]]);
}

/// Takes hours if every piece is searched again after the next one, or if the id is copied to every event.
#[test]
fn long_lines_in_short_pieces_and_long_ids_take_linear_time() {
    let line = long_line("data:", "\n\n");
    assert_eq!(read(line.chunks(1)).len(), 1);
    let id = long_line("id:", "\n");
    let mut events = events([id.as_slice(), &b"data\n\n".repeat(1 << 18)], false);
    let mut count = 0;
    while let Poll::Ready(Some(event)) = poll(&mut events) {
        assert_eq!(event.unwrap().last_event_id().len(), 1 << 20);
        count += 1;
    }
    assert_eq!(count, 1 << 18);
}

#[test]
fn json_fault_is_reported_by_path_and_debug_omits_the_data() {
    let mut events = events([b"data:[31337]\n\n".as_slice()], false);
    let Poll::Ready(Some(Ok(event))) = poll(&mut events) else {
        panic!("no event");
    };
    assert_eq!(event.json::<Vec<u32>>().unwrap(), [31337]);
    let error = event.json::<Vec<String>>().unwrap_err();
    assert_eq!(error.to_string(), "at `[0]`: invalid type: integer, expected a string");
    assert_eq!(error.excerpt(), "[31337]");
    assert_eq!(
        format!("{event:?} {events:?}"),
        r#"Event("message", 7 bytes) Events(after line 2)"#
    );
}
