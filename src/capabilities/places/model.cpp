#include "capabilities/places/model.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"

namespace wijktafel::places {
namespace {

constexpr std::array<std::pair<Level, std::string_view>, 7> level_names = {{
    {Level::municipality, "municipality"},
    {Level::district, "district"},
    {Level::village, "village"},
    {Level::neighbourhood, "neighbourhood"},
    {Level::complex, "complex"},
    {Level::street, "street"},
    {Level::drawn, "drawn"},
}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// GM\d{4}, WK\d{4}[0-9A-Z]{2}, BU\d{4}[0-9A-Z]{4}.
bool is_code(std::string_view code, std::string_view prefix, std::size_t free_characters) {
  if (code.size() != 6 + free_characters || !code.starts_with(prefix)) return false;
  return std::ranges::all_of(code.substr(2, 4), is_digit) &&
         std::ranges::all_of(code.substr(6), [](char c) { return is_digit(c) || is_capital(c); });
}

}  // namespace

std::string_view level_name(Level level) {
  const auto found = std::ranges::find(level_names, level, &std::pair<Level, std::string_view>::first);
  return found->second;
}

std::optional<Level> level_named(std::string_view name) {
  const auto found = std::ranges::find(level_names, name, &std::pair<Level, std::string_view>::second);
  if (found == level_names.end()) return std::nullopt;
  return found->first;
}

std::optional<Level> level_of_code(std::string_view code) {
  if (is_code(code, "GM", 0)) return Level::municipality;
  if (is_code(code, "WK", 2)) return Level::district;
  if (is_code(code, "BU", 4)) return Level::neighbourhood;
  return std::nullopt;
}

bool is_own_code(std::string_view code) {
  const auto is_allowed = [](char c) {
    return is_digit(c) || is_capital(c) || (c >= 'a' && c <= 'z') || c == '-';
  };
  if (code.empty() || code.size() > 40 || !std::ranges::all_of(code, is_allowed)) return false;
  for (const auto* prefix : {"GM", "WK", "BU"})
    if (code.starts_with(prefix) && code.size() > 2 && is_digit(code[2])) return false;
  return true;
}

std::string municipality_of_code(std::string_view code) { return "GM" + std::string(code.substr(2, 4)); }
std::string district_of_code(std::string_view neighbourhood_code) {
  return "WK" + std::string(neighbourhood_code.substr(2, 6));
}

std::string shown_name(Level level, std::string_view full_name) {
  const auto name = trimmed(full_name);
  if (level != Level::district || !name.starts_with("Wijk ")) return std::string(name);
  const auto space = name.find(' ', 5);
  if (space == std::string_view::npos || space > 7) return std::string(name);
  const auto number = name.substr(5, space - 5);
  const bool is_number = std::ranges::all_of(number, [](char c) { return is_digit(c) || is_capital(c); });
  const auto rest = trimmed(name.substr(space));
  return std::string(is_number && !rest.empty() ? rest : name);
}

bool is_reserved(std::string_view slug) {
  static const std::set<std::string_view> reserved = {
      // the front door
      "assets", "api", "health", "metrics", "open311", "robots.txt", "favicon.ico", "sitemap", "zoeken",
      "zoek-buurt", "hier", "kaart", "over", "privacy", "toegankelijkheid", "open-gegevens", "nieuw",
      "beheer", "gebieden", "buurten", "wijken",
      // people
      "inloggen", "uitloggen", "account", "accounts", "mijn", "mijn-werk", "organisaties", "mensen", "volg",
      "bericht", "berichten", "instellingen",
      // what people do
      "signalen", "melden", "initiatieven", "tafel", "tafels", "overleggen", "besluiten", "doelen",
      "afspraken", "onderhoud", "budget", "budgetten", "plannen", "wijkpanel", "peilingen", "stellingen",
      "gesprek", "reacties", "aanbod", "oproepen", "kansenkaart", "denk-mee", "cijfers", "monitor", "nieuws",
      "agenda", "jaarverslag", "feed", "overzicht", "zoekresultaten", "prestatieafspraken", "wijkplan",
      "uitdagingen"};
  return slug.empty() || reserved.contains(slug) || std::ranges::all_of(slug, is_digit);
}

std::map<std::string, std::string> slugs_for(std::vector<SlugWish> wishes,
                                             const std::map<std::string, KnownSlug>& known,
                                             const std::map<std::string, std::string>& former) {
  std::map<std::string, std::string> slugs;
  std::map<std::string, std::string> owners = former;  // slug to area
  for (const auto& [key, area] : known) owners[area.slug] = key;
  const auto take = [&](const SlugWish& wish, const std::string& wanted) {
    if (is_reserved(wanted)) return false;
    const auto owner = owners.find(wanted);
    if (owner != owners.end() && owner->second != wish.key) return false;
    owners[wanted] = wish.key;
    slugs[wish.key] = wanted;
    return true;
  };

  const auto rank = [](Level level) {
    return level == Level::municipality ? 0 : level == Level::district ? 2 : 1;
  };
  std::ranges::sort(wishes, {}, [&](const SlugWish& wish) { return std::pair(rank(wish.level), wish.key); });
  std::map<std::string, int> namesakes;
  for (const auto& wish : wishes)
    if (wish.level != Level::district) ++namesakes[slug(wish.name)];

  for (const auto& wish : wishes) {
    const auto same = known.find(wish.key);
    if (same != known.end() && same->second.name == wish.name) {
      slugs[wish.key] = same->second.slug;
      continue;
    }
    const auto name = slug(wish.name);
    const bool is_district = wish.level == Level::district;
    const auto with_place = is_district ? "wijk-" + name : name + "-" + slug(wish.place);
    if ((is_district || namesakes[name] == 1) && take(wish, name)) continue;
    if ((is_district || !slug(wish.place).empty()) && take(wish, with_place)) continue;
    const auto with_key = (name.empty() ? "" : with_place + "-") + slug(wish.key);
    WIJKTAFEL_ASSERT(take(wish, with_key), "a slug that ends in the area's own key is free");
  }
  return slugs;
}

Result<TypedAddress, NotAPostcode> read_address(std::string_view postcode, std::string_view house_number) {
  std::string typed;
  for (const char c : std::string(postcode) + " " + std::string(house_number))
    if (is_digit(c) || is_capital(c)) {
      typed += c;
    } else if (c >= 'a' && c <= 'z') {
      typed += static_cast<char>(c - 'a' + 'A');
    }
  const std::string_view compact = typed;
  if (compact.size() < 6 || compact[0] == '0' || !std::ranges::all_of(compact.substr(0, 4), is_digit) ||
      !std::ranges::all_of(compact.substr(4, 2), is_capital))
    return std::unexpected(NotAPostcode{});
  TypedAddress address{.postcode = std::string(compact.substr(0, 6)), .house_number = std::nullopt};
  auto rest = compact.substr(6);
  while (!rest.empty() && !is_digit(rest.front())) rest.remove_prefix(1);  // "nr 12"
  std::int64_t number = 0;
  const auto [end, error] =
      std::from_chars(rest.data(), rest.data() + std::min<std::size_t>(rest.size(), 6), number);
  if (error == std::errc() && end != rest.data() && number > 0) address.house_number = number;
  return address;
}

bool fits(const web::Setting& setting, std::string_view value) {
  switch (setting.type) {
    case web::Setting::Type::yes_no: return value == "yes" || value == "no";
    case web::Setting::Type::text: return is_utf8(value) && length(value) <= 4000;
    case web::Setting::Type::whole_number: break;
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size();
}

}  // namespace wijktafel::places
