#include "platform/erasures/erasures.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <set>
#include <spdlog/spdlog.h>

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

struct Lines {
  std::vector<Erasure> erasures;
  std::vector<std::size_t> unreadable;  // numbers of lines, from 1
};

// A line that a power cut tore is the last one, or was marked as torn when the next one came: it was written
// again whole. Anything else that cannot be read is damage.
Lines read_lines(const std::filesystem::path& file) {
  const auto text = files::read_file(file.string());
  if (!text) throw Failure(fmt::format("cannot read the list of erasures {}", file.string()));
  Lines read;
  const auto lines = split(*text, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto line = lines[i];
    const bool was_torn = line.ends_with(files::torn_line);
    if (was_torn) line.remove_suffix(files::torn_line.size());
    if (auto erasure = erasure_in(line))
      read.erasures.push_back(std::move(*erasure));
    else if (!line.empty() && !was_torn && i + 1 < lines.size())
      read.unreadable.push_back(i + 1);
  }
  return read;
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
  auto read = read_lines(file);
  if (!read.unreadable.empty())
    throw Failure(fmt::format(
        "line {} of the list of erasures {} cannot be read, so somebody's erasure may be lost: compare it "
        "with another copy of the list, and take the line away when nothing is to be found",
        read.unreadable.front(), file.string()));
  return std::move(read.erasures);
}

std::vector<Erasure> unknown_to(db::Transaction& tx, const std::vector<Erasure>& list) {
  std::set<std::string> known;
  for (const auto& row : tx.query("SELECT mark FROM erasure")) known.insert(row.get<std::string>(0));
  std::vector<Erasure> unknown;
  for (const auto& erasure : list)
    if (known.insert(erasure.mark).second) unknown.push_back(erasure);
  return unknown;
}

void remember(db::Transaction& tx, const Erasure& erasure) {
  tx.execute("INSERT INTO erasure (mark, what, subject, erased_at) VALUES ($1, $2, $3, $4)", erasure.mark,
             erasure.what, erasure.subject, erasure.erased_at);
}

void complete_list(db::Transaction& tx, const std::filesystem::path& folder, Instant now) {
  const auto file = folder / list_name;
  std::set<std::string> written;
  if (std::filesystem::exists(file)) {
    const auto read = read_lines(file);
    for (const auto& erasure : read.erasures) written.insert(erasure.mark);
    // What this database knows is written again below; a restore asks about the line.
    for (const auto line : read.unreadable)
      spdlog::warn("line {} of the list of erasures {} cannot be read", line, file.string());
  }
  std::string lines;
  std::vector<std::int64_t> waiting;
  for (const auto& row :
       tx.query("SELECT mark, what, subject, erased_at, id, written_at FROM erasure ORDER BY id")) {
    const auto erasure = erasure_of(row);
    if (!written.contains(erasure.mark)) lines += line_of(erasure);
    if (!row.get<std::optional<Instant>>(5)) waiting.push_back(row.get<std::int64_t>(4));
  }
  if (!lines.empty()) files::append_durably(file, lines);
  for (const auto id : waiting) tx.execute("UPDATE erasure SET written_at = $1 WHERE id = $2", now, id);
}

}  // namespace wijktafel::erasures
