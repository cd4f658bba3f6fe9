// The templates of all folders, loaded at start, once per language. Name: "<folder>/<file>" as in
// "signals/signal_page" for src/capabilities/signals/templates/signal_page.html and "design/page" for
// src/design/templates/page.html.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/view.hpp"
#include "platform/i18n/words.hpp"

namespace wijktafel::html {

struct TemplateName;

// Thread-safe after it is made. The words must outlive it.
class Templates {
 public:
  // Throws Failure naming file and fault: no auto-escape mark, a word that does not exist, ":none", an
  // include inside a tag. Every fault of every file is in the text. With `source_folder` (development; the
  // folder src) the files are read from disk again when one of them has changed.
  explicit Templates(const i18n::Words& words, std::string source_folder = {});
  // For tests: path below src/ to content.
  Templates(const i18n::Words& words, const std::map<std::string, std::string>& files);
  Templates(Templates&&) noexcept;
  ~Templates();

  template <Described View>
  SafeHtml render(i18n::Language language, std::string_view name, const View& view) const {
    return SafeHtml(fill(language, name, [&](Sink& sink) { pour(view, sink); }));
  }
  // Plain text (a mail's text part) from templates/*.txt: no escaping, words for [[key]]. `name` without
  // ".txt".
  template <Described View>
  std::string render_text(i18n::Language language, std::string_view name, const View& view) const {
    return fill(language, std::string(name) + ".txt", [&](Sink& sink) { pour(view, sink); });
  }
  // "signals/signal_page", and "signals/mail_answered.txt" for a text.
  std::vector<std::string> names() const;
  // What a template asks of its view (template_source.hpp), for the guard; nothing when there is no such
  // template.
  std::optional<std::vector<TemplateName>> names_in(std::string_view name) const;

 private:
  std::string fill(i18n::Language language, std::string_view name,
                   const std::function<void(Sink&)>& pour_view) const;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijktafel::html
