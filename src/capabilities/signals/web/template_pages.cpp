// Answers that are given often: an area keeps its own, and those of the areas above it can be used too.
#include <algorithm>

#include "capabilities/signals/actions/keep_template.hpp"
#include "capabilities/signals/reads/inbox.hpp"
#include "capabilities/signals/reads/notes.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/template_views.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

std::string templates_path(const web::Call& call) { return list_path(*call.area) + "/standaardantwoorden"; }

std::optional<std::int64_t> number_in(std::string_view text) {
  http::Form form;
  form.fields = {{"number", std::string(text)}};
  web::FormReader reader(form);
  constexpr std::int64_t largest = 999'999'999'999'999;
  const auto number = reader.whole_number("number", 1, largest);
  return reader.ok() ? number : std::nullopt;
}

struct Typed {
  std::optional<std::int64_t> id = std::nullopt;
  std::string title = {};
  std::string theme = {};
  std::string text = {};
};

http::Response templates_page(const web::Call& call, const Typed& typed,
                              const std::vector<web::FieldFault>& faults, int status,
                              std::optional<design::Notice> notice = std::nullopt) {
  const auto [templates, choices] = call.service.database.read([&](db::Transaction& tx) {
    return std::pair(reply_templates_of(tx, call.area->key), inbox_choices(call, tx, {}));
  });
  const auto theme_name = [&](const std::string& key) {
    for (const auto& [known, name] : choices.themes)
      if (known == key) return name;
    return call.text("signals.template.every_theme");
  };
  TemplatesView view;
  view.notice = std::move(notice);
  for (const auto& row : templates)
    view.templates.push_back({.title = row.title,
                              .theme = theme_name(row.theme),
                              .text = row.text,
                              .change_url = templates_path(call) + "?wijzig=" + std::to_string(raw(row.id)),
                              .remove_url = templates_path(call) + "/weg",
                              .id = raw(row.id)});
  const design::Fields fields(call, faults);
  view.form_title = call.text(typed.id ? "signals.template.change_title" : "signals.template.new_title");
  view.form.url = templates_path(call);
  view.form.id = typed.id;
  view.form.faults = fields.summary();
  view.form.title = fields.text("title", "signals.template.title", typed.title);
  std::vector<design::Choice> themes;
  for (const auto& [key, name] : choices.themes) themes.push_back({.value = key, .label = name});
  if (!themes.empty())
    view.form.theme = fields.select("theme", "signals.template.theme", std::move(themes), typed.theme, true);
  view.form.text = fields.area("text", "signals.template.text", typed.text,
                               {.rows = 6, .most = static_cast<int>(template_text_most)});
  view.form.submit.text = call.text("signals.template.button");
  if (typed.id)
    view.form.submit.way_out = design::Link{call.text("signals.template.new_title"), templates_path(call)};
  view.back_url =
      call.area->is_municipality ? call.service.municipality_path + "/werk" : work_path(*call.area);
  return design::page(call,
                      {.title = call.text("signals.template.page_title"),
                       .active_tab = std::string(segment),
                       .is_private = true,
                       .has_faults = !faults.empty(),
                       .query = {"wijzig"}},
                      "signals/reply_templates", view, status);
}

}  // namespace

http::Response show_templates(const web::Call& call) {
  Typed typed;
  if (const auto id = number_in(call.request.query_value("wijzig"))) {
    const auto all = call.service.database.read(
        [&](db::Transaction& tx) { return reply_templates_of(tx, call.area->key); });
    const auto found =
        std::ranges::find_if(all, [&](const store::TemplateRow& row) { return raw(row.id) == *id; });
    if (found != all.end()) typed = {raw(found->id), found->title, found->theme, found->text};
  }
  return templates_page(call, typed, {}, 200);
}

http::Response send_template(const web::Call& call) {
  web::FormReader reader(call.request.form);
  std::vector<std::string> themes{""};
  for (const auto& [key, _] :
       call.service.database.read([&](db::Transaction& tx) { return inbox_choices(call, tx, {}); }).themes)
    themes.push_back(key);
  Typed typed{.id = number_in(call.request.form.get("template")),
              .title = reader.text(
                  "title", {.most = template_title_most, .missing_key = "signals.fault.title_missing"}),
              .theme = std::string(call.request.form.get("theme")),
              .text = reader.text(
                  "text", {.most = template_text_most, .missing_key = "signals.fault.answer_missing"})};
  if (std::ranges::find(themes, typed.theme) == themes.end()) reader.fault("theme", "web.form.not_a_choice");
  if (!reader.ok()) return templates_page(call, typed, reader.faults(), 422);
  KeepTemplate form{.theme = typed.theme, .title = typed.title, .text = typed.text};
  if (typed.id) form.id = TemplateId{*typed.id};
  const auto done = call.service.database.write(
      [&](db::Transaction& tx) { return keep_template(tx, call.now, call.area->key, form); });
  if (!done)
    return templates_page(call, typed, {fault(call, "title", done.error())},
                          sentence(call, done.error()).status);
  return http::see_other(templates_path(call));
}

http::Response remove_template_asked(const web::Call& call) {
  const auto id = number_in(call.request.form.get("template"));
  if (!id) return refusal_page(call, NoSuchTemplate{});
  Typed kept;
  const auto done = call.service.database.write([&](db::Transaction& tx) {
    for (const auto& row : reply_templates_of(tx, call.area->key))
      if (raw(row.id) == *id) kept = {std::nullopt, row.title, row.theme, row.text};
    return remove_template(tx, call.area->key, TemplateId{*id});
  });
  if (!done) return refusal_page(call, done.error());
  // What was taken away can be put back with one press.
  return templates_page(call, kept, {}, 200,
                        design::Notice{.tone = "success",
                                       .title = call.text("signals.template.removed"),
                                       .text = call.text("signals.template.removed_text")});
}

}  // namespace wijktafel::signals
