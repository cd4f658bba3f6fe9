CREATE TABLE theme (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  description TEXT NOT NULL,
  description_en TEXT NOT NULL,
  theme_group TEXT NOT NULL,
  domains BIGINT NOT NULL,
  keywords TEXT NOT NULL,
  is_active BIGINT NOT NULL,
  is_duty_of_care BIGINT NOT NULL,
  is_confidential BIGINT NOT NULL,
  door TEXT NOT NULL,
  place_in_list BIGINT NOT NULL
);

-- What holds for a theme in an area. Old rows stay: what came in keeps the rule of its day. Of each value the newest
-- row of the newest date that has begun counts, of the nearest area that says anything.
CREATE TABLE theme_rule (
  id $IDENTITY,
  theme TEXT NOT NULL REFERENCES theme (key),
  area TEXT NOT NULL,
  term_days BIGINT,
  holder BIGINT,
  team BIGINT,
  valid_from TEXT NOT NULL,
  set_by BIGINT,
  set_at BIGINT NOT NULL
);
CREATE INDEX theme_rule_by_theme ON theme_rule (theme, area, valid_from, id);
