#include "capabilities/goals/web/pages.hpp"

namespace wijktafel::goals {
namespace {

using http::Method;

// Lists and pages of one item are kept for visitors. "Te laat" changes with the date, and so do "vandaag" and
// the year beside a date: that is why none is kept beyond midnight, which is what the edge does without a
// further hint.
web::Route kept(std::string pattern, web::Handler handler, std::vector<std::string> query = {}) {
  return {Method::get, std::move(pattern), web::anyone(), std::move(handler), 1024 * 1024, std::move(query)};
}

void add_goals(std::vector<web::Route>& routes, const std::string& place) {
  const std::string list = place + "/doelen";
  const auto maker = web::permitted("goals.make");
  routes.push_back(kept(list, show_goals, {"stand", "voor"}));
  routes.push_back({Method::get, list + "/nieuw", maker, show_new_goal});
  routes.push_back({Method::post, list + "/nieuw", maker, make_new_goal});
  routes.push_back(kept(list + "/{number}", show_goal));
  routes.push_back({Method::post, list + "/{number}/meting", maker, send_measurement});
  routes.push_back({Method::post, list + "/{number}/belang", web::signed_in(), send_gain});
  routes.push_back({Method::post, list + "/{number}/afsluiten", web::permitted("goals.judge"), send_closing});
}

void add_commitments(std::vector<web::Route>& routes, const std::string& place) {
  const std::string list = place + "/afspraken";
  const auto maker = web::permitted("goals.make");
  routes.push_back(kept(list, show_commitments, {"stand", "vanaf"}));
  routes.push_back({Method::get, list + "/nieuw", maker, show_new_commitment});
  routes.push_back({Method::post, list + "/nieuw", maker, make_new_commitment});
  routes.push_back(kept(list + "/{number}", show_commitment));
  // Who may do these follows from the organisation, which the action asks.
  const auto add = [&](const char* action, web::Handler handler) {
    routes.push_back({Method::post, list + "/{number}/" + action, web::signed_in(), std::move(handler)});
  };
  add("aannemen", send_acceptance);
  add("voorbehoud", send_conditional_acceptance);
  add("toestemming", send_consent);
  add("afwijzen", send_refusal);
  add("voortgang", send_progress);
  add("oordeel", send_judgement);
  add("datum", send_new_due);
  add("teruggeven", send_giving_back);
  add("vervallen", send_lapse);
  add("vervangen", send_replacement);
  add("contact", send_contact);
}

}  // namespace

std::vector<web::Route> routes() {
  std::vector<web::Route> routes;
  // The municipality is an area too: its own goals, and those of all its neighbourhoods together.
  for (const auto* place : {"/{municipality}/{area}", "/{municipality}"}) {
    add_goals(routes, place);
    add_commitments(routes, place);
  }
  return routes;
}

}  // namespace wijktafel::goals
