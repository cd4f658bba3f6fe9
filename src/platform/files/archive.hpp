// One file with many parts: a tar compressed by zstd, which any administrator can open without us
// (`tar --zstd -tf`). libarchive does the work and is seen by archive.cpp only.
//
//   ArchiveWriter writer("town.tar.zst");          ArchiveReader reader("town.tar.zst");
//   writer.add("tables/item/1.jsonl", bytes);      while (auto part = reader.next()) use(part->name,
//   part->bytes); writer.finish();
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace wijktafel::files {

// Appears under its name only when it is finished, on disk, and readable for its owner alone. "-" writes to
// standard output instead, for a pipe that encrypts. Throws Failure when a file of that name exists already.
class ArchiveWriter {
 public:
  explicit ArchiveWriter(std::filesystem::path path);
  ~ArchiveWriter();
  ArchiveWriter(const ArchiveWriter&) = delete;
  void add(std::string_view name, std::string_view bytes);
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct ArchivePart {
  std::string name;
  std::string bytes;
};

// Throws Failure for a file that is no archive, is cut off, or has a part that no backup of ours has (256
// MB).
class ArchiveReader {
 public:
  explicit ArchiveReader(const std::filesystem::path& path);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  std::optional<ArchivePart> next();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijktafel::files
