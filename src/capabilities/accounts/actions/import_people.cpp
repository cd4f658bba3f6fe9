#include "capabilities/accounts/actions/import_people.hpp"

#include <boost/json.hpp>

#include "base/result.hpp"
#include "base/text.hpp"
#include "capabilities/accounts/actions/give_role.hpp"
#include "capabilities/accounts/actions/set_absence.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/store.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "capabilities/places/places.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::accounts {

namespace {

// What is not there is empty; a name or address is never in a sentence about what is wrong.
std::string text(const boost::json::object& entry, std::string_view member) {
  const auto* value = entry.if_contains(member);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

// A day of the role; nothing when it is not said.
std::optional<Date> day_of(const std::string& person, const boost::json::object& entry,
                           std::string_view member) {
  const auto written = text(entry, member);
  if (written.empty()) return std::nullopt;
  const auto day = parse_date(written);
  if (!day)
    throw Failure("people: " + person + " has a role with \"" + written + "\", which is no day (yyyy-mm-dd)");
  return day;
}

GiveRole role_from(db::Transaction& tx, PersonId person, const std::string& key,
                   const boost::json::object& entry) {
  GiveRole form{
      .person = person,
      .grant = {.role = text(entry, "role"), .area = text(entry, "area"), .organisation = std::nullopt},
      .ends_at = std::nullopt,
      .granted_by = std::nullopt};
  const auto* rule = find_role(form.grant.role);
  if (!rule)
    throw Failure("people: " + key + " has role \"" + form.grant.role + "\", which is none of the roles");
  if (!form.grant.area.empty() && !places::find_area(tx, form.grant.area))
    throw Failure("people: " + key + " has a role for \"" + form.grant.area + "\", which is no area");
  if (const auto named = text(entry, "organisation"); !named.empty()) {
    const auto organisation = organisations::find_by_key(tx, named);
    if (!organisation)
      throw Failure("people: " + key + " has a role for \"" + named + "\", which is no organisation");
    form.grant.organisation = organisation->id;
  }
  if (rule->scope == RoleScope::organisation && !form.grant.organisation)
    throw Failure("people: " + key + " is " + form.grant.role + " and needs an organisation");
  if (const auto from = day_of(key, entry, "from")) form.starts_at = at(*from);
  if (const auto until = day_of(key, entry, "until")) form.ends_at = at(plus_days(*until, 1));
  return form;
}

PersonId person_from(db::Transaction& tx, Instant now, const boost::json::object& entry) {
  const auto key = text(entry, "key");
  const auto name = tidy(text(entry, "name"));
  const auto address = normal_address(text(entry, "mail"));
  const auto language = text(entry, "language") == "en" ? i18n::Language::en : i18n::Language::nl;
  if (key.empty()) throw Failure("people: each person needs a key");
  if (name.empty() || length(name) > name_limit)
    throw Failure("people: " + key + " needs a name of at most 120 characters");
  if (!address.empty() && !mail::is_address(address))
    throw Failure("people: " + key + " has no valid mail address");
  if (const auto known = store::find_by_key(tx, key)) {
    store::update_profile(tx, *known, name, language);
    return *known;
  }
  if (!address.empty() && store::find_by_address(tx, address))
    throw Failure("people: the mail address of " + key + " belongs to somebody else");
  return store::insert_account(tx, now, name, address, language, key);
}

// "teams" and "manages": keys of teams, which came with the organisations.
std::vector<organisations::TeamId> teams_from(db::Transaction& tx, const boost::json::object& entry,
                                              std::string_view member) {
  std::vector<organisations::TeamId> teams;
  const auto* named = entry.if_contains(member);
  if (!named) return teams;
  const auto person = "people: " + text(entry, "key");
  if (!named->is_array()) throw Failure(person + " needs a list of keys as " + std::string(member));
  for (const auto& key : named->get_array()) {
    const auto team =
        key.is_string() ? organisations::find_team_by_key(tx, std::string(key.get_string())) : std::nullopt;
    if (!team) throw Failure(person + " names a team that does not exist as " + std::string(member));
    teams.push_back(team->id);
  }
  return teams;
}

Date day_away(const std::string& person, const boost::json::object& entry, std::string_view member) {
  const auto day = parse_date(text(entry, member));
  if (!day) throw Failure("people: " + person + " is away without a day \"" + std::string(member) + "\"");
  return *day;
}

// After all people are there: whoever stands in is one of them. What is over, and what stands as it is said,
// stays.
void import_absence(db::Transaction& tx, Instant now, const std::string& key,
                    const boost::json::object& entry) {
  SetAbsence form{.person = store::find_by_key(tx, key).value(),
                  .first_day = day_away(key, entry, "from"),
                  .last_day = day_away(key, entry, "until")};
  if (const auto deputy = text(entry, "deputy"); !deputy.empty()) {
    form.deputy = store::find_by_key(tx, deputy);
    if (!form.deputy) throw Failure("people: there is no person \"" + deputy + "\" to stand in for " + key);
  }
  const auto done = set_absence(tx, now, form);
  if (done || std::holds_alternative<IsOverAlready>(done.error())) return;
  if (const auto* other = std::get_if<AwayThenAlready>(&done.error());
      other && other->first_day == form.first_day && other->last_day == form.last_day)
    return;
  throw Failure("people: " + key + " cannot be away like this: the days, or who stands in, are wrong");
}

void import_absences(db::Transaction& tx, Instant now, const boost::json::object& entry) {
  const auto* away = entry.if_contains("away");
  if (!away || !away->is_array()) return;
  for (const auto& period : away->get_array()) {
    if (!period.is_object()) throw Failure("people: each time away is an object with from, until and deputy");
    import_absence(tx, now, text(entry, "key"), period.get_object());
  }
}

void read_section(db::Transaction& tx, const web::Service& service, const boost::json::value& section) {
  const auto now = service.clock.now();
  if (!section.is_array()) throw Failure("people: a list is expected");
  for (const auto& entry : section.get_array()) {
    if (!entry.is_object()) throw Failure("people: each entry is an object with key, name, mail and roles");
    const auto person = person_from(tx, now, entry.get_object());
    for (const auto team : teams_from(tx, entry.get_object(), "teams"))
      organisations::add_to_team(tx, team, person);
    for (const auto team : teams_from(tx, entry.get_object(), "manages"))
      organisations::set_manager(tx, team, person);
    const auto* roles = entry.get_object().if_contains("roles");
    if (!roles || !roles->is_array()) continue;
    for (const auto& role : roles->get_array()) {
      if (!role.is_object()) throw Failure("people: each role is an object with role, area and organisation");
      // A role that is held already stays as it is: importing twice is importing once.
      (void)give_role(tx, now, role_from(tx, person, text(entry.get_object(), "key"), role.get_object()));
    }
  }
  for (const auto& entry : section.get_array()) import_absences(tx, now, entry.get_object());
}

}  // namespace

web::Exchange exchange() { return {.section = "people", .order = 0, .import = read_section}; }

}  // namespace wijktafel::accounts
