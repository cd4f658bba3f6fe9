// Several signals at once: first what will change, then what came of it, with a way back.
#include <algorithm>
#include <charconv>
#include <map>

#include "capabilities/signals/web/bulk_change.hpp"
#include "capabilities/signals/web/bulk_views.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/report_views.hpp"
#include "design/page.hpp"

namespace wijktafel::signals {
namespace {

struct Chosen {
  ItemId item{};
  std::optional<std::int64_t> version;
};

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

// Each once, and no more than one page holds.
std::vector<Chosen> chosen_in(const http::Form& form) {
  std::vector<Chosen> chosen;
  for (const auto text : http::find_all(form.fields, "signal")) {
    const auto number = number_in(text);
    const bool is_there =
        std::ranges::any_of(chosen, [&](const Chosen& one) { return number && raw(one.item) == *number; });
    if (!number || *number <= 0 || is_there || chosen.size() == inbox_page) continue;
    chosen.push_back({ItemId{*number}, number_in(form.get("version_" + std::string(text)))});
  }
  return chosen;
}

std::string bulk_path(const web::Call& call) {
  return call.service.municipality_path + "/mijn-werk/tegelijk";
}

// Back to the list that the form stood under: a path of this municipality, or the first list.
std::string back_of(const web::Call& call) {
  const auto back = call.request.form.get("back");
  const std::string home = call.service.municipality_path + "/";
  const bool is_ours = http::is_own_path(back) && back.starts_with(home);
  return is_ours ? std::string(back) : call.service.municipality_path + "/mijn-werk";
}

http::Response message(const web::Call& call, const char* key, int status) {
  const MessageView view{.title = call.text("signals.refusal.title"),
                         .text = call.text(key),
                         .url = back_of(call),
                         .link_text = call.text("signals.bulk.back")};
  return design::page(call, {.title = view.title, .narrow = true, .is_private = true}, "signals/message",
                      view, status);
}

std::map<ItemId, items::Item> found(const web::Call& call, const std::vector<Chosen>& chosen) {
  return call.service.database.read([&](db::Transaction& tx) {
    std::map<ItemId, items::Item> all;
    for (const auto& one : chosen)
      if (auto item = items::find_visible(call, tx, one.item); item && item->kind == item_kind)
        all.emplace(one.item, std::move(*item));
    return all;
  });
}

design::Link link_to(const web::Call& call, const items::Item& item) {
  return {call.text("signals.bulk.signal", {{"number", raw(item.id)}, {"title", item.title}}),
          items::url_of(call.service, item)};
}

http::Response confirm_page(const web::Call& call, const std::vector<Chosen>& chosen,
                            const BulkChange& change) {
  const auto items = found(call, chosen);
  const auto choices = call.service.database.read([&](db::Transaction& tx) {
    auto named = call.actor.organisations();
    const auto add = [&](std::optional<OrganisationId> one) {
      if (one && std::ranges::find(named, *one) == named.end()) named.push_back(*one);
    };
    // Names of the people of an organisation are for who may give them this work.
    for (const auto& [_, item] : items) {
      if (!may_change(call, item, change)) continue;
      add(change.holder.value_or(std::nullopt));
      add(item.holder);
    }
    return inbox_choices(call, tx, named);
  });
  const auto count = static_cast<std::int64_t>(items.size());
  BulkConfirmView view{.title = call.text("signals.bulk.confirm_title", {{"count", count}}),
                       .changes = in_words(call, change, choices),
                       .signals = {},
                       .url = bulk_path(call),
                       .hidden = {{"sure", "yes"}, {"back", back_of(call)}},
                       .button = call.text("signals.bulk.sure", {{"count", count}}),
                       .back_url = back_of(call)};
  for (const auto& name : bulk_fields())
    if (const auto typed = call.request.form.get(name); !typed.empty())
      view.hidden.push_back({name, std::string(typed)});
  for (const auto& one : chosen) {
    const auto item = items.find(one.item);
    if (item == items.end()) continue;
    const std::string number = std::to_string(raw(one.item));
    view.signals.push_back(link_to(call, item->second).text);
    view.hidden.push_back({"signal", number});
    view.hidden.push_back({"version_" + number, std::to_string(one.version.value_or(item->second.version))});
  }
  return design::page(call, {.title = view.title, .narrow = true, .is_private = true}, "signals/bulk_confirm",
                      view);
}

// Every signal in a transaction of its own: one that is refused leaves the others as they are.
http::Response do_all(const web::Call& call, const std::vector<Chosen>& chosen, const BulkChange& change,
                      bool is_undo) {
  const auto items = found(call, chosen);
  BulkResultView view;
  BulkUndo undo{.url = bulk_path(call), .hidden = {{"undo", "yes"}, {"back", back_of(call)}}};
  for (const auto& one : chosen) {
    const auto item = items.find(one.item);
    if (item == items.end()) continue;
    const std::string number = std::to_string(raw(one.item));
    const auto& form = call.request.form;
    const auto wanted = is_undo ? bulk_change(http::parse_query(form.get("before_" + number))) : change;
    const auto done = call.service.database.write(
        [&](db::Transaction& tx) { return change_one(call, tx, one.item, wanted, one.version); });
    if (!done) {
      view.refused.push_back(
          {link_to(call, item->second), call.text(done.error().word_key, done.error().arguments)});
      continue;
    }
    view.changed.push_back(link_to(call, item->second));
    if (done->before.empty()) continue;
    undo.hidden.push_back({"signal", number});
    undo.hidden.push_back({"version_" + number, std::to_string(done->version)});
    undo.hidden.push_back({"before_" + number, done->before});
  }
  view.title = call.text(is_undo ? "signals.bulk.undone_title" : "signals.bulk.result_title",
                         {{"count", static_cast<std::int64_t>(view.changed.size())}});
  if (!view.refused.empty())
    view.refused_title =
        call.text("signals.bulk.refused_title", {{"count", static_cast<std::int64_t>(view.refused.size())}});
  constexpr std::size_t without_signals = 2;
  if (!is_undo && undo.hidden.size() > without_signals) view.undo = std::move(undo);
  view.back_url = back_of(call);
  return design::page(call, {.title = view.title, .narrow = true, .is_private = true}, "signals/bulk_result",
                      view);
}

}  // namespace

http::Response send_bulk(const web::Call& call) {
  const auto& form = call.request.form;
  const auto chosen = chosen_in(form);
  if (chosen.empty()) return message(call, "signals.bulk.nothing_chosen", 422);
  if (form.get("undo") == "yes") return do_all(call, chosen, {}, true);
  const auto change = bulk_change(form.fields);
  if (change.is_empty()) return message(call, "signals.bulk.nothing_to_change", 422);
  if (form.get("sure") != "yes") return confirm_page(call, chosen, change);
  return do_all(call, chosen, change, false);
}

}  // namespace wijktafel::signals
