// A program that asks Open311 of an invented town: requests go through the edge, as they would over the wire.
#pragma once

#include <boost/json/fwd.hpp>
#include <string>
#include <string_view>

#include "app/testing.hpp"
#include "capabilities/signals/signals.hpp"

namespace wijktafel::open311::testing {

// Themes of each sort: with a definition to be, one that never leaves, one with a door of its own.
inline constexpr std::string_view themes_of_town = R"({"themes": [
  {"key": "verlichting", "name": "Verlichting", "description": "Lampen langs straat en pad.", "group": "Straat",
   "domains": ["physical"], "keywords": ["lamp", "donker"]},
  {"key": "afval", "name": "Afval & zwerfvuil", "description": "Vuil op straat.", "domains": ["physical"]},
  {"key": "overlast", "name": "Overlast door personen", "description": "Onveilig.", "domains": ["safety"],
   "confidential": true},
  {"key": "zorgen", "name": "Zorgen om iemand", "description": "Zorgen.", "domains": ["social"], "door": "worry"}]})";

class Client {
 public:
  Client() : town({.story = std::string(themes_of_town)}) {}

  http::Response get(std::string_view resource);  // "requests.json?status=open"
  // `body` urlencoded as it is.
  http::Response post(std::string_view resource, std::string_view body, const http::Pairs& headers = {});
  http::Response post_fields(std::string_view resource, const http::Pairs& fields,
                             const http::Pairs& headers = {});
  boost::json::value json(std::string_view resource);

  struct Signal {
    std::string text = "Het pad is donker";
    std::string theme = "verlichting";
    std::string mail_address = {};
    std::string phone = {};
    std::string name = {};
    bool with_place = true;
  };
  items::ItemId tell(const Signal& signal);
  items::ItemId tell(std::string_view text) { return tell(Signal{.text = std::string(text)}); }
  void execute(std::string_view sql, items::ItemId item);
  static std::string number(items::ItemId item) { return std::to_string(raw(item)); }

  app::testing::Town town;
};

// Whether an XML text is well formed, by a parser that is not ours.
bool is_well_formed(std::string_view xml);

}  // namespace wijktafel::open311::testing
