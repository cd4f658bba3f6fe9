#include "capabilities/accounts/reads/people.hpp"

#include <charconv>

#include "base/text.hpp"
#include "capabilities/accounts/model.hpp"
#include "capabilities/accounts/store.hpp"

namespace wijktafel::accounts {

namespace {

constexpr int demo_people_shown = 40;

// "jansen.17": where the page before ended.
std::string mark_of(const store::Found& last) {
  return last.search_name + "." + std::to_string(raw(last.person.id));
}

std::optional<store::Found> found_at(std::string_view mark) {
  const auto dot = mark.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto digits = mark.substr(dot + 1);
  std::int64_t id = 0;
  const auto [stopped, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (fault != std::errc{} || stopped != digits.data() + digits.size()) return std::nullopt;
  return store::Found{.person = {.id = PersonId{id}, .name = {}},
                      .search_name = std::string(mark.substr(0, dot))};
}

}  // namespace

PeoplePage people_named(db::Transaction& tx, Instant now, std::string_view part, std::string_view after) {
  auto found = store::people_by_name(tx, trimmed(part).empty() ? std::string() : search_name(part),
                                     found_at(after), people_per_page + 1);
  PeoplePage page;
  if (found.size() > people_per_page) {
    found.pop_back();
    page.next = mark_of(found.back());
  }
  for (auto& one : found) {
    auto roles = shown_roles(tx, one.person.id, now);
    page.people.push_back({.person = std::move(one.person), .roles = std::move(roles)});
  }
  return page;
}

std::optional<PersonWithRoles> find_person_with_roles(db::Transaction& tx, Instant now, PersonId person) {
  auto account = store::find_account(tx, person);
  if (!account) return std::nullopt;
  return PersonWithRoles{.person = {.id = person, .name = std::move(account->name)},
                         .roles = shown_roles(tx, person, now)};
}

std::vector<PersonWithRoles> demo_people(db::Transaction& tx, Instant now) {
  std::vector<PersonWithRoles> people;
  for (auto& person : store::people_with_a_role(tx, now, demo_people_shown)) {
    auto roles = shown_roles(tx, person.id, now);
    people.push_back({.person = std::move(person), .roles = std::move(roles)});
  }
  return people;
}

}  // namespace wijktafel::accounts
