#include "platform/files/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "base/result.hpp"

namespace wijktafel::files {
namespace {

constexpr la_int64_t largest_part = 256 * 1024 * 1024;
constexpr std::size_t block = 64 * 1024;

struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

std::string why(archive* handle) {
  const char* text = archive_error_string(handle);
  return text == nullptr ? "unknown reason" : text;
}

}  // namespace

struct ArchiveWriter::Impl {
  std::filesystem::path path;
  std::filesystem::path temporary;
  int file = -1;
  archive* handle = nullptr;

  void check(int answer) const {
    if (answer < ARCHIVE_WARN) throw Failure(fmt::format("the backup cannot be written: {}", why(handle)));
  }
  void open() {
    if (path == "-") {
      file = STDOUT_FILENO;
    } else {
      if (std::filesystem::exists(path))
        throw Failure(fmt::format("{} exists already; a backup never replaces a file", path.string()));
      temporary = path.string() + ".part";
      file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
      if (file < 0)
        throw Failure(fmt::format("cannot write {}: {}", temporary.string(), std::strerror(errno)));
    }
    handle = archive_write_new();
    check(archive_write_add_filter_zstd(handle));
    check(archive_write_set_format_pax_restricted(handle));
    check(archive_write_open_fd(handle, file));
  }
  ~Impl() {
    if (handle != nullptr) archive_write_free(handle);
    if (file > STDERR_FILENO) ::close(file);
    std::error_code ignored;
    if (!temporary.empty()) std::filesystem::remove(temporary, ignored);
  }
};

ArchiveWriter::ArchiveWriter(std::filesystem::path path) : impl_(std::make_unique<Impl>()) {
  impl_->path = std::move(path);
  impl_->open();
}

ArchiveWriter::~ArchiveWriter() = default;

void ArchiveWriter::add(std::string_view name, std::string_view bytes) {
  const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), std::string(name).c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0600);
  impl_->check(archive_write_header(impl_->handle, entry.get()));
  while (!bytes.empty()) {
    const auto written = archive_write_data(impl_->handle, bytes.data(), bytes.size());
    if (written <= 0) throw Failure(fmt::format("the backup cannot be written: {}", why(impl_->handle)));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void ArchiveWriter::finish() {
  impl_->check(archive_write_close(impl_->handle));
  if (impl_->temporary.empty()) return;
  if (::fsync(impl_->file) != 0 || ::rename(impl_->temporary.c_str(), impl_->path.c_str()) != 0)
    throw Failure(fmt::format("cannot write {}: {}", impl_->path.string(), std::strerror(errno)));
  impl_->temporary.clear();
  const auto folder = impl_->path.has_parent_path() ? impl_->path.parent_path() : std::filesystem::path(".");
  const int opened = ::open(folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened >= 0) {
    ::fsync(opened);
    ::close(opened);
  }
}

struct ArchiveReader::Impl {
  archive* handle = archive_read_new();
  std::string name;
  [[noreturn]] void damaged() const {
    throw Failure(fmt::format("{} is not a whole backup: {}", name, why(handle)));
  }
  ~Impl() { archive_read_free(handle); }
};

ArchiveReader::ArchiveReader(const std::filesystem::path& path) : impl_(std::make_unique<Impl>()) {
  impl_->name = path.string();
  archive_read_support_filter_zstd(impl_->handle);
  archive_read_support_format_tar(impl_->handle);
  if (archive_read_open_filename(impl_->handle, path.c_str(), block) != ARCHIVE_OK) impl_->damaged();
}

ArchiveReader::~ArchiveReader() = default;

std::optional<ArchivePart> ArchiveReader::next() {
  archive_entry* entry = nullptr;
  const int answer = archive_read_next_header(impl_->handle, &entry);
  if (answer == ARCHIVE_EOF) return std::nullopt;
  if (answer != ARCHIVE_OK) impl_->damaged();
  const auto size = archive_entry_size(entry);
  if (size < 0 || size > largest_part)
    throw Failure(fmt::format("{} has a part of {} bytes, which no backup has", impl_->name, size));
  ArchivePart part{.name = archive_entry_pathname(entry),
                   .bytes = std::string(static_cast<std::size_t>(size), '\0')};
  std::size_t read = 0;
  while (read < part.bytes.size()) {
    const auto more = archive_read_data(impl_->handle, part.bytes.data() + read, part.bytes.size() - read);
    if (more <= 0) impl_->damaged();
    read += static_cast<std::size_t>(more);
  }
  return part;
}

}  // namespace wijktafel::files
