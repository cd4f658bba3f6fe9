// What an administrator does: how a service answers, and what it asks.
#include "capabilities/open311/actions/save_attribute.hpp"
#include "capabilities/open311/reads/administration.hpp"
#include "capabilities/open311/web/pages.hpp"
#include "capabilities/open311/web/paths.hpp"
#include "capabilities/open311/web/views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::open311 {
namespace {

const std::vector<std::string> all_answers = {"realtime", "batch", "blackbox"};

struct Typed {
  Attribute attribute;
  std::string order = "1";
  std::string datatype = "string";
  std::string choices;
};

Typed typed_of(const Attribute& attribute) {
  return {.attribute = attribute,
          .order = std::to_string(attribute.order),
          .datatype = std::string(word(attribute.datatype)),
          .choices = lines_of(attribute.choices)};
}

Typed read(web::FormReader& reader, const std::string& service_code, std::int64_t id) {
  Typed typed;
  auto& attribute = typed.attribute;
  attribute.id = id;
  attribute.service_code = service_code;
  attribute.code =
      reader.text("attribute_code", {.most = 60, .missing_key = "open311.form_fault.code_wrong"});
  if (!attribute.code.empty() && !is_code(attribute.code))
    reader.fault("attribute_code", "open311.form_fault.code_wrong");
  attribute.description =
      reader.text("description", {.most = 500, .missing_key = "open311.form_fault.description_missing"});
  attribute.datatype_description = reader.text("datatype_description", {.most = 200});
  typed.datatype = reader.choice("datatype", all_datatypes()).value_or("string");
  attribute.datatype = datatype_of(typed.datatype).value_or(Datatype::string);
  typed.order = reader.typed("order");
  attribute.order =
      static_cast<int>(reader.whole_number("order", 1, 1000, "open311.form_fault.order_missing").value_or(1));
  typed.choices = reader.text("choices", {.most = 10'000});
  if (auto choices = choices_from(typed.choices))
    attribute.choices = std::move(*choices);
  else
    reader.fault("choices", "open311.form_fault.choices_wrong");
  attribute.is_question = reader.checked("is_question");
  attribute.is_required = reader.checked("is_required");
  return typed;
}

void fill(ServiceView& view, const web::Call& call, const Typed& typed,
          std::span<const web::FieldFault> faults) {
  const design::Fields fields(call, faults);
  view.faults = fields.summary();
  view.attribute_code = fields.text("attribute_code", "open311.form.code", typed.attribute.code);
  view.description = fields.area("description", "open311.form.description", typed.attribute.description,
                                 {.rows = 2, .most = 500});
  view.datatype = fields.select("datatype", "open311.form.datatype",
                                fields.answers("open311.datatype", all_datatypes()), typed.datatype);
  view.datatype_description = fields.text("datatype_description", "open311.form.datatype_description",
                                          typed.attribute.datatype_description, {.optional = true});
  view.order =
      fields.text("order", "open311.form.order", typed.order, {.input_mode = "numeric", .width = "short"});
  view.choices = fields.area("choices", "open311.form.choices", typed.choices, {.optional = true, .rows = 4});
  view.is_question = fields.tick("is_question", "open311.form.is_question", typed.attribute.is_question);
  view.is_required = fields.tick("is_required", "open311.form.is_required", typed.attribute.is_required);
}

ServiceLine line_of(const web::Call& call, const Attribute& attribute) {
  return {
      .name = attribute.description,
      .url = attribute_path(call.service, attribute.service_code, attribute.id),
      .note = attribute.code + ", " + call.text("open311.datatype." + std::string(word(attribute.datatype)))};
}

http::Response shown(const web::Call& call, const ServiceView& view, const std::string& back,
                     bool has_faults) {
  return design::page(call, {.title = view.title, .narrow = true, .back_url = back, .has_faults = has_faults},
                      "open311/service", view, has_faults ? 422 : 200);
}

http::Response service_page(const web::Call& call, const ServiceDetail& detail, const Typed& typed,
                            std::span<const web::FieldFault> faults = {}) {
  ServiceView view;
  const auto& code = detail.service.code;
  view.title = detail.service.name;
  view.code = code;
  fill(view, call, typed, faults);
  const design::Fields fields(call, faults);
  view.answers_url = service_path(call.service, code) + "/antwoord";
  view.answers = fields.select("answers", "open311.form.answers",
                               fields.answers("open311.answers", all_answers), word(detail.service.answers));
  view.save_answers.text = call.text("open311.service.save");
  for (const auto& attribute : detail.attributes) view.attributes.push_back(line_of(call, attribute));
  view.url = service_path(call.service, code);
  view.submit.text = call.text("open311.service.add");
  return shown(call, view, manage_path(call.service), !faults.empty());
}

http::Response attribute_page(const web::Call& call, const Typed& typed,
                              std::span<const web::FieldFault> faults = {}) {
  ServiceView view;
  const auto& attribute = typed.attribute;
  view.title = call.text("open311.service.change");
  fill(view, call, typed, faults);
  view.url = attribute_path(call.service, attribute.service_code, attribute.id);
  view.remove_url = view.url + "/verwijderen";
  view.submit.text = call.text("open311.service.save");
  return shown(call, view, service_path(call.service, attribute.service_code), !faults.empty());
}

std::optional<ServiceDetail> asked_service(const web::Call& call) {
  return call.service.database.read(
      [&](db::Transaction& tx) { return service_detail(call, tx, call.parameter("key")); });
}

std::optional<Attribute> asked_attribute(const web::Call& call) {
  const auto detail = asked_service(call);
  const auto number = call.number();
  if (!detail || !number) return std::nullopt;
  for (const auto& attribute : detail->attributes)
    if (attribute.id == *number) return attribute;
  return std::nullopt;
}

// The fault of the action beside its field, or nothing when it is done.
std::optional<web::FieldFault> fault_of_saving(const web::Call& call, const Attribute& attribute) {
  const auto saved =
      call.service.database.write([&](db::Transaction& tx) { return save_attribute(tx, attribute); });
  if (saved) return std::nullopt;
  return std::visit(overloaded{[](const CodeTaken&) {
                                 return web::FieldFault{"attribute_code", "open311.form_fault.code_taken"};
                               },
                               [](const ListWithoutChoices&) {
                                 return web::FieldFault{"choices", "open311.form_fault.choices_missing"};
                               }},
                    saved.error());
}

}  // namespace

http::Response show_service(const web::Call& call) {
  const auto detail = asked_service(call);
  if (!detail) return design::edge_pages().not_found(call);
  Typed typed;
  typed.order = std::to_string(detail->attributes.size() + 1);
  return service_page(call, *detail, typed);
}

http::Response send_attribute(const web::Call& call) {
  const auto detail = asked_service(call);
  if (!detail) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto typed = read(reader, detail->service.code, 0);
  if (!reader.ok()) return service_page(call, *detail, typed, reader.faults());
  if (const auto fault = fault_of_saving(call, typed.attribute))
    return service_page(call, *detail, typed, {&*fault, 1});
  return http::see_other(service_path(call.service, detail->service.code));
}

http::Response send_answering(const web::Call& call) {
  const auto detail = asked_service(call);
  if (!detail) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto chosen = reader.choice("answers", all_answers);
  const auto answers = chosen ? answers_of(*chosen) : std::nullopt;
  if (!answers) return service_page(call, *detail, {}, reader.faults());
  call.service.database.write(
      [&](db::Transaction& tx) { set_answering(tx, detail->service.code, *answers); });
  return http::see_other(service_path(call.service, detail->service.code));
}

http::Response show_attribute(const web::Call& call) {
  const auto attribute = asked_attribute(call);
  if (!attribute) return design::edge_pages().not_found(call);
  return attribute_page(call, typed_of(*attribute));
}

http::Response change_attribute(const web::Call& call) {
  const auto attribute = asked_attribute(call);
  if (!attribute) return design::edge_pages().not_found(call);
  web::FormReader reader(call.request.form);
  const auto typed = read(reader, attribute->service_code, attribute->id);
  if (!reader.ok()) return attribute_page(call, typed, reader.faults());
  if (const auto fault = fault_of_saving(call, typed.attribute))
    return attribute_page(call, typed, {&*fault, 1});
  return http::see_other(service_path(call.service, attribute->service_code));
}

http::Response send_remove_attribute(const web::Call& call) {
  const auto attribute = asked_attribute(call);
  if (!attribute) return design::edge_pages().not_found(call);
  call.service.database.write([&](db::Transaction& tx) { remove_attribute(tx, attribute->id); });
  return http::see_other(service_path(call.service, attribute->service_code));
}

}  // namespace wijktafel::open311
