pub mod measure;
pub mod view;
