// What the address of an inbox asks, and addresses that ask it: the filter in words, as links, saved views
// and the form of the filter carry it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "capabilities/signals/reads/inbox.hpp"

namespace wijktafel::signals {

// Names and values as they stand in the address, in the order of the form. Only values that mean something.
struct InboxQuery {
  std::vector<std::pair<std::string, std::string>> asked = {};
  std::optional<WorkKey> after = std::nullopt;

  std::string value(std::string_view name) const;  // "" when it is not asked
  bool is_filtered() const { return !asked.empty(); }
};

// "stand", "datum", "thema", "onderwerp", "voorrang", "kanaal", "bij", "team", "wie", "zoek"
const std::vector<std::string>& inbox_names();
// Besides these a page reads which list it shows and from where.
std::vector<std::string> inbox_query_names();

InboxQuery inbox_query(const http::Pairs& query);
// "today" says what is late and what this week is.
WorkFilter filter_of(const InboxQuery& query, const web::Call& call);
// "stand=received&thema=licht"; "" when nothing is asked.
std::string as_address(const InboxQuery& query);

// The address of one of the lists of a person; `query` as as_address gives it.
std::string inbox_path(const web::Service& service, const WorkList& list, const std::string& query = {});
// "mij", "team-3", "organisatie-2"; the name that the address of a list carries. Of an area: "".
std::string name_in_address(const WorkList& list);

}  // namespace wijktafel::signals
