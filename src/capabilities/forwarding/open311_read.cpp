// What another system answers: an XML tree, or JSON in the "Spark" form, read into the same tree.
#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "capabilities/forwarding/model.hpp"
#include "capabilities/forwarding/open311.hpp"
#include "platform/xml/xml.hpp"

namespace wijktafel::forwarding::open311 {
namespace {

using xml::Element;

constexpr std::size_t code_most = 100;
constexpr std::size_t name_most = 200;

std::string scalar(const boost::json::value& value) {
  if (const auto* text = value.if_string()) return std::string(*text);
  if (value.is_bool()) return value.get_bool() ? "true" : "false";
  if (value.is_number()) return boost::json::serialize(value);
  return {};
}

Element element_of(std::string_view name, const boost::json::value& value, std::size_t& left) {
  Element element{.name = std::string(name), .text = scalar(value)};
  if (left == 0) return element;
  --left;
  if (const auto* object = value.if_object())
    for (const auto& member : *object)
      element.children.push_back(element_of(member.key(), member.value(), left));
  if (const auto* array = value.if_array())
    for (const auto& each : *array) element.children.push_back(element_of("", each, left));
  return element;
}

std::optional<Element> tree_of(std::string_view answer) {
  const auto text = trimmed(answer);
  if (text.starts_with('<')) return xml::read(text);
  if (text.size() > xml::bytes_most) return std::nullopt;
  boost::json::error_code fault;
  const boost::json::parse_options bounded{.max_depth = xml::depth_most};
  const auto json = boost::json::parse(text, fault, {}, bounded);
  if (fault || (!json.is_array() && !json.is_object())) return std::nullopt;
  std::size_t left = xml::elements_most;
  return element_of("", json, left);
}

// The records of a list called `plural`: the root itself, or below a root that was kept.
const std::vector<Element>* records(const Element& root, std::string_view plural) {
  if (const auto* below = root.find(plural)) return &below->children;
  if (root.name == plural || root.name.empty()) return &root.children;
  return nullptr;
}

bool is_true(const Element& element, std::string_view name) {
  return lower_ascii(element.text_of(name)) == "true";
}

std::string text_of(const Element& element, std::string_view name, std::size_t most) {
  return kept(element.text_of(name), most);
}

Attribute attribute_of(const Element& element) {
  Attribute attribute{.code = text_of(element, "code", code_most),
                      .datatype = text_of(element, "datatype", code_most),
                      .description = text_of(element, "description", name_most),
                      .is_asked = lower_ascii(element.text_of("variable")) != "false",
                      .is_required = is_true(element, "required")};
  const auto* values = element.find("values");
  if (!values) return attribute;
  for (const auto& value : values->children)
    if (attribute.values.size() < values_most)
      attribute.values.emplace_back(text_of(value, "key", code_most), text_of(value, "name", name_most));
  return attribute;
}

}  // namespace

std::optional<std::string> changeset_of_discovery(std::string_view answer) {
  const auto root = tree_of(answer);
  if (!root || !(root->name == "discovery" || root->name.empty()) || !root->find("endpoints"))
    return std::nullopt;
  return text_of(*root, "changeset", code_most);
}

std::optional<std::vector<Service>> read_services(std::string_view answer) {
  const auto root = tree_of(answer);
  const auto* found = root ? records(*root, "services") : nullptr;
  if (!found) return std::nullopt;
  std::vector<Service> services;
  for (const auto& element : *found) {
    Service service{.code = text_of(element, "service_code", code_most),
                    .name = text_of(element, "service_name", name_most),
                    .description = text_of(element, "description", name_most),
                    .has_definition = is_true(element, "metadata")};
    if (!service.code.empty() && services.size() < services_most) services.push_back(std::move(service));
  }
  return services;
}

std::optional<std::vector<Attribute>> read_definition(std::string_view answer) {
  const auto root = tree_of(answer);
  const auto* found = root ? root->find("attributes") : nullptr;
  if (!found) return std::nullopt;
  std::vector<Attribute> attributes;
  for (const auto& element : found->children) {
    auto attribute = attribute_of(element);
    if (!attribute.code.empty() && attributes.size() < attributes_most)
      attributes.push_back(std::move(attribute));
  }
  return attributes;
}

std::optional<Receipt> read_receipt(std::string_view answer) {
  const auto root = tree_of(answer);
  const auto* found = root ? records(*root, "service_requests") : nullptr;
  if (!found && root) found = records(*root, "service_request_updates");
  if (!found || found->empty()) return std::nullopt;
  const auto& one = found->front();
  if (!trimmed(one.text).empty()) return std::nullopt;
  auto number = text_of(one, "service_request_id", number_most);
  if (number.empty()) number = text_of(one, "update_id", number_most);
  return Receipt{.number = std::move(number), .token = text_of(one, "token", name_most)};
}

std::optional<std::vector<RequestState>> read_requests(std::string_view answer) {
  const auto root = tree_of(answer);
  const auto* found = root ? records(*root, "service_requests") : nullptr;
  if (!found) return std::nullopt;
  std::vector<RequestState> states;
  for (const auto& element : *found)
    states.push_back({.number = text_of(element, "service_request_id", number_most),
                      .status = text_of(element, "status", status_most),
                      .notes = text_of(element, "status_notes", description_most)});
  return states;
}

std::optional<std::vector<Update>> read_updates(std::string_view answer) {
  const auto root = tree_of(answer);
  const auto* found = root ? records(*root, "service_request_updates") : nullptr;
  if (!found && root) found = records(*root, "service_requests_updates");
  if (!found) return std::nullopt;
  std::vector<Update> updates;
  for (const auto& element : *found)
    updates.push_back({.id = text_of(element, "update_id", name_most),
                       .number = text_of(element, "service_request_id", number_most),
                       .status = text_of(element, "status", status_most),
                       .text = text_of(element, "description", description_most)});
  return updates;
}

std::string read_error(std::string_view answer) {
  const auto root = tree_of(answer);
  const auto* found = root ? records(*root, "errors") : nullptr;
  std::string said;
  if (!found) return said;
  for (const auto& error : *found) {
    const auto text = text_of(error, "description", detail_most);
    if (!text.empty()) said += (said.empty() ? "" : " ") + text;
  }
  return kept(said, detail_most);
}

std::string stored(const std::vector<Attribute>& attributes) {
  boost::json::array list;
  for (const auto& attribute : attributes) {
    boost::json::array values;
    for (const auto& [key, name] : attribute.values) values.push_back({{"key", key}, {"name", name}});
    list.push_back({{"code", attribute.code},
                    {"datatype", attribute.datatype},
                    {"description", attribute.description},
                    {"variable", attribute.is_asked},
                    {"required", attribute.is_required},
                    {"values", values}});
  }
  return boost::json::serialize(boost::json::object{{"attributes", list}});
}

std::vector<Attribute> from_stored(std::string_view text) {
  return read_definition(text).value_or(std::vector<Attribute>{});
}

}  // namespace wijktafel::forwarding::open311
