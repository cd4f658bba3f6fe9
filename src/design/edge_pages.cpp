#include "design/edge_pages.hpp"

#include "design/page.hpp"
#include "design/signed_out.hpp"

namespace wijktafel::design {

namespace {

std::vector<Link> ways_on(const web::Call& call) {
  std::vector<Link> links;
  if (call.area && !call.area->is_municipality)
    links.push_back({call.text("design.edge.to_area", {{"area", call.area->name}}), call.area->path});
  const auto& home = call.service.municipality_path;
  links.push_back({call.text("design.edge.to_home"), home.empty() ? "/" : home});
  return links;
}

// `name` is the part of the words below design.edge.
http::Response say(const web::Call& call, std::string_view name, int status,
                   std::string_view reference = {}) {
  const std::string key = "design.edge." + std::string(name);
  EdgeView view{call.text(key + ".title"), call.text(key + ".text"), ways_on(call), std::nullopt};
  if (!reference.empty()) view.reference = std::string(reference);
  return page(call, {.title = view.title, .narrow = true, .is_private = true}, "design/edge", view, status);
}

// Only a page that can simply be asked for again is a way back; after a form the person gets back what was
// typed, or starts where the form was.
http::Response sign_in_first(const web::Call& call) {
  std::string path = sign_in_path(call.service);
  if (call.request.method == http::Method::get)
    path += "?terug=" + http::percent_encoded(call.request.target);
  else if (call.area)
    path += "?terug=" + http::percent_encoded(call.area->path);
  if (call.request.method != http::Method::get && !call.request.form.fields.empty())
    return signed_out_page(call, path);
  return http::see_other(path);
}

// Before there is a page: no data, no area.
http::Response refused(const web::Call& call, std::string_view word_key, int status) {
  const EdgeView view{call.text("web.refusal.title"), call.text(word_key), ways_on(call), std::nullopt};
  return page(call, {.title = view.title, .narrow = true, .is_private = true}, "design/edge", view, status);
}

}  // namespace

http::Response not_found(const web::Call& call) { return say(call, "not_found", 404); }

web::EdgePages edge_pages() {
  return {
      .not_found = not_found,
      .not_allowed = [](const web::Call& call) { return say(call, "not_allowed", 403); },
      .sign_in_first = sign_in_first,
      .wrong_origin = [](const web::Call& call) { return say(call, "wrong_origin", 403); },
      .failure = [](const web::Call& call,
                    std::string_view reference) { return say(call, "failure", 500, reference); },
      .refused = refused,
  };
}

}  // namespace wijktafel::design
