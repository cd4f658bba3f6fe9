// What the municipality says about privacy and about access. The list of kept data is made from the
// manifests, so that it cannot fall behind the program.
#include "capabilities/overview/web/pages.hpp"
#include "design/page.hpp"

namespace wijktafel::overview {

http::Response show_privacy(const web::Call& call) {
  PrivacyView view;
  for (const auto& kept : call.service.kept_data)
    view.kept.push_back({call.text(kept.purpose_key),
                         kept.keep_days == 0
                             ? call.text("overview.privacy.as_long_as_account")
                             : call.text("overview.privacy.days", {{"days", std::int64_t{kept.keep_days}}})});
  return design::page(call, {.title = call.text("overview.privacy.title"), .narrow = true},
                      "overview/privacy_page", view);
}

http::Response show_accessibility(const web::Call& call) {
  return design::page(call, {.title = call.text("overview.access.title"), .narrow = true},
                      "overview/accessibility_page", AccessibilityView{call.area->name});
}

}  // namespace wijktafel::overview
