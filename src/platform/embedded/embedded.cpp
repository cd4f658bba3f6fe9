#include "platform/embedded/embedded.hpp"

#include <algorithm>
#include <cstdint>

namespace {
struct TableRow {
  const char* name;
  const char* content;
  std::uint64_t size;
};
}  // namespace

extern "C" const TableRow wijktafel_embedded_table[];
extern "C" const std::uint64_t wijktafel_embedded_count;

namespace wijktafel::embedded {

const std::vector<File>& files() {
  static const std::vector<File> all = [] {
    std::vector<File> list;
    for (std::uint64_t i = 0; i < wijktafel_embedded_count; ++i) {
      const auto& row = wijktafel_embedded_table[i];
      list.push_back({row.name, {row.content, row.size}});
    }
    std::ranges::sort(list, {}, &File::name);
    return list;
  }();
  return all;
}

std::optional<std::string_view> find(std::string_view name) {
  const auto& all = files();
  const auto at = std::ranges::lower_bound(all, name, {}, &File::name);
  if (at == all.end() || at->name != name) return std::nullopt;
  return at->content;
}

std::vector<File> below(std::string_view folder) {
  std::vector<File> found;
  for (const auto& file : files())
    if (file.name.size() > folder.size() && file.name.starts_with(folder) && file.name[folder.size()] == '/')
      found.push_back(file);
  return found;
}

}  // namespace wijktafel::embedded
