// What a service asks, and how it answers.
#pragma once

#include <variant>

#include "base/result.hpp"
#include "capabilities/open311/model.hpp"
#include "platform/db/database.hpp"

namespace wijktafel::open311 {

struct CodeTaken {};
struct ListWithoutChoices {};
using SaveAttributeRefusal = std::variant<CodeTaken, ListWithoutChoices>;

// A new one has no id.
Result<void, SaveAttributeRefusal> save_attribute(db::Transaction& tx, const Attribute& attribute);
// Answers that were given stay with their requests.
void remove_attribute(db::Transaction& tx, std::int64_t id);
void set_answering(db::Transaction& tx, std::string_view service_code, Answers answers);

}  // namespace wijktafel::open311
