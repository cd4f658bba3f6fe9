#include "app/program.hpp"

#include "app/capabilities.hpp"
#include "platform/web/assets.hpp"

namespace wijktafel::app {

Program::Program(const std::string& source_folder)
    : in_development(!source_folder.empty()),
      words(i18n::Words::embedded()),
      templates(words, source_folder),
      capabilities(all_capabilities()),
      asset_version(web::Assets::built_in().version()) {}

}  // namespace wijktafel::app
