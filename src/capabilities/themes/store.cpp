#include "capabilities/themes/store.hpp"

#include "platform/web/edge.hpp"

namespace wijktafel::themes::store {
namespace {

constexpr std::string_view between_words = "\n";

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) {
    if (!all.empty()) all += between_words;
    all += word;
  }
  return all;
}

std::vector<std::string> split(std::string_view all) {
  std::vector<std::string> words;
  while (!all.empty()) {
    const auto end = all.find(between_words);
    words.emplace_back(all.substr(0, end));
    all = end == std::string_view::npos ? std::string_view{} : all.substr(end + between_words.size());
  }
  return words;
}

const std::string columns =
    "key, name, name_en, description, description_en, theme_group, domains, keywords, is_active, "
    "is_duty_of_care, is_confidential, door, place_in_list";

Theme theme_from(const db::Row& row) {
  return {.key = row.get<std::string>(0),
          .name = row.get<std::string>(1),
          .name_en = row.get<std::string>(2),
          .description = row.get<std::string>(3),
          .description_en = row.get<std::string>(4),
          .group = row.get<std::string>(5),
          .domains = static_cast<unsigned>(row.get<std::int64_t>(6)),
          .keywords = split(row.get<std::string>(7)),
          .is_active = row.get<bool>(8),
          .is_duty_of_care = row.get<bool>(9),
          .is_confidential = row.get<bool>(10),
          .door = row.get<std::string>(11),
          .order = static_cast<int>(row.get<std::int64_t>(12))};
}

}  // namespace

std::optional<Theme> find(db::Transaction& tx, std::string_view key) {
  const auto row = tx.find("SELECT " + columns + " FROM theme WHERE key = $1", key);
  if (!row) return std::nullopt;
  return theme_from(*row);
}

std::vector<Theme> all(db::Transaction& tx) {
  std::vector<Theme> found;
  for (const auto& row : tx.query("SELECT " + columns + " FROM theme ORDER BY place_in_list, key"))
    found.push_back(theme_from(row));
  return found;
}

void insert(db::Transaction& tx, const Theme& theme) {
  tx.execute(
      "INSERT INTO theme (" + columns + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
      theme.key, theme.name, theme.name_en, theme.description, theme.description_en, theme.group,
      static_cast<std::int64_t>(theme.domains), joined(theme.keywords), theme.is_active,
      theme.is_duty_of_care, theme.is_confidential, theme.door, static_cast<std::int64_t>(theme.order));
  tx.touch(web::every_area);  // its name stands on the pages of every area
}

void update(db::Transaction& tx, const Theme& theme) {
  tx.execute(
      "UPDATE theme SET name = $2, name_en = $3, description = $4, description_en = $5, theme_group = $6, "
      "domains = $7, keywords = $8, is_active = $9, is_duty_of_care = $10, is_confidential = $11, door = "
      "$12, "
      "place_in_list = $13 WHERE key = $1",
      theme.key, theme.name, theme.name_en, theme.description, theme.description_en, theme.group,
      static_cast<std::int64_t>(theme.domains), joined(theme.keywords), theme.is_active,
      theme.is_duty_of_care, theme.is_confidential, theme.door, static_cast<std::int64_t>(theme.order));
  tx.touch(web::every_area);
}

void insert_rule(db::Transaction& tx, Instant now, const RuleRow& rule, std::optional<PersonId> set_by) {
  tx.execute(
      "INSERT INTO theme_rule (theme, area, term_days, holder, team, valid_from, set_by, set_at) VALUES ($1, "
      "$2, $3, $4, $5, $6, $7, $8)",
      rule.theme, rule.area, rule.term_days, rule.holder, rule.team, rule.valid_from, set_by, now);
  tx.touch(web::every_area);  // pages say which term holds
}

std::vector<RuleRow> rules_begun(db::Transaction& tx, std::string_view theme, std::string_view area,
                                 Date on) {
  std::vector<RuleRow> found;
  for (const auto& row :
       tx.query("SELECT term_days, holder, team, valid_from FROM theme_rule WHERE theme = $1 AND area = $2 "
                "AND valid_from <= $3 ORDER BY valid_from DESC, id DESC",
                theme, area, on))
    found.push_back({.theme = std::string(theme),
                     .area = std::string(area),
                     .term_days = row.get<std::optional<std::int64_t>>(0),
                     .holder = row.get<std::optional<OrganisationId>>(1),
                     .team = row.get<std::optional<std::int64_t>>(2),
                     .valid_from = row.get<Date>(3)});
  return found;
}

std::vector<RuleRow> rules_of(db::Transaction& tx, std::string_view theme) {
  std::vector<RuleRow> found;
  for (const auto& row :
       tx.query("SELECT area, term_days, holder, team, valid_from FROM theme_rule WHERE theme = $1 ORDER BY "
                "area, valid_from DESC, id DESC LIMIT 1000",
                theme))
    found.push_back({.theme = std::string(theme),
                     .area = row.get<std::string>(0),
                     .term_days = row.get<std::optional<std::int64_t>>(1),
                     .holder = row.get<std::optional<OrganisationId>>(2),
                     .team = row.get<std::optional<std::int64_t>>(3),
                     .valid_from = row.get<Date>(4)});
  return found;
}

}  // namespace wijktafel::themes::store
