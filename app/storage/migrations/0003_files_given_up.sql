-- Sealed files whose rows are gone and which are still to be erased: a child's, until it has been done.
CREATE TABLE files_given_up (file TEXT PRIMARY KEY) STRICT;
