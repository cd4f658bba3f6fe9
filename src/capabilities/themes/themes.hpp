// What a signal is about, finer than the three domains: street lighting, waste, young people, meeting each
// other. A theme carries what must happen without anyone having to remember it: the term in working days, who
// has it first, whether an owner's duty of care or confidence goes before everything else. An area may have a
// rule of its own; without one that of its district and its municipality holds.
//
//   const auto rule = themes::rule_for(tx, "verlichting", area.lineage, call.today);
//   rule.term_days, rule.term_from  -> "10 working days, because Wijk 21 Berkel said so"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "platform/db/database.hpp"
#include "platform/identity/actor.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::themes {

using identity::OrganisationId;
using identity::PersonId;

inline constexpr std::size_t key_most = 60;
inline constexpr std::size_t name_most = 80;
inline constexpr int term_days_most = 250;

// Where something goes that is no signal: the form shows this door before sending. Words: themes.door.<door>.
// none, formal, police, rented_home, worry
struct Theme {
  std::string key;  // lower case letters, digits and hyphens: in addresses, files and as service code
  std::string name;
  std::string name_en;                     // "" shows the Dutch name
  std::string description;                 // one sentence
  std::string description_en;              // "" shows the Dutch one
  std::string group;                       // a heading over several themes: "Straat en verkeer"; may be empty
  unsigned domains = 0;                    // 1 social, 2 physical, 4 safety, as in items
  std::vector<std::string> keywords = {};  // words by which a text is recognised
  bool is_active = true;                   // false: no longer offered, kept for what has it
  bool is_duty_of_care = false;            // danger, or what an owner must do: goes to the owner at once
  bool is_confidential = false;            // never public
  std::string door = "none";
  int order = 0;
};

// What holds for a theme in an area on a day. Each value says from which area (key) its rule comes; "" when
// nobody said anything and the general term (signals.answer_days) holds.
struct Rule {
  std::optional<int> term_days = std::nullopt;  // working days
  std::string term_from = {};
  std::optional<OrganisationId> holder = std::nullopt;
  std::string holder_from = {};
  std::optional<std::int64_t> team = std::nullopt;  // organisations::TeamId, of the holder
};

web::Capability capability();

std::optional<Theme> find_theme(db::Transaction& tx, std::string_view key);
std::vector<Theme> list_themes(db::Transaction& tx);  // active ones, in their order
std::vector<Theme> all_themes(db::Transaction& tx);   // also those that are no longer offered
// "" for an unknown key.
std::string name_of(db::Transaction& tx, std::string_view key, i18n::Language language);
std::string name_in(const Theme& theme, i18n::Language language);
// `lineage`: the area, its district, its municipality. An unknown theme has no rule.
Rule rule_for(db::Transaction& tx, std::string_view theme, const std::vector<std::string>& lineage, Date on);

// Every rule that names a holder and holds on that day, with the area that says so: for whoever looks whether
// somebody is still there.
struct HeldRule {
  std::string theme;
  std::string area;
  OrganisationId holder{};
  std::optional<std::int64_t> team = std::nullopt;
};
std::vector<HeldRule> rules_with_holder(db::Transaction& tx, Date on);

// Adds the theme, or changes the one with this key.
void save_theme(db::Transaction& tx, const Theme& theme);

}  // namespace wijktafel::themes
