-- What changed since a moment, of one kind, among what everyone may read: for those who keep a copy.
CREATE INDEX item_public_by_changed ON item (kind, changed_at, id) WHERE visibility = 0;
