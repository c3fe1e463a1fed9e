//! Models by hand, completed.

use crate::Options;
use crate::model::operation::{Argument, BodyFormat, Declaration, Operation, Outcome, Piece, Role};
use crate::model::types::{
    Around, Direction, EnumValue, Field, Item, Kind, Next, OneOf, Page, Struct, Tagging, Type, TypeDef, TypeId,
    Variant, Wrapped,
};
use crate::model::{Doc, Model};

fn operation(id: &str, arguments: Vec<Argument>, outcome: Outcome) -> Operation {
    Operation {
        id: id.to_owned(),
        rust_name: String::new(),
        request_line: String::new(),
        doc: Doc::default(),
        declaration: Ok(Declaration {
            method: "GET".to_owned(),
            template: vec![Piece::Literal("/".to_owned())],
            query: None,
            is_public: false,
            is_idempotent: false,
            host_prefix: None,
            headers: Vec::new(),
            checksum: None,
            content_type: None,
            arguments,
            outcome,
            is_optional: false,
        }),
    }
}

fn query(name: &str, ty: Type) -> Argument {
    Argument::new(name, Role::Query, ty)
}

fn list(ty: Type) -> Type {
    Type::List(Box::new(Item { ty, nullable: false }))
}

fn add(model: &mut Model, name: &str, is_named: bool, kind: Kind) -> TypeId {
    let mut definition = TypeDef::new(name, "", kind);
    definition.is_named = is_named;
    model.types.add(definition)
}

fn structure(fields: Vec<Field>) -> Kind {
    Kind::Struct(Struct {
        fields,
        ..Struct::default()
    })
}

fn values(values: &[&str]) -> Kind {
    Kind::Enum(values.iter().map(|value| EnumValue::new(*value)).collect())
}

fn refined(mut model: Model) -> Model {
    super::refine(&mut model, &Options::default());
    model
}

fn declaration(model: &Model, index: usize) -> &Declaration {
    model.operations[index].declaration.as_ref().unwrap()
}

fn field_names(model: &Model, id: TypeId) -> Vec<&str> {
    let Kind::Struct(of) = &model.types[id].kind else {
        panic!("not a struct")
    };
    of.fields.iter().map(|field| field.rust_name.as_str()).collect()
}

fn page(model: &Model, id: TypeId) -> Option<&Page> {
    let Kind::Struct(of) = &model.types[id].kind else {
        panic!("not a struct")
    };
    of.page.as_ref()
}

#[test]
fn three_optional_query_parameters_become_a_group_after_the_required_ones() {
    let mut required = query("org", Type::String);
    required.required = true;
    let arguments = vec![
        query("a", Type::Bool),
        required,
        query("b", Type::Bool),
        query("c", Type::Bool),
    ];
    let model = refined(Model {
        operations: vec![operation("list things", arguments, Outcome::Nothing)],
        ..Model::default()
    });
    let arguments = &declaration(&model, 0).arguments;
    let names: Vec<_> = arguments
        .iter()
        .map(|argument| (argument.rust_name.as_str(), &argument.role))
        .collect();
    assert_eq!(names, [("org", &Role::Query), ("options", &Role::QueryFlatten)]);
    let [group] = model.written[..] else {
        panic!("{:?}", model.written)
    };
    assert_eq!(model.types[group].name, "ListThings");
    assert_eq!(field_names(&model, group), ["a", "b", "c"]);
    assert!(model.types[group].usage.is_query && model.types[group].usage.request);
}

#[test]
fn five_optional_headers_become_a_group_after_the_other_headers() {
    let header = |name: &str, ty: Type, required: bool| Argument {
        required,
        ..Argument::new(name, Role::Header, ty)
    };
    let arguments = |count: usize| {
        let optional = ["X-A", "X-B", "X-C", "X-D", "X-E"].into_iter().take(count);
        let optional = optional.map(|name| header(name, Type::String, false));
        let others = [
            header("X-Must", Type::String, true),
            header("X-List", list(Type::String), false),
        ];
        optional.chain(others).collect::<Vec<_>>()
    };
    let model = refined(Model {
        operations: vec![
            operation("put", arguments(5), Outcome::Nothing),
            operation("get", arguments(4), Outcome::Nothing),
        ],
        ..Model::default()
    });
    let names: Vec<_> = declaration(&model, 0)
        .arguments
        .iter()
        .map(|argument| argument.name.as_str())
        .collect();
    assert_eq!(names, ["X-Must", "X-List", ""]);
    let group = &declaration(&model, 0).arguments[2];
    assert_eq!(
        (group.rust_name.as_str(), &group.role),
        ("headers", &Role::HeaderPrefix)
    );
    let Type::Named(id) = group.ty else { panic!() };
    assert_eq!(model.types[id].name, "PutHeaders");
    assert_eq!(field_names(&model, id), ["x_a", "x_b", "x_c", "x_d", "x_e"]);
    assert_eq!(declaration(&model, 1).arguments.len(), 6);
}

/// A list in an element, whose items have this name.
fn wrapped(item: &str) -> Type {
    let wrapped = Wrapped {
        item: item.to_owned(),
        name: "TagSet".to_owned(),
        pointer: Some("/shapes/TagSet".to_owned()),
    };
    let item = Item {
        ty: Type::String,
        nullable: false,
    };
    Type::Xml(Around::List(wrapped), Box::new(item))
}

#[test]
fn a_list_that_is_sent_with_named_items_is_a_struct_in_all_types() {
    let types = |model: &mut Model, names: [&str; 2]| {
        names.map(|name| {
            let field = |item: &str| Field::new(format!("Tags {item}"), wrapped(item));
            let id = add(model, name, true, structure(vec![field("Tag"), field("member")]));
            model.types[id].is_xml = true;
            id
        })
    };
    let mut model = Model::default();
    let [sent, read] = types(&mut model, ["Sent", "Read"]);
    let body = Argument::new("body", Role::Body(BodyFormat::Xml), Type::Named(sent));
    let result = Outcome::Json(Type::Named(read));
    model.operations = vec![operation("put", vec![body], result)];
    let model = refined(model);
    let field = |id: TypeId, index: usize| match &model.types[id].kind {
        Kind::Struct(of) => of.fields[index].ty.clone(),
        other => panic!("{other:?}"),
    };
    let Type::Named(id) = field(sent, 0) else { panic!() };
    assert_eq!(field(read, 0), Type::Named(id));
    assert_eq!(field(sent, 1), wrapped("member"));
    assert_eq!(
        (model.types[id].name.as_str(), field_names(&model, id)),
        ("TagSet", vec!["items"])
    );
    assert!(model.types[id].usage.request && model.types[id].usage.response);

    let mut model = Model::default();
    let [read, _] = types(&mut model, ["Read", "Other"]);
    model.operations = vec![operation("get", Vec::new(), Outcome::Json(Type::Named(read)))];
    let model = refined(model);
    assert!(matches!(&model.types[read].kind, Kind::Struct(of) if of.fields[0].ty == wrapped("Tag")));
}

#[test]
fn two_optional_query_parameters_stay_arguments() {
    let arguments = vec![query("type", Type::Bool), query("self", Type::Bool)];
    let model = refined(Model {
        operations: vec![operation("list", arguments, Outcome::Nothing)],
        ..Model::default()
    });
    let names: Vec<_> = declaration(&model, 0)
        .arguments
        .iter()
        .map(|argument| &argument.rust_name)
        .collect();
    assert_eq!(names, ["r#type", "self_value"]);
    assert_eq!(model.written, []);
}

#[test]
fn methods_of_clients_and_names_of_imports_are_not_taken() {
    let mut model = Model {
        trait_name: "hub".to_owned(),
        ..Model::default()
    };
    let first = add(
        &mut model,
        "page",
        true,
        structure(vec![Field::new("Id", Type::String), Field::new("id", Type::String)]),
    );
    let second = add(&mut model, "Hub", true, values(&["other", "e", "E", "-1", ""]));
    model.operations = vec![
        operation("client", vec![], Outcome::Json(Type::Named(first))),
        operation("Client", vec![], Outcome::Json(Type::Named(second))),
    ];
    let model = refined(model);
    assert_eq!(
        [&model.operations[0].rust_name, &model.operations[1].rust_name],
        ["client_operation", "client_operation_2"]
    );
    assert_eq!(
        [&model.types[first].name, &model.types[second].name],
        ["HubPage", "HubHub"]
    );
    assert_eq!(field_names(&model, first), ["id", "id_2"]);
    let Kind::Enum(values) = &model.types[second].kind else {
        panic!("not an enum")
    };
    let names: Vec<_> = values.iter().map(|value| value.rust_name.as_str()).collect();
    assert_eq!(names, ["Other2", "E", "UpperE", "Minus1", "Empty"]);
}

#[test]
fn a_type_that_contains_itself_is_boxed_once() {
    let mut model = Model::default();
    let outer = add(&mut model, "Outer", true, structure(vec![]));
    let inner = add(
        &mut model,
        "Inner",
        true,
        structure(vec![Field::new("outer", Type::Named(outer))]),
    );
    let Kind::Struct(of) = &mut model.types[outer].kind else {
        unreachable!()
    };
    of.fields = vec![
        Field::new("inner", Type::Named(inner)),
        Field::new("outers", list(Type::Named(outer))),
    ];
    model.operations = vec![operation("get", vec![], Outcome::Json(Type::Named(outer)))];
    let model = refined(model);
    let Kind::Struct(of) = &model.types[inner].kind else {
        unreachable!()
    };
    assert_eq!(of.fields[0].ty, Type::Boxed(Box::new(Type::Named(outer))));
    let Kind::Struct(of) = &model.types[outer].kind else {
        unreachable!()
    };
    assert_eq!(of.fields[0].ty, Type::Named(inner));
    assert_eq!(of.fields[1].ty, list(Type::Named(outer)));
}

#[test]
fn members_of_one_direction_are_only_in_types_of_that_direction() {
    let mut model = Model::default();
    let mut id = Field::new("id", Type::String);
    (id.required, id.direction) = (true, Direction::Response);
    let mut secret = Field::new("secret", Type::String);
    (secret.required, secret.direction) = (true, Direction::Request);
    let fields = vec![id, secret];
    let sent = add(&mut model, "Sent", true, structure(fields.clone()));
    let received = add(&mut model, "Received", true, structure(fields.clone()));
    let both = add(&mut model, "Both", true, structure(fields));
    let body = |id| vec![Argument::new("body", Role::Body(BodyFormat::Json), Type::Named(id))];
    model.operations = vec![
        operation("a", body(sent), Outcome::Json(Type::Named(received))),
        operation(
            "b",
            body(both),
            Outcome::Linked(Item {
                ty: Type::Named(both),
                nullable: false,
            }),
        ),
    ];
    let model = refined(model);
    assert_eq!(
        [sent, received, both].map(|id| field_names(&model, id)),
        [vec!["secret"], vec!["id"], vec!["id", "secret"]]
    );
    let Kind::Struct(of) = &model.types[both].kind else {
        unreachable!()
    };
    assert!(of.fields.iter().all(Field::is_optional));
    assert_eq!(
        [sent, received, both].map(|id| model.types[id].usage.is_result),
        [false, true, false]
    );
}

#[test]
fn lenient_members_are_optional_except_ids() {
    let mut model = Model::default();
    let fields = ["id", "userId", "user_id", "valid", "name"].map(|name| Field {
        required: true,
        ..Field::new(name, Type::String)
    });
    let id = add(&mut model, "User", true, structure(fields.into()));
    model.operations = vec![operation("get", vec![], Outcome::Json(Type::Named(id)))];
    super::refine(
        &mut model,
        &Options {
            lenient: true,
            ..Options::default()
        },
    );
    let Kind::Struct(of) = &model.types[id].kind else {
        unreachable!()
    };
    let required: Vec<_> = of.fields.iter().map(|field| field.required).collect();
    assert_eq!(required, [true, true, true, false, false]);
}

#[test]
fn types_are_written_in_the_order_in_which_operations_lead_to_them_and_unused_ones_are_not() {
    let mut model = Model::default();
    let unused = add(&mut model, "Unused", true, values(&["a"]));
    let leaf = add(&mut model, "Leaf", true, values(&["a"]));
    let variant = add(
        &mut model,
        "Variant",
        true,
        structure(vec![Field::new("leaf", Type::Named(leaf))]),
    );
    let root = add(
        &mut model,
        "Root",
        true,
        Kind::OneOf(OneOf {
            tagging: Tagging::Internal("type".to_owned()),
            variants: vec![Variant::new("a", Some(Type::Named(variant)))],
        }),
    );
    let argument = add(&mut model, "Argument", true, values(&["a"]));
    model.operations = vec![operation(
        "get",
        vec![query("a", Type::Named(argument))],
        Outcome::Json(list(Type::Named(root))),
    )];
    let model = refined(model);
    assert_eq!(model.written, [argument, root, variant, leaf]);
    assert!(!model.types[unused].usage.response);
    assert!(model.types[leaf].usage.response && !model.types[leaf].usage.request);
}

#[test]
fn equal_inline_enums_become_one_type_named_as_the_member() {
    let mut model = Model::default();
    let first = add(&mut model, "issues list direction", false, values(&["asc", "desc"]));
    let second = add(&mut model, "pulls list direction", false, values(&["asc", "desc"]));
    let other = add(&mut model, "pulls list sort", false, values(&["asc", "desc"]));
    let arguments = |id| vec![query("direction", Type::Named(id))];
    model.operations = vec![
        operation("issues list", arguments(first), Outcome::Nothing),
        operation("pulls list", arguments(second), Outcome::Json(list(Type::Named(other)))),
    ];
    let model = refined(model);
    assert_eq!(declaration(&model, 1).arguments[0].ty, Type::Named(first));
    assert_eq!(model.written, [first, other]);
    assert_eq!(
        [&model.types[first].name, &model.types[other].name],
        ["Direction", "PullsListSort"]
    );
}

/// A listing with a `cursor`, and a body with `start_cursor`, whose result has these members.
fn listing(fields: Vec<Field>) -> (Model, TypeId) {
    let mut model = Model::default();
    let meta = add(
        &mut model,
        "Meta",
        true,
        structure(vec![
            Field::new("next_cursor", Type::String),
            Field::new("has_more", Type::Bool),
        ]),
    );
    let mut fields = fields;
    for field in fields.iter_mut().filter(|field| field.name == "meta") {
        field.ty = Type::Named(meta);
    }
    let result = add(&mut model, "Result", true, structure(fields));
    model.operations = vec![operation(
        "list",
        vec![query("cursor", Type::String)],
        Outcome::Json(Type::Named(result)),
    )];
    (refined(model), result)
}

#[test]
fn pages_are_recognised_by_the_names_of_their_members() {
    let guess = |token: &[&str], more: &[&str], next| Page {
        items: "items".to_owned(),
        next,
        token: token.iter().map(|name| (*name).to_owned()).collect(),
        more: more.iter().map(|name| (*name).to_owned()).collect(),
        is_guess: true,
    };
    let items = || Field::new("items", list(Type::String));
    let cursor = || Next::Query("cursor".to_owned());

    let (model, id) = listing(vec![
        items(),
        Field::new("nextCursor", Type::String),
        Field::new("hasMore", Type::Bool),
    ]);
    assert_eq!(page(&model, id), Some(&guess(&["nextCursor"], &["hasMore"], cursor())));
    let (model, id) = listing(vec![
        Field::new("others", list(Type::Bool)),
        items(),
        Field::new("meta", Type::Json),
    ]);
    assert_eq!(
        page(&model, id),
        Some(&guess(&["meta", "next_cursor"], &["meta", "has_more"], cursor()))
    );
    let (model, id) = listing(vec![items(), Field::new("@odata.nextLink", Type::String)]);
    assert_eq!(page(&model, id), Some(&guess(&["@odata.nextLink"], &[], Next::Url)));
}

#[test]
fn results_without_items_or_a_parameter_for_the_token_are_not_pages() {
    let (model, id) = listing(vec![Field::new("nextCursor", Type::String)]);
    assert_eq!(page(&model, id), None);
    let (model, id) = listing(vec![
        Field::new("items", list(Type::Bool)),
        Field::new("nextToken", Type::String),
    ]);
    assert_eq!(page(&model, id), None);
    let (model, id) = listing(vec![
        Field::new("a", list(Type::Bool)),
        Field::new("b", list(Type::Bool)),
        Field::new("nextCursor", Type::String),
    ]);
    assert_eq!(page(&model, id), None);
}

#[test]
fn an_offset_beside_the_size_of_a_page_requests_the_next_one() {
    let mut model = Model::default();
    let result = add(
        &mut model,
        "Result",
        true,
        structure(vec![Field::new("values", list(Type::String))]),
    );
    let listing = |id: &str, parameters: &[&str]| {
        let arguments = parameters.iter().map(|name| query(name, Type::I64)).collect();
        operation(id, arguments, Outcome::Json(Type::Named(result)))
    };
    model.operations = vec![listing("list", &["startAt", "maxResults"])];
    let model = refined(model);
    let offset =
        |page: &Page| page.next == Next::Offset("startAt".to_owned()) && page.token.is_empty() && page.is_guess;
    assert!(page(&model, result).is_some_and(offset));
    let mut model = Model {
        types: model.types,
        ..Model::default()
    };
    let Kind::Struct(of) = &mut model.types[result].kind else {
        unreachable!()
    };
    of.page = None;
    model.operations = vec![listing("list", &["offset"])];
    assert_eq!(page(&refined(model), result), None);
}
