-- The code is the key: names occur twice. Areas that are gone from the newest borders stay for what belongs to them.
-- geometry is GeoJSON in WGS84; the bounds stand beside it so that a point is looked for in few of them.
CREATE TABLE place_area (
  key TEXT PRIMARY KEY,
  level TEXT NOT NULL,
  name TEXT NOT NULL,
  full_name TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  parent TEXT REFERENCES place_area (key),
  vintage BIGINT NOT NULL,
  source TEXT NOT NULL,
  is_current BIGINT NOT NULL,
  geometry TEXT NOT NULL,
  longitude DOUBLE PRECISION NOT NULL,
  latitude DOUBLE PRECISION NOT NULL,
  west DOUBLE PRECISION NOT NULL,
  south DOUBLE PRECISION NOT NULL,
  east DOUBLE PRECISION NOT NULL,
  north DOUBLE PRECISION NOT NULL
);
CREATE INDEX place_area_by_parent ON place_area (parent, level);
CREATE INDEX place_area_by_level ON place_area (level, is_current, west, east);

-- A changed slug leads on to the one of today and is never given to another area.
CREATE TABLE place_former_slug (
  slug TEXT PRIMARY KEY,
  area TEXT NOT NULL REFERENCES place_area (key)
);

-- Old values stay: a decision keeps the rule of its day. The newest row of the newest date that has begun counts.
CREATE TABLE place_setting (
  id $IDENTITY,
  area TEXT NOT NULL REFERENCES place_area (key),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  set_by BIGINT,
  set_at BIGINT NOT NULL
);
CREATE INDEX place_setting_by_name ON place_setting (area, name, valid_from, id);

-- Which area a house lies in; letters behind the number are left out, they make no difference here. Nobody's name.
CREATE TABLE place_address (
  postcode TEXT NOT NULL,
  house_number BIGINT NOT NULL,
  street TEXT NOT NULL,
  area TEXT NOT NULL REFERENCES place_area (key),
  PRIMARY KEY (postcode, house_number)
);
