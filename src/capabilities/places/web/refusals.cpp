#include "capabilities/places/web/refusals.hpp"

namespace wijktafel::places {

std::string sentence(const i18n::Words& words, i18n::Language language, const Fault& fault, Where where) {
  const auto what = words.text(language, fault.word_key, fault.arguments);
  if (fault.where == 0) return what;
  const auto* key = where == Where::line ? "places.import.line" : "places.import.feature";
  return words.text(language, key, {{"number", static_cast<std::int64_t>(fault.where)}, {"what", what}});
}

std::string sentence(const i18n::Words& words, i18n::Language language, const SetSettingRefusal& refusal) {
  return std::visit(overloaded{
                        [&](const UnknownSetting& unknown) {
                          return words.text(language, "places.setting.unknown", {{"name", unknown.name}});
                        },
                        [&](const UnknownArea& unknown) {
                          return words.text(language, "places.fault.area", {{"area", unknown.key}});
                        },
                        [&](const ValueDoesNotFit& wrong) {
                          const auto* key =
                              wrong.type == web::Setting::Type::whole_number ? "places.setting.not_a_number"
                              : wrong.type == web::Setting::Type::yes_no     ? "places.setting.not_yes_or_no"
                                                                             : "places.setting.not_a_text";
                          return words.text(language, key, {{"name", wrong.name}, {"value", wrong.value}});
                        },
                        [&](const StartsInThePast& past) {
                          return words.text(language, "places.setting.in_the_past",
                                            {{"today", i18n::full_date(language, past.today)}});
                        },
                    },
                    refusal);
}

}  // namespace wijktafel::places
