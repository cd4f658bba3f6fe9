#include "platform/files/file_store.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include "base/digest.hpp"
#include "base/result.hpp"

namespace wijktafel::files {
namespace {

constexpr std::size_t key_length = 64;

bool is_key(std::string_view key) {
  return key.size() == key_length &&
         std::ranges::all_of(key, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// Two levels, so that no folder grows beyond what a file system lists quickly.
std::filesystem::path path_of(const std::filesystem::path& folder, std::string_view key) {
  return folder / key.substr(0, 2) / key;
}

[[noreturn]] void failed(const char* what) {
  throw Failure(std::string("files: ") + what + ": " + std::strerror(errno));
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, 0640)) {
    if (number_ < 0) failed("cannot open a file in the store");
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto written = ::write(number_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) failed("cannot write");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void sync() const {
    if (::fsync(number_) != 0) failed("cannot sync");
  }

 private:
  int number_;
};

}  // namespace

FileStore::FileStore(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) throw Failure("files: cannot make the folder " + folder_.string() + ": " + error.message());
}

std::string FileStore::put(std::string_view bytes) {
  const std::string key = hex(sha256(bytes));
  const auto path = path_of(folder_, key);
  std::error_code error;
  if (std::filesystem::exists(path, error)) {
    // New as far as anybody is concerned who removes what stands here for long and is not used.
    std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now(), error);
    if (!error) return key;
  }
  if (std::filesystem::create_directories(path.parent_path(), error)) Descriptor(folder_, O_RDONLY).sync();
  if (error) throw Failure("files: cannot make a folder: " + error.message());

  // A name of its own for each writer: two that put the same content meet only at the rename, which is
  // harmless.
  const auto temporary = path.parent_path() / ("." + key + "." + random_token(9));
  try {
    {
      const Descriptor file(temporary, O_WRONLY | O_CREAT | O_EXCL);
      file.write(bytes);
      file.sync();
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) failed("cannot rename");
  } catch (const Failure&) {
    std::filesystem::remove(temporary, error);
    throw;
  }
  Descriptor(path.parent_path(), O_RDONLY).sync();
  return key;
}

std::optional<std::string> FileStore::get(std::string_view key) const {
  if (!is_key(key)) return std::nullopt;
  std::ifstream file(path_of(folder_, key), std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream content;
  content << file.rdbuf();
  if (file.bad()) throw Failure("files: cannot read " + std::string(key));
  return std::move(content).str();
}

void FileStore::remove(std::string_view key) {
  if (!is_key(key)) return;
  std::error_code error;
  std::filesystem::remove(path_of(folder_, key), error);
  if (error) throw Failure("files: cannot remove " + std::string(key) + ": " + error.message());
}

}  // namespace wijktafel::files
