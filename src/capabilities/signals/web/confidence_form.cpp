#include "capabilities/signals/web/confidence_form.hpp"

#include <span>

#include "capabilities/signals/actions/set_confidential.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "design/fields.hpp"

namespace wijktafel::signals {

std::optional<ConfidentialForm> confidential_form(const web::Call& call, const web::AreaRef& area,
                                                  const SignalDetail& detail,
                                                  const std::optional<std::string>& returned,
                                                  const std::vector<web::FieldFault>& faults) {
  if (detail.status == Status::referred || !call.may("signals.set_confidential", area.lineage))
    return std::nullopt;
  const bool is_confidential = detail.item.visibility == items::Visibility::confidential;
  const design::Fields fields(
      call, returned ? std::span<const web::FieldFault>(faults) : std::span<const web::FieldFault>());
  const std::string words = is_confidential ? "signals.confidential.lift" : "signals.confidential.make";
  ConfidentialForm form;
  form.url = action_path(area, raw(detail.item.id), "vertrouwelijk");
  form.version = detail.item.version;
  form.open = returned.has_value();
  form.summary = call.text(words + ".summary");
  form.explanation = call.text(words + ".explanation");
  form.wanted = is_confidential ? "no" : "yes";
  form.faults = fields.summary();
  form.reason = fields.area("confidential_reason", "signals.confidential.reason", returned.value_or(""),
                            {.rows = 2, .most = static_cast<int>(reason_most)});
  form.submit.text = call.text(words + ".button");
  return form;
}

}  // namespace wijktafel::signals
