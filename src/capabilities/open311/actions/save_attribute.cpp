#include "capabilities/open311/actions/save_attribute.hpp"

#include "capabilities/open311/store.hpp"

namespace wijktafel::open311 {

Result<void, SaveAttributeRefusal> save_attribute(db::Transaction& tx, const Attribute& attribute) {
  const auto before =
      attribute.id == 0 ? std::optional<Attribute>{} : store::find_attribute(tx, attribute.id);
  const bool keeps_code = before && before->code == attribute.code;
  if (!keeps_code && store::has_attribute(tx, attribute.service_code, attribute.code))
    return std::unexpected(CodeTaken{});
  if (is_list(attribute.datatype) && attribute.choices.empty()) return std::unexpected(ListWithoutChoices{});
  if (before)
    store::update_attribute(tx, attribute);
  else
    store::insert_attribute(tx, attribute);
  tx.touch("*");
  return {};
}

void remove_attribute(db::Transaction& tx, std::int64_t id) {
  store::remove_attribute(tx, id);
  tx.touch("*");
}

void set_answering(db::Transaction& tx, std::string_view service_code, Answers answers) {
  store::set_answers(tx, service_code, answers);
  tx.touch("*");
}

}  // namespace wijktafel::open311
