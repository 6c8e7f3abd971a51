//! What positions, dates, bases, conditions, groups, relations and the lens mean,
//! sentence by sentence, on dossiers of a few lines.

mod basis;
mod clash;
mod conditions;
mod groups;
mod lens;
mod linked;
mod positions;
mod ties;
mod time;
