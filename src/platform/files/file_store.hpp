// Files beside the database, named by the hash of their content. Only this folder opens files for the
// program.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace wijktafel::files {

class FileStore {
 public:
  explicit FileStore(std::filesystem::path folder);  // made when it is not there
  // Written to a temporary name, synced, renamed; the same content twice is one file. Returns the key (64 hex
  // digits).
  std::string put(std::string_view bytes);
  std::optional<std::string> get(std::string_view key) const;  // nothing for an unknown or malformed key
  void remove(std::string_view key);
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace wijktafel::files
