//! Questions about long tables as SQL, for engines that users already run.
//!
//! The query counts the same whole numbers as the kernels do and makes the same
//! measures of them; in what engines differ stands in one file each. Names from
//! outside stand in quotes, and never in comments.

pub mod datafusion;
pub mod dialect;
pub mod duckdb;
pub mod formula;
mod query;
pub mod question;
mod remarks;
pub mod spark;

use dialect::Dialect;
use question::Question;

/// Two statements: one that names the file, and the query.
pub fn draw(question: &Question, dialect: &Dialect) -> String {
    let remarks = remarks::draw(question, dialect);
    let open = (dialect.open)(&question.file);
    let query = query::draw(question, dialect);
    format!("{remarks}\n{open}\n\n{query}")
}
