// What goes wrong before a handler is asked: another method, an address that does not exist, a body that is
// too large, a failure.
#include "capabilities/open311/open311.hpp"
#include "capabilities/open311/web/answers.hpp"

namespace wijktafel::open311 {
namespace {

bool is_of_program(const web::Call& call) {
  return call.request.path.starts_with(std::string(host_segment) + "/");
}

http::Response error(const web::Call& call, int status, const Faults& faults) {
  auto response = refuse(call, format_of(call.request.path), faults);
  response.status = status;
  return response;
}

}  // namespace

web::EdgePages with_errors_for_programs(web::EdgePages pages) {
  auto ours = pages;
  ours.not_found = [of_people = pages.not_found](const web::Call& call) {
    if (!is_of_program(call)) return of_people(call);
    return error(call, 404, {{404, "open311.fault.no_such_resource"}});
  };
  ours.refused = [of_people = pages.refused](const web::Call& call, std::string_view word, int status) {
    if (!is_of_program(call)) return of_people(call, word, status);
    return error(call, status, {{status, std::string(word)}});
  };
  ours.failure = [of_people = pages.failure](const web::Call& call, std::string_view reference) {
    if (!is_of_program(call)) return of_people(call, reference);
    return error(call, 500,
                 {{500, "web.refusal.failure"},
                  {500, "web.refusal.reference", {{"reference", std::string(reference)}}}});
  };
  return ours;
}

}  // namespace wijktafel::open311
