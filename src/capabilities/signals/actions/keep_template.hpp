// An answer that is given often, under a title: kept, changed and taken away by who coordinates the area.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "capabilities/signals/note_store.hpp"
#include "capabilities/signals/refusals.hpp"

namespace wijktafel::signals {

inline constexpr std::size_t template_text_most = 2'000;
inline constexpr std::size_t template_title_most = 80;
inline constexpr int templates_of_area_most = 100;

struct KeepTemplate {
  std::optional<TemplateId> id = std::nullopt;  // nothing: a new one
  std::string theme = {};                       // "" for every theme
  std::string title;                            // not empty
  std::string text;                             // not empty
};

using TemplateRefusal = std::variant<NoSuchTemplate, TooManyTemplates>;

Result<void, TemplateRefusal> keep_template(db::Transaction& tx, Instant now, std::string_view area,
                                            const KeepTemplate& form);
Result<void, TemplateRefusal> remove_template(db::Transaction& tx, std::string_view area, TemplateId id);

}  // namespace wijktafel::signals
