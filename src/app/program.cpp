#include "app/program.hpp"

#include "app/capabilities.hpp"
#include "base/digest.hpp"
#include "platform/embedded/embedded.hpp"

namespace wijktafel::app {
namespace {

std::string hash_of_assets() {
  std::string all;
  for (const auto& file : embedded::below("assets")) all += hex(sha256(file.content));
  return hex(sha256(all)).substr(0, 12);
}

}  // namespace

Program::Program(const std::string& source_folder)
    : words(i18n::Words::embedded()),
      templates(words, source_folder),
      capabilities(all_capabilities()),
      asset_version(hash_of_assets()) {}

}  // namespace wijktafel::app
