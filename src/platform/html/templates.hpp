// The templates of all folders, loaded at start, once per language. Name: "<folder>/<file>" as in "signals/signal_page"
// for src/capabilities/signals/templates/signal_page.html and "design/page" for src/design/templates/page.html.
#pragma once

#include "platform/html/view.hpp"
#include "platform/i18n/words.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::html {

// Thread-safe after it is made.
class Templates {
 public:
  // Throws Failure naming file and fault: no auto-escape mark, a word that does not exist, ":none", an include inside a tag.
  // With `source_folder` (development) a file is read from disk again on each render.
  explicit Templates(const i18n::Words& words, std::string source_folder = {});
  ~Templates();

  template <Described View>
  SafeHtml render(i18n::Language language, std::string_view name, const View& view) const {
    return SafeHtml(fill(language, name, [&](Sink& sink) { pour(view, sink); }));
  }
  // Plain text (a mail's text part) from templates/*.txt: no escaping, words for [[key]].
  template <Described View>
  std::string render_text(i18n::Language language, std::string_view name, const View& view) const {
    return fill(language, name, [&](Sink& sink) { pour(view, sink); });
  }
  std::vector<std::string> names() const;

 private:
  std::string fill(i18n::Language language, std::string_view name, const std::function<void(Sink&)>& pour_view) const;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wijktafel::html
