-- Articles that were read, with and without incidents.
CREATE TABLE IF NOT EXISTS articles (
	id        TEXT PRIMARY KEY,
	title     TEXT,
	url       TEXT,
	source    TEXT,
	published TEXT -- the day, 2025-04-24
);

-- Incidents as one article reports them. NULL is "not said".
CREATE TABLE IF NOT EXISTS incidents (
	id             TEXT PRIMARY KEY,
	article_id     TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
	position       INTEGER NOT NULL, -- in the article's record, from 0
	type           TEXT,
	stage          TEXT,
	background     INTEGER NOT NULL, -- 1 where told only as history
	date_start     TEXT,
	date_end       TEXT,
	date_precision INTEGER, -- UCDP's code
	date_part      TEXT,
	date_basis     TEXT,
	checks         TEXT -- what does not add up in the article's own figures
);
CREATE INDEX IF NOT EXISTS incidents_article ON incidents(article_id);
CREATE INDEX IF NOT EXISTS incidents_date ON incidents(date_start);

CREATE TABLE IF NOT EXISTS locations (
	incident_id  TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE,
	position     INTEGER NOT NULL,
	name         TEXT,
	country      TEXT, -- ISO 3166-1 alpha-2
	admin1       TEXT,
	admin2       TEXT,
	lat          REAL,
	lon          REAL,
	gazetteer_id TEXT,
	precision    INTEGER, -- UCDP's code
	radius_km    REAL,
	role         TEXT,
	relation     TEXT,
	PRIMARY KEY (incident_id, position)
);
CREATE INDEX IF NOT EXISTS locations_country ON locations(country);

CREATE TABLE IF NOT EXISTS sites (
	incident_id TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE,
	position    INTEGER NOT NULL,
	text        TEXT NOT NULL,
	kind        TEXT,
	PRIMARY KEY (incident_id, position)
);

CREATE TABLE IF NOT EXISTS weapons (
	incident_id       TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE,
	position          INTEGER NOT NULL,
	weapon_id         TEXT,
	name              TEXT,
	category          TEXT,
	origin            TEXT,
	identification    TEXT,
	launched_min      INTEGER,
	launched_max      INTEGER,
	launched_hedge    TEXT,
	intercepted_min   INTEGER,
	intercepted_max   INTEGER,
	intercepted_hedge TEXT,
	mixed             INTEGER NOT NULL,
	claimant          TEXT,
	PRIMARY KEY (incident_id, position)
);

-- Figures of who came to harm. part_of and superseded_by name the position of
-- another figure of the same incident.
CREATE TABLE IF NOT EXISTS casualties (
	incident_id   TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE,
	position      INTEGER NOT NULL,
	harm          TEXT,
	who           TEXT, -- the group of people
	min           INTEGER,
	max           INTEGER,
	hedge         TEXT,
	part_of       INTEGER,
	superseded_by INTEGER,
	claimant      TEXT,
	PRIMARY KEY (incident_id, position)
);

CREATE TABLE IF NOT EXISTS perpetrators (
	incident_id TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE,
	position    INTEGER NOT NULL,
	actor       TEXT NOT NULL,
	country     TEXT,
	certainty   TEXT,
	claimant    TEXT,
	PRIMARY KEY (incident_id, position)
);

CREATE TABLE IF NOT EXISTS claims (
	incident_id   TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE,
	position      INTEGER NOT NULL,
	claimant      TEXT NOT NULL,
	claimant_kind TEXT,
	stance        TEXT,
	about         TEXT,
	accused       TEXT,
	via           TEXT,
	PRIMARY KEY (incident_id, position)
);

-- The words behind each value: field is "incident", "date" or the name of a
-- table, position the row there.
CREATE TABLE IF NOT EXISTS evidence (
	incident_id TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE,
	field       TEXT NOT NULL,
	position    INTEGER NOT NULL,
	start       INTEGER NOT NULL, -- bytes into the article's text, half-open
	"end"       INTEGER NOT NULL,
	"in"        TEXT, -- "title" for words of the title
	text        TEXT NOT NULL,
	rule        TEXT
);
CREATE INDEX IF NOT EXISTS evidence_incident ON evidence(incident_id);
