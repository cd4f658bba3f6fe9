#include "app/draw/draw_files.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <map>

#include "app/draw/draw_text.hpp"
#include "app/terminal/files.hpp"
#include "base/result.hpp"

namespace wijktafel::app {
namespace {

// Faults under the name of their file, in the order of the files.
template <class Faults, class NameOf>
void refuse_by_file(const TerminalWords& words, const Faults& faults, NameOf name_of) {
  std::vector<std::pair<std::string, std::vector<InputFault>>> files;
  for (const auto& [file, fault] : faults) {
    const std::string name = name_of(file);
    if (files.empty() || files.back().first != name) files.emplace_back(name, std::vector<InputFault>());
    files.back().second.push_back(fault);
  }
  for (const auto& [name, list] : files) refuse(words, name, list);
}

std::string path_in(const std::string& folder, std::string_view name) {
  return (std::filesystem::path(folder) / name).string();
}

}  // namespace

void refuse(const std::string& sentence) { fmt::print(stderr, "{}\n", sentence); }

void refuse(const TerminalWords& words, const std::string& file, const std::vector<InputFault>& faults) {
  if (!file.empty()) refuse(words.text("draw.refused.file", {{"file", file}}));
  for (const auto& fault : faults) refuse((file.empty() ? "" : "  ") + draw_fault_text(words, fault));
}

std::optional<sortition::Pool> pool_from(const DrawInput& input, const TerminalWords& words) {
  auto pool = sortition::read_pool(file_text(input.quotas), file_text(input.people), input.reading);
  if (pool) return std::move(*pool);
  refuse_by_file(words, pool.error(), [&](sortition::PoolFile file) {
    if (file == sortition::PoolFile::quotas) return input.quotas;
    return file == sortition::PoolFile::people ? input.people : std::string();
  });
  return std::nullopt;
}

bool write_draw(const std::string& folder, const sortition::DrawFiles& files, const TerminalWords& words) {
  std::vector<std::pair<std::string_view, std::string>> texts;
  texts.reserve(files.size() + 3);
  for (std::size_t i = 0; i < files.size(); ++i)
    texts.emplace_back(sortition::draw_file_names.at(i), files.at(i));
  texts.emplace_back(commitment_file, sortition::commitment(files) + "\n");
  // Whoever finds the folder reads Dutch or English, whatever the one who made it reads.
  texts.emplace_back("LEESMIJ.txt", TerminalWords(i18n::Language::nl).text("draw.files.readme"));
  texts.emplace_back("README.txt", TerminalWords(i18n::Language::en).text("draw.files.readme"));
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw Failure(fmt::format("{}: {}", folder, error.message()));
  for (const auto& [name, text] : texts) {
    const auto path = path_in(folder, name);
    if (!std::filesystem::exists(path, error) || file_text(path) == text) continue;
    refuse(words.text("draw.refused.in_the_way", {{"folder", folder}, {"file", std::string(name)}}));
    return false;
  }
  for (const auto& [name, text] : texts) write_file(path_in(folder, name), text);
  return true;
}

sortition::DrawFiles draw_files(const std::string& folder) {
  sortition::DrawFiles files;
  for (std::size_t i = 0; i < files.size(); ++i)
    files.at(i) = file_text(path_in(folder, sortition::draw_file_names.at(i)));
  return files;
}

std::optional<sortition::PublishedDraw> draw_from(const sortition::DrawFiles& files,
                                                  const TerminalWords& words) {
  auto draw = sortition::read_draw(files);
  if (draw) return std::move(*draw);
  refuse_by_file(words, draw.error(), [](sortition::DrawFile file) {
    return std::string(sortition::draw_file_names.at(static_cast<std::size_t>(file)));
  });
  return std::nullopt;
}

std::optional<std::size_t> panel_number(const sortition::PublishedDraw& draw, const DrawnPanel& drawn,
                                        const TerminalWords& words) {
  const auto size = draw.lottery.panels.size();
  const auto number =
      drawn.number ? static_cast<std::size_t>(*drawn.number) : sortition::drawn_panel(drawn.seed, size);
  if (number < size) return number;
  refuse(words.text("draw.refused.number",
                    {{"number", *drawn.number}, {"panels", static_cast<std::int64_t>(size)}}));
  return std::nullopt;
}

std::optional<sortition::Panel> panel_from(const sortition::PublishedDraw& draw, const DrawnPanel& drawn,
                                           const TerminalWords& words) {
  if (drawn.panel.empty()) {
    const auto number = panel_number(draw, drawn, words);
    if (!number) return std::nullopt;
    return draw.lottery.panels[*number];
  }
  auto panel = sortition::read_panel(file_text(drawn.panel), draw.pool);
  if (panel) return std::move(*panel);
  refuse(words, drawn.panel, panel.error());
  return std::nullopt;
}

std::optional<std::vector<sortition::PersonIndex>> people_named(const sortition::Pool& pool,
                                                                const std::vector<std::string>& ids,
                                                                const TerminalWords& words) {
  std::map<std::string_view, sortition::PersonIndex> places;
  for (std::size_t i = 0; i < pool.people.size(); ++i)
    places.emplace(pool.people[i].id, static_cast<sortition::PersonIndex>(i));
  std::vector<sortition::PersonIndex> people;
  bool are_known = true;
  for (const auto& id : ids) {
    const auto place = places.find(id);
    if (place == places.end())
      refuse(words.text("draw.fault.unknown_person", {{"first", id}}));
    else
      people.push_back(place->second);
    are_known &= place != places.end();
  }
  if (!are_known) return std::nullopt;
  return people;
}

}  // namespace wijktafel::app
