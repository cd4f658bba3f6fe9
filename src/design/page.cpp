// Builds the view of the frame from what the call knows, and renders it around the body.
#include "design/page.hpp"

#include <algorithm>

#include "design/frame_view.hpp"

namespace wijktafel::design {

namespace {

// Tabs that a phone shows at once; the others are also in the list "Meer".
constexpr std::size_t tabs_on_a_phone = 3;

std::string full_title(const web::Call& call, const Frame& frame) {
  std::string title = frame.title;
  const auto add = [&](std::string_view part) {
    if (part.empty() || title == part) return;
    if (!title.empty()) title += " - ";
    title += part;
  };
  if (call.area) add(call.area->name);
  add(call.text("design.brand"));
  return frame.has_faults ? call.text("design.form.fault") + " " + title : title;
}

FramePlace place_of(const web::Call& call, const web::AreaRef& area, const Frame& frame) {
  FramePlace place{std::nullopt, area.name, area.path, std::nullopt, std::nullopt};
  if (!area.crumbs.empty()) {
    place.crumbs.emplace();
    for (const auto& [name, path] : area.crumbs) place.crumbs->links.push_back({name, path});
  }
  auto tabs = call.service.tabs;
  std::ranges::stable_sort(tabs, {}, &web::Tab::order);
  FrameTabs all{area.name, {}};
  FrameTabs more{call.text("design.tabs.more", {{"area", area.name}}), {}};
  for (const auto& tab : tabs) {
    FrameTab link{call.text(tab.word_key), area.path + (tab.segment.empty() ? "" : "/" + tab.segment),
                  frame.active_tab == tab.segment};
    if (all.links.size() >= tabs_on_a_phone) more.links.push_back(link);
    all.links.push_back(std::move(link));
  }
  if (!all.links.empty()) place.tabs = std::move(all);
  if (!more.links.empty()) place.more_tabs = std::move(more);
  return place;
}

// The same page in the other language: its path with the parameters that the page says it reads.
std::string switched(const web::Call& call, const Frame& frame, std::string_view language) {
  const std::string& target = call.request.target;
  std::string url = target.substr(0, target.find('?')) + "?taal=";
  url += language;
  for (const auto& [name, value] : call.request.query)
    if (name != "taal" && std::ranges::find(frame.query, name) != frame.query.end())
      url += "&" + http::percent_encoded(name) + "=" + http::percent_encoded(value);
  return url;
}

// A page without a sentence of its own gets one about its place; a private page is for nobody who searches.
std::optional<std::string> description_of(const web::Call& call, const Frame& frame) {
  if (!frame.description.empty()) return frame.description;
  if (frame.is_private || !call.area) return std::nullopt;
  return call.text("design.frame.description", {{"area", call.area->name}});
}

FrameView view_of(const web::Call& call, const Frame& frame, const html::SafeHtml& body) {
  const auto& service = call.service;
  const auto other = call.language == i18n::Language::nl ? i18n::Language::en : i18n::Language::nl;
  FrameView view;
  view.language = i18n::code(call.language);
  view.title = full_title(call, frame);
  view.description = description_of(call, frame);
  view.style_url = asset_url(service, "wijktafel.css");
  view.script_url = asset_url(service, "wijktafel.js");
  view.icon_url = asset_url(service, "favicon.svg");
  view.font_url = asset_url(service, "source-sans-3-latin-400-normal.woff2");
  view.home_url = service.municipality_path.empty() ? "/" : service.municipality_path;
  view.other_language = i18n::code(other);
  view.other_language_name = call.text("design.header.other_language");
  view.other_language_url = switched(call, frame, view.other_language);
  view.sign_in_url = sign_in_path(service);
  view.privacy_url = privacy_path(service);
  view.accessibility_url = accessibility_path(service);
  if (!frame.feed_url.empty()) view.feed_url = frame.feed_url;
  view.back_url = frame.back_url;
  if (call.actor.is_signed_in())
    view.person =
        FramePerson{call.actor.name, my_work_path(service), my_account_path(service), sign_out_path(service)};
  if (call.area && !frame.form_steps) view.place = place_of(call, *call.area, frame);
  view.body = body;
  view.demo = service.is_demo;
  view.narrow = frame.narrow || frame.form_steps;
  view.is_private = frame.is_private;
  return view;
}

}  // namespace

http::Response framed(const web::Call& call, const Frame& frame, const html::SafeHtml& body, int status) {
  const auto markup = call.service.templates.render(call.language, "design/page", view_of(call, frame, body));
  auto response = http::html_response(markup.markup(), status);
  if (frame.is_private) response.set("X-Robots-Tag", "noindex");
  return response;
}

std::string sign_in_path(const web::Service& service) { return service.municipality_path + "/inloggen"; }
std::string sign_out_path(const web::Service& service) { return service.municipality_path + "/uitloggen"; }
std::string my_account_path(const web::Service& service) { return service.municipality_path + "/mijn"; }
std::string my_work_path(const web::Service& service) { return service.municipality_path + "/mijn-werk"; }
std::string privacy_path(const web::Service& service) { return service.municipality_path + "/privacy"; }
std::string accessibility_path(const web::Service& service) {
  return service.municipality_path + "/toegankelijkheid";
}
std::string asset_url(const web::Service& service, std::string_view name) {
  return "/assets/" + service.asset_version + "/" + std::string(name);
}

}  // namespace wijktafel::design
