#include "platform/erasures/erasures.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <set>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "platform/files/durable.hpp"
#include "platform/files/read_file.hpp"

namespace wijktafel::erasures {
namespace {

constexpr const char* job_kind = "erasures.write_list";
constexpr std::size_t mark_bytes = 16;

std::string line_of(const Erasure& erasure) {
  return canonical({{"mark", erasure.mark},
                    {"what", erasure.what},
                    {"subject", erasure.subject},
                    {"erased_at", iso_instant(erasure.erased_at)}}) +
         "\n";
}

std::optional<Erasure> erasure_in(std::string_view line) {
  boost::json::error_code error;
  const auto value = boost::json::parse(boost::json::string_view(line.data(), line.size()), error);
  if (error || !value.is_object()) return std::nullopt;
  const auto text = [&](std::string_view name) -> std::string {
    const auto* found = value.as_object().if_contains(boost::json::string_view(name.data(), name.size()));
    if (found == nullptr || !found->is_string()) return {};
    return {found->as_string().data(), found->as_string().size()};
  };
  const auto erased_at = parse_instant(text("erased_at"));
  Erasure erasure{text("mark"), text("what"), text("subject"), erased_at.value_or(Instant{})};
  if (erasure.mark.empty() || erasure.what.empty() || !erased_at) return std::nullopt;
  return erasure;
}

Erasure erasure_of(const db::Row& row) {
  return {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<Instant>(3)};
}

}  // namespace

void record(db::Transaction& tx, Instant now, std::string_view what, const Facts& subject) {
  const auto id = tx.insert<std::int64_t>(
      "INSERT INTO erasure (mark, what, subject, erased_at) VALUES ($1, $2, $3, $4) RETURNING id",
      random_token(mark_bytes), what, canonical(subject), now);
  jobs::enqueue(tx, job_kind, {{"erasure", id}}, now);
}

void register_list_job(jobs::JobKinds& kinds, std::filesystem::path folder) {
  kinds.add_outside(
      job_kind,
      [folder = std::move(folder)](db::Transaction& tx, const Facts& payload,
                                   Instant) -> jobs::JobKinds::OutsideWork {
        const auto row =
            tx.find("SELECT mark, what, subject, erased_at FROM erasure WHERE id = $1 AND written_at IS NULL",
                    fact_number(payload, "erasure"));
        if (!row) return {};
        return
            [folder, line = line_of(erasure_of(*row))] { files::append_durably(folder / list_name, line); };
      },
      [](db::Transaction& tx, const Facts& payload, Instant now) {
        tx.execute("UPDATE erasure SET written_at = $1 WHERE id = $2", now, fact_number(payload, "erasure"));
      });
}

std::vector<Erasure> read_list(const std::filesystem::path& file) {
  const auto text = files::read_file(file.string());
  if (!text) throw Failure(fmt::format("cannot read the list of erasures {}", file.string()));
  std::vector<Erasure> list;
  for (const auto line : split(*text, '\n'))
    if (auto erasure = erasure_in(line)) list.push_back(std::move(*erasure));
  return list;
}

std::vector<Erasure> unknown_to(db::Transaction& tx, const std::vector<Erasure>& list) {
  std::set<std::string> known;
  for (const auto& row : tx.query("SELECT mark FROM erasure")) known.insert(row.get<std::string>(0));
  std::vector<Erasure> unknown;
  for (const auto& erasure : list)
    if (known.insert(erasure.mark).second) unknown.push_back(erasure);
  return unknown;
}

void remember(db::Transaction& tx, Instant now, const Erasure& erasure) {
  tx.execute("INSERT INTO erasure (mark, what, subject, erased_at, written_at) VALUES ($1, $2, $3, $4, $5)",
             erasure.mark, erasure.what, erasure.subject, erasure.erased_at, now);
}

void complete_list(db::Transaction& tx, const std::filesystem::path& folder) {
  std::set<std::string> written;
  if (std::filesystem::exists(folder / list_name))
    for (const auto& erasure : read_list(folder / list_name)) written.insert(erasure.mark);
  std::string lines;
  for (const auto& row : tx.query("SELECT mark, what, subject, erased_at FROM erasure ORDER BY id")) {
    const auto erasure = erasure_of(row);
    if (!written.contains(erasure.mark)) lines += line_of(erasure);
  }
  if (!lines.empty()) files::append_durably(folder / list_name, lines);
}

}  // namespace wijktafel::erasures
