-- A list of one domain, the map and the gaps of an area are each a short walk along an index of their own, however large
-- the archive. domains and on_map stand here too, as kind, visibility and is_open do. on_map: open, public, with a place.
ALTER TABLE item_area ADD COLUMN domains BIGINT NOT NULL DEFAULT 0;
ALTER TABLE item_area ADD COLUMN on_map BIGINT NOT NULL DEFAULT 0;
UPDATE item_area SET domains = (SELECT i.domains FROM item i WHERE i.id = item_area.item),
  on_map = (SELECT CASE WHEN i.longitude IS NOT NULL AND i.is_open = 1 AND i.visibility = 0 THEN 1 ELSE 0 END
            FROM item i WHERE i.id = item_area.item);
CREATE INDEX item_area_social ON item_area (area, kind, visibility, is_open, item) WHERE (domains & 1) <> 0;
CREATE INDEX item_area_physical ON item_area (area, kind, visibility, is_open, item) WHERE (domains & 2) <> 0;
CREATE INDEX item_area_safety ON item_area (area, kind, visibility, is_open, item) WHERE (domains & 4) <> 0;
CREATE INDEX item_area_on_map ON item_area (area, item) WHERE on_map = 1;

CREATE TABLE item_gap_area (
  area TEXT NOT NULL,
  since BIGINT NOT NULL,
  item BIGINT NOT NULL REFERENCES item (id),
  gap TEXT NOT NULL,
  PRIMARY KEY (area, since, item, gap)
);
CREATE INDEX item_gap_area_by_item ON item_gap_area (item, gap);
INSERT INTO item_gap_area (area, since, item, gap)
  SELECT a.area, g.since, g.item, g.gap FROM item_gap g JOIN item_area a ON a.item = g.item;
