//! The differences between the declarations and the model, each in words.

use std::collections::BTreeMap;

use rest_op::testing::Recorder;
use rest_op::{Bytes, Client, Retry};
use rest_op_tests::fixture::signed_at_sample_time;
use serde_json::{Map, Value, json};

use super::input::Input;
use super::model::{Model, Operation, Place};
use super::operations::{Binding, Made};

/// Returns all differences of a binding, in the order of the operations.
pub(crate) async fn differences(model: &Model, call: Binding) -> Vec<String> {
    let mut all = Vec::new();
    for (name, operation) in &model.operations {
        let mut found = in_request(call, name, operation);
        found.extend(in_members(call, name, operation));
        found.extend(in_constraints(call, name, operation));
        found.extend(in_answers(call, name, operation).await);
        found.extend(in_errors(call, name, operation).await);
        all.extend(found.into_iter().map(|difference| format!("{name}: {difference}")));
    }
    all
}

fn client(recorder: Recorder) -> Client {
    let builder = signed_at_sample_time("https://chime.example").transport(recorder);
    builder.retry(Retry::none()).build().unwrap()
}

fn make(call: Binding, name: &str, members: Map<String, Value>) -> Made {
    call(&client(Recorder::new()), name, &Input::new(members))
}

/// Differences in the requests with all members, and with the required ones alone.
fn in_request(call: Binding, name: &str, operation: &Operation) -> Vec<String> {
    let mut found = Vec::new();
    for samples in [operation.samples(|_| true), operation.samples(|member| member.required)] {
        let request = match make(call, name, samples.clone()).request {
            Ok(request) => request,
            Err(error) => {
                found.push(format!("refuses the samples of the model: {error}"));
                continue;
            }
        };
        let mut differ = |what: &str, ours: String, theirs: String| {
            let difference = format!("sends {what}{ours}, the model has {theirs}");
            // The second request differs as the first one does.
            if ours != theirs && found.is_empty() {
                found.push(difference);
            }
        };
        differ("", request.method().to_string(), operation.verb.clone());
        differ("to ", request.uri().path().to_owned(), path(operation, &samples));
        differ(
            "the query ",
            format!("{:?}", sent_query(&request)),
            format!("{:?}", query(operation, &samples)),
        );
        differ("the body ", sent_body(operation, &request), body(operation, &samples));
    }
    found
}

fn path(operation: &Operation, samples: &Map<String, Value>) -> String {
    samples.iter().fold(operation.path.clone(), |path, (name, value)| {
        path.replace(&format!("{{{}}}", operation.members[name].wire), &text(value))
    })
}

fn query(operation: &Operation, samples: &Map<String, Value>) -> BTreeMap<String, String> {
    let members = samples
        .iter()
        .filter(|(name, _)| operation.members[*name].place == Place::Query);
    let members = members.map(|(name, value)| (operation.members[name].wire.clone(), text(value)));
    operation.query.iter().cloned().chain(members).collect()
}

/// The samples need no encoding.
fn sent_query(request: &http::Request<Bytes>) -> BTreeMap<String, String> {
    let pairs = request
        .uri()
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect()
}

/// A body is an object with the body members, empty if all are omitted. An operation without body members has no body.
fn body(operation: &Operation, samples: &Map<String, Value>) -> String {
    if operation.members.values().all(|member| member.place != Place::Body) {
        return "none".to_owned();
    }
    let members = samples
        .iter()
        .filter(|(name, _)| operation.members[*name].place == Place::Body);
    let members: BTreeMap<_, _> = members
        .map(|(name, value)| (operation.members[name].wire.clone(), value.clone()))
        .collect();
    json!(members).to_string()
}

/// An omitted token is generated, so it is not in the samples.
fn sent_body(operation: &Operation, request: &http::Request<Bytes>) -> String {
    let media_type = request
        .headers()
        .get("content-type")
        .map(|value| value.to_str().unwrap());
    if request.body().is_empty() && media_type.is_none() {
        return "none".to_owned();
    }
    assert_eq!(media_type, Some("application/json"));
    let mut body: BTreeMap<String, Value> = serde_json::from_slice(request.body()).unwrap();
    for (name, member) in &operation.members {
        if member.token && body.get(&member.wire) != Some(&member.sample) {
            body.remove(&member.wire)
                .unwrap_or_else(|| panic!("{name} is not filled"));
        }
    }
    json!(body).to_string()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Differences in the members, and in which of them are required.
fn in_members(call: Binding, name: &str, operation: &Operation) -> Vec<String> {
    let input = Input::new(operation.samples(|_| true));
    let _ = call(&client(Recorder::new()), name, &input);
    let taken = input.into_taken();
    let ours = taken
        .iter()
        .filter_map(|(name, required)| match operation.members.get(*name) {
            None => Some(format!("takes `{name}`, which the model does not have")),
            Some(member) if member.required && !required => {
                Some(format!("`{name}` may be left out, the model requires it"))
            }
            Some(member) if !member.required && *required => {
                Some(format!("`{name}` is required, the model lets it be left out"))
            }
            Some(_) => None,
        });
    let missing = operation
        .members
        .keys()
        .filter(|name| !taken.contains_key(name.as_str()));
    ours.chain(missing.map(|name| format!("does not take `{name}`")))
        .collect()
}

/// Differences in the values that are rejected before they are sent.
fn in_constraints(call: Binding, name: &str, operation: &Operation) -> Vec<String> {
    let mut found = Vec::new();
    for (member, rules) in &operation.members {
        for (value, allowed) in &rules.probes {
            let mut samples = operation.samples(|_| true);
            samples.insert(member.clone(), value.clone());
            match (make(call, name, samples).request, allowed) {
                (Ok(_), false) => found.push(format!("sends `{member}` of {value}, the model does not allow it")),
                (Err(_), true) => found.push(format!("refuses `{member}` of {value}, the model allows it")),
                _ => {}
            }
        }
    }
    found
}

/// Differences in the members of the response that are read.
async fn in_answers(call: Binding, name: &str, operation: &Operation) -> Vec<String> {
    let mut found = Vec::new();
    for (member, without, having) in &operation.answers {
        let mut results = Vec::new();
        for answer in [without, having] {
            let recorder = Recorder::new().answer(operation.status, &[], answer.to_string());
            let made = call(&client(recorder), name, &Input::new(operation.samples(|_| true)));
            results.push(made.result.await);
        }
        if results[0] == results[1] || results.iter().any(Result::is_err) {
            found.push(format!("does not read `{member}` of the answer"));
        }
    }
    found
}

/// Differences in the errors that are typed, by their names, and by a status that only one of them has.
async fn in_errors(call: Binding, name: &str, operation: &Operation) -> Vec<String> {
    let mut found = Vec::new();
    for (error, status) in &operation.errors {
        let variant = error.strip_suffix("Exception").unwrap_or(error);
        let is_typed = |recorder: Recorder| async {
            let made = call(&client(recorder), name, &Input::new(operation.samples(|_| true)));
            let error = made.result.await.unwrap_err();
            error.service.unwrap().starts_with(&format!("{variant}("))
        };
        let named = Recorder::new().answer(*status, &[("x-amzn-errortype", error)], "{}");
        if !is_typed(named).await {
            found.push(format!("{error} ({status}) is not typed"));
        } else if operation.errors.values().filter(|other| *other == status).count() == 1
            && !is_typed(Recorder::new().answer(*status, &[], "")).await
        {
            found.push(format!("{status} without a name is not typed as {variant}"));
        }
    }
    found
}
