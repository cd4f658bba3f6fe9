#include "capabilities/signals/actions/keep_template.hpp"

namespace wijktafel::signals {
namespace {

bool is_of_area(db::Transaction& tx, std::string_view area, TemplateId id) {
  const auto row = store::find_template(tx, id);
  return row && row->area == area;
}

}  // namespace

Result<void, TemplateRefusal> keep_template(db::Transaction& tx, Instant now, std::string_view area,
                                            const KeepTemplate& form) {
  store::TemplateRow row{.id = form.id.value_or(TemplateId{}),
                         .area = std::string(area),
                         .theme = form.theme,
                         .title = form.title,
                         .text = form.text};
  if (form.id) {
    if (!is_of_area(tx, area, *form.id)) return std::unexpected(NoSuchTemplate{});
    store::update_template(tx, row, now);
    return {};
  }
  if (store::templates_of(tx, area, templates_of_area_most).size() == templates_of_area_most)
    return std::unexpected(TooManyTemplates{templates_of_area_most});
  store::insert_template(tx, row, now);
  return {};
}

Result<void, TemplateRefusal> remove_template(db::Transaction& tx, std::string_view area, TemplateId id) {
  if (!is_of_area(tx, area, id)) return std::unexpected(NoSuchTemplate{});
  store::remove_template(tx, id);
  return {};
}

}  // namespace wijktafel::signals
