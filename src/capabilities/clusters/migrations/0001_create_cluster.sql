-- Signals that lie close together in place, time and theme. state: draft, confirmed, dismissed, merged.
CREATE TABLE cluster (
  id $IDENTITY,
  area TEXT NOT NULL,
  theme TEXT NOT NULL,
  state TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  agenda_item BIGINT,
  meeting BIGINT,
  decided_by BIGINT,
  decided_at BIGINT,
  reason TEXT NOT NULL
);
CREATE INDEX cluster_by_area ON cluster (area, state, id);
CREATE INDEX cluster_by_agenda_item ON cluster (agenda_item) WHERE agenda_item IS NOT NULL;

-- Every public signal with a place and a theme, on squares of 250 metres, so that those nearby are a few short walks
-- along an index. x and y: metres in RD New. invited_at: when its followers were asked to come to the meeting.
CREATE TABLE cluster_signal (
  item BIGINT PRIMARY KEY REFERENCES item (id),
  area TEXT NOT NULL,
  theme TEXT NOT NULL,
  square_x BIGINT NOT NULL,
  square_y BIGINT NOT NULL,
  x DOUBLE PRECISION NOT NULL,
  y DOUBLE PRECISION NOT NULL,
  reported_at BIGINT NOT NULL,
  cluster BIGINT REFERENCES cluster (id),
  invited_at BIGINT
);
CREATE INDEX cluster_signal_by_square ON cluster_signal (area, theme, square_x, square_y, reported_at);
CREATE INDEX cluster_signal_by_cluster ON cluster_signal (cluster, item) WHERE cluster IS NOT NULL;
