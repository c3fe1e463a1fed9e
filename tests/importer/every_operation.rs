//! Every operation of every document is declared, or left with a reason; what is written parses, and nothing panics.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use rest_op_import::{Options, import, operations};
use rest_op_tests::prerequisites::print_uncaptured;

use crate::documents;

/// The operations of a document.
struct Counted {
    file: PathBuf,
    declared: usize,
    left: Vec<(String, String, String)>,
}

impl Counted {
    fn all(&self) -> usize {
        self.declared + self.left.len()
    }

    fn of(file: &Path) -> Self {
        let source = documents::read(file);
        let ids = operations(&source).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let options = Options {
            operations: ids.clone(),
            unformatted: true,
            ..Options::default()
        };
        let mut counted = Self {
            file: file.to_owned(),
            declared: 0,
            left: Vec::new(),
        };
        if !ids.is_empty() {
            let imported = import(&source, &options).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            counted.declared = imported.declared;
            counted.left = imported.left;
        }
        assert_eq!(counted.all(), ids.len(), "{}", file.display());
        assert!(counted.left.iter().all(|(_, reason, _)| !reason.is_empty()));
        counted
    }
}

/// Counts the documents on all processors.
fn count(files: &[PathBuf]) -> Vec<Counted> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut counted = Vec::new();
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            counted.push(Counted::of(file));
        }
        counted
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let mut counted: Vec<Counted> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    counted.sort_by(|one, other| one.file.cmp(&other.file));
    counted
}

/// The share of declared operations, in percent.
fn share(declared: usize, all: usize) -> f64 {
    f64::from(u32::try_from(declared).unwrap()) / f64::from(u32::try_from(all).unwrap()) * 100.0
}

/// The most frequent reasons.
fn reasons(counted: &[Counted]) -> String {
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for (_, reason, _) in counted.iter().flat_map(|counted| &counted.left) {
        // Without the names in it.
        let general = reason.split('`').step_by(2).collect::<Vec<_>>().join("`…`");
        *reasons.entry(general).or_default() += 1;
    }
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), reason.clone()));
    let lines = reasons.iter().map(|(reason, count)| format!("\n{count:8}  {reason}"));
    lines.collect()
}

#[test]
fn operations_of_the_shared_documents_are_declared_or_left_with_a_reason() {
    let counted = count(&documents::shared("operations of the shared documents"));
    let declared: usize = counted.iter().map(|counted| counted.declared).sum();
    let all: usize = counted.iter().map(Counted::all).sum();
    if all > 0 {
        print_uncaptured(&format!(
            "{declared} of {all} operations of {} documents are declared{}",
            counted.len(),
            reasons(&counted)
        ));
        assert_eq!((declared, all), (5860, 5860), "all were declared");
    }
}

#[test]
fn operations_of_the_services_with_xml_are_declared_except_event_streams() {
    let Some(models) = documents::botocore("operations of the services with XML") else {
        return;
    };
    let services = [
        "cloudfront/2020-05-31",
        "route53/2013-04-01",
        "s3/2006-03-01",
        "s3control/2018-08-20",
    ];
    let counted = count(&services.map(|service| models.join(service).join("service-2.json.gz")));
    for counted in counted {
        print_uncaptured(&format!(
            "{} of {} operations of {} are declared",
            counted.declared,
            counted.all(),
            counted.file.display()
        ));
        let mut reasons = counted.left.iter().map(|(_, reason, _)| reason);
        assert!(
            reasons.all(|reason| reason == "the response is an event stream"),
            "{:?}",
            counted.left
        );
    }
}

#[test]
fn operations_of_the_directory_are_declared_or_left_with_a_reason() {
    let counted = count(&documents::directory("operations of the directory of documents"));
    if counted.is_empty() {
        return;
    }
    let declared: usize = counted.iter().map(|counted| counted.declared).sum();
    let all: usize = counted.iter().map(Counted::all).sum();
    // The providers are the folders of the directory, and files in it.
    let mut providers: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for counted in &counted {
        let below = counted.file.iter().skip_while(|part| *part != "api").nth(1).unwrap();
        let provider = providers.entry(below.to_string_lossy().into_owned()).or_default();
        provider.0 += counted.declared;
        provider.1 += counted.all();
    }
    let shares = providers
        .values()
        .filter(|(_, all)| *all > 0)
        .map(|(declared, all)| share(*declared, *all));
    let mean = shares.clone().sum::<f64>() / share(shares.count(), 100);
    print_uncaptured(&format!(
        "{declared} of {all} operations of {} documents are declared, {:.2} %; {mean:.2} % as the mean over {} providers{}",
        counted.len(),
        share(declared, all),
        providers.len(),
        reasons(&counted)
    ));
    assert_eq!(all, 125_207);
    assert!(declared >= 125_166, "more are left than were");
    assert!(mean >= 99.86);
}
