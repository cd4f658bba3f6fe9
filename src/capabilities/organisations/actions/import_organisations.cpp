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
  if (const auto known = store::find_by_key(tx, key))
    store::update(tx, known->id, kind, name);
  else
    store::insert(tx, kind, name, key);
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
