// Codes, names, slugs and addresses: rules without a database.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "capabilities/places/places.hpp"
#include "platform/i18n/words.hpp"

namespace wijktafel::places {

// Touched by every change of areas: what the directory looks at to see whether it is still right.
inline constexpr std::string_view register_of_areas = "places";

// One thing that is wrong with a file. `where` is the number of the feature or the line, 0 for the file as a
// whole.
struct Fault {
  std::size_t where = 0;
  std::string word_key;
  i18n::Arguments arguments = {};
};

std::optional<Level> level_named(std::string_view name);
// The level that a code of CBS says: GM1621, WK162121, BU16212131. Nothing for a code of one's own.
std::optional<Level> level_of_code(std::string_view code);
// A code of one's own: letters, digits and hyphens, at most 40, and not looking like a code of CBS.
bool is_own_code(std::string_view code);
// GM1621 for WK162121 and BU16212131; WK162121 for BU16212131.
std::string municipality_of_code(std::string_view code);
std::string district_of_code(std::string_view neighbourhood_code);

// "Wijk 21 Berkel" is shown as "Berkel"; another name stays as it is.
std::string shown_name(Level level, std::string_view full_name);

// Segments of paths that belong to pages, and so can be the slug of no area.
bool is_reserved(std::string_view slug);

struct SlugWish {
  std::string key;
  Level level = Level::neighbourhood;
  std::string name;   // as shown
  std::string place;  // name of the district, for when the name alone is not enough
};
struct KnownSlug {
  std::string name;
  std::string slug;
};
// Slug of an area: its name. Where neighbourhoods share a name, all of them get their district behind it; a
// district whose name is taken becomes "wijk-...". An area keeps its slug as long as it keeps its name, also
// when a namesake comes later. `known`: areas with their slug so far, by key; `former`: slugs that were given
// up, with their area.
std::map<std::string, std::string> slugs_for(std::vector<SlugWish> wishes,
                                             const std::map<std::string, KnownSlug>& known,
                                             const std::map<std::string, std::string>& former);

struct TypedAddress {
  std::string postcode;                      // "2651AB"
  std::optional<std::int64_t> house_number;  // without letters
};
struct NotAPostcode {};
// Forgiving: "2651ab 12 a" in the first field is as good as two neat fields.
Result<TypedAddress, NotAPostcode> read_address(std::string_view postcode, std::string_view house_number);

// Whether a value fits the type of a setting.
bool fits(const web::Setting& setting, std::string_view value);

}  // namespace wijktafel::places
