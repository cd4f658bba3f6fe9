// budget count: a file as a table or JSON, a folder as a line of JSON for each file.
#include <cstdio>
#include <fmt/format.h>

#include "app/budget/budget_json.hpp"
#include "app/budget/count_table.hpp"
#include "app/terminal/progress.hpp"

namespace wijktafel::app {
namespace {

int count_folder(const std::vector<std::string>& paths, const BudgetCount& count,
                 const TerminalWords& words) {
  int status = 0;
  Progress progress;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    progress.say([&] {
      return words.text("budget.progress.files", {{"done", static_cast<std::int64_t>(i)},
                                                  {"all", static_cast<std::int64_t>(paths.size())},
                                                  {"file", file_name(paths[i])}});
    });
    try {
      const auto file = counted_file(paths[i], count.how, words);
      if (file) {
        fmt::print("{}\n", count_json(*file, true));
        continue;
      }
      fmt::print("{}\n", refused_json(file_name(paths[i]), file.error()));
      print_refused(paths[i], file.error(), words);
    } catch (const Failure& failure) {
      // A file that cannot be read must not keep the others from being counted.
      fmt::print("{}\n", refused_json(file_name(paths[i]), {failure.what()}));
      print_refused(paths[i], {failure.what()}, words);
    }
    status = 1;
  }
  return status;
}

}  // namespace

int run(const BudgetCount& count) {
  const TerminalWords words(terminal_language(count.language));
  const auto files = election_files(count.path, words);
  if (files.is_folder) return count_folder(files.paths, count, words);
  const auto file = counted_file(count.path, count.how, words);
  if (!file) {
    print_refused(count.path, file.error(), words);
    return 1;
  }
  fmt::print("{}", count.json ? count_json(*file, false) + "\n" : count_text(*file, words));
  return 0;
}

}  // namespace wijktafel::app
