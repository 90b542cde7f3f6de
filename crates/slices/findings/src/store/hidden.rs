//! What a reader must not be given, in SQL: the line of management hides what its members say from those above them.
//!
//! Every query that uses it binds the organisation as `$1`, the project as `$2` and [`access::Reader::key`] as `$3`.

/// Whether what this author said on this day is hidden from the reader.
macro_rules! hidden {
    ($author:literal, $on:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM hidden_from_line h WHERE h.organisation_id = $1 AND h.reader_member_id = $3",
            " AND h.author_member_id = ",
            $author,
            " AND h.until_on >= ",
            $on,
            ")"
        )
    };
}

/// Whether a finding of the table `f` was passed to another space.
macro_rules! passed {
    () => {
        concat!(
            "EXISTS (SELECT 1 FROM transmission p WHERE p.organisation_id = f.organisation_id",
            " AND p.project_id = f.project_id AND p.finding_id = f.finding_id)"
        )
    };
}

pub(super) use {hidden, passed};
