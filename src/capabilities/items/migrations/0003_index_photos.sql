-- Files are named after their content: before one is removed, somebody must ask whether another item shows it too.
CREATE INDEX item_photo_by_file ON item_photo (file_key);
CREATE INDEX item_photo_by_thumbnail ON item_photo (thumbnail_key);
