// Importing twice is importing once: what has the same title is changed, a rule that stands as asked stays.
#include "capabilities/signals/web/work_exchange.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "capabilities/accounts/accounts.hpp"
#include "capabilities/signals/actions/keep_template.hpp"
#include "capabilities/signals/actions/keep_view.hpp"
#include "capabilities/signals/actions/set_promise_rule.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/themes/themes.hpp"
#include "platform/web/entry.hpp"

namespace wijktafel::signals {
namespace {

namespace json = boost::json;

// One entry of a section; what is wrong with it is said with the section and, once known, its title.
class Entry {
 public:
  Entry(const web::Service& service, std::string section, const json::object& object)
      : service_(service), section_(std::move(section)), object_(object) {}

  [[noreturn]] void wrong(std::string_view what) const {
    const auto title = text("title");
    throw Failure(title.empty() ? fmt::format("{}: {}", section_, what)
                                : fmt::format("{} \"{}\": {}", section_, title, what));
  }
  std::string text(std::string_view member) const { return web::entry::text(object_, member); }
  std::string needed(std::string_view member, std::size_t most) const {
    auto written = text(member);
    if (written.empty() || length(written) > most)
      wrong(fmt::format("\"{}\" has 1 to {} characters", member, most));
    return written;
  }
  bool yes(std::string_view member, bool otherwise) const {
    return web::entry::yes(object_, member, otherwise);
  }
  Instant now() const { return service_.clock.now(); }

  template <class Value, class Refusal>
  void must(const Result<Value, Refusal>& done) const {
    if (done) return;
    const auto call = web::job_call(service_, i18n::Language::nl, now());
    const auto said = sentence(call, done.error());
    wrong(call.text(said.word_key, said.arguments));
  }

 private:
  const web::Service& service_;
  std::string section_;
  const json::object& object_;
};

void import_answer(db::Transaction& tx, const web::Service& service, const Entry& entry) {
  const auto area = entry.text("area");
  if (!service.find_area(area)) entry.wrong(fmt::format("there is no area \"{}\"", area));
  KeepTemplate form{.theme = entry.text("theme"),
                    .title = entry.needed("title", template_title_most),
                    .text = entry.needed("text", template_text_most)};
  if (!form.theme.empty() && !themes::find_theme(tx, form.theme))
    entry.wrong(fmt::format("there is no theme \"{}\"", form.theme));
  for (const auto& known : store::templates_of(tx, area, templates_of_area_most))
    if (known.title == form.title) form.id = known.id;
  entry.must(keep_template(tx, entry.now(), area, form));
}

void import_promise_words(db::Transaction& tx, const web::Service&, const Entry& entry) {
  const auto key = entry.text("by");
  const auto actor = accounts::actor_by_key(tx, entry.now(), key);
  if (!actor) entry.wrong(fmt::format("there is no person \"{}\"", key));
  entry.must(set_promise_rule(tx, entry.now(), *actor, entry.text("words"), entry.yes("on", true)));
}

void import_list(db::Transaction& tx, const web::Service& service, const Entry& entry) {
  const auto person = accounts::find_by_key(tx, entry.text("person"));
  if (!person) entry.wrong(fmt::format("there is no person \"{}\"", entry.text("person")));
  const auto list = entry.text("list");
  if (list != "mij" && !service.find_area(list)) entry.wrong(fmt::format("there is no list \"{}\"", list));
  entry.must(keep_view(tx, *person,
                       {.title = entry.needed("title", view_title_most),
                        .list = list,
                        .query = entry.text("query"),
                        .is_first = entry.yes("first", false)}));
}

using ImportEntry = void (*)(db::Transaction&, const web::Service&, const Entry&);

web::Exchange section(const std::string& name, int order, ImportEntry import_one) {
  return {.section = name,
          .order = order,
          .import = [name, import_one](db::Transaction& tx, const web::Service& service,
                                       const json::value& value) {
            if (!value.is_array()) throw Failure(name + ": a list is expected");
            for (const auto& element : value.get_array()) {
              if (!element.is_object()) throw Failure(name + ": each entry is an object");
              import_one(tx, service, Entry(service, name, element.get_object()));
            }
          }};
}

}  // namespace

std::vector<web::Exchange> work_exchanges() {
  return {section("standard_answers", 1, import_answer), section("promise_words", 2, import_promise_words),
          section("inbox_lists", 3, import_list)};
}

}  // namespace wijktafel::signals
