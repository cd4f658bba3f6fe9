#include "app/secrets.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/text.hpp"

namespace wijktafel::app {
namespace {

constexpr std::size_t name_most = 60;

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= name_most &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string_view::npos;
}

std::string variable_of(std::string_view name) {
  std::string variable = "WIJKTAFEL_SECRET_";
  for (const char c : name)
    variable += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return variable;
}

std::optional<std::string> told(std::string_view text) {
  const auto secret = trimmed(text);
  return secret.empty() ? std::nullopt : std::optional(std::string(secret));
}

}  // namespace

std::optional<std::string> find_secret(const std::string& folder, std::string_view name) {
  if (!is_name(name)) return std::nullopt;
  if (!folder.empty()) {
    std::ifstream file(std::filesystem::path(folder) / name);
    if (std::string line; file && std::getline(file, line)) return told(line);
  }
  const char* value = std::getenv(variable_of(name).c_str());
  return value ? told(value) : std::nullopt;
}

}  // namespace wijktafel::app
