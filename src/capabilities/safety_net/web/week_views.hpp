// What the page "Deze week" shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capabilities/safety_net/reads/week.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/item_list/item_list.hpp"
#include "design/link.hpp"
#include "platform/html/view.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::safety_net {

struct WeekSection {
  std::string id;
  std::string title;
  std::optional<design::ItemList> list;
  std::string empty;
  std::optional<std::string> more = std::nullopt;
  std::optional<design::Link> all = std::nullopt;  // where more of them stand
};
BOOST_DESCRIBE_STRUCT(WeekSection, (), (id, title, list, empty, more, all))

// The switch for the mail of Monday.
struct WeekMailChoice {
  std::string url;
  std::string said;    // whether the mail comes now
  std::string wanted;  // what the button sends: yes or no
  std::string button;
};
BOOST_DESCRIBE_STRUCT(WeekMailChoice, (), (url, said, wanted, button))

struct WeekView {
  std::string title;
  std::string period;                        // "maandag 23 tot en met zondag 29 november"
  std::optional<design::EmptyState> nobody;  // somebody without an area or an organisation
  std::vector<WeekSection> sections;
  std::vector<std::string> away;
  std::optional<WeekMailChoice> mail;
  std::string work_url;
};
BOOST_DESCRIBE_STRUCT(WeekView, (), (title, period, nobody, sections, away, mail, work_url))

// The same parts for the page and for the mail of Monday.
std::vector<WeekSection> week_sections(const web::Call& call, const Week& week);
std::vector<std::string> away_lines(const web::Call& call, const Week& week);
std::string period_of(const web::Call& call, const Week& week);

}  // namespace wijktafel::safety_net
