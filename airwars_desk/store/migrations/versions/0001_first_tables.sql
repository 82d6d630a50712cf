CREATE TABLE area (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	name TEXT,
	aliases JSON,
	places JSON,
	polygon JSON,
	note TEXT,
	CONSTRAINT pk_area PRIMARY KEY ("row"),
	CONSTRAINT uq_area_uid UNIQUE (uid)
);

CREATE TABLE source (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	form TEXT,
	address TEXT,
	CONSTRAINT pk_source PRIMARY KEY ("row"),
	CONSTRAINT uq_source_uid UNIQUE (uid)
);

CREATE INDEX ix_source_form ON source (form);

CREATE TABLE team (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	title TEXT,
	organisation TEXT,
	may_decide_alone BOOLEAN,
	CONSTRAINT pk_team PRIMARY KEY ("row"),
	CONSTRAINT uq_team_uid UNIQUE (uid)
);

CREATE TABLE saved_view (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	name TEXT,
	"query" TEXT,
	sort JSON,
	columns JSON,
	person TEXT,
	position INTEGER,
	CONSTRAINT pk_saved_view PRIMARY KEY ("row"),
	CONSTRAINT uq_saved_view_uid UNIQUE (uid)
);

CREATE TABLE monitoring_gap (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	month_from TEXT,
	month_to TEXT,
	reason TEXT,
	CONSTRAINT pk_monitoring_gap PRIMARY KEY ("row"),
	CONSTRAINT uq_monitoring_gap_uid UNIQUE (uid)
);

CREATE TABLE term (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	vocabulary TEXT,
	"key" TEXT,
	label TEXT,
	labels JSON,
	aliases JSON,
	parent TEXT,
	external_id INTEGER,
	external_label TEXT,
	position INTEGER,
	is_retired BOOLEAN,
	attributes JSON,
	CONSTRAINT pk_term PRIMARY KEY ("row"),
	CONSTRAINT uq_term_uid UNIQUE (uid)
);

CREATE INDEX ix_term_vocabulary ON term (vocabulary);

CREATE TABLE person (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	name TEXT,
	role TEXT,
	CONSTRAINT pk_person PRIMARY KEY ("row"),
	CONSTRAINT uq_person_uid UNIQUE (uid)
);

CREATE TABLE meta (
	"key" TEXT NOT NULL,
	value TEXT,
	CONSTRAINT pk_meta PRIMARY KEY ("key")
)
 WITHOUT ROWID;

CREATE TABLE change (
	"row" INTEGER NOT NULL,
	id TEXT NOT NULL,
	replica TEXT NOT NULL,
	counter INTEGER NOT NULL,
	previous TEXT,
	person TEXT,
	at TEXT NOT NULL,
	operation TEXT NOT NULL,
	reason TEXT,
	CONSTRAINT pk_change PRIMARY KEY ("row"),
	CONSTRAINT uq_change_id UNIQUE (id)
);

CREATE UNIQUE INDEX uq_change_replica_counter ON change (replica, counter);

CREATE TABLE entry (
	"row" INTEGER NOT NULL,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	uid TEXT NOT NULL,
	is_file BOOLEAN NOT NULL,
	at TEXT NOT NULL,
	parents TEXT,
	voids TEXT,
	fields TEXT,
	salt BLOB,
	keys TEXT,
	erased TEXT,
	CONSTRAINT pk_entry PRIMARY KEY ("row"),
	CONSTRAINT uq_entry_id UNIQUE (id)
);

CREATE INDEX ix_entry_uid ON entry (uid);

CREATE TABLE erasure (
	entry TEXT NOT NULL,
	field TEXT NOT NULL,
	CONSTRAINT pk_erasure PRIMARY KEY (entry, field)
)
 WITHOUT ROWID;

CREATE TABLE imported (
	incident TEXT NOT NULL,
	digest BLOB NOT NULL,
	CONSTRAINT pk_imported PRIMARY KEY (incident)
)
 WITHOUT ROWID;

CREATE TABLE "conflict" (
	uid TEXT NOT NULL,
	field TEXT NOT NULL,
	kind TEXT NOT NULL,
	incident TEXT,
	entries TEXT NOT NULL,
	CONSTRAINT pk_conflict PRIMARY KEY (uid, field)
)
 WITHOUT ROWID;

CREATE INDEX ix_conflict_incident ON "conflict" (incident);

CREATE TABLE counted_term (
	incident INTEGER NOT NULL,
	state TEXT NOT NULL,
	field TEXT NOT NULL,
	term TEXT NOT NULL,
	CONSTRAINT pk_counted_term PRIMARY KEY (incident, state, field, term)
)
 WITHOUT ROWID;

CREATE INDEX ix_counted_term_term ON counted_term (term, state, field);

CREATE TABLE incident (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	url TEXT,
	date_type TEXT,
	date_start TEXT,
	date_end TEXT,
	local_time_type TEXT,
	local_time_raw TEXT,
	local_time_start TEXT,
	local_time_end TEXT,
	first_reported_at TEXT,
	first_reported_by TEXT,
	first_reported_url TEXT,
	location_name TEXT,
	location_name_arabic TEXT,
	location_names_other JSON,
	region TEXT,
	governorate TEXT,
	province_text TEXT,
	district TEXT,
	geolocation_status TEXT,
	geolocation_assessor_id INTEGER,
	geolocation_assessed_on TEXT,
	geolocation_notes TEXT,
	internal_geolocation_notes TEXT,
	strike_status TEXT,
	total_strikes INTEGER,
	munition_type TEXT,
	munition_information TEXT,
	civilian_harm_reported BOOLEAN,
	summary TEXT,
	incident_status TEXT,
	state TEXT,
	assignee TEXT,
	notes TEXT,
	reference_links JSON,
	declassified_documents JSON,
	dataset TEXT,
	airwars_id INTEGER,
	sequence INTEGER,
	page_captured BOOLEAN,
	published_date TEXT,
	last_modified_date TEXT,
	section_lengths JSON,
	CONSTRAINT pk_incident PRIMARY KEY ("row"),
	CONSTRAINT uq_incident_uid UNIQUE (uid),
	CONSTRAINT fk_incident_geolocation_status FOREIGN KEY(geolocation_status) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_incident_strike_status FOREIGN KEY(strike_status) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_incident_airwars_id ON incident (airwars_id);

CREATE TABLE strike_tally (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	belligerent TEXT,
	country TEXT,
	date_start TEXT,
	date_end TEXT,
	strikes INTEGER,
	strikes_to_date INTEGER,
	munitions INTEGER,
	munitions_to_date INTEGER,
	reported_by TEXT,
	address TEXT,
	archive_address TEXT,
	words TEXT,
	note TEXT,
	CONSTRAINT pk_strike_tally PRIMARY KEY ("row"),
	CONSTRAINT uq_strike_tally_uid UNIQUE (uid),
	CONSTRAINT fk_strike_tally_belligerent FOREIGN KEY(belligerent) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_strike_tally_country FOREIGN KEY(country) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE belligerent_claim (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	belligerent TEXT,
	country TEXT,
	stated_on TEXT,
	date_start TEXT,
	date_end TEXT,
	stance TEXT,
	subject TEXT,
	quantity_min INTEGER,
	quantity_max INTEGER,
	words TEXT,
	stated_by TEXT,
	address TEXT,
	archive_address TEXT,
	note TEXT,
	CONSTRAINT pk_belligerent_claim PRIMARY KEY ("row"),
	CONSTRAINT uq_belligerent_claim_uid UNIQUE (uid),
	CONSTRAINT fk_belligerent_claim_belligerent FOREIGN KEY(belligerent) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_belligerent_claim_country FOREIGN KEY(country) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE monitoring_gap_term (
	owner INTEGER NOT NULL,
	field TEXT NOT NULL,
	position INTEGER NOT NULL,
	term TEXT NOT NULL,
	CONSTRAINT pk_monitoring_gap_term PRIMARY KEY (owner, field, position),
	CONSTRAINT fk_monitoring_gap_term_owner FOREIGN KEY(owner) REFERENCES monitoring_gap ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_monitoring_gap_term_term FOREIGN KEY(term) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID;

CREATE INDEX ix_monitoring_gap_term_term ON monitoring_gap_term (term, field);

CREATE TABLE change_entry (
	change INTEGER NOT NULL,
	entry INTEGER NOT NULL,
	CONSTRAINT pk_change_entry PRIMARY KEY (change, entry),
	CONSTRAINT fk_change_entry_change FOREIGN KEY(change) REFERENCES change ("row"),
	CONSTRAINT fk_change_entry_entry FOREIGN KEY(entry) REFERENCES entry ("row")
)
 WITHOUT ROWID;

CREATE INDEX ix_change_entry_entry ON change_entry (entry);

CREATE TABLE infrastructure (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	incident INTEGER,
	position INTEGER,
	infrastructure TEXT,
	affiliation TEXT,
	destruction TEXT,
	is_declared_target BOOLEAN,
	CONSTRAINT pk_infrastructure PRIMARY KEY ("row"),
	CONSTRAINT uq_infrastructure_uid UNIQUE (uid),
	CONSTRAINT fk_infrastructure_incident FOREIGN KEY(incident) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_infrastructure_infrastructure FOREIGN KEY(infrastructure) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_infrastructure_affiliation FOREIGN KEY(affiliation) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_infrastructure_incident ON infrastructure (incident);

CREATE TABLE narrative (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	incident INTEGER,
	language TEXT,
	text TEXT,
	CONSTRAINT pk_narrative PRIMARY KEY ("row"),
	CONSTRAINT uq_narrative_uid UNIQUE (uid),
	CONSTRAINT fk_narrative_incident FOREIGN KEY(incident) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_narrative_language FOREIGN KEY(language) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_narrative_incident ON narrative (incident);

CREATE TABLE assessment (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	incident INTEGER,
	person TEXT,
	assessed_at TEXT,
	grade TEXT,
	strike_status TEXT,
	civilian_harm_reported BOOLEAN,
	ranges JSON,
	reason TEXT,
	CONSTRAINT pk_assessment PRIMARY KEY ("row"),
	CONSTRAINT uq_assessment_uid UNIQUE (uid),
	CONSTRAINT fk_assessment_incident FOREIGN KEY(incident) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_assessment_strike_status FOREIGN KEY(strike_status) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_assessment_incident ON assessment (incident);

CREATE TABLE decision (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	incident INTEGER,
	grade TEXT,
	further_grades JSON,
	strike_status TEXT,
	civilian_harm_reported BOOLEAN,
	date_start TEXT,
	province TEXT,
	person TEXT,
	decided_at TEXT,
	reason TEXT,
	assessments JSON,
	replaces JSON,
	is_imported BOOLEAN,
	CONSTRAINT pk_decision PRIMARY KEY ("row"),
	CONSTRAINT uq_decision_uid UNIQUE (uid),
	CONSTRAINT fk_decision_incident FOREIGN KEY(incident) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_decision_strike_status FOREIGN KEY(strike_status) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_decision_province FOREIGN KEY(province) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_decision_incident ON decision (incident);

CREATE TABLE working_range (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	"group" TEXT,
	form TEXT,
	position INTEGER,
	killed_min INTEGER,
	killed_max INTEGER,
	injured_min INTEGER,
	injured_max INTEGER,
	words TEXT,
	reason TEXT,
	affiliation TEXT,
	nationality TEXT,
	while_working BOOLEAN,
	incident INTEGER,
	CONSTRAINT pk_working_range PRIMARY KEY ("row"),
	CONSTRAINT uq_working_range_uid UNIQUE (uid),
	CONSTRAINT fk_working_range_group FOREIGN KEY("group") REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_working_range_affiliation FOREIGN KEY(affiliation) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_working_range_nationality FOREIGN KEY(nationality) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_working_range_incident FOREIGN KEY(incident) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_working_range_incident ON working_range (incident);

CREATE TABLE involvement (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	incident INTEGER,
	position INTEGER,
	belligerent TEXT,
	involvement_type TEXT,
	part TEXT,
	assessment TEXT,
	assessment_term TEXT,
	stated_location TEXT,
	mgrs TEXT,
	mgrs_accuracy TEXT,
	media JSON,
	external_id INTEGER,
	slug TEXT,
	CONSTRAINT pk_involvement PRIMARY KEY ("row"),
	CONSTRAINT uq_involvement_uid UNIQUE (uid),
	CONSTRAINT fk_involvement_incident FOREIGN KEY(incident) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_involvement_belligerent FOREIGN KEY(belligerent) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_involvement_belligerent ON involvement (belligerent);

CREATE INDEX ix_involvement_incident ON involvement (incident);

CREATE TABLE media_link (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	incident INTEGER,
	position INTEGER,
	media_type TEXT,
	is_graphic BOOLEAN,
	address TEXT,
	thumbnail_address TEXT,
	caption TEXT,
	given_by TEXT,
	media_id TEXT,
	source_external_id INTEGER,
	source_address TEXT,
	CONSTRAINT pk_media_link PRIMARY KEY ("row"),
	CONSTRAINT uq_media_link_uid UNIQUE (uid),
	CONSTRAINT fk_media_link_incident FOREIGN KEY(incident) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_media_link_incident ON media_link (incident);

CREATE TABLE citation (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	incident INTEGER,
	source INTEGER,
	position INTEGER,
	role TEXT,
	origin TEXT,
	name TEXT,
	address TEXT,
	archive_address TEXT,
	author TEXT,
	author_translated TEXT,
	published_on TEXT,
	platform TEXT,
	language TEXT,
	text TEXT,
	text_translated TEXT,
	is_translation_checked BOOLEAN,
	note TEXT,
	platform_language_raw TEXT,
	format TEXT,
	includes_video BOOLEAN,
	media_count INTEGER,
	external_id INTEGER,
	CONSTRAINT pk_citation PRIMARY KEY ("row"),
	CONSTRAINT uq_citation_uid UNIQUE (uid),
	CONSTRAINT fk_citation_incident FOREIGN KEY(incident) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_citation_source FOREIGN KEY(source) REFERENCES source ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_citation_platform FOREIGN KEY(platform) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_citation_language FOREIGN KEY(language) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_citation_incident ON citation (incident);

CREATE INDEX ix_citation_source ON citation (source);

CREATE TABLE family (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	incident INTEGER,
	position INTEGER,
	name TEXT,
	name_local TEXT,
	notes TEXT,
	CONSTRAINT pk_family PRIMARY KEY ("row"),
	CONSTRAINT uq_family_uid UNIQUE (uid),
	CONSTRAINT fk_family_incident FOREIGN KEY(incident) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_family_incident ON family (incident);

CREATE TABLE incident_term (
	owner INTEGER NOT NULL,
	field TEXT NOT NULL,
	position INTEGER NOT NULL,
	term TEXT NOT NULL,
	CONSTRAINT pk_incident_term PRIMARY KEY (owner, field, position),
	CONSTRAINT fk_incident_term_owner FOREIGN KEY(owner) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_incident_term_term FOREIGN KEY(term) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID;

CREATE INDEX ix_incident_term_term ON incident_term (term, field);

CREATE TABLE incident_code (
	owner INTEGER NOT NULL,
	field TEXT NOT NULL,
	position INTEGER NOT NULL,
	code TEXT NOT NULL,
	folded TEXT,
	CONSTRAINT pk_incident_code PRIMARY KEY (owner, field, position),
	CONSTRAINT fk_incident_code_owner FOREIGN KEY(owner) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID;

CREATE INDEX ix_incident_code_folded ON incident_code (folded);

CREATE TABLE incident_point (
	owner INTEGER NOT NULL,
	field TEXT NOT NULL,
	position INTEGER NOT NULL,
	latitude FLOAT,
	longitude FLOAT,
	accuracy TEXT,
	is_primary INTEGER,
	note TEXT,
	CONSTRAINT pk_incident_point PRIMARY KEY (owner, field, position),
	CONSTRAINT fk_incident_point_owner FOREIGN KEY(owner) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_incident_point_accuracy FOREIGN KEY(accuracy) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID;

CREATE TABLE listing (
	incident INTEGER NOT NULL,
	uid TEXT NOT NULL,
	code TEXT,
	date_start TEXT,
	month TEXT,
	place TEXT,
	place_local TEXT,
	province TEXT,
	killed_min INTEGER,
	killed_max INTEGER,
	injured_min INTEGER,
	injured_max INTEGER,
	decided_killed_min INTEGER,
	decided_killed_max INTEGER,
	decided_injured_min INTEGER,
	decided_injured_max INTEGER,
	grade TEXT,
	is_decided BOOLEAN,
	decided_at TEXT,
	harm BOOLEAN,
	belligerents TEXT,
	sources INTEGER,
	origins INTEGER,
	victims INTEGER,
	named INTEGER,
	state TEXT,
	assignee TEXT,
	checks INTEGER,
	conflicts INTEGER,
	as_of TEXT,
	CONSTRAINT pk_listing PRIMARY KEY (incident),
	CONSTRAINT fk_listing_incident FOREIGN KEY(incident) REFERENCES incident ("row")
);

CREATE INDEX ix_listing_assignee ON listing (assignee);

CREATE INDEX ix_listing_code ON listing (code);

CREATE INDEX ix_listing_date_start ON listing (date_start);

CREATE INDEX ix_listing_grade ON listing (grade, harm);

CREATE INDEX ix_listing_killed_max ON listing (killed_max);

CREATE INDEX ix_listing_month ON listing (month);

CREATE INDEX ix_listing_province ON listing (province);

CREATE INDEX ix_listing_state ON listing (state);

CREATE TABLE counted (
	incident INTEGER NOT NULL,
	state TEXT NOT NULL,
	harm BOOLEAN,
	grade TEXT,
	date_start TEXT,
	month TEXT,
	province TEXT,
	killed_min INTEGER,
	killed_max INTEGER,
	injured_min INTEGER,
	injured_max INTEGER,
	children_killed_min INTEGER,
	children_killed_max INTEGER,
	children_injured_min INTEGER,
	children_injured_max INTEGER,
	women_killed_min INTEGER,
	women_killed_max INTEGER,
	women_injured_min INTEGER,
	women_injured_max INTEGER,
	CONSTRAINT pk_counted PRIMARY KEY (incident, state),
	CONSTRAINT fk_counted_incident FOREIGN KEY(incident) REFERENCES incident ("row")
)
 WITHOUT ROWID;

CREATE INDEX ix_counted_month ON counted (state, month);

CREATE TABLE attachment (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	incident INTEGER,
	citation INTEGER,
	position INTEGER,
	name TEXT,
	media_type TEXT,
	size INTEGER,
	sha256 TEXT,
	person TEXT,
	attached_at TEXT,
	note TEXT,
	CONSTRAINT pk_attachment PRIMARY KEY ("row"),
	CONSTRAINT uq_attachment_uid UNIQUE (uid),
	CONSTRAINT fk_attachment_incident FOREIGN KEY(incident) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_attachment_citation FOREIGN KEY(citation) REFERENCES citation ("row") DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_attachment_citation ON attachment (citation);

CREATE INDEX ix_attachment_incident ON attachment (incident);

CREATE INDEX ix_attachment_sha256 ON attachment (sha256);

CREATE TABLE decided_range (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	"group" TEXT,
	form TEXT,
	position INTEGER,
	killed_min INTEGER,
	killed_max INTEGER,
	injured_min INTEGER,
	injured_max INTEGER,
	words TEXT,
	reason TEXT,
	affiliation TEXT,
	nationality TEXT,
	while_working BOOLEAN,
	decision INTEGER,
	CONSTRAINT pk_decided_range PRIMARY KEY ("row"),
	CONSTRAINT uq_decided_range_uid UNIQUE (uid),
	CONSTRAINT fk_decided_range_group FOREIGN KEY("group") REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_decided_range_affiliation FOREIGN KEY(affiliation) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_decided_range_nationality FOREIGN KEY(nationality) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_decided_range_decision FOREIGN KEY(decision) REFERENCES decision ("row") DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_decided_range_decision ON decided_range (decision);

CREATE TABLE reported_count (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	"group" TEXT,
	form TEXT,
	position INTEGER,
	killed_min INTEGER,
	killed_max INTEGER,
	injured_min INTEGER,
	injured_max INTEGER,
	words TEXT,
	reason TEXT,
	affiliation TEXT,
	nationality TEXT,
	while_working BOOLEAN,
	citation INTEGER,
	CONSTRAINT pk_reported_count PRIMARY KEY ("row"),
	CONSTRAINT uq_reported_count_uid UNIQUE (uid),
	CONSTRAINT fk_reported_count_group FOREIGN KEY("group") REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_reported_count_affiliation FOREIGN KEY(affiliation) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_reported_count_nationality FOREIGN KEY(nationality) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_reported_count_citation FOREIGN KEY(citation) REFERENCES citation ("row") DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_reported_count_citation ON reported_count (citation);

CREATE TABLE concession (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	"group" TEXT,
	form TEXT,
	position INTEGER,
	killed_min INTEGER,
	killed_max INTEGER,
	injured_min INTEGER,
	injured_max INTEGER,
	words TEXT,
	reason TEXT,
	affiliation TEXT,
	nationality TEXT,
	while_working BOOLEAN,
	involvement INTEGER,
	CONSTRAINT pk_concession PRIMARY KEY ("row"),
	CONSTRAINT uq_concession_uid UNIQUE (uid),
	CONSTRAINT fk_concession_group FOREIGN KEY("group") REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_concession_affiliation FOREIGN KEY(affiliation) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_concession_nationality FOREIGN KEY(nationality) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_concession_involvement FOREIGN KEY(involvement) REFERENCES involvement ("row") DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_concession_involvement ON concession (involvement);

CREATE TABLE strike_report (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	involvement INTEGER,
	position INTEGER,
	is_partner BOOLEAN,
	belligerent TEXT,
	text TEXT,
	url TEXT,
	text_original_language TEXT,
	external_id INTEGER,
	slug TEXT,
	CONSTRAINT pk_strike_report PRIMARY KEY ("row"),
	CONSTRAINT uq_strike_report_uid UNIQUE (uid),
	CONSTRAINT fk_strike_report_involvement FOREIGN KEY(involvement) REFERENCES involvement ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_strike_report_belligerent FOREIGN KEY(belligerent) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_strike_report_involvement ON strike_report (involvement);

CREATE TABLE statement (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	involvement INTEGER,
	position INTEGER,
	is_partner BOOLEAN,
	belligerent TEXT,
	stated_on TEXT,
	url TEXT,
	text TEXT,
	external_id INTEGER,
	CONSTRAINT pk_statement PRIMARY KEY ("row"),
	CONSTRAINT uq_statement_uid UNIQUE (uid),
	CONSTRAINT fk_statement_involvement FOREIGN KEY(involvement) REFERENCES involvement ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_statement_belligerent FOREIGN KEY(belligerent) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_statement_involvement ON statement (involvement);

CREATE TABLE victim (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	incident INTEGER,
	family INTEGER,
	position INTEGER,
	name TEXT,
	name_local TEXT,
	names_other JSON,
	sex TEXT,
	is_pregnant BOOLEAN,
	age_group TEXT,
	age_raw TEXT,
	status TEXT,
	is_contested BOOLEAN,
	profession TEXT,
	notes TEXT,
	url TEXT,
	image_id INTEGER,
	moh_id TEXT,
	identifiers JSON,
	CONSTRAINT pk_victim PRIMARY KEY ("row"),
	CONSTRAINT uq_victim_uid UNIQUE (uid),
	CONSTRAINT fk_victim_incident FOREIGN KEY(incident) REFERENCES incident ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_victim_family FOREIGN KEY(family) REFERENCES family ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_victim_profession FOREIGN KEY(profession) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_victim_incident ON victim (incident);

CREATE TABLE involvement_term (
	owner INTEGER NOT NULL,
	field TEXT NOT NULL,
	position INTEGER NOT NULL,
	term TEXT NOT NULL,
	CONSTRAINT pk_involvement_term PRIMARY KEY (owner, field, position),
	CONSTRAINT fk_involvement_term_owner FOREIGN KEY(owner) REFERENCES involvement ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_involvement_term_term FOREIGN KEY(term) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID;

CREATE INDEX ix_involvement_term_term ON involvement_term (term, field);

CREATE TABLE decision_term (
	owner INTEGER NOT NULL,
	field TEXT NOT NULL,
	position INTEGER NOT NULL,
	term TEXT NOT NULL,
	CONSTRAINT pk_decision_term PRIMARY KEY (owner, field, position),
	CONSTRAINT fk_decision_term_owner FOREIGN KEY(owner) REFERENCES decision ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_decision_term_term FOREIGN KEY(term) REFERENCES term (uid) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID;

CREATE INDEX ix_decision_term_term ON decision_term (term, field);

CREATE TABLE mention (
	"row" INTEGER NOT NULL,
	uid VARCHAR NOT NULL,
	is_live BOOLEAN NOT NULL,
	extra JSON,
	citation INTEGER,
	victim INTEGER,
	name TEXT,
	age TEXT,
	condition TEXT,
	CONSTRAINT pk_mention PRIMARY KEY ("row"),
	CONSTRAINT uq_mention_uid UNIQUE (uid),
	CONSTRAINT fk_mention_citation FOREIGN KEY(citation) REFERENCES citation ("row") DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_mention_victim FOREIGN KEY(victim) REFERENCES victim ("row") DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_mention_citation ON mention (citation);

CREATE INDEX ix_mention_victim ON mention (victim);
