#include "platform/html/example.hpp"

#include <boost/json.hpp>

#include "base/result.hpp"
#include "platform/embedded/embedded.hpp"

namespace wijktafel::html {
namespace {

const boost::json::value& value(const void* json) { return *static_cast<const boost::json::value*>(json); }

}  // namespace

struct Example::Impl {
  boost::json::value json;
};

Example::Example(std::string_view json) : impl_(std::make_unique<Impl>()) {
  boost::system::error_code error;
  impl_->json = boost::json::parse(json, error);
  if (error) throw Failure("the example is not JSON: " + error.message());
}
Example::~Example() = default;

ExampleValue Example::root() const { return {&impl_->json, "example"}; }

void ExampleValue::refuse(std::string_view what) const { throw Failure(place_ + ": " + std::string(what)); }

bool ExampleValue::is_null() const { return value(json_).is_null(); }

std::string ExampleValue::text() const {
  if (const auto* text = value(json_).if_string()) return std::string(*text);
  refuse("a text is expected");
}

std::int64_t ExampleValue::number() const {
  if (const auto* number = value(json_).if_int64()) return *number;
  refuse("a whole number is expected");
}

double ExampleValue::real() const {
  if (const auto* real = value(json_).if_double()) return *real;
  return static_cast<double>(number());
}

bool ExampleValue::flag() const {
  if (const auto* flag = value(json_).if_bool()) return *flag;
  refuse("true or false is expected");
}

std::size_t ExampleValue::size() const {
  if (const auto* list = value(json_).if_array()) return list->size();
  refuse("a list is expected");
}

ExampleValue ExampleValue::element(std::size_t index) const {
  return {&value(json_).as_array().at(index), place_ + "[" + std::to_string(index) + "]"};
}

std::vector<std::string> ExampleValue::names() const {
  const auto* object = value(json_).if_object();
  if (!object) refuse("an object is expected");
  std::vector<std::string> names;
  for (const auto& [name, inside] : *object) names.emplace_back(name);
  return names;
}

ExampleValue ExampleValue::member(std::string_view name) const {
  return {&value(json_).as_object().at(name), place_ + "." + std::string(name)};
}

std::optional<std::string_view> find_example(std::string_view template_name) {
  const auto slash = template_name.find('/');
  const std::string folder = "/" + std::string(template_name.substr(0, slash));
  const std::string file = "/" + std::string(template_name.substr(slash + 1)) + ".example.json";
  for (const auto& candidate : embedded::files()) {
    if (!candidate.name.ends_with(file)) continue;
    const auto room = std::min(candidate.name.rfind("/templates/"), candidate.name.rfind("/components/"));
    if (room != std::string_view::npos &&
        ("/" + std::string(candidate.name.substr(0, room))).ends_with(folder))
      return candidate.content;
  }
  return std::nullopt;
}

}  // namespace wijktafel::html
