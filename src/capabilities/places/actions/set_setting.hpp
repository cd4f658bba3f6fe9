// A setting of an area gets a new value from a date on. The old value stays, for what was decided under it.
#pragma once

#include <span>

#include "capabilities/places/model.hpp"

namespace wijktafel::places {

struct SetSetting {
  std::string area;  // key
  std::string name;  // "signals.answer_days"
  std::string value;
  Date valid_from{};
};

struct UnknownSetting {
  std::string name;
};
struct UnknownArea {
  std::string key;
};
struct ValueDoesNotFit {
  std::string name;
  web::Setting::Type type{};
  std::string value;
};
// What was decided until today keeps the rule of its day; only an import may say what held before.
struct StartsInThePast {
  Date today{};
};
using SetSettingRefusal = std::variant<UnknownSetting, UnknownArea, ValueDoesNotFit, StartsInThePast>;

Result<std::monostate, SetSettingRefusal> set_setting(db::Transaction& tx, const Clock& clock,
                                                      const identity::Actor& actor,
                                                      std::span<const web::Setting> declared,
                                                      const SetSetting& change);

}  // namespace wijktafel::places
