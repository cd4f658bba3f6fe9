// Any bytes as what the system of an organisation answers: nothing, or values that are bounded and tidy.
#include <cstddef>
#include <cstdint>

#include "base/fuzz/promise.hpp"
#include "base/text.hpp"
#include "capabilities/forwarding/model.hpp"
#include "capabilities/forwarding/open311.hpp"

namespace {

using namespace wijktafel;
using namespace wijktafel::forwarding;

void check(const std::string& text) {
  promise(is_utf8(text) && trimmed(text) == text);
  promise(length(text) <= description_most && text.find('\r') == std::string::npos);
}

void check_services(std::string_view answer) {
  const auto services = open311::read_services(answer);
  if (!services) return;
  promise(services->size() <= open311::services_most);
  for (const auto& service : *services) {
    promise(!service.code.empty());
    for (const auto& text : {service.code, service.name, service.description}) check(text);
  }
}

void check_definition(std::string_view answer) {
  const auto attributes = open311::read_definition(answer);
  if (!attributes) return;
  promise(attributes->size() <= open311::attributes_most);
  for (const auto& attribute : *attributes) promise(attribute.values.size() <= open311::values_most);
  const auto again = open311::from_stored(open311::stored(*attributes));
  promise(again.size() == attributes->size());
  for (std::size_t at = 0; at < again.size(); ++at)
    promise(again[at].code == (*attributes)[at].code && again[at].values == (*attributes)[at].values);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view answer(reinterpret_cast<const char*>(data), size);
  check_services(answer);
  check_definition(answer);
  if (const auto changeset = open311::changeset_of_discovery(answer)) check(*changeset);
  if (const auto receipt = open311::read_receipt(answer)) {
    check(receipt->number);
    check(receipt->token);
  }
  if (const auto states = open311::read_requests(answer))
    for (const auto& state : *states)
      for (const auto& text : {state.number, state.status, state.notes}) check(text);
  if (const auto updates = open311::read_updates(answer))
    for (const auto& update : *updates)
      for (const auto& text : {update.id, update.number, update.status, update.text}) check(text);
  check(open311::read_error(answer));
  return 0;
}
