// What services ask, in an exchange file. A service has the key of its theme; a question that is there
// already is changed: importing twice is importing once.
#include "capabilities/open311/exchange.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "capabilities/open311/actions/save_attribute.hpp"
#include "capabilities/open311/store.hpp"
#include "capabilities/themes/themes.hpp"
#include "platform/web/entry.hpp"

namespace wijktafel::open311 {
namespace {

namespace json = boost::json;
using web::entry::text;
using web::entry::yes;

[[noreturn]] void wrong(const Attribute& attribute, std::string_view what) {
  throw Failure(fmt::format("service_questions {}/{}: {}", attribute.service_code, attribute.code, what));
}

std::vector<Choice> choices_of(const Attribute& attribute, const json::object& entry) {
  const auto* listed = entry.if_contains("choices");
  if (!listed) return {};
  if (!listed->is_object()) wrong(attribute, "\"choices\" are keys with a name");
  std::vector<Choice> choices;
  for (const auto& [key, name] : listed->get_object()) {
    if (!is_code(std::string_view(key)) || !name.is_string())
      wrong(attribute, "a choice is a key with a name");
    choices.push_back({std::string(std::string_view(key)), tidy(name.get_string())});
  }
  return choices;
}

Attribute attribute_of(db::Transaction& tx, const json::object& entry) {
  Attribute attribute{.service_code = text(entry, "service"),
                      .code = text(entry, "code"),
                      .is_question = !yes(entry, "only_text"),
                      .is_required = yes(entry, "required"),
                      .description = std::string(first(text(entry, "question"), answer_most)),
                      .datatype_description = std::string(first(text(entry, "how"), short_most)),
                      .choices = {}};
  if (!themes::find_theme(tx, attribute.service_code)) wrong(attribute, "there is no such service");
  if (!is_code(attribute.code)) wrong(attribute, "letters, digits, hyphens and low lines make a code");
  if (attribute.description.empty()) wrong(attribute, "there is no \"question\"");
  const auto word = text(entry, "datatype");
  const auto datatype = datatype_of(word.empty() ? "string" : word);
  if (!datatype) wrong(attribute, fmt::format("\"{}\" is no datatype", word));
  attribute.datatype = *datatype;
  attribute.choices = choices_of(attribute, entry);
  const auto* order = entry.if_contains("order");
  if (order && order->is_int64()) attribute.order = static_cast<int>(order->get_int64());
  return attribute;
}

void import_one(db::Transaction& tx, const json::object& entry) {
  auto attribute = attribute_of(tx, entry);
  for (const auto& known : store::attributes_of(tx, attribute.service_code))
    if (known.code == attribute.code) attribute.id = known.id;
  // The code is its own, so only this can be refused.
  if (!save_attribute(tx, attribute)) wrong(attribute, "a list has no \"choices\"");
}

void read_section(db::Transaction& tx, const web::Service&, const json::value& section) {
  if (!section.is_array()) throw Failure("service_questions: a list is expected");
  for (const auto& element : section.get_array()) {
    if (!element.is_object()) throw Failure("service_questions: each entry is an object");
    import_one(tx, element.get_object());
  }
}

}  // namespace

web::Exchange exchange() { return {.section = "service_questions", .order = 0, .import = read_section}; }

}  // namespace wijktafel::open311
