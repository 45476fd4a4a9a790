// A file missing here would build silently: a test compares this list with the folders.
#include "CResources.h"

static const unsigned char migrations_0001_model_sql[] = {
#embed "../../migrations/0001_model.sql"
};
static const unsigned char migrations_0002_observations_sql[] = {
#embed "../../migrations/0002_observations.sql"
};
static const unsigned char migrations_0003_history_sql[] = {
#embed "../../migrations/0003_history.sql"
};
static const unsigned char migrations_0004_history_observations_sql[] = {
#embed "../../migrations/0004_history_observations.sql"
};
static const unsigned char migrations_0005_history_triggers_sql[] = {
#embed "../../migrations/0005_history_triggers.sql"
};
static const unsigned char migrations_0006_history_triggers_sql[] = {
#embed "../../migrations/0006_history_triggers.sql"
};
static const unsigned char migrations_0007_reading_sql[] = {
#embed "../../migrations/0007_reading.sql"
};
static const unsigned char migrations_0008_seal_sql[] = {
#embed "../../migrations/0008_seal.sql"
};
static const unsigned char migrations_0009_coding_sql[] = {
#embed "../../migrations/0009_coding.sql"
};
static const unsigned char migrations_0010_declared_sql[] = {
#embed "../../migrations/0010_declared.sql"
};
static const unsigned char migrations_0011_alarms_sql[] = {
#embed "../../migrations/0011_alarms.sql"
};
static const unsigned char migrations_derived_sql[] = {
#embed "../../migrations/derived.sql"
};
static const unsigned char seeds_mechanisms_csv[] = {
#embed "../../seeds/mechanisms.csv"
};
static const unsigned char seeds_instruments_csv[] = {
#embed "../../seeds/instruments.csv"
};
static const unsigned char seeds_sectors_csv[] = {
#embed "../../seeds/sectors.csv"
};
static const unsigned char seeds_effects_csv[] = {
#embed "../../seeds/effects.csv"
};
static const unsigned char seeds_stages_csv[] = {
#embed "../../seeds/stages.csv"
};
static const unsigned char seeds_flows_csv[] = {
#embed "../../seeds/flows.csv"
};
static const unsigned char seeds_outlets_csv[] = {
#embed "../../seeds/outlets.csv"
};
static const unsigned char seeds_actors_csv[] = {
#embed "../../seeds/actors.csv"
};
static const unsigned char seeds_words_csv[] = {
#embed "../../seeds/words.csv"
};
static const unsigned char seeds_rules_areas_csv[] = {
#embed "../../seeds/rules/areas.csv"
};
static const unsigned char seeds_rules_effects_csv[] = {
#embed "../../seeds/rules/effects.csv"
};
static const unsigned char seeds_rules_exclusions_csv[] = {
#embed "../../seeds/rules/exclusions.csv"
};
static const unsigned char seeds_rules_instruments_csv[] = {
#embed "../../seeds/rules/instruments.csv"
};
static const unsigned char seeds_rules_leaders_csv[] = {
#embed "../../seeds/rules/leaders.csv"
};
static const unsigned char seeds_rules_mechanisms_csv[] = {
#embed "../../seeds/rules/mechanisms.csv"
};
static const unsigned char seeds_rules_modality_csv[] = {
#embed "../../seeds/rules/modality.csv"
};
static const unsigned char seeds_rules_places_csv[] = {
#embed "../../seeds/rules/places.csv"
};
static const unsigned char seeds_rules_pointers_csv[] = {
#embed "../../seeds/rules/pointers.csv"
};
static const unsigned char seeds_rules_sectors_csv[] = {
#embed "../../seeds/rules/sectors.csv"
};
static const unsigned char seeds_rules_stages_csv[] = {
#embed "../../seeds/rules/stages.csv"
};
static const unsigned char seeds_rules_states_csv[] = {
#embed "../../seeds/rules/states.csv"
};

#define RESOURCE(path, array) {path, array, sizeof array}

static const cresource resources[] = {
    RESOURCE("migrations/0001_model.sql", migrations_0001_model_sql),
    RESOURCE("migrations/0002_observations.sql", migrations_0002_observations_sql),
    RESOURCE("migrations/0003_history.sql", migrations_0003_history_sql),
    RESOURCE("migrations/0004_history_observations.sql", migrations_0004_history_observations_sql),
    RESOURCE("migrations/0005_history_triggers.sql", migrations_0005_history_triggers_sql),
    RESOURCE("migrations/0006_history_triggers.sql", migrations_0006_history_triggers_sql),
    RESOURCE("migrations/0007_reading.sql", migrations_0007_reading_sql),
    RESOURCE("migrations/0008_seal.sql", migrations_0008_seal_sql),
    RESOURCE("migrations/0009_coding.sql", migrations_0009_coding_sql),
    RESOURCE("migrations/0010_declared.sql", migrations_0010_declared_sql),
    RESOURCE("migrations/0011_alarms.sql", migrations_0011_alarms_sql),
    RESOURCE("migrations/derived.sql", migrations_derived_sql),
    RESOURCE("seeds/mechanisms.csv", seeds_mechanisms_csv),
    RESOURCE("seeds/instruments.csv", seeds_instruments_csv),
    RESOURCE("seeds/sectors.csv", seeds_sectors_csv),
    RESOURCE("seeds/effects.csv", seeds_effects_csv),
    RESOURCE("seeds/stages.csv", seeds_stages_csv),
    RESOURCE("seeds/flows.csv", seeds_flows_csv),
    RESOURCE("seeds/outlets.csv", seeds_outlets_csv),
    RESOURCE("seeds/actors.csv", seeds_actors_csv),
    RESOURCE("seeds/words.csv", seeds_words_csv),
    RESOURCE("seeds/rules/areas.csv", seeds_rules_areas_csv),
    RESOURCE("seeds/rules/effects.csv", seeds_rules_effects_csv),
    RESOURCE("seeds/rules/exclusions.csv", seeds_rules_exclusions_csv),
    RESOURCE("seeds/rules/instruments.csv", seeds_rules_instruments_csv),
    RESOURCE("seeds/rules/leaders.csv", seeds_rules_leaders_csv),
    RESOURCE("seeds/rules/mechanisms.csv", seeds_rules_mechanisms_csv),
    RESOURCE("seeds/rules/modality.csv", seeds_rules_modality_csv),
    RESOURCE("seeds/rules/places.csv", seeds_rules_places_csv),
    RESOURCE("seeds/rules/pointers.csv", seeds_rules_pointers_csv),
    RESOURCE("seeds/rules/sectors.csv", seeds_rules_sectors_csv),
    RESOURCE("seeds/rules/stages.csv", seeds_rules_stages_csv),
    RESOURCE("seeds/rules/states.csv", seeds_rules_states_csv),
};

size_t cresource_count(void) { return sizeof resources / sizeof resources[0]; }

cresource cresource_at(size_t index) { return resources[index]; }
