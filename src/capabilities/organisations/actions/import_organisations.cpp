#include "capabilities/organisations/actions/import_organisations.hpp"

#include <boost/json.hpp>

#include "base/result.hpp"
#include "base/text.hpp"
#include "capabilities/organisations/model.hpp"
#include "capabilities/organisations/store.hpp"

namespace wijktafel::organisations {

namespace {

std::string text(const boost::json::object& entry, std::string_view member) {
  const auto* value = entry.if_contains(member);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

// Who is in it stands with the people, who come later.
void import_team(db::Transaction& tx, OrganisationId organisation, const boost::json::object& entry) {
  const auto key = text(entry, "key");
  const auto name = tidy(text(entry, "name"));
  if (!is_key(key)) throw Failure("organisations: \"" + key + "\" is no key of a team");
  if (name.empty() || length(name) > name_limit)
    throw Failure("organisations: team " + key + " needs a name of at most 120 characters");
  auto team = store::find_team_by_key(tx, key);
  if (!team) {
    store::insert_team(tx, {.organisation = organisation, .key = key, .name = name});
    return;
  }
  if (team->organisation != organisation)
    throw Failure("organisations: team " + key + " belongs to another organisation");
  team->name = name;
  store::update_team(tx, *team);
}

// An organisation that is there already gets the name and kind of the file: importing twice is importing
// once.
void import_one(db::Transaction& tx, const boost::json::object& entry) {
  const auto key = text(entry, "key");
  const auto kind = text(entry, "kind");
  const auto name = tidy(text(entry, "name"));
  if (!is_key(key))
    throw Failure("organisations: \"" + key + "\" is no key; use lower case letters, digits and hyphens");
  if (!is_kind(kind))
    throw Failure("organisations: " + key + " has kind \"" + kind + "\", which is none of the kinds");
  if (name.empty() || length(name) > name_limit)
    throw Failure("organisations: " + key + " needs a name of at most 120 characters");
  const auto known = store::find_by_key(tx, key);
  if (known) store::update(tx, known->id, kind, name);
  const auto id = known ? known->id : store::insert(tx, kind, name, key);
  if (const auto* teams = entry.if_contains("teams"); teams && teams->is_array())
    for (const auto& team : teams->get_array())
      if (team.is_object()) import_team(tx, id, team.get_object());
}

void read_section(db::Transaction& tx, const web::Service&, const boost::json::value& section) {
  if (!section.is_array()) throw Failure("organisations: a list is expected");
  for (const auto& entry : section.get_array()) {
    if (!entry.is_object()) throw Failure("organisations: each entry is an object with key, kind and name");
    import_one(tx, entry.get_object());
  }
}

}  // namespace

web::Exchange exchange() { return {.section = "organisations", .order = 0, .import = read_section}; }

}  // namespace wijktafel::organisations
