#include "platform/i18n/words.hpp"

#include <algorithm>
#include <functional>
#include <toml++/toml.h>
#include <unordered_map>

#include "base/result.hpp"
#include "platform/embedded/embedded.hpp"
#include "platform/i18n/message.hpp"

namespace wijktafel::i18n {
namespace {

struct TextHash : std::hash<std::string_view> {
  using is_transparent = void;
};
using Messages = std::unordered_map<std::string, Message, TextHash, std::equal_to<>>;

void gather(const toml::table& table, const std::string& prefix, Language language, const std::string& file,
            Messages& into) {
  for (const auto& [name, node] : table) {
    const std::string key = prefix + std::string(name.str());
    if (const auto* inner = node.as_table()) {
      gather(*inner, key + ".", language, file, into);
      continue;
    }
    const auto* text = node.as_string();
    if (!text) throw Failure(file + ": " + key + " is not a text");
    try {
      if (!into.emplace(key, Message::prepared(language, text->get())).second)
        throw Failure("the key exists already");
    } catch (const Failure& failure) {
      throw Failure(file + ": " + key + ": " + failure.what());
    }
  }
}

void read(std::string_view content, const std::string& prefix, Language language, const std::string& file,
          Messages& into) {
  try {
    gather(toml::parse(content, file), prefix, language, file, into);
  } catch (const toml::parse_error& error) {
    throw Failure(file + ", line " + std::to_string(error.source().begin.line) + ": " +
                  std::string(error.description()));
  }
}

Language language_of(std::string_view name, const std::string& file) {
  for (const auto language : languages)
    if (code(language) == name) return language;
  throw Failure(file + ": words are in nl.toml and en.toml, not in " + std::string(name));
}

// "signals." for capabilities/signals/words/nl.toml: the folder that holds words/.
std::string prefix_of(std::string_view folder) {
  const auto slash = folder.rfind('/');
  return std::string(slash == std::string_view::npos ? folder : folder.substr(slash + 1)) + ".";
}

}  // namespace

struct Words::Impl {
  std::map<Language, Messages> messages;

  const Message* find(Language language, std::string_view key) const {
    const auto in_language = messages.find(language);
    if (in_language == messages.end()) return nullptr;
    const auto at = in_language->second.find(key);
    return at == in_language->second.end() ? nullptr : &at->second;
  }
};

Words::Words() : impl_(std::make_unique<Impl>()) {}
Words::Words(Words&&) noexcept = default;
Words::~Words() = default;

Words Words::embedded() {
  constexpr std::string_view room = "/words/";
  constexpr std::string_view extension = ".toml";
  Words words;
  for (const auto& file : embedded::files()) {
    const auto at = file.name.rfind(room);
    if (at == std::string_view::npos || !file.name.ends_with(extension)) continue;
    auto name = file.name.substr(at + room.size());
    name.remove_suffix(extension.size());
    const std::string path(file.name);
    const auto language = language_of(name, path);
    read(file.content, prefix_of(file.name.substr(0, at)), language, path, words.impl_->messages[language]);
  }
  return words;
}

Words Words::from(const std::map<std::string, std::string>& toml_by_language) {
  Words words;
  for (const auto& [name, content] : toml_by_language) {
    const auto language = language_of(name, name + ".toml");
    read(content, "", language, name + ".toml", words.impl_->messages[language]);
  }
  return words;
}

bool Words::has(Language language, std::string_view key) const {
  return impl_->find(language, key) != nullptr;
}

std::string Words::text(Language language, std::string_view key, const Arguments& arguments) const {
  const auto* message = impl_->find(language, key);
  if (!message) return "⟦" + std::string(key) + "⟧";
  return message->filled(arguments);
}

std::set<std::string> Words::placeholders(Language language, std::string_view key) const {
  const auto* message = impl_->find(language, key);
  return message ? message->placeholders() : std::set<std::string>{};
}

std::vector<std::string> Words::keys(Language language) const {
  std::vector<std::string> result;
  if (const auto at = impl_->messages.find(language); at != impl_->messages.end())
    for (const auto& [key, message] : at->second) result.push_back(key);
  std::ranges::sort(result);
  return result;
}

}  // namespace wijktafel::i18n
