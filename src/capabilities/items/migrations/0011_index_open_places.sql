-- What is open and public within a box of the map, without walking the archive.
CREATE INDEX item_open_by_place ON item (latitude, longitude)
  WHERE is_open = 1 AND visibility = 0 AND latitude IS NOT NULL;
