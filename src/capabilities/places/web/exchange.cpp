#include "capabilities/places/web/exchange.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "capabilities/places/actions/import_addresses.hpp"
#include "capabilities/places/actions/import_areas.hpp"
#include "capabilities/places/web/refusals.hpp"
#include "platform/embedded/embedded.hpp"

namespace wijktafel::places {
namespace {

namespace json = boost::json;

// Imports run from the command line, whose language is English.
constexpr auto language = i18n::Language::en;

std::string text(const json::object& entry, std::string_view member) {
  const auto* value = entry.if_contains(member);
  if (value == nullptr) return {};
  if (value->is_string()) return std::string(value->get_string());
  if (value->is_bool()) return value->get_bool() ? "yes" : "no";
  if (value->is_int64()) return std::to_string(value->get_int64());
  return {};
}

[[noreturn]] void refuse(const web::Service& service, const std::vector<Fault>& faults, Where where) {
  std::string all;
  for (const auto& fault : faults) all += "\n  " + sentence(service.words, language, fault, where);
  throw Failure("this is wrong, nothing was changed:" + all);
}

const json::object& object(const json::value& value, const char* what) {
  if (!value.is_object()) throw Failure(std::string(what) + " is not an object");
  return value.get_object();
}

// A section holds one entry or a list of them.
template <class F>
void each(const json::value& section, F&& take) {
  if (!section.is_array()) return take(object(section, "the section"));
  for (const auto& entry : section.get_array()) take(object(entry, "an entry"));
}

// Borders stand in the file itself, or are named: a set that comes with the program.
std::string borders(const json::object& entry) {
  const auto* value = entry.if_contains("borders");
  if (value == nullptr)
    throw Failure("\"borders\" is missing: a FeatureCollection, or the name of a set in the program");
  if (!value->is_string()) return json::serialize(*value);
  const auto name = "capabilities/places/data/" + std::string(value->get_string()) + ".geojson";
  const auto content = embedded::find(name);
  if (!content) throw Failure("the program has no borders named " + std::string(value->get_string()));
  return std::string(*content);
}

void import_area_section(db::Transaction& tx, const web::Service& service, const json::value& section) {
  each(section, [&](const json::object& entry) {
    const auto* municipality = entry.if_contains("municipality");
    if (municipality == nullptr) throw Failure("\"municipality\" is missing: its code and name");
    const auto* vintage = entry.if_contains("vintage");
    const bool has_vintage = vintage != nullptr && vintage->is_int64();
    const auto imported = import_areas(
        tx, {.municipality_code = text(object(*municipality, "\"municipality\""), "code"),
             .municipality_name = text(object(*municipality, "\"municipality\""), "name"),
             .vintage =
                 has_vintage ? static_cast<int>(std::clamp<std::int64_t>(vintage->get_int64(), 0, 9999)) : 0,
             .source = text(entry, "source"),
             .geojson = borders(entry)});
    if (!imported) refuse(service, imported.error(), Where::feature);
  });
}

// One table of text, or a list of objects that becomes one.
void import_address_section(db::Transaction& tx, const web::Service& service, const json::value& section) {
  std::string csv;
  if (section.is_string()) {
    csv = std::string(section.get_string());
  } else {
    csv = "postcode;huisnummer;straat;gebied\n";
    const auto quoted = [](std::string value) {
      for (std::size_t at = 0; (at = value.find('"', at)) != std::string::npos; at += 2)
        value.insert(at, 1, '"');
      return '"' + value + '"';
    };
    each(section, [&](const json::object& entry) {
      csv += quoted(text(entry, "postcode")) + ';' + quoted(text(entry, "house_number")) + ';' +
             quoted(text(entry, "street")) + ';' + quoted(text(entry, "area")) + '\n';
    });
  }
  const auto imported = import_addresses(tx, csv);
  if (!imported) refuse(service, imported.error(), Where::line);
}

void import_setting_section(db::Transaction& tx, const web::Service& service, const json::value& section) {
  each(section, [&](const json::object& entry) {
    const auto from = parse_date(text(entry, "valid_from"));
    if (!from)
      throw Failure("\"valid_from\" of setting " + text(entry, "name") + " is no date; write yyyy-mm-dd");
    const auto done = set_setting(tx, service.clock, identity::system_actor(), service.settings,
                                  {.area = text(entry, "area"),
                                   .name = text(entry, "name"),
                                   .value = text(entry, "value"),
                                   .valid_from = *from});
    if (!done) throw Failure(sentence(service.words, language, done.error()));
  });
}

}  // namespace

std::vector<web::Exchange> exchanges() {
  return {{.section = "areas", .order = 0, .import = import_area_section},
          {.section = "addresses", .order = 1, .import = import_address_section},
          {.section = "settings", .order = 2, .import = import_setting_section}};
}

}  // namespace wijktafel::places
