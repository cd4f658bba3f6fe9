// What is wrong with a file or a setting, as sentences.
#pragma once

#include "capabilities/places/actions/set_setting.hpp"
#include "capabilities/places/model.hpp"

namespace wijktafel::places {

enum class Where { feature, line };
// "Regel 12: de postcode "26511AB" klopt niet."
std::string sentence(const i18n::Words& words, i18n::Language language, const Fault& fault, Where where);
std::string sentence(const i18n::Words& words, i18n::Language language, const SetSettingRefusal& refusal);

}  // namespace wijktafel::places
