#include "capabilities/signals/web/bulk_change.hpp"

#include <algorithm>
#include <charconv>

#include "capabilities/signals/actions/arrange_signal.hpp"
#include "capabilities/signals/actions/assign_signal.hpp"
#include "capabilities/signals/actions/mark_duplicate.hpp"

namespace wijktafel::signals {
namespace {

constexpr std::string_view nobody = "niemand";
constexpr std::string_view nothing = "geen";

std::string_view value(const http::Pairs& fields, std::string_view name) {
  return http::find(fields, name).value_or("");
}

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size() || number <= 0)
    return std::nullopt;
  return number;
}

// A number, or "niemand".
template <class Id>
std::optional<std::optional<Id>> one_or_nobody(std::string_view text) {
  if (text == nobody) return std::optional<Id>();
  if (const auto number = number_in(text)) return std::optional(Id{*number});
  return std::nullopt;
}

template <class Id>
std::string written(const std::optional<Id>& id) {
  return id ? std::to_string(raw(*id)) : std::string(nobody);
}

// Only what the change touches.
std::string as_it_was(const items::Item& item, const Signal& signal, const BulkChange& change) {
  std::string before;
  const auto add = [&](const char* name, std::string_view was) {
    before += (before.empty() ? "" : "&") + std::string(name) + "=" + http::percent_encoded(was);
  };
  if (change.holder) add("bulk_holder", written(item.holder));
  if (change.holder || change.people.team) add("bulk_team", written(signal.team));
  if (change.holder || change.people.contact) add("bulk_contact", written(item.contact));
  if (change.theme) add("bulk_theme", signal.theme.empty() ? nothing : std::string_view(signal.theme));
  if (change.priority) add("bulk_priority", signal.priority);
  if (change.date && item.next_date) add("bulk_date", iso_date(*item.next_date));
  return before;
}

template <class Refusal>
Result<void, Sentence> said(const web::Call& call, const Result<void, Refusal>& done) {
  if (done) return {};
  return std::unexpected(sentence(call, done.error()));
}

Result<void, Sentence> act(const web::Call& call, db::Transaction& tx, const items::Item& item,
                           const BulkChange& change, std::optional<std::int64_t> version) {
  if (change.original)
    return said(call, mark_duplicate(tx, call.now, call.actor, item.id, *change.original, version));
  if (change.holder || change.date)
    return said(call, assign_signal(tx, call.now, call.actor, item.id,
                                    {.title = item.title,
                                     .domains = item.domains,
                                     .holder = change.holder.value_or(item.holder),
                                     .next_date = change.date,
                                     .open_to_neighbours = item.status == word(Status::open_to_neighbours),
                                     .version = version,
                                     .theme = change.theme,
                                     .priority = change.priority,
                                     .people = change.people}));
  return said(
      call,
      arrange_signal(
          tx, call.now, call.actor, item.id,
          {.people = change.people, .theme = change.theme, .priority = change.priority, .version = version}));
}

template <class Named, class Id>
std::string name_in(const web::Call& call, const Named& named, const std::optional<Id>& id) {
  if (!id) return call.text("signals.bulk.nobody");
  for (const auto& [known, name] : named)
    if (known == *id) return name;
  return std::to_string(raw(*id));
}

std::string theme_in(const web::Call& call, const InboxChoices& choices, const std::string& key) {
  for (const auto& [known, name] : choices.themes)
    if (known == key) return name;
  return key.empty() ? call.text("signals.work.no_theme") : key;
}

}  // namespace

bool may_change(const web::Call& call, const items::Item& item, const BulkChange& change) {
  const auto area = call.service.find_area(item.area);
  if (area && call.may("signals.assign", area->lineage)) return true;
  const bool is_member = item.holder && call.actor.is_member_of(*item.holder);
  return is_member && !change.holder && !change.date && !change.theme && !change.original;
}

bool BulkChange::is_empty() const {
  return !holder && !people.team && !people.contact && !theme && !priority && !date && !original;
}

const std::vector<std::string>& bulk_fields() {
  static const std::vector<std::string> fields{"bulk_holder",   "bulk_team", "bulk_contact", "bulk_theme",
                                               "bulk_priority", "bulk_date", "bulk_original"};
  return fields;
}

BulkChange bulk_change(const http::Pairs& fields) {
  BulkChange change;
  change.holder = one_or_nobody<OrganisationId>(value(fields, "bulk_holder"));
  change.people.team = one_or_nobody<organisations::TeamId>(value(fields, "bulk_team"));
  change.people.contact = one_or_nobody<PersonId>(value(fields, "bulk_contact"));
  const auto theme = value(fields, "bulk_theme");
  if (!theme.empty()) change.theme = theme == nothing ? std::string() : std::string(theme);
  change.priority = priority_of(value(fields, "bulk_priority"));
  change.date = parse_date(value(fields, "bulk_date"));
  change.original = number_in(value(fields, "bulk_original"));
  return change;
}

std::vector<std::string> in_words(const web::Call& call, const BulkChange& change,
                                  const InboxChoices& choices) {
  std::vector<std::string> words;
  const auto add = [&](const char* key, std::string name) {
    words.push_back(call.text(std::string("signals.bulk.change_") + key, {{"name", std::move(name)}}));
  };
  if (change.original) {
    add("original", std::to_string(*change.original));
    return words;
  }
  if (change.holder) add("holder", name_in(call, choices.organisations, *change.holder));
  if (change.people.team) add("team", name_in(call, choices.teams, *change.people.team));
  if (change.people.contact) add("contact", name_in(call, choices.people, *change.people.contact));
  if (change.theme) add("theme", theme_in(call, choices, *change.theme));
  if (change.priority) add("priority", call.text("signals.priority." + std::string(word(*change.priority))));
  if (change.date) add("date", i18n::long_date(call.language, *change.date, call.today));
  return words;
}

Result<Changed, Sentence> change_one(const web::Call& call, db::Transaction& tx, ItemId id,
                                     const BulkChange& change, std::optional<std::int64_t> version) {
  const auto item = items::find_visible(call, tx, id);
  const auto signal = find_signal(tx, id);
  if (!item || !signal) return std::unexpected(sentence(call, NoSuchSignal{}));
  if (!may_change(call, *item, change)) return std::unexpected(sentence(call, NotYours{}));
  if (change.theme && !change.theme->empty()) {
    const auto themes = inbox_choices(call, tx, {}).themes;
    const bool exists =
        std::ranges::any_of(themes, [&](const auto& theme) { return theme.first == *change.theme; });
    if (!exists) return std::unexpected(Sentence{"web.form.not_a_choice"});
  }
  if (const auto done = act(call, tx, *item, change, version); !done) return std::unexpected(done.error());
  const auto after = items::find(tx, id);
  return Changed{change.original ? "" : as_it_was(*item, *signal, change), after ? after->version : 0};
}

}  // namespace wijktafel::signals
