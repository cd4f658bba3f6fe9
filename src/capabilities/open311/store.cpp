#include "capabilities/open311/store.hpp"

#include "base/result.hpp"

namespace wijktafel::open311::store {
namespace {

const std::string attribute_columns =
    "id, service_code, code, is_question, datatype, is_required, description, datatype_description, "
    "place_in_list, answer_list";

Attribute attribute_of(const db::Row& row) {
  const auto datatype = datatype_of(row.get<std::string>(4));
  WIJKTAFEL_ASSERT(datatype.has_value(), "the database holds only datatypes that this program wrote");
  return {.id = row.get<std::int64_t>(0),
          .service_code = row.get<std::string>(1),
          .code = row.get<std::string>(2),
          .is_question = row.get<bool>(3),
          .datatype = *datatype,
          .is_required = row.get<bool>(5),
          .description = row.get<std::string>(6),
          .datatype_description = row.get<std::string>(7),
          .order = row.get<int>(8),
          .choices = choices_from(row.get<std::string>(9)).value_or(std::vector<Choice>{})};
}

}  // namespace

std::map<std::string, Answers, std::less<>> answers_of_services(db::Transaction& tx) {
  std::map<std::string, Answers, std::less<>> all;
  for (const auto& row : tx.query("SELECT service_code, answers FROM open311_service"))
    all[row.get<std::string>(0)] = answers_of(row.get<std::string>(1)).value_or(Answers::realtime);
  return all;
}

void set_answers(db::Transaction& tx, std::string_view service_code, Answers answers) {
  tx.execute(
      "INSERT INTO open311_service (service_code, answers) VALUES ($1, $2) "
      "ON CONFLICT (service_code) DO UPDATE SET answers = excluded.answers",
      service_code, word(answers));
}

std::vector<Attribute> attributes_of(db::Transaction& tx, std::string_view service_code) {
  std::vector<Attribute> all;
  for (const auto& row : tx.query("SELECT " + attribute_columns +
                                      " FROM open311_attribute WHERE service_code = $1 OR $1 = '' "
                                      "ORDER BY service_code, place_in_list, id",
                                  service_code))
    all.push_back(attribute_of(row));
  return all;
}

std::optional<Attribute> find_attribute(db::Transaction& tx, std::int64_t id) {
  const auto row = tx.find("SELECT " + attribute_columns + " FROM open311_attribute WHERE id = $1", id);
  if (!row) return std::nullopt;
  return attribute_of(*row);
}

bool has_attribute(db::Transaction& tx, std::string_view service_code, std::string_view code) {
  return tx.find("SELECT id FROM open311_attribute WHERE service_code = $1 AND code = $2", service_code, code)
      .has_value();
}

std::int64_t insert_attribute(db::Transaction& tx, const Attribute& attribute) {
  return tx.insert<std::int64_t>(
      "INSERT INTO open311_attribute (service_code, code, is_question, datatype, is_required, description, "
      "datatype_description, place_in_list, answer_list) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
      "RETURNING id",
      attribute.service_code, attribute.code, attribute.is_question, word(attribute.datatype),
      attribute.is_required, attribute.description, attribute.datatype_description, attribute.order,
      lines_of(attribute.choices));
}

void update_attribute(db::Transaction& tx, const Attribute& attribute) {
  tx.execute(
      "UPDATE open311_attribute SET code = $2, is_question = $3, datatype = $4, is_required = $5, "
      "description = $6, datatype_description = $7, place_in_list = $8, answer_list = $9 WHERE id = $1",
      attribute.id, attribute.code, attribute.is_question, word(attribute.datatype), attribute.is_required,
      attribute.description, attribute.datatype_description, attribute.order, lines_of(attribute.choices));
}

void remove_attribute(db::Transaction& tx, std::int64_t id) {
  tx.execute("DELETE FROM open311_attribute WHERE id = $1", id);
}

std::optional<Changeset> find_changeset(db::Transaction& tx) {
  const auto row = tx.find("SELECT digest, changed_at FROM open311_changeset WHERE id = 1");
  if (!row) return std::nullopt;
  return Changeset{row->get<std::string>(0), row->get<Instant>(1)};
}

void set_changeset(db::Transaction& tx, const Changeset& changeset) {
  tx.execute(
      "INSERT INTO open311_changeset (id, digest, changed_at) VALUES (1, $1, $2) "
      "ON CONFLICT (id) DO UPDATE SET digest = excluded.digest, changed_at = excluded.changed_at",
      changeset.digest, changeset.changed_at);
}

}  // namespace wijktafel::open311::store
