pub mod render;
pub mod view;
