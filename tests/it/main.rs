mod measures;
mod syntax;
mod terminal;
