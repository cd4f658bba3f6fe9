// What all municipalities of one process share: texts, templates and the list of capabilities. Immutable.
#pragma once

#include <string>
#include <vector>

#include "platform/html/templates.hpp"
#include "platform/i18n/words.hpp"
#include "platform/web/capability.hpp"

namespace wijktafel::app {

struct Program {
  // `source_folder`: in development templates are read from disk again on each render.
  explicit Program(const std::string& source_folder = {});

  bool in_development;  // the gallery of components is there
  i18n::Words words;
  html::Templates templates;
  std::vector<web::Capability> capabilities;  // in order of level
  std::string asset_version;
};

}  // namespace wijktafel::app
