// Files compiled into the program (cmake/embed.cmake): templates, words, migrations, data and built assets.
// Names are paths below src/ ("capabilities/signals/words/nl.toml") or "assets/..." for what the browser
// gets.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace wijktafel::embedded {

struct File {
  std::string_view name;
  std::string_view content;
};

const std::vector<File>& files();
std::optional<std::string_view> find(std::string_view name);
std::vector<File> below(std::string_view folder);  // every file whose name starts with folder + "/"

}  // namespace wijktafel::embedded
