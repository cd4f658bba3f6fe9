// The folder in which the town's mail server puts what comes in: a Maildir. Messages in `new` are ours; what
// was not taken goes to `held`, for a person to look at.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace wijktafel::mail_in {

class Maildir {
 public:
  explicit Maildir(std::filesystem::path folder) : folder_(std::move(folder)) {}
  // The oldest names first; only regular files.
  std::vector<std::filesystem::path> waiting(std::size_t most) const;
  // Nothing when it is larger than a mail may be, or gone.
  static std::optional<std::string> read(const std::filesystem::path& file, std::size_t most);
  static void remove(const std::filesystem::path& file);
  void hold(const std::filesystem::path& file) const;
  // Held longer than `days` ago: removed.
  void clear_held(int days) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace wijktafel::mail_in
