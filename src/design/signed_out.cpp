#include "design/signed_out.hpp"

#include "design/page.hpp"

namespace wijktafel::design {

http::Response signed_out_page(const web::Call& call, const std::string& sign_in_path) {
  const auto& form = call.request.form;
  SignedOutView view{.sign_in_url = sign_in_path,
                     .url = call.request.target,
                     .texts = {},
                     .choices = {},
                     .had_files = !form.files.empty()};
  for (const auto& [name, value] : form.fields) {
    // Somebody's own words have a space or a line end; a version, a choice or a date has none.
    const bool is_written = value.find_first_of(" \n") != std::string::npos;
    (is_written ? view.texts : view.choices).push_back({name, value});
  }
  return page(call, {.title = call.text("design.signed_out.title"), .narrow = true, .is_private = true},
              "design/signed_out", view, 403);
}

}  // namespace wijktafel::design
