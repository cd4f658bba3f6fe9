#include "capabilities/themes/actions/import_themes.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "base/result.hpp"
#include "base/text.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/themes/store.hpp"
#include "platform/embedded/embedded.hpp"
#include "platform/web/entry.hpp"

namespace wijktafel::themes {
namespace {

using boost::json::object;
using web::entry::text;
using web::entry::yes;

constexpr std::array<std::pair<std::string_view, unsigned>, 3> domains{
    {{"social", 1}, {"physical", 2}, {"safety", 4}}};

std::vector<std::string> texts(const object& entry, std::string_view member) {
  std::vector<std::string> all;
  const auto* value = entry.if_contains(member);
  if (!value || !value->is_array()) return all;
  for (const auto& one : value->get_array())
    if (one.is_string() && !one.get_string().empty()) all.push_back(tidy(std::string(one.get_string())));
  return all;
}

std::optional<std::int64_t> number(const object& entry, std::string_view member) {
  const auto* value = entry.if_contains(member);
  if (!value || !value->is_int64()) return std::nullopt;
  return value->get_int64();
}

Theme theme_of(const object& entry) {
  Theme theme{.key = text(entry, "key"),
              .name = text(entry, "name"),
              .name_en = text(entry, "name_en"),
              .description = text(entry, "description"),
              .description_en = text(entry, "description_en"),
              .group = text(entry, "group"),
              .keywords = texts(entry, "keywords"),
              .is_active = !yes(entry, "ended"),
              .is_duty_of_care = yes(entry, "duty_of_care"),
              .is_confidential = yes(entry, "confidential"),
              .order = static_cast<int>(number(entry, "order").value_or(0))};
  if (const auto door = text(entry, "door"); !door.empty()) theme.door = door;
  for (const auto& domain : texts(entry, "domains")) {
    const auto* known = std::ranges::find(domains, domain, &std::pair<std::string_view, unsigned>::first);
    if (known == domains.end()) throw Failure("themes: " + theme.key + " has an unknown domain " + domain);
    theme.domains |= known->second;
  }
  if (theme.key.empty() || theme.key != slug(theme.key) || theme.key.size() > key_most)
    throw Failure("themes: \"" + theme.key + "\" is no key; use lower case letters, digits and hyphens");
  if (theme.name.empty() || length(theme.name) > name_most)
    throw Failure("themes: " + theme.key + " needs a name of at most 80 characters");
  return theme;
}

void import_rule(db::Transaction& tx, Instant now, std::string_view theme, const object& entry) {
  store::RuleRow rule{.theme = std::string(theme),
                      .area = text(entry, "area"),
                      .term_days = number(entry, "term_days"),
                      .holder = std::nullopt,
                      .team = std::nullopt,
                      .valid_from = parse_date(text(entry, "from")).value_or(local_date(now))};
  if (rule.area.empty()) throw Failure("themes: a rule of " + rule.theme + " names no area");
  if (rule.term_days && (*rule.term_days < 1 || *rule.term_days > term_days_most))
    throw Failure("themes: a term of " + rule.theme + " is not between 1 and 250 working days");
  if (const auto holder = text(entry, "holder"); !holder.empty()) {
    const auto organisation = organisations::find_by_key(tx, holder);
    if (!organisation) throw Failure("themes: there is no organisation \"" + holder + "\"");
    rule.holder = organisation->id;
  }
  if (const auto key = text(entry, "team"); !key.empty()) {
    const auto team = organisations::find_team_by_key(tx, key);
    if (!team) throw Failure("themes: there is no team \"" + key + "\"");
    rule.holder = team->organisation;
    rule.team = raw(team->id);
  }
  // The same rule again is no other rule: importing twice is importing once.
  for (const auto& known : store::rules_begun(tx, theme, rule.area, rule.valid_from))
    if (known.valid_from == rule.valid_from && known.term_days == rule.term_days &&
        known.holder == rule.holder && known.team == rule.team)
      return;
  store::insert_rule(tx, now, rule, std::nullopt);
}

// A term that stands at the theme itself is a rule of the municipality.
void import_general_term(db::Transaction& tx, Instant now, std::string_view theme, const object& entry) {
  const auto town = places::find_municipality(tx);
  if (!town || !number(entry, "term_days")) return;
  import_rule(
      tx, now, theme,
      {{"area", town->key}, {"term_days", *number(entry, "term_days")}, {"from", text(entry, "from")}});
}

void import_rules(db::Transaction& tx, Instant now, std::string_view theme, const object& entry) {
  import_general_term(tx, now, theme, entry);
  const auto* rules = entry.if_contains("rules");
  if (!rules || !rules->is_array()) return;
  for (const auto& rule : rules->get_array())
    if (rule.is_object()) import_rule(tx, now, theme, rule.get_object());
}

void adopt(db::Transaction& tx, Instant now, const std::string& from);

void import_one(db::Transaction& tx, Instant now, const object& entry) {
  if (yes(entry, "catalogue")) {
    adopt(tx, now, text(entry, "from"));
    return;
  }
  // Without a name it says something about a theme that is there.
  const auto key = text(entry, "key");
  if (!entry.if_contains("name") && store::find(tx, key)) return import_rules(tx, now, key, entry);
  const auto theme = theme_of(entry);
  save_theme(tx, theme);
  import_rules(tx, now, theme.key, entry);
}

void read_section(db::Transaction& tx, const web::Service& service, const boost::json::value& section) {
  if (!section.is_array()) throw Failure("themes: a list is expected");
  for (const auto& entry : section.get_array()) {
    if (!entry.is_object()) throw Failure("themes: each entry is an object with key and name");
    import_one(tx, service.clock.now(), entry.get_object());
  }
}

// Those of the program that this municipality does not have.
std::vector<object> not_taken_over(db::Transaction& tx) {
  const auto catalogue =
      boost::json::parse(embedded::find("capabilities/themes/data/catalogue.json").value());
  std::vector<object> missing;
  for (const auto& entry : catalogue.at("themes").as_array())
    if (!store::find(tx, text(entry.as_object(), "key"))) missing.push_back(entry.as_object());
  return missing;
}

// `from`: the day on which their terms begin, as in a file; "" is today.
void adopt(db::Transaction& tx, Instant now, const std::string& from) {
  for (auto entry : not_taken_over(tx)) {
    entry["from"] = from;
    import_one(tx, now, entry);
  }
}

}  // namespace

web::Exchange exchange() { return {.section = "themes", .order = 5, .import = read_section}; }

int adopt_catalogue(db::Transaction& tx, Instant now) {
  const auto missing = missing_from_catalogue(tx);
  adopt(tx, now, "");
  return missing;
}

int missing_from_catalogue(db::Transaction& tx) { return static_cast<int>(not_taken_over(tx).size()); }

}  // namespace wijktafel::themes
