mod formats;
mod measures;
mod syntax;
mod terminal;
mod why;
