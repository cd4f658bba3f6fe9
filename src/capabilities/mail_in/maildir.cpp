#include "capabilities/mail_in/maildir.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace wijktafel::mail_in {

namespace fs = std::filesystem;

std::vector<fs::path> Maildir::waiting(std::size_t most) const {
  std::vector<fs::path> found;
  std::error_code fault;
  for (fs::directory_iterator entry(folder_ / "new", fault), end; !fault && entry != end;
       entry.increment(fault))
    if (entry->is_regular_file(fault) && !entry->is_symlink(fault)) found.push_back(entry->path());
  std::ranges::sort(found);
  if (found.size() > most) found.resize(most);
  return found;
}

std::optional<std::string> Maildir::read(const fs::path& file, std::size_t most) {
  std::error_code fault;
  const auto size = fs::file_size(file, fault);
  if (fault || size > most) return std::nullopt;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

void Maildir::remove(const fs::path& file) {
  std::error_code fault;
  fs::remove(file, fault);
}

void Maildir::hold(const fs::path& file) const {
  std::error_code fault;
  fs::create_directories(folder_ / "held", fault);
  fs::rename(file, folder_ / "held" / file.filename(), fault);
}

void Maildir::clear_held(int days) const {
  const auto limit = fs::file_time_type::clock::now() - std::chrono::hours(24 * days);
  std::error_code fault;
  for (fs::directory_iterator entry(folder_ / "held", fault), end; !fault && entry != end;
       entry.increment(fault))
    if (entry->is_regular_file(fault) && entry->last_write_time(fault) < limit)
      fs::remove(entry->path(), fault);
}

}  // namespace wijktafel::mail_in
