// Files that must be whole or absent after a power cut, and lists that only grow. Everything is made readable
// for its owner alone: lists of what was erased, keys, backups.
#pragma once

#include <filesystem>
#include <string_view>

namespace wijktafel::files {

// Written beside its place, synced and renamed. An existing file is replaced.
void write_durably(const std::filesystem::path& path, std::string_view bytes);

// Ends a line that a power cut tore, so that its reader knows it from damage.
inline constexpr std::string_view torn_line = " (torn)";

// Adds lines at the end and waits for the disk; a line that a power cut tore is marked as such first. Makes
// the folder and the file when they are not there. One process at a time.
void append_durably(const std::filesystem::path& path, std::string_view lines);

}  // namespace wijktafel::files
