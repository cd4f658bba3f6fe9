// Requests as they are given out: which ones were asked for, and the seventeen fields of each.
#pragma once

#include <string>

#include "base/result.hpp"
#include "capabilities/open311/catalogue.hpp"
#include "capabilities/open311/document.hpp"
#include "capabilities/open311/faults.hpp"
#include "capabilities/open311/parameters.hpp"
#include "capabilities/open311/request_store.hpp"

namespace wijktafel::open311 {

// What every request is written with, asked once for a whole list.
struct Names {
  ThemeNames themes;
  std::map<store::OrganisationId, std::string> organisations;
};
Names read_names(const web::Call& call, db::Transaction& tx);

// Arguments of GET requests, or everything that is wrong with them.
Result<store::RequestFilter, Faults> filter_from(const Parameters& parameters, const ThemeNames& themes,
                                                 Instant now);

// The answer to GET requests: "<service_requests>..." with at most a thousand.
Result<std::string, Faults> list_of_requests(const web::Call& call, db::Transaction& tx,
                                             const Parameters& parameters, Format format);

struct OneRequest {
  std::string body;
  std::string area;  // whose changes make it another answer
};
// Nothing when it does not exist or is not public: those look the same.
std::optional<OneRequest> one_request(const web::Call& call, db::Transaction& tx, std::string_view id,
                                      bool with_extensions, Format format);

// The code under which a theme is known outside.
std::string_view code_of(std::string_view theme);
// What people read: the text, and what could be better; at most 4,000 characters.
std::string description_of(const store::RequestRow& request);
// When it changed last; of what is closed, when it closed.
Instant updated_at(const store::RequestRow& request);
// Of the first photo that may be shown, "" without one.
std::string media_url(const web::Call& call, const store::RequestRow& request);
std::string agency_of(const Names& names, const store::RequestRow& request);

}  // namespace wijktafel::open311
