#include "platform/files/durable.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>

#include "base/digest.hpp"
#include "base/result.hpp"

namespace wijktafel::files {
namespace {

constexpr mode_t for_the_owner_only = 0600;

[[noreturn]] void failed(const std::filesystem::path& path, const char* what) {
  throw Failure(std::string("files: cannot ") + what + " " + path.string() + ": " + std::strerror(errno));
}

class Opened {
 public:
  Opened(const std::filesystem::path& path, int flags)
      : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, for_the_owner_only)) {
    if (number_ < 0) failed(path, "open");
  }
  ~Opened() { ::close(number_); }
  Opened(const Opened&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto written = ::write(number_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) failed(path_, "write");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void sync() const {
    if (::fsync(number_) != 0) failed(path_, "sync");
  }
  bool ends_in_a_line() const {
    const auto size = ::lseek(number_, 0, SEEK_END);
    char last = '\n';
    return size <= 0 || (::pread(number_, &last, 1, size - 1) == 1 && last == '\n');
  }

 private:
  std::filesystem::path path_;
  int number_;
};

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw Failure("files: cannot make the folder " + folder.string() + ": " + error.message());
}

}  // namespace

void write_durably(const std::filesystem::path& path, std::string_view bytes) {
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  make_folder(folder);
  const auto temporary = folder / ("." + path.filename().string() + "." + random_token(9));
  try {
    {
      const Opened file(temporary, O_WRONLY | O_CREAT | O_EXCL);
      file.write(bytes);
      file.sync();
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) failed(path, "rename");
  } catch (const Failure&) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    throw;
  }
  Opened(folder, O_RDONLY).sync();
}

void append_durably(const std::filesystem::path& path, std::string_view lines) {
  if (path.has_parent_path()) make_folder(path.parent_path());
  const bool is_new = !std::filesystem::exists(path);
  const Opened file(path, O_RDWR | O_CREAT | O_APPEND);
  if (!file.ends_in_a_line()) file.write(std::string(torn_line) + "\n");
  file.write(lines);
  file.sync();
  if (is_new) Opened(path.has_parent_path() ? path.parent_path() : ".", O_RDONLY).sync();
}

}  // namespace wijktafel::files
