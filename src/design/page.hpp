// The frame around every page: header, place, tabs, footer. A capability hands its view; the frame is the
// same everywhere.
//
//   return design::page(call, {.title = call.text("signals.list.title"), .active_tab = "signalen"},
//                       "signals/signal_list", view);
//
// Words that the frame uses live in design/words. Functions here are pure and thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/link.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::design {

struct Frame {
  // The subject; area and "Wijktafel" come behind it: "Het pad is donker - Oranjebuurt - Wijktafel".
  std::string title = {};
  // Segment of the tab this page belongs to: "signalen", "" for the overview; nothing: no tab is marked.
  std::optional<std::string> active_tab = std::nullopt;
  // A measure of about 65 characters: one item, a form. Wide: overviews and tables.
  bool narrow = false;
  // Steps of a form show no place and no tabs: nothing to wander off to. Only "Terug".
  bool form_steps = false;
  // "Terug" above the heading.
  std::optional<std::string> back_url = std::nullopt;
  // One sentence for search engines and shared links; when empty, one about the area.
  std::string description = {};
  // Atom feed of what this page shows.
  std::string feed_url = {};
  // Pages behind a secret link or a session: kept out of search engines.
  bool is_private = false;
  // The form came back with something missing: the title says so first, for who hears the page.
  bool has_faults = false;
  // Query parameters this page reads; the switch of language keeps them.
  std::vector<std::string> query = {};
};

// `view` rendered by `template_name`, in the frame.
http::Response framed(const web::Call& call, const Frame& frame, const html::SafeHtml& body,
                      int status = 200);

template <html::Described View>
http::Response page(const web::Call& call, const Frame& frame, std::string_view template_name,
                    const View& view, int status = 200) {
  return framed(call, frame, call.service.templates.render(call.language, template_name, view), status);
}

// Addresses that the frame links to; `accounts` and `app` answer them.
std::string sign_in_path(const web::Service& service);     // "/lansingerland/inloggen"
std::string sign_out_path(const web::Service& service);    // POST "/lansingerland/uitloggen"
std::string my_account_path(const web::Service& service);  // "/lansingerland/mijn"
std::string my_work_path(const web::Service& service);     // "/lansingerland/mijn-werk"
std::string privacy_path(const web::Service& service);
std::string accessibility_path(const web::Service& service);
// "/assets/<version>/<name>": may be kept by a browser for ever.
std::string asset_url(const web::Service& service, std::string_view name);

}  // namespace wijktafel::design
