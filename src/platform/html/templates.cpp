#include "platform/html/templates.hpp"

#include <algorithm>
#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_modifiers.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>

#include "base/result.hpp"
#include "platform/embedded/embedded.hpp"
#include "platform/html/template_source.hpp"
#include "platform/html/values.hpp"

namespace wijktafel::html {
namespace {

using Files = std::map<std::string, std::string>;  // path below src/ to content
constexpr char safe_values_key[] = "safe values";

// {{text:x-safe}}: lets a SafeHtml of this rendering through and escapes anything else, so that a mistake in
// a template shows marks instead of running them. Recognised by address: the value is handed over as the view
// has it.
class LetSafeHtmlThrough final : public ctemplate::TemplateModifier {
 public:
  void Modify(const char* in, std::size_t size, const ctemplate::PerExpandData* data,
              ctemplate::ExpandEmitter* out, const std::string& argument) const override {
    const auto* safe =
        data ? static_cast<const SafeValues*>(data->LookupForModifiers(safe_values_key)) : nullptr;
    if (safe && safe->contains(in))
      out->Emit(in, size);
    else
      ctemplate::html_escape.Modify(in, size, data, out, argument);
  }
};

void register_modifier() {
  static const LetSafeHtmlThrough modifier;
  static const bool registered = ctemplate::AddXssSafeModifier("x-safe", &modifier);
  WIJKTAFEL_ASSERT(registered, "x-safe is a modifier of our own");
}

// "signals/signal_page" for capabilities/signals/templates/signal_page.html, "design/button" for
// design/components/button/button.html; a text keeps its ".txt". Nothing for another file.
std::optional<std::string> template_name(std::string_view path) {
  for (const std::string_view room : {"/templates/", "/components/"}) {
    const auto at = path.rfind(room);
    if (at == std::string_view::npos || !(path.ends_with(".html") || path.ends_with(".txt"))) continue;
    const auto folder = path.substr(0, at);
    auto file = path.substr(path.rfind('/') + 1);
    if (file.ends_with(".html")) file.remove_suffix(5);
    return std::string(folder.substr(folder.rfind('/') + 1)) + "/" + std::string(file);
  }
  return std::nullopt;
}

Files embedded_files() {
  Files files;
  for (const auto& file : embedded::files())
    if (template_name(file.name)) files.emplace(file.name, file.content);
  return files;
}

Files disk_files(const std::string& folder) {
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto path = entry.path().lexically_relative(folder).generic_string();
    if (!entry.is_regular_file() || !template_name(path) || path.find("/tests/") != std::string::npos)
      continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files[path] = std::string(std::istreambuf_iterator<char>(stream), {});
  }
  return files;
}

// Escaped, and without a brace that could begin a marker.
std::string word_for(const i18n::Words& words, i18n::Language language, TemplateForm form,
                     std::string_view key) {
  if (!words.has(language, key))
    throw Failure("no word " + std::string(key) + " in " + std::string(i18n::code(language)) + ".toml");
  if (!words.placeholders(language, key).empty())
    throw Failure("the word " + std::string(key) + " has placeholders: give it in the view");
  const auto text = words.text(language, key);
  if (form == TemplateForm::html) {
    std::string result;
    for (const char c : escaped(text)) c == '{' ? result += "&#123;" : result += c;
    return result;
  }
  if (text.find("{{") != std::string::npos) throw Failure("the word " + std::string(key) + " has {{ in it");
  return text;
}

}  // namespace

struct Templates::Impl {
  struct Loaded {
    ctemplate::TemplateCache cache;
    std::map<std::string, std::vector<TemplateName>, std::less<>> names;

    Loaded(const i18n::Words& words, const Files& files) {
      std::string faults;
      for (const auto& [path, content] : files)
        for (const auto language : i18n::languages)
          if (const auto fault = add(words, language, path, content); !fault.empty()) {
            faults += (faults.empty() ? "" : "\n") + path + ", " + fault;
            break;
          }
      if (!faults.empty()) throw Failure(faults);
      cache.Freeze();
    }

    std::string add(const i18n::Words& words, i18n::Language language, const std::string& path,
                    const std::string& content) {
      const auto form = path.ends_with(".html") ? TemplateForm::html : TemplateForm::text;
      const auto name = template_name(path).value_or(path);
      try {
        auto source = read_template(
            content, form, [&](std::string_view key) { return word_for(words, language, form, key); });
        const auto key = std::string(i18n::code(language)) + "/" + name;
        if (!cache.StringToTemplateCache(key, source.prepared, ctemplate::DO_NOT_STRIP))
          return "two templates are called " + name + ", or ctemplate cannot read it (see above)";
        names.insert_or_assign(name, std::move(source.names));
      } catch (const Failure& failure) {
        return failure.what();
      }
      return "";
    }
  };

  const i18n::Words& words;
  std::string source_folder;
  std::mutex mutex;  // guards the two below, which change in development only
  Files read_files;
  std::shared_ptr<const Loaded> loaded;

  std::shared_ptr<const Loaded> current() {
    if (source_folder.empty()) return loaded;
    const std::scoped_lock lock(mutex);
    if (auto files = disk_files(source_folder); files != read_files) {
      loaded = std::make_shared<const Loaded>(words, files);
      read_files = std::move(files);
    }
    return loaded;
  }
};

Templates::Templates(const i18n::Words& words, std::string source_folder)
    : impl_(new Impl{words, {}, {}, {}, {}}) {
  register_modifier();
  impl_->source_folder = std::move(source_folder);
  if (impl_->source_folder.empty())
    impl_->loaded = std::make_shared<const Impl::Loaded>(words, embedded_files());
  impl_->current();
}

Templates::Templates(const i18n::Words& words, const std::map<std::string, std::string>& files)
    : impl_(new Impl{words, {}, {}, {}, {}}) {
  register_modifier();
  impl_->loaded = std::make_shared<const Impl::Loaded>(words, files);
}

Templates::Templates(Templates&&) noexcept = default;
Templates::~Templates() = default;

std::string Templates::fill(i18n::Language language, std::string_view name,
                            const std::function<void(Sink&)>& pour_view) const {
  const auto loaded = impl_->current();
  const std::string code(i18n::code(language));
  SafeValues safe;
  Values values(nullptr);
  ValuesSink sink(code, values, safe);
  pour_view(sink);
  ctemplate::PerExpandData data;
  data.InsertForModifiers(safe_values_key, &safe);
  std::string output;
  if (!loaded->cache.ExpandNoLoad(code + "/" + std::string(name), ctemplate::DO_NOT_STRIP, &values, &data,
                                  &output))
    throw Failure("there is no template " + std::string(name) + ", or one that it includes is missing");
  return output;
}

std::vector<std::string> Templates::names() const {
  std::vector<std::string> result;
  for (const auto& [name, inside] : impl_->current()->names) result.push_back(name);
  return result;
}

std::optional<std::vector<TemplateName>> Templates::names_in(std::string_view name) const {
  const auto loaded = impl_->current();
  const auto at = loaded->names.find(name);
  if (at == loaded->names.end()) return std::nullopt;
  return at->second;
}

}  // namespace wijktafel::html
