mod measures;
mod syntax;
