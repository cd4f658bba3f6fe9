#include "capabilities/items/words.hpp"

#include "capabilities/organisations/organisations.hpp"

namespace wijktafel::items {

std::string history_key(std::string_view what) {
  const auto dot = what.find('.');
  return std::string(what.substr(0, dot)) + ".history." + std::string(what.substr(dot + 1));
}

std::string who(const web::Call& call, db::Transaction& tx, const StoredEntry& entry) {
  if (entry.by_organisation) {
    if (auto name = organisations::name_of(tx, *entry.by_organisation); !name.empty()) return name;
  }
  return call.text("items.by." + entry.by_role);
}

i18n::Arguments arguments_of(const web::Call& call, db::Transaction& tx, const Facts& facts) {
  i18n::Arguments arguments;
  for (const auto& [name, fact] : facts) {
    if (name.ends_with("_date")) {
      const auto date = parse_date(fact_text(facts, name));
      arguments.emplace_back(name, date ? i18n::long_date(call.language, *date, call.today) : std::string());
    } else if (name.ends_with("organisation")) {
      arguments.emplace_back(name, organisations::name_of(tx, OrganisationId{fact_number(facts, name)}));
    } else if (const auto* number = std::get_if<std::int64_t>(&fact)) {
      arguments.emplace_back(name, *number);
    } else {
      arguments.emplace_back(name, fact_text(facts, name));
    }
  }
  return arguments;
}

std::string sentence_of(const web::Call& call, db::Transaction& tx, const StoredEntry& entry) {
  auto arguments = arguments_of(call, tx, parse_facts(entry.facts));
  arguments.emplace_back("by", who(call, tx, entry));
  return call.text(history_key(entry.what), arguments);
}

namespace {

std::optional<StoredEntry> find_entry(db::Transaction& tx, ItemId id, std::int64_t sequence) {
  for (auto& entry : entries_of(tx, id))
    if (entry.sequence == sequence) return std::move(entry);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> entry_sentence(const web::Call& call, db::Transaction& tx, ItemId id,
                                          std::int64_t sequence) {
  const auto entry = find_entry(tx, id, sequence);
  if (!entry) return std::nullopt;
  return sentence_of(call, tx, *entry);
}

std::optional<EntryText> entry_text(db::Transaction& tx, ItemId id, std::int64_t sequence) {
  const auto entry = find_entry(tx, id, sequence);
  if (!entry) return std::nullopt;
  return EntryText{entry->what, entry->text.value_or("")};
}

}  // namespace wijktafel::items
