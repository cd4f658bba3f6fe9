#include "app/terminal/files.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

#include "base/result.hpp"

namespace wijktafel::app {
namespace {

struct Close {
  void operator()(std::FILE* file) const {
    if (file != stdin && file != stdout) std::fclose(file);
  }
};
using File = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void cannot(std::string_view what, const std::string& path) {
  throw Failure(fmt::format("{} cannot be {}: {}", path, what, std::strerror(errno)));
}

}  // namespace

std::string file_text(const std::string& path) {
  std::error_code error;
  if (path != "-" && std::filesystem::is_directory(path, error))
    throw Failure(fmt::format("{} is a folder: give the file in it", path));
  const File file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file) cannot("read", path);
  std::string text;
  const auto size = path == "-" ? 0 : std::filesystem::file_size(path, error);
  if (!error) text.reserve(size + 1);
  std::size_t end = 0;
  while (true) {
    // The one byte more finds the end without growing: a file of 100 MB is in memory once.
    text.resize(std::max(text.capacity(), end + 65536));
    const std::size_t got = std::fread(text.data() + end, 1, text.size() - end, file.get());
    end += got;
    if (got == 0) break;
  }
  if (std::ferror(file.get())) cannot("read", path);
  text.resize(end);
  return text;
}

void write_file(const std::string& path, std::string_view text) {
  const std::string made = path == "-" ? path : path + ".new";
  {
    const File file(path == "-" ? stdout : std::fopen(made.c_str(), "wb"));
    if (!file) cannot("written", path);
    if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() || std::fflush(file.get()) != 0)
      cannot("written", path);
  }
  if (path != "-" && std::rename(made.c_str(), path.c_str()) != 0) cannot("written", path);
}

}  // namespace wijktafel::app
