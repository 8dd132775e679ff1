//! No two neighbouring modules import each other in a circle: neither directly nor through others.
//!
//! Modules with the same parent are neighbours, each with all that lies below it. A parent and its children may use
//! each other: a child is a part of its parent. What a test module imports does not count.

use handbook_tests::root;
use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};
use walkdir::WalkDir;

/// Circles that are there on purpose: the crate, the modules in order, and why. One that is gone is an error.
const MEANT: [(&str, &[&str], &str); 2] = [
    (
        "policy",
        &["answers", "condition", "diagram", "model", "paperwork", "training"],
        "the model is recursive: a finding has a condition, and a condition names findings",
    ),
    (
        "policy",
        &["conclusion", "option"],
        "an outcome names the options that it weighs, and an option the outcomes that it is offered in",
    ),
];

/// A module's path from the root of its crate: empty for the root.
type ModulePath = Vec<String>;

#[test]
fn no_two_modules_import_each_other_in_a_circle() {
    let mut unexpected = Vec::new();
    let mut meant: BTreeSet<(&str, Vec<&str>)> =
        MEANT.iter().map(|(name, modules, _)| (*name, modules.to_vec())).collect();
    for folder in fs::read_dir(root().join("decision-aid")).unwrap().map(|entry| entry.unwrap().path()) {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        for circle in Modules::of_crate(&folder.join("src")).circles() {
            let modules: Vec<&str> = circle.modules.iter().map(String::as_str).collect();
            let known = meant.iter().find(|(of, known)| *of == name && *known == modules).cloned();
            match known {
                Some(known) => drop(meant.remove(&known)),
                None => unexpected.push(format!("{name}: {circle}")),
            }
        }
    }
    assert!(unexpected.is_empty(), "modules import each other in a circle:\n{}", unexpected.join("\n"));
    assert!(meant.is_empty(), "these circles are gone: take them out of the list: {meant:?}");
}

#[test]
fn a_circle_is_found_through_re_exports_and_across_folders() {
    let modules = Modules::of_sources(&[
        ("", "mod a; mod b; mod c; pub use a::deep::First; pub use b::Second;"),
        ("a", "mod deep;"),
        ("a::deep", "use crate::Second; pub struct First(Second);"),
        ("b", "use crate::c::Third; pub struct Second(Third);"),
        ("c", "pub struct Third; fn f(_: &crate::First) {}"),
    ]);
    let circles = modules.circles();
    assert_eq!(circles.len(), 1);
    assert_eq!(circles[0].modules, ["a", "b", "c"]);
    assert_eq!(
        circles[0].imports,
        ["a::deep imports b (Second)", "b imports c (Third)", "c imports a::deep (First)"]
    );
}

#[test]
fn a_parent_and_its_child_and_what_only_tests_import_are_no_circle() {
    let modules = Modules::of_sources(&[
        ("", "mod a; mod b;"),
        ("a", "mod child; use child::Part; pub struct Whole;"),
        ("a::child", "use super::Whole; pub struct Part;"),
        ("b", "use crate::a::Whole;\n#[cfg(test)] mod tests { use super::*; }"),
        ("a::tests", "use crate::b;"),
    ]);
    assert_eq!(modules.circles(), []);
}

/// The modules of a crate.
struct Modules(BTreeMap<ModulePath, Module>);

/// A module: the paths that it uses, and what its `use` items call by another name.
#[derive(Default)]
struct Module {
    used: BTreeSet<ModulePath>,
    aliases: BTreeMap<String, ModulePath>,
}

/// Neighbouring modules that import each other, and the imports between them.
#[derive(Debug, PartialEq)]
struct Circle {
    modules: Vec<String>,
    imports: Vec<String>,
}

impl std::fmt::Display for Circle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}\n    {}", self.modules.join(", "), self.imports.join("\n    "))
    }
}

impl Modules {
    /// Reads the sources of a crate.
    fn of_crate(src: &Path) -> Self {
        let mut modules = BTreeMap::new();
        for entry in WalkDir::new(src).into_iter().map(Result::unwrap) {
            let path = entry.path();
            if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(src).unwrap().with_extension("");
                let mut module: ModulePath =
                    name.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                if module.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
                    module.pop();
                }
                modules.insert(module, fs::read_to_string(path).unwrap());
            }
        }
        Self::read(modules)
    }

    /// The same from sources in memory: the path of each module, and its source.
    fn of_sources(sources: &[(&str, &str)]) -> Self {
        let path = |name: &str| name.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        Self::read(sources.iter().map(|(name, source)| (path(name), (*source).to_owned())).collect())
    }

    fn read(sources: BTreeMap<ModulePath, String>) -> Self {
        let is_test = |module: &ModulePath| module.iter().any(|part| part == "tests");
        let read = |(module, source): (ModulePath, String)| {
            let file = syn::parse_file(&source).unwrap_or_else(|error| panic!("{module:?}: {error}"));
            let mut reader = Reader { at: module.clone(), found: Module::default() };
            reader.visit_file(&file);
            (module, reader.found)
        };
        Self(sources.into_iter().filter(|(module, _)| !is_test(module)).map(read).collect())
    }

    /// The module that a path leads to, through re-exports: the module that the name at its end is written in.
    fn target(&self, path: &[String]) -> Option<ModulePath> {
        let mut path = path.to_vec();
        // A re-export may lead to another; a circle of them does not compile, and this is more than ever stand in a row.
        for _ in 0..16 {
            let module =
                (0..=path.len()).rev().map(|end| &path[..end]).find(|part| self.0.contains_key(*part))?;
            let rest = &path[module.len()..];
            let Some(alias) = rest.first().and_then(|name| self.0[module].aliases.get(name)) else {
                return Some(module.to_vec());
            };
            path = alias.iter().chain(&rest[1..]).cloned().collect();
        }
        None
    }

    /// Every circle among the children of every module.
    fn circles(&self) -> Vec<Circle> {
        self.0.keys().flat_map(|parent| self.circles_below(parent)).collect()
    }

    fn circles_below(&self, parent: &ModulePath) -> Vec<Circle> {
        let child = |module: &ModulePath| module.strip_prefix(parent.as_slice())?.first().cloned();
        let mut imports: BTreeMap<(String, String), String> = BTreeMap::new();
        for (module, found) in &self.0 {
            let Some(from) = child(module) else { continue };
            for used in &found.used {
                let Some(target) = self.target(used) else { continue };
                if let Some(to) = child(&target).filter(|to| *to != from) {
                    let name = used.last().map_or("", String::as_str);
                    let import = format!("{} imports {} ({name})", module.join("::"), target.join("::"));
                    imports.entry((from.clone(), to)).or_insert(import);
                }
            }
        }
        let graph =
            DiGraphMap::<&str, ()>::from_edges(imports.keys().map(|(from, to)| (from.as_str(), to.as_str())));
        let circles = tarjan_scc(&graph).into_iter().filter(|modules| modules.len() > 1);
        let circle = |mut modules: Vec<&str>| {
            modules.sort_unstable();
            let inside = |from: &str, to: &str| modules.contains(&from) && modules.contains(&to);
            let imports = imports.iter().filter(|((from, to), _)| inside(from, to));
            Circle {
                imports: imports.map(|(_, import)| import.clone()).collect(),
                modules: modules.into_iter().map(str::to_owned).collect(),
            }
        };
        circles.map(circle).collect()
    }
}

/// Collects the paths that a file uses.
struct Reader {
    at: ModulePath,
    found: Module,
}

impl Reader {
    /// A path from the root of the crate; none for a path into another crate or to something local.
    fn absolute(&self, path: &[String]) -> Option<ModulePath> {
        let (first, rest) = path.split_first()?;
        let mut absolute = match first.as_str() {
            "crate" => Vec::new(),
            "self" => self.at.clone(),
            "super" => self.at.split_last()?.1.to_vec(),
            // A name that the module itself has: a child, or one that another `use` brings in.
            _ => return Some(self.at.iter().chain(path).cloned().collect()),
        };
        for part in rest {
            match part.as_str() {
                "super" => drop(absolute.pop()),
                "self" => {}
                _ => absolute.push(part.clone()),
            }
        }
        Some(absolute)
    }

    fn use_tree(&mut self, tree: &syn::UseTree, before: &mut Vec<String>) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.use_tree(&path.tree, before);
                before.pop();
            }
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.use_tree(item, before)),
            syn::UseTree::Name(name) => self.used(before, &name.ident.to_string(), &name.ident.to_string()),
            syn::UseTree::Rename(rename) => {
                self.used(before, &rename.ident.to_string(), &rename.rename.to_string());
            }
            syn::UseTree::Glob(_) => self.used(before, "self", "*"),
        }
    }

    fn used(&mut self, before: &[String], name: &str, called: &str) {
        let path: Vec<String> = before.iter().cloned().chain([name.to_owned()]).collect();
        let called = if called == "self" { before.last().map_or("", String::as_str) } else { called };
        if let Some(absolute) = self.absolute(&path) {
            self.found.used.insert(absolute.clone());
            let own: ModulePath = self.at.iter().cloned().chain([called.to_owned()]).collect();
            if own != absolute {
                self.found.aliases.insert(called.to_owned(), absolute);
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let is_test = module.attrs.iter().any(|attribute| {
            attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
        });
        if !is_test {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.use_tree(&item.tree, &mut Vec::new());
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if parts.len() > 1 && path.leading_colon.is_none() {
            self.found.used.extend(self.absolute(&parts));
        }
        visit::visit_path(self, path);
    }
}
