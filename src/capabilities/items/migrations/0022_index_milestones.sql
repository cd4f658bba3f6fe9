-- What was told since a moment, of all items: for programs that follow along.
CREATE INDEX item_history_by_milestone ON item_history (recorded_at, item, sequence) WHERE is_milestone = 1;
