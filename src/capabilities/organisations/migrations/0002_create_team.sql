-- A part of an organisation that has work of its own: "Groen", "Schoon en heel". The manager is a person (accounts);
-- the key is short and stable, for import and links.
CREATE TABLE organisation_team (
  id $IDENTITY,
  organisation BIGINT NOT NULL REFERENCES organisation (id),
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  manager BIGINT
);
CREATE INDEX organisation_team_by_organisation ON organisation_team (organisation, id);

CREATE TABLE organisation_team_member (
  team BIGINT NOT NULL REFERENCES organisation_team (id),
  person BIGINT NOT NULL,
  PRIMARY KEY (team, person)
);
CREATE INDEX organisation_team_member_by_person ON organisation_team_member (person);
