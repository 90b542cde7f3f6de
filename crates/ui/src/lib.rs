//! How Trinôme looks: the base page, form fields, charts as SVG, styles and the vendored script.
//!
//! A component cannot be built inaccessible: what accessibility needs (a label, a legend, a title, a table beside a
//! picture) is an argument of its constructor, not a convention.
//!
//! To write a page: a struct with `page: ui::Page` and a template that `{% extends "base.html" %}` and fills `main`.

pub mod assets;
pub mod charts;
pub mod field;
pub mod page;

pub use field::{Choice, Field};
pub use page::{Notice, Page, ProjectHead, Tab, Tone, Who, render, render_with};
