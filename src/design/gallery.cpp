#include "design/gallery.hpp"

#include <algorithm>

#include "base/result.hpp"
#include "design/components.hpp"
#include "design/edge_pages.hpp"
#include "design/gallery_view.hpp"
#include "design/page.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::design {
namespace {

constexpr std::string_view gallery_path = "/design";

std::string short_name(std::string_view component) {
  return std::string(component.substr(component.rfind('/') + 1));
}

template <html::Component T>
GalleryComponent shown(const web::Call& call) {
  const auto example = html::find_example(T::component);
  if (!example) throw Failure(std::string(T::component) + " has no example");
  const std::string name = short_name(T::component);
  return {
      .name = name,
      .url = std::string(gallery_path) + "/" + name,
      .markup = call.service.templates.render(call.language, T::component, html::load_example<T>(*example)),
      .example = std::string(*example)};
}

// Every component, or only the one that is asked for.
GalleryView view_of(const web::Call& call, std::string_view only) {
  GalleryView view;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Components>>(
      [&](auto identity) {
        using Shown = typename decltype(identity)::type;
        if (only.empty() || only == short_name(Shown::component))
          view.components.push_back(shown<Shown>(call));
      });
  if (!only.empty()) view.all_url = gallery_path;
  return view;
}

http::Response show_gallery(const web::Call& call) {
  const auto view = view_of(call, call.parameter("component"));
  if (view.components.empty()) return not_found(call);
  const auto title = view.all_url ? view.components.front().name : call.text("design.gallery.title");
  return page(call, {.title = title, .is_private = true}, GalleryView::component, view);
}

}  // namespace

std::vector<web::Route> gallery_routes() {
  const std::string path(gallery_path);
  return {
      {.method = http::Method::get, .pattern = path, .access = web::anyone(), .handler = show_gallery},
      {.method = http::Method::get,
       .pattern = path + "/{component}",
       .access = web::anyone(),
       .handler = show_gallery},
  };
}

std::vector<std::string> component_names() {
  std::vector<std::string> names;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Components>>(
      [&](auto identity) { names.push_back(short_name(decltype(identity)::type::component)); });
  return names;
}

}  // namespace wijktafel::design
